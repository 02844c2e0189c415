//! Readers' preferences: reduced motion, more contrast, forced colours.

use fact_cards_browser_tests::{Browser, Page, Visit, in_project};
use serde_json::Value;

use crate::{
    articles::{LINE, ROOT, activate, arrive, article},
    pictures::at_width,
    sheet::{open_sheet, show_sheet},
    views::{look_at, until_in_sight},
};

const TOLD: &str = "only Chromium can be told what a reader prefers";

/// Every view, with something chosen, found, opened or linked to in it.
const SHOWN: [(&str, &str); 6] = [
    ("cards", "#kind=operation&q=neptune&fact=neptune-arrests"),
    ("timeline", "#view=timeline&q=interpol"),
    ("map", "#view=map&card=glasgow"),
    ("figures", "#view=figures"),
    ("sources", "#view=sources&q=dkhissi"),
    ("sheet", "#topic=terrorism"),
];

/// Screenshots of what these readers see, to be looked at.
async fn take_pictures(preference: &str, features: &[(&str, &str)]) {
    at_width(320)
        .and(async |page| {
            page.emulate(features).await;
            for (name, address) in SHOWN {
                page.open(&format!("?{name}{address}")).await;
                if name == "sheet" {
                    show_sheet(page, "document").await;
                }
                let file = format!("target/screenshots/{preference}-{name}-320.png");
                page.picture(&in_project(&file)).await;
                page.resize(320, 900).await;
            }
        })
        .await;
}

#[tokio::test]
async fn pictures_with_forced_colours() {
    for scheme in ["light", "dark"] {
        let features = [("forced-colors", "active"), ("prefers-color-scheme", scheme)];
        take_pictures(&format!("forced-{scheme}"), &features).await;
    }
}

/// Whether two elements differ in one property.
async fn differ(page: &Page, one: &str, other: &str, property: &str) -> bool {
    let style = |selector: &str| format!("getComputedStyle(document.querySelector('{selector}')).{property}");
    page.value(&format!("{} !== {}", style(one), style(other))).await
}

#[tokio::test]
async fn with_forced_colours_choices_matches_and_graphics_can_still_be_distinguished() {
    for scheme in ["light", "dark"] {
        Visit::to("seeds")
            .only_in(Browser::Chromium, TOLD)
            .and(async |page| {
                page.emulate(&[("forced-colors", "active"), ("prefers-color-scheme", scheme)]).await;
                page.open("#kind=operation&q=neptune&fact=neptune-arrests").await;
                page.until("document.querySelector('[data-link-target] [data-link-target]')").await;
                open_sheet(page).await;
                let paper = ".fact-cards";
                for (one, other, property) in [
                    ("[for=kind-operation]", "[for=kind-member]", "backgroundColor"),
                    ("[for=view-cards]", "[for=view-map]", "borderBottomColor"),
                    ("mark", ".name", "backgroundColor"),
                    (".fact[data-link-target]", ".fact:not([data-link-target])", "borderInlineStartWidth"),
                    (".filters .main-button", ".filters", "backgroundColor"),
                    // Shapes are backgrounds, and each kind has its own.
                    (".kind .glyph", paper, "backgroundColor"),
                    ("[for=kind-member] .glyph", "[for=kind-operation] .glyph", "borderRadius"),
                    ("[for=kind-member] .glyph", "[for=kind-venue] .glyph", "borderRadius"),
                    ("[for=kind-operation] .glyph", "[for=kind-member] .glyph", "transform"),
                ] {
                    assert!(differ(page, one, other, property).await, "{one} and {other} have the same {property}");
                }
                let canvas = "getComputedStyle(document.querySelector('.fact-cards')).backgroundColor";
                let drawn = async |selector: &str, property: &str| {
                    let style = format!("getComputedStyle(document.querySelector('{selector}')).{property}");
                    assert!(page.value::<bool>(&format!("{style} !== {canvas}")).await, "{selector} cannot be seen");
                };
                page.open("?timeline#view=timeline").await;
                drawn(".mark", "stroke").await;
                drawn(".scale-line", "stroke").await;
                drawn(".scale-gap", "stroke").await;
                assert!(differ(page, ".mark-inside", ".mark", "stroke").await, "what is vague is hollow");
                page.open("?map#view=map").await;
                drawn(".pin path", "fill").await;
                drawn(".pin-name", "fill").await;
                drawn(".land path", "stroke").await;
                assert!(differ(page, ".pin path", ".pin-count", "fill").await, "the number on a pin");
                page.open("?figures#view=figures").await;
                drawn(".bar-value", "fill").await;
                drawn(".bar-zero", "stroke").await;
                drawn(".bar-more path", "fill").await;
                assert!(differ(page, ".bar-value", ".bar-from", "fill").await, "what there was before");
            })
            .await;
    }
}

#[tokio::test]
async fn with_more_contrast_lines_and_muted_words_take_the_text_colour() {
    Visit::to("seeds")
        .only_in(Browser::Chromium, TOLD)
        .and(async |page| {
            page.open("").await;
            for scheme in ["light", "dark"] {
                page.emulate(&[("prefers-color-scheme", scheme)]).await;
                assert!(differ(page, ".lead", ".fact-cards", "color").await);
                page.emulate(&[("prefers-color-scheme", scheme), ("prefers-contrast", "more")]).await;
                assert!(!differ(page, ".lead", ".fact-cards", "color").await);
                let line = "getComputedStyle(document.querySelector('.fact')).borderTopColor";
                let text = "getComputedStyle(document.querySelector('.fact-cards')).color";
                assert!(page.value::<bool>(&format!("{line} === {text}")).await);
            }
        })
        .await;
}

#[tokio::test]
async fn with_reduced_motion_nothing_animates_in_any_view_or_on_the_way_to_a_card() {
    let smooth = "<style>html { scroll-behavior: smooth }</style>";
    let moving = format!(
        "[...document.getAnimations(), ...{ROOT}.getAnimations()].filter(animation => animation.effect.getComputedTiming().endTime > 10).length"
    );
    let slow = format!(
        "[...{ROOT}.querySelectorAll('*')].filter(element => parseFloat(getComputedStyle(element).transitionDuration) > 0.01).length"
    );
    Visit::embedding("seeds", &article(smooth, LINE))
        .only_in(Browser::Chromium, TOLD)
        .and(async |page| {
            page.emulate(&[("prefers-reduced-motion", "reduce")]).await;
            arrive(page).await;
            activate(page).await;
            for view in ["timeline", "map", "figures", "sources", "cards"] {
                page.click(&format!("fact-cards >>> label[for=view-{view}]")).await;
                assert_eq!((page.value::<u32>(&moving).await, page.value::<u32>(&slow).await), (0, 0), "{view}");
            }
            // A page that scrolls smoothly would not be there yet in the next frame.
            let last = format!("[...{ROOT}.querySelectorAll('.card')].at(-1)");
            let far = format!(
                "(scrollTo({{ top: 0, behavior: 'instant' }}), document.querySelector('fact-cards').card = {last}.dataset.card, null)"
            );
            let _: Value = page.value(&far).await;
            page.until(&format!("{ROOT}.activeElement === {last}")).await;
            let at = format!("Math.round({last}.getBoundingClientRect().top)");
            let places: (i32, i32) = page.value(&format!("[{at}, innerHeight]")).await;
            assert!(places.0 < places.1, "{places:?}");
            assert_eq!((page.value::<u32>(&moving).await, page.value::<u32>(&slow).await), (0, 0), "the card");
        })
        .await;
}

#[tokio::test]
async fn kinds_differ_by_shape_and_word_not_by_colour_alone() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let shapes = "['member', 'operation', 'venue'].map(kind => {
                const glyph = getComputedStyle(document.querySelector(`.card[data-kind=${kind}] .glyph`));
                return [glyph.borderRadius, glyph.transform].join();
            })";
            let mut shapes: Vec<String> = page.value(shapes).await;
            shapes.sort();
            shapes.dedup();
            assert_eq!(shapes.len(), 3, "{shapes:?}");
            let wordless = "[...document.querySelectorAll('.card')].filter(card => {
                const word = { member: 'Member', operation: 'Operation', venue: 'Venue' }[card.dataset.kind];
                return !card.querySelector('.kicker').innerText.startsWith(word);
            }).length";
            assert_eq!(page.value::<u32>(wordless).await, 0, "each card says its kind");
            for view in ["timeline", "map", "figures", "sources"] {
                look_at(page, view).await;
                until_in_sight(page, view).await;
                let shapeless = format!("[...document.querySelectorAll('[data-view={view}] .whose')].filter(whose => !whose.querySelector('.glyph')).length");
                assert_eq!(page.value::<u32>(&shapeless).await, 0, "{view}");
            }
        })
        .await;
}
