//! A story of a thousand cards: pages with and without script, and what is bounded.

use fact_cards_browser_tests::{Fault, Visit};
use serde_json::Value;

use crate::{
    kept::visit_once,
    pages::{NEXT, first_card, until_page},
};

#[tokio::test]
async fn the_cards_in_sight_are_painted_before_the_rest_of_their_page() {
    Visit::to("many")
        .and(async |page| {
            page.open("").await;
            // The cards that are there in each frame, as often as that changes.
            let watch = "(window.seen = [], (function look() {
                const cards = document.querySelectorAll('.cards > [data-card]').length;
                const busy = document.querySelector('.cards').ariaBusy === 'true';
                const now = JSON.stringify([cards, busy]);
                if (seen.at(-1) !== now) seen.push(now);
                requestAnimationFrame(() => queueMicrotask(look));
            })(), null)";
            let _: Value = page.value(watch).await;
            page.click("label[for=kind-venue]").await;
            page.until("seen.length === 3").await;
            assert_eq!(page.value::<Vec<String>>("seen").await, ["[50,false]", "[12,true]", "[50,false]"]);
            // What leads to one of them finds it.
            let last: String =
                page.value("[...document.querySelectorAll('.cards > [data-card]')].at(-1).dataset.card").await;
            page.click("label[for=kind-operation]").await;
            page.click("label[for=kind-all]").await;
            page.type_into("input[type=search]", "a").await;
            let _: Value = page.value(&format!("(location.hash = 'card={last}', null)")).await;
            page.until(&format!("document.activeElement.dataset.card === '{last}'")).await;
        })
        .await;
}

#[tokio::test]
async fn a_letter_does_not_wait_for_the_rest_of_the_cards() {
    Visit::to("many")
        .and(async |page| {
            page.open("").await;
            // Each letter comes as soon as the first cards for the one before are there.
            let type_quickly = "((field = document.querySelector('input[type=search]')) => {
                window.counts = [];
                let rest = 'ber';
                const type = () => {
                    field.value += rest[0];
                    rest = rest.slice(1);
                    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                };
                new MutationObserver(() => counts.push(document.querySelectorAll('.cards > [data-card]').length))
                    .observe(document.querySelector('.cards'), { childList: true });
                document.addEventListener('fact-cards-change', () => rest && type());
                type();
                return null; })()";
            let _: Value = page.value(type_quickly).await;
            page.until("document.querySelector('input[type=search]').value === 'ber'").await;
            page.cards().await;
            let counts: Vec<usize> = page.value("counts").await;
            let (last, before) = counts.split_last().expect("the cards change");
            assert!(before.iter().all(|count| *count <= 12), "{counts:?}");
            assert!(*last > 12, "{counts:?}");
        })
        .await;
}

#[tokio::test]
async fn with_the_engine_pages_turn_at_once_and_back_forward_and_reload_know_them() {
    Visit::to("many")
        .and(async |page| {
            page.open("").await;
            let first = first_card(page).await;
            // A browser looks for the icon and what else is for itself when it has the time, and again at another address.
            let fetched = "performance.getEntriesByType('resource').filter(({ name }) => !/icon-|webmanifest/.test(name)).map(({ name }) => name)";
            let before: Vec<String> = page.value(fetched).await;
            page.click(NEXT).await;
            until_page(page, 2).await;
            page.until("location.hash === '#page=2'").await;
            assert_ne!(first_card(page).await, first);
            assert_eq!(page.value::<Vec<String>>(fetched).await, before);
            // The reader is at its beginning, and so is who goes on by keys.
            let top = "document.querySelector('.status-line').getBoundingClientRect().y";
            page.until(&format!("{top} >= 0 && {top} < innerHeight / 2")).await;
            page.until("document.activeElement.matches('.status-line')").await;
            page.click(NEXT).await;
            page.until("location.hash === '#page=3'").await;
            page.back().await;
            until_page(page, 2).await;
            page.reload().await;
            until_page(page, 2).await;
            page.until("document.querySelector('[data-ready]')").await;
            until_page(page, 2).await;
            page.back().await;
            page.until(&format!("document.querySelector('.cards > [data-card]').dataset.card === '{first}'")).await;
        })
        .await;
}

#[tokio::test]
async fn while_the_engine_comes_the_page_shows_that_it_does() {
    Visit::to("many")
        .with_fault(Fault::Held("engine*.wasm"))
        .and(async |page| {
            page.go("").await;
            page.click("input[type=search]").await;
            page.until("document.querySelector('[data-loading]')").await;
            let bar = "getComputedStyle(document.querySelector('.status-line'), '::before')";
            page.until(&format!("{bar}.blockSize === '2px' && {bar}.opacity === '1'")).await;
            // What is typed meanwhile counts.
            page.type_keys("police").await;
            page.release();
            page.until("document.querySelector('[data-ready]') && location.hash === '#q=police'").await;
            assert!(!page.value::<bool>("!!document.querySelector('[data-loading]')").await);
        })
        .await;
}

#[tokio::test]
async fn without_a_network_the_first_page_shows_the_others() {
    Visit::to("many")
        .where_something_fails()
        .and(async |page| {
            visit_once(page).await;
            page.stop_server();
            page.go("page/3/").await;
            page.until("location.hash === '#page=3'").await;
            until_page(page, 3).await;
        })
        .await;
}
