use fact_cards_story::fold::simplify;
use js_sys::{JsString, RegExp};

/// Folds with the browser's own tables: lower case, decomposed, without combining marks.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let marks = RegExp::new("\\p{M}", "gu");
    let decomposed = JsString::from(text.to_lowercase()).normalize("NFKD");
    simplify(&String::from(decomposed.replace_by_pattern(&marks, "")))
}
