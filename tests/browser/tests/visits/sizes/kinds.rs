//! The choice of a kind on a phone.

use fact_cards_browser_tests::Visit;

#[tokio::test]
async fn on_a_phone_every_kind_is_visible_and_large_enough_to_touch() {
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
