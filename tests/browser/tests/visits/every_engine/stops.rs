//! The tab order: everything a pointer can reach, in visual order, always visible.

use fact_cards_browser_tests::{Key, Visit};
use serde_json::Value;

use crate::{
    stops::{LIGHT, WATCH, walk},
    views::{ALL, until_in_sight},
};

/// Tabs forwards and backwards through each view of our own page; `pages` gives the page for each direction of text.
async fn walk_every_view(width: u32, pages: [(&str, bool); 2]) {
    Visit::to("seeds")
        .at_width(width)
        .and(async |page| {
            page.open("").await;
            let _: Value = page.value(WATCH).await;
            for choice in [
                "topic=terrorism",
                "view=timeline&q=neptune",
                "view=map&topic=general-assembly",
                "view=map&card=glasgow",
                "view=figures",
                "view=sources&topic=terrorism",
            ] {
                let _: Value = page.value(&format!("(location.hash = '{choice}', null)")).await;
                let view = choice.strip_prefix("view=").and_then(|rest| rest.split('&').next()).unwrap_or("cards");
                until_in_sight(page, view).await;
                page.until(&format!("!!document.querySelector('.opened') === {}", choice.contains("card="))).await;
                for (direction, back) in pages {
                    let turn = format!(
                        "(document.querySelectorAll('[dir]').forEach(element => {{ element.dir = '{direction}'; }}), null)"
                    );
                    let _: Value = page.value(&turn).await;
                    let what = format!("{choice}, {direction}, at {width} px");
                    let presses = walk(page, back, direction == "rtl", LIGHT, &what).await;
                    assert!(presses > 12, "{what}: {presses}");
                }
                let unreached: Vec<String> = page.value("window.stops.unreached()").await;
                assert_eq!(unreached, Vec::<String>::new(), "a pointer finds these alone in {choice}");
            }
        })
        .await;
}

#[tokio::test]
async fn on_a_desktop_tab_moves_through_each_view_in_visual_order_and_out_and_back_and_nothing_covers_the_focus() {
    walk_every_view(1280, [("ltr", false), ("rtl", true)]).await;
}

#[tokio::test]
async fn on_a_phone_tab_moves_through_each_view_in_visual_order_and_out_and_back() {
    walk_every_view(320, [("rtl", false), ("ltr", true)]).await;
}

#[tokio::test]
async fn in_arabic_tab_moves_along_the_timeline_from_right_to_left() {
    Visit::to("seeds")
        .at_width(1280)
        .and(async |page| {
            page.open("ar/#view=timeline").await;
            let _: Value = page.value(WATCH).await;
            until_in_sight(page, "timeline").await;
            for back in [false, true] {
                walk(page, back, true, LIGHT, "the timeline in Arabic").await;
            }
            let marks: usize = page.value("document.querySelectorAll('.scale a').length").await;
            assert!(marks > 2, "there is an order to see: {marks} marks");
        })
        .await;
}

#[tokio::test]
async fn tabbing_out_of_the_sheet_closes_it() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let open = "document.querySelector('.filters:popover-open')";
            let _: Value = page.value("(document.querySelector('.filters-button').focus(), null)").await;
            page.press(Key::Enter).await;
            page.until(&format!("{open} && document.activeElement.matches('.filters .close')")).await;
            // Backwards, the button that opened it is next.
            page.press_with_shift(Key::Tab, 1).await;
            if page.value("document.activeElement.matches('.filters')").await {
                // In Firefox the sheet itself is a tab stop on the way.
                page.press_with_shift(Key::Tab, 1).await;
            }
            page.until(&format!("{open} && document.activeElement.matches('.filters-button')")).await;
            let _: Value = page.value("(document.querySelector('.filters .main-button').focus(), null)").await;
            page.press(Key::Tab).await;
            page.until(&format!("!({open}) && document.activeElement.matches('#view-cards')")).await;
        })
        .await;
}

#[tokio::test]
async fn views_order_folds_and_copy_buttons_work_by_key() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let focus = async |selector: &str| {
                let _: Value = page.value(&format!("(document.querySelector('{selector}').focus(), null)")).await;
            };
            focus("#view-cards").await;
            for view in ALL.into_iter().skip(1) {
                page.press(Key::Right).await;
                until_in_sight(page, view).await;
                page.until(&format!("document.activeElement.id === 'view-{view}'")).await;
            }
            // Not every engine wraps around from the last to the first.
            for view in ALL.into_iter().rev().skip(1) {
                page.press(Key::Left).await;
                until_in_sight(page, view).await;
            }

            focus(".filters-button").await;
            page.press(Key::Enter).await;
            page.until("document.activeElement.closest('.filters')").await;
            focus("[name=sort]:checked").await;
            page.press(Key::Down).await;
            page.until("location.hash === '#sort=name' && document.activeElement.value === 'name'").await;
            page.press(Key::Escape).await;
            page.until("document.activeElement.matches('.filters-button')").await;

            for fold in ["[data-card=morocco] .facts-of", "[data-card=morocco] .two-steps"] {
                if fold.ends_with("steps") {
                    page.open_card("[data-card=morocco]").await;
                }
                focus(&format!("{fold} > summary")).await;
                page.type_keys(" ").await;
                page.until(&format!("document.querySelector('{fold}').open")).await;
                page.press(Key::Enter).await;
                page.until(&format!("!document.querySelector('{fold}').open")).await;
            }
            for button in [1, 2] {
                let menu = "[data-card=morocco] .fact-menu";
                if !page.value::<bool>(&format!("document.querySelector('{menu}').ariaExpanded === 'true'")).await {
                    focus(menu).await;
                    page.press(Key::Enter).await;
                    page.until(&format!("document.activeElement.matches('{menu}[aria-expanded=true]')")).await;
                }
                focus(&format!(".fact .exports > .export:nth-child({button})")).await;
                page.press(Key::Enter).await;
                // Some browsers refuse to copy: then the text is shown for copying by hand.
                page.until("document.querySelector('.fact :is(.exported, .by-hand textarea)')").await;
                page.until("document.activeElement.matches('.export')").await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_control_that_removes_itself_passes_the_focus_on() {
    Visit::to("seeds")
        .and(async |page| {
            let press = async |selector: &str| {
                let _: Value = page.value(&format!("(document.querySelector('{selector}').focus(), null)")).await;
                page.until(&format!("document.activeElement.matches('{selector}')")).await;
                page.press(Key::Enter).await;
            };
            page.open("#topic=terrorism").await;
            press(".status-line .clear").await;
            page.until_card_count(22).await;
            page.until("document.activeElement.matches('.filters-button')").await;

            page.open("?nothing#q=nobodywrotethis").await;
            press(".nothing-found .clear").await;
            page.until_card_count(22).await;
            page.until("document.activeElement.matches('.filters-button')").await;

            page.open("?sheet#topic=terrorism").await;
            press(".filters-button").await;
            press(".filters .clear").await;
            page.until_card_count(22).await;
            page.until("document.activeElement.matches('.filters:popover-open .main-button')").await;
            page.press(Key::Enter).await;
            page.until("document.activeElement.matches('.filters-button')").await;

            page.open("?back#kind=venue&card=interpol").await;
            press(".put-back").await;
            page.until_card_count(4).await;
            page.until("document.activeElement.matches('.filters-button')").await;
        })
        .await;
}
