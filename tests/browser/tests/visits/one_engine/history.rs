//! The address: shared, gone back to, and typed by hand.

use fact_cards_browser_tests::{Key, Visit};
use serde_json::Value;

use crate::views::{counts_in_status, until_in_sight};

/// The status for the whole story.
const EVERYTHING: &str = "22 cards, 72 facts from 2 articles";

#[tokio::test]
async fn a_shared_address_with_everything_in_it_shows_the_same_to_somebody_else() {
    let everything = "kind=member&type=person&source=marrakech-2025&topic=organised-crime,cybersecurity&year=2025&speaker=ahmed-nasser-al-raisi&q=nasser&sort=name";
    let shown = "[[...document.querySelectorAll('[data-card]')].map(card => card.dataset.card), [...document.querySelectorAll('.chip')].map(chip => chip.innerText),
        document.querySelector('.status').innerText, document.querySelector('input[type=search]').value, location.hash]";
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.click(".filters-button").await;
            for choice in [
                "source][value=marrakech-2025",
                "topic][value=cybersecurity",
                "topic][value=organised-crime",
                "type][value=person",
                "speaker][value=ahmed-nasser-al-raisi",
                "year][value='2025'",
                "sort][value=name",
            ] {
                page.click(&format!(".filters input[name={choice}]")).await;
            }
            page.press(Key::Escape).await;
            page.click("label[for=kind-member]").await;
            page.type_into("input[type=search]", "nasser").await;
            page.until("location.hash.includes('q=nasser')").await;
            assert_eq!(page.fragment().await, everything);
            let mine: Value = page.value(shown).await;
            page.leave().await;
            page.open(&format!("#{everything}")).await;
            page.until(&format!("JSON.stringify({shown}) === {}", serde_json::json!(mine.to_string()))).await;
            assert!(counts_in_status(page).await.0 > 0);
        })
        .await;
}

#[tokio::test]
async fn hostile_and_unknown_values_are_ignored() {
    let long = format!("#place={0}&fact={0}&view={0}&kind={0}", "x".repeat(10_000));
    let addresses = [
        "#view=<script>alert(1)</script>&year=-1&fact=nobody&sort=__proto__",
        "#view=%00&type=%FF%FE&speaker=,,,&year=99999999999999999999&card=constructor",
        "#view&fact&year=&=view&&&sort=",
        &long,
    ];
    Visit::to("seeds")
        .and(async |page| {
            for (time, address) in addresses.into_iter().enumerate() {
                page.open(&format!("?{time}{address}")).await;
                page.until_text(".status", EVERYTHING).await;
                until_in_sight(page, "cards").await;
                page.click("label[for=kind-venue]").await;
                page.until("location.hash === '#kind=venue'").await;
            }
            page.open(&format!("?q#q={}", "y".repeat(10_000))).await;
            page.until("document.querySelector('.nothing-found')").await;
            assert_eq!(page.value::<usize>("document.querySelector('input[type=search]').value.length").await, 200);
        })
        .await;
}
