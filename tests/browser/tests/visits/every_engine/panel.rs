//! A card that opens beside a view: from a mark of the timeline, a pin of the map, an entry of a list.

use fact_cards_browser_tests::{Key, Page, Visit};

use crate::{
    articles::{ROOT, arrive},
    panel::{look_at_in_article, until_at_fact},
    views::until_in_sight,
};

/// Presses Tab until that element has the focus.
async fn tab_to(page: &Page, selector: &str) {
    for _ in 0..120 {
        if page.value::<bool>(&format!("document.activeElement.matches(\"{selector}\")")).await {
            return;
        }
        page.press(Key::Tab).await;
    }
    panic!("Tab does not reach {selector}");
}

async fn until_closed_and_back_at(page: &Page, link: &str) {
    page.until("!document.querySelector('.opened')").await;
    page.until(&format!("document.activeElement.matches(\".view-inside li [href='{link}']\")")).await;
    page.until("location.hash === '#view=timeline' || location.hash === '#view=map'").await;
}

#[tokio::test]
async fn a_mark_and_an_entry_of_the_timeline_open_their_fact_beside_it() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#view=timeline").await;
            page.click(".moments a[href='#fact=election-won']").await;
            until_at_fact(page, "election-won").await;
            assert_eq!(page.fragment().await, "view=timeline&fact=election-won");
            page.press(Key::Escape).await;
            until_closed_and_back_at(page, "#fact=election-won").await;

            page.click(".scale a[href='#fact=interpol-founded'] .mark").await;
            until_at_fact(page, "interpol-founded").await;
            page.click(".opened > .close").await;
            until_closed_and_back_at(page, "#fact=interpol-founded").await;
            until_in_sight(page, "timeline").await;
        })
        .await;
}

#[tokio::test]
async fn marks_and_entries_of_the_timeline_open_by_key() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#view=timeline").await;
            page.click("label[for=view-timeline]").await;
            for link in [".scale a[href='#fact=election-won']", ".moments .whose a[href='#fact=election-won']"] {
                let start = "(document.getElementById('view-timeline').focus(), true)";
                assert!(page.value::<bool>(start).await);
                tab_to(page, link).await;
                page.press(Key::Enter).await;
                until_at_fact(page, "election-won").await;
                page.press(Key::Escape).await;
                until_closed_and_back_at(page, "#fact=election-won").await;
            }
        })
        .await;
}

#[tokio::test]
async fn each_pin_opens_its_venue_by_key_and_closing_leads_to_the_list() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#view=map").await;
            page.click("label[for=view-map]").await;
            let pins: Vec<String> = page
                .value("[...document.querySelectorAll('.pin')].map(pin => pin.getAttribute('href').split('=')[1])")
                .await;
            // Rabat and Ifrane are one place on a map of this size.
            assert_eq!(pins, ["glasgow", "ifrane", "marrakech"]);
            for pin in pins {
                assert!(page.value::<bool>("(document.getElementById('view-map').focus(), true)").await);
                tab_to(page, &format!(".pin[href='#card={pin}']")).await;
                page.press(Key::Enter).await;
                page.until(&format!("document.activeElement.matches('.opened [data-card={pin}]')")).await;
                assert_eq!(page.fragment().await, format!("view=map&card={pin}"));
                page.press(Key::Escape).await;
                until_closed_and_back_at(page, &format!("#card={pin}")).await;
            }
        })
        .await;
}

#[tokio::test]
async fn under_a_strict_policy_views_sheet_and_panel_raise_no_violation() {
    let policy = "default-src 'none'; script-src {site} 'wasm-unsafe-eval'; connect-src {site}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
    crate::articles::with_line()
        .policy(policy)
        .and(async |page| {
            arrive(page).await;
            page.click("fact-cards >>> .filters-button").await;
            page.until(&format!("{ROOT}.querySelector('.filters:popover-open input[name=topic]')")).await;
            page.click("fact-cards >>> input[name=topic][value=terrorism]").await;
            page.until(&format!("{ROOT}.querySelector('.chip')")).await;
            page.press(Key::Escape).await;
            for view in ["timeline", "map", "figures", "sources"] {
                look_at_in_article(page, view).await;
            }
            page.click("fact-cards >>> .entry .whose a").await;
            page.until(&format!("{ROOT}.querySelector('.opened')")).await;
            let styled = format!("{ROOT}.querySelectorAll('.fact-cards [style]').length");
            assert_eq!(page.value::<usize>(&styled).await, 0);
        })
        .await;
}

#[tokio::test]
async fn opening_a_card_in_a_new_tab_is_left_to_the_browser() {
    Visit::to("seeds")
        .and(async |page| {
            for (view, link) in [("timeline", ".scale a"), ("timeline", ".moments .whose a"), ("map", ".pin")] {
                page.open(&format!("#view={view}")).await;
                let kept = format!(
                    "(addEventListener('click', event => (window.kept = event.defaultPrevented, event.preventDefault()), {{ once: true }}),
                        document.querySelector('[data-view={view}] {link}').dispatchEvent(new MouseEvent('click', {{ ctrlKey: true, bubbles: true, cancelable: true }})),
                        window.kept)"
                );
                assert!(!page.value::<bool>(&kept).await, "{link}");
                assert!(page.value::<bool>("!document.querySelector('.opened')").await, "{link}");
            }
        })
        .await;
}
