//! Articles whose policy trusts a script by its nonce and names no origin of scripts.

use fact_cards_browser_tests::Visit;
use serde_json::Value;

use crate::articles::{LINE, ROOT, article, snippet};

const POLICY: &str = "default-src 'none'; script-src 'nonce-once' 'strict-dynamic' 'wasm-unsafe-eval'; connect-src {site}; require-trusted-types-for 'script'";

#[tokio::test]
async fn a_nonce_on_the_script_is_enough_where_trust_is_handed_on() {
    for code in [LINE.to_owned(), snippet("seeds")] {
        let code = code.replace("<script ", "<script nonce=\"once\" ");
        Visit::embedding("seeds", &article("", &code))
            .policy(POLICY)
            // Chromium says that it has refused the style of the snippet, which comes with the script.
            .where_something_fails()
            .and(async |page| {
                page.go("").await;
                page.until(&format!("{ROOT}?.adoptedStyleSheets.length")).await;
                page.click("fact-cards >>> label[for=kind-venue]").await;
                page.until(&format!("{ROOT}.querySelector('[data-ready]')")).await;
                page.until(&format!("{ROOT}.querySelectorAll('[data-card]').length === 4")).await;
            })
            .await;
    }
}

#[tokio::test]
async fn without_the_nonce_the_script_does_not_run() {
    Visit::embedding("seeds", &article("", LINE))
        .policy(POLICY)
        .where_something_fails()
        .and(async |page| {
            page.go("").await;
            page.until("document.readyState === 'complete'").await;
            assert_eq!(page.value::<Value>("customElements.get('fact-cards') ?? null").await, Value::Null);
            assert!(page.value::<bool>("document.querySelector('fact-cards a').checkVisibility()").await);
        })
        .await;
}
