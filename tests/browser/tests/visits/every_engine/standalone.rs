//! The standalone file, opened from disk without any server.

use fact_cards_browser_tests::Visit;
use serde_json::Value;

use crate::{
    standalone::FILE,
    views::{look_at, until_in_sight},
};

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
async fn views_filters_links_and_downloads_of_the_file_work_from_the_disk() {
    Visit::on_disk("seeds")
        .and(async |page| {
            page.open(FILE).await;
            let watch = "(() => {
                Object.assign(window, { saved: [], copied: [] });
                const plain = URL.createObjectURL;
                URL.createObjectURL = blob => { blob.text().then(text => saved.push(text)); return plain.call(URL, blob); };
                HTMLAnchorElement.prototype.click = () => {};
                Object.defineProperty(navigator, 'share', { value: undefined, configurable: true });
                Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { copied.push(text); } }, configurable: true });
            })()";
            let _: Value = page.value(watch).await;
            for view in ["timeline", "map", "figures", "sources"] {
                look_at(page, view).await;
                until_in_sight(page, view).await;
            }
            page.type_into("input[type=search]", "fugitivs").await;
            page.until("document.querySelector('.corrected')").await;
            page.click(".foot .export:last-of-type").await;
            page.until("saved.length === 1 && JSON.parse(saved[0]).url === location.href").await;
            assert!(page.value::<bool>("JSON.parse(saved[0]).facts.length < 10").await);
            look_at(page, "cards").await;
            page.click("[data-card=operation-neptune] .side .export").await;
            page.until("copied.length === 1").await;
            assert!(page.value::<bool>("copied[0] === location.href.split('#')[0] + '#card=operation-neptune'").await);
        })
        .await;
}

#[tokio::test]
async fn the_file_makes_no_requests() {
    Visit::on_disk("seeds")
        .where_something_fails()
        .and(async |page| {
            page.go(FILE).await;
            page.click("label[for=kind-operation]").await;
            page.until_card_count(6).await;
            let asked = "performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith('data:'))";
            assert_eq!(page.value::<Vec<String>>(asked).await, Vec::<String>::new());
            // Nor could it: its own policy forbids requests.
            let ask = "(window.refused = 0, addEventListener('securitypolicyviolation', () => window.refused += 1),
                fetch('https://elsewhere.invalid/').catch(() => {}), null)";
            let _: Value = page.value(ask).await;
            page.until("window.refused === 1").await;
        })
        .await;
}
