//! The page of a single fact, as somebody finds it who opens a link out of a messenger.

use fact_cards_browser_tests::{Browser, Page, PublishedSite, Visit, axe};
use serde_json::Value;

use crate::share::{LINK, watch};

/// What axe finds on this page.
async fn findings(page: &Page) -> Vec<String> {
    let _: Value = page.value(&format!("(() => {{ {}; return null; }})()", axe())).await;
    let run = "(window.axeDone = null, axe.run().then(({ violations }) => window.axeDone = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)), null)";
    let _: Value = page.value(run).await;
    page.until("window.axeDone !== null").await;
    page.value("window.axeDone").await
}

#[tokio::test]
async fn who_opens_a_link_to_a_fact_reads_it_without_script_and_goes_on_to_the_story() {
    let site = PublishedSite::of_story("seeds").serve().await;
    for language in ["", "ar/"] {
        for width in [320, 390, 1280] {
            Visit::to_address(site.url())
                .at_width(width)
                .only_in(Browser::Chromium, "axe looks at markup and computed styles, which are the same in every engine")
                .and(async |page| {
                    page.go(&format!("{language}fact/neptune-arrests/")).await;
                    let scripts = "[...document.scripts].filter(({ type }) => type != 'application/ld+json').length";
                    assert_eq!(page.value::<usize>(scripts).await, 0);
                    let sideways = "document.documentElement.scrollWidth > innerWidth";
                    assert!(!page.value::<bool>(sideways).await, "nothing is wider than the page at {width}");
                    for seen in ["h1", ".figure b", ".says", ".source-details"] {
                        let seen = format!("document.querySelector('{seen}').getBoundingClientRect().bottom < innerHeight");
                        assert!(page.value::<bool>(&seen).await, "{seen} at {width}");
                    }
                    for scheme in ["light", "dark"] {
                        page.prefer(scheme).await;
                        assert_eq!(findings(page).await, Vec::<String>::new(), "{language} at {width}, {scheme}");
                    }
                    page.click(".in-story a").await;
                    page.until("document.querySelector('.fact[data-link-target][data-fact=neptune-arrests]')?.checkVisibility()").await;
                    let path = format!("/{language}");
                    assert_eq!(page.value::<String>("location.pathname").await, path);
                })
                .await;
        }
    }
}

#[tokio::test]
async fn one_reads_on_from_card_to_card_and_axe_finds_nothing_there() {
    let site = PublishedSite::of_story("seeds").serve().await;
    for (language, width) in [("", 320), ("ar/", 390), ("fr/", 1280)] {
        Visit::to_address(site.url())
            .at_width(width)
            .and(async |page| {
                page.go(&format!("{language}fact/neptune-arrests/")).await;
                page.click(".permalink-home a").await;
                page.until("document.querySelector('article[data-card=operation-neptune] h1')").await;
                assert_eq!(findings(page).await, Vec::<String>::new(), "{language} at {width}");
                assert!(!page.value::<bool>("document.documentElement.scrollWidth > innerWidth").await);
                page.click(".related a[href$='card/morocco/']").await;
                page.until("document.querySelector('article[data-card=morocco] h1')").await;
            })
            .await;
    }
}

#[tokio::test]
async fn what_is_shared_from_the_page_a_frame_and_a_standalone_file_leads_to_the_page_of_the_card() {
    let site = PublishedSite::of_story("seeds").serve().await;
    for place in ["", "ar/", "embed/en.html", "standalone/fr.html"] {
        Visit::to_address(site.url())
            .and(async |page| {
                page.open(place).await;
                watch(page, None, None).await;
                page.click(LINK).await;
                page.until("copied.length === 1").await;
                let language = if place.contains("fr") {
                    "fr/"
                } else if place == "ar/" {
                    "ar/"
                } else {
                    ""
                };
                let expected = format!("{}/{language}card/operation-neptune/", site.url());
                assert_eq!(page.value::<String>("copied[0]").await, expected, "{place}");
            })
            .await;
    }
}

#[tokio::test]
async fn the_picture_of_a_card_is_saved_from_the_opened_card() {
    const PICTURE: &str = "[data-card=operation-neptune] .side .export:nth-of-type(2)";
    let site = PublishedSite::of_story("seeds").with_share_pictures().serve().await;
    for (place, name) in [("", "Picture (PNG)"), ("embed/ar.html", "صورة (PNG)")] {
        Visit::to_address(site.url())
            .and(async |page| {
                page.open(place).await;
                watch(page, None, None).await;
                page.click(PICTURE).await;
                page.until_text(PICTURE, name).await;
                page.until("saved.length === 1").await;
                assert_eq!(
                    page.value::<[String; 2]>("saved[0].slice(0, 2)").await,
                    ["operation-neptune.png", "image/png"],
                );
                assert!(page.value::<bool>("saved[0][2].slice(1, 4) === 'PNG'").await);
                assert!(!page.value::<bool>("document.querySelector('.exported, .by-hand') !== null").await);
            })
            .await;
    }
}

#[tokio::test]
async fn the_link_to_the_feed_follows_the_language_of_the_page() {
    let site = PublishedSite::of_story("tests/stories/corrected").serve().await;
    Visit::to_address(site.url())
        .and(async |page| {
            let feed = "document.querySelector('footer a[type]')";
            page.open("").await;
            assert_eq!(page.value::<String>(&format!("{feed}.href")).await, format!("{}/changes.xml", site.url()));
            let words: String = page.value(&format!("{feed}.textContent")).await;
            page.click(".languages [data-language=ar]").await;
            page.until("document.documentElement.dir === 'rtl'").await;
            assert_eq!(page.value::<String>(&format!("{feed}.href")).await, format!("{}/ar/changes.xml", site.url()));
            assert_ne!(page.value::<String>(&format!("{feed}.textContent")).await, words);
        })
        .await;
}
