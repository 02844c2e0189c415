//! A site of many stories that share one engine, and articles that name the story they want.

use fact_cards_browser_tests::{Fault, Page, Visit};
use serde_json::Value;

use crate::{
    articles::{ROOT, activate, arrive, article, listen, until_card_count},
    failing::leaves_the_facts,
    many::{LINE, with_line},
};

/// How often something was requested.
fn request_count(page: &Page, part: &str) -> usize {
    page.requests().into_iter().filter(|path| path.contains(part)).count()
}

#[tokio::test]
async fn each_story_has_its_own_page_and_all_share_one_engine() {
    Visit::to("stories")
        .and(async |page| {
            page.go("").await;
            page.click("a[href='lighthouse/']").await;
            page.until_reloaded_with("h1.title", "The lighthouse that walked").await;
            page.until_card_count(7).await;
            page.type_into("input[type=search]", "tower").await;
            page.until("document.querySelector('mark')").await;
            page.go("seeds/").await;
            page.until_card_count(22).await;
            page.type_into("input[type=search]", "neptune").await;
            page.until("location.hash === '#q=neptune'").await;
            page.until("document.querySelector('[data-card=operation-neptune] mark')").await;
            let engines: std::collections::BTreeSet<String> =
                page.requests().into_iter().filter(|path| path.contains("engine") && path.contains("wasm")).collect();
            assert_eq!(engines.len(), 1, "{engines:?}");
        })
        .await;
}

#[tokio::test]
async fn a_story_without_the_articles_language_falls_back_to_its_first() {
    let danish = article("", &LINE.replace("lang=\"en\"", "lang=\"da-DK\""));
    Visit::embedding("stories", &danish)
        .where_something_fails()
        .and(async |page| {
            arrive(page).await;
            activate(page).await;
            page.type_into("fact-cards >>> input[type=search]", "neptune").await;
            page.until(&format!(
                "{ROOT}.querySelector('mark') && {ROOT}.querySelector('.fact-cards').lang === 'en-GB'"
            ))
            .await;
        })
        .await;
    let canadian = article("", &LINE.replace("lang=\"en\"", "lang=\"fr-CA\""));
    Visit::embedding("stories", &canadian)
        .and(async |page| {
            arrive(page).await;
            page.until(&format!("{ROOT}.querySelector('.fact-cards').lang === 'fr-MA'")).await;
            activate(page).await;
            page.until(&format!("{ROOT}.querySelector('.fact-cards').lang === 'fr-MA'")).await;
        })
        .await;
}

#[tokio::test]
async fn changing_src_shows_another_story() {
    with_line()
        .and(async |page| {
            arrive(page).await;
            activate(page).await;
            page.type_into("fact-cards >>> input[type=search]", "neptune").await;
            page.until(&format!("{ROOT}.querySelector('mark')")).await;
            let go = "(document.querySelector('fact-cards').src = document.querySelector('fact-cards').src.replace('seeds', 'lighthouse'), null)";
            let _: Value = page.value(go).await;
            until_card_count(page, 7).await;
            page.until(&format!("{ROOT}.querySelector('input[type=search]').value === ''")).await;
            page.type_into("fact-cards >>> input[type=search]", "tower").await;
            page.until(&format!("{ROOT}.querySelector('mark')")).await;
        })
        .await;
    // Before the engine, the snippet of the other story is used.
    with_line()
        .and(async |page| {
            arrive(page).await;
            let go = "(document.querySelector('fact-cards').src = document.querySelector('fact-cards').src.replace('seeds', 'lighthouse'), null)";
            let _: Value = page.value(go).await;
            until_card_count(page, 7).await;
            activate(page).await;
            until_card_count(page, 7).await;
            assert_eq!(request_count(page, "/seeds/story.bin"), 0);
        })
        .await;
}

/// Story data with a fault leave the facts, and the article is notified of the reason.
async fn data_leave_the_facts(fault: Fault, why: &str) {
    leaves_the_facts(with_line().with_fault(fault), why).await;
}

#[tokio::test]
async fn damaged_data_leave_the_facts() {
    let flip = |mut bytes: Vec<u8>| {
        bytes.iter_mut().skip(200).take(1).for_each(|byte| *byte ^= 1);
        bytes
    };
    data_leave_the_facts(Fault::Changed("story.bin", flip), "the story is damaged or cut short").await;
}

#[tokio::test]
async fn foreign_data_leave_the_facts() {
    let page = |_| b"<!doctype html><p>Not found".to_vec();
    data_leave_the_facts(Fault::Changed("story.bin", page), "what is there is not the data of a story").await;
}

#[tokio::test]
async fn data_of_another_version_leave_the_facts_and_the_error_says_what_to_do() {
    // The version follows the four magic bytes.
    fn with_version(mut bytes: Vec<u8>, version: fn(u8) -> u8) -> Vec<u8> {
        bytes.iter_mut().skip(4).take(1).for_each(|byte| *byte = version(*byte));
        bytes
    }
    let older = |bytes| with_version(bytes, |version| version - 1);
    data_leave_the_facts(Fault::Changed("story.bin", older), "build the story again").await;
    let newer = |bytes| with_version(bytes, |version| version + 1);
    data_leave_the_facts(Fault::Changed("story.bin", newer), "publish the engine that came with it").await;
}

#[tokio::test]
async fn endless_data_leave_the_facts() {
    let endless = |_| vec![b'F'; 65 << 20];
    data_leave_the_facts(Fault::Changed("story.bin", endless), "has more than 67108864 bytes: that is no story").await;
}

#[tokio::test]
async fn data_that_could_not_be_fetched_are_tried_again_at_the_next_activation() {
    with_line()
        .with_fault(Fault::Refused("story.bin"))
        .and(async |page| {
            arrive(page).await;
            page.click("fact-cards >>> .lead").await;
            page.until("heard.some(([event]) => event === 'error')").await;
            until_card_count(page, 22).await;
            page.mend();
            page.click("fact-cards >>> label[for=kind-venue]").await;
            page.until(&format!("{ROOT}.querySelector('[data-ready]:not([data-failed])')")).await;
            until_card_count(page, 4).await;
        })
        .await;
}

#[tokio::test]
async fn a_line_whose_snippet_is_missing_shows_the_fallback_in_the_element() {
    with_line()
        .with_fault(Fault::Missing("snippet/*.html"))
        .and(async |page| {
            page.go("").await;
            page.until("customElements.get('fact-cards')").await;
            page.until("document.querySelector('fact-cards a').checkVisibility()").await;
            page.until("!document.querySelector('fact-cards').shadowRoot").await;
        })
        .await;
}

#[tokio::test]
async fn an_article_shows_several_stories_with_one_engine() {
    let two = r#"<script type="module" src="{site}/fact-cards.js"></script>
        <fact-cards id="a" src="{site}/seeds/story.bin"></fact-cards><fact-cards id="b" src="{site}/lighthouse/story.bin"></fact-cards>"#;
    Visit::embedding("stories", &article("", two))
        .and(async |page| {
            page.go("").await;
            let cards = |id: &str| {
                format!("document.getElementById('{id}').shadowRoot?.querySelectorAll('[data-card]').length")
            };
            page.until(&format!("{} === 22 && {} === 7", cards("a"), cards("b"))).await;
            listen(page).await;
            assert_eq!((request_count(page, "engine"), request_count(page, "story.bin")), (0, 0), "before activation");
            page.type_into("#a >>> input[type=search]", "neptune").await;
            page.type_into("#b >>> input[type=search]", "tower").await;
            let found = |id: &str| format!("document.getElementById('{id}').shadowRoot.querySelector('mark')");
            page.until(&format!("{} && {}", found("a"), found("b"))).await;
            assert_eq!((request_count(page, "engine"), request_count(page, "story.bin")), (2, 2));
        })
        .await;
}
