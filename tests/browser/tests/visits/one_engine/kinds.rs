//! The choice of a kind.

use fact_cards_browser_tests::{Page, Visit};

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
async fn kinds_are_distinguished_by_shape_and_word_besides_colour() {
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
