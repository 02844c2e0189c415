//! The sheet with the facets and the order of the cards.

use fact_cards_browser_tests::Visit;

use crate::sheet::open_sheet;

#[tokio::test]
async fn on_a_phone_the_sheet_slides_up_and_on_a_desktop_in_from_the_side() {
    let place = "(({ left, right, top, bottom }) => [left, right, top, bottom])(document.querySelector('.filters').getBoundingClientRect())";
    for width in [320, 1280] {
        Visit::to("seeds")
            .at_width(width)
            .and(async |page| {
                page.open("").await;
                open_sheet(page).await;
                let [left, right, top, bottom]: [f64; 4] = page.value(place).await;
                let [width, height]: [f64; 2] = page.value("[document.documentElement.clientWidth, innerHeight]").await;
                assert_eq!((right, bottom), (width, height), "it reaches the edge");
                if width < 400.0 {
                    assert!(left == 0.0 && top > 0.0 && top < height / 2.0, "{left} {top}");
                } else {
                    assert!(left > width / 2.0 && top == 0.0, "{left} {top}");
                }
                // All of it can be reached, and its footer is visible.
                let out = "[...document.querySelectorAll('.filters *')].filter(element => {
                    const { left, right } = element.getBoundingClientRect();
                    return !element.closest('.spoken') && (left < 0 || right > innerWidth); }).length";
                assert_eq!(page.value::<usize>(out).await, 0);
                let foot =
                    "document.querySelector('.filters .main-button').getBoundingClientRect().bottom <= innerHeight";
                assert!(page.value::<bool>(foot).await);
            })
            .await;
    }
}
