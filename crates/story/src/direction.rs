//! Which way text runs, as far as a text has to be kept apart from what stands around it.

use std::ops::Range;

/// The value of `dir` for texts that run that way.
#[must_use]
pub const fn direction(right_to_left: bool) -> &'static str {
    if right_to_left { "rtl" } else { "ltr" }
}

/// Whether a letter belongs to a script that is written from right to left.
const fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether a letter belongs to a script that is written from left to right. Blocks are enough here, where the tables of
/// Unicode would weigh kilobytes in the wasm.
const fn is_left_to_right(letter: char) -> bool {
    matches!(letter, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{589}' | '\u{900}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3040}'..='\u{d7ff}' | '\u{f900}'..='\u{fb1c}' | '\u{ff21}'..='\u{ffdc}' | '\u{20000}'..='\u{3ffff}')
}

const fn is_digit(sign: char) -> bool {
    matches!(sign, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

/// What joins the words of a name, such as `I-24/7` or `Al Raisi`, and signs that are not seen. Brackets and quotation marks
/// end it: they belong to the sentence around.
const fn joins(sign: char) -> bool {
    matches!(sign, '\u{200c}' | '\u{200d}' | '\u{ad}' | ' ' | '-' | '‑' | '/' | '.' | '’' | '\'' | '&' | '\u{a0}')
}

/// The parts of a text that run against it, such as a Latin name in an Arabic sentence, with the digits that belong to
/// them. Each begins and ends with a letter or a digit.
pub(crate) fn runs_against(text: &str, right_to_left: bool) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    // Where the word began that may become a run, and where the run ends that is being read.
    let mut word = None;
    let mut run: Option<Range<usize>> = None;
    let mut spaced = false;
    for (at, sign) in text.char_indices() {
        let end = at + sign.len_utf8();
        let is_digit = is_digit(sign);
        let runs_against = if right_to_left { is_left_to_right(sign) } else { is_right_to_left(sign) };
        if !is_digit && runs_against {
            let start = run.as_ref().map_or_else(|| word.unwrap_or(at), |run| run.start);
            run = Some(start..end);
            spaced = false;
        } else if is_digit {
            match &mut run {
                Some(run) if !spaced => run.end = end,
                _ => {}
            }
        } else if joins(sign) {
            spaced |= sign.is_whitespace();
        } else {
            runs.extend(run.take());
        }
        word =
            if is_digit || (word.is_some() && joins(sign) && !sign.is_whitespace()) { word.or(Some(at)) } else { None };
    }
    runs.extend(run);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(text: &str, right_to_left: bool) -> Vec<&str> {
        runs_against(text, right_to_left).into_iter().filter_map(|run| text.get(run)).collect()
    }

    #[test]
    fn latin_names_are_isolated_with_their_digits() {
        let text = "تتواصل عبر نظام I-24/7 الآمن، بحسب INTERPOL (‏Al Raisi) و24/7-X.";
        assert_eq!(runs(text, true), ["I-24/7", "INTERPOL", "Al Raisi", "24/7-X"]);
    }

    #[test]
    fn numbers_alone_are_not_isolated() {
        assert_eq!(runs("من 104 إلى 140، في 4–7 نوفمبر 2024", true), [""; 0]);
        assert_eq!(runs("نظام INTERPOL 2024", true), ["INTERPOL"]);
    }

    #[test]
    fn an_arabic_name_is_isolated_in_latin_text() {
        assert_eq!(runs("The DGSN (المديرية العامة), in Rabat", false), ["المديرية العامة"]);
    }

    #[test]
    fn a_text_in_a_single_direction_has_no_runs() {
        assert_eq!(runs("He is Director-General of the DGSN.", false), [""; 0]);
        assert_eq!(runs("", true), [""; 0]);
    }
}
