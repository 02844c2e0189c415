//! The story's languages: their pages, switching between them, and text that runs from right to left.

use fact_cards_browser_tests::Visit;
use serde_json::{Value, json};

use crate::{
    articles::{ROOT, article, until_defined},
    languages::{choose, title, until_in},
};

#[tokio::test]
async fn each_language_has_a_page_that_leads_to_the_others() {
    Visit::to("seeds")
        .and(async |page| {
            for (path, language, locale, direction) in
                [("", "en", "en-GB", "ltr"), ("fr/", "fr", "fr-MA", "ltr"), ("ar/", "ar", "ar-MA", "rtl")]
            {
                page.go(path).await;
                until_in(page, language, locale, direction).await;
                let links = "['.languages a', 'link[hreflang]'].map(links => [...document.querySelectorAll(links)].map(link => new URL(link.href).pathname))";
                let expected = json!([["/", "/fr/", "/ar/"], ["/", "/fr/", "/ar/", "/"]]);
                assert_eq!(page.value::<Value>(links).await, expected, "{path}");
            }
            // Pages for frames and standalone files link to each other within their own folder.
            for folder in ["embed", "standalone"] {
                page.go(&format!("{folder}/ar.html")).await;
                let links = "[...document.querySelectorAll('link[hreflang]')].map(link => [link.hreflang, new URL(link.href).pathname])";
                let file = |language: &str| format!("/{folder}/{language}.html");
                let expected = json!([["en-GB", file("en")], ["fr-MA", file("fr")], ["ar-MA", file("ar")], ["x-default", file("en")]]);
                assert_eq!(page.value::<Value>(links).await, expected);
            }
        })
        .await;
}

#[tokio::test]
async fn an_open_card_stays_open_and_its_links_are_those_of_the_new_language() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#card=i-24-7").await;
            page.until("document.querySelector('[data-card=i-24-7][data-link-target]')").await;
            choose(page, "ar").await;
            until_in(page, "ar", "ar-MA", "rtl").await;
            page.until("document.querySelector('[data-card=i-24-7][data-link-target]')").await;
            let watch = "(() => {
                window.copied = [];
                Object.defineProperty(navigator, 'share', { value: undefined, configurable: true });
                Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { copied.push(text); } }, configurable: true });
            })()";
            let _: Value = page.value(watch).await;
            page.click("[data-card=i-24-7] .side .export").await;
            page.until("copied.length === 1").await;
            assert!(page.value::<bool>("copied[0] === location.origin + '/ar/#card=i-24-7'").await);
        })
        .await;
}

#[tokio::test]
async fn relaxed_filters_can_be_restored_in_another_language() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#kind=venue").await;
            page.click("[data-card=ifrane] .related a[href='#card=morocco']").await;
            page.until_card_count(22).await;
            choose(page, "ar").await;
            until_in(page, "ar", "ar-MA", "rtl").await;
            page.click(".put-back").await;
            page.until_card_count(4).await;
            page.until("location.pathname + location.hash === '/ar/#kind=venue'").await;
        })
        .await;
}

#[tokio::test]
async fn without_script_the_languages_are_links() {
    Visit::to("seeds")
        .without_script()
        .and(async |page| {
            page.go("").await;
            choose(page, "ar").await;
            page.until_reloaded_with(".title", title("ar")).await;
            assert_eq!(page.value::<String>("location.pathname").await, "/ar/");
        })
        .await;
}

#[tokio::test]
async fn the_chosen_language_is_not_stored() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            choose(page, "ar").await;
            until_in(page, "ar", "ar-MA", "rtl").await;
            assert_eq!(
                page.value::<Value>("[localStorage.length, sessionStorage.length, document.cookie]").await,
                json!([0, 0, ""])
            );
            page.go("").await;
            until_in(page, "en", "en-GB", "ltr").await;
        })
        .await;
}

#[tokio::test]
async fn an_element_uses_its_own_language_or_that_of_the_page_around_it() {
    let line = r#"<script type="module" async src="{site}/fact-cards.js"></script>"#;
    let host = format!("{line}<div lang=\"fr-CA\"><fact-cards></fact-cards></div>");
    Visit::embedding("seeds", &article("", &host))
        .and(async |page| {
            page.go("").await;
            until_defined(page).await;
            page.until_text("fact-cards >>> .title", title("fr")).await;
            let _: Value = page.value("(document.querySelector('fact-cards').lang = 'ar', null)").await;
            page.until_text("fact-cards >>> .title", title("ar")).await;
            assert!(page.value::<bool>(&format!("{ROOT}.querySelector('.fact-cards').dir === 'rtl'")).await);
            page.click("fact-cards >>> label[for=kind-venue]").await;
            page.until(&format!("{ROOT}.querySelectorAll('[data-card]').length === 4")).await;
            page.until(&format!(
                "/^4 بطاقات، \\d+ واقعة من مقالين$/.test({ROOT}.querySelector('.status').textContent)"
            ))
            .await;
            let _: Value = page.value("(document.querySelector('fact-cards').lang = 'fr', null)").await;
            page.until_text("fact-cards >>> .title", title("fr")).await;
            assert_eq!(page.value::<usize>(&format!("{ROOT}.querySelectorAll('[data-card]').length")).await, 4);
            assert!(page.value::<bool>("document.documentElement.lang === 'en'").await, "the page is the host's");
        })
        .await;
}
