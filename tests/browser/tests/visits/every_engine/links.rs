//! Links between cards, and filters that they relax.

use fact_cards_browser_tests::Visit;

use crate::links::until_link_target;

#[tokio::test]
async fn a_link_takes_the_reader_to_the_related_card() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.click("[data-card=mohammed-dkhissi] .related a[href='#card=rabat-national-central-office']").await;
            until_link_target(page, "rabat-national-central-office").await;
            assert_eq!(page.fragment().await, "card=rabat-national-central-office");
            page.click("[data-card=rabat-national-central-office] .related a[href='#card=dgsn']").await;
            until_link_target(page, "dgsn").await;
            // Going back, the browser also moves the focus: whichever comes last, it stays on the card.
            for _ in 0..5 {
                page.back().await;
                until_link_target(page, "rabat-national-central-office").await;
                page.forward().await;
                until_link_target(page, "dgsn").await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_filter_that_hides_the_link_target_is_visibly_relaxed_and_can_be_restored() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#kind=member&q=dkhissi").await;
            page.until("document.querySelectorAll('[data-card]').length < 12").await;
            let before = page.cards().await.len();
            page.click("[data-card=mohammed-dkhissi] .related a[href='#card=vice-presidency-election']").await;
            until_link_target(page, "vice-presidency-election").await;
            page.until_card_count(22).await;
            assert_eq!(
                page.text(".status .spoken").await,
                "Filters and search were cleared to show Election of the Vice-President for Africa."
            );
            // The reader is told where they are looking, not only in the status far above.
            let in_sight = "(() => { const notice = document.querySelector('.relaxed-filters').getBoundingClientRect();
                const over = document.elementFromPoint(notice.x + 5, notice.y + 5);
                return notice.top >= 0 && notice.bottom <= innerHeight && over.closest('.relaxed-filters') !== null; })()";
            page.until(in_sight).await;
            page.click(".put-back").await;
            page.until_card_count(before).await;
            // The address follows what is shown.
            page.until("location.hash === '#kind=member&q=dkhissi'").await;
            assert!(page.value::<bool>("document.querySelector('.relaxed-filters') === null").await);
        })
        .await;
}
