//! What a reader is left with when something fails: the facts, one line that says what does not work, and an event for the
//! article's own developers.

use fact_cards_browser_tests::{Fault, Page, Visit, in_project};
use fact_cards_site::POLICY;
use serde_json::Value;

use crate::{
    articles::{LINE, ROOT, arrive, article, snippet, take_interest, until_card_count, with_line},
    failing::{CANNOT_START, expect_facts_and_one_line, leaves_the_facts},
};

#[tokio::test]
async fn a_missing_engine_leaves_the_facts() {
    leaves_the_facts(with_line().with_fault(Fault::Missing("engine*.wasm")), "").await;
}

#[tokio::test]
async fn half_an_engine_leaves_the_facts() {
    leaves_the_facts(with_line().with_fault(Fault::CutShort("engine*.wasm")), "").await;
}

#[tokio::test]
async fn an_engine_of_wrong_integrity_leaves_the_facts() {
    // A custom section more, named x: a program that would run as well as before.
    let change = |bytes: Vec<u8>| [bytes, vec![0, 2, 1, b'x']].concat();
    leaves_the_facts(with_line().with_fault(Fault::Changed("engine*.wasm", change)), "").await;
}

/// A loader that checks no integrity, for engines that are broken on purpose.
fn without_integrity(loader: Vec<u8>) -> Vec<u8> {
    let loader = String::from_utf8(loader).unwrap();
    let (before, rest) = loader.split_once("\"sha256-").expect("the loader has the engine's integrity");
    let (_, after) = rest.split_once('"').unwrap();
    format!("{before}\"\"{after}").into_bytes()
}

/// A visit where the engine is another one, and its integrity is not checked.
fn with_engine(change: fn(Vec<u8>) -> Vec<u8>) -> Visit {
    with_line()
        .with_fault(Fault::Changed("fact-cards.js", without_integrity))
        .with_fault(Fault::Changed("engine*.wasm", change))
}

/// Where in an engine its story begins.
fn story_in(engine: &[u8]) -> usize {
    let magic = b"FCST";
    engine.windows(magic.len()).rposition(|window| window == magic).expect("the engine has a story")
}

#[tokio::test]
async fn a_corrupted_engine_leaves_the_facts() {
    let corrupt = |mut bytes: Vec<u8>| {
        bytes.iter_mut().skip(4000).step_by(997).for_each(|byte| *byte ^= 0x55);
        bytes
    };
    leaves_the_facts(with_engine(corrupt), "").await;
}

#[tokio::test]
async fn an_engine_without_a_story_leaves_the_facts() {
    let rename = |mut bytes: Vec<u8>| {
        let name = story_in(&bytes) - 1;
        bytes[name] = b'?';
        bytes
    };
    leaves_the_facts(with_engine(rename), "the engine was built without a story").await;
}

#[tokio::test]
async fn a_damaged_story_leaves_the_facts() {
    let damage = |mut bytes: Vec<u8>| {
        let middle = story_in(&bytes).midpoint(bytes.len());
        bytes[middle] ^= 1;
        bytes
    };
    leaves_the_facts(with_engine(damage), "the story is damaged or cut short").await;
}

#[tokio::test]
async fn missing_glue_leaves_the_facts() {
    leaves_the_facts(with_line().with_fault(Fault::Missing("engine*.js")), "").await;
}

const HOST_POLICY: &str = "default-src 'none'; script-src {site} 'wasm-unsafe-eval'; connect-src {site}";

#[tokio::test]
async fn glue_that_the_article_forbids_leaves_the_facts() {
    let policy = HOST_POLICY.replace("script-src {site}", "script-src {site}/fact-cards.js");
    leaves_the_facts(with_line().policy(&policy), "").await;
}

#[tokio::test]
async fn webassembly_that_the_article_forbids_leaves_the_facts() {
    let policy = HOST_POLICY.replace(" 'wasm-unsafe-eval'", "");
    leaves_the_facts(with_line().policy(&policy), "").await;
}

#[tokio::test]
async fn a_browser_without_webassembly_leaves_the_facts() {
    let page = article("<script>delete globalThis.WebAssembly;</script>", LINE);
    leaves_the_facts(Visit::embedding("seeds", &page), "WebAssembly").await;
}

#[tokio::test]
async fn an_engine_that_does_not_come_in_time_leaves_the_facts() {
    // The page's clock goes faster: half a minute passes in a blink.
    let hasty = "<script>
        const plain = AbortSignal.timeout;
        AbortSignal.timeout = milliseconds => plain.call(AbortSignal, milliseconds / 1000);
    </script>";
    let visit = Visit::embedding("seeds", &article(hasty, LINE)).with_fault(Fault::Held("engine*.wasm"));
    leaves_the_facts(visit, "").await;
}

#[tokio::test]
async fn a_network_that_is_gone_leaves_the_facts_and_may_come_back() {
    with_line()
        .with_fault(Fault::Refused("assets/*"))
        .and(async |page| {
            arrive(page).await;
            page.click("fact-cards >>> .lead").await;
            page.until_text("fact-cards >>> .status", CANNOT_START).await;
            until_card_count(page, 22).await;
            page.until("heard.some(([event]) => event === 'error')").await;
            page.mend();
            page.click("fact-cards >>> label[for=kind-venue]").await;
            until_card_count(page, 4).await;
            assert!(page.text("fact-cards >>> .status").await.starts_with("4 cards, "));
            assert!(!page.value::<bool>(&format!("{ROOT}.querySelector('[data-failed]') !== null")).await);
        })
        .await;
}

#[tokio::test]
async fn cards_that_cannot_be_fetched_leave_what_stands_in_the_element() {
    for (fault, policy) in [
        (Some(Fault::Missing("snippet/en.html")), None),
        (Some(Fault::Refused("snippet/en.html")), None),
        (None, Some("default-src 'none'; script-src 'unsafe-inline' {site} 'wasm-unsafe-eval'")),
    ] {
        let hear = "<script>window.heard = []; addEventListener('fact-cards-error', ({ detail }) => heard.push(detail));</script>";
        let mut visit = Visit::embedding("seeds", &article(hear, LINE)).where_something_fails();
        if let Some(fault) = fault {
            visit = visit.with_fault(fault);
        }
        if let Some(policy) = policy {
            visit = visit.policy(policy);
        }
        visit
            .and(async |page| {
                page.go("").await;
                page.until("heard.length === 1").await;
                assert!(page.value::<String>("heard[0]").await.contains("snippet/en.html"));
                assert!(page.value::<bool>("document.querySelector('fact-cards a').checkVisibility()").await);
            })
            .await;
    }
}

/// From now on the page refuses what the engine does to it, as where another script has meddled with its nodes.
async fn break_the_page(page: &Page) {
    let refuse = "(Node.prototype.insertBefore = () => { throw new Error('refused on purpose'); }, null)";
    let _: Value = page.value(refuse).await;
}

/// An engine that works, and then stops.
async fn gives_back_what_was_prerendered(visit: Visit, why: &str) {
    visit
        .where_something_fails()
        .and(async |page| {
            arrive(page).await;
            take_interest(page).await;
            page.click("fact-cards >>> label[for=kind-operation]").await;
            until_card_count(page, 6).await;
            break_the_page(page).await;
            let _: Value = page.value("(heard.length = 0, null)").await;
            page.click("fact-cards >>> label[for=kind-all]").await;
            expect_facts_and_one_line(page, why).await;
        })
        .await;
}

#[tokio::test]
async fn an_engine_that_stops_gives_back_what_was_prerendered() {
    gives_back_what_was_prerendered(with_line(), "panicked").await;
}

#[tokio::test]
async fn an_engine_that_stops_without_a_word_gives_back_what_was_prerendered() {
    // What it says last never arrives. Too little memory leaves it as speechless.
    let mute = "<script>
        Function.prototype.call = function (self, ...rest) {
            if (!String(rest[0]).includes('panicked')) return Reflect.apply(this, self, rest);
        };
    </script>";
    gives_back_what_was_prerendered(Visit::embedding("seeds", &article(mute, LINE)), "nreachable").await;
}

/// The engine with no more memory than it begins with.
fn without_more_memory(engine: &[u8]) -> Vec<u8> {
    let (mut at, mut changed) = (8, engine[..8].to_vec());
    let number = |at: &mut usize| {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = engine[*at];
            *at += 1;
            value |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return value;
            }
        }
    };
    while at < engine.len() {
        let (start, section) = (at, engine[at]);
        at += 1;
        let length = number(&mut at);
        let content = at;
        at += length;
        if section == 5 {
            // One memory that has a minimum, of so many pages, becomes one whose maximum is the same.
            let pages = &engine[content + 2..at];
            assert_eq!(engine[content..content + 2], [1, 0], "the memory has no maximum");
            changed.extend([5, u8::try_from(2 + 2 * pages.len()).unwrap(), 1, 1]);
            changed.extend(pages.iter().chain(pages));
        } else {
            changed.extend(&engine[start..at]);
        }
    }
    changed
}

#[tokio::test]
async fn too_little_memory_leaves_the_facts() {
    let limit = |engine: Vec<u8>| without_more_memory(&engine);
    leaves_the_facts(with_engine(limit), "nreachable").await;
}

#[tokio::test]
async fn an_engine_that_stops_while_it_takes_over_gives_back_what_was_prerendered() {
    // No cards are hidden for a view that cannot come.
    for interest in [".lead", "label[for=view-map]"] {
        with_line()
            .where_something_fails()
            .and(async |page| {
                arrive(page).await;
                break_the_page(page).await;
                page.click(&format!("fact-cards >>> {interest}")).await;
                expect_facts_and_one_line(page, "panicked").await;
            })
            .await;
    }
}

#[tokio::test]
async fn an_engine_that_stops_gives_back_every_element_of_the_page() {
    let two = format!("{LINE}<fact-cards id=\"second\"></fact-cards>");
    Visit::embedding("seeds", &article("", &two))
        .where_something_fails()
        .and(async |page| {
            arrive(page).await;
            take_interest(page).await;
            page.until("document.getElementById('second').shadowRoot?.querySelector('.lead')").await;
            page.click("#second >>> label[for=kind-venue]").await;
            page.until("document.getElementById('second').shadowRoot.querySelectorAll('[data-card]').length === 4")
                .await;
            break_the_page(page).await;
            page.click("#second >>> label[for=kind-all]").await;
            page.until_text("fact-cards >>> .status", CANNOT_START).await;
            page.until_text("#second >>> .status", CANNOT_START).await;
            page.until("document.getElementById('second').shadowRoot.querySelectorAll('[data-card]').length === 22")
                .await;
            until_card_count(page, 22).await;
        })
        .await;
}

#[tokio::test]
async fn the_page_itself_says_in_one_line_what_does_not_work() {
    let policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
    assert_ne!(policy, POLICY);
    for visit in [
        Visit::to("seeds").policy(&policy).where_something_fails(),
        Visit::to("seeds").with_fault(Fault::Missing("engine*.wasm")),
    ] {
        visit
            .and(async |page| {
                page.go("#kind=venue&q=glasgow").await;
                page.until_text(".status", CANNOT_START).await;
                assert_eq!(page.cards().await.len(), 22, "the facts stay readable");
            })
            .await;
    }
}

#[tokio::test]
async fn a_strict_article_shows_the_cards_without_a_violation() {
    // What README says that an article must allow; the site's own visits have the policy of its pages.
    let readme = std::fs::read_to_string(in_project("README.md")).unwrap();
    let policy = format!("{HOST_POLICY}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'");
    for directive in ["script-src https://cards.example 'wasm-unsafe-eval'", "connect-src https://cards.example"] {
        assert!(readme.contains(directive), "README does not say {directive}");
        assert!(policy.contains(&directive.replace("https://cards.example", "{site}")));
    }
    with_line()
        .policy(&policy)
        .and(async |page| {
            arrive(page).await;
            page.click("fact-cards >>> label[for=kind-venue]").await;
            until_card_count(page, 4).await;
            let background = format!("getComputedStyle({ROOT}.querySelector('.fact-cards')).backgroundColor");
            assert_eq!(page.value::<String>(&background).await, "rgb(251, 250, 246)", "its styles are there");
        })
        .await;
}

#[tokio::test]
async fn a_snippet_whose_styles_a_policy_blocks_gets_them_from_the_loader() {
    Visit::embedding("seeds", &article("", &snippet("seeds")))
        .policy("default-src 'none'; script-src {site} 'wasm-unsafe-eval'; connect-src {site}")
        .where_something_fails()
        .and(async |page| {
            arrive(page).await;
            let background = format!("getComputedStyle({ROOT}.querySelector('.fact-cards')).backgroundColor");
            page.until(&format!("{background} === 'rgb(251, 250, 246)'")).await;
            page.click("fact-cards >>> label[for=kind-venue]").await;
            until_card_count(page, 4).await;
        })
        .await;
}

#[tokio::test]
async fn without_script_the_facts_are_there_and_kinds_sources_and_links_work() {
    Visit::to("seeds")
        .without_script()
        .and(async |page| {
            page.go("").await;
            assert_eq!(page.cards().await.len(), 22);

            page.click("label[for=kind-venue]").await;
            let shown: Vec<String> = page
                .value("[...document.querySelectorAll('[data-card]')].filter(card => card.checkVisibility()).map(card => card.dataset.card)")
                .await;
            assert_eq!(shown, ["marrakech", "glasgow", "ifrane", "rabat"]);
            assert!(!page.value::<bool>("document.querySelector('input[type=search]').checkVisibility()").await);

            page.click("[data-card=glasgow] .source > summary").await;
            page.until("document.querySelector('[data-card=glasgow] .source > p').checkVisibility()").await;
            // The card that a link leads to shows although it is no venue.
            page.click("[data-card=ifrane] .related a[href='#card=morocco']").await;
            page.until("document.querySelector(':target')?.dataset.card === 'morocco'").await;
            page.until("document.querySelector(':target').checkVisibility()").await;
        })
        .await;
}
