//! The layout of the embed guide, with and without its script.

use fact_cards_browser_tests::Fault;
use serde_json::Value;

use crate::{
    embed_guide::{PAGE, arrive, look_at, published},
    pictures::{WIDTHS, at_width, look},
};

#[tokio::test]
async fn the_script_causes_no_layout_shift() {
    let places = "[...document.querySelectorAll('h1, form, section, figure, .code, .live')]
        .map(element => Math.round(element.getBoundingClientRect().top + scrollY))";
    for width in [320, 1280] {
        let mut before: Vec<i64> = Vec::new();
        published()
            .at_width(width)
            .with_fault(Fault::Missing("embed-guide-*.js"))
            .and(async |page| {
                page.go(PAGE).await;
                assert!(
                    page.value::<bool>("getComputedStyle(document.querySelector('form')).visibility === 'hidden'")
                        .await
                );
                before = page.value(places).await;
            })
            .await;
        published()
            .at_width(width)
            .and(async |page| {
                arrive(page).await;
                assert_eq!(page.value::<Vec<i64>>(places).await, before, "at {width} px");
            })
            .await;
    }
}

#[tokio::test]
async fn every_control_is_large_enough_for_a_finger_and_has_a_name() {
    published()
        .at_width(320)
        .and(async |page| {
            arrive(page).await;
            let small = "[...document.querySelectorAll('button, select, input, header a, .copy a')]
                .filter(control => { const box = (control.type === 'checkbox' ? control.parentNode : control).getBoundingClientRect();
                    return box.height < 44 || !(control.labels?.length || control.textContent); })
                .map(control => control.outerHTML)";
            assert_eq!(page.value::<Vec<String>>(small).await, Vec::<String>::new());
        })
        .await;
}

#[tokio::test]
async fn the_embed_guide_fits_at_every_width_in_light_and_dark() {
    for width in WIDTHS {
        at_width(width)
            .and(async |page| {
                arrive(page).await;
                for method in ["html", "frame"] {
                    look_at(page, method).await;
                    page.until(&format!(
                        "document.querySelector('#{method} iframe').contentDocument?.querySelector('fact-cards')"
                    ))
                    .await;
                }
                page.until("document.querySelector('#frame iframe').style.height").await;
                let _: Value = page.value("(scrollTo(0, 0), null)").await;
                let below = "document.documentElement.scrollHeight - document.querySelector('.embed-guide').getBoundingClientRect().bottom - scrollY";
                assert!(page.value::<f64>(below).await < 100.0, "what is in a box that scrolls makes the page longer");
                look(page, "ways").await;
            })
            .await;
    }
}
