//! What is printed.

use fact_cards_browser_tests::{Browser, Page, Visit};
use serde_json::{Value, json};

use crate::{
    articles::{ROOT, activate, arrive, with_snippet},
    paper::{SEEN, Seen, as_on_paper, expect_all_facts},
};

#[tokio::test]
async fn printing_uses_the_print_styles() {
    Visit::to("seeds")
        .only_in(Browser::Chromium, "only Chromium can be told to show what it prints")
        .and(async |page| {
            page.open("").await;
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
            page.until("matchMedia('print').matches").await;
            // What was folded is laid out with the next frame.
            page.until_next_frame().await;
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

#[tokio::test]
async fn in_a_narrow_column_nothing_of_a_card_is_cut_off_on_paper() {
    Visit::to("seeds")
        .only_in(Browser::Chromium, "only Chromium can be told to show what it prints")
        .at_width(390)
        .and(async |page| {
            page.go("").await;
            let cut_off = "[...document.querySelectorAll('.card > .summary, .card .figures, .card .figure')]
                .filter(part => part.scrollHeight > part.clientHeight + 1 && part.clientHeight > 0
                    || part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0).length";
            assert!(
                page.value::<usize>(cut_off).await > 0,
                "on a phone closed cards have no more than there is room for"
            );
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
            page.until("matchMedia('print').matches").await;
            page.until(&format!("({cut_off}) === 0")).await;
        })
        .await;
}

#[tokio::test]
async fn what_was_just_chosen_is_printed_whole_without_another_frame() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.click("label[for=kind-venue]").await;
            page.until_card_count(4).await;
            let choose =
                "(window.requestAnimationFrame = () => 0, document.querySelector('label[for=kind-all]').click(), null)";
            let _: Value = page.value(choose).await;
            page.until("document.querySelectorAll('[data-card]').length === 12").await;
            let _: Value = page.value("(dispatchEvent(new Event('beforeprint')), null)").await;
            page.until("document.querySelectorAll('[data-card] > details[open]').length === 22").await;
        })
        .await;
}

/// What the filters have folded is not printed.
async fn expect_the_selection(page: &Page) {
    let (all, seen, sources, screen): Seen = page.value(SEEN).await;
    let found: usize = page.value("document.querySelectorAll('[data-card] .body > .facts > [data-fact]').length").await;
    assert!(found < all, "{found} of {all}");
    assert_eq!((seen, sources, screen), (found, true, Vec::new()));
}

#[tokio::test]
async fn facts_that_are_filtered_out_are_not_printed() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#topic=terrorism").await;
            as_on_paper(page).await;
            expect_the_selection(page).await;
        })
        .await;
}

#[tokio::test]
async fn an_article_prints_every_card_opened_and_is_afterwards_as_it_was() {
    with_snippet()
        .only_in(Browser::Chromium, "only Chromium can be told to show what it prints")
        .and(async |page| {
            arrive(page).await;
            activate(page).await;
            page.open_card("fact-cards >>> [data-card=marrakech]").await;
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
            let _: Value = page.value("(dispatchEvent(new Event('beforeprint')), null)").await;
            let cards = format!("[...{ROOT}.querySelectorAll('[data-card]')]");
            page.until(&format!(
                "{cards}.filter(card => card.checkVisibility() && card.querySelector('.fact').getBoundingClientRect().height > 0).length === 22"
            ))
            .await;
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
            let _: Value = page.value("(dispatchEvent(new Event('afterprint')), null)").await;
            page.until(&format!("{cards}.filter(card => card.dataset.open === '').map(card => card.dataset.card).join() === 'marrakech'")).await;
            // What the browser tells of what was opened and closed has come by then.
            page.until_next_frame().await;
            page.until(&format!("{cards}.filter(card => card.checkVisibility()).length === 6")).await;
            assert_eq!(page.value::<usize>(&format!("{ROOT}.querySelectorAll('[data-open]').length")).await, 1);
        })
        .await;
}
