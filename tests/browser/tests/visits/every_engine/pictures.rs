//! Pictures on cards: over what is drawn, once they are there, and never in the way where they are not.

use fact_cards_browser_tests::{Browser, Fault, Page, Visit};

use crate::{
    articles::{ROOT, activate, arrive, article, snippet},
    kept::visit_once,
};

/// Whether each picture of a face that can be seen has come.
const SHOWN: &str = "((root, count) => {
    const faces = [...root.querySelectorAll('.face > img')].filter(face => face.checkVisibility());
    return faces.length === count && faces.every(face => face.complete && face.naturalWidth >= 64); })";

async fn until_faces(page: &Page, root: &str, count: usize) {
    // What is below the fold is fetched when it comes near.
    page.until(&format!("{root}.querySelector('.face > img')")).await;
    let near = format!("({root}.querySelectorAll('.face > img').forEach(face => face.loading = 'eager'), null)");
    let _: serde_json::Value = page.value(&near).await;
    page.until(&format!("{SHOWN}({root}, {count})")).await;
}

/// Where each card is, and how large.
fn boxes(root: &str) -> String {
    format!(
        "[...{root}.querySelectorAll('.card, .face')].map(card => card.getBoundingClientRect())
            .flatMap(({{ left, top, width, height }}) => [left, top, width, height])"
    )
}

#[tokio::test]
async fn faces_and_the_opened_cards_picture_are_shown_with_who_made_it() {
    Visit::to("harbour")
        .and(async |page| {
            // A picture that is on its way when the worker takes over may fail in WebKit.
            visit_once(page).await;
            until_faces(page, "document", 6).await;
            page.open("").await;
            page.open_card("[data-card=lena-dorrit]").await;
            let picture = "document.querySelector('[data-card=lena-dorrit] .picture img')";
            page.until(&format!(
                "{picture}?.complete && {picture}.naturalWidth > 0 && {picture}.currentSrc.includes('-480.jpg')"
            ))
            .await;
            assert_eq!(
                page.value::<String>(&format!("{picture}.alt")).await,
                "A pilot with a dark cap before a brick wall."
            );
            page.until_text("[data-card=lena-dorrit] figcaption", "Photograph: Iva Torrel · CC BY 4.0").await;
            // It is 480 pixels wide and 640 high, and stored on its side.
            let proportions = format!("{picture}.naturalWidth / {picture}.naturalHeight");
            assert!((page.value::<f64>(&proportions).await - 0.75).abs() < 0.02);
            page.open("#view=sources").await;
            page.until("document.querySelector('.article .picture img')?.naturalWidth > 0").await;
        })
        .await;
}

#[tokio::test]
async fn where_no_picture_comes_the_drawn_face_is_all_there_is() {
    for fault in [Fault::Missing(".jpg"), Fault::Refused(".jpg"), Fault::Changed(".jpg", |_| b"no picture".to_vec())] {
        Visit::to("harbour")
            .with_fault(fault)
            .and(async |page| {
                page.go("").await;
                let failed = "[...document.querySelectorAll('.face > img')].some(face => face.complete && face.naturalWidth === 0)";
                page.until(failed).await;
                let letters = "document.querySelector('[data-card=lena-dorrit] .face').textContent";
                assert_eq!(page.value::<String>(letters).await, "LD");
                // Nothing is painted over it, not even a sign that something is missing.
                let hidden = "[...document.querySelectorAll('.face > img')].every(face => face.hidden || !face.complete)";
                page.until(hidden).await;
                page.open("#card=lena-dorrit").await;
                page.until(hidden).await;
                assert_eq!(page.value::<String>(letters).await, "LD");
            })
            .await;
    }
}

#[tokio::test]
async fn a_face_that_failed_at_first_is_shown_once_it_comes() {
    Visit::to("harbour")
        .with_fault(Fault::Missing(".jpg"))
        .with_fault(Fault::Held("engine*.wasm"))
        .and(async |page| {
            page.go("").await;
            page.until("[...document.querySelectorAll('.face > img')].some(face => face.hidden)").await;
            page.mend();
            // The engine tries them again.
            until_faces(page, "document", 6).await;
        })
        .await;
}

#[tokio::test]
async fn nothing_moves_while_pictures_are_on_their_way() {
    const WAITS: &str =
        "WebKit's driver waits for pictures that begin before the page has loaded, even if they are held";
    // A browser asks one server for six files at once: faces that are held would keep the engine from coming.
    let faces = Visit::to("harbour").where_data_is_saved().with_fault(Fault::Held(".jpg"));
    let large = Visit::to("harbour").with_fault(Fault::Held("-480.jpg")).with_fault(Fault::Held("-960.jpg"));
    for (visit, address, picture) in [(faces, "", ".face > img"), (large, "#card=breakwater", ".picture img")] {
        let picture = format!("document.querySelector('[data-card=breakwater] {picture}')");
        visit
            .not_in(Browser::WebKit, WAITS)
            .and(async |page| {
                if address.is_empty() {
                    page.go(address).await;
                } else {
                    page.open(address).await;
                }
                page.until(&picture).await;
                let _: serde_json::Value =
                    page.value(&format!("({picture}.scrollIntoView({{ block: 'center' }}), null)")).await;
                let before: Vec<f64> = page.value(&boxes("document")).await;
                assert!(page.value::<bool>(&format!("{picture}.naturalWidth === 0")).await, "it is on its way");
                page.release();
                page.until(&format!("{picture}.naturalWidth > 0")).await;
                let after: Vec<f64> = page.value(&boxes("document")).await;
                // Firefox reckons with sixtieths of a pixel, and with others once a picture is there.
                let has_moved = before.iter().zip(&after).any(|(before, after)| (before - after).abs() > 0.1);
                assert!(before.len() == after.len() && !has_moved, "{before:?} {after:?}");
            })
            .await;
    }
}

#[tokio::test]
async fn an_article_that_allows_no_pictures_keeps_the_drawn_faces() {
    let policy =
        "default-src 'none'; script-src {site} 'wasm-unsafe-eval'; connect-src {site}; style-src 'unsafe-inline'";
    for (policy, is_allowed) in [(policy.to_owned(), false), (format!("{policy}; img-src {{site}}"), true)] {
        let visit = Visit::embedding("harbour", &article("", &pasted())).policy(&policy).where_something_fails();
        visit
            .and(async |page| {
                arrive(page).await;
                if is_allowed {
                    until_faces(page, ROOT, 4).await;
                } else {
                    page.until(&format!("{ROOT}.querySelector('.face > img').complete")).await;
                }
                activate(page).await;
                let face = format!("{ROOT}.querySelector('[data-card=lena-dorrit] .face')");
                page.until(&format!("({face}.querySelector('img').naturalWidth > 0) === {is_allowed}")).await;
                assert_eq!(page.value::<String>(&format!("{face}.textContent")).await, "LD");
            })
            .await;
    }
}

/// The snippet, in which every address leads to the site.
fn pasted() -> String {
    snippet("harbour").replace(", ../assets", ", {site}/assets")
}

#[tokio::test]
async fn a_standalone_file_shows_its_pictures_from_disk() {
    Visit::on_disk("harbour")
        .and(async |page| {
            page.open("standalone/ar.html").await;
            until_faces(page, "document", 6).await;
            page.open_card("[data-card=lena-dorrit]").await;
            page.until("document.querySelector('[data-card=lena-dorrit] .picture img')?.naturalWidth === 480").await;
        })
        .await;
}

#[tokio::test]
async fn faces_and_pictures_that_were_seen_are_there_without_the_server() {
    Visit::to("harbour")
        .where_something_fails()
        .and(async |page| {
            visit_once(page).await;
            page.open("#card=lena-dorrit").await;
            let picture = "document.querySelector('[data-card=lena-dorrit] .picture img')?.naturalWidth > 0";
            page.until(picture).await;
            until_faces(page, "document", 6).await;
            page.until("(async () => (await caches.match(document.querySelector('[data-card=lena-dorrit] .picture img').currentSrc)) !== undefined)()").await;
            // Through the worker, each of them.
            page.expect_no_errors().await;
            page.stop_server();
            page.open("fr/").await;
            page.until("document.querySelectorAll('.face > img').length > 5 && [...document.querySelectorAll('.face > img')]
                .filter(face => face.getBoundingClientRect().top < innerHeight).every(face => face.naturalWidth > 0)").await;
            page.open_card("[data-card=lena-dorrit]").await;
            page.until(picture).await;
        })
        .await;
}
