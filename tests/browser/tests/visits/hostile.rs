//! A story that is hostile in every text an editor can write, and what must not happen with it in a browser.

use fact_cards_browser_tests::Page;
use serde_json::Value;

/// Whatever could run, load or hide something in the widget. Only SVG names are in lower case.
pub const FOREIGN: &str = "[...document.querySelectorAll('.fact-cards-mount *')]
    .filter(element => !/^(A|ARTICLE|B|BDI|BUTTON|CITE|DD|DETAILS|DIALOG|DIV|DL|DT|FIELDSET|H1|H2|H3|INPUT|LABEL|LEGEND|LI|MARK|OL|P|SEARCH|SECTION|SPAN|SUMMARY|UL|a|g|line|path|rect|svg|text|title)$/.test(element.tagName)
        || element.getAttributeNames().some(name => /^on|^style$|^src/.test(name)))
    .map(element => element.outerHTML)";

pub async fn expect_nothing_foreign(page: &Page) {
    assert_eq!(page.value::<Vec<String>>(FOREIGN).await, Vec::<String>::new());
}

/// The scripts of the page and of its templates and frames. The structured data differ from story to story, and nothing
/// in them can end their script.
pub async fn scripts(page: &Page) -> Vec<String> {
    let data = "document.querySelector('script[type=\"application/ld+json\"]')?.text";
    let data: Option<String> = page.value(data).await;
    assert!(data.is_none_or(|data| !data.contains('<') && serde_json::from_str::<Value>(&data).is_ok()));
    page.value(
        "[...document.querySelectorAll('script')].map(script => script.type + ' ' + (/json/.test(script.type) || script.text))",
    )
    .await
}
