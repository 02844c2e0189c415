use serde_json::json;

/// Separates the steps into shadow roots in the selectors of a [`crate::Page`].
const INTO: &str = " >>> ";

/// A JavaScript expression for the first match of a selector: `fact-cards >>> .name` is the first `.name` inside the
/// shadow root of the first `fact-cards`. Null or undefined if there is none.
pub fn found(selector: &str) -> String {
    let steps: Vec<String> =
        selector.split(INTO).map(|step| format!("querySelector({})", json!(step.trim()))).collect();
    format!("document.{}", steps.join("?.shadowRoot?."))
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn a_selector_reaches_through_shadow_roots() {
        assert_eq!(found("h1"), r#"document.querySelector("h1")"#);
        assert_eq!(found("a-b >>> p"), r#"document.querySelector("a-b")?.shadowRoot?.querySelector("p")"#);
    }
}
