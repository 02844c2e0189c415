//! What a reader of Open Graph finds in the pages of a site. It is given the pages, so it asks nobody.

use std::{env, path::Path, process::Command};

use fact_cards_browser_tests::PublishedSite;
use serde_json::{Value, json};

/// Prints what the reader finds in a file.
const ASK: &str = "import { readFileSync } from 'node:fs';
    const { default: read } = await import(process.argv[1]);
    const { result } = await read({ html: readFileSync(process.argv[2], 'utf8') });
    console.log(JSON.stringify(result));";

fn found(page: &Path) -> Value {
    let reader = env::var_os("FACT_CARDS_OPEN_GRAPH").expect("`cargo xtask test browser` installs it and says where");
    let output = Command::new("node").args(["--input-type=module", "--eval", ASK]).arg(reader).arg(page).output();
    let output = output.expect("there is Node.js");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it prints what it found")
}

/// Width and height, as a PNG says them.
fn dimensions(png: &[u8]) -> Option<[u32; 2]> {
    let number = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    png.starts_with(b"\x89PNG").then_some([number(16)?, number(20)?])
}

#[tokio::test]
async fn a_reader_of_open_graph_finds_what_a_page_is_about_in_its_language() {
    let site = PublishedSite::of_story("tests/stories/corrected").with_share_pictures().serve().await;
    let editions = site.site().editions();
    for edition in editions {
        let folder = edition.path.as_str();
        let fact = edition.facts.iter().find(|fact| fact.id == "pier-length").expect("the story has it");
        let card = edition.cards.iter().find(|card| card.id == "ferry-return").expect("the story has it");
        for (path, title, description) in [
            (String::new(), &edition.title, Some(&edition.lead)),
            ("card/ferry-return/".to_owned(), &card.name, Some(&card.summary)),
            ("fact/pier-length/".to_owned(), &fact.statement, None),
        ] {
            let found = found(&site.folder().join(format!("{folder}{path}index.html")));
            assert_eq!(found["ogTitle"], json!(title.shown()), "{path}");
            assert_eq!(found["ogUrl"], json!(format!("{}/{folder}{path}", site.url())));
            assert_eq!(found["ogType"], "article");
            assert_eq!(found["ogLocale"], json!(edition.locale.replace('-', "_")));
            assert!(description.is_none_or(|lead| found["ogDescription"] == json!(lead.shown())), "{found}");
            assert!(found["ogDescription"].as_str().is_some_and(|said| !said.is_empty()), "{found}");
            assert_eq!(found["twitterCard"], "summary_large_image");
            let picture = &found["ogImage"][0];
            assert_eq!((&picture["width"], &picture["height"]), (&json!("1200"), &json!("630")), "{found}");
            assert_eq!(picture["type"], "image/png");
            assert!(picture["alt"].as_str().is_some_and(|alt| !alt.is_empty()), "{found}");
            let url = picture["url"].as_str().expect("it has an address");
            let path = url.strip_prefix(&site.url()).expect("it is on the site");
            let answer = site.get(path, &[]).await;
            assert_eq!(answer.status, 200, "{path}");
            assert_eq!(answer.header("content-type").as_deref(), Some("image/png"));
            assert_eq!(dimensions(&answer.body), Some([1200, 630]), "{path}");
        }
    }
}

#[tokio::test]
async fn a_hostile_title_is_text_to_a_reader_of_open_graph() {
    let site = PublishedSite::of_story("tests/stories/hostile").serve().await;
    let found = found(&site.folder().join("index.html"));
    assert_eq!(found["ogTitle"], json!(site.site().editions()[0].title.shown()));
}
