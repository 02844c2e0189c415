use serde_json::json;

/// What leads from an element into its shadow root, in the selectors of a [`crate::Page`].
const INTO: &str = " >>> ";

/// The expression that finds an element in the page: `fact-cards >>> .name` is the first `.name` inside the shadow root of
/// the first `fact-cards`. It is null or undefined where there is none.
pub fn found(selector: &str) -> String {
    let steps: Vec<String> =
        selector.split(INTO).map(|step| format!("querySelector({})", json!(step.trim()))).collect();
    format!("document.{}", steps.join("?.shadowRoot?."))
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn a_selector_leads_through_shadow_roots() {
        assert_eq!(found("h1"), r#"document.querySelector("h1")"#);
        assert_eq!(found("a-b >>> p"), r#"document.querySelector("a-b")?.shadowRoot?.querySelector("p")"#);
    }
}
