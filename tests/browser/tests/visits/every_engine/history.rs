//! The address: shared, gone back to, and typed by hand.

use fact_cards_browser_tests::{Key, Page, Visit};

use crate::views::{look_at, until_in_sight};

/// The linked fact is marked and visible, and not covered by anything sticky.
async fn until_link_target(page: &Page, fact: &str, within: &str) {
    page.until(&format!("document.activeElement.matches('{within} [data-fact={fact}][data-link-target]')")).await;
    let in_sight = "(({ x, y, bottom }) => y >= 0 && bottom <= innerHeight && document.elementFromPoint(x + 8, y + 8)?.closest('[data-fact]') === document.activeElement)
        (document.activeElement.getBoundingClientRect())";
    page.until(in_sight).await;
}

#[tokio::test]
async fn choosing_adds_to_the_history_and_typing_replaces() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let before: usize = page.value("history.length").await;
            look_at(page, "timeline").await;
            page.until(&format!("history.length === {}", before + 1)).await;
            page.click(".filters-button").await;
            page.until("document.querySelector(\'.facet input\')").await;
            page.click("input[name=topic][value=terrorism]").await;
            page.until(&format!("history.length === {}", before + 2)).await;
            page.press(Key::Escape).await;
            page.type_into("input[type=search]", "a").await;
            page.until(&format!("history.length === {}", before + 3)).await;
            page.type_into("input[type=search]", "frica").await;
            page.until("location.hash === '#topic=terrorism&q=africa&view=timeline'").await;
            assert_eq!(page.value::<usize>("history.length").await, before + 3);
        })
        .await;
}

#[tokio::test]
async fn back_forward_and_reload_restore_view_facets_search_and_card() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            look_at(page, "timeline").await;
            page.click(".filters-button").await;
            page.until("document.querySelector(\'.facet input\')").await;
            page.click("input[name=source][value=election-2024]").await;
            page.press(Key::Escape).await;
            page.until("location.hash === '#source=election-2024&view=timeline'").await;
            page.click(".moments a[href='#fact=election-won']").await;
            page.until("location.hash === '#source=election-2024&view=timeline&fact=election-won'").await;
            page.reload().await;
            until_link_target(page, "election-won", ".opened").await;
            until_in_sight(page, "timeline").await;
            assert_eq!(page.value::<usize>("document.querySelectorAll('.chip').length").await, 1);
            page.back().await;
            page.until("!document.querySelector('.opened') && document.querySelectorAll('.chip').length === 1").await;
            page.back().await;
            page.until("!document.querySelector('.chip')").await;
            until_in_sight(page, "timeline").await;
            page.back().await;
            page.until_card_count(22).await;
            until_in_sight(page, "cards").await;
            for address in [
                "#view=timeline",
                "#source=election-2024&view=timeline",
                "#source=election-2024&view=timeline&fact=election-won",
            ] {
                page.forward().await;
                page.until(&format!("location.hash === '{address}'")).await;
            }
            until_link_target(page, "election-won", ".opened").await;
            until_in_sight(page, "timeline").await;
        })
        .await;
}

#[tokio::test]
async fn going_back_from_a_card_that_relaxed_the_filters_adds_nothing_to_the_history() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#kind=venue").await;
            page.type_into("input[type=search]", "glasgow").await;
            page.until("location.hash === '#kind=venue&q=glasgow'").await;
            page.until_cards(&["glasgow"]).await;
            page.click("[data-card=glasgow] .home a, [data-card=glasgow] .related a").await;
            page.until_card_count(22).await;
            page.until("document.querySelector('.relaxed-filters') && location.hash.startsWith('#card=')").await;
            let card = page.fragment().await;
            let length: usize = page.value("history.length").await;
            for _ in 0..3 {
                page.back().await;
                page.until_cards(&["glasgow"]).await;
                page.until("location.hash === '#kind=venue&q=glasgow'").await;
                page.forward().await;
                page.until_card_count(22).await;
                page.until(&format!("location.hash === '#{card}'")).await;
                assert_eq!(page.value::<usize>("history.length").await, length);
            }
        })
        .await;
}

#[tokio::test]
async fn a_link_to_a_fact_reaches_it_even_if_folded_or_filtered_out() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let fact: String = page
                .value("[...document.querySelectorAll('[data-card=morocco] [id^=\"fact=\"]')].at(-1).dataset.fact")
                .await;
            page.open(&format!("?1#fact={fact}")).await;
            until_link_target(page, &fact, ".card").await;
            page.until_card_count(22).await;
            page.open(&format!("?2#source=election-2024&kind=venue&fact={fact}")).await;
            until_link_target(page, &fact, ".card").await;
            page.open("?hidden#source=marrakech-2025&kind=venue&fact=election-won").await;
            until_link_target(page, "election-won", ".card").await;
            page.until("document.querySelector('.relaxed-filters')").await;
            // On another card than its own, the address keeps that card.
            page.open("?3#card=glasgow&fact=election-won").await;
            until_link_target(page, "election-won", "[data-card=glasgow]").await;
            assert_eq!(page.fragment().await, "card=glasgow&fact=election-won");
            page.open(&format!("?4#view=map&fact={fact}")).await;
            until_link_target(page, &fact, ".opened").await;
            // A fact that is not on that card is ignored.
            page.open("?5#card=rabat&fact=election-won").await;
            page.until("document.activeElement.matches('[data-card=rabat]')").await;
        })
        .await;
}

#[tokio::test]
async fn without_script_an_address_shows_its_card_or_fact_whatever_view_or_kind_is_chosen() {
    Visit::to("seeds")
        .without_script()
        .and(async |page| {
            for place in ["card=operation-neptune", "fact=neptune-arrests"] {
                page.go(&format!("?{place}#{place}")).await;
                let target = "document.querySelector(':target')";
                page.until(&format!("{target}?.id === '{place}' && {target}.checkVisibility()")).await;
                for label in ["view-map", "view-sources", "view-cards", "kind-venue"] {
                    page.click(&format!("label[for={label}]")).await;
                    page.until(&format!("document.getElementById('{label}').checked && {target}.checkVisibility()"))
                        .await;
                }
            }
            // A link from another view to a folded fact.
            page.go("?folded").await;
            page.click("label[for=view-sources]").await;
            let folded = "[...document.querySelectorAll('.body [id^=\"fact=\"]')].at(-1).id";
            let fact: String = page.value(folded).await;
            page.click(&format!("[data-view=sources] .whose a[href='#{fact}']")).await;
            page.until("document.querySelector(':target')").await;
            let is_in_sight = "document.querySelector(':target').checkVisibility({ contentVisibilityAuto: true })
                && document.querySelector(':target').getBoundingClientRect().height > 0";
            page.until(is_in_sight).await;
        })
        .await;
}
