//! How mistakes are told: turns of phrase that remedies share, and what a terminal must not be given.

/// Asks for a name that was most likely meant.
pub(crate) fn did_you_mean(similar: Option<&String>) -> Option<String> {
    similar.map(|similar| format!("did you mean `{similar}`?"))
}

/// Names, each marked as code.
pub(crate) fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Whether a terminal does something else than show it: a control character, or one that turns the line round.
pub(crate) fn is_obeyed(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
