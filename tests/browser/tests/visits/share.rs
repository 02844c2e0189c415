//! Records what a page copies, shares and saves.

use fact_cards_browser_tests::Page;
use serde_json::{Value, json};

pub const LINK: &str = "[data-card=operation-neptune] .side .export";

/// Replaces the clipboard, the share sheet and downloads of this page by records in `copied`, `shared` and `saved`. A
/// deliberate failure has the name of its error.
pub async fn watch(page: &Page, copying: Option<&str>, sharing: Option<&str>) {
    let outcome = |error: &str| match error {
        "" => "Promise.resolve()".to_owned(),
        error => format!("Promise.reject(new DOMException('on purpose', {}))", json!(error)),
    };
    let copy = outcome(copying.unwrap_or_default());
    let share = sharing.map_or_else(
        || "undefined".to_owned(),
        |error| format!("data => {{ shared.push(data); return {}; }}", outcome(error)),
    );
    let watch = format!(
        "(() => {{
            Object.assign(window, {{ copied: [], shared: [], saved: [] }});
            const set = (of, name, value) => Object.defineProperty(of, name, {{ value, configurable: true }});
            set(navigator, 'clipboard', {{ writeText: text => {{ copied.push(text); return {copy}; }} }});
            set(navigator, 'share', {share});
            const made = new Map();
            const plain = URL.createObjectURL;
            URL.createObjectURL = blob => {{ const url = plain.call(URL, blob); made.set(url, blob); return url; }};
            HTMLAnchorElement.prototype.click = function () {{
                made.get(this.href).arrayBuffer().then(bytes => saved.push([this.download, made.get(this.href).type, new TextDecoder('utf-8', {{ ignoreBOM: true }}).decode(bytes)]));
            }};
        }})()"
    );
    let _: Value = page.value(&watch).await;
}

const FACT: &str = "[data-card=operation-neptune] [data-fact=neptune-arrests]";

/// Cites a fact, by the control that tells more of it.
pub async fn cite(page: &Page) {
    let is_open = format!("!!document.querySelector('{FACT} .fact-menu[aria-expanded=true]')");
    if !page.value::<bool>(&is_open).await {
        page.click(&format!("{FACT} .fact-menu")).await;
    }
    page.click(&format!("{FACT} .exports .export:nth-of-type(2)")).await;
}
