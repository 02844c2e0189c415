//! The map, as a list.

use fact_cards_browser_tests::Visit;

#[tokio::test]
async fn the_places_of_the_map_are_a_list_too_with_or_without_filters() {
    Visit::to("seeds")
        .and(async |page| {
            for address in ["#view=map", "?few#view=map&q=glasgow"] {
                page.open(address).await;
                let (mut pins, places): (Vec<String>, Vec<String>) = page
                    .value("[[...document.querySelectorAll('.pin title')].map(title => title.textContent.split(':')[0]), [...document.querySelectorAll('.place > .whose a')].map(link => link.innerText)]")
                    .await;
                // The pins stand from north to south, the list in the order of the cards.
                let order = ["Marrakech", "Glasgow, Scotland", "Ifrane", "Rabat"];
                assert_eq!(places, order.into_iter().filter(|name| pins.iter().any(|pin| pin == name)).collect::<Vec<_>>());
                pins.retain(|pin| !order.contains(&pin.as_str()));
                assert_eq!(pins, [""; 0]);
                let pins = places;
                assert!(!pins.is_empty());
                assert_eq!(pins.len() == 4, address == "#view=map");
            }
        })
        .await;
}
