//! What is printed.

use fact_cards_browser_tests::Visit;

use crate::{
    articles::until_defined,
    paper::{as_on_paper, expect_all_facts},
};

#[tokio::test]
async fn printing_shows_every_fact_with_its_sources_and_no_controls() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            as_on_paper(page).await;
            expect_all_facts(page).await;
            let glyphs = "[...document.querySelectorAll('.kicker .glyph')].every(glyph => getComputedStyle(glyph).getPropertyValue('print-color-adjust') === 'exact')";
            assert!(page.value::<bool>(glyphs).await, "what is drawn by backgrounds is printed");
        })
        .await;
}

#[tokio::test]
async fn without_an_engine_every_fact_is_printed_too() {
    Visit::to("seeds")
        .and(async |page| {
            page.go("").await;
            until_defined(page).await;
            as_on_paper(page).await;
            expect_all_facts(page).await;
            let views = "[...document.querySelectorAll('.view')].filter(view => view.checkVisibility()).length";
            assert_eq!(page.value::<usize>(views).await, 0);
        })
        .await;
}
