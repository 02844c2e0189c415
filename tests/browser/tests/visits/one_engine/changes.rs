//! Changes to cards and facts, as readers meet them: in place, and in one list.

use fact_cards_browser_tests::Visit;

use crate::{
    articles::{ROOT, activate, arrive, article, snippet},
    changes::{CORRECTION, open_list},
    views::look_at,
};

const WITHDRAWAL: &str = "Withdrawn on 26 November 2025: The source has taken it back.";

#[tokio::test]
async fn a_correction_is_below_the_fact_and_a_withdrawal_before_it() {
    Visit::to("corrected")
        .and(async |page| {
            page.open("").await;
            let card = "[data-card=ferry-return]";
            page.open_card(card).await;
            let passengers = format!("{card} [data-fact=passengers]");
            assert_eq!(page.text(&format!("{passengers} [data-change=corrected]")).await, CORRECTION);
            let cost = format!("{card} [data-fact=ferry-cost]");
            assert_eq!(page.text(&format!("{cost} [data-change=withdrawn]")).await, WITHDRAWAL);
            let order = format!(
                "[...document.querySelectorAll('{cost} :is(.change, del)')].map(told => told.dataset.change ?? told.innerText).join(' / ')"
            );
            assert_eq!(page.value::<String>(&order).await, "withdrawn / The ferry cost 7 million. / corrected");
            let struck = format!("getComputedStyle(document.querySelector('{cost} del')).textDecorationLine");
            assert_eq!(page.value::<String>(&struck).await, "line-through");
        })
        .await;
}

#[tokio::test]
async fn the_list_of_changes_is_the_same_for_every_filter_and_view() {
    Visit::to("corrected")
        .and(async |page| {
            page.open("").await;
            open_list(page, "document", "").await;
            let count = "document.querySelectorAll('.changes li').length";
            assert_eq!(page.value::<usize>(count).await, 10);
            page.type_into("input[type=search]", "pier").await;
            page.until("location.hash === '#q=pier'").await;
            for view in ["timeline", "map", "figures", "sources"] {
                look_at(page, view).await;
                page.until(&format!("{count} === 10 && document.querySelector('.changes li').checkVisibility()")).await;
            }
        })
        .await;
}

#[tokio::test]
async fn other_views_mark_a_withdrawn_fact_and_draw_no_bar_for_it() {
    Visit::to("corrected")
        .and(async |page| {
            page.open("").await;
            look_at(page, "sources").await;
            page.until("[...document.querySelectorAll('.entry')].filter(entry => entry.querySelector('del')).every(entry => entry.querySelector('[data-change=withdrawn]'))").await;
            page.until("document.querySelectorAll('.entry del').length > 1").await;
            look_at(page, "figures").await;
            page.until("document.querySelectorAll('.bar-of').length === 2").await;
        })
        .await;
}

#[tokio::test]
async fn changes_are_shown_in_an_article_too() {
    Visit::embedding("corrected", &article("", &snippet("corrected")))
        .and(async |page| {
            arrive(page).await;
            page.open_card("fact-cards >>> [data-card=ferry-return]").await;
            assert_eq!(
                page.text("fact-cards >>> [data-card=ferry-return] [data-fact=passengers] [data-change=corrected]")
                    .await,
                CORRECTION
            );
            open_list(page, ROOT, "fact-cards >>> ").await;
            activate(page).await;
            page.until(&format!("{ROOT}.querySelector('.changes').open")).await;
            page.click("fact-cards >>> .changes a[href$='#fact=ferry-cost']").await;
            page.until(&format!("{ROOT}.activeElement?.dataset.fact === 'ferry-cost'")).await;
        })
        .await;
}

#[tokio::test]
async fn in_arabic_the_changes_run_from_right_to_left() {
    Visit::to("corrected")
        .and(async |page| {
            page.open("ar/").await;
            page.open_card("[data-card=ferry-return]").await;
            let correction = "[data-card=ferry-return] [data-fact=passengers] [data-change=corrected]";
            assert_eq!(page.text(correction).await, "تصحيح في 25 نونبر 2025: ذُكر 134 شخصاً، والصحيح 135.");
            let line = format!("(style => [style.borderRightWidth, style.borderLeftWidth].join())(getComputedStyle(document.querySelector('{correction}')))");
            assert_eq!(page.value::<String>(&line).await, "2px,0px");
            open_list(page, "document", "").await;
            page.until("document.documentElement.scrollWidth <= innerWidth").await;
        })
        .await;
}
