//! What became of a story's facts, as it is told in a list.

use fact_cards_browser_tests::Page;

pub const CORRECTION: &str = "Corrected on 25 November 2025: It said 134 people; it is 135.";

/// Opens the list by its line, as a reader does.
pub async fn open_list(page: &Page, root: &str, selector: &str) {
    page.click(&format!("{selector}.changes > summary")).await;
    page.until(&format!("{root}.querySelector('.changes li').checkVisibility()")).await;
}
