//! What comes out of a printer.

use fact_cards_browser_tests::{Page, Visit};

use crate::{
    articles::until_defined,
    paper::{SEEN, Seen, expect_all_facts},
};

/// The sheet as it is for a printer, on the screen: drivers of Firefox and `WebKit` cannot show it.
async fn as_on_paper(page: &Page) {
    let adopt = "(async () => {
        const link = document.querySelector('link[rel=stylesheet]');
        const sheet = new CSSStyleSheet();
        const styles = await (await fetch(link.href)).text();
        sheet.replaceSync(styles.replaceAll('@media print', '@media all'));
        document.adoptedStyleSheets = [sheet];
        link.sheet.disabled = true;
        return styles.includes('@media print');
    })()";
    assert!(page.value::<bool>(adopt).await, "there are styles for print");
}

/// What the filters have folded away is not printed.
async fn expect_the_selection(page: &Page) {
    let (all, seen, sources, screen): Seen = page.value(SEEN).await;
    let found: usize = page.value("document.querySelectorAll('.card > .facts > [data-fact]').length").await;
    assert!(found < all, "{found} of {all}");
    assert_eq!((seen, sources, screen), (found, true, Vec::new()));
}

#[tokio::test]
async fn every_fact_stands_open_on_paper_with_its_sources_and_nothing_for_a_screen() {
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
async fn what_filters_leave_out_is_not_on_paper() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#topic=terrorism").await;
            as_on_paper(page).await;
            expect_the_selection(page).await;
        })
        .await;
}

#[tokio::test]
async fn without_an_engine_every_fact_is_on_paper_too() {
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
