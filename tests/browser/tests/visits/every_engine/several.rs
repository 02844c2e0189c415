//! Several elements on one page, moved, removed and added. What the scripts do about it is tested in `tests/script`.

use fact_cards_browser_tests::Visit;
use serde_json::Value;

use crate::{
    articles::article,
    several::{COME_AND_GO, COUNTED, EMPTY, TWO, arrive_at_both, cards, root},
};

#[tokio::test]
async fn an_element_that_moves_keeps_its_state() {
    Visit::embedding("seeds", &article("", TWO))
        .and(async |page| {
            arrive_at_both(page).await;
            page.click("#a >>> label[for=kind-venue]").await;
            page.until(&format!("{} === 4", cards("a"))).await;
            page.click("#a >>> [data-card=glasgow] .facts-of > summary").await;
            let _: Value =
                page.value("(document.getElementById('two').append(document.getElementById('a')), null)").await;
            assert_eq!(page.value::<usize>(&cards("a")).await, 4);
            assert!(
                page.value::<bool>(&format!("{}.querySelector('[data-card=glasgow] .facts-of').open", root("a"))).await
            );
            page.click("#a >>> label[for=kind-all]").await;
            page.until(&format!("{} === 22", cards("a"))).await;

            // Removed for a while, in which another element is activated and gets the idle widget.
            page.click("#a >>> label[for=kind-operation]").await;
            page.until(&format!("{} === 6", cards("a"))).await;
            let _: Value = page.value("(window.away = document.getElementById('a'), away.remove(), null)").await;
            page.click("#b >>> label[for=kind-member]").await;
            page.until(&format!("{} === 12", cards("b"))).await;
            let _: Value = page.value("(document.getElementById('one').append(away), null)").await;
            page.until(&format!("{} === 6 && {}.querySelector('[data-ready]')", cards("a"), root("a"))).await;
            page.click("#a >>> label[for=kind-venue]").await;
            page.until(&format!("{} === 4", cards("a"))).await;
            assert_eq!(page.value::<usize>(&cards("b")).await, 12);
        })
        .await;
}

#[tokio::test]
async fn an_element_repeatedly_added_and_removed_works_in_every_browser() {
    Visit::embedding("lighthouse", &article(COUNTED, EMPTY))
        .and(async |page| {
            page.go("").await;
            page.until("customElements.get('fact-cards')").await;
            // In batches that fit into the time limit of a script, even on a busy machine.
            for _ in 0..5 {
                assert!(page.value::<bool>(&format!("{COME_AND_GO}(4)")).await);
            }
        })
        .await;
}
