//! The markup that is pasted into an article: it has all facts in it, whatever happens to the script.

use fact_cards_browser_tests::{Fault, Page, Visit};
use serde_json::Value;

use crate::articles::{LINE, ROOT, activate, arrive, article, snippet, until_card_count, with_snippet};

/// Does all that works without the engine.
async fn read_open_and_filter(page: &Page) {
    let shown = format!("[...{ROOT}.querySelectorAll('[data-card]')].filter(card => card.checkVisibility()).length");
    page.until(&format!("{shown} === 6")).await;
    page.click("fact-cards >>> .show-all > summary").await;
    page.until(&format!("{shown} === 22")).await;
    page.click("fact-cards >>> label[for=kind-venue]").await;
    page.until(&format!("{shown} === 4")).await;
    page.click("fact-cards >>> [data-card=glasgow] .facts-of > summary").await;
    page.until(&format!("{ROOT}.querySelector('[data-card=glasgow] .fact').checkVisibility()")).await;
}

#[tokio::test]
async fn a_pasted_snippet_can_be_read_opened_and_filtered_without_script() {
    with_snippet()
        .without_script()
        .and(async |page| {
            page.go("").await;
            read_open_and_filter(page).await;
            assert!(
                !page.value::<bool>(&format!("{ROOT}.querySelector('input[type=search]').checkVisibility()")).await
            );
        })
        .await;
}

#[tokio::test]
async fn a_template_that_the_parser_did_not_attach_is_hydrated_too() {
    // As where a framework writes the snippet into the page: only the parser makes shadow roots of templates.
    let later = r#"<script type="module" src="{site}/fact-cards.js"></script><script src="later.js"></script>"#;
    let write = "const markup = document.querySelector('noscript').textContent;
        const page = new DOMParser().parseFromString(markup, 'text/html');
        document.body.append(document.importNode(page.querySelector('fact-cards'), true));";
    let middle = format!("<noscript>{}</noscript>{later}", snippet("seeds").split("<script").next().unwrap());
    Visit::embedding("seeds", &article("", &middle))
        .host_file("later.js", "text/javascript", write)
        .and(async |page| {
            arrive(page).await;
            until_card_count(page, 22).await;
            assert_eq!(page.requests(), ["/fact-cards.js"]);
            activate(page).await;
        })
        .await;
}

#[tokio::test]
async fn a_snippet_shows_its_facts_when_our_server_is_gone() {
    with_snippet()
        .with_fault(Fault::Refused(""))
        .and(async |page| {
            page.go("").await;
            read_open_and_filter(page).await;
            let paper = format!("getComputedStyle({ROOT}.querySelector('.fact-cards')).backgroundColor");
            assert_eq!(page.value::<String>(&paper).await, "rgb(251, 250, 246)", "its styles are in it");
        })
        .await;
}

#[tokio::test]
async fn an_article_never_waits_for_the_script_of_a_snippet_or_a_line() {
    let tell = "<script>addEventListener('DOMContentLoaded', () => { document.documentElement.dataset.parsed = ''; })</script>";
    for middle in [snippet("seeds"), LINE.to_owned()] {
        // Drivers wait until a page has loaded, but not for a frame that is added later.
        Visit::embedding("seeds", "<!doctype html><title>An article in a frame</title><iframe></iframe>")
            .host_file("article.html", "text/html; charset=utf-8", &article(tell, &middle))
            .with_fault(Fault::Held("fact-cards.js"))
            .and(async |page| {
                page.go("").await;
                let _: Value = page.value("(document.querySelector('iframe').src = 'article.html', null)").await;
                let frame = "document.querySelector('iframe').contentDocument";
                // The article's own scripts run while ours is still loading.
                page.until(&format!("'parsed' in ({frame}?.documentElement?.dataset ?? {{}})")).await;
                assert!(page.value::<bool>(&format!("{frame}.querySelector('#after').checkVisibility()")).await);
                assert!(page.value::<bool>(&format!("!{frame}.defaultView.customElements.get('fact-cards')")).await);
                page.release();
                page.until(&format!("{frame}.querySelector('fact-cards').shadowRoot?.querySelector('[data-card]')"))
                    .await;
                page.until(&format!("{frame}.defaultView.customElements.get('fact-cards')")).await;
            })
            .await;
    }
}
