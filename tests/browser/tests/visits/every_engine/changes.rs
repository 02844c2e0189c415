//! What became of cards and facts, as readers come upon it: where they stand, and in one list.

use fact_cards_browser_tests::Visit;

use crate::{
    articles::{ROOT, arrive, article, snippet, take_interest},
    changes::{CORRECTION, open_list},
};

#[tokio::test]
async fn the_list_leads_to_the_fact() {
    Visit::to("corrected")
        .and(async |page| {
            page.open("").await;
            open_list(page, "document", "").await;
            page.click(".changes a[href$='#fact=passengers']").await;
            page.until("location.hash === '#fact=passengers'").await;
            page.until("document.activeElement.dataset.fact === 'passengers'").await;
            assert!(page.text(".card [data-fact=passengers][data-arrived]").await.contains(CORRECTION));
        })
        .await;
}

#[tokio::test]
async fn without_script_the_list_opens_and_leads_to_the_fact() {
    Visit::to("corrected")
        .without_script()
        .and(async |page| {
            page.go("").await;
            assert_eq!(page.text("[data-fact=passengers] [data-change=corrected]").await, CORRECTION);
            open_list(page, "document", "").await;
            page.click(".changes a[href$='#fact=passengers']").await;
            page.until("document.querySelector(':target')?.dataset.fact === 'passengers'").await;
        })
        .await;
}

#[tokio::test]
async fn in_an_article_a_reader_has_the_same() {
    Visit::embedding("corrected", &article("", &snippet("corrected")))
        .and(async |page| {
            arrive(page).await;
            assert_eq!(
                page.text("fact-cards >>> [data-card=ferry-return] [data-fact=passengers] [data-change=corrected]")
                    .await,
                CORRECTION
            );
            open_list(page, ROOT, "fact-cards >>> ").await;
            take_interest(page).await;
            page.until(&format!("{ROOT}.querySelector('.changes').open")).await;
            page.click("fact-cards >>> .changes a[href$='#fact=ferry-cost']").await;
            page.until(&format!("{ROOT}.activeElement?.dataset.fact === 'ferry-cost'")).await;
        })
        .await;
}

#[tokio::test]
async fn in_arabic_it_runs_the_other_way() {
    Visit::to("corrected")
        .and(async |page| {
            page.open("ar/").await;
            let correction = "[data-card=ferry-return] [data-fact=passengers] [data-change=corrected]";
            assert_eq!(page.text(correction).await, "تصحيح في 25 نونبر 2025: ذُكر 134 شخصاً، والصحيح 135.");
            let line = format!("(style => [style.borderRightWidth, style.borderLeftWidth].join())(getComputedStyle(document.querySelector('{correction}')))");
            assert_eq!(page.value::<String>(&line).await, "2px,0px");
            open_list(page, "document", "").await;
            page.until("document.documentElement.scrollWidth <= innerWidth").await;
        })
        .await;
}
