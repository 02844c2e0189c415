//! What opens: a card, and where a fact is reported.

use fact_cards_browser_tests::{Key, Visit};

#[tokio::test]
async fn the_whole_of_a_closed_card_can_be_pressed_and_several_may_be_open() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let is_open = |card: &str| format!("document.querySelector('[data-card={card}][data-open] .fact')?.checkVisibility()");
            assert!(!page.value::<bool>("[...document.querySelectorAll('.fact')].some(fact => fact.checkVisibility({ contentVisibilityAuto: true }))").await);
            page.click("[data-card=marrakech]").await;
            page.until(&is_open("marrakech")).await;
            page.click("[data-card=interpol]").await;
            page.until(&is_open("interpol")).await;
            assert!(page.value::<bool>(&is_open("marrakech")).await, "it stays open");
            // An opened card takes the whole row.
            page.until("(([card, list]) => Math.abs(card - list) < 2)(['[data-card=interpol]', '.cards'].map(one => document.querySelector(one).offsetWidth))").await;
            page.click("[data-card=interpol] .facts-of > summary").await;
            page.until("document.querySelector('[data-card=interpol]:not([data-open])')").await;
            page.click(".open-all").await;
            page.until("document.querySelectorAll('[data-card][data-open]').length === 22").await;
            page.click(".open-all").await;
            page.until("document.querySelectorAll('[data-card][data-open]').length === 0").await;
        })
        .await;
}

#[tokio::test]
async fn a_card_opens_by_key_and_its_facts_follow() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let summary = "document.querySelector('[data-card=marrakech] .facts-of > summary')";
            page.until(&format!("({summary}.focus(), document.activeElement === {summary})")).await;
            page.press(Key::Enter).await;
            page.until("document.querySelector('[data-card=marrakech][data-open]')").await;
            page.press(Key::Tab).await;
            page.until("document.activeElement.closest('[data-card=marrakech] .fact')").await;
        })
        .await;
}

#[tokio::test]
async fn one_control_tells_article_date_and_paragraph_of_a_fact() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let fact = "[data-card=operation-neptune] [data-fact=neptune-arrests]";
            page.click(&format!("{fact} .fact-menu")).await;
            page.until(&format!("document.querySelector('{fact} .source-details').checkVisibility()")).await;
            assert_eq!(
                page.text(&format!("{fact} .source-details")).await,
                "Interpol President in Marrakech: Morocco as a Global Bridge Against Transnational Crime · \
                 paragraph 6 of 8 · date of publication not given"
            );
            assert_eq!(page.text(&format!("{fact} .source")).await, "Marrakech ¶6");
            page.click(&format!("{fact} .fact-menu")).await;
            page.until(&format!("document.querySelector('{fact} .source-details') === null")).await;
        })
        .await;
}

#[tokio::test]
async fn without_script_a_card_opens_and_has_every_fact() {
    Visit::to("seeds")
        .without_script()
        .and(async |page| {
            page.go("").await;
            page.click("[data-card=marrakech]").await;
            page.until("document.querySelector('[data-card=marrakech] .fact').checkVisibility()").await;
            let (told, there): (String, usize) = page
                .value("(card => [card.querySelector('summary').textContent, card.querySelectorAll('[data-fact]').length])(document.querySelector('[data-card=marrakech]'))")
                .await;
            assert_eq!(told, format!("{there} facts · Marrakech"));
        })
        .await;
}
