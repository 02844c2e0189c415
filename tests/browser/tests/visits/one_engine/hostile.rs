//! A story that is hostile in every text an editor can write. Its markup is tested without a browser; this tests what a
//! browser makes of it. `Visit` itself fails if the console reports a blocked script or a missing file.

use fact_cards_browser_tests::Visit;
use serde_json::{Value, json};

use crate::{
    articles::{LINE, ROOT, activate, arrive, article, snippet},
    hostile::{FOREIGN, expect_nothing_foreign, scripts},
};

const SEARCH: &str = "input[type=search]";

/// The beginning of the hostile story's title.
const TITLE: &str = "</title></script><script>alert(1)</script>";

/// The hostile story's page has the same scripts as that of another story, and shows its title as text.
async fn expect_text_alone(path: &str, visit: fn(&str) -> Visit) {
    let mut of_the_frame = Vec::new();
    visit("lighthouse")
        .and(async |page| {
            page.open(path).await;
            of_the_frame = scripts(page).await;
        })
        .await;
    visit("hostile")
        .and(async |page| {
            page.open(path).await;
            // Inline scripts hold data of their own story, so only their number and whether they are long is compared.
            let kinds = |scripts: &[String]| scripts.iter().map(|script| script.len() > 100).collect::<Vec<_>>();
            assert_eq!(kinds(&scripts(page).await), kinds(&of_the_frame));
            expect_nothing_foreign(page).await;
            assert!(page.text(".title").await.starts_with(TITLE));
            let title: String = page.value("document.title").await;
            assert!(title.starts_with(TITLE), "{title}");
            page.type_into(SEARCH, "' onfocus='alert(1)' autofocus x=' quotes").await;
            page.until("document.querySelector('[data-card=quotes-member] mark')").await;
            expect_nothing_foreign(page).await;
        })
        .await;
}

#[tokio::test]
async fn a_search_for_a_hostile_text_marks_it_and_finds_its_card() {
    let queries = [
        ("<script>alert(1)</script> markup member-name", "markup-member"),
        ("</title></style></textarea><svg", "markup-member"),
        ("vbscript:alert(1) address member-name", "address-member"),
        ("' onfocus='alert(1)' autofocus x=' quotes", "quotes-member"),
        ("&amp; &#x3C;b&#x3E; &lt;i&gt; braces member-summary", "braces-member"),
        ("${x} braces member-name", "braces-member"),
        ("🇲🇦🇫🇷 emoji member-spelling", "emoji-member"),
        ("m\u{331}e\u{30d}mber-spelling", "marks-member"),
        ("member-spelling", "marks-member"),
        ("المغرب 2025 (INTERPOL) 135+", "rtl-venue"),
        ("العربية ١٢٣", "rtl-operation"),
        ("zero\u{200b}width\u{2060}joiner", "odd-operation"),
    ];
    Visit::to("hostile")
        .and(async |page| {
            page.open("").await;
            let all = page.cards().await.len();
            for (query, card) in queries {
                page.type_into(SEARCH, query).await;
                page.until(&format!("document.querySelector('{SEARCH}').value === {}", json!(query))).await;
                page.until(&format!("document.querySelectorAll('[data-card]').length < {all}")).await;
                page.until(&format!("document.querySelector('[data-card={card}] mark')")).await;
                expect_nothing_foreign(page).await;
                page.click(":not(.sheet-foot) > .clear").await;
                page.until_card_count(all).await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_hostile_search_that_finds_nothing_is_quoted_as_typed() {
    Visit::to("hostile")
        .and(async |page| {
            page.open("").await;
            let query = "<img src=x onerror=alert(1)> {text} &amp; nothing-has-this";
            page.type_into(SEARCH, query).await;
            page.until_text(".nothing-found p", &format!("No card matches “{query}”.")).await;
            expect_nothing_foreign(page).await;
            page.reload().await;
            page.until_text(".nothing-found p", &format!("No card matches “{query}”.")).await;
            expect_nothing_foreign(page).await;
        })
        .await;
}

#[tokio::test]
async fn a_hostile_story_shows_as_text_in_the_page_for_a_frame() {
    expect_text_alone("embed/en.html", Visit::to).await;
}

#[tokio::test]
async fn a_hostile_address_of_a_frame_is_text() {
    let address = "embed/en.html?q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20nothing-has-this&theme=%22%3E%3Cscript%3E&card=%3Cb%3E&heading-level=%3C";
    Visit::to("hostile")
        .and(async |page| {
            page.open(address).await;
            page.until_text(".nothing-found p", "No card matches “\"><img src=x onerror=alert(1)> nothing-has-this”.")
                .await;
            expect_nothing_foreign(page).await;
        })
        .await;
}

#[tokio::test]
async fn every_link_of_a_hostile_story_leads_to_a_card_or_to_the_web() {
    Visit::to("hostile")
        .and(async |page| {
            page.open("").await;
            // A link whose address the browser cannot parse leads nowhere: its scheme is empty.
            let others = "[...document.querySelectorAll('.fact-cards-mount a')]
                .filter(link => !/^(https?)?:$/.test(link.protocol) || (link.origin === location.origin
                    && !document.getElementById(link.hash.slice(1))?.matches('[data-card]')))
                .map(link => link.outerHTML)";
            assert_eq!(page.value::<Vec<String>>(others).await, Vec::<String>::new());
        })
        .await;
}

#[tokio::test]
async fn a_hostile_story_shows_as_text_in_an_article_too() {
    for middle in [LINE.to_owned(), snippet("hostile")] {
        Visit::embedding("hostile", &article("", &middle))
            .and(async |page| {
                arrive(page).await;
                for _ in ["before", "after"] {
                    let foreign = FOREIGN.replace("document.", &format!("{ROOT}."));
                    assert_eq!(page.value::<Vec<String>>(&foreign).await, Vec::<String>::new());
                    let title = page.text("fact-cards >>> .title").await;
                    assert!(title.starts_with(TITLE), "{title}");
                    let scripts = format!("{ROOT}.querySelectorAll('script, template, img').length");
                    assert_eq!(page.value::<usize>(&scripts).await, 0);
                    activate(page).await;
                }
            })
            .await;
    }
}

#[tokio::test]
async fn a_hostile_story_shows_as_text_in_the_standalone_file() {
    expect_text_alone("standalone/en.html", Visit::on_disk).await;
}

/// What an attacker might serve in place of a snippet.
const SNIPPET_OF_ANOTHER: &str = r#"<fact-cards><template shadowrootmode="open"><style>.lead { color: rgb(1, 2, 3) }</style>
<div class="fact-cards-mount" data-cannot-start="No search" data-shape="1"><section class="fact-cards" lang="en">
<p class="lead">Facts<img src="x" onerror="hacked = 1"><script>hacked = 1</script><iframe srcdoc="<script>parent.hacked = 1</script>"></iframe></p>
<a id="bad" href="javascript:void(hacked = 1)">a</a><p class="status"><span></span></p></section></div></template></fact-cards>"#;

#[tokio::test]
async fn markup_of_another_site_is_shown_and_runs_nothing_in_the_article() {
    let line = r#"<script type="module" src="{site}/fact-cards.js"></script><fact-cards src="story.bin" lang="en"></fact-cards>"#;
    Visit::embedding("lighthouse", &article("<script>hacked = 0</script>", line))
        .host_file("snippet/en.html", "text/html; charset=utf-8", SNIPPET_OF_ANOTHER)
        .where_something_fails()
        .and(async |page| {
            page.go("").await;
            page.until(&format!("{ROOT}?.querySelector('.lead')?.textContent === 'Facts'")).await;
            let colour = format!("getComputedStyle({ROOT}.querySelector('.lead')).color");
            assert_eq!(page.value::<String>(&colour).await, "rgb(1, 2, 3)");
            let _: Value = page.value(&format!("({ROOT}.querySelector('#bad').click(), null)")).await;
            // There is no story, which is reported after anything that could run has run.
            page.until(&format!("{ROOT}.querySelector('[data-failed]')")).await;
            assert_eq!(page.value::<u8>("hacked").await, 0);
            assert_eq!(
                page.value::<usize>(&format!("{ROOT}.querySelectorAll('script, img, iframe, [href]').length")).await,
                0
            );
        })
        .await;
}
