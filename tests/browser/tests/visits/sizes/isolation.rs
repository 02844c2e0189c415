//! The element in articles of every width.

use fact_cards_browser_tests::{Browser, Page, Visit, in_project};
use serde_json::Value;

use crate::articles::{LINE, ROOT, arrive, article};

#[tokio::test]
async fn in_a_narrow_column_of_a_wide_page_the_cards_use_the_phone_layout() {
    let column = article("", &format!("<div style=\"width: 300px\">{LINE}</div>"));
    Visit::embedding("seeds", &column)
        .and(async |page| {
            arrive(page).await;
            assert!(page.value::<f64>("innerWidth").await > 1000.0);
            let out = format!(
                "[...{ROOT}.querySelectorAll('.fact-cards *')].filter(element => element.checkVisibility() && !element.closest('.spoken, .extent')
                    && element.getBoundingClientRect().right > document.querySelector('fact-cards').getBoundingClientRect().right + 0.5)
                    .map(element => element.className)"
            );
            assert_eq!(page.value::<Vec<String>>(&out).await, Vec::<String>::new(), "stands out of the column");
            let columns = format!("new Set([...{ROOT}.querySelectorAll('.card')].filter(card => card.checkVisibility()).map(card => Math.round(card.getBoundingClientRect().left))).size");
            assert_eq!(page.value::<usize>(&columns).await, 1);
            let lines = format!("new Set([...{ROOT}.querySelectorAll('.kind')].map(kind => kind.getBoundingClientRect().top)).size");
            assert_eq!(page.value::<usize>(&lines).await, 1, "all kinds stand side by side");
        })
        .await;
}

/// Screenshots to be looked at, as of our own page.
#[tokio::test]
async fn articles_with_the_element_fit_at_every_width() {
    let prose = "<style>body { font: 1.1rem/1.6 Georgia, serif; max-width: 45rem; margin: 1rem auto; padding: 0 1rem; color-scheme: light dark;
        background: light-dark(#fff, #111); color: light-dark(#222, #ddd) }</style>";
    for width in [320, 768, 1280] {
        Visit::embedding("seeds", &article(prose, LINE))
            .at_width(width)
            .only_in(Browser::Chromium, "the pictures are taken in Chromium")
            .and(async |page| {
                arrive(page).await;
                look(page, width).await;
            })
            .await;
    }
}

async fn look(page: &Page, width: u32) {
    for scheme in ["light", "dark"] {
        page.prefer(scheme).await;
        let overflow: i64 = page.value("document.documentElement.scrollWidth - innerWidth").await;
        assert!(overflow <= 0, "the article is {overflow} px too wide at {width} px");
        let file = format!("target/screenshots/article-{width}-{scheme}.png");
        page.picture(&in_project(&file)).await;
        page.resize(width, 900).await;
    }
    let _: Value = page.value("null").await;
}
