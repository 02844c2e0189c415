//! A story that is hostile in every text an editor can write. Its markup is tested without a browser; this tests what a
//! browser makes of it. `Visit` itself fails if the console reports a blocked script or a missing file.

use fact_cards_browser_tests::Visit;
use serde_json::Value;

use crate::hostile::{expect_nothing_foreign, scripts};

#[tokio::test]
async fn a_hostile_story_shows_as_it_was_prerendered_and_runs_no_script_of_its_own() {
    let mut of_the_frame = Vec::new();
    Visit::to("lighthouse")
        .and(async |page| {
            page.open("").await;
            of_the_frame = scripts(page).await;
        })
        .await;
    Visit::to("hostile")
        .and(async |page| {
            page.open("").await;
            assert_eq!(scripts(page).await, of_the_frame);
            expect_nothing_foreign(page).await;
            assert!(page.text("h1").await.starts_with("</title></script><script>alert(1)</script> \"'`{{x}} title"));
            let title: String = page.value("document.title").await;
            assert!(title.starts_with("</title></script><script>alert(1)</script> \"'`{{x}} title"), "{title}");

            // A document from XMLHttpRequest is parsed like a page and runs nothing. The engine has removed the views
            // out of sight and adds the cards two links away.
            let ask = "(() => { const request = new XMLHttpRequest();
                window.text = page => { const all = page.querySelector('.fact-cards').cloneNode(true);
                    all.querySelectorAll('.view, .two-steps').forEach(other => other.remove()); return all.textContent; };
                request.responseType = 'document';
                request.onload = () => { window.prerendered = text(request.response); };
                request.open('GET', location.pathname);
                request.send(); return null; })()";
            let _: Value = page.value(ask).await;
            page.until("window.prerendered").await;
            assert!(page.value::<usize>("window.prerendered.length").await > 20_000, "all of the story is there");
            page.until("text(document) === window.prerendered").await;
        })
        .await;
}
