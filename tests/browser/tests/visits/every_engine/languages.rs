//! The story's languages: their pages, switching between them, and text that runs from right to left.

use std::fs;

use fact_cards_browser_tests::{Fault, Folder, Page, Visit, site_folder};
use serde_json::Value;

use crate::{
    articles::{ROOT, article, until_defined},
    languages::{choose, title, until_in},
    views::{look_at, until_in_sight},
};

#[tokio::test]
async fn switching_language_is_immediate_and_keeps_the_choice() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.click("label[for=kind-operation]").await;
            page.type_into("input[type=search]", "interpol").await;
            look_at(page, "timeline").await;
            page.until("location.hash === '#kind=operation&q=interpol&view=timeline'").await;
            let dated = "document.querySelectorAll('.moment').length";
            let before: usize = page.value(dated).await;
            let _: Value = page.value("(window.same = true, history.length)").await;

            choose(page, "ar").await;
            until_in(page, "ar", "ar-MA", "rtl").await;
            until_in_sight(page, "timeline").await;
            assert!(page.value::<bool>("window.same && document.activeElement.lang === 'ar-MA'").await);
            assert_eq!(page.value::<String>("location.pathname + location.hash").await, "/ar/#kind=operation&q=interpol&view=timeline");
            assert!(page.value::<bool>("document.querySelector('#kind-operation').checked && document.querySelector('.search').value === 'interpol'").await);
            assert!(before > 0);

            choose(page, "fr").await;
            until_in(page, "fr", "fr-MA", "ltr").await;
            assert_eq!(page.value::<usize>(dated).await, before);
            assert_eq!(page.value::<String>("location.pathname").await, "/fr/");
            assert_eq!(page.value::<String>("new URL(document.querySelector('footer a').href).pathname").await, "/embed/");
            assert_eq!(page.text("footer a").await, "Intégrer ces fiches à votre page");

            page.back().await;
            until_in(page, "ar", "ar-MA", "rtl").await;
            page.back().await;
            until_in(page, "en", "en-GB", "ltr").await;
            assert!(page.value::<bool>("window.same && location.hash === '#kind=operation&q=interpol&view=timeline'").await);
            page.forward().await;
            until_in(page, "ar", "ar-MA", "rtl").await;
            page.reload().await;
            until_in(page, "ar", "ar-MA", "rtl").await;
            until_in_sight(page, "timeline").await;
        })
        .await;
}

#[tokio::test]
async fn before_the_engine_a_language_link_carries_the_address_over() {
    // Touching the link activates: the engine is held, or it might change the language in place.
    Visit::to("seeds")
        .with_fault(Fault::Held("engine*.wasm"))
        .and(async |page| {
            page.go("#kind=venue").await;
            choose(page, "fr").await;
            page.until_reloaded_with(".title", title("fr")).await;
            until_in(page, "fr", "fr-MA", "ltr").await;
            assert_eq!(page.value::<String>("location.pathname + location.hash").await, "/fr/#kind=venue");
            assert!(!page.value::<bool>("document.querySelector('[data-ready]') !== null").await);
        })
        .await;
}

#[tokio::test]
async fn the_standalone_file_switches_language_without_a_server() {
    let folder = Folder::new("one-language-file");
    fs::copy(site_folder("seeds").join("standalone/en.html"), folder.path().join("cards.html")).unwrap();
    let file = format!("file://{}", folder.path().display());
    Visit::to_address(file)
        .and(async |page| {
            page.go("cards.html").await;
            choose(page, "ar").await;
            until_in(page, "ar", "ar-MA", "rtl").await;
            page.click("label[for=kind-venue]").await;
            page.until_card_count(4).await;
            choose(page, "en").await;
            until_in(page, "en", "en-GB", "ltr").await;
            assert_eq!(page.cards().await.len(), 4);
        })
        .await;
}

#[tokio::test]
async fn the_snippet_of_each_language_works_in_an_article_in_another() {
    for (language, search) in [("fr", "interpol"), ("ar", "الإنتربول")] {
        let snippet = fs::read_to_string(site_folder("seeds").join(format!("snippet/{language}.html"))).unwrap();
        let snippet =
            snippet.replace("../fact-cards.js", "{site}/fact-cards.js").replace("href=\"../", "href=\"{site}/");
        Visit::embedding("seeds", &article("", &snippet))
            .and(async |page| {
                page.go("").await;
                until_defined(page).await;
                page.until_text("fact-cards >>> .title", title(language)).await;
                page.type_into("fact-cards >>> input[type=search]", search).await;
                page.until(&format!("{ROOT}.querySelector('mark')")).await;
                assert_eq!(page.text("fact-cards >>> .title").await, title(language));
            })
            .await;
    }
}

/// The horizontal centres of some elements, from left to right.
async fn middles(page: &Page, elements: &str) -> Vec<f64> {
    page.value(&format!(
        "[...document.querySelectorAll('{elements}')].map(element => element.getBoundingClientRect()).map(({{ left, right }}) => (left + right) / 2)"
    ))
    .await
}

#[tokio::test]
async fn arabic_pages_are_laid_out_from_right_to_left() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("ar/").await;
            for row in [".kinds label", ".view-names label", ".languages a"] {
                let row: Vec<f64> = middles(page, row).await;
                assert!(row.windows(2).all(|pair| pair[1] < pair[0]), "{row:?}");
            }
            let cards = middles(page, ".cards > .card").await;
            assert!(cards[1] < cards[0], "the second card is left of the first");
            look_at(page, "timeline").await;
            until_in_sight(page, "timeline").await;
            let years: Vec<f64> = middles(page, ".scale-years").await;
            assert!(years.windows(2).all(|pair| pair[1] < pair[0]), "later is left: {years:?}");
            look_at(page, "figures").await;
            until_in_sight(page, "figures").await;
            let bar = "[...document.querySelectorAll('.bar')].every(bar => {
                const [whole, zero] = [bar, bar.querySelector('.bar-zero')].map(part => part.getBoundingClientRect());
                return Math.abs(zero.right - whole.right) < 4;
            })";
            assert!(page.value::<bool>(bar).await, "a bar begins at the right");
            look_at(page, "map").await;
            until_in_sight(page, "map").await;
            let west = "['glasgow', 'marrakech'].map(id => document.querySelector(`.pin[href='#card=${id}'] path`).getBoundingClientRect().left)";
            let [glasgow, marrakech]: [f64; 2] = page.value(west).await;
            assert!(marrakech < glasgow, "west is left on every map");
        })
        .await;
}

#[tokio::test]
async fn latin_names_and_numbers_keep_their_own_order_in_arabic_text() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("ar/").await;
            let apart: Vec<String> = page.value("[...document.querySelectorAll('bdi')].map(bdi => bdi.textContent)").await;
            for name in ["I-24/7", "NEPTUNE", "DGSN"] {
                assert!(apart.iter().any(|apart| apart == name), "{name} is not kept apart");
            }
            // The positions of the letters show how the name is laid out.
            let places = "(card => [...card.querySelectorAll('.summary bdi, .name bdi')].map(({ firstChild }) => {
                const text = firstChild.firstChild ?? firstChild;
                return [...text.data].map((_, at) => {
                    const letter = document.createRange();
                    letter.setStart(text, at);
                    letter.setEnd(text, at + 1);
                    return letter.getBoundingClientRect().left;
                });
            }))(document.querySelector('[data-card=i-24-7]'))";
            let names: Vec<Vec<f64>> = page.value(places).await;
            assert!(!names.is_empty());
            for name in names {
                assert!(name.windows(2).all(|pair| pair[0] < pair[1]), "{name:?}");
            }
            // A change is read from the right: the old value, the arrow, the new value.
            let grew = "(([text]) => [0, text.data.length - 1].map(at => {
                const sign = document.createRange();
                sign.setStart(text, at);
                sign.setEnd(text, at + 1);
                return sign.getBoundingClientRect().left;
            }))([...document.querySelectorAll('[data-card=interpol-modernisation] b[aria-hidden]')].find(number => number.textContent.includes('←')).childNodes)";
            let [was, is]: [f64; 2] = page.value(grew).await;
            assert!(is < was, "from {was} to {is}");
        })
        .await;
}
