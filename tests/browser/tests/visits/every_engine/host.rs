//! The site in pages of another origin, and what the visits themselves rely on there.

use fact_cards_browser_tests::{Browser, Visit, bootstrap};

const FRAME: &str = r#"<!doctype html><html lang="en"><head><title>News</title><link rel="stylesheet" href="style.css"></head>
<body><h1>News</h1><iframe src="{site}/" title="Facts" width="800" height="600"></iframe></body></html>"#;

const SHADOW: &str = r#"<!doctype html><html lang="en"><head><title>News</title></head><body>
<div id="outer"></div><script src="script.js"></script></body></html>"#;

const SHADOW_SCRIPT: &str = "
    const outer = document.querySelector('#outer').attachShadow({ mode: 'open' });
    const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const button = inner.appendChild(document.createElement('button'));
    const field = inner.appendChild(document.createElement('input'));
    button.textContent = 'press';
    for (const kind of ['click', 'pointerover']) {
        button.addEventListener(kind, event => { button.dataset[kind] = event.pointerType || 'none'; });
    }";

const BUTTON: &str =
    "document.querySelector('#outer').shadowRoot.querySelector('div').shadowRoot.querySelector('button')";

#[tokio::test]
async fn the_site_works_in_a_frame_of_another_origin() {
    Visit::embedding("seeds", FRAME)
        .host_file("style.css", "text/css", &bootstrap())
        .policy("default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; frame-src {site}")
        .and(async |page| {
            page.go("").await;
            assert_ne!(page.value::<String>("location.origin").await, page.site());
            page.enter_frame("iframe").await;
            page.until("customElements.get('fact-cards')").await;
            // WebKit's driver cannot type in a frame of another origin.
            page.click("label[for=kind-venue]").await;
            page.until_card_count(4).await;
            page.leave_frames().await;
            assert_eq!(page.text("h1").await, "News");
            assert!(page.requests().iter().any(|path| path.contains(".wasm")), "{:?}", page.requests());
        })
        .await;
}

#[tokio::test]
async fn a_visit_can_read_click_and_type_inside_shadow_roots() {
    Visit::embedding("seeds", SHADOW)
        .host_file("script.js", "text/javascript", SHADOW_SCRIPT)
        .and(async |page| {
            page.go("").await;
            assert_eq!(page.text("#outer >>> div >>> button").await, "press");
            page.hover("#outer >>> div >>> button").await;
            page.until(&format!("{BUTTON}.dataset.pointerover === 'mouse'")).await;
            page.click("#outer >>> div >>> button").await;
            page.until(&format!("{BUTTON}.dataset.click")).await;
            page.type_into("#outer >>> div >>> input", "typed").await;
            page.until(&format!("{BUTTON}.nextSibling.value === 'typed'")).await;
        })
        .await;
}

#[tokio::test]
async fn a_tap_is_a_touch_to_the_page() {
    Visit::embedding("seeds", SHADOW)
        .host_file("script.js", "text/javascript", SHADOW_SCRIPT)
        .not_in(Browser::WebKit, "WebKitGTK's driver knows no finger and takes the mouse")
        .and(async |page| {
            page.go("").await;
            page.tap("#outer >>> div >>> button").await;
            page.until(&format!("{BUTTON}.dataset.click === 'touch'")).await;
        })
        .await;
}

#[tokio::test]
async fn errors_in_a_page_are_noticed_in_every_browser() {
    let page = SHADOW.replace("</body>", "<img src=\"https://elsewhere.invalid/x.png\" alt=\"\"></body>");
    let script = "console.error('told'); Promise.reject(new Error('rejected')); throw new Error('thrown');";
    Visit::embedding("seeds", &page)
        .host_file("script.js", "text/javascript", script)
        .policy("default-src 'none'; script-src 'self'")
        .where_something_fails()
        .and(async |page| {
            page.go("").await;
            page.until_errors_include(&["told", "rejected", "thrown", "img-src", "elsewhere.invalid"]).await;
        })
        .await;
}
