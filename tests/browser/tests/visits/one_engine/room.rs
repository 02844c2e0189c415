//! The room that the line of code keeps for the cards.

use fact_cards_browser_tests::{Browser, Fault, Page, Visit, site_folder};
use serde_json::Value;

use crate::articles::{ROOT, article};

/// The line as the embed guide gives it, with the site's address in place of the one that it has.
fn line(site: &str) -> String {
    let guide =
        std::fs::read_to_string(site_folder(site).join("embed/index.html")).expect("the site has an embed guide");
    let code = guide.split_once("&lt;script type=&quot;module").and_then(|(_, rest)| rest.split_once("</code>"));
    let (code, _) = code.expect("the line is the first code");
    let code = format!("&lt;script type=&quot;module{code}");
    let code = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .into_iter()
        .fold(code, |code, (escaped, sign)| code.replace(escaped, sign));
    let (before, rest) = code.split_once(" src=\"").expect("a script has an address");
    let (address, _) = rest.split_once("fact-cards.js").expect("it is that of the loader");
    assert!(before.contains("async=\"\""), "{code}");
    code.replace(&format!("\"{address}"), "\"{site}/")
}

/// An article in a column of that width, with the line near its top.
fn in_column(width: u32) -> String {
    let paragraphs = "<p>What happened next, and what people said about that when they were asked.</p>".repeat(40);
    let style = format!("<style>body{{max-width:{width}px;margin:16px auto;padding:0 16px}}</style>");
    article(&style, &format!("{}{paragraphs}", line("seeds")))
}

/// How much of what was seen has moved without the reader, as browsers count it for Core Web Vitals.
const SHIFTS: &str =
    "(window.shifts = 0, new PerformanceObserver(list => { for (const { value, hadRecentInput } of list.getEntries())
    if (!hadRecentInput) shifts += value; }).observe({ type: 'layout-shift', buffered: true }), null)";

async fn until_painted(page: &Page) {
    let ask =
        "(window.painted = false, requestAnimationFrame(() => requestAnimationFrame(() => { painted = true; })), null)";
    let _: Value = page.value(ask).await;
    page.until("painted").await;
}

/// How high the element is, and how much room was kept for it, in CSS pixels.
const HEIGHTS: &str =
    "(element => [element.getBoundingClientRect().height, kept])(document.querySelector('fact-cards'))";

#[tokio::test]
async fn nothing_moves_when_the_cards_of_the_line_come() {
    for (width, column) in [(320, 320), (390, 390), (768, 640), (768, 768), (1280, 680), (1280, 1200)] {
        Visit::embedding("seeds", &in_column(column))
            .only_in(Browser::Chromium, "only Chromium tells of shifts")
            .at_width(width)
            .with_fault(Fault::Held("snippet/en.html"))
            .and(async |page| {
                page.go("").await;
                let _: Value = page.value(SHIFTS).await;
                let _: Value = page
                    .value("(window.kept = document.querySelector('fact-cards').getBoundingClientRect().height, null)")
                    .await;
                until_painted(page).await;
                page.release();
                page.until(&format!("{ROOT}?.querySelector('[data-card]')")).await;
                until_painted(page).await;
                let shifts: f64 = page.value("shifts").await;
                assert!(shifts <= 0.05, "{shifts} at {width} px in a column of {column}");
                let (needed, kept): (f64, f64) = page.value(HEIGHTS).await;
                // A wide column needs less, a phone from long ago more.
                let differs = if (340..=740).contains(&column) { 0.25 } else { 0.5 };
                assert!((kept / needed - 1.0).abs() < differs, "{kept} px for {needed} in a column of {column}");
                assert_eq!(
                    page.value::<String>("document.querySelector('fact-cards').style.minHeight").await,
                    "",
                    "the room is given back"
                );
            })
            .await;
    }
}

#[tokio::test]
async fn no_empty_room_stays_where_the_cards_cannot_come() {
    Visit::embedding("seeds", &in_column(680))
        .with_fault(Fault::Missing("snippet/en.html"))
        .and(async |page| {
            page.go("").await;
            page.until("document.querySelector('fact-cards').getBoundingClientRect().height < 100").await;
            page.until_text("fact-cards a", "Morocco and INTERPOL: who, what and where").await;
        })
        .await;
}
