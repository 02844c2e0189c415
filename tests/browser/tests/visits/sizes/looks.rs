use crate::{
    pictures::{WIDTHS, at_width, look},
    views::{ALL, look_at, until_in_sight},
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
                let open = "document.querySelectorAll('details').forEach(details => { details.open = true; })";
                let _: serde_json::Value = page.value(&format!("({open}, null)")).await;
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
