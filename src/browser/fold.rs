use fact_cards_story::fold::simplify;
use js_sys::{JsString, RegExp};

/// Folds with the browser's own tables: decomposed, lower case, without combining marks.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let marks = RegExp::new("\\p{M}", "gu");
    let lower = JsString::from(text).normalize("NFKD").to_lower_case();
    simplify(&String::from(lower.replace_by_pattern(&marks, "")))
}
