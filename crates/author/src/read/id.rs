//! The form of ids.

/// The form of an id as a regular expression. [`is_id`] checks the same.
pub const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// Whether a text is an id.
pub fn is_id(text: &str) -> bool {
    text.split('-')
        .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// The id made of a text.
#[must_use]
pub fn as_id(text: &str) -> Option<String> {
    let folded = fact_cards_story::fold::fold(text);
    let words: Vec<&str> =
        folded.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join("-"))
}
