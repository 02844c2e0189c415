//! The word of a story that a mistyped one was most likely meant to be.

use fact_cards_story::{Term, edition::Edition};

use super::each_text;

/// From how many letters on one mistake is forgiven, and two.
const ONE: usize = 4;
const TWO: usize = 8;

/// A word of the story.
pub(super) struct Word {
    /// Its letters, folded.
    pub letters: String,
    /// As it is written.
    pub shown: String,
    count: usize,
}

/// How unlike the typed word a word is. The smaller comes first: the nearest, then a whole word before the beginning of one,
/// then one that stands in a name. A mistake more is a stronger sign than a name, so that two in a name do not beat one
/// elsewhere.
type Unlikeness = (usize, bool, bool);

/// The nearest word, and of several the most frequent, if a word is near enough. It is never one with a digit: another number
/// is another fact.
pub(super) fn word(edition: &Edition, sought: &Term) -> Option<Word> {
    let typed: Vec<char> = sought.letters().collect();
    let allowed = match typed.len() {
        ..ONE => return None,
        ONE..TWO => 1,
        TWO.. => 2,
    };
    let mut nearest: Unlikeness = (allowed, true, true);
    let mut words: Vec<Word> = Vec::new();
    each_text(edition, &mut |text, in_name| {
        text.each_word(&mut |letters, shown| {
            let Some((mistakes, begun)) = mistakes(&typed, letters, nearest.0, sought.is_open()) else { return };
            let unlikeness = (mistakes, begun, !in_name);
            if unlikeness > nearest || letters.bytes().any(|letter| letter.is_ascii_digit()) {
                return;
            }
            if unlikeness < nearest {
                nearest = unlikeness;
                words.clear();
            }
            match words.iter_mut().find(|word| word.letters == letters) {
                Some(word) => word.count += 1,
                None => words.push(Word { letters: letters.to_owned(), shown: shown.to_owned(), count: 1 }),
            }
        });
    });
    // Of those that are as frequent the first one.
    words.into_iter().rev().max_by_key(|word| word.count)
}

/// How many letters are wrong, missing, too many or swapped with the next (optimal string alignment), up to so many as are
/// allowed; and whether only the beginning of the word was typed, where that may be.
fn mistakes(typed: &[char], letters: &str, allowed: usize, open: bool) -> Option<(usize, bool)> {
    let length = letters.chars().count();
    if length + allowed < typed.len() || !open && length > typed.len() + allowed {
        return None;
    }
    // A row has the mistakes between what was typed so far and each beginning of the word.
    let mut before_last = Vec::new();
    let mut last: Vec<usize> = (0..=length.min(typed.len() + allowed)).collect();
    let mut typed_before = None;
    for (number, sign) in typed.iter().enumerate() {
        let mut row = Vec::with_capacity(last.len());
        row.push(number + 1);
        let mut left = number + 1;
        let mut letter_before = None;
        for (at, (letter, above)) in letters.chars().zip(last.windows(2)).enumerate() {
            let &[diagonal, above] = above else { break };
            left = (diagonal + usize::from(*sign != letter)).min(above + 1).min(left + 1);
            if typed_before == Some(letter)
                && letter_before == Some(*sign)
                && let Some(swapped) = at.checked_sub(1).and_then(|at| before_last.get(at))
            {
                left = left.min(swapped + 1);
            }
            row.push(left);
            letter_before = Some(letter);
        }
        if row.iter().all(|mistakes| *mistakes > allowed) {
            return None;
        }
        typed_before = Some(*sign);
        before_last = last;
        last = row;
    }
    let whole = last.get(length).copied().filter(|mistakes| *mistakes <= allowed);
    let begun = last.iter().copied().min().filter(|mistakes| open && *mistakes <= allowed);
    match (whole, begun) {
        (Some(whole), Some(begun)) if begun < whole => Some((begun, true)),
        (Some(whole), _) => Some((whole, false)),
        (None, begun) => begun.map(|begun| (begun, true)),
    }
}
