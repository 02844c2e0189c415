//! The content of the views (marks, pins, bars, entries) and the cards that their links lead to.

use fact_cards_browser_tests::{Key, Visit};

use crate::{
    articles::{ROOT, arrive, with_snippet},
    panel::{look_at_in_article, until_at_fact},
    views::look_at,
};

#[tokio::test]
async fn the_places_of_the_map_are_a_list_too_with_or_without_filters() {
    Visit::to("seeds")
        .and(async |page| {
            for address in ["#view=map", "?few#view=map&q=glasgow"] {
                page.open(address).await;
                let (mut pins, places): (Vec<String>, Vec<String>) = page
                    .value("[[...document.querySelectorAll('.pin title')].map(title => title.textContent.split(':')[0]), [...document.querySelectorAll('.place > .whose a')].map(link => link.innerText)]")
                    .await;
                // The pins are ordered from north to south, the list by the order of the cards.
                let order = ["Marrakech", "Glasgow, Scotland", "Ifrane", "Rabat"];
                assert_eq!(places, order.into_iter().filter(|name| pins.iter().any(|pin| pin.contains(name))).collect::<Vec<_>>());
                pins.retain(|pin| !order.iter().any(|name| pin.contains(name)));
                assert_eq!(pins, [""; 0]);
                let pins = places;
                assert!(!pins.is_empty());
                assert_eq!(pins.len() == 4, address == "#view=map");
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
async fn bars_are_proportional_to_their_numbers() {
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
async fn the_sources_view_lists_by_article_and_paragraph_what_is_reported_and_what_differs() {
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
async fn cards_two_links_away_can_be_visited_and_left_without_leaving_the_page() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let steps = "[data-card=mohammed-dkhissi] .two-steps";
            page.open_card("[data-card=mohammed-dkhissi]").await;
            page.click(&format!("{steps} > summary")).await;
            page.until(&format!("document.querySelector('{steps} a').checkVisibility()")).await;
            let told: usize = page.text(&format!("{steps} .count")).await.parse().unwrap();
            let links: Vec<String> =
                page.value(&format!("[...document.querySelectorAll('{steps} a')].map(link => link.hash)")).await;
            assert_eq!(links.len(), told);
            // None of them is directly related, or the card itself.
            let near =
                "[...document.querySelectorAll('[data-card=mohammed-dkhissi] .side > .related a')].map(link => link.hash)";
            let near: Vec<String> = page.value(near).await;
            assert!(links.iter().all(|link| !near.contains(link) && link != "#card=mohammed-dkhissi"));
            let first = &links[0];
            page.click(&format!("{steps} a[href='{first}']")).await;
            page.until(&format!("location.hash === '{first}'")).await;
            page.until(&format!("'#' + document.activeElement.id === '{first}'")).await;
            page.back().await;
            page.until("location.hash === ''").await;
            page.until("!document.querySelector('[data-link-target]')").await;
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

#[tokio::test]
async fn a_card_linked_from_the_panel_replaces_the_one_in_it() {
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
async fn closing_a_card_that_nothing_visible_links_to_moves_the_focus_to_the_view_buttons() {
    Visit::to("seeds")
        .and(async |page| {
            for close in [".opened > .close", ""] {
                // Morocco is not a place on the map; the fact is folded there.
                for address in ["#view=map&card=morocco", "#view=map&fact=election-won"] {
                    page.open(address).await;
                    page.until("document.activeElement.matches('.opened [data-link-target]')").await;
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
