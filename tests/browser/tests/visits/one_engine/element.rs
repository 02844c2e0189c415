//! What the attributes of the element request of the engine, and what events the article gets.

use fact_cards_browser_tests::{Visit, in_project, site_folder};
use serde_json::{Value, json};

use crate::articles::{LINE, ROOT, activate, arrive, article, snippet, until_card_count, with_line};

const SEARCH: &str = "fact-cards >>> input[type=search]";

#[tokio::test]
async fn the_line_in_the_readme_is_enough() {
    let readme = std::fs::read_to_string(in_project("README.md")).unwrap();
    let line = readme.lines().find(|line| line.starts_with("<script type=\"module\"")).expect("README has the line");
    let documents = std::fs::read_to_string(in_project("docs/embedding.md")).unwrap();
    assert!(documents.contains(&format!("```html\n{line}\n```")), "the documents have another line");
    Visit::embedding("seeds", &article("", &line.replace("https://cards.example", "{site}")))
        .and(async |page| {
            arrive(page).await;
            page.type_into(SEARCH, "neptune").await;
            page.until(&format!("{ROOT}.querySelectorAll('[data-card]').length < 22")).await;
        })
        .await;
}

#[tokio::test]
async fn the_loader_may_be_included_twice_and_late_or_early() {
    let twice = format!(
        r#"<script async type="module" src="{{site}}/fact-cards.js?async"></script>{LINE}
           <script type="module" src="{{site}}/fact-cards.js?again"></script>"#
    );
    Visit::embedding("seeds", &article("", &twice))
        .and(async |page| {
            arrive(page).await;
            until_card_count(page, 22).await;
            activate(page).await;
            let count = "document.querySelectorAll('fact-cards').length";
            assert_eq!(page.value::<usize>(count).await, 1);
        })
        .await;
}

#[tokio::test]
async fn attributes_can_choose_a_view_at_any_time() {
    let narrowed = LINE.replace(
        "<fact-cards>",
        "<fact-cards lang=\"xx\" kind=\"operation\" source=\"marrakech-2025\" card=\"operation-neptune\">",
    );
    Visit::embedding("seeds", &article("", &narrowed))
        .and(async |page| {
            page.go("").await;
            page.until(&format!("{ROOT}?.querySelector('[data-ready]')")).await;
            page.until(&format!(
                "[...{ROOT}.querySelectorAll('[data-card]')].every(card => card.dataset.kind === 'operation')"
            ))
            .await;
            assert!(
                page.value::<bool>(&format!("{ROOT}.querySelector('.chip').innerText.includes('Marrakech')"))
                    .await
            );
            page.until(&format!("{ROOT}.querySelector('[data-link-target]')?.dataset.card === 'operation-neptune'")).await;
            let moved: (i64, bool) = page.value(&format!("[scrollY, {ROOT}.activeElement !== null]")).await;
            assert_eq!(moved, (0, false), "what an article requests from the beginning moves nothing");

            let change = |script: &str| format!("(document.querySelector('fact-cards').{script}, null)");
            let _: Value = page.value(&change("removeAttribute('source')")).await;
            until_card_count(page, 6).await;
            let _: Value = page.value(&change("setAttribute('kind', 'venue')")).await;
            until_card_count(page, 4).await;
            let _: Value = page.value(&change("setAttribute('q', 'glasgow')")).await;
            page.until(&format!("{ROOT}.querySelector('input[type=search]').value === 'glasgow'")).await;
            // Several at once: each adds to the others although none is shown yet.
            let several = "Object.assign(document.querySelector('fact-cards'), { q: '', kind: 'member', source: 'election-2024' })";
            let _: Value = page.value(&format!("({several}, null)")).await;
            let shown = format!(
                "{ROOT}.querySelector('#kind-member').checked && {ROOT}.querySelector('input[type=search]').value === ''
                    && {ROOT}.querySelector('.chip')?.innerText.includes('Election')"
            );
            page.until(&shown).await;
            let several = "Object.assign(document.querySelector('fact-cards'), { kind: 'nonsense', source: '' })";
            let _: Value = page.value(&format!("({several}, null)")).await;
            until_card_count(page, 22).await;
            let _: Value = page.value(&change("setAttribute('heading-level', '4')")).await;
            page.until(&format!(
                "{ROOT}.querySelector('h4.title') && {ROOT}.querySelectorAll('h5.name').length === 22"
            ))
            .await;
            let _: Value = page.value(&change("setAttribute('card', 'dgsn')")).await;
            page.until(&format!("{ROOT}.activeElement?.dataset.card === 'dgsn'")).await;
        })
        .await;
}

#[tokio::test]
async fn a_kind_alone_needs_no_engine() {
    let operations = LINE.replace("<fact-cards>", "<fact-cards kind=\"operation\">");
    Visit::embedding("seeds", &article("", &operations))
        .and(async |page| {
            arrive(page).await;
            let shown =
                format!("[...{ROOT}.querySelectorAll('[data-card]')].filter(card => card.checkVisibility()).length");
            page.until(&format!("{shown} === 6")).await;
            assert!(page.requests().iter().all(|path| !path.contains("engine")));
            activate(page).await;
            until_card_count(page, 6).await;
            page.until_text("fact-cards >>> .status", "6 cards, 34 facts from 2 articles").await;
        })
        .await;
}

#[tokio::test]
async fn events_notify_that_the_cards_are_ready_and_what_they_show() {
    with_line()
        .and(async |page| {
            arrive(page).await;
            page.click("fact-cards >>> label[for=kind-operation]").await;
            page.until("heard.length === 1").await;
            page.type_into(SEARCH, "n").await;
            page.until("heard.length === 2").await;
            page.click("fact-cards >>> :not(.sheet-foot) > .clear").await;
            page.until("heard.length === 3").await;
            let heard: Value = page.value("heard.map(([event, detail]) => [event, detail ?? null])").await;
            assert_eq!(heard, json!([["ready", null], ["change", { "kind": "operation", "q": "n" }], ["change", {}]]));
        })
        .await;
}

#[tokio::test]
async fn an_element_without_src_shows_the_story_of_its_own_site() {
    Visit::embedding("lighthouse", &article("", LINE))
        .and(async |page| {
            arrive(page).await;
            assert_ne!(page.text("fact-cards >>> .title").await, "Morocco and INTERPOL: who, what and where");
            activate(page).await;
        })
        .await;
    assert!(site_folder("lighthouse").join("snippet/en.html").exists());
}

#[tokio::test]
async fn the_lines_for_analytics_in_the_documents_count_what_readers_do_and_never_what_they_type() {
    let documents = std::fs::read_to_string(in_project("docs/embedding.md")).unwrap();
    let (_, lines) = documents.split_once("**Analytics.**").unwrap();
    let (_, lines) = lines.split_once("```js").unwrap();
    let (lines, _) = lines.split_once("```").unwrap();
    let head =
        format!("<script>window.told = []; window.plausible = (...told) => window.told.push(told);{lines}</script>");
    Visit::embedding("seeds", &article(&head, &snippet("seeds")))
        .and(async |page| {
            arrive(page).await;
            activate(page).await;
            page.type_into("fact-cards >>> input[type=search]", "neptune").await;
            page.click("fact-cards >>> [data-card=operation-neptune] .facts-of > summary").await;
            page.until("told.length === 3").await;
            let mut events: Vec<String> = page.value("dataLayer.map(({ event }) => event)").await;
            events.sort();
            assert_eq!(events, ["fact-cards-open", "fact-cards-search", "fact-cards-visible"]);
            let told: Value = page.value("({ dataLayer, _paq, told })").await;
            assert_eq!(told["_paq"].as_array().map(Vec::len), Some(3), "{told}");
            let (told, length) = (told.to_string(), "\"length\":7");
            assert!(told.contains("operation-neptune") && told.contains(length), "{told}");
            assert!(!told.replace("operation-neptune", "").contains("neptune"), "what was typed is told: {told}");
        })
        .await;
}
