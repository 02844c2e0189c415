//! How much of a search counts.

use crate::fold::fold;

/// The most characters of a search, as a reader sees them: a letter with its marks is one.
const MOST: usize = 200;
/// The most marks that a character has. No script needs more.
const MOST_MARKS: usize = 8;

/// The part of a search that counts, wherever it comes from: the field, an address or an attribute. Somebody who pastes a book
/// searches for its beginning, and finds the same after a reload.
#[must_use]
pub(crate) fn limited(typed: &str) -> &str {
    if typed.chars().nth(MOST).is_none() {
        return typed;
    }
    let (mut characters, mut marks) = (0, 0);
    for (at, sign) in typed.char_indices() {
        let is_mark = !sign.is_ascii() && fold(sign.encode_utf8(&mut [0; 4])).is_empty();
        if is_mark {
            marks += 1;
        } else {
            (characters, marks) = (characters + 1, 0);
        }
        if characters > MOST || marks > MOST_MARKS {
            return typed.split_at_checked(at).map_or(typed, |(counts, _)| counts);
        }
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_hundred_characters_count_and_a_letter_with_its_marks_is_one() {
        for letter in ["a", "é", "e\u{301}", "ش", "شّ", "漢"] {
            let all = letter.repeat(MOST);
            assert_eq!(limited(&all), all, "{letter}");
            assert_eq!(limited(&letter.repeat(3 * MOST)), all, "{letter}");
        }
    }

    #[test]
    fn marks_without_end_are_cut_off() {
        let typed = format!("e{}", "\u{301}".repeat(50_000));
        assert_eq!(limited(&typed).chars().count(), 1 + MOST_MARKS);
        assert_eq!(limited(limited(&typed)), limited(&typed));
    }

    #[test]
    fn what_counts_counts_wholly_when_it_is_read_again() {
        let typed = "word ".repeat(20_000);
        assert_eq!(limited(&typed).chars().count(), MOST);
        assert_eq!(limited(limited(&typed)), limited(&typed));
    }
}
