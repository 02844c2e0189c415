use fact_cards_browser_tests::{Key, Page, Visit};

async fn shown_kinds(page: &Page) -> Vec<String> {
    page.value("[...new Set([...document.querySelectorAll('[data-card]')].map(card => card.dataset.kind))]").await
}

#[tokio::test]
async fn choosing_a_kind_leaves_the_cards_of_that_kind() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            for (kind, count, status) in [
                ("member", 12, "12 cards, "),
                ("operation", 6, "6 cards, "),
                ("venue", 4, "4 cards, "),
                ("all", 22, "22 cards, "),
            ] {
                page.click(&format!("label[for=kind-{kind}]")).await;
                page.until_card_count(count).await;
                assert!(page.text(".status").await.starts_with(status));
                if kind != "all" {
                    assert_eq!(shown_kinds(page).await, [kind]);
                }
                assert_eq!(page.text(&format!("label[for=kind-{kind}] .count")).await, count.to_string());
            }
        })
        .await;
}

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

#[tokio::test]
async fn a_kind_is_told_by_shape_and_word_besides_colour() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let looks: Vec<(String, String)> = page
                .value(
                    "['member', 'operation', 'venue'].map(kind => {
                        const card = document.querySelector(`[data-card][data-kind=${kind}]`);
                        const style = getComputedStyle(card.querySelector('.glyph'));
                        return [card.querySelector('.kicker').innerText.split(' · ')[0], style.borderRadius + style.transform];
                    })",
                )
                .await;
            let words: Vec<&str> = looks.iter().map(|(word, _)| word.trim()).collect();
            assert_eq!(words, ["Member", "Operation", "Venue"]);
            let mut shapes: Vec<&String> = looks.iter().map(|(_, shape)| shape).collect();
            shapes.dedup();
            assert_eq!(shapes.len(), 3, "{looks:?}");
        })
        .await;
}

#[tokio::test]
async fn on_a_phone_every_kind_is_in_sight_and_large_enough_to_touch() {
    Visit::to("seeds")
        .at_width(320)
        .and(async |page| {
            page.open("").await;
            let boxes: Vec<(f64, f64, f64, f64)> = page
                .value(
                    "[...document.querySelectorAll('label.kind')].map(label => {
                        const { left, right, top, height } = label.getBoundingClientRect();
                        return [left, right, top, height];
                    })",
                )
                .await;
            assert_eq!(boxes.len(), 4);
            for (left, right, top, height) in &boxes {
                let first_top = boxes.first().map_or(0.0, |first| first.2);
                assert!(*left >= 0.0 && *right <= 320.0 && *height >= 44.0, "{boxes:?}");
                assert!((top - first_top).abs() < 1.0, "they stand side by side: {boxes:?}");
            }
        })
        .await;
}
