//! The choice of a kind.

use fact_cards_browser_tests::{Key, Visit};

#[tokio::test]
async fn kinds_are_a_radio_group_that_arrow_keys_move_in() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let values: Vec<String> = page
                .value("[...document.querySelectorAll('input[type=radio][name=kind]')].map(radio => radio.value)")
                .await;
            assert_eq!(values, ["all", "member", "operation", "venue"]);
            page.tab_into_widget().await;
            page.until("document.activeElement.value === 'all'").await;
            page.press(Key::Right).await;
            page.until_card_count(12).await;
            page.press(Key::Right).await;
            page.until_card_count(6).await;
            assert_eq!(page.value::<String>("document.activeElement.value").await, "operation");
        })
        .await;
}
