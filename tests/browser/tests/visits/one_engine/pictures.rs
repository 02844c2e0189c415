//! Pictures on paper, for axe, and as the page looks with them.

use fact_cards_browser_tests::{Browser, Visit, axe};
use serde_json::{Value, json};

use crate::pictures::look;

#[tokio::test]
async fn pictures_of_opened_cards_are_printed() {
    Visit::to("harbour")
        .only_in(Browser::Chromium, "only Chromium can be told to print")
        .and(async |page| {
            page.open("").await;
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
            page.until("matchMedia('print').matches").await;
            let _: Value = page.value("(dispatchEvent(new Event('beforeprint')), null)").await;
            page.until("document.querySelectorAll('.picture img').length >= 6").await;
            page.until("[...document.querySelectorAll('.card .picture img')].every(picture => picture.getBoundingClientRect().height > 50)").await;
        })
        .await;
}

#[tokio::test]
async fn axe_finds_nothing_in_cards_with_pictures() {
    for scheme in ["light", "dark"] {
        Visit::to("harbour")
            .only_in(Browser::Chromium, "it can be told a colour scheme, and axe looks at the same document in each")
            .and(async |page| {
                page.prefer(scheme).await;
                page.open("ar/#card=lena-dorrit").await;
                page.until("document.querySelector('[data-card=lena-dorrit] .picture img')?.naturalWidth > 0").await;
                let _: Value = page.value(&format!("(() => {{ {}; return null; }})()", axe())).await;
                let found: Vec<String> = page
                    .value(
                        "axe.run(document.querySelector('.fact-cards')).then(({ violations }) =>
                        violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`)))",
                    )
                    .await;
                assert_eq!(found, Vec::<String>::new());
            })
            .await;
    }
}

#[tokio::test]
async fn a_story_with_pictures_fits_at_every_width_in_light_and_dark() {
    for width in [390, 1280] {
        for language in ["", "ar/"] {
            Visit::to("harbour")
                .at_width(width)
                .only_in(Browser::Chromium, "pictures are taken in Chromium, which can be told a colour scheme")
                .and(async |page| {
                    page.open(&format!("{language}#card=lena-dorrit")).await;
                    page.until("document.querySelector('[data-card=lena-dorrit] .picture img')?.naturalWidth > 0")
                        .await;
                    look(page, &format!("harbour-{}", if language.is_empty() { "en" } else { "ar" })).await;
                    page.open(&format!("{language}#view=sources")).await;
                    page.until("document.querySelector('.article .picture img')?.naturalWidth > 0").await;
                    look(page, &format!("harbour-sources-{}", if language.is_empty() { "en" } else { "ar" })).await;
                })
                .await;
        }
    }
}
