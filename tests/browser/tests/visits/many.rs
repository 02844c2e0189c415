//! Articles that show one story of a site of many.

use fact_cards_browser_tests::Visit;

use crate::articles::article;

/// The line for the first story, to be pasted into an article.
pub const LINE: &str = r#"<script type="module" async src="{site}/fact-cards.js"></script><fact-cards src="{site}/seeds/story.bin" lang="en"><a href="{site}/seeds/">The facts</a></fact-cards>"#;

pub fn with_line() -> Visit {
    Visit::embedding("stories", &article("", LINE))
}
