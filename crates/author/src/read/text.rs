/// The forbidden characters of a text: control characters and overrides of its direction.
pub(super) fn forbidden(text: &str) -> Vec<(usize, char)> {
    text.char_indices().filter(|(_, character)| is_forbidden(*character)).collect()
}

fn is_forbidden(character: char) -> bool {
    match character {
        '\n' | '\r' | '\t' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => true,
        _ => character.is_control(),
    }
}

/// A text on one line: line breaks and runs of spaces are one space.
#[must_use]
pub fn on_one_line(text: &str) -> String {
    text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
