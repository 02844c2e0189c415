//! The tab order in an article that hides the focus.

use fact_cards_browser_tests::Visit;
use serde_json::Value;

use crate::{
    articles::{ROOT, article, snippet, until_defined},
    stops::{LIGHT, WATCH, walk},
    views::ALL,
};

/// The colour of the focus ring in the dark theme.
const DARK: &str = "rgb(156, 194, 245)";

#[tokio::test]
async fn the_focus_is_visible_in_every_view_and_theme_in_an_article_that_removes_outlines() {
    let reset = "<style>* { outline: none !important } :focus-visible { outline: 0 !important; box-shadow: none !important }</style>";
    Visit::embedding("seeds", &article(reset, &snippet("seeds")))
        .and(async |page| {
            page.go("").await;
            until_defined(page).await;
            let _: Value = page.value(WATCH).await;
            let _: Value = page.value("(Object.assign(document.querySelector('fact-cards'), { q: 'neptune' }), null)").await;
            page.until(&format!("{ROOT}.querySelector('[data-ready] mark')")).await;
            for view in ALL {
                for (theme, colour) in [("light", LIGHT), ("dark", DARK)] {
                    let set = format!(
                        "(Object.assign(document.querySelector('fact-cards'), {{ view: '{view}', theme: '{theme}' }}), null)"
                    );
                    let _: Value = page.value(&set).await;
                    let of_view = if view == "cards" { "[data-card]".to_owned() } else { format!("[data-view={view}]") };
                    page.until(&format!("{ROOT}.querySelector('{of_view}')?.checkVisibility()")).await;
                    let presses = walk(page, theme == "dark", false, colour, &format!("{view}, {theme}")).await;
                    assert!(presses >= 8, "{view}: {presses}");
                }
            }
        })
        .await;
}
