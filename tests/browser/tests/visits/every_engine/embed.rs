//! The cards in a frame, for systems that take nothing else.

use fact_cards_browser_tests::{Browser, Fault, Page, Visit, in_project};
use serde_json::Value;

use crate::articles::article;

/// What an article has in it, with an address inside the site for `ADDRESS`.
const FRAME: &str = "<iframe data-fact-cards src=\"{site}/embed/ADDRESS\" title=\"The facts\" width=\"600\" height=\"640\" style=\"width:100%;border:0\"></iframe>";
const SCRIPT: &str = "<script async src=\"{site}/fact-cards-frame.js\"></script>";

const TYPES_NOT: &str = "WebKit's driver types into no frame of another origin";

fn frame(address: &str) -> String {
    format!("{}{SCRIPT}", FRAME.replace("ADDRESS", address))
}

fn sandboxed(rights: &str) -> String {
    frame("en.html").replace("<iframe", &format!("<iframe sandbox=\"{rights}\""))
}

/// The height that the article gives the first frame.
async fn given_height(page: &Page) -> u32 {
    page.value("document.querySelector('iframe').clientHeight").await
}

/// Waits until the article gives the frame the height of the page in it, and gives that.
async fn until_as_high_as_its_page(page: &Page) -> u32 {
    page.enter_frame("iframe").await;
    page.until("customElements.get('fact-cards') && document.querySelector('.card')").await;
    page.until("Math.abs(innerHeight - document.querySelector('fact-cards').getBoundingClientRect().height) < 1").await;
    assert!(page.value::<bool>("document.documentElement.scrollHeight <= innerHeight").await, "nothing scrolls in it");
    page.leave_frames().await;
    given_height(page).await
}

#[tokio::test]
async fn a_frame_is_as_high_as_its_cards_and_follows_them() {
    Visit::embedding("seeds", &article("", &frame("en.html")))
        .and(async |page| {
            page.go("").await;
            let all = until_as_high_as_its_page(page).await;
            assert!(all > 2000, "22 cards are high: {all}");
            page.enter_frame("iframe").await;
            page.click("label[for=kind-venue]").await;
            page.until_card_count(4).await;
            page.leave_frames().await;
            page.until(&format!("document.querySelector('iframe').clientHeight < {}", all / 2)).await;
            until_as_high_as_its_page(page).await;
            // Narrower cards are higher.
            let few = given_height(page).await;
            let _: Value = page.value("(document.querySelector('iframe').style.width = '320px', null)").await;
            page.until(&format!("document.querySelector('iframe').clientHeight > {few}")).await;
            until_as_high_as_its_page(page).await;
        })
        .await;
}

#[tokio::test]
async fn the_frame_in_the_readme_is_enough() {
    let readme = std::fs::read_to_string(in_project("README.md")).unwrap();
    let (_, after) = readme.split_once("```html\n<iframe").expect("README has the frame");
    let (frame, _) = after.split_once("```").unwrap();
    let frame = format!("<iframe{frame}").replace("https://cards.example", "{site}");
    Visit::embedding("seeds", &article("", &frame))
        .and(async |page| {
            page.go("").await;
            // A lazy frame has another page in it first.
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
async fn a_script_that_comes_late_still_learns_the_height() {
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
            page.until("document.querySelector('iframe').clientHeight > 2000").await;
        })
        .await;
}

#[tokio::test]
async fn in_the_strictest_sandbox_that_runs_scripts_everything_works() {
    Visit::embedding("seeds", &article("", &sandboxed("allow-scripts")))
        .and(async |page| {
            page.go("").await;
            let all = until_as_high_as_its_page(page).await;
            page.enter_frame("iframe").await;
            assert_eq!(page.value::<String>("origin").await, "null");
            page.click("label[for=kind-operation]").await;
            page.until_card_count(6).await;
            // What is far down is out of reach of WebKit's driver in a frame of another origin.
            page.click(".card .says a").await;
            page.until("document.activeElement.matches('[data-card]')").await;
            page.click(".clear, .put-back, label[for=kind-all]").await;
            page.until("document.querySelector('[data-ready]')").await;
            page.leave_frames().await;
            assert!(all > 2000);
        })
        .await;
}

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

/// Frames of the article's own that say all sorts of things. One is marked as ours, the other is not.
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
                // What is said by a frame is heard before what the page says to itself afterwards.
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
                "{ 'fact-cards': { height: 300.5 } }", "{ 'fact-cards': { height: 1e9 } }", "{ 'fact-cards': { height: Infinity } }",
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
        })
        .await;
}

#[tokio::test]
async fn a_frame_leads_its_article_nowhere_and_opens_other_sites_beside_it() {
    Visit::embedding("lighthouse", &article("", &frame("en.html")))
        .where_something_fails()
        .and(async |page| {
            page.go("").await;
            let here: String = page.value("location.href").await;
            until_as_high_as_its_page(page).await;
            page.enter_frame("iframe").await;
            page.click(".source > summary").await;
            page.until("document.querySelector('.source a[href^=http]').checkVisibility()").await;
            page.click(".source a[href^=http]").await;
            page.until_windows(2).await;
            assert!(page.value::<bool>("document.querySelector('.card') !== null").await, "the cards are still there");
            page.leave_frames().await;
            assert_eq!(page.value::<String>("location.href").await, here);
        })
        .await;
}

#[tokio::test]
async fn where_a_sandbox_forbids_windows_a_link_to_another_site_tells_its_address() {
    let sandboxed = sandboxed("allow-scripts");
    Visit::embedding("lighthouse", &article("", &sandboxed))
        .with_fault(Fault::Held("engine*.wasm"))
        .and(async |page| {
            page.go("").await;
            until_as_high_as_its_page(page).await;
            page.enter_frame("iframe").await;
            page.click(".source > summary").await;
            page.click(".source a[href^=http]").await;
            let told = "document.querySelector('.source a[href^=http]').innerText.includes('https://gazette.example/lighthouse')";
            page.until(told).await;
            // The engine mounts the cards anew, since they are no longer as they were.
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
