//! The file of each card by itself: what an article shows between two paragraphs, or beside a sentence.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics says what is wrong"
)]

mod support;

use fact_cards_site::brotli_size;

/// What a reader downloads of a card by itself at most, in bytes.
const MOST: usize = 5 << 10;

fn text(path: &str) -> &'static str {
    let files = support::files("seeds");
    str::from_utf8(files.get(path).unwrap_or_else(|| panic!("there is no {path}"))).unwrap()
}

#[test]
fn each_card_has_a_file_of_its_own_in_each_language_and_it_is_small() {
    let site = support::site("seeds");
    for edition in site.editions() {
        for card in &edition.cards {
            let path = format!("snippet/{}/{}.html", card.id, edition.language);
            let bytes = brotli_size(text(&path).as_bytes());
            assert!(bytes <= MOST, "{path} has {bytes} bytes");
        }
    }
}

#[test]
fn it_has_that_card_alone_and_can_be_pasted() {
    let snippet = text("snippet/operation-neptune/en.html");
    assert!(snippet.starts_with(
        r#"<fact-cards only="operation-neptune" lang="en"><template shadowrootmode="open" shadowrootclonable="">"#
    ));
    assert!(
        snippet
            .contains(r#"<a href="https://cards.example/card/operation-neptune/">Operation NEPTUNE</a></fact-cards>"#),
        "without a script it leads to the page of the card"
    );
    assert!(snippet.contains(r#"<script type="module" async="" src="https://cards.example/fact-cards.js"></script>"#));
    assert_eq!(snippet.matches("data-card=").count(), 1);
    assert!(snippet.contains(r#" data-only="operation-neptune" data-close="Close""#));
    assert_eq!(snippet.matches("<style>").count(), 1, "`hydrate.js` finds styles by these words");
    let arabic = text("snippet/operation-neptune/ar.html");
    assert!(arabic.contains(r#"dir="rtl""#) && arabic.contains(r#"data-close="إغلاق""#));
}

#[test]
fn its_styles_are_a_part_of_those_of_all_cards_and_of_what_comes_with_the_engine() {
    let styles = |path: &str| text(path).split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let (single, all) = (styles("snippet/rabat/en.html"), styles("snippet/en.html"));
    assert!(single.len() < all.len());
    for left_out in [".masthead", ".kinds", ".search", ".show-all{"] {
        assert!(all.contains(left_out) && !single.contains(left_out), "{left_out}");
    }
    for kept in [".fact-cards[data-bare]", ".facts-of>summary", "@media print", "forced-colors"] {
        assert!(single.contains(kept), "{kept}");
    }
}
