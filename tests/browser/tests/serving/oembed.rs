//! What an oEmbed client finds when given only the address of a page.

use std::{env, process::Command};

use fact_cards_browser_tests::{PublishedSite, SiteRoot, Visit};
use serde_json::{Value, json};

/// Prints what the client finds at an address.
const ASK: &str = "const { extract } = await import(process.argv[1]);
    console.log(JSON.stringify(await extract(process.argv[2])));";

/// What a client finds for the page at that address.
fn found(address: &str) -> Value {
    let client =
        env::var_os("FACT_CARDS_OEMBED_CLIENT").expect("`cargo xtask test browser` installs it and says where");
    let output = Command::new("node").args(["--input-type=module", "--eval", ASK]).arg(client).arg(address).output();
    let output = output.expect("there is Node.js");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it prints what it found")
}

#[tokio::test]
async fn a_client_finds_the_frame_by_the_address_of_the_page() {
    for place in [SiteRoot::Top, SiteRoot::Below] {
        let site = PublishedSite::of_story("tests/stories/lighthouse").at(place).serve().await;
        for (number, edition) in site.site().editions().iter().enumerate() {
            let folder = if number == 0 { String::new() } else { format!("{}/", edition.language) };
            let found = found(&format!("{}/{folder}", site.url()));
            assert_eq!(found["method"], "auto-discovery");
            assert_eq!(found["version"], "1.0");
            assert_eq!(found["type"], "rich");
            assert_eq!(found["title"], json!(edition.title.shown()));
            assert_eq!(found["provider_name"], "127.0.0.1");
            assert_eq!(found["provider_url"], json!(format!("{}/", site.url())));
            assert!(found["width"].as_u64().is_some_and(|width| width > 0), "{found}");
            assert!(found["height"].as_u64().is_some_and(|height| height > 0), "{found}");
            let html = found["html"].as_str().unwrap();
            let frame = format!(r#"src="{}/embed/{}.html""#, site.url(), edition.language);
            assert!(html.contains(&frame), "{html}");
        }
    }
}

#[tokio::test]
async fn the_html_a_client_finds_shows_the_cards_in_an_article_of_another_origin() {
    let site = PublishedSite::of_story("seeds").serve().await;
    let found = found(&format!("{}/", site.url()));
    assert_eq!(found["title"], "Morocco and INTERPOL: who, what and where");
    let html = found["html"].as_str().unwrap();
    Visit::to_address(site.url())
        .embedded_in(&format!("<!doctype html><html lang=\"en\"><title>An article</title><body>{html}"))
        .and(async |page| {
            page.go("").await;
            page.until("document.querySelector('iframe').clientHeight > 700").await;
            page.enter_frame("iframe").await;
            page.until_card_count(22).await;
            page.click("label[for=kind-venue]").await;
            page.until_card_count(4).await;
        })
        .await;
}

#[tokio::test]
async fn a_hostile_title_is_text_in_what_a_client_finds() {
    let site = PublishedSite::of_story("tests/stories/hostile").serve().await;
    let found = found(&format!("{}/", site.url()));
    let title = site.site().editions()[0].title.shown().to_owned();
    assert!(title.contains("<script>") && title.contains('"'), "{title}");
    assert_eq!(found["title"], json!(title));

    Visit::to_address(site.url())
        .embedded_in("<!doctype html><html lang=\"en\"><title>An article</title><body>")
        .and(async |page| {
            page.go("").await;
            // Markup in a template is parsed as in a page, but inert.
            let parsed = format!(
                "(template => (template.innerHTML = {}, [...template.content.querySelectorAll('*')].map(element =>
                    [element.localName, element.getAttributeNames().sort().join(' '), element.title])
                    .concat([['text', template.content.textContent, '']])))(document.createElement('template'))",
                found["html"]
            );
            let expected = json!([
                ["blockquote", "data-fact-cards", ""],
                ["a", "href", ""],
                ["iframe", "data-fact-cards frameborder height loading scrolling src style title width", title],
                ["script", "async src", ""],
                ["text", title, ""],
            ]);
            assert_eq!(page.value::<Value>(&parsed).await, expected);
        })
        .await;
}
