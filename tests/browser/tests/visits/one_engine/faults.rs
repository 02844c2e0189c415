//! What a reader is left with when the engine is missing or broken in ways that are the same in every browser. What the
//! scripts do by themselves is tested in `tests/script`.

use fact_cards_browser_tests::{Fault, Visit};
use fact_cards_site::POLICY;

use crate::{
    articles::{LINE, arrive, article, with_line},
    failing::{
        CANNOT_START, HOST_POLICY, break_the_page, expect_facts_and_one_line, gives_back_what_was_prerendered,
        leaves_the_facts,
    },
};

#[tokio::test]
async fn a_truncated_engine_leaves_the_facts() {
    leaves_the_facts(with_line().with_fault(Fault::CutShort("engine*.wasm")), "").await;
}

/// A loader without integrity checks, for engines that are broken on purpose.
fn without_integrity(loader: Vec<u8>) -> Vec<u8> {
    let loader = String::from_utf8(loader).unwrap();
    let (before, rest) = loader.split_once("\"sha256-").expect("the loader has the engine's integrity");
    let (_, after) = rest.split_once('"').unwrap();
    format!("{before}\"\"{after}").into_bytes()
}

/// A visit with a changed engine whose integrity is not checked.
fn with_engine(change: fn(Vec<u8>) -> Vec<u8>) -> Visit {
    with_line()
        .with_fault(Fault::Changed("fact-cards.js", without_integrity))
        .with_fault(Fault::Changed("engine*.wasm", change))
}

/// The offset of the story in an engine.
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
async fn an_article_that_forbids_the_engines_script_keeps_the_facts() {
    let policy = HOST_POLICY.replace("script-src {site}", "script-src {site}/fact-cards.js");
    leaves_the_facts(with_line().policy(&policy), "").await;
}

#[tokio::test]
async fn a_browser_without_webassembly_leaves_the_facts() {
    let page = article("<script>delete globalThis.WebAssembly;</script>", LINE);
    leaves_the_facts(Visit::embedding("seeds", &page), "WebAssembly").await;
}

/// The engine with its memory limited to the initial size.
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
            // A single memory with that minimum of pages becomes one with the same maximum.
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
async fn an_engine_that_stops_during_hydration_restores_the_prerendered_cards() {
    // No cards are hidden for a view that cannot load.
    for activation in [".lead", "label[for=view-map]"] {
        with_line()
            .where_something_fails()
            .and(async |page| {
                arrive(page).await;
                break_the_page(page).await;
                page.click(&format!("fact-cards >>> {activation}")).await;
                expect_facts_and_one_line(page, "panicked").await;
            })
            .await;
    }
}

#[tokio::test]
async fn the_page_itself_says_in_one_line_what_does_not_work() {
    let policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
    assert_ne!(policy, POLICY);
    Visit::to("seeds")
        .policy(&policy)
        .where_something_fails()
        .and(async |page| {
            page.go("#kind=venue&q=glasgow").await;
            page.until_text(".status", CANNOT_START).await;
            assert_eq!(page.cards().await.len(), 22, "the facts stay readable");
        })
        .await;
}

#[tokio::test]
async fn a_missing_engine_leaves_the_facts() {
    leaves_the_facts(with_line().with_fault(Fault::Missing("engine*.wasm")), "").await;
}

#[tokio::test]
async fn an_engine_that_stops_restores_the_prerendered_cards() {
    gives_back_what_was_prerendered(with_line(), "panicked").await;
}
