//! What was typed, taken apart: words and quoted phrases. Nothing that is typed is wrong.

use fact_cards_story::{Term, is_hard};

use crate::fold::fold;

/// A word or a phrase that was typed.
pub(super) struct Typed {
    pub term: Term,
    /// As the reader wrote it.
    pub readable: String,
    /// Whether it is a word, not a phrase.
    pub is_word: bool,
}

/// The words and phrases, in order. The last one may go on, unless it is a phrase whose quotes are closed.
pub(super) fn parts(mut typed: &str) -> Vec<Typed> {
    let mut parts = Vec::new();
    while let Some((before, quoted)) = split_at_quote(typed) {
        add_words(before, &mut parts);
        let mut quoted = quoted.chars();
        let opening = quoted.next();
        let quoted = quoted.as_str();
        let end = closing(quoted, opening.is_some_and(is_single));
        let phrase = end.and_then(|end| quoted.get(..end)).unwrap_or(quoted);
        parts.extend(Term::new(&fold(phrase), end.is_none()).map(|term| Typed {
            term,
            readable: format!("\"{}\"", phrase.trim()),
            is_word: false,
        }));
        let mut rest = end.and_then(|end| quoted.get(end..)).unwrap_or_default().chars();
        rest.next();
        typed = rest.as_str();
    }
    add_words(typed, &mut parts);
    if let Some(last) = parts.pop() {
        let open = last.is_word || last.term.is_open();
        parts.push(Typed { term: last.term.opened(open), ..last });
    }
    parts
}

fn add_words(typed: &str, parts: &mut Vec<Typed>) {
    for token in typed.split_whitespace() {
        let folded = fold(token);
        // "10+5" or a ligature may be several words.
        for word in folded.split(is_hard) {
            parts.extend(Term::new(word, false).map(|term| Typed {
                term,
                readable: if word.len() == folded.len() { token } else { word }.to_owned(),
                is_word: true,
            }));
        }
    }
}

const fn is_double(sign: char) -> bool {
    matches!(sign, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '〝' | '〞' | '〟' | '「' | '」' | '『' | '』' | '＂')
}

/// Whether it is a quote or an apostrophe.
const fn is_single(sign: char) -> bool {
    matches!(sign, '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›')
}

/// What stands before the first opening quote, and the rest with it. A single one opens only before a word, and only when
/// it is closed: an apostrophe does neither.
fn split_at_quote(typed: &str) -> Option<(&str, &str)> {
    let mut after_space = true;
    for (at, sign) in typed.char_indices() {
        let (before, rest) = typed.split_at_checked(at)?;
        let mut quoted = rest.chars();
        quoted.next();
        if is_double(sign) || is_single(sign) && after_space && closing(quoted.as_str(), true).is_some() {
            return Some((before, rest));
        }
        after_space = sign.is_whitespace();
    }
    None
}

/// Where the quotes end. A single one closes only after a word: an apostrophe does not.
fn closing(quoted: &str, single: bool) -> Option<usize> {
    let mut signs = quoted.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let ends = signs.peek().is_none_or(|(_, next)| next.is_whitespace());
        if if single { is_single(sign) && ends } else { is_double(sign) } {
            return Some(at);
        }
    }
    None
}
