//! Filters and their counts.

use fact_cards_browser_tests::{Key, Page, Visit};

async fn choose(page: &Page, facet: &str, value: &str) {
    page.click(&format!("input[name={facet}][value={value}]")).await;
}

async fn count(page: &Page, facet: &str, value: &str) -> usize {
    let count = format!("input[name={facet}][value={value}] ~ .count");
    page.text(&count).await.parse().expect("a count is a number")
}

#[tokio::test]
async fn each_filter_leaves_as_many_cards_as_its_count_says() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.click(".filters-button").await;
            for (facet, value) in [
                ("source", "election-2024"),
                ("source", "marrakech-2025"),
                ("topic", "cybersecurity"),
                ("topic", "terrorism"),
                ("place", "glasgow"),
                ("place", "ifrane"),
            ] {
                let promised = count(page, facet, value).await;
                assert!((1..22).contains(&promised), "{facet} {value} promises {promised}");
                choose(page, facet, value).await;
                page.until_card_count(promised).await;
                choose(page, facet, value).await;
                page.until_card_count(22).await;
            }
        })
        .await;
}

#[tokio::test]
async fn several_values_of_a_filter_widen_and_several_filters_narrow() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.click(".filters-button").await;
            page.until("document.querySelector(\'.facet input\')").await;
            choose(page, "place", "ifrane").await;
            page.until("document.querySelectorAll('[data-card]').length < 22").await;
            let ifrane = page.cards().await;
            choose(page, "place", "rabat").await;
            page.until(&format!("document.querySelectorAll('[data-card]').length > {}", ifrane.len())).await;
            let both = page.cards().await;
            assert!(ifrane.iter().all(|card| both.contains(card)));
            page.until_text(".chosen + .spoken", "2 chosen").await;

            choose(page, "source", "election-2024").await;
            page.until(&format!("document.querySelectorAll('[data-card]').length < {}", both.len())).await;
            assert!(!page.cards().await.contains(&"ifrane".to_owned()), "no election fact is about Ifrane");
        })
        .await;
}

#[tokio::test]
async fn counts_follow_the_other_filters_and_values_without_results_are_disabled() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.click(".filters-button").await;
            let before = count(page, "topic", "cybersecurity").await;
            assert!(before > 0);
            choose(page, "source", "election-2024").await;
            page.until("document.querySelector('input[name=topic][value=cybersecurity]').disabled").await;
            assert_eq!(count(page, "topic", "cybersecurity").await, 0);
            let in_sight = page.find("input[name=topic][value=cybersecurity]").await;
            assert!(in_sight.is_displayed().await.unwrap(), "it is disabled, not gone");
        })
        .await;
}

#[tokio::test]
async fn one_button_clears_everything_that_is_set() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            assert_eq!(page.value::<usize>("document.querySelectorAll('.clear').length").await, 0);
            page.click("label[for=kind-member]").await;
            page.type_into("input[type=search]", "africa").await;
            page.click(".filters-button").await;
            page.until("document.querySelector(\'.facet input\')").await;
            choose(page, "source", "marrakech-2025").await;
            page.until("location.hash.includes('source=')").await;
            page.press(Key::Escape).await;
            page.click(".status-line > .clear").await;
            page.until_card_count(22).await;
            page.until("!document.querySelector('.clear')").await;
            assert_eq!(page.value::<String>("document.querySelector('input[type=search]').value").await, "");
            assert!(page.value::<bool>("document.querySelector('#kind-all').checked").await);
            assert_eq!(page.value::<usize>("document.querySelectorAll('.chip').length").await, 0);
        })
        .await;
}
