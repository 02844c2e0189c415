//! The size of what a reader touches.

use fact_cards_browser_tests::{Browser, Page, Visit};
use serde_json::json;

use crate::{
    sheet::show_sheet,
    views::{look_at, open_everything, until_in_sight},
};

const SMALL: &str = include_str!("targets.js");

async fn expect_large_enough(page: &Page, least: u32, what: &str) {
    let (controls, small): (usize, Vec<String>) = page.value(&format!("({})({least})", SMALL.trim_end())).await;
    assert_eq!(small, Vec::<String>::new(), "smaller than {least} px in {what}");
    assert!(controls > 8, "there is something to touch in {what}: {controls}");
}

/// The pages of the languages, since letters of other scripts have other proportions.
const HOMES: [&str; 3] = ["", "fr/", "ar/"];

/// In each view with everything open, in the sheet, and in a card opened beside a view.
async fn expect_every_view(page: &Page, least: u32, home: &str) {
    page.open(&format!("{home}#topic=organised-crime")).await;
    for view in ["timeline", "map", "figures", "sources", "cards"] {
        look_at(page, view).await;
        until_in_sight(page, view).await;
        open_everything(page, "document").await;
        expect_large_enough(page, least, &format!("{home}{view}")).await;
    }
    show_sheet(page, "document").await;
    expect_large_enough(page, least, "the sheet").await;
    page.open(&format!("{home}?panel#view=map&card=glasgow")).await;
    page.until("document.querySelector('.opened')").await;
    expect_large_enough(page, least, "a card beside the map").await;
}

#[tokio::test]
async fn everything_that_can_be_pressed_is_at_least_24_pixels_high_and_wide() {
    for home in HOMES {
        Visit::to("seeds").at_width(320).and(async |page| expect_every_view(page, 24, home).await).await;
    }
}

#[tokio::test]
async fn for_a_finger_everything_is_at_least_44_pixels_high_and_wide() {
    const FINGER: &str = "only Chromium can be told of a coarse pointer";
    for home in HOMES {
        Visit::to("seeds")
            .at_width(320)
            .only_in(Browser::Chromium, FINGER)
            .and(async |page| {
                page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
                page.emulate(&[("pointer", "coarse"), ("hover", "none")]).await;
                expect_every_view(page, 44, home).await;
            })
            .await;
    }
}
