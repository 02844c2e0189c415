//! Contrasts, reckoned from the colours that the browser computes: 7:1 for all text, also where the pointer rests and where
//! something is marked, which axe does not look at; 3:1 for what tells a control, its state and its focus, and for what is
//! drawn.

use std::collections::BTreeSet;

use fact_cards_browser_tests::{Browser, Page, Visit};
use serde_json::{Value, json};

const RECKON: &str = include_str!("contrast.js");

/// What is looked at. Together there is everything that `contrast.js` looks for.
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

/// What looks different below the pointer.
const HOVERED: [&str; 9] = [
    ".kind[for=kind-venue]",
    ".kind[for=kind-operation]",
    ".view-name[for=view-map]",
    ".filters-button",
    ".chip",
    ":not(.sheet-foot) > .clear",
    ".source > summary",
    ".take",
    ".statement a",
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

/// Goes on to what an address asks for.
async fn go_on(page: &Page, address: &str) {
    let _: Value = page.value(&format!("(location.hash = {}, null)", json!(address))).await;
    let (_, query) = address.split_once("q=").unwrap_or_default();
    let fact = if address.contains("fact=") { "" } else { "!" };
    page.until(&format!(
        "document.querySelector('.search').value === {} && {fact}document.querySelector('.fact[data-arrived]')",
        json!(query)
    ))
    .await;
    page.until("document.getAnimations().every(animation => animation.playState === 'finished')").await;
}

#[tokio::test]
async fn text_has_seven_to_one_and_what_is_drawn_three_to_one_in_light_and_dark() {
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
async fn text_has_seven_to_one_also_below_the_pointer() {
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
