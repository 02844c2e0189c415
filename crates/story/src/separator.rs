//! What separates words in folded text, and where words begin and end. No tables: what is listed here is enough, and the
//! host and the browser agree.
//!
//! A separator is hard, as a space or a bracket, or soft, as a hyphen. A soft one may be left out of what the reader types
//! (`i247` is `I-24/7`), and mostly a word begins after it too (`24/7`).

/// Whether a sign may be left out within a word.
pub(crate) const fn is_soft(sign: char) -> bool {
    matches!(sign, '-' | '\'' | '`' | '/' | '.' | ',')
}

/// Whether a sign always separates words.
#[must_use]
pub const fn is_hard(sign: char) -> bool {
    if sign.is_ascii() {
        return !sign.is_ascii_alphanumeric() && !is_soft(sign);
    }
    matches!(sign,
        '\u{80}'..='\u{bf}' | '×' | '÷'
        | '\u{5c0}' | '\u{5c3}' // Hebrew
        | '،' | '؛' | '\u{61d}'..='؟' | '٪' | '٭' | '۔' | '﴾' | '﴿' // Arabic
        | '।' | '॥' // Indian
        | '\u{1680}' | '\u{2000}'..='\u{25ff}' | '\u{2900}'..='\u{2bff}' // general, currencies, arrows, mathematics
        | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '・') // Chinese, Japanese
}

/// Whether it is neither a soft nor a hard separator.
pub(crate) const fn is_letter(sign: char) -> bool {
    !is_soft(sign) && !is_hard(sign)
}

/// Letters of scripts that write no space between words, and emoji: a word may begin and end at each.
const fn stands_alone(letter: char) -> bool {
    matches!(letter,
        '\u{e00}'..='\u{eff}' // Thai, Lao
        | '\u{1000}'..='\u{109f}' // Myanmar
        | '\u{1780}'..='\u{17ff}' // Khmer
        | '\u{2600}'..='\u{27bf}' // signs that are emoji
        | '\u{2e80}'..='\u{9fff}' // Chinese, Japanese
        | '\u{1f000}'..='\u{3ffff}') // emoji, rare Chinese
}

/// Whether a word may begin with the letter at a position. `bold` takes more for a beginning: see [`after_particle`].
pub(crate) fn is_start(text: &str, at: usize, bold: bool) -> bool {
    let Some((before, here)) = text.split_at_checked(at) else { return false };
    let mut back = before.chars().rev();
    let Some(last) = back.next() else { return true };
    let mut ahead = here.chars();
    if is_hard(last) || stands_alone(last) || ahead.next().is_some_and(stands_alone) {
        return true;
    }
    match last {
        // The s of "INTERPOL's" is no word, "Afrique" in "l'Afrique" is one.
        '\'' | '`' => ahead.next().is_some_and(is_letter) || !back.next().is_some_and(is_letter),
        last if is_soft(last) => !joins(text, at - last.len_utf8()),
        'ل' | 'و' | 'ف' | 'ب' | 'ك' => after_particle(before, here, bold),
        _ => false,
    }
}

/// Whether a word may end before a position.
pub(crate) fn is_end(text: &str, at: usize) -> bool {
    let Some((before, rest)) = text.split_at_checked(at) else { return false };
    let Some(next) = rest.chars().next() else { return true };
    match next {
        '\'' | '`' => true,
        next if is_soft(next) => !joins(text, at),
        next => is_hard(next) || stands_alone(next) || before.chars().next_back().is_some_and(stands_alone),
    }
}

/// Whether the soft separator at a position holds one word together: `1,200`, `e-mail`, `co-operation`, `re-election`.
///
/// After a hyphen that follows anything else a word begins: `Al-Raisi`, `Île-de-France` and `ex-minister` are found by
/// their last part.
fn joins(text: &str, at: usize) -> bool {
    let Some((before, rest)) = text.split_at_checked(at) else { return false };
    let mut ahead = rest.chars();
    let (sign, next) = (ahead.next(), ahead.next());
    let mut back = before.chars().rev();
    let (last, second, third) = (back.next(), back.next(), back.next());
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let is_edge = |letter: Option<char>| letter.is_none_or(is_hard);
    match sign {
        Some('.' | ',') => is_digit(last) && is_digit(next),
        Some('-') if next.is_some_and(is_letter) && !is_digit(next) => match (second, last) {
            (Some('c'), Some('o')) | (Some('r'), Some('e')) => is_edge(third),
            (second, Some(last)) => is_letter(last) && is_edge(second),
            _ => false,
        },
        _ => false,
    }
}

/// Whether what stands before is what Arabic writes together with the word that follows: the article, and "and", "in",
/// "for", "as" before it. So `مغرب` finds `المغرب` and `والمغرب`, and `المغرب` finds `والمغرب`.
///
/// Without the article nothing tells "in" from a first letter; only the `bold` take `بمراكش` for "in `مراكش`".
fn after_particle(before: &str, here: &str, bold: bool) -> bool {
    let start = before.trim_end_matches(is_letter).len();
    let prefix = before.get(start..).unwrap_or_default();
    let prefix = prefix.strip_prefix(['و', 'ف']).unwrap_or(prefix);
    let bare = prefix.strip_prefix(['ب', 'ل', 'ك']).unwrap_or(prefix);
    if bare.is_empty() {
        return bold || here.starts_with("ال");
    }
    // Before the article "for" takes its first letter away.
    (bare == "ال" || prefix == "لل") && here.chars().nth(1).is_some_and(is_letter)
}
