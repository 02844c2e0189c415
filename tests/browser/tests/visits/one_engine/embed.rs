//! The cards in a frame: options in its address, what a reader can do in a sandbox, and whose messages an article
//! accepts.

use fact_cards_browser_tests::{Browser, Visit};
use serde_json::Value;

use crate::{
    articles::article,
    embed::{frame, given_height, sandboxed, until_as_high_as_its_page},
};

const TYPES_NOT: &str = "WebKit's driver types into no frame of another origin";

#[tokio::test]
async fn in_a_sandbox_a_reader_can_search() {
    Visit::embedding("seeds", &article("", &sandboxed("allow-scripts")))
        .not_in(Browser::WebKit, TYPES_NOT)
        .and(async |page| {
            page.go("").await;
            page.enter_frame("iframe").await;
            page.until("customElements.get('fact-cards')").await;
            page.type_into("input[type=search]", "ifrane").await;
            page.until("document.querySelector('[data-card=ifrane] mark')").await;
            page.leave_frames().await;
        })
        .await;
}

#[tokio::test]
async fn the_address_of_a_frame_has_the_options_of_the_element() {
    let address = "en.html?kind=operation&amp;q=neptune&amp;theme=dark&amp;heading-level=4&amp;unknown=1&amp;onclick=alert(1)&amp;id=x&amp;sync-url=";
    Visit::embedding("seeds", &article("", &frame(address)))
        .and(async |page| {
            page.go("").await;
            page.enter_frame("iframe").await;
            page.until("document.querySelector('[data-ready]')").await;
            page.until("document.querySelector('[data-card=operation-neptune] mark')").await;
            assert!(page.value::<bool>("document.querySelector('h4.title') !== null").await);
            assert_eq!(page.value::<String>("document.querySelector('input[type=search]').value").await, "neptune");
            let paper = "getComputedStyle(document.querySelector('.fact-cards')).backgroundColor";
            assert_eq!(page.value::<String>(paper).await, "rgb(20, 22, 26)");
            assert_eq!(page.value::<String>("getComputedStyle(document.documentElement).colorScheme").await, "dark");
            let names = "document.querySelector('fact-cards').getAttributeNames().sort().join(' ')";
            assert_eq!(page.value::<String>(names).await, "heading-level kind lang q theme");
            page.leave_frames().await;
        })
        .await;
}

/// The article's own frames, which send all sorts of messages. One is marked as ours, the other is not.
const OTHERS: &str = "<iframe id=\"marked\" data-fact-cards src=\"says.html\" height=\"100\"></iframe>
    <iframe id=\"other\" src=\"says.html\" height=\"100\"></iframe>";

#[tokio::test]
async fn an_article_listens_only_to_frames_that_are_marked_and_only_to_heights() {
    let page = article("", &format!("{}{OTHERS}", frame("en.html")));
    Visit::embedding("seeds", &page)
        .host_file("says.html", "text/html; charset=utf-8", "<!doctype html><title>Says</title><p>What it is told to say.</p>")
        .and(async |page| {
            page.go("").await;
            let ours = until_as_high_as_its_page(page).await;
            let height = |id: &str| format!("document.getElementById('{id}').clientHeight");
            let say = |id: &str, what: &str| {
                // A message from a frame arrives before what the page posts to itself afterwards.
                format!("(document.getElementById('{id}').contentWindow.eval(\"parent.postMessage({what}, '*')\"), null)")
            };
            let until_heard = async || {
                let ask = "(window.heard = 0, addEventListener('message', ({ data }) => { if (data === 'heard') window.heard = 1; }),
                    ['marked', 'other'].forEach(id => document.getElementById(id).contentWindow.eval(\"parent.postMessage('heard', '*')\")), null)";
                let _: Value = page.value(ask).await;
                page.until("window.heard").await;
            };
            for wrong in [
                "null", "7", "'fact-cards'", "{}", "{ height: 300 }", "{ 'fact-cards': 300 }", "{ 'fact-cards': { height: '300' } }",
                "{ 'fact-cards': { height: NaN } }", "{ 'fact-cards': { height: -300 } }", "{ 'fact-cards': { height: 0 } }",
                "{ 'fact-cards': { height: 300.5 } }", "{ 'fact-cards': { height: 1e9 } }", "{ 'fact-cards': { height: 999999 } }", "{ 'fact-cards': { height: Infinity } }",
            ] {
                let _: Value = page.value(&say("marked", wrong)).await;
            }
            let _: Value = page.value(&say("other", "{ 'fact-cards': { height: 300 } }")).await;
            let itself = "(postMessage({ 'fact-cards': { height: 300 } }, '*'), null)";
            let _: Value = page.value(itself).await;
            until_heard().await;
            assert_eq!(page.value::<u32>(&height("marked")).await, 100);
            assert_eq!(page.value::<u32>(&height("other")).await, 100);
            assert_eq!(given_height(page).await, ours);

            let _: Value = page.value(&say("marked", "{ 'fact-cards': { height: 300 } }")).await;
            page.until(&format!("{} === 300", height("marked"))).await;
            assert_eq!(given_height(page).await, ours, "a frame changes itself only");

            let lead = "(document.querySelector('iframe').id = 'led', led.contentWindow.location.replace(new URL('says.html', location)), null)";
            let _: Value = page.value(lead).await;
            page.until("led.contentDocument?.title === 'Says'").await;
            let _: Value = page.value(&say("led", "{ 'fact-cards': { height: 300 } }")).await;
            until_heard().await;
            assert_eq!(given_height(page).await, ours, "nor one that was led to another site");
        })
        .await;
}
