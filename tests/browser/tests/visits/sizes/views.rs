//! The five views at phone width.

use fact_cards_browser_tests::Visit;

use crate::{
    articles::{ROOT, article, snippet, until_defined},
    views::{ALL, look_at, open_everything, until_in_sight},
};

#[tokio::test]
async fn on_a_phone_no_view_overflows_sideways() {
    for site in ["seeds", "hostile"] {
        Visit::to(site)
            .at_width(320)
            .and(async |page| {
                page.open("").await;
                for view in ALL {
                    look_at(page, view).await;
                    until_in_sight(page, view).await;
                    open_everything(page, "document").await;
                    let more = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
                    let more: i32 = page.value(more).await;
                    let out = "[...document.querySelectorAll('.fact-cards *')].filter(element => element.getBoundingClientRect().right > 321 && !/﷽/.test(element.textContent) && !element.closest('.spoken, .extent'))
                        .slice(0, 6).map(element => `${element.tagName} ${element.getAttribute('class')} ${element.textContent.slice(0, 40)}`)";
                    let out: Vec<String> = page.value(out).await;
                    assert_eq!(more, 0, "{view} of {site}: {out:#?}");
                }
            })
            .await;
    }
}

#[tokio::test]
async fn in_an_article_on_a_phone_no_view_is_wider_than_its_column() {
    for site in ["seeds", "hostile"] {
        let margins = "<style>body { margin: 0 16px }</style>";
        Visit::embedding(site, &article(margins, &snippet(site)))
            .at_width(320)
            .and(async |page| {
                page.go("").await;
                until_defined(page).await;
                for view in ["timeline", "map", "figures", "sources", "cards"] {
                    page.click(&format!("fact-cards >>> label[for=view-{view}]")).await;
                    let of_view = if view == "cards" { ".card".to_owned() } else { format!("[data-view={view}]") };
                    page.until(&format!("{ROOT}.querySelector('[data-ready] {of_view}')?.checkVisibility()")).await;
                    let wide = format!(
                        "[...{ROOT}.querySelectorAll('.fact-cards *')].filter(element => element.getBoundingClientRect().right > 305 && !/﷽/.test(element.textContent) && !element.closest('.spoken, .extent, .pins') && !element.matches('svg svg'))
                            .slice(0, 6).map(element => `${{element.tagName}} ${{element.getAttribute('class')}} ${{element.textContent.slice(0, 40)}}`)"
                    );
                    assert_eq!(page.value::<Vec<String>>(&wide).await, <[String; 0]>::default(), "{view} of {site}");
                    let more = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
                    assert_eq!(page.value::<i32>(more).await, 0, "{view} of {site}");
                }
            })
            .await;
    }
}
