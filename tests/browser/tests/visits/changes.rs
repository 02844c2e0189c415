//! The list of changes to a story's facts.

use fact_cards_browser_tests::Page;

pub const CORRECTION: &str = "Corrected on 25 November 2025: It said 134 people; it is 135.";

/// Opens the list by its summary line, as a reader would.
pub async fn open_list(page: &Page, root: &str, selector: &str) {
    page.click(&format!("{selector}.changes > summary")).await;
    page.until(&format!("{root}.querySelector('.changes li').checkVisibility()")).await;
}
