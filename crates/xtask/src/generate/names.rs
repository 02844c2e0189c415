//! Names that nobody bears, in three scripts: made of syllables, so that each spelling tells of the others.

use fastrand::Rng;

/// A syllable in Latin, Arabic and Cyrillic letters.
type Syllable = [&'static str; 3];

const FIRST: [Syllable; 32] = [
    ["Ba", "با", "Ба"],
    ["Be", "بي", "Бе"],
    ["Bo", "بو", "Бо"],
    ["Da", "دا", "Да"],
    ["De", "دي", "Де"],
    ["Fa", "فا", "Фа"],
    ["Fe", "في", "Фе"],
    ["Ha", "ها", "Ха"],
    ["He", "هي", "Хе"],
    ["Ja", "جا", "Джа"],
    ["Ka", "كا", "Ка"],
    ["Ko", "كو", "Ко"],
    ["La", "لا", "Ла"],
    ["Le", "لي", "Ле"],
    ["Lu", "لو", "Лу"],
    ["Ma", "ما", "Ма"],
    ["Me", "مي", "Ме"],
    ["Mo", "مو", "Мо"],
    ["Na", "نا", "На"],
    ["Ne", "ني", "Не"],
    ["No", "نو", "Но"],
    ["Ra", "را", "Ра"],
    ["Ri", "ري", "Ри"],
    ["Ro", "رو", "Ро"],
    ["Sa", "سا", "Са"],
    ["Se", "سي", "Се"],
    ["Sha", "شا", "Ша"],
    ["Ta", "تا", "Та"],
    ["Ti", "تي", "Ти"],
    ["Va", "فا", "Ва"],
    ["Ya", "يا", "Я"],
    ["Za", "زا", "За"],
];

const NEXT: [Syllable; 40] = [
    ["bri", "بري", "бри"],
    ["bur", "بور", "бур"],
    ["cel", "سيل", "сел"],
    ["dan", "دان", "дан"],
    ["der", "دير", "дер"],
    ["dou", "دو", "ду"],
    ["fik", "فيق", "фик"],
    ["gan", "غان", "ган"],
    ["ghi", "غي", "ги"],
    ["hal", "هال", "хал"],
    ["jil", "جيل", "джил"],
    ["ka", "كا", "ка"],
    ["kim", "كيم", "ким"],
    ["la", "لا", "ла"],
    ["li", "لي", "ли"],
    ["lou", "لو", "лу"],
    ["ma", "ما", "ма"],
    ["mid", "ميد", "мид"],
    ["mou", "مو", "му"],
    ["na", "نا", "на"],
    ["ni", "ني", "ни"],
    ["nor", "نور", "нор"],
    ["ra", "را", "ра"],
    ["rek", "ريك", "рек"],
    ["ri", "ري", "ри"],
    ["rou", "رو", "ру"],
    ["sa", "سا", "са"],
    ["san", "سان", "сан"],
    ["sef", "سيف", "сеф"],
    ["shi", "شي", "ши"],
    ["sta", "ستا", "ста"],
    ["ta", "تا", "та"],
    ["ti", "تي", "ти"],
    ["tou", "تو", "ту"],
    ["var", "فار", "вар"],
    ["vi", "في", "ви"],
    ["wan", "وان", "ван"],
    ["ya", "يا", "я"],
    ["za", "زا", "за"],
    ["zi", "زي", "зи"],
];

const LAST: [Syllable; 20] = [
    ["d", "د", "д"],
    ["da", "دا", "да"],
    ["ed", "يد", "ед"],
    ["el", "يل", "ел"],
    ["en", "ين", "ен"],
    ["i", "ي", "и"],
    ["id", "يد", "ид"],
    ["in", "ين", "ин"],
    ["ir", "ير", "ир"],
    ["ki", "كي", "ки"],
    ["l", "ل", "л"],
    ["m", "م", "м"],
    ["n", "ن", "н"],
    ["ne", "ني", "не"],
    ["ous", "وس", "ус"],
    ["r", "ر", "р"],
    ["s", "س", "с"],
    ["t", "ت", "т"],
    ["va", "فا", "ва"],
    ["z", "ز", "з"],
];

/// A name in Latin, Arabic and Cyrillic letters.
#[derive(Clone, Debug, Default)]
pub struct Name {
    pub latin: String,
    pub arabic: String,
    pub cyrillic: String,
}

impl Name {
    /// One word of two to four syllables.
    pub fn word(rng: &mut Rng) -> Self {
        let mut syllables = vec![pick(rng, &FIRST)];
        syllables.extend((0..rng.usize(0..3)).map(|_| pick(rng, &NEXT)));
        syllables.push(pick(rng, &LAST));
        let [latin, arabic, cyrillic] =
            [0, 1, 2].map(|script| syllables.iter().filter_map(|syllable| syllable.get(script).copied()).collect());
        Self { latin, arabic, cyrillic }
    }

    /// Two words, as a person's.
    pub fn of_person(given: &Self, family: &Self) -> Self {
        Self {
            latin: format!("{} {}", given.latin, family.latin),
            arabic: format!("{} {}", given.arabic, family.arabic),
            cyrillic: format!("{} {}", given.cyrillic, family.cyrillic),
        }
    }
}

/// One of a list that is not empty; the nothing of its type where it is.
pub fn pick<T: Copy + Default>(rng: &mut Rng, list: &[T]) -> T {
    if list.is_empty() { T::default() } else { list.get(rng.usize(..list.len())).copied().unwrap_or_default() }
}
