//! The element in an article of another origin: what its attributes, properties and events do.

use fact_cards_browser_tests::{Fault, Visit, in_project, site_folder};
use serde_json::{Value, json};

use crate::articles::{LINE, ROOT, arrive, article, take_interest, until_card_count, with_line, with_snippet};

const SEARCH: &str = "fact-cards >>> input[type=search]";

#[tokio::test]
async fn one_line_shows_the_cards_in_an_article_of_another_origin() {
    with_line()
        .and(async |page| {
            arrive(page).await;
            assert_eq!(page.text("fact-cards >>> .title").await, "Morocco and INTERPOL: who, what and where");
            until_card_count(page, 22).await;
            let mut requests = page.requests();
            requests.sort();
            assert_eq!(requests, ["/fact-cards.js", "/snippet/en.html"], "nothing else before an interest");

            page.type_into(SEARCH, "neptune").await;
            page.until(&format!("{ROOT}.querySelectorAll('[data-card]').length < 22")).await;
            assert!(page.value::<bool>(&format!("{ROOT}.querySelector('mark') !== null")).await);
            assert_eq!(page.value::<String>("location.hash").await, "", "the article's address is the article's");
        })
        .await;
}

#[tokio::test]
async fn the_line_in_the_readme_is_enough() {
    let readme = std::fs::read_to_string(in_project("README.md")).unwrap();
    let line = readme.lines().find(|line| line.starts_with("<script type=\"module\"")).expect("README has the line");
    Visit::embedding("seeds", &article("", &line.replace("https://cards.example", "{site}")))
        .and(async |page| {
            arrive(page).await;
            page.type_into(SEARCH, "neptune").await;
            page.until(&format!("{ROOT}.querySelectorAll('[data-card]').length < 22")).await;
        })
        .await;
}

#[tokio::test]
async fn what_stands_in_the_element_shows_until_there_are_cards() {
    with_line()
        .with_fault(Fault::Held("snippet/en.html"))
        .and(async |page| {
            page.go("").await;
            page.until("customElements.get('fact-cards')").await;
            assert_eq!(page.text("fact-cards a").await, "The facts");
            assert!(page.value::<bool>("document.querySelector('fact-cards a').checkVisibility()").await);
            page.release();
            page.until(&format!("{ROOT}?.querySelector('[data-card]')")).await;
            assert!(!page.value::<bool>("document.querySelector('fact-cards a').checkVisibility()").await);
        })
        .await;
}

#[tokio::test]
async fn the_loader_may_be_included_twice_and_late_or_early() {
    let twice = format!(
        r#"<script async type="module" src="{{site}}/fact-cards.js?async"></script>{LINE}
           <script type="module" src="{{site}}/fact-cards.js?again"></script>"#
    );
    Visit::embedding("seeds", &article("", &twice))
        .and(async |page| {
            arrive(page).await;
            until_card_count(page, 22).await;
            take_interest(page).await;
            let count = "document.querySelectorAll('fact-cards').length";
            assert_eq!(page.value::<usize>(count).await, 1);
        })
        .await;
}

#[tokio::test]
async fn attributes_ask_for_a_view_at_any_time() {
    let narrowed = LINE.replace(
        "<fact-cards>",
        "<fact-cards lang=\"xx\" kind=\"operation\" source=\"marrakech-2025\" card=\"operation-neptune\">",
    );
    Visit::embedding("seeds", &article("", &narrowed))
        .and(async |page| {
            page.go("").await;
            page.until(&format!("{ROOT}?.querySelector('[data-ready]')")).await;
            page.until(&format!(
                "[...{ROOT}.querySelectorAll('[data-card]')].every(card => card.dataset.kind === 'operation')"
            ))
            .await;
            assert!(
                page.value::<bool>(&format!("{ROOT}.querySelector('[name=source][value=marrakech-2025]').checked"))
                    .await
            );
            page.until(&format!("{ROOT}.querySelector('[data-arrived]')?.dataset.card === 'operation-neptune'")).await;
            let moved: (i64, bool) = page.value(&format!("[scrollY, {ROOT}.activeElement !== null]")).await;
            assert_eq!(moved, (0, false), "what an article asks for from the beginning moves nothing");

            let change = |script: &str| format!("(document.querySelector('fact-cards').{script}, null)");
            let _: Value = page.value(&change("removeAttribute('source')")).await;
            until_card_count(page, 6).await;
            let _: Value = page.value(&change("setAttribute('kind', 'venue')")).await;
            until_card_count(page, 4).await;
            let _: Value = page.value(&change("setAttribute('q', 'glasgow')")).await;
            page.until(&format!("{ROOT}.querySelector('input[type=search]').value === 'glasgow'")).await;
            // Several at once: each adds to what the others ask for, though none of it is shown yet.
            let several = "Object.assign(document.querySelector('fact-cards'), { q: '', kind: 'member', source: 'election-2024' })";
            let _: Value = page.value(&format!("({several}, null)")).await;
            let shown = format!(
                "{ROOT}.querySelector('#kind-member').checked && {ROOT}.querySelector('input[type=search]').value === ''
                    && {ROOT}.querySelector('[name=source][value=election-2024]').checked"
            );
            page.until(&shown).await;
            let several = "Object.assign(document.querySelector('fact-cards'), { kind: 'nonsense', source: '' })";
            let _: Value = page.value(&format!("({several}, null)")).await;
            until_card_count(page, 22).await;
            let _: Value = page.value(&change("setAttribute('heading-level', '4')")).await;
            page.until(&format!(
                "{ROOT}.querySelector('h4.title') && {ROOT}.querySelectorAll('h5.name').length === 22"
            ))
            .await;
            let _: Value = page.value(&change("setAttribute('card', 'dgsn')")).await;
            page.until(&format!("{ROOT}.activeElement?.dataset.card === 'dgsn'")).await;
        })
        .await;
}

#[tokio::test]
async fn a_kind_alone_needs_no_engine() {
    let operations = LINE.replace("<fact-cards>", "<fact-cards kind=\"operation\">");
    Visit::embedding("seeds", &article("", &operations))
        .and(async |page| {
            arrive(page).await;
            let shown =
                format!("[...{ROOT}.querySelectorAll('[data-card]')].filter(card => card.checkVisibility()).length");
            page.until(&format!("{shown} === 6")).await;
            assert!(page.requests().iter().all(|path| !path.contains("engine")));
            take_interest(page).await;
            until_card_count(page, 6).await;
            page.until_text("fact-cards >>> .status", "6 cards, 34 facts from 2 articles").await;
        })
        .await;
}

#[tokio::test]
async fn properties_mirror_attributes_also_those_set_before_the_loader_came() {
    let early = r#"<fact-cards></fact-cards><script>document.querySelector("fact-cards").q = "neptune";</script>
        <script type="module" src="{site}/fact-cards.js"></script>"#;
    Visit::embedding("seeds", &article("", early))
        .and(async |page| {
            page.go("").await;
            page.until(&format!("{ROOT}?.querySelector('[data-ready]')")).await;
            assert_eq!(page.value::<String>("document.querySelector('fact-cards').getAttribute('q')").await, "neptune");
            let set = "(element => {
                const values = { kind: 'member', source: 'election-2024', topic: 'a', place: 'rabat', q: 'x', card: 'dgsn',
                    theme: 'dark', headingLevel: 3, syncUrl: true };
                Object.assign(element, values);
                const mirrored = Object.keys(values).map(name => String(element[name]));
                const attributes = ['kind', 'source', 'topic', 'place', 'q', 'card', 'theme', 'heading-level', 'sync-url']
                    .map(name => element.getAttribute(name));
                element.syncUrl = false;
                return [mirrored, attributes, element.hasAttribute('sync-url')];
            })(document.querySelector('fact-cards'))";
            let expected = json!([
                ["member", "election-2024", "a", "rabat", "x", "dgsn", "dark", "3", "true"],
                ["member", "election-2024", "a", "rabat", "x", "dgsn", "dark", "3", ""],
                false
            ]);
            assert_eq!(page.value::<Value>(set).await, expected);
        })
        .await;
}

#[tokio::test]
async fn events_tell_that_the_cards_work_and_what_they_show() {
    with_line()
        .and(async |page| {
            arrive(page).await;
            page.click("fact-cards >>> label[for=kind-operation]").await;
            page.until("heard.length === 1").await;
            page.type_into(SEARCH, "n").await;
            page.until("heard.length === 2").await;
            page.click("fact-cards >>> :not(.sheet-foot) > .clear").await;
            page.until("heard.length === 3").await;
            let heard: Value = page.value("heard.map(([event, detail]) => [event, detail ?? null])").await;
            assert_eq!(heard, json!([["ready", null], ["change", { "kind": "operation", "q": "n" }], ["change", {}]]));
        })
        .await;
}

#[tokio::test]
async fn the_widget_knows_its_story_from_its_own_site() {
    Visit::embedding("lighthouse", &article("", LINE))
        .and(async |page| {
            arrive(page).await;
            assert_ne!(page.text("fact-cards >>> .title").await, "Morocco and INTERPOL: who, what and where");
            take_interest(page).await;
        })
        .await;
    assert!(site_folder("lighthouse").join("snippet/en.html").exists());
}

#[tokio::test]
async fn a_link_between_cards_works_in_an_article_before_and_after_the_engine() {
    with_snippet()
        .and(async |page| {
            arrive(page).await;
            page.break_with(Fault::Held(".wasm"));
            page.click("fact-cards >>> label[for=kind-member]").await;
            page.click("fact-cards >>> [data-card=mohammed-dkhissi] .related a[href='#card=vice-presidency-election']")
                .await;
            page.until(&format!("{ROOT}.activeElement?.dataset.card === 'vice-presidency-election'")).await;
            assert_eq!(page.value::<String>("location.hash").await, "");
            page.release();
            page.until(&format!("{ROOT}.querySelector('[data-arrived]')?.dataset.card === 'vice-presidency-election'"))
                .await;
            page.click("fact-cards >>> [data-card=vice-presidency-election] .related a").await;
            page.until(&format!("{ROOT}.querySelector('[data-arrived]').dataset.card !== 'vice-presidency-election'"))
                .await;
            assert_eq!(page.value::<String>("location.hash").await, "");
        })
        .await;
}

#[tokio::test]
async fn an_element_that_follows_the_address_goes_back_and_forward_with_it() {
    let following = LINE.replace("<fact-cards>", "<fact-cards sync-url kind=\"member\">");
    Visit::embedding("seeds", &article("", &following))
        .and(async |page| {
            page.go("#after").await;
            page.until(&format!("{ROOT}?.querySelector('[data-card]')")).await;
            assert!(page.requests().iter().all(|path| !path.contains("engine")), "that is the article's own fragment");
            let _: Value = page.value("(history.replaceState({ host: 1 }, ''), null)").await;
            page.click("fact-cards >>> label[for=kind-venue]").await;
            page.until("location.hash === '#kind=venue'").await;
            page.type_into(SEARCH, "glas").await;
            page.until("location.hash === '#kind=venue&q=glas'").await;
            page.back().await;
            page.until("location.hash === '#kind=venue'").await;
            until_card_count(page, 4).await;
            page.back().await;
            page.until("location.hash === '#after' && history.state.host === 1").await;
            until_card_count(page, 12).await;
            page.forward().await;
            until_card_count(page, 4).await;
            page.go("?later#kind=operation&q=nep").await;
            page.until(&format!(
                "{ROOT}?.querySelector('[data-ready]') && {ROOT}.querySelector('#kind-operation').checked"
            ))
            .await;
            // Letters that follow stay in the article's entry, and so does what it keeps there.
            let _: Value = page.value("(history.replaceState({ host: 2 }, ''), null)").await;
            page.type_into(SEARCH, "tune").await;
            page.until("location.hash === '#kind=operation&q=neptune' && history.state.host === 2").await;
        })
        .await;
}
