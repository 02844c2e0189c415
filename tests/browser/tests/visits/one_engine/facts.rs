//! Facts: speakers, dates, sources and folding.

use fact_cards_browser_tests::Visit;

#[tokio::test]
async fn it_is_clear_who_said_what_and_when() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            for card in ["operation-neptune", "glasgow", "interpol-secretary-general"] {
                page.open_card(&format!("[data-card={card}]")).await;
            }
            assert_eq!(
                page.text("[data-card=operation-neptune] [data-fact=neptune-arrests] .statement").await,
                "135 wanted people were arrested."
            );
            let line = page.text("[data-card=operation-neptune] [data-fact=neptune-arrests] .meta").await;
            assert!(line.starts_with("Ahmed Nasser Al Raisi, 21 November 2025 · Marrakech ¶6"), "{line}");
            assert_eq!(page.text("[data-card=glasgow] [data-fact=glasgow-assembly] .when").await, "4–7 November 2024");
            let unnamed = "[data-card=interpol-secretary-general] [data-fact=secretary-general-effort] .says";
            assert_eq!(page.text(unnamed).await, "INTERPOL's Secretary-General, 21 November 2025");
        })
        .await;
}

#[tokio::test]
async fn a_fact_that_both_articles_report_says_so() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.open_card("[data-card=interpol]").await;
            let members = "[data-card=interpol] [data-fact=interpol-members]";
            assert_eq!(
                page.text(&format!("{members} .agreement")).await,
                "✓ in both articles".trim_start_matches("✓ ")
            );
            let markers: Vec<String> = page
                .value(&format!("[...document.querySelectorAll('{members} .source')].map(source => source.innerText)"))
                .await;
            assert_eq!(markers, ["Election ¶3", "Election ¶10", "Marrakech ¶1", "Marrakech ¶4"]);
        })
        .await;
}

#[tokio::test]
async fn a_fact_on_another_card_says_whose_it_is() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            page.open_card("[data-card=glasgow]").await;
            let fact = "[data-card=glasgow] [data-fact=election-won]";
            assert_eq!(page.text(&format!("{fact} .home")).await, "Election of the Vice-President for Africa");
            let own = "document.querySelector('[data-card=vice-presidency-election] [data-fact=election-won] .home')";
            assert!(page.value::<bool>(&format!("{own} === null")).await);
        })
        .await;
}
