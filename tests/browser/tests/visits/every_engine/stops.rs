//! Where the keyboard leads: through everything that a pointer finds, in the order in which it is seen, always in sight.

use fact_cards_browser_tests::{Browser, Key, Page, Visit};
use serde_json::Value;

use crate::{
    articles::{ROOT, article, snippet, until_defined},
    views::{ALL, until_in_sight},
};

const WATCH: &str = include_str!("stops.js");

/// The colour of the ring around what has the focus.
const LIGHT: &str = "rgb(29, 74, 134)";
const DARK: &str = "rgb(156, 194, 245)";

/// How many presses of a key are sent at once. Chromium has brought into sight what has the focus before it takes the next;
/// the others may do so with the next frame only.
fn at_once() -> usize {
    if Browser::current() == Browser::Chromium { 40 } else { 1 }
}

/// Waits until the page was drawn once more, where the browser brings into sight with that what has the focus.
async fn until_drawn(page: &Page) {
    if Browser::current() == Browser::Firefox {
        let drawn = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        assert!(page.value::<bool>(drawn).await);
    }
}

/// Presses Tab until it has led past the widget, forwards or back, and expects nothing wrong on the way.
async fn walk(page: &Page, back: bool, right_to_left: bool, colour: &str, what: &str) -> usize {
    let presses: usize = page.value(&format!("window.stops.start({back})")).await;
    let mut left = presses;
    while left > 0 {
        let now = left.min(at_once());
        if back {
            page.press_with_shift(Key::Tab, now).await;
        } else {
            page.type_keys(&char::from(Key::Tab).to_string().repeat(now)).await;
        }
        until_drawn(page).await;
        left -= now;
    }
    let faults: Vec<String> = page.value(&format!("window.stops.faults({back}, {right_to_left}, '{colour}')")).await;
    let way = if back { "backwards" } else { "forwards" };
    assert_eq!(faults, Vec::<String>::new(), "{way} through {what}");
    presses
}

/// Forwards and backwards through each view of a page of our own, the one from left to right, the other from right to left.
async fn walk_every_view(width: u32, ways: [(&str, bool); 2]) {
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
                for (direction, back) in ways {
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
async fn on_a_desk_tab_leads_through_each_view_in_the_order_of_sight_and_out_and_back_and_nothing_covers_the_focus() {
    walk_every_view(1280, [("ltr", false), ("rtl", true)]).await;
}

#[tokio::test]
async fn on_a_phone_tab_leads_through_each_view_in_the_order_of_sight_and_out_and_back() {
    walk_every_view(320, [("rtl", false), ("ltr", true)]).await;
}

#[tokio::test]
async fn in_arabic_tab_leads_along_the_scale_of_time_from_right_to_left() {
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
async fn in_an_article_that_takes_all_outlines_away_the_focus_shows_in_each_view_and_both_themes() {
    let reset = "<style>* { outline: none !important } :focus-visible { outline: 0 !important; box-shadow: none !important }</style>";
    Visit::embedding("seeds", &article(reset, &snippet("seeds")))
        .and(async |page| {
            page.go("").await;
            until_defined(page).await;
            let _: Value = page.value(WATCH).await;
            let _: Value = page.value("(Object.assign(document.querySelector('fact-cards'), { q: 'neptune' }), null)").await;
            page.until(&format!("{ROOT}.querySelector('[data-ready] mark')")).await;
            for view in ALL {
                for (theme, colour) in [("light", LIGHT), ("dark", DARK)] {
                    let set = format!(
                        "(Object.assign(document.querySelector('fact-cards'), {{ view: '{view}', theme: '{theme}' }}), null)"
                    );
                    let _: Value = page.value(&set).await;
                    let of_view = if view == "cards" { ".card".to_owned() } else { format!("[data-view={view}]") };
                    page.until(&format!("{ROOT}.querySelector('{of_view}')?.checkVisibility()")).await;
                    let presses = walk(page, theme == "dark", false, colour, &format!("{view}, {theme}")).await;
                    assert!(presses >= 8, "{view}: {presses}");
                }
            }
        })
        .await;
}

#[tokio::test]
async fn a_key_that_leads_out_of_the_sheet_closes_it() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let open = "document.querySelector('.filters:popover-open')";
            let _: Value = page.value("(document.querySelector('.filters-button').focus(), null)").await;
            page.press(Key::Enter).await;
            page.until(&format!("{open} && document.activeElement.matches('.filters .close')")).await;
            // Backwards it is the button that has opened it.
            page.press_with_shift(Key::Tab, 1).await;
            if page.value("document.activeElement.matches('.filters')").await {
                // In Firefox the sheet itself has the focus on the way.
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
async fn views_the_order_folds_and_copies_answer_to_keys() {
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
            // Not every engine goes on from the last to the first.
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

            for fold in [".more", ".two-steps", ".source"] {
                focus(&format!("{fold} > summary")).await;
                page.type_keys(" ").await;
                page.until(&format!("document.querySelector('{fold}').open")).await;
                page.press(Key::Enter).await;
                page.until(&format!("!document.querySelector('{fold}').open")).await;
            }
            for button in [1, 2] {
                focus(&format!(".fact .takes > .take:nth-child({button})")).await;
                page.press(Key::Enter).await;
                // Some browsers refuse to copy: then it stands there to be copied by hand.
                page.until("document.querySelector('.fact :is(.taken, .by-hand textarea)')").await;
                page.until("document.activeElement.matches('.take')").await;
            }
        })
        .await;
}

#[tokio::test]
async fn what_clears_itself_away_hands_the_focus_on() {
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
