//! Addresses with a view, and with unknown values.

use fact_cards_browser_tests::Visit;

#[tokio::test]
async fn a_view_is_in_the_address_and_survives_a_reload() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.click("label[for=kind-operation]").await;
            page.type_into("input[type=search]", "crime").await;
            page.until("location.hash === '#kind=operation&q=crime'").await;
            let before = page.cards().await;
            assert!(!before.is_empty() && before.len() < 6);
            page.reload().await;
            assert_eq!(page.cards().await, before);
            assert_eq!(page.value::<String>("document.querySelector('input[type=search]').value").await, "crime");
            assert!(page.value::<bool>("document.querySelector('#kind-operation').checked").await);
        })
        .await;
}

#[tokio::test]
async fn unknown_values_in_an_address_are_ignored() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("#kind=planet&source=nowhere,%ZZ&card=%3Cscript%3E&colour=red&&=&topic").await;
            page.until_card_count(22).await;
            assert_eq!(page.text(".status").await, "22 cards, 72 facts from 2 articles");
        })
        .await;
}
