//! The engine comes when a reader takes an interest, and takes over what is there.

use fact_cards_browser_tests::{Browser, Fault, Key, Page, Visit};
use serde_json::{Value, json};

use crate::articles::{self, LINE, article, until_defined};

const READY: &str = "document.querySelector('[data-ready]')";
const SEARCH: &str = "input[type=search]";

/// Goes to the site and waits until the loader has done all that it does by itself.
async fn arrive(page: &Page) {
    page.go("").await;
    until_defined(page).await;
}

/// What is typed, from where to where it is selected, whether it has the focus, and how far the page is scrolled.
async fn search_field(page: &Page) -> Value {
    page.value(&format!(
        "(search => [search.value, search.selectionStart, search.selectionEnd, document.activeElement === search, scrollY])
            (document.querySelector('{SEARCH}'))"
    ))
    .await
}

/// Keeps things of the prerendered page, so that it can be seen whether they stay: all but the views that nobody looks at.
/// Of what the engine adds something to, the parts are compared. The status is no longer told by itself then.
async fn mark_nodes(page: &Page) {
    let keep = "(window.kept = [...document.querySelectorAll('.fact-cards, .fact-cards *')]
        .filter(node => !node.closest('.view'))
        .map(node => [node, node.matches('.two-steps') || node.querySelector('.view, .two-steps') ? null : node.innerHTML]), null)";
    let _: Value = page.value(keep).await;
}

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

#[tokio::test]
async fn a_click_a_tap_a_key_focus_and_a_resting_pointer_are_an_interest() {
    Visit::to("seeds")
        .and(async |page| {
            arrive(page).await;
            page.click(".lead").await;
            page.until(READY).await;

            arrive(page).await;
            page.tap(".lead").await;
            page.until(READY).await;

            arrive(page).await;
            page.tab_into_widget().await;
            page.until(READY).await;

            arrive(page).await;
            page.hover(".lead").await;
            page.until(READY).await;
        })
        .await;
}

/// Counts what the loader is about to do, so that nothing need be waited for that does not come.
const COUNTED: &str = "<script>
    window.planned = 0;
    const plain = setTimeout;
    window.setTimeout = (...of) => { planned += 1; return plain(...of); };
</script>
<style>h1 { height: 300px } #before { height: 900px }</style>";

#[tokio::test]
async fn swiping_past_and_scrolling_below_a_pointer_are_no_interest() {
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
async fn an_address_that_asks_for_a_view_is_an_interest() {
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
async fn the_nodes_that_were_prerendered_are_kept() {
    Visit::to("seeds")
        .and(async |page| {
            arrive(page).await;
            mark_nodes(page).await;
            page.click(".lead").await;
            page.until(READY).await;
            let (kept, all, changed): (usize, usize, usize) = page
                .value(
                    "[kept.filter(([node]) => node.isConnected).length, kept.length,
                      kept.filter(([node, html]) => html !== null && node.innerHTML.replace(' aria-live=\"off\"', '') !== html).length]",
                )
                .await;
            assert!(all > 1000, "the page has {all} elements");
            assert_eq!((kept, changed), (all, 0));
        })
        .await;
}

#[tokio::test]
async fn in_every_language_and_on_every_page_what_was_prerendered_is_taken_over() {
    const KEEP: &str = "(window.kept = [...ROOT.querySelectorAll('.card, .card *')], kept.length)";
    const KEPT: &str = "kept.every(node => node.isConnected && ROOT.contains(node))";
    for (site, path) in
        [("seeds", "fr/"), ("seeds", "ar/"), ("seeds", "embed/en.html"), ("many", ""), ("many", "page/2/")]
    {
        Visit::to(site)
            .and(async |page| {
                page.go(path).await;
                until_defined(page).await;
                assert!(page.value::<usize>(&KEEP.replace("ROOT", "document")).await > 1000, "{site}/{path}");
                page.click(".lead").await;
                page.until(READY).await;
                assert!(page.value::<bool>(&KEPT.replace("ROOT", "document")).await, "{site}/{path}");
            })
            .await;
    }
    articles::with_snippet()
        .and(async |page| {
            articles::arrive(page).await;
            assert!(page.value::<usize>(&KEEP.replace("ROOT", articles::ROOT)).await > 1000);
            page.click("fact-cards >>> .lead").await;
            page.until("heard.some(([event]) => event === 'ready')").await;
            assert!(page.value::<bool>(&KEPT.replace("ROOT", articles::ROOT)).await);
        })
        .await;
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
async fn what_is_opened_focused_scrolled_chosen_and_typed_stays_when_the_engine_comes() {
    Visit::to("seeds")
        .and(async |page| {
            // Before the service worker can keep it.
            page.break_with(Fault::Held(".wasm"));
            arrive(page).await;
            page.click("[data-card=dgsn] .source > summary").await;
            page.click(".filters-button").await;
            page.click("input[name=source][value=election-2024]").await;
            page.press(Key::Escape).await;
            page.click("label[for=kind-member]").await;
            page.type_into(SEARCH, "dgsn").await;
            let _: Value = page
                .value(&format!("(document.querySelector('{SEARCH}').setSelectionRange(2, 4), scrollTo(0, 150), null)"))
                .await;
            page.until("scrollY === 150").await;
            assert!(page.value::<bool>(&format!("{READY} === null")).await, "the engine is held");
            page.release();
            page.until(READY).await;
            page.until("document.querySelectorAll('[data-card]').length < 12").await;
            assert_eq!(search_field(page).await, json!(["dgsn", 2, 4, true, 150]));
            assert_eq!(page.fragment().await, "kind=member&source=election-2024&q=dgsn");

            page.type_into(SEARCH, "\u{e010} nothing").await;
            page.until("document.querySelector('.nothing-found')").await;
            assert!(
                page.value::<bool>("document.querySelector('input[name=source][value=election-2024]').checked").await
            );
            assert!(page.value::<bool>("document.querySelector('#kind-member').checked").await);
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
async fn a_page_that_a_translator_has_changed_is_mounted_anew_with_what_the_reader_did() {
    Visit::to("seeds")
        .and(async |page| {
            page.break_with(Fault::Held(".wasm"));
            arrive(page).await;
            let translate =
                "(document.querySelectorAll('.statement > span:first-child, .name > span').forEach(text => {
                const font = document.createElement('font');
                font.append(...text.childNodes);
                text.append(font);
            }), null)";
            let _: Value = page.value(translate).await;
            page.click("[data-card=dgsn] .source > summary").await;
            page.type_into(SEARCH, "dgsn").await;
            let _: Value = page
                .value(&format!("(document.querySelector('{SEARCH}').setSelectionRange(1, 3), scrollTo(0, 100), null)"))
                .await;
            page.until("scrollY === 100").await;
            page.release();
            page.until(READY).await;
            page.until("document.querySelectorAll('[data-card]').length < 22").await;
            assert_eq!(page.value::<usize>("document.querySelectorAll('font').length").await, 0);
            assert_eq!(search_field(page).await, json!(["dgsn", 1, 3, true, 100]));
            assert!(page.value::<bool>("document.querySelector('[data-card=dgsn] .source').open").await);
            page.type_into(SEARCH, "\u{e010} nothing").await;
            page.until("document.querySelector('.nothing-found')").await;
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
