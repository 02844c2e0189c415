//! A story of a thousand cards: pages with and without script, and limits on their size.

use fact_cards_browser_tests::{Fault, Visit};
use serde_json::Value;

use crate::{
    articles::{ROOT, arrive, article, snippet},
    kept::visit_once,
    pages::{NEXT, first_card, until_page},
    views::look_at,
};

/// The most elements that a view may have: about three thousand, plus the marks of matches.
const MOST: usize = 3_500;

#[tokio::test]
async fn without_script_each_page_leads_to_the_next_and_back() {
    Visit::to("many")
        .without_script()
        .and(async |page| {
            page.go("").await;
            assert_eq!(page.cards().await.len(), 50);
            let first = first_card(page).await;
            page.click(NEXT).await;
            page.until("location.pathname.endsWith('/page/2/')").await;
            until_page(page, 2).await;
            assert_eq!(page.cards().await.len(), 50);
            assert_ne!(first_card(page).await, first);
            page.click(".pages > a[rel=prev]").await;
            page.until(&format!(
                "!location.pathname.includes('page') && document.querySelector('[data-card=\"{first}\"]')"
            ))
            .await;
        })
        .await;
}

#[tokio::test]
async fn without_script_a_link_to_a_card_of_another_page_leads_to_it() {
    Visit::to("many")
        .without_script()
        .and(async |page| {
            page.go("page/2/").await;
            let link = ".related a[href*='page/'], .says a[href*='page/']";
            let href: String = page.value(&format!("document.querySelector(\"{link}\").href")).await;
            page.click(&format!(
                "[href='{}']",
                page.value::<String>(&format!("document.querySelector(\"{link}\").getAttribute('href')")).await
            ))
            .await;
            page.until(&format!("location.href === '{href}'")).await;
            page.until("document.querySelector(':target').matches('[data-card]')").await;
            let top = "document.querySelector(':target').getBoundingClientRect().y";
            page.until(&format!("{top} >= 0 && {top} < innerHeight")).await;
        })
        .await;
}

#[tokio::test]
async fn the_language_of_a_page_changes_to_the_same_page() {
    Visit::to("many")
        .without_script()
        .and(async |page| {
            page.go("page/3/").await;
            let first = first_card(page).await;
            page.click(".languages [data-language=ar]").await;
            page.until("location.pathname.endsWith('/ar/page/3/')").await;
            assert_eq!(first_card(page).await, first);
        })
        .await;
}

#[tokio::test]
async fn a_search_on_a_later_page_starts_at_its_first_page_and_clearing_it_at_page_one() {
    Visit::to("many")
        .and(async |page| {
            page.open("page/2/").await;
            let first = first_card(page).await;
            until_page(page, 2).await;
            assert_eq!(page.fragment().await, "");
            page.type_into("input[type=search]", "police").await;
            page.until("location.hash === '#q=police'").await;
            until_page(page, 1).await;
            page.click(".status-line .clear").await;
            page.until("location.hash === '#page=1'").await;
            until_page(page, 1).await;
            assert_ne!(first_card(page).await, first);
            page.reload().await;
            page.until("document.querySelector('[data-ready]')").await;
            until_page(page, 1).await;
        })
        .await;
}

#[tokio::test]
async fn a_page_link_in_an_article_turns_the_page_once_the_engine_is_ready() {
    Visit::embedding("many", &article("", &snippet("many")))
        .and(async |page| {
            arrive(page).await;
            let first: String = page.value(&format!("{ROOT}.querySelector('[data-card]').dataset.card")).await;
            page.click(&format!("fact-cards >>> {NEXT}")).await;
            page.until(&format!("{ROOT}.querySelector('.pages').dataset.page === '1'")).await;
            assert_ne!(page.value::<String>(&format!("{ROOT}.querySelector('[data-card]').dataset.card")).await, first);
            assert_eq!(page.value::<String>("location.hash").await, "", "the article's address is its own");
        })
        .await;
}

#[tokio::test]
async fn an_opened_card_shows_what_its_excerpt_left_out() {
    Visit::to("many")
        .and(async |page| {
            page.open("page/2/").await;
            let card: String =
                page.value("document.querySelector('.more-facts').closest('[data-card]').dataset.card").await;
            let facts = format!("document.querySelectorAll('[data-card=\"{card}\"] .fact').length");
            assert_eq!(page.value::<usize>(&facts).await, 2);
            page.open_card(&format!("[data-card='{card}']")).await;
            page.until(&format!("{facts} > 2")).await;
        })
        .await;
}

#[tokio::test]
async fn no_view_puts_more_than_about_three_thousand_elements_into_the_page() {
    Visit::to("many")
        .and(async |page| {
            page.open("").await;
            let elements = "document.querySelector('fact-cards').querySelectorAll('*').length";
            for view in ["timeline", "map", "figures", "sources", "cards"] {
                look_at(page, view).await;
                let count: usize = page.value(elements).await;
                assert!(count <= MOST, "{view}: {count}");
            }
            page.type_into("input[type=search]", "police").await;
            page.until("location.hash === '#q=police'").await;
            let count: usize = page.value(elements).await;
            assert!(count <= MOST, "a search: {count}");
        })
        .await;
}

#[tokio::test]
async fn a_column_of_the_timeline_turns_to_its_page() {
    Visit::to("many")
        .and(async |page| {
            page.open("#view=timeline").await;
            let last = "[...document.querySelectorAll('.scale a')].at(-1)";
            let href: String = page.value(&format!("{last}.getAttribute('href')")).await;
            page.click(&format!(".scale a[href='{href}'] .column")).await;
            page.until(&format!("location.hash === '{href}'")).await;
            page.until(&format!("{last}.querySelector('[data-current]')")).await;
        })
        .await;
}

#[tokio::test]
async fn a_truncated_engine_ends_the_loading_indicator() {
    Visit::to("many")
        .with_fault(Fault::CutShort(".wasm"))
        .and(async |page| {
            page.go("").await;
            page.click("input[type=search]").await;
            page.until("document.querySelector('[data-failed]')").await;
            let bar = "getComputedStyle(document.querySelector('.status-line'), '::before').content";
            assert_eq!(page.value::<String>(bar).await, "none");
        })
        .await;
}

#[tokio::test]
async fn typing_does_not_wait_for_the_rest_of_the_cards() {
    Visit::to("many")
        .and(async |page| {
            page.open("").await;
            // Each letter is typed as soon as the first cards for the previous one are there.
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
async fn the_page_shows_that_the_engine_is_loading() {
    Visit::to("many")
        .with_fault(Fault::Held("engine*.wasm"))
        .and(async |page| {
            page.go("").await;
            page.click("input[type=search]").await;
            page.until("document.querySelector('[data-loading]')").await;
            let bar = "getComputedStyle(document.querySelector('.status-line'), '::before')";
            page.until(&format!("{bar}.blockSize === '2px' && {bar}.opacity === '1'")).await;
            // What is typed meanwhile is kept.
            page.type_keys("police").await;
            page.release();
            page.until("document.querySelector('[data-ready]') && location.hash === '#q=police'").await;
            assert!(!page.value::<bool>("!!document.querySelector('[data-loading]')").await);
        })
        .await;
}

#[tokio::test]
async fn offline_the_first_page_can_show_the_others() {
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
