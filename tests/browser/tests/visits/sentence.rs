//! Articles with words that name a card.

use fact_cards_browser_tests::{Page, Visit};

use crate::articles::{article, until_defined};

/// A paragraph with such words.
pub fn sentence(card: &str, words: &str) -> String {
    format!(
        r##"<p>The network behind <a id="words" data-fact-card="{card}" href="#page-of-{card}">{words}</a> was found within a week.</p>"##
    )
}

/// Whose cards they are.
pub const ELEMENT: &str = r#"<fact-cards hidden lang="en"></fact-cards>"#;
pub const SCRIPT: &str = r#"<script type="module" async src="{site}/fact-cards.js"></script>"#;

/// A visit to an article with such words.
pub fn sentences() -> Visit {
    let middle = format!("{}{ELEMENT}{SCRIPT}", sentence("operation-neptune", "Operation NEPTUNE"));
    Visit::embedding("published", &article("", &middle))
}

/// The popover with the card, whether it is open, and the root of the card in it.
pub const BESIDE: &str = "document.querySelector('div[popover]')";
pub const OPEN: &str = "document.querySelector('div[popover]')?.matches(':popover-open')";
pub const CARD: &str = "document.querySelector('div[popover] fact-cards').shadowRoot";

/// A window in which the card comes from below.
pub const NARROW: u32 = 390;

/// Presses the words, and waits for the card.
pub async fn follow(page: &Page) {
    until_defined(page).await;
    page.click("#words").await;
    page.until(OPEN).await;
    page.until(&format!("{CARD}?.querySelector('.fact')")).await;
}
