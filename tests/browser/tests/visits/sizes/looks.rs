//! Our own page at every width, in light and dark.

use crate::{
    pictures::{WIDTHS, at_width, look},
    views::{ALL, look_at, open_everything, until_in_sight},
};

#[tokio::test]
async fn the_page_fits_at_every_width_in_light_and_dark() {
    for width in WIDTHS {
        at_width(width)
            .and(async |page| {
                page.open("").await;
                look(page, "all").await;
            })
            .await;
    }
}

#[tokio::test]
async fn a_filtered_page_with_everything_open_fits_at_every_width() {
    for width in WIDTHS {
        at_width(width)
            .and(async |page| {
                page.open("#source=marrakech-2025&q=africa").await;
                open_everything(page, "document").await;
                look(page, "open").await;
            })
            .await;
    }
}

#[tokio::test]
async fn an_empty_result_fits_at_every_width() {
    for width in WIDTHS {
        at_width(width)
            .and(async |page| {
                page.open("#kind=venue&q=an%20unusually%20long%20search%20for%20something%20nobody%20wrote").await;
                page.until("document.querySelector('.nothing-found')").await;
                look(page, "nothing").await;
            })
            .await;
    }
}

async fn every_view_fits(language: &str) {
    for width in WIDTHS {
        at_width(width)
            .and(async |page| {
                page.open(&format!("{language}/")).await;
                for view in ALL {
                    look_at(page, view).await;
                    until_in_sight(page, view).await;
                    look(page, &format!("{language}-{view}")).await;
                }
            })
            .await;
    }
}

#[tokio::test]
async fn every_view_fits_in_french() {
    every_view_fits("fr").await;
}

#[tokio::test]
async fn every_view_fits_in_arabic() {
    every_view_fits("ar").await;
}

#[tokio::test]
async fn the_names_of_the_views_never_run_together_at_any_width() {
    at_width(390)
        .and(async |page| {
            for language in ["", "fr/", "ar/"] {
                page.open(language).await;
                let too_near = "(names => {
                    const near = [];
                    for (let width = 240; width <= 360; width += 1) {
                        document.body.style.inlineSize = `${width}px`;
                        const boxes = names.map(name => name.getBoundingClientRect());
                        const gaps = boxes.slice(1).map((box, at) => box.top === boxes[at].top
                            ? Math.max(box.left - boxes[at].right, boxes[at].left - box.right)
                            : Infinity);
                        if (Math.min(...gaps) < 6) near.push(width);
                    }
                    return near; })([...document.querySelectorAll('.view-name')])";
                assert_eq!(
                    page.value::<Vec<u16>>(too_near).await,
                    Vec::<u16>::new(),
                    "two names read as one: {language}"
                );
            }
        })
        .await;
}
