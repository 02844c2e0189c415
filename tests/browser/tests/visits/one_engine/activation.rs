//! What is asked for before and after activation, and what comes of what was there, where no browser decides it.

use fact_cards_browser_tests::{Browser, Fault, Visit};
use serde_json::{Value, json};

use crate::{
    activation::{READY, SEARCH, arrive},
    articles::{self, LINE, article, until_defined},
};

/// What the page in sight has asked for by itself, but for what browsers do by the way: icons, a manifest, a worker. What
/// its service worker asks for in the background is not among it.
const ASKED: &str = "performance.getEntriesByType('resource')
    .map(entry => new URL(entry.name).pathname.replace(/-[0-9a-f]{12}/, ''))
    .filter(path => !/icon|visit|manifest|sw.js/.test(path)).sort()";

#[tokio::test]
async fn a_reader_who_only_reads_downloads_page_styles_and_scripts_of_the_page() {
    for (path, own) in [("", "page"), ("embed/en.html", "embed")] {
        Visit::to("seeds")
            .and(async |page| {
                page.go(path).await;
                until_defined(page).await;
                let _: Value = page.value("(scrollTo(0, 3000), null)").await;
                page.until("scrollY > 2500").await;
                let mut expected =
                    ["/assets/fact-cards.css".to_owned(), format!("/assets/{own}.js"), "/fact-cards.js".to_owned()];
                expected.sort();
                assert_eq!(page.value::<Vec<String>>(ASKED).await, expected);
            })
            .await;
    }
}

/// Counts what the loader is about to do, so that nothing need be waited for that does not come.
const COUNTED: &str = "<script>
    window.planned = 0;
    const plain = setTimeout;
    window.setTimeout = (...of) => { planned += 1; return plain(...of); };
</script>
<style>h1 { height: 300px } #before { height: 900px }</style>";

#[tokio::test]
async fn swiping_past_and_scrolling_below_a_pointer_are_no_activation() {
    Visit::embedding("seeds", &article(COUNTED, LINE))
        .not_in(Browser::Firefox, "its driver's finger does not scroll")
        .not_in(Browser::WebKit, "its driver knows no finger")
        .and(async |page| {
            articles::arrive(page).await;
            let _: Value = page.value("(scrollTo(0, 1500), null)").await;
            page.until("scrollY === 1500").await;
            // What browsers tell of when things scroll below a pointer that rests.
            let below =
                "document.querySelector('fact-cards').dispatchEvent(new MouseEvent('mousemove', { bubbles: true }))";
            assert!(page.value::<bool>(below).await);
            assert_eq!(page.value::<u32>("planned").await, 0, "the pointer did not move");
            page.swipe_up(300).await;
            page.until("scrollY > 1600").await;
            assert_eq!(page.value::<u32>("planned").await, 0, "a swipe is no tap");
            page.tap("fact-cards >>> .lead").await;
            page.until("planned > 0").await;
        })
        .await;
}

#[tokio::test]
async fn an_address_that_asks_for_a_view_is_an_activation() {
    Visit::to("seeds")
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
async fn in_every_language_and_on_every_page_what_was_prerendered_is_taken_over() {
    for (site, path) in
        [("seeds", "fr/"), ("seeds", "ar/"), ("seeds", "embed/en.html"), ("many", ""), ("many", "page/2/")]
    {
        Visit::to(site)
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
async fn what_is_two_steps_away_comes_to_a_line_that_was_unfolded_before_the_engine() {
    Visit::to("seeds")
        .and(async |page| {
            // Before the service worker can keep it.
            page.break_with(Fault::Held(".wasm"));
            arrive(page).await;
            let steps = "[data-card=mohammed-dkhissi] .two-steps";
            page.click(&format!("{steps} > summary")).await;
            page.until(&format!("document.querySelector('{steps}').open")).await;
            page.release();
            page.until(&format!("document.querySelector('{steps} a')?.checkVisibility()")).await;
        })
        .await;
}

#[tokio::test]
async fn what_was_opened_before_stays_open() {
    Visit::to("seeds")
        .and(async |page| {
            // Before the service worker can keep it.
            page.break_with(Fault::Held(".wasm"));
            arrive(page).await;
            page.click("[data-card=dgsn] .source > summary").await;
            page.click("[data-card=morocco] .more > summary").await;
            page.release();
            page.until(READY).await;
            assert!(page.value::<bool>("document.querySelector('[data-card=dgsn] .source').open").await);
            assert!(page.value::<bool>("document.querySelector('[data-card=morocco] .more').open").await);
            page.until("document.activeElement === document.querySelector('[data-card=morocco] .more > summary')")
                .await;
        })
        .await;
}

#[tokio::test]
async fn nothing_moves_when_the_engine_comes() {
    Visit::to("seeds")
        .only_in(Browser::Chromium, "it does not tell of layout shifts")
        .and(async |page| {
            arrive(page).await;
            let _: Value = page.value("(scrollTo(0, 2000), null)").await;
            page.until("scrollY === 2000").await;
            // While a page still comes in, Chromium may paint a <details> before its <summary> is there: not the engine's doing.
            let arrived = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
                done(window.arrived = performance.now()))))";
            let _: Value = page.value(arrived).await;
            page.hover("[data-card=dgsn] .name").await;
            page.until(READY).await;
            // What moves is told of with the frame in which it does: two frames later all of it is.
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
async fn a_page_without_its_comments_is_mounted_anew() {
    Visit::to("seeds")
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
async fn a_link_that_is_followed_while_the_engine_loads_leads_to_its_card() {
    Visit::to("seeds")
        .and(async |page| {
            // Before the service worker can keep it.
            page.break_with(Fault::Held(".wasm"));
            arrive(page).await;
            page.click("label[for=kind-member]").await;
            page.click("[data-card=mohammed-dkhissi] .related a[href='#card=vice-presidency-election']").await;
            page.until("document.querySelector('[data-card=vice-presidency-election]').checkVisibility()").await;
            page.release();
            page.until(READY).await;
            page.until("document.activeElement.dataset.card === 'vice-presidency-election'").await;
            page.until("document.querySelector('[data-card=vice-presidency-election]').hasAttribute('data-arrived')")
                .await;
        })
        .await;
}

#[tokio::test]
async fn a_sheet_of_filters_stays_open_where_the_page_is_mounted_anew() {
    Visit::to("seeds")
        .and(async |page| {
            page.break_with(Fault::Held(".wasm"));
            arrive(page).await;
            let change = "(document.querySelector('.fact-cards-mount').append(document.createElement('aside')), null)";
            let _: Value = page.value(change).await;
            page.click(".filters-button").await;
            page.click(".filters [value=glasgow]").await;
            page.release();
            page.until(READY).await;
            page.until("document.querySelectorAll('[data-card]').length < 22").await;
            assert_eq!(page.value::<usize>("document.querySelectorAll('aside').length").await, 0, "it is another one");
            assert!(page.value::<bool>("document.querySelector('.filters').matches(':popover-open')").await);
            assert!(page.value::<bool>("document.activeElement.matches('.filters [value=glasgow]')").await);
        })
        .await;
}
