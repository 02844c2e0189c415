//! The sheet with the facets and the order of the cards.

use fact_cards_browser_tests::{Fault, Page, Visit};

use crate::{
    articles::until_defined,
    sheet::{OPEN, choose, input, open_sheet},
    views::counts_in_status,
};

/// Chooses a value and expects as many cards as its count says.
async fn choose_as_told(page: &Page, facet: &str, value: &str) -> usize {
    let count: usize = page.text(&format!("{} ~ .count", input(facet, value))).await.parse().unwrap();
    choose(page, facet, value).await;
    page.until_card_count(count).await;
    assert_eq!(counts_in_status(page).await.0, count, "{facet} {value}");
    assert!(page.text(".filters .main-button").await.contains(&count.to_string()), "the sheet says so too");
    count
}

#[tokio::test]
async fn values_of_one_facet_widen_those_of_another_narrow_and_every_count_holds() {
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
            let (_, facts) = counts_in_status(page).await;
            choose_as_told(page, "year", "2025").await;
            assert!(counts_in_status(page).await.1 <= facts);
            let requested = "#type=person&topic=organised-crime,terrorism&year=2025&speaker=ahmed-nasser-al-raisi";
            page.until(&format!("location.hash === '{requested}'")).await;
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
async fn a_press_before_the_engine_opens_the_sheet_as_soon_as_that_can_fill_it() {
    Visit::to("seeds")
        .and(async |page| {
            page.break_with(Fault::Held(".wasm"));
            page.go("").await;
            until_defined(page).await;
            page.click(".filters-button").await;
            assert!(page.value::<bool>(&format!("document.querySelector('[data-ready]') === null && !({OPEN})")).await);
            page.release();
            page.until(OPEN).await;
            choose(page, "topic", "terrorism").await;
            choose(page, "sort", "name").await;
            page.until("location.hash === '#topic=terrorism&sort=name'").await;
            assert!(counts_in_status(page).await.0 < 22);
        })
        .await;
}
