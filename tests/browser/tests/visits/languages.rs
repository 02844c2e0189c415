//! The languages of the first story, and switching between them.

use fact_cards_browser_tests::Page;
use serde_json::{Value, json};

pub const TITLES: [(&str, &str); 3] = [
    ("en", "Morocco and INTERPOL: who, what and where"),
    ("fr", "Le Maroc et INTERPOL\u{a0}: qui, quoi et où"),
    ("ar", "المغرب والإنتربول: مَن وماذا وأين"),
];

pub fn title(language: &str) -> &'static str {
    TITLES.iter().find(|(known, _)| *known == language).map(|(_, title)| *title).unwrap()
}

/// The page is in that language, in all its texts and metadata.
pub async fn until_in(page: &Page, language: &str, locale: &str, direction: &str) {
    page.until_text(".title", title(language)).await;
    page.until(&format!("document.title === '{}'", title(language))).await;
    let said = "[document.documentElement, document.querySelector('.fact-cards')].map(({ lang, dir }) => [lang, dir])";
    assert_eq!(page.value::<Value>(said).await, json!([[locale, direction], [locale, direction]]));
    let current = "[...document.querySelectorAll('.languages [aria-current]')].map(link => link.lang)";
    assert_eq!(page.value::<Value>(current).await, json!([locale]));
}

pub async fn choose(page: &Page, language: &str) {
    page.click(&format!(".languages [data-language={language}]")).await;
}
