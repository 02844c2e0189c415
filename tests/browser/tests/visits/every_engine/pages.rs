//! A story of a thousand cards: what is painted first, and how pages turn.

use fact_cards_browser_tests::{Page, Visit};
use serde_json::Value;

use crate::pages::{NEXT, first_card, until_page};

/// Records how many cards or entries there are, and whether more come, in each frame in which that changes.
async fn watch(page: &Page, of: &str) {
    let watch = format!(
        "((mine) => (function look() {{
            if (seen !== mine) return;
            const all = document.querySelector('{of}');
            const count = all?.querySelectorAll('[data-card], .entry').length;
            const now = JSON.stringify([count, all?.ariaBusy === 'true']);
            if (all && seen.at(-1) !== now) seen.push(now);
            requestAnimationFrame(() => queueMicrotask(look));
        }})())(window.seen = []), null"
    );
    let _: Value = page.value(&watch).await;
}

#[tokio::test]
async fn in_a_story_of_one_page_too_what_is_in_sight_is_painted_first_in_every_view() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.click("label[for=kind-venue]").await;
            let venues = page.cards().await.len();
            watch(page, ".cards").await;
            page.click("label[for=kind-all]").await;
            page.until("seen.length === 3").await;
            let steps = [format!("[{venues},false]"), "[12,true]".to_owned(), "[22,false]".to_owned()];
            assert_eq!(page.value::<Vec<String>>("seen").await, steps);
            for view in ["timeline", "sources"] {
                watch(page, &format!("[data-view={view}]")).await;
                page.click(&format!("label[for=view-{view}]")).await;
                page.until("seen.length >= 2").await;
                let steps: Vec<String> = page.value("seen").await;
                assert_eq!(steps.first().map(String::as_str), Some("[12,true]"), "{view}: {steps:?}");
                let last: (usize, bool) = page.value("JSON.parse(seen.at(-1))").await;
                assert!(last.0 > 30 && !last.1, "{view}: {steps:?}");
            }
        })
        .await;
}

#[tokio::test]
async fn the_cards_in_sight_are_painted_before_the_rest_of_their_page() {
    Visit::to("many")
        .and(async |page| {
            page.open("").await;
            watch(page, ".cards").await;
            page.click("label[for=kind-venue]").await;
            page.until("seen.length === 3").await;
            assert_eq!(page.value::<Vec<String>>("seen").await, ["[50,false]", "[12,true]", "[50,false]"]);
            // Links to one of them work.
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
async fn with_the_engine_pages_turn_at_once_and_back_forward_and_reload_restore_them() {
    Visit::to("many")
        .and(async |page| {
            page.open("").await;
            let first = first_card(page).await;
            // Browsers fetch the icon and the manifest when they have time, and again at another address.
            let fetched = "performance.getEntriesByType('resource').filter(({ name }) => !/icon-|webmanifest/.test(name)).map(({ name }) => name)";
            let before: Vec<String> = page.value(fetched).await;
            page.click(NEXT).await;
            until_page(page, 2).await;
            page.until("location.hash === '#page=2'").await;
            assert_ne!(first_card(page).await, first);
            assert_eq!(page.value::<Vec<String>>(fetched).await, before);
            // Reader and keyboard focus are at the top of the new page.
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
