//! Contrast ratios of the computed colours: 7:1 for all text, including text under the pointer and highlighted text,
//! which axe does not check; 3:1 for controls, their states and focus rings, and for graphics.

use std::collections::BTreeSet;

use fact_cards_browser_tests::{Browser, Page, Visit};
use serde_json::{Value, json};

const RECKON: &str = include_str!("contrast.js");

/// The states to check. Together they show everything that `contrast.js` looks for.
const ADDRESSES: [&str; 9] = [
    "",
    "kind=operation&source=marrakech-2025&q=arrested",
    "fact=neptune-arrests&q=arrested",
    "q=fugitves",
    "view=timeline",
    "view=timeline&q=africa",
    "view=map&fact=election-won&q=glasgow",
    "view=figures",
    "view=sources&q=dkhissi",
];

/// What changes under the pointer.
const HOVERED: [&str; 10] = [
    ".kind[for=kind-venue]",
    ".kind[for=kind-operation]",
    ".view-name[for=view-map]",
    ".filters-button",
    ".chip",
    ":not(.sheet-foot) > .clear",
    "[data-card] .says a",
    ".fact-menu",
    ".export",
    "[data-card] .related a",
];

async fn expect_nothing(page: &Page, at: &str) {
    let found: Vec<String> = page.value("[...contrast.found.values()]").await;
    assert!(found.is_empty(), "{at}: too little contrast:\n{}", found.join("\n"));
}

fn visit() -> Visit {
    const ONE: &str = "only Chromium can be told a colour scheme";
    Visit::to("seeds").only_in(Browser::Chromium, ONE)
}

async fn begin(page: &Page) {
    page.open("").await;
    let _: Value = page.value(&format!("(() => {{ {RECKON}; return null; }})()")).await;
}

/// Navigates to an address.
async fn go_on(page: &Page, address: &str) {
    let _: Value = page.value(&format!("(location.hash = {}, null)", json!(address))).await;
    let (_, query) = address.split_once("q=").unwrap_or_default();
    let fact = if address.contains("fact=") { "" } else { "!" };
    page.until(&format!(
        "document.querySelector('.search').value === {} && {fact}document.querySelector('.fact[data-link-target]')",
        json!(query)
    ))
    .await;
    page.until("document.getAnimations().every(animation => animation.playState === 'finished')").await;
}

#[tokio::test]
async fn text_contrast_is_7_to_1_and_that_of_graphics_3_to_1_in_light_and_dark() {
    visit()
        .and(async |page| {
            begin(page).await;
            let mut seen = BTreeSet::new();
            for address in ADDRESSES {
                go_on(page, address).await;
                for scheme in ["light", "dark"] {
                    page.prefer(scheme).await;
                    let texts: usize = page.value("contrast.texts()").await;
                    assert!(texts > 20, "{address}: {texts} texts");
                    seen.extend(page.value::<Vec<String>>("contrast.shapes()").await);
                    let rings: usize = page.value("contrast.rings()").await;
                    assert!(rings > 5, "{address}: {rings} rings");
                    expect_nothing(page, &format!("{address}, {scheme}")).await;
                }
            }
            page.click(".filters-button").await;
            page.until("document.querySelector(\'.facet input\')").await;
            page.click(".facet input[value=organised-crime]").await;
            for scheme in ["light", "dark"] {
                page.prefer(scheme).await;
                let _: usize = page.value("contrast.texts()").await;
                seen.extend(page.value::<Vec<String>>("contrast.shapes()").await);
                expect_nothing(page, &format!("filters, {scheme}")).await;
            }
            let kinds: usize = page.value("contrast.kinds").await;
            assert_eq!(seen.len(), kinds, "each kind of shape was there: {seen:#?}");
        })
        .await;
}

#[tokio::test]
async fn text_contrast_is_7_to_1_under_the_pointer_too() {
    visit()
        .and(async |page| {
            begin(page).await;
            go_on(page, "source=marrakech-2025&q=arrested").await;
            for scheme in ["light", "dark"] {
                page.prefer(scheme).await;
                for hovered in HOVERED {
                    page.hover(hovered).await;
                    page.until(&format!("document.querySelector({}).matches(':hover')", json!(hovered))).await;
                    let _: usize = page.value("contrast.texts()").await;
                    let _: Value = page.value("contrast.shapes()").await;
                    expect_nothing(page, &format!("{hovered}, {scheme}")).await;
                }
            }
        })
        .await;
}
