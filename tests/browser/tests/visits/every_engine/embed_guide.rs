//! The embed guide: its previews and its code work, and follow the options.

use fact_cards_browser_tests::Visit;
use serde_json::{Value, json};

use crate::{
    articles::ROOT,
    embed_guide::{LINE_ROOT, arrive, arrive_with_frames, choose, code, enter, look_at, published},
};

#[tokio::test]
async fn every_embed_method_is_shown_live() {
    Visit::to("seeds")
        .and(async |page| {
            arrive(page).await;
            let names = "[...document.querySelectorAll('section h2')].map(name => name.innerText)";
            assert_eq!(
                page.value::<Vec<String>>(names).await,
                [
                    "One line",
                    "HTML with all the facts in it",
                    "A card in a sentence",
                    "A frame",
                    "An address to paste",
                    "One file"
                ]
            );

            page.type_into("#line fact-cards >>> input[type=search]", "neptune").await;
            page.until(&format!("{LINE_ROOT}.querySelector('mark')")).await;

            enter(page, "html").await;
            page.until(&format!(
                "document.querySelector('fact-cards') && {ROOT}.querySelectorAll('[data-card]').length === 22"
            ))
            .await;
            page.leave_frames().await;

            look_at(page, "frame").await;
            page.until("parseInt(document.querySelector('#frame iframe').style.height) > 500").await;
            enter(page, "frame").await;
            page.until_card_count(22).await;
            page.leave_frames().await;

            let files = "Promise.all([...document.querySelectorAll('[data-file]')].map(async link => {
                const response = await fetch(link.href);
                return [link.dataset.file, response.status, new URL(link.href).pathname];
            })).then(files => { window.files = files; })";
            let _: Value = page.value(&format!("({files}, null)")).await;
            page.until("window.files").await;
            assert_eq!(
                page.value::<Value>("window.files").await,
                json!([
                    ["snippet", 200, "/snippet/en.html"],
                    ["standalone", 200, "/standalone/en.html"],
                    ["standalone", 200, "/standalone/en.html"],
                ])
            );
        })
        .await;
}

#[tokio::test]
async fn options_add_nothing_to_the_readers_history() {
    Visit::to("seeds")
        .and(async |page| {
            arrive(page).await;
            look_at(page, "frame").await;
            page.until("document.querySelector('#frame iframe').style.height").await;
            let steps: usize = page.value("history.length").await;
            for kind in ["member", "venue"] {
                choose(page, "kind", kind).await;
                page.until("document.querySelector('#frame iframe').contentDocument?.querySelector('[data-card]')")
                    .await;
            }
            assert_eq!(page.value::<usize>("history.length").await, steps);
        })
        .await;
}

#[tokio::test]
async fn the_copy_button_copies_the_whole_code_and_says_so() {
    published()
        .and(async |page| {
            arrive_with_frames(page).await;
            // What a page copies cannot be read back in every browser.
            let clipboard = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async text => { window.copied = text; } } })";
            let _: Value = page.value(&format!("({clipboard}, null)")).await;
            for method in ["line", "html", "frame", "address"] {
                page.click(&format!("#{method} .copy button")).await;
                page.until_text(&format!("#{method} [role=status]"), "Copied").await;
                assert!(page.value::<String>("window.copied").await == code(page, method).await, "{method}");
            }
            choose(page, "kind", "venue").await;
            page.until("[...document.querySelectorAll('[role=status]')].every(status => !status.textContent)").await;
        })
        .await;
}
