//! The layout of a story that is hostile in every text an editor can write: very long words and many marks at one time.

use fact_cards_browser_tests::{Page, Visit};

use crate::views::open_everything;

/// Fails with the elements that overflow sideways.
async fn expect_to_fit(page: &Page) {
    let out = "[...document.querySelectorAll('.fact-cards-mount *')]
        .filter(element => { const { left, right } = element.getBoundingClientRect();
            return !element.closest('.spoken, .extent') && !element.textContent.includes('﷽') && (right > innerWidth || left < 0); })
        .map(element => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`)";
    if page.value::<bool>("document.documentElement.scrollWidth > innerWidth").await {
        let width: u32 = page.value("innerWidth").await;
        panic!("too wide at {width} px: {:#?}", page.value::<Vec<String>>(out).await);
    }
}

#[tokio::test]
async fn the_longest_words_and_the_tallest_stacks_of_marks_fit_at_every_width() {
    for width in [320, 1280] {
        Visit::to("hostile")
            .at_width(width)
            .and(async |page| {
                page.open("").await;
                expect_to_fit(page).await;
                open_everything(page, "document").await;
                expect_to_fit(page).await;
            })
            .await;
    }
}

#[tokio::test]
async fn a_search_for_the_longest_word_fits_at_every_width() {
    let nothing = "nothing".repeat(28);
    for width in [320, 1280] {
        Visit::to("hostile")
            .at_width(width)
            .and(async |page| {
                page.open(&format!("#q={nothing}")).await;
                page.until("document.querySelector('.nothing-found')").await;
                expect_to_fit(page).await;
            })
            .await;
    }
}
