//! The sheet with the facets and the order of the cards.

use fact_cards_browser_tests::{Fault, Key, Page, Visit};

use crate::{
    articles::{ROOT, article, older_snippet, until_defined},
    views::told,
};

const OPEN: &str = "document.querySelector('.filters:popover-open') !== null";

fn input(facet: &str, value: &str) -> String {
    format!(".filters input[name={facet}][value=\"{value}\"]")
}

async fn open_sheet(page: &Page) {
    page.click(".filters-button").await;
    page.until(OPEN).await;
}

async fn choose(page: &Page, facet: &str, value: &str) {
    page.click(&input(facet, value)).await;
}

/// Chooses a value and expects as many cards as it says.
async fn choose_as_told(page: &Page, facet: &str, value: &str) -> usize {
    let count: usize = page.text(&format!("{} ~ .count", input(facet, value))).await.parse().unwrap();
    choose(page, facet, value).await;
    page.until_card_count(count).await;
    assert_eq!(told(page).await.0, count, "{facet} {value}");
    assert!(page.text(".filters .main-button").await.contains(&count.to_string()), "the sheet says so too");
    count
}

#[tokio::test]
async fn values_of_one_facet_widen_those_of_another_narrow_and_each_count_comes_true() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            open_sheet(page).await;
            let one = choose_as_told(page, "topic", "terrorism").await;
            let two = choose_as_told(page, "topic", "organised-crime").await;
            assert!(one < two && two < 22, "{one}, {two}");
            let three = choose_as_told(page, "type", "person").await;
            assert!(three < two, "{three}");
            choose_as_told(page, "speaker", "ahmed-nasser-al-raisi").await;
            let (_, facts) = told(page).await;
            choose_as_told(page, "year", "2025").await;
            assert!(told(page).await.1 <= facts);
            let asked = "#type=person&topic=organised-crime,terrorism&year=2025&speaker=ahmed-nasser-al-raisi";
            page.until(&format!("location.hash === '{asked}'")).await;
        })
        .await;
}

#[tokio::test]
async fn a_value_that_would_give_nothing_cannot_be_chosen() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#source=election-2024").await;
            open_sheet(page).await;
            let value = input("topic", "cybersecurity");
            assert!(page.value::<bool>(&format!("document.querySelector('{value}').disabled")).await);
            page.click(&format!("{value} ~ span:not(.count)")).await;
            choose(page, "topic", "general-assembly").await;
            page.until("location.hash === '#source=election-2024&topic=general-assembly'").await;
        })
        .await;
}

#[tokio::test]
async fn chips_take_back_what_is_chosen_and_pass_the_focus_on() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#topic=terrorism,organised-crime&place=marrakech").await;
            page.until("document.querySelectorAll('.chip').length === 3").await;
            page.click(".chips li:first-child .chip").await;
            page.until("location.hash === '#topic=terrorism&place=marrakech'").await;
            page.until("document.activeElement === document.querySelector('.chip')").await;
            page.press(Key::Enter).await;
            page.until("location.hash === '#place=marrakech'").await;
            page.until("document.activeElement.matches('.chip')").await;
            page.press(Key::Enter).await;
            page.until("location.hash === '' && !document.querySelector('.chips')").await;
            page.until("document.activeElement.matches('.filters-button')").await;
            page.until_card_count(22).await;
        })
        .await;
}

#[tokio::test]
async fn the_values_of_a_facet_stay_in_their_order_whatever_is_chosen() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            open_sheet(page).await;
            let order = "[...document.querySelectorAll('.facets input')].map(input => input.name + input.value)";
            let before: Vec<String> = page.value(order).await;
            assert!(before.len() > 25, "{before:?}");
            choose(page, "topic", "organised-crime").await;
            choose(page, "type", "person").await;
            page.until("location.hash === '#type=person&topic=organised-crime'").await;
            assert_eq!(page.value::<Vec<String>>(order).await, before);
        })
        .await;
}

#[tokio::test]
async fn the_sheet_opens_by_key_takes_the_focus_and_gives_it_back() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            for leave in [Some(Key::Escape), None] {
                let focus = "(document.querySelector('.filters-button').focus(), true)";
                assert!(page.value::<bool>(focus).await);
                page.press(Key::Enter).await;
                page.until(OPEN).await;
                page.until("document.activeElement.closest('.filters')").await;
                match leave {
                    Some(key) => page.press(key).await,
                    None => page.click(".filters .close").await,
                }
                page.until(&format!("!({OPEN})")).await;
                page.until("document.activeElement.matches('.filters-button')").await;
            }
        })
        .await;
}

#[tokio::test]
async fn before_the_engine_has_come_the_sheet_opens_and_what_is_checked_counts_when_it_has() {
    Visit::to("seeds")
        .and(async |page| {
            page.break_with(Fault::Held(".wasm"));
            page.go("").await;
            until_defined(page).await;
            open_sheet(page).await;
            choose(page, "topic", "terrorism").await;
            choose(page, "sort", "name").await;
            assert!(page.value::<bool>("document.querySelector('[data-ready]') === null").await);
            page.release();
            page.until("document.querySelector('[data-ready]')").await;
            page.until("location.hash === '#topic=terrorism&sort=name'").await;
            assert!(page.value::<bool>(OPEN).await, "it stays open");
            let checked = "[...document.querySelectorAll('.facets :checked')].map(input => input.value).join()";
            page.until(&format!("{checked} === 'terrorism,name'")).await;
            assert!(told(page).await.0 < 22);
        })
        .await;
}

#[tokio::test]
async fn the_open_sheet_of_an_older_snippet_stays_open_with_what_is_checked() {
    let older = older_snippet();
    Visit::embedding("seeds", &article("", &older))
        .and(async |page| {
            page.break_with(Fault::Held(".wasm"));
            page.go("").await;
            until_defined(page).await;
            page.click("fact-cards >>> .filters-button").await;
            page.until(&format!("{ROOT}.querySelector('.filters:popover-open')")).await;
            page.click("fact-cards >>> .filters input[name=topic][value=terrorism]").await;
            page.release();
            page.until(&format!("{ROOT}.querySelector('[data-ready] .chip')")).await;
            page.until(&format!("!{ROOT}.querySelector('.advert')")).await;
            page.until(&format!("{ROOT}.querySelector('.filters:popover-open :checked')?.value === 'terrorism'")).await;
        })
        .await;
}

#[tokio::test]
async fn the_order_that_an_address_asks_for_holds_and_the_sheet_changes_it() {
    let names = "[...document.querySelectorAll('[data-card] .name')].map(name => name.innerText)";
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let of_the_story: Vec<String> = page.value(names).await;
            page.open("?again#sort=name").await;
            let mut by_name: Vec<String> = page.value(names).await;
            assert_ne!(by_name, of_the_story);
            assert_eq!(page.fragment().await, "sort=name");
            open_sheet(page).await;
            assert!(page.value::<bool>(&format!("document.querySelector('{}').checked", input("sort", "name"))).await);
            choose(page, "sort", "date").await;
            page.until("location.hash === '#sort=date'").await;
            assert!(![&by_name, &of_the_story].contains(&&page.value::<Vec<String>>(names).await));
            choose(page, "sort", "story").await;
            page.until("location.hash === ''").await;
            assert_eq!(page.value::<Vec<String>>(names).await, of_the_story);
            let given = by_name.clone();
            by_name.sort_by_key(|name| name.to_lowercase());
            assert_eq!(given, by_name);
        })
        .await;
}

#[tokio::test]
async fn on_a_phone_the_sheet_comes_from_below_and_on_a_desk_from_the_side() {
    let place = "(({ left, right, top, bottom }) => [left, right, top, bottom])(document.querySelector('.filters').getBoundingClientRect())";
    for width in [320, 1280] {
        Visit::to("seeds")
            .at_width(width)
            .and(async |page| {
                page.open("").await;
                open_sheet(page).await;
                let [left, right, top, bottom]: [f64; 4] = page.value(place).await;
                let [width, height]: [f64; 2] = page.value("[document.documentElement.clientWidth, innerHeight]").await;
                assert_eq!((right, bottom), (width, height), "it reaches the edge");
                if width < 400.0 {
                    assert!(left == 0.0 && top > 0.0 && top < height / 2.0, "{left} {top}");
                } else {
                    assert!(left > width / 2.0 && top == 0.0, "{left} {top}");
                }
                // All of it can be reached, and its foot is in sight.
                let out = "[...document.querySelectorAll('.filters *')].filter(element => {
                    const { left, right } = element.getBoundingClientRect();
                    return !element.closest('.spoken') && (left < 0 || right > innerWidth); }).length";
                assert_eq!(page.value::<usize>(out).await, 0);
                let foot =
                    "document.querySelector('.filters .main-button').getBoundingClientRect().bottom <= innerHeight";
                assert!(page.value::<bool>(foot).await);
            })
            .await;
    }
}
