//! The cards in a frame, for content management systems that allow nothing else.

use fact_cards_browser_tests::{Fault, Visit, in_project};
use serde_json::Value;

use crate::{
    articles::article,
    embed::{FRAME, frame, given_height, sandboxed, until_as_high_as_its_page},
};

#[tokio::test]
async fn a_frame_has_the_height_of_its_cards_and_follows_changes() {
    Visit::embedding("seeds", &article("", &frame("en.html")))
        .and(async |page| {
            page.go("").await;
            let all = until_as_high_as_its_page(page).await;
            assert!(all > 500, "six cards are high: {all}");
            page.enter_frame("iframe").await;
            page.until_card_count(22).await;
            page.click(".show-all > summary").await;
            page.leave_frames().await;
            page.until(&format!("document.querySelector('iframe').clientHeight > {}", 3 * all / 2)).await;
            page.enter_frame("iframe").await;
            page.click("label[for=kind-venue]").await;
            page.until_card_count(4).await;
            page.leave_frames().await;
            page.until(&format!("document.querySelector('iframe').clientHeight < {all}")).await;
            until_as_high_as_its_page(page).await;
            // Narrower cards are taller.
            let few = given_height(page).await;
            let _: Value = page.value("(document.querySelector('iframe').style.width = '320px', null)").await;
            page.until(&format!("document.querySelector('iframe').clientHeight > {few}")).await;
            until_as_high_as_its_page(page).await;
        })
        .await;
}

#[tokio::test]
async fn the_documented_iframe_is_enough() {
    let documents = std::fs::read_to_string(in_project("docs/embedding.md")).unwrap();
    let (_, after) = documents.split_once("```html\n<iframe").expect("the documents have the frame");
    let (frame, _) = after.split_once("```").unwrap();
    let frame = format!("<iframe{frame}").replace("https://cards.example", "{site}");
    Visit::embedding("seeds", &article("", &frame))
        .and(async |page| {
            page.go("").await;
            // A lazy frame holds another page first.
            page.until("document.querySelector('iframe').clientHeight !== 640").await;
            until_as_high_as_its_page(page).await;
            page.enter_frame("iframe").await;
            page.until(
                "[...document.querySelectorAll('[data-card]')].filter(card => card.checkVisibility()).length === 6",
            )
            .await;
            page.leave_frames().await;
        })
        .await;
}

#[tokio::test]
async fn a_script_that_loads_late_still_gets_the_height() {
    Visit::embedding("seeds", &article("", &FRAME.replace("ADDRESS", "en.html")))
        .and(async |page| {
            page.go("").await;
            page.enter_frame("iframe").await;
            page.until("customElements.get('fact-cards') && document.querySelector('.card')").await;
            page.leave_frames().await;
            assert_eq!(given_height(page).await, 640, "nobody listens yet");
            let add = format!(
                "(document.body.append(Object.assign(document.createElement('script'), {{ src: '{}/fact-cards-frame.js' }})), null)",
                page.site()
            );
            let _: Value = page.value(&add).await;
            page.until("document.querySelector('iframe').clientHeight > 645").await;
        })
        .await;
}

#[tokio::test]
async fn everything_works_in_the_strictest_sandbox_that_allows_scripts() {
    Visit::embedding("seeds", &article("", &sandboxed("allow-scripts")))
        .and(async |page| {
            page.go("").await;
            let all = until_as_high_as_its_page(page).await;
            page.enter_frame("iframe").await;
            assert_eq!(page.value::<String>("origin").await, "null");
            page.click("label[for=kind-operation]").await;
            page.until_card_count(6).await;
            // WebKit's driver cannot reach what is far down in a frame of another origin.
            page.click(".card .says a").await;
            page.until("document.activeElement.matches('[data-card]')").await;
            page.click(".clear, .put-back, label[for=kind-all]").await;
            page.until("document.querySelector('[data-ready]')").await;
            page.leave_frames().await;
            assert!(all > 500);
        })
        .await;
}

#[tokio::test]
async fn the_height_of_a_frame_changes_once_although_what_was_chosen_comes_in_two_steps() {
    Visit::embedding("seeds", &article("", &frame("en.html?show=0")))
        .and(async |page| {
            page.go("").await;
            until_as_high_as_its_page(page).await;
            page.enter_frame("iframe").await;
            page.click("label[for=kind-venue]").await;
            page.until("document.querySelector('[data-ready]')").await;
            page.until_card_count(4).await;
            page.leave_frames().await;
            let few = until_as_high_as_its_page(page).await;
            let listen = "(window.heights = [], addEventListener('message', ({ data }) => data['fact-cards']?.height && heights.push(data['fact-cards'].height)), null)";
            let _: serde_json::Value = page.value(listen).await;
            page.enter_frame("iframe").await;
            page.click("label[for=kind-all]").await;
            page.until_card_count(22).await;
            page.leave_frames().await;
            page.until("heights.length > 0").await;
            let all = until_as_high_as_its_page(page).await;
            assert!(all > few + 500, "{all}, {few}");
            // A scrollbar may come and go with it.
            let heights: Vec<u32> = page.value("heights").await;
            assert!(heights.iter().all(|height| height.abs_diff(all) < 60), "{heights:?}, {all}");
        })
        .await;
}

#[tokio::test]
async fn a_frame_never_navigates_its_article_and_opens_other_sites_in_a_new_window() {
    Visit::embedding("lighthouse", &article("", &frame("en.html")))
        .where_something_fails()
        .and(async |page| {
            page.go("").await;
            let here: String = page.value("location.href").await;
            until_as_high_as_its_page(page).await;
            page.enter_frame("iframe").await;
            page.click(".about > summary").await;
            page.until("document.querySelector('.about a[href^=http]').checkVisibility()").await;
            // The frame grows with what was opened: a click meanwhile would miss its link.
            page.leave_frames().await;
            until_as_high_as_its_page(page).await;
            page.enter_frame("iframe").await;
            page.click(".about a[href^=http]").await;
            page.until_windows(2).await;
            assert!(page.value::<bool>("document.querySelector('.card') !== null").await, "the cards are still there");
            page.leave_frames().await;
            assert_eq!(page.value::<String>("location.href").await, here);
        })
        .await;
}

#[tokio::test]
async fn where_a_sandbox_forbids_new_windows_an_external_link_shows_its_address() {
    let sandboxed = sandboxed("allow-scripts");
    Visit::embedding("lighthouse", &article("", &sandboxed))
        .with_fault(Fault::Held("engine*.wasm"))
        .and(async |page| {
            page.go("").await;
            until_as_high_as_its_page(page).await;
            page.enter_frame("iframe").await;
            page.click(".about > summary").await;
            page.leave_frames().await;
            until_as_high_as_its_page(page).await;
            page.enter_frame("iframe").await;
            page.click(".about a[href^=http]").await;
            let told = "document.querySelector('.about a[href^=http]').innerText.includes('https://gazette.example/lighthouse')";
            page.until(told).await;
            // The engine mounts the cards afresh, since their markup has changed.
            page.release();
            page.until("document.querySelector('[data-ready]')").await;
            page.until(told).await;
            page.click("label[for=kind-venue]").await;
            page.until_card_count(2).await;
            page.leave_frames().await;
        })
        .await;
}

#[tokio::test]
async fn without_script_a_frame_shows_all_facts() {
    Visit::to("seeds")
        .without_script()
        .and(async |page| {
            page.go("embed/en.html").await;
            assert_eq!(page.cards().await.len(), 22);
            page.click("label[for=kind-venue]").await;
            page.until(
                "[...document.querySelectorAll('[data-card]')].filter(card => card.checkVisibility()).length === 4",
            )
            .await;
        })
        .await;
}
