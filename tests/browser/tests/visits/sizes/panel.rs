//! The names on the map.

use fact_cards_browser_tests::Visit;

#[tokio::test]
async fn names_on_the_map_do_not_cover_one_another_and_stay_on_it() {
    let boxes = "[...document.querySelectorAll('.pin-name')].map(name => name.getBoundingClientRect()).map(({ left, right, top, bottom }) => [left, right, top, bottom])";
    // The lines of one label begin or end together, 16 pixels from each other; their boxes may be higher.
    let are_lines = |one: &[f64; 4], other: &[f64; 4]| {
        let together = (one[0] - other[0]).abs() < 0.5 || (one[1] - other[1]).abs() < 0.5;
        together && (one[2] - other[2]).abs() > 15.5
    };
    for width in [320, 1280] {
        Visit::to("seeds")
            .at_width(width)
            .and(async |page| {
                page.open("#view=map").await;
                let names: Vec<[f64; 4]> = page.value(boxes).await;
                assert!(names.len() >= 3, "{names:?}");
                let map = "(({ left, right, top, bottom }) => [left, right, top, bottom])(document.querySelector('.map').getBoundingClientRect())";
                let [left, right, top, bottom]: [f64; 4] = page.value(map).await;
                for (at, one) in names.iter().enumerate() {
                    assert!(one[0] >= left && one[1] <= right && one[2] >= top && one[3] <= bottom, "off the map: {one:?}");
                    for other in &names[..at] {
                        let apart = one[0] >= other[1] || other[0] >= one[1] || one[2] >= other[3] - 2.0 || other[2] >= one[3] - 2.0 || are_lines(one, other);
                        assert!(apart, "at {width} px: {one:?} {other:?}");
                    }
                }
            })
            .await;
    }
}
