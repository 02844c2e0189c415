//! An article with the cards in a frame.

use fact_cards_browser_tests::{FRAME_FITS, Page};

/// The frame in the article, with `ADDRESS` for a path inside `embed/`.
pub const FRAME: &str = "<iframe data-fact-cards src=\"{site}/embed/ADDRESS\" title=\"The facts\" width=\"600\" height=\"640\" style=\"width:100%;border:0\"></iframe>";

const SCRIPT: &str = "<script async src=\"{site}/fact-cards-frame.js\"></script>";

pub fn frame(address: &str) -> String {
    format!("{}{SCRIPT}", FRAME.replace("ADDRESS", address))
}

pub fn sandboxed(rights: &str) -> String {
    frame("en.html").replace("<iframe", &format!("<iframe sandbox=\"{rights}\""))
}

/// The height that the article has given the first frame.
pub async fn given_height(page: &Page) -> u32 {
    page.value("document.querySelector('iframe').clientHeight").await
}

/// Waits until the article has given the frame the height of its page, with all that was chosen in it and nothing to
/// scroll, and returns it.
pub async fn until_as_high_as_its_page(page: &Page) -> u32 {
    page.enter_frame("iframe").await;
    page.until("customElements.get('fact-cards') && document.querySelector('.card')").await;
    page.until(FRAME_FITS).await;
    page.leave_frames().await;
    given_height(page).await
}
