//! Text settings of readers: larger text, wider spacing.

use fact_cards_browser_tests::{Page, Visit};
use serde_json::Value;

use crate::{
    articles::{ROOT, article, snippet, until_defined},
    sheet::{hide_sheet, show_sheet},
    views::{look_at, open_everything, until_in_sight},
};

const FAULTS: &str = include_str!("text.js");

/// Nothing overflows, is cut off or overlaps something else.
async fn expect_no_faults(page: &Page, what: &str) {
    let (lines, faults): (usize, Vec<String>) = page.value(FAULTS).await;
    assert_eq!(faults, Vec::<String>::new(), "{what}");
    assert!(lines > 2, "there is something to read in {what}: {lines} lines");
}

/// Shows each view with everything open, and the filter sheet.
async fn expect_every_view(page: &Page, what: &str) {
    for view in ["timeline", "map", "figures", "sources", "cards"] {
        look_at(page, view).await;
        until_in_sight(page, view).await;
        open_everything(page, "document").await;
        expect_no_faults(page, &format!("{view}, {what}")).await;
    }
    show_sheet(page, "document").await;
    expect_no_faults(page, &format!("the sheet, {what}")).await;
    hide_sheet(page, "document").await;
}

#[tokio::test]
async fn text_at_twice_its_size_fits_on_desktop_and_phone_in_every_view() {
    // The hostile story has a single character that is wider than a phone at that size.
    for (site, widths) in [("seeds", &[320, 1280][..]), ("hostile", &[1280])] {
        Visit::to(site)
            .and(async |page| {
                page.open("").await;
                let larger = "document.querySelector('fact-cards').style.setProperty('--fact-cards-size', '200%')";
                let _: Value = page.value(&format!("({larger}, null)")).await;
                for width in widths.iter().copied() {
                    page.resize(width, 900).await;
                    expect_every_view(page, &format!("{site} at {width} px")).await;
                }
            })
            .await;
    }
}

#[tokio::test]
async fn with_the_readers_own_text_spacing_no_text_is_cut_off_or_covered_in_any_view() {
    let spacing =
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }";
    for site in ["seeds", "hostile"] {
        // The article's margins do not matter here.
        Visit::embedding(site, &article("<style>body { margin: 0 }</style>", &snippet(site)))
            .at_width(320)
            .and(async |page| {
                page.go("").await;
                until_defined(page).await;
                let set = format!(
                    "(root => {{
                        const sheet = new CSSStyleSheet();
                        sheet.replaceSync(`{spacing}`);
                        document.adoptedStyleSheets = [sheet];
                        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
                    }})({ROOT})"
                );
                for view in ["timeline", "map", "figures", "sources", "cards"] {
                    let request = format!("(document.querySelector('fact-cards').view = '{view}', null)");
                    let _: Value = page.value(&request).await;
                    let of_view = if view == "cards" { ".card".to_owned() } else { format!("[data-view={view}]") };
                    page.until(&format!("{ROOT}.querySelector('[data-ready] {of_view}')?.checkVisibility()")).await;
                    if view == "timeline" {
                        let _: Value = page.value(&format!("({set}, null)")).await;
                    }
                    open_everything(page, ROOT).await;
                    for width in [320, 1280] {
                        page.resize(width, 900).await;
                        expect_no_faults(page, &format!("{view} of {site} at {width} px")).await;
                    }
                }
                for width in [320, 1280] {
                    page.resize(width, 900).await;
                    show_sheet(page, ROOT).await;
                    expect_no_faults(page, &format!("the sheet of {site} at {width} px")).await;
                    hide_sheet(page, ROOT).await;
                }
            })
            .await;
    }
}

/// A window of 1280 × 1024 pixels at 400 % zoom.
#[tokio::test]
async fn at_400_percent_zoom_all_of_the_sheet_can_be_scrolled_to() {
    Visit::to("seeds")
        .at_width(320)
        .and(async |page| {
            page.open("").await;
            page.resize(320, 256).await;
            show_sheet(page, "document").await;
            let in_sight = "[...document.querySelectorAll('.filters :is(button, label)')].filter(control => {
                control.scrollIntoView({ block: 'nearest' });
                const { left, right, top, bottom } = control.getBoundingClientRect();
                const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                return top < -1 || bottom > innerHeight + 1 || !control.contains(hit);
            }).map(control => control.textContent)";
            assert_eq!(page.value::<Vec<String>>(in_sight).await, Vec::<String>::new());
            // Most of the window is for the facets, not for the sticky parts around them.
            let stays = "[...document.querySelectorAll('.filters > :not(.facets)')].reduce((sum, part) => sum + part.offsetHeight, 0)";
            let scrolls = "getComputedStyle(document.querySelector('.filters')).overflowY === 'auto'";
            assert!(page.value::<bool>(&format!("{stays} < innerHeight / 3 || {scrolls}")).await);
        })
        .await;
}
