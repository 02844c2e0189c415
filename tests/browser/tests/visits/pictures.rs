//! Screenshots to be looked at after a change.

use std::env;

use fact_cards_browser_tests::{Browser, Page, Visit, in_project};

/// The widths of the screenshots.
pub const WIDTHS: [u32; 3] = [320, 768, 1280];

/// A visit for screenshots.
pub fn at_width(width: u32) -> Visit {
    const PICTURES: &str = "pictures are taken in Chromium, which can be told a colour scheme";
    Visit::to("seeds").at_width(width).only_in(Browser::Chromium, PICTURES)
}

/// Checks that nothing overflows sideways, and takes a screenshot. With the unusual fonts none is taken, as it would
/// replace the others.
pub async fn look(page: &Page, name: &str) {
    let width: u32 = page.value("innerWidth").await;
    for scheme in ["light", "dark"] {
        page.prefer(scheme).await;
        let overflow: i64 = page.value("document.documentElement.scrollWidth - innerWidth").await;
        assert!(overflow <= 0, "{name} is {overflow} px too wide at {width} px");
        if env::var("FACT_CARDS_PICTURES").is_ok_and(|wanted| wanted == "false") {
            continue;
        }
        let file = format!("target/screenshots/{name}-{width}-{scheme}.png");
        page.picture(&in_project(&file)).await;
        page.resize(width, 900).await;
    }
}
