//! Addresses: history entries, links to cards, and filters that hide a link target.

use fact_cards_browser_tests::Visit;

#[tokio::test]
async fn back_and_forward_step_through_choices_and_searches_not_single_letters() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.click("label[for=kind-member]").await;
            page.until_card_count(12).await;
            // Deleting letters and typing them again adds no history entries.
            for letter in ["r", "\u{e003}", "glasgow"] {
                page.type_into("input[type=search]", letter).await;
            }
            page.until("location.hash === '#kind=member&q=glasgow'").await;
            page.click("label[for=kind-operation]").await;
            page.until("location.hash === '#kind=operation&q=glasgow'").await;
            page.back().await;
            page.until("location.hash === '#kind=member&q=glasgow'").await;
            page.until("document.querySelector('#kind-member').checked").await;
            page.back().await;
            page.until("location.hash === '#kind=member'").await;
            page.until("document.querySelector('input[type=search]').value === ''").await;
            page.until_card_count(12).await;
            page.back().await;
            page.until_card_count(22).await;
            page.forward().await;
            page.until_card_count(12).await;
            page.forward().await;
            page.until("document.querySelector('input[type=search]').value === 'glasgow'").await;
        })
        .await;
}

#[tokio::test]
async fn a_link_to_a_card_opens_there() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#card=ifrane").await;
            page.until("document.activeElement.closest('[data-card]')?.dataset.card === 'ifrane'").await;
            page.until_card_count(22).await;
        })
        .await;
}

#[tokio::test]
async fn an_address_whose_filters_hide_its_card_shows_the_card_and_does_not_trap_the_reader() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            // By a link, since WebKit does not go back over a change of address by script alone.
            let add_link = "(() => {
                const link = document.createElement('a');
                link.id = 'elsewhere';
                link.href = '#kind=venue&card=operation-neptune';
                link.textContent = 'elsewhere';
                document.body.append(link);
            })()";
            let _: serde_json::Value = page.value(add_link).await;
            page.click("#elsewhere").await;
            page.until("document.activeElement.closest('[data-card]')?.dataset.card === 'operation-neptune'").await;
            let notice = page.text(".status .spoken").await;
            assert_eq!(notice, "Filters and search were cleared to show Operation NEPTUNE.");
            page.back().await;
            page.until("location.hash === '' && !document.querySelector('.relaxed-filters')").await;
            page.until_card_count(22).await;
        })
        .await;
}
