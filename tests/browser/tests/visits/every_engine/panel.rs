//! A card that opens beside a view: from a mark of the timeline, a pin of the map, an entry of a list.

use fact_cards_browser_tests::{Key, Page, Visit};

use crate::{
    articles::{ROOT, arrive, with_snippet},
    views::{look_at, until_in_sight},
};

/// Presses Tab until what has the focus is that.
async fn tab_to(page: &Page, selector: &str) {
    for _ in 0..120 {
        if page.value::<bool>(&format!("document.activeElement.matches(\"{selector}\")")).await {
            return;
        }
        page.press(Key::Tab).await;
    }
    panic!("Tab does not reach {selector}");
}

/// The focus is on that fact of the card that has opened, and both are in sight.
async fn until_at_fact(page: &Page, fact: &str) {
    page.until(&format!("document.activeElement.matches('.opened [data-fact={fact}][data-arrived]')")).await;
    let in_sight =
        "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.activeElement.getBoundingClientRect())";
    page.until(in_sight).await;
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
async fn marks_stand_in_order_of_time_and_are_named_by_their_dates() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#view=timeline").await;
            let marks: Vec<(String, f64)> = page
                .value("[...document.querySelectorAll('.scale a')].map(link => [link.getAttribute('aria-label'), link.querySelector('.mark').getBoundingClientRect().left])")
                .await;
            assert!(marks.len() >= 4, "{marks:?}");
            assert!(marks.windows(2).all(|two| two[0].1 <= two[1].1), "{marks:?}");
            let moments: Vec<String> =
                page.value("[...document.querySelectorAll('.moment-when')].map(when => when.innerText)").await;
            assert!(marks.iter().zip(&moments).all(|((mark, _), moment)| mark.starts_with(moment.as_str())));
            assert_eq!(marks.len(), moments.len());
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
            assert_eq!(pins, ["glasgow", "rabat", "ifrane", "marrakech"]);
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
async fn bars_are_to_each_other_as_their_numbers_are() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#view=figures").await;
            let width = |fact: &str| {
                format!("document.querySelector(\"[href='#fact={fact}']\").closest('.bar-of').querySelector('.bar-value').getBoundingClientRect().width")
            };
            let arrests: f64 = page.value(&width("neptune-arrests")).await;
            let fugitives: f64 = page.value(&width("neptune-fugitives")).await;
            assert!((arrests / fugitives - 135.0 / 325.0).abs() < 0.01 * 135.0 / 325.0, "{arrests} {fugitives}");
            let shared = "document.querySelector(\"[href='#fact=neptune-arrests']\").closest('.bars').contains(document.querySelector(\"[href='#fact=neptune-fugitives']\"))";
            assert!(page.value::<bool>(shared).await, "they share a scale");
            page.click("[data-view=figures] a[href='#fact=neptune-arrests']").await;
            until_at_fact(page, "neptune-arrests").await;
        })
        .await;
}

#[tokio::test]
async fn sources_tell_by_article_and_paragraph_what_is_reported_and_what_differs() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#view=sources").await;
            let (articles, numbers): (usize, Vec<Vec<u32>>) = page
                .value(
                    "(lists => [lists.length, lists.map(list => [...list.querySelectorAll('.paragraph-number')].map(number => +number.innerText.slice(1)))])
                        ([...document.querySelectorAll('.paragraphs')])",
                )
                .await;
            assert_eq!(articles, 2);
            for numbers in numbers {
                assert!(numbers.len() > 3 && numbers.is_sorted(), "{numbers:?}");
            }
            let agreed = "[...document.querySelectorAll('.articles:first-child > .article:first-child .entry')].every(entry => entry.querySelector('.agreement'))";
            assert!(page.value::<bool>(agreed).await);
            let differently = page.text(".articles:first-child .article:last-child").await;
            assert!(differently.contains("Mohamed Dkhissi") && differently.contains("Marrakech ¶7"), "{differently}");
            page.click(".paragraphs a[href='#fact=neptune-ship']").await;
            until_at_fact(page, "neptune-ship").await;
        })
        .await;
}

#[tokio::test]
async fn what_is_two_steps_away_is_reached_without_leaving_the_page_and_back_again() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let steps = "[data-card=mohammed-dkhissi] .two-steps";
            page.click(&format!("{steps} > summary")).await;
            page.until(&format!("document.querySelector('{steps} a').checkVisibility()")).await;
            let told: usize = page.text(&format!("{steps} .count")).await.parse().unwrap();
            let links: Vec<String> =
                page.value(&format!("[...document.querySelectorAll('{steps} a')].map(link => link.hash)")).await;
            assert_eq!(links.len(), told);
            // None of them is a step away, or the card itself.
            let near =
                "[...document.querySelectorAll('[data-card=mohammed-dkhissi] > .related a')].map(link => link.hash)";
            let near: Vec<String> = page.value(near).await;
            assert!(links.iter().all(|link| !near.contains(link) && link != "#card=mohammed-dkhissi"));
            let first = &links[0];
            page.click(&format!("{steps} a[href='{first}']")).await;
            page.until(&format!("location.hash === '{first}'")).await;
            page.until(&format!("'#' + document.activeElement.id === '{first}'")).await;
            page.back().await;
            page.until("location.hash === ''").await;
            page.until("!document.querySelector('[data-arrived]')").await;
        })
        .await;
}

#[tokio::test]
async fn in_an_article_links_of_every_view_lead_to_their_cards() {
    with_snippet()
        .and(async |page| {
            arrive(page).await;
            look_at_in_article(page, "map").await;
            page.click("fact-cards >>> .pin[href='#card=glasgow'] .pin-count").await;
            page.until(&format!("{ROOT}.activeElement?.matches('.opened [data-card=glasgow]')")).await;
            assert_eq!(page.value::<String>("location.hash").await, "", "the article's address is the article's");
            look_at_in_article(page, "timeline").await;
            page.click("fact-cards >>> .moments a[href='#fact=election-won']").await;
            page.until(&format!("{ROOT}.activeElement?.matches('.opened [data-fact=election-won]')")).await;
            assert_eq!(page.value::<String>("location.hash").await, "");
            page.press(Key::Escape).await;
            page.until(&format!("{ROOT}.activeElement?.matches(\".moments [href='#fact=election-won']\")")).await;
        })
        .await;
}

async fn look_at_in_article(page: &Page, view: &str) {
    page.click(&format!("fact-cards >>> label[for=view-{view}]")).await;
    page.until(&format!("{ROOT}.querySelector('[data-view={view}]')?.checkVisibility()")).await;
}

#[tokio::test]
async fn under_a_strict_policy_views_sheet_and_panel_raise_no_violation() {
    let policy = "default-src 'none'; script-src {site} 'wasm-unsafe-eval'; connect-src {site}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
    crate::articles::with_line()
        .policy(policy)
        .and(async |page| {
            arrive(page).await;
            page.click("fact-cards >>> .filters-button").await;
            page.until(&format!("{ROOT}.querySelector('.filters:popover-open')")).await;
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
async fn a_card_that_a_link_of_the_panel_leads_to_takes_its_place() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#view=map&card=rabat").await;
            page.click(".opened .related a[href='#card=morocco']").await;
            page.until("document.activeElement.matches('.opened [data-card=morocco]')").await;
            assert_eq!(page.fragment().await, "view=map&card=morocco");
            look_at(page, "cards").await;
            page.until("location.hash === ''").await;
        })
        .await;
}

#[tokio::test]
async fn a_card_that_nothing_in_sight_leads_to_gives_the_focus_to_the_choice_of_a_view() {
    Visit::to("seeds")
        .and(async |page| {
            for close in [".opened > .close", ""] {
                // Morocco is no place on the map; the fact is folded away there.
                for address in ["#view=map&card=morocco", "#view=map&fact=election-won"] {
                    page.open(address).await;
                    page.until("document.activeElement.matches('.opened [data-arrived]')").await;
                    if close.is_empty() {
                        page.press(Key::Escape).await;
                    } else {
                        page.click(close).await;
                    }
                    page.until("!document.querySelector('.opened')").await;
                    page.until("document.activeElement.id === 'view-map'").await;
                }
            }
        })
        .await;
}

#[tokio::test]
async fn to_open_a_card_elsewhere_is_left_to_the_browser() {
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
