//! Readers in a real browser.

use fact_cards_browser_tests::{Visit, WordPress};

use crate::post::{THEMES, block, publish};

/// Only the venues are shown.
const VENUES: &str = "[...document.querySelector('fact-cards').shadowRoot.querySelectorAll('article')]
    .filter(card => card.checkVisibility()).map(card => card.dataset.kind).join() === 'venue,venue,venue,venue'";

#[tokio::test]
async fn a_reader_reads_without_script_and_filters_with_it_in_both_themes() {
    let wordpress = WordPress::shared().await;
    let post = publish(wordpress, "author", &block(&wordpress.source("site"), ""));
    for theme in THEMES {
        for width in [390, 1280] {
            let path = format!("{}&theme={theme}", post.trim_start_matches('/'));
            Visit::to_address(wordpress.url())
                .at_width(width)
                .and(async |page| {
                    page.go(&path).await;
                    page.until(
                        "document.querySelector('fact-cards').shadowRoot?.querySelectorAll('article').length === 22",
                    )
                    .await;
                    let fits = "document.documentElement.scrollWidth <= innerWidth";
                    assert!(page.value::<bool>(fits).await, "{theme} at {width}");
                    page.click("fact-cards >>> label[for=kind-venue]").await;
                    page.until("document.querySelector('fact-cards').shadowRoot.querySelector('[data-ready]')").await;
                    page.until(VENUES).await;
                })
                .await;
        }
    }
}

#[tokio::test]
async fn a_page_that_a_minifier_has_made_smaller_shows_the_same_and_works() {
    let wordpress = WordPress::shared().await;
    let post = publish(wordpress, "author", &format!("Before.\n\n{}", block(&wordpress.source("site"), "")));
    let path = format!("{}&smaller", post.trim_start_matches('/'));
    Visit::to_address(wordpress.url())
        .and(async |page| {
            page.go(&path).await;
            assert!(
                !page.value::<String>("document.querySelector('.entry-content').innerHTML").await.contains('\n'),
                "it is smaller"
            );
            page.until("document.querySelector('fact-cards').shadowRoot?.querySelectorAll('article').length === 22")
                .await;
            page.click("fact-cards >>> label[for=kind-venue]").await;
            page.until(VENUES).await;
        })
        .await;
}
