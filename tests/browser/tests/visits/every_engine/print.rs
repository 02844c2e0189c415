//! What comes out of a printer.

use fact_cards_browser_tests::{Browser, Page, Visit};
use serde_json::{Value, json};

use crate::articles::until_defined;

/// What is seen of the facts and of what is only for a screen: how many facts have no height, how many sources are not
/// written out, and what is there that should not be.
const SEEN: &str = "(() => {
    const seen = element => element.checkVisibility({ contentVisibilityAuto: true }) && element.getBoundingClientRect().height > 0;
    const all = selector => [...document.querySelectorAll(selector)];
    return [all('.card [data-fact]').length, all('.card [data-fact]').filter(seen).length,
        all('.card [data-fact]').filter(seen).every(fact => [...fact.querySelectorAll('.source > p')].every(seen)),
        all('.controls, .view-names, .takes, .downloads, .two-steps, .close, .clear, summary').filter(seen).map(element => element.className + element.innerText).slice(0, 4)];
})()";

type Seen = (usize, usize, bool, Vec<String>);

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

async fn expect_all_facts(page: &Page) {
    let (all, seen, sources, screen): Seen = page.value(SEEN).await;
    assert!(all > 72, "{all}");
    assert_eq!((seen, sources, screen), (all, true, Vec::new()));
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

#[tokio::test]
async fn a_printer_gets_the_sheet_for_paper() {
    Visit::to("seeds")
        .only_in(Browser::Chromium, "only Chromium can be told to show what it prints")
        .and(async |page| {
            page.open("").await;
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
            page.until("matchMedia('print').matches").await;
            expect_all_facts(page).await;
            let file: Value = page.devtools("Page.printToPDF", json!({})).await;
            let size = file["data"].as_str().map_or(0, str::len);
            assert!(size > 50_000, "a file of {size} letters");
            for view in ["timeline", "map", "figures", "sources"] {
                page.open(&format!("?{view}#view={view}")).await;
                let height =
                    format!("document.querySelector('[data-view={view}]').getBoundingClientRect().height > 200");
                page.until(&height).await;
                let (_, _, _, screen): Seen = page.value(SEEN).await;
                assert_eq!(screen, Vec::<String>::new(), "{view}");
            }
        })
        .await;
}
