//! What is requested before and after activation, and how the page hydrates, where that is the same in every browser.

use fact_cards_browser_tests::{Browser, Fault, Visit};
use serde_json::{Value, json};

use crate::{
    activation::{READY, SEARCH, arrive},
    articles::{self, LINE, article, until_defined},
};

/// What the page in sight has requested, apart from what browsers fetch on the side: icons, manifest, worker. The
/// background requests of its service worker do not count.
const REQUESTED: &str = "performance.getEntriesByType('resource')
    .map(entry => new URL(entry.name).pathname.replace(/-[0-9a-f]{12}/, ''))
    .filter(path => !/icon|visit|manifest|sw.js/.test(path)).sort()";

#[tokio::test]
async fn the_page_of_its_own_has_its_engine_as_soon_as_it_is_idle() {
    Visit::to("seeds")
        .and(async |page| {
            page.go("").await;
            page.until(READY).await;
            assert_eq!(
                page.value::<Value>("[document.activeElement === document.body, location.hash]").await,
                json!([true, ""])
            );
        })
        .await;
}

#[tokio::test]
async fn where_data_is_saved_or_in_a_frame_only_the_page_its_styles_and_its_scripts_are_downloaded() {
    for (path, own) in [("", "page"), ("embed/en.html", "embed")] {
        Visit::to("seeds")
            .where_data_is_saved()
            .and(async |page| {
                page.go(path).await;
                until_defined(page).await;
                let _: Value = page.value("(scrollTo(0, 3000), null)").await;
                page.until_next_frame().await;
                let mut expected =
                    ["/assets/fact-cards.css".to_owned(), format!("/assets/{own}.js"), "/fact-cards.js".to_owned()];
                expected.sort();
                assert_eq!(page.value::<Vec<String>>(REQUESTED).await, expected);
            })
            .await;
    }
}

/// Counts the timers that the loader sets, so that the test need not wait for something that does not happen.
const COUNTED: &str = "<script>
    window.planned = 0;
    const plain = setTimeout;
    window.setTimeout = (...of) => { planned += 1; return plain(...of); };
</script>
<style>h1 { height: 300px } #before { height: 900px }</style>";

#[tokio::test]
async fn swiping_past_and_scrolling_under_the_pointer_are_not_activation() {
    Visit::embedding("seeds", &article(COUNTED, LINE))
        .not_in(Browser::Firefox, "its driver's finger does not scroll")
        .not_in(Browser::WebKit, "its driver knows no finger")
        .and(async |page| {
            articles::arrive(page).await;
            let _: Value = page.value("(scrollTo(0, 900), null)").await;
            page.until("scrollY === 900").await;
            // The events that browsers send when things scroll under a resting pointer.
            let below =
                "document.querySelector('fact-cards').dispatchEvent(new MouseEvent('mousemove', { bubbles: true }))";
            assert!(page.value::<bool>(below).await);
            assert_eq!(page.value::<u32>("planned").await, 0, "the pointer did not move");
            page.swipe_up(300).await;
            page.until("scrollY > 950").await;
            assert_eq!(page.value::<u32>("planned").await, 0, "a swipe is no tap");
            page.tap("fact-cards >>> .lead").await;
            page.until("planned > 0").await;
        })
        .await;
}

#[tokio::test]
async fn an_address_with_a_view_is_an_activation() {
    Visit::to("seeds")
        .where_data_is_saved()
        .and(async |page| {
            page.go("#kind=operation&q=neptune").await;
            page.until(READY).await;
            page.until_text(".kinds [for=kind-operation] .count", &page.cards().await.len().to_string()).await;
            assert_eq!(page.value::<String>(&format!("document.querySelector('{SEARCH}').value")).await, "neptune");

            page.go("?again#somewhere").await;
            page.until("customElements.get('fact-cards')").await;
            assert!(!page.value::<bool>(&format!("{READY} !== null")).await);
            let _: Value = page.value("(location.hash = '#kind=venue', null)").await;
            page.until_card_count(4).await;
        })
        .await;
}

#[tokio::test]
async fn every_page_in_every_language_is_hydrated() {
    for (site, path) in
        [("seeds", "fr/"), ("seeds", "ar/"), ("seeds", "embed/en.html"), ("many", ""), ("many", "page/2/")]
    {
        Visit::to(site)
            .where_data_is_saved()
            .and(async |page| {
                page.go(path).await;
                until_defined(page).await;
                let keep = "(window.kept = [...document.querySelectorAll('.card, .card *')], kept.length)";
                assert!(page.value::<usize>(keep).await > 1000, "{site}/{path}");
                page.click(".lead").await;
                page.until(READY).await;
                assert!(page.value::<bool>("kept.every(node => node.isConnected)").await, "{site}/{path}");
            })
            .await;
    }
}

#[tokio::test]
async fn what_was_opened_before_the_engine_stays_open() {
    Visit::to("seeds")
        .where_data_is_saved()
        .and(async |page| {
            // Before the service worker can cache it.
            page.break_with(Fault::Held(".wasm"));
            arrive(page).await;
            page.click("[data-card=dgsn] .facts-of > summary").await;
            page.click("[data-card=morocco] .facts-of > summary").await;
            page.release();
            page.until(READY).await;
            assert!(page.value::<bool>("document.querySelector('[data-card=dgsn] .facts-of').open").await);
            page.until("document.querySelectorAll('[data-card][data-open] .fact-menu').length > 0").await;
            assert!(page.value::<bool>("document.querySelector('[data-card=morocco] .facts-of').open").await);
            page.until("document.activeElement === document.querySelector('[data-card=morocco] .facts-of > summary')")
                .await;
        })
        .await;
}

#[tokio::test]
async fn hydration_causes_no_layout_shift() {
    Visit::to("seeds")
        .where_data_is_saved()
        .only_in(Browser::Chromium, "it does not tell of layout shifts")
        .and(async |page| {
            arrive(page).await;
            let _: Value = page.value("(scrollTo(0, 400), null)").await;
            page.until("scrollY === 400").await;
            // While a page is loading, Chromium may paint a <details> before its <summary> is there, which is not the
            // engine's doing.
            let arrived = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
                done(window.arrived = performance.now()))))";
            let _: Value = page.value(arrived).await;
            page.hover("[data-card=dgsn] .name").await;
            page.until(READY).await;
            // Layout shifts are reported with their frame: two frames later all are known.
            let shifts = "new Promise(done => {
                const shifts = [];
                new PerformanceObserver(list => shifts.push(...list.getEntries()))
                    .observe({ type: 'layout-shift', buffered: true });
                const told = shift => [Math.round(shift.startTime), shift.value, ...shift.sources.map(({ node, previousRect, currentRect }) =>
                    [node?.outerHTML ?? node?.data, JSON.stringify([previousRect, currentRect])])];
                requestAnimationFrame(() => requestAnimationFrame(() =>
                    done(shifts.filter(shift => shift.startTime > arrived).map(told))));
            })";
            assert_eq!(page.value::<Value>(shifts).await, json!([]), "something moved");
        })
        .await;
}

#[tokio::test]
async fn a_page_without_its_comments_is_mounted_afresh() {
    Visit::to("seeds")
        .where_data_is_saved()
        .and(async |page| {
            arrive(page).await;
            let minify = "(() => {
                const mount = document.querySelector('.fact-cards-mount');
                [...mount.childNodes].filter(node => node.nodeType === Node.COMMENT_NODE).forEach(node => node.remove());
                mount.append(document.createElement('aside'));
            })()";
            let _: Value = page.value(minify).await;
            page.click("label[for=kind-venue]").await;
            page.until_card_count(4).await;
            assert_eq!(page.value::<usize>("document.querySelectorAll('aside').length").await, 0);
        })
        .await;
}

#[tokio::test]
async fn a_link_followed_while_the_engine_loads_leads_to_its_card() {
    Visit::to("seeds")
        .where_data_is_saved()
        .and(async |page| {
            // Before the service worker can cache it.
            page.break_with(Fault::Held(".wasm"));
            arrive(page).await;
            page.click("label[for=kind-member]").await;
            page.click("[data-card=mohammed-dkhissi] .related a[href='#card=vice-presidency-election']").await;
            page.until("document.querySelector('[data-card=vice-presidency-election]').checkVisibility()").await;
            page.release();
            page.until(READY).await;
            page.until("document.activeElement.dataset.card === 'vice-presidency-election'").await;
            page.until(
                "document.querySelector('[data-card=vice-presidency-election]').hasAttribute('data-link-target')",
            )
            .await;
        })
        .await;
}

#[tokio::test]
async fn a_press_before_the_engine_opens_the_sheet_of_a_page_that_is_mounted_afresh() {
    Visit::to("seeds")
        .where_data_is_saved()
        .and(async |page| {
            page.break_with(Fault::Held(".wasm"));
            arrive(page).await;
            let change = "(document.querySelector('.fact-cards-mount').append(document.createElement('aside')), null)";
            let _: Value = page.value(change).await;
            page.click(".filters-button").await;
            page.release();
            page.until(READY).await;
            page.until("document.querySelector('.filters:popover-open [value=glasgow]')").await;
            page.click(".filters [value=glasgow]").await;
            page.until("document.querySelectorAll('[data-card]').length < 22").await;
            assert_eq!(page.value::<usize>("document.querySelectorAll('aside').length").await, 0, "it is another one");
            assert!(page.value::<bool>("document.querySelector('.filters').matches(':popover-open')").await);
            assert!(page.value::<bool>("document.activeElement.matches('.filters [value=glasgow]')").await);
        })
        .await;
}

#[tokio::test]
async fn where_an_article_wants_it_the_engine_comes_as_soon_as_the_cards_are_in_sight() {
    let line = LINE.replace("<fact-cards>", "<fact-cards loading=\"visible\">");
    let style = "<style>#before { height: 9000px }</style>";
    Visit::embedding("seeds", &article(style, &line))
        .and(async |page| {
            articles::arrive(page).await;
            // Two frames later an observer has told what is in sight.
            for _ in 0..2 {
                page.until_next_frame().await;
            }
            assert!(!page.requests().iter().any(|path| path.contains("engine")), "they are far below");
            let _: Value = page.value("(document.querySelector('fact-cards').scrollIntoView(), null)").await;
            page.until("heard.some(([event]) => event === 'ready')").await;
        })
        .await;
}
