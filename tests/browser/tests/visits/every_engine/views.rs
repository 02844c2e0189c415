//! The five views of the same selection.

use fact_cards_browser_tests::{Fault, Visit};

use crate::{
    articles::until_defined,
    views::{ALL, look_at, until_in_sight},
};

#[tokio::test]
async fn without_script_the_radio_buttons_alone_choose_view_and_kind() {
    Visit::to("seeds")
        .without_script()
        .and(async |page| {
            page.go("").await;
            until_in_sight(page, "cards").await;
            for view in ALL.into_iter().skip(1) {
                look_at(page, view).await;
                until_in_sight(page, view).await;
                page.click("label[for=kind-operation]").await;
                let others = format!(
                    "[...document.querySelectorAll('[data-view={view}] [data-kinds]')]
                        .map(entry => entry.checkVisibility() && !entry.dataset.kinds.split(' ').includes('operation'))"
                );
                page.until(&format!("!{others}.includes(true)")).await;
                page.click("label[for=kind-all]").await;
            }
            look_at(page, "cards").await;
            until_in_sight(page, "cards").await;
        })
        .await;
}

#[tokio::test]
async fn where_the_views_are_prerendered_an_attribute_chooses_one_without_an_engine() {
    Visit::to("seeds")
        .and(async |page| {
            page.go("embed/en.html?view=map").await;
            until_in_sight(page, "map").await;
            page.until("document.readyState === 'complete'").await;
            assert!(page.requests().iter().all(|path| !path.contains("engine")), "the style sheet is enough");
            page.click(".lead").await;
            page.until("document.querySelector('[data-ready]')").await;
            until_in_sight(page, "map").await;
        })
        .await;
}

#[tokio::test]
async fn the_view_that_a_reader_chose_survives_hydration() {
    Visit::to("seeds")
        .and(async |page| {
            page.break_with(Fault::Held(".wasm"));
            page.go("").await;
            until_defined(page).await;
            look_at(page, "timeline").await;
            until_in_sight(page, "timeline").await;
            page.release();
            page.until("document.querySelector('[data-ready]')").await;
            page.until("location.hash === '#view=timeline'").await;
            until_in_sight(page, "timeline").await;
            assert!(page.value::<bool>("!document.querySelector('[data-view=map]')").await);
        })
        .await;
}
