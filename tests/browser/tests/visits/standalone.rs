//! The file that holds everything, opened from the disk: no server is there that could help.

use fact_cards_browser_tests::Visit;
use serde_json::Value;

const FILE: &str = "standalone/en.html";

#[tokio::test]
async fn the_file_opens_from_the_disk_and_everything_works() {
    Visit::on_disk("seeds")
        .and(async |page| {
            page.go(FILE).await;
            assert_eq!(page.value::<String>("location.protocol").await, "file:");
            assert_eq!(page.cards().await.len(), 22);
            page.click("label[for=kind-venue]").await;
            page.until_card_count(4).await;
            page.until("location.hash === '#kind=venue'").await;
            page.type_into("input[type=search]", "glasgow").await;
            page.until_cards(&["glasgow"]).await;
            page.until("document.querySelector('mark')").await;

            page.reload().await;
            page.until_cards(&["glasgow"]).await;
            assert_eq!(page.value::<String>("document.querySelector('input[type=search]').value").await, "glasgow");

            page.click("[data-card=glasgow] .home a, [data-card=glasgow] .related a").await;
            page.until("document.activeElement.matches('[data-card]')").await;
            page.back().await;
            page.until_cards(&["glasgow"]).await;
        })
        .await;
}

#[tokio::test]
async fn the_file_asks_nobody_for_anything() {
    Visit::on_disk("seeds")
        .where_something_fails()
        .and(async |page| {
            page.go(FILE).await;
            page.click("label[for=kind-operation]").await;
            page.until_card_count(6).await;
            let asked = "performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith('data:'))";
            assert_eq!(page.value::<Vec<String>>(asked).await, Vec::<String>::new());
            // Nor could it: its own policy forbids that.
            let ask = "(window.refused = 0, addEventListener('securitypolicyviolation', () => window.refused += 1),
                fetch('https://elsewhere.invalid/').catch(() => {}), null)";
            let _: Value = page.value(ask).await;
            page.until("window.refused === 1").await;
        })
        .await;
}

#[tokio::test]
async fn without_script_the_facts_of_the_file_are_there_and_kinds_and_links_work() {
    // A server is the only one who can switch scripts off.
    Visit::to("seeds")
        .without_script()
        .and(async |page| {
            page.go(FILE).await;
            assert_eq!(page.cards().await.len(), 22);
            page.click("label[for=kind-venue]").await;
            page.until(
                "[...document.querySelectorAll('[data-card]')].filter(card => card.checkVisibility()).length === 4",
            )
            .await;
            page.click("[data-card=ifrane] .related a[href='#card=morocco']").await;
            page.until("document.querySelector(':target').checkVisibility()").await;
        })
        .await;
}
