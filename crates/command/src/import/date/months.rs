//! The names of the months, as Unicode's CLDR has them.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

use fact_cards_story::fold::{fold, spelling};
use icu::{
    calendar::{Date, Gregorian},
    datetime::{
        fieldsets::enums::DateFieldSet,
        pattern::{DateTimePattern, FixedCalendarDateTimeNames},
    },
    locale::Locale,
};
use writeable::TryWriteable;

/// The languages whose months are known, and the countries that call them otherwise.
const LOCALES: &str = "af am ar ar-DZ ar-IQ ar-MA ar-MR ar-SY ar-TN as az be bg bn bs ca cs cy da de de-AT el en es et eu fa \
    fa-AF fi fil fr fr-CA ga gd gl gu he hi hr hu hy id is it ka kk km kn ko kok ky lb lo lt lv mk ml mn mr ms my nb ne nl nn no \
    or pa pl ps pt ro ru sd si sk sl so sq sr sr-Latn sv sw ta te tg th ti tk tr tt uk ur uz uz-Cyrl vi zu";

/// Names as used in dates and on their own (the grammatical case differs in some languages), each long and short.
const FORMS: [&str; 4] = ["MMMM", "LLLL", "MMM", "LLL"];

/// Words beside a month that carry no meaning: articles, ordinal endings of days, words for a year.
const FILLERS: [&str; 38] = [
    "the", "of", "st", "nd", "rd", "th", "le", "er", "de", "d", "del", "di", "da", "do", "den", "der", "am", "an", "a",
    "el", "il", "la", "г", "года", "р", "року", "год", "r", "roku", "ano", "anul", "g", "godine", "m", "bl", "ren",
    "سنة", "عام",
];

/// The names of the months in the languages of a table, and in all others as a fallback.
pub struct Months {
    own: Names,
    all: OnceCell<Names>,
}

#[derive(Default)]
struct Names {
    /// Each name, with and without accents, and the months that have it.
    months: BTreeMap<String, BTreeSet<u8>>,
}

impl Months {
    /// The names in these languages and in English come first.
    pub fn new(languages: &[String]) -> Self {
        let mut own = Names::default();
        let is_own = |locale: &str| {
            let language = locale.split('-').next().unwrap_or_default();
            language == "en" || languages.iter().any(|own| own == language)
        };
        LOCALES.split(' ').filter(|locale| is_own(locale)).for_each(|locale| own.add(locale));
        Self { own, all: OnceCell::new() }
    }

    /// The months that words may mean: none, one, or several where languages disagree.
    pub fn named(&self, words: &[String]) -> Vec<u8> {
        let own = self.own.named(words);
        if !own.is_empty() {
            return own;
        }
        let every = || {
            let mut all = Names::default();
            LOCALES.split(' ').for_each(|locale| all.add(locale));
            all
        };
        self.all.get_or_init(every).named(words)
    }
}

impl Names {
    /// Adds the names of a locale.
    fn add(&mut self, locale: &str) {
        let Ok(locale) = locale.parse::<Locale>() else { return };
        for pattern in FORMS.iter().filter_map(|form| form.parse::<DateTimePattern>().ok()) {
            // One pattern after the other: names of two lengths are not loaded together.
            let names = FixedCalendarDateTimeNames::<Gregorian, DateFieldSet>::try_new(locale.clone().into());
            let Ok(mut names) = names else { continue };
            let Ok(format) = names.include_for_pattern(&pattern) else { continue };
            for month in 1..=12 {
                let Ok(day) = Date::try_new_gregorian(2024, month, 1) else { continue };
                let Ok(name) = format.format(&day).try_write_to_string().map(|name| words(&name).join(" ")) else {
                    continue;
                };
                for name in [fold(&name), name].into_iter().filter(|name| !name.is_empty()) {
                    self.months.entry(name).or_default().insert(month);
                }
            }
        }
    }

    fn named(&self, words: &[String]) -> Vec<u8> {
        let all: Vec<&str> = words.iter().map(String::as_str).collect();
        let bare: Vec<&str> = all.iter().filter(|word| !FILLERS.contains(word)).copied().collect();
        let known = |name: &[&str]| {
            let months = self.months.get(&name.join(" ")).filter(|months| months.len() < 12);
            months.map(|months| months.iter().copied().collect())
        };
        let folded = || known(&[&fold(&bare.join(" "))]);
        known(&all).or_else(|| known(&bare)).or_else(folded).unwrap_or_else(|| self.shortened(&bare))
    }

    /// The month that a name of three or four letters begins, where it begins only one.
    fn shortened(&self, words: &[&str]) -> Vec<u8> {
        let [word] = words else { return Vec::new() };
        if !(3..=4).contains(&word.chars().count()) {
            return Vec::new();
        }
        let beginning = self.months.iter().filter(|(name, _)| name.starts_with(word));
        let months: BTreeSet<u8> = beginning.flat_map(|(_, months)| months).copied().collect();
        // `jui` is two months in French.
        if months.len() == 1 { months.into_iter().collect() } else { Vec::new() }
    }
}

/// The words in a text in lower case, without numbers.
pub fn words(text: &str) -> Vec<String> {
    let text = spelling(text);
    let words = text.split(|character: char| !character.is_alphabetic());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether CLDR has a language. For one that it lacks, ICU makes up months such as `M11`.
pub fn is_language(language: &str) -> bool {
    let mut names = Names::default();
    names.add(language);
    names.months.keys().any(|name| name != "m")
}

#[cfg(test)]
mod tests {
    use super::{LOCALES, Months};
    use crate::import::{
        convention::Dates,
        date::{Calendar, months::Names},
    };

    #[test]
    fn every_month_of_every_language_is_read_in_a_table_of_that_language() {
        for locale in LOCALES.split(' ').filter(|locale| !NUMBERED.contains(locale)) {
            let mut names = Names::default();
            names.add(locale);
            let language = locale.split('-').next().unwrap_or_default().to_owned();
            let calendar = Calendar { months: Months::new(&[language]), dates: Dates::default() };
            let mut found = 0;
            // Without accents two months may have the same name.
            for (name, months) in names.months.into_iter().filter(|(_, months)| months.len() == 1) {
                let month = months.into_iter().next().unwrap_or_default();
                let read = calendar.date(&format!("7 {name} 2024"));
                assert_eq!(read, Ok(format!("2024-{month:02}-07")), "{locale}: {name}");
                found |= 1 << month;
            }
            assert_eq!(found, 0b1_1111_1111_1110, "{locale}");
        }
    }

    /// Languages that number their months.
    const NUMBERED: [&str; 3] = ["ja", "ko", "vi"];
}
