//! What a reader is left with when something fails: the facts, one line that says what does not work, and an event for
//! the article's developers. What the scripts do by themselves is tested in `tests/script`.

use fact_cards_browser_tests::{Fault, Visit, in_project};

use crate::{
    articles::{LINE, ROOT, arrive, article, snippet, until_card_count, with_line},
    failing::{CANNOT_START, HOST_POLICY, gives_back_what_was_prerendered, leaves_the_facts},
};

#[tokio::test]
async fn an_engine_that_fails_its_integrity_check_leaves_the_facts() {
    // An additional custom section, named x: the program would run as well as before.
    let change = |bytes: Vec<u8>| [bytes, vec![0, 2, 1, b'x']].concat();
    leaves_the_facts(with_line().with_fault(Fault::Changed("engine*.wasm", change)), "").await;
}

#[tokio::test]
async fn an_article_that_forbids_webassembly_keeps_the_facts() {
    let policy = HOST_POLICY.replace(" 'wasm-unsafe-eval'", "");
    leaves_the_facts(with_line().policy(&policy), "").await;
}

#[tokio::test]
async fn a_lost_network_leaves_the_facts_and_the_engine_loads_once_it_is_back() {
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
async fn cards_that_the_article_forbids_leave_the_fallback_in_the_element() {
    let hear =
        "<script>window.heard = []; addEventListener('fact-cards-error', ({ detail }) => heard.push(detail));</script>";
    Visit::embedding("seeds", &article(hear, LINE))
        .policy("default-src 'none'; script-src 'unsafe-inline' {site} 'wasm-unsafe-eval'")
        .where_something_fails()
        .and(async |page| {
            page.go("").await;
            page.until("heard.length === 1").await;
            assert!(page.value::<String>("heard[0]").await.contains("snippet/en.html"));
            assert!(page.value::<bool>("document.querySelector('fact-cards a').checkVisibility()").await);
        })
        .await;
}

#[tokio::test]
async fn an_engine_that_dies_silently_restores_the_prerendered_cards() {
    // Its last message is lost. Running out of memory is just as silent.
    let mute = "<script>
        Function.prototype.call = function (self, ...rest) {
            if (!String(rest[0]).includes('panicked')) return Reflect.apply(this, self, rest);
        };
    </script>";
    gives_back_what_was_prerendered(Visit::embedding("seeds", &article(mute, LINE)), "nreachable").await;
}

#[tokio::test]
async fn an_article_with_a_strict_policy_shows_the_cards_without_violations() {
    // The policy that `docs/embedding.md` requires of an article; other visits use that of the site's own pages.
    let documents = std::fs::read_to_string(in_project("docs/embedding.md")).unwrap();
    let policy = format!("{HOST_POLICY}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'");
    for directive in ["script-src https://cards.example 'wasm-unsafe-eval'", "connect-src https://cards.example"] {
        assert!(documents.contains(directive), "the documents do not say {directive}");
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

            page.click("[data-card=glasgow] .facts-of > summary").await;
            page.until("document.querySelector('[data-card=glasgow] .fact').checkVisibility()").await;
            // The linked card shows although it is not a venue.
            page.click("[data-card=ifrane] .related a[href='#card=morocco']").await;
            page.until("document.querySelector(':target')?.dataset.card === 'morocco'").await;
            page.until("document.querySelector(':target').checkVisibility()").await;
        })
        .await;
}
