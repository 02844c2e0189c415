use crate::separator::{is_end, is_letter, is_soft, is_start};

/// From how many letters on a term is taken for a word after an Arabic preposition without article.
const LONG: usize = 4;

/// A word or a phrase that is sought in folded text.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Term {
    /// The letters, folded. Between them a space, where the text must have a separator, or a hyphen, where it may.
    pattern: String,
    /// Whether the last word may go on.
    open: bool,
}

/// How well a term fits at an occurrence.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Fit {
    /// It ends where a word ends.
    Exact,
    /// It is the beginning of a word.
    Prefix,
}

/// Where a term stands, in bytes of the folded text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Occurrence {
    pub start: usize,
    pub end: usize,
    pub fit: Fit,
}

impl Term {
    /// A term of folded text: one word, or several in a row. An open one may be the beginning of a
    /// longer word. There is none where there is no letter.
    #[must_use]
    pub fn new(folded: &str, open: bool) -> Option<Self> {
        let mut pattern = String::with_capacity(folded.len());
        let mut between = None;
        for sign in folded.chars() {
            if is_letter(sign) {
                pattern.extend(between.take().filter(|_| !pattern.is_empty()));
                pattern.push(sign);
            } else if !is_soft(sign) {
                between = Some(' ');
            } else if between.is_none() {
                between = Some('-');
            }
        }
        (!pattern.is_empty()).then_some(Self { pattern, open })
    }

    /// The term, with its last word open or not.
    #[must_use]
    pub fn opened(self, open: bool) -> Self {
        Self { open, ..self }
    }

    /// Whether its last word may go on.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.open
    }

    /// The letters up to the first separator, and whether there are more.
    #[must_use]
    pub fn first_word(&self) -> (&str, bool) {
        let word = self.pattern.split([' ', '-']).next().unwrap_or_default();
        (word, word.len() < self.pattern.len())
    }

    /// Whether it is long enough to be taken for a word after an Arabic preposition without article.
    #[must_use]
    pub fn is_bold(&self) -> bool {
        self.letters().nth(LONG - 1).is_some()
    }

    /// Its letters, without what separates them.
    pub fn letters(&self) -> impl Iterator<Item = char> {
        self.pattern.chars().filter(|sign| is_letter(*sign))
    }

    /// The first place from a position on.
    pub(crate) fn find(&self, text: &str, from: usize) -> Option<Occurrence> {
        let first = self.pattern.chars().next()?;
        let bold = self.is_bold();
        for (at, letter) in text.get(from..)?.char_indices() {
            let start = from + at;
            if letter == first
                && is_start(text, start, bold)
                && let Some(end) = self.end(text, start)
            {
                let fit = if is_end(text, end) { Fit::Exact } else { Fit::Prefix };
                if self.open || fit == Fit::Exact {
                    return Some(Occurrence { start, end, fit });
                }
            }
        }
        None
    }

    /// Where the term ends, when it begins at a position.
    fn end(&self, text: &str, start: usize) -> Option<usize> {
        let mut rest = text.get(start..)?;
        for wanted in self.pattern.chars() {
            if is_letter(wanted) {
                // Soft separators are skipped, wanted or not.
                rest = rest.trim_start_matches(is_soft).strip_prefix(wanted)?;
            } else {
                let after = rest.trim_start_matches(|sign| !is_letter(sign));
                if wanted == ' ' && after.len() == rest.len() {
                    return None;
                }
                rest = after;
            }
        }
        Some(text.len() - rest.len())
    }
}
