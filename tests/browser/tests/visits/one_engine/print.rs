//! What comes out of a printer.

use fact_cards_browser_tests::{Browser, Visit};
use serde_json::{Value, json};

use crate::paper::{SEEN, Seen, expect_all_facts};

#[tokio::test]
async fn a_printer_gets_the_sheet_for_paper() {
    Visit::to("seeds")
        .only_in(Browser::Chromium, "only Chromium can be told to show what it prints")
        .and(async |page| {
            page.open("").await;
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
            page.until("matchMedia('print').matches").await;
            expect_all_facts(page).await;
            let file: Value = page.devtools("Page.printToPDF", json!({})).await;
            let size = file["data"].as_str().map_or(0, str::len);
            assert!(size > 50_000, "a file of {size} letters");
            for view in ["timeline", "map", "figures", "sources"] {
                page.open(&format!("?{view}#view={view}")).await;
                let height =
                    format!("document.querySelector('[data-view={view}]').getBoundingClientRect().height > 200");
                page.until(&height).await;
                let (_, _, _, screen): Seen = page.value(SEEN).await;
                assert_eq!(screen, Vec::<String>::new(), "{view}");
            }
        })
        .await;
}
