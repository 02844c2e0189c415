//! Turns of phrase that remedies share.

/// Asks for a name that was most likely meant.
pub(crate) fn did_you_mean(similar: Option<&String>) -> Option<String> {
    similar.map(|similar| format!("did you mean `{similar}`?"))
}

/// Names, each marked as code.
pub(crate) fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
