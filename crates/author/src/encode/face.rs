//! What a card shows of itself where there is no picture: the coast around a venue, the main figure of an operation, the initials
//! of a member.

use icu::normalizer::ComposingNormalizerBorrowed;

use super::{Encoder, entry, map::coast};
use crate::story::{Card, Quantity, Story};
use fact_cards_story::{Kind, edition::Face};

/// Of a story with more venues than that none has a coast: each would be drawn, and downloaded.
const MOST_COASTS: usize = 200;

/// The coast around each card that is a venue, by the position of the card in the story. They are the same in every language.
pub(super) fn coasts(story: &Story) -> Vec<Option<String>> {
    let places = || story.cards.iter().map(|card| card.coordinates);
    if places().flatten().count() > MOST_COASTS {
        return vec![None; story.cards.len()];
    }
    places().map(|coordinates| coast(coordinates?)).collect()
}

impl Encoder<'_> {
    pub(super) fn face(&self, at: usize, card: &Card) -> Face {
        let letters = |letters: String| if letters.is_empty() { Face::Sign } else { Face::Letters(letters) };
        match card.kind {
            Kind::Member => letters(initials(self.at(&card.name))),
            Kind::Operation => letters(self.main_figure(at).unwrap_or_default()),
            Kind::Venue => entry(self.coasts, at).cloned().flatten().map_or(Face::Sign, Face::Coast),
        }
    }

    /// The first amount among a card's own facts that stand, if it is short.
    fn main_figure(&self, at: usize) -> Option<String> {
        let own = entry(&self.standing, at)?.own.iter().filter_map(|fact| entry(&self.story.facts, *fact));
        let stands = own.filter(|fact| fact.life.withdrawn.is_none());
        let figure = stands.filter_map(|fact| fact.figure.as_ref()).find(|figure| {
            // A year says when, not how much.
            !matches!(figure.quantity, Quantity::Year(_))
        })?;
        Some(self.latest_number(figure)).filter(|number| number.chars().count() <= Face::MOST_LETTERS)
    }
}

/// The first letters of the first and the last word of a name; of one word, one. Arabic letters, whose forms join, stand alone.
/// Small words such as "of" count only where there is no other.
fn initials(name: &str) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(name);
    let words = composed.split(|sign: char| !(sign.is_alphanumeric() || is_inside(sign)));
    let words: Vec<&str> = words.filter(|word| word.contains(char::is_alphanumeric)).collect();
    let is_large = |word: &&&str| !word.starts_with(char::is_lowercase);
    let mut large: Vec<&str> = words.iter().filter(is_large).copied().collect();
    if large.is_empty() {
        large = words;
    }
    let (Some(first), last) = (large.first(), large.iter().skip(1).last()) else { return String::new() };
    let first = initial(first);
    match last.and_then(|last| initial(last)).filter(|_| !first.is_some_and(joins)) {
        Some(last) => first.into_iter().chain([last]).collect(),
        None => first.into_iter().collect(),
    }
}

/// Whether a sign may stand inside of a word: an apostrophe, or a mark that nothing composes with the letter before it.
fn is_inside(sign: char) -> bool {
    matches!(sign, '\'' | '’' | 'ʼ' | '\u{300}'..='\u{36f}')
}

/// The letter that stands for a word, without the Arabic article.
fn initial(word: &str) -> Option<char> {
    const ARTICLE: &str = "ال";
    let bare = word.strip_prefix(ARTICLE).filter(|bare| bare.chars().count() > 1).unwrap_or(word);
    let letter = bare.chars().find(|sign| sign.is_alphanumeric())?;
    let mut large = letter.to_uppercase();
    // What is larger as several letters stays as it is.
    large.next().filter(|_| large.next().is_none()).or(Some(letter))
}

/// Whether a letter has another form beside another one.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{8ff}' | '\u{1800}'..='\u{18af}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_the_initials_of_its_first_and_its_last_word() {
        let named = [
            ("Mohammed Dkhissi", "MD"),
            ("Ahmed Nasser Al Raisi", "AR"),
            ("INTERPOL", "I"),
            ("Charles de Gaulle", "CG"),
            ("Bank of England", "BE"),
            ("Côte d’Ivoire", "C"),
            ("E\u{301}mile Zola", "ÉZ"),
            ("国際刑事警察機構", "国"),
            ("24 Heures", "2H"),
        ];
        for (name, initials) in named {
            assert_eq!(super::initials(name), initials, "{name}");
        }
    }

    #[test]
    fn an_arabic_name_has_one_letter_without_the_article() {
        for (name, letter) in [("محمد الدخيسي", "م"), ("المغرب", "م"), ("الإنتربول", "إ"), ("آل", "آ"), ("ال", "ا")]
        {
            assert_eq!(initials(name), letter, "{name}");
        }
    }

    #[test]
    fn small_words_count_where_there_is_no_other_and_what_has_no_letter_has_no_initials() {
        assert_eq!(initials("eunoia"), "E");
        assert_eq!(initials("bell hooks"), "BH");
        for name in ["", " ", "—", "!?"] {
            assert_eq!(initials(name), "", "{name}");
        }
    }
}
