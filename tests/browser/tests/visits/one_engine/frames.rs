//! A frame in pages that are not ours: systems that make it of an address, themes that limit it, newsrooms that ask what readers
//! do in it.

use fact_cards_browser_tests::{Browser, Fault, Page, Visit};
use serde_json::Value;

use crate::{
    articles::article,
    embed::{frame, until_as_high_as_its_page},
};

/// What WordPress makes for an author who may write no HTML of what `oembed.json` says.
const WORDPRESS: &str = "<style>body { max-width: 650px }</style>
    <blockquote class=\"wp-embedded-content\" data-secret=\"a1\"><a href=\"{site}/\">The facts</a></blockquote>
    <p><iframe class=\"wp-embedded-content\" sandbox=\"allow-scripts\" security=\"restricted\" style=\"position: absolute; clip: rect(1px, 1px, 1px, 1px);\"
    title=\"The facts\" src=\"{site}/embed/en.html#?secret=a1\" data-secret=\"a1\" width=\"100%\" height=\"640\" frameborder=\"0\" scrolling=\"auto\"></iframe></p>";

/// What its own script does with the messages of such a frame, and where Debian's package of it is installed that script itself.
fn script_of_wordpress() -> String {
    const PLAYED: &str = "addEventListener('message', ({ data, source }) => {
        const frame = document.querySelector(`iframe[data-secret=\"${data.secret}\"]`);
        if (!data.secret || frame?.contentWindow !== source) return;
        document.querySelector('blockquote').style.display = 'none';
        frame.removeAttribute('style');
        if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
        if (data.message === 'link' && new URL(data.value).host === new URL(frame.src).host && document.activeElement === frame) top.location.href = data.value;
    });";
    std::fs::read_to_string("/usr/share/wordpress/wp-includes/js/wp-embed.js").unwrap_or_else(|_| PLAYED.to_owned())
}

const IS_SHOWN: &str =
    "document.querySelector('iframe').height !== '640' && !document.querySelector('blockquote').checkVisibility()";

/// What of the page in the frame is out of the frame, in pixels, and how many cards show.
const FITS: &str = "document.documentElement.scrollHeight - innerHeight <= 0
    && [...document.querySelectorAll('[data-card]')].filter(card => card.checkVisibility()).length";

#[tokio::test]
async fn in_wordpress_the_frame_of_an_author_has_as_many_cards_as_it_has_room_for() {
    for width in [1280, 360] {
        Visit::embedding("seeds", &article("", &format!("{WORDPRESS}<script src=\"wp-embed.js\"></script>")))
            .host_file("wp-embed.js", "text/javascript", &script_of_wordpress())
            .at_width(width)
            .and(async |page| {
                page.go("").await;
                page.until(IS_SHOWN).await;
                page.enter_frame("iframe").await;
                page.until("customElements.get('fact-cards')").await;
                page.until(&format!("(count => count >= 1 && count < 6)({FITS})")).await;
                // What a reader asks for is there, and the frame scrolls.
                page.click(".show-all > summary").await;
                page.until("document.documentElement.scrollHeight > innerHeight").await;
                page.leave_frames().await;
                page.until("document.querySelector('iframe').height === '1000'").await;
            })
            .await;
    }
}

#[tokio::test]
async fn in_wordpress_a_link_to_the_site_leads_the_page_there() {
    Visit::embedding("seeds", &article("", &format!("{WORDPRESS}<script src=\"wp-embed.js\"></script>")))
        .host_file("wp-embed.js", "text/javascript", &script_of_wordpress())
        .and(async |page| {
            page.go("").await;
            page.until(IS_SHOWN).await;
            page.enter_frame("iframe").await;
            page.until("customElements.get('fact-cards')").await;
            let add = "(document.querySelector('.title').append(Object.assign(document.createElement('a'), { href: '../index.html', id: 'home', textContent: 'The story' })), null)";
            let _: Value = page.value(add).await;
            page.click("#home").await;
            page.leave_frames().await;
            page.until("location.pathname === '/index.html' && document.querySelector('.fact-cards-page')").await;
        })
        .await;
}

#[tokio::test]
async fn a_page_hears_the_height_in_the_words_of_other_systems() {
    let listen = "<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>";
    Visit::embedding("seeds", &article("", &format!("{listen}{}", frame("en.html"))))
        .and(async |page| {
            page.go("").await;
            let height = until_as_high_as_its_page(page).await;
            page.until(&format!("heard.some(data => data.sentinel === 'amp' && data.type === 'embed-size' && data.height === {height})")).await;
            page.until(&format!(
                "heard.filter(data => typeof data === 'string').map(JSON.parse).some(data => data.context === 'iframe.resize' && data.height === {height} && data.src.endsWith('/embed/en.html'))"
            ))
            .await;
            let others = "heard.filter(data => data.secret || data['fact-cards']?.event).length";
            assert_eq!(page.value::<usize>(others).await, 0, "nobody has asked for more");
        })
        .await;
}

#[tokio::test]
async fn a_theme_that_limits_frames_does_not_cut_the_cards() {
    let theme = "<style>iframe { max-height: 300px; height: auto !important }</style>";
    Visit::embedding("seeds", &article("", &format!("{theme}{}", frame("en.html"))))
        .and(async |page| {
            page.go("").await;
            assert!(until_as_high_as_its_page(page).await > 500);
        })
        .await;
}

#[tokio::test]
async fn a_link_before_the_frame_leaves_when_the_cards_have_come() {
    let link = "<blockquote data-fact-cards><a href=\"{site}/\">The facts</a></blockquote>";
    Visit::embedding("seeds", &article("", &format!("{link}{}", frame("en.html"))))
        .and(async |page| {
            page.go("").await;
            until_as_high_as_its_page(page).await;
            assert!(!page.value::<bool>("document.querySelector('blockquote').checkVisibility()").await);
        })
        .await;
    Visit::embedding("seeds", &article("", &format!("{link}{}", frame("en.html"))))
        .with_fault(Fault::Missing("embed/en.html"))
        .and(async |page| {
            page.go("").await;
            assert!(page.value::<bool>("document.querySelector('blockquote').checkVisibility()").await);
        })
        .await;
}

/// Whether what matches in the frame stands in the part of it that the article shows.
async fn stands_in_sight(page: &Page, selector: &str) -> bool {
    let [above, below]: [f64; 2] = page
        .value("(({ top, bottom }) => [Math.max(0, -top), Math.min(innerHeight, bottom) - top])(document.querySelector('iframe').getBoundingClientRect())")
        .await;
    page.enter_frame("iframe").await;
    let stands: [f64; 2] = page
        .value(&format!(
            "(({{ top, bottom }}) => [top, bottom])(document.querySelector('{selector}').getBoundingClientRect())"
        ))
        .await;
    page.leave_frames().await;
    stands[0] >= above - 1.0 && stands[1] <= below + 1.0
}

#[tokio::test]
async fn the_filters_open_in_the_part_of_the_frame_that_is_seen() {
    // The second article has no script, so the frame finds it out by itself.
    let without = frame("en.html?show=0").split("<script").next().unwrap().replace("640", "3000");
    for (width, code) in [(1280, frame("en.html?show=0")), (360, frame("en.html?show=0")), (360, without)] {
        Visit::embedding("seeds", &article("", &format!("<div style=\"height:300px\"></div>{code}")))
            .not_in(Browser::Firefox, "its driver scrolls the frame before it clicks")
            .at_width(width)
            .and(async |page| {
                page.go("").await;
                page.until("document.querySelector('iframe').clientHeight > 1000").await;
                page.enter_frame("iframe").await;
                page.until("customElements.get('fact-cards')").await;
                page.click(".filters-button").await;
                page.until("document.querySelector('.filters:popover-open .facets')").await;
                page.leave_frames().await;
                assert!(stands_in_sight(page, ".filters").await, "at {width} px");
            })
            .await;
    }
}

#[tokio::test]
async fn the_controls_of_a_wide_frame_stay_in_sight_while_the_article_scrolls() {
    let wide = "<style>html { scroll-padding-top: 50px }</style>";
    Visit::embedding("seeds", &article("", &format!("{wide}{}", frame("en.html?show=0"))))
        .and(async |page| {
            page.go("").await;
            page.until("document.querySelector('iframe').clientHeight > 1000").await;
            let _: Value =
                page.value("(document.querySelector('iframe').scrollIntoView(), scrollBy(0, 400), null)").await;
            let covered: f64 = page.value("50 - document.querySelector('iframe').getBoundingClientRect().top").await;
            assert!(covered > 300.0, "the article has scrolled: {covered}");
            page.enter_frame("iframe").await;
            page.until(&format!(
                "Math.abs(document.querySelector('.controls').getBoundingClientRect().top - {covered}) < 2"
            ))
            .await;
            page.leave_frames().await;
        })
        .await;
}

const LISTEN: &str = "<script>window.heard = [];
    for (const name of ['ready', 'visible', 'open', 'search', 'share', 'change']) document.addEventListener(`fact-cards-${name}`, ({ target, detail }) => heard.push([target.localName, name, detail]));
    </script>";

#[tokio::test]
async fn a_page_that_asks_hears_what_readers_do_in_a_frame_and_no_other_page_does() {
    for (rights, query, asks) in [("", "", true), (" sandbox=\"allow-scripts\"", "?search-text", true), ("", "", false)]
    {
        let code = frame(&format!("en.html{query}")).replace("<iframe", &format!("<iframe{rights}"));
        let code = if asks { code.replace("data-fact-cards ", "data-fact-cards=\"events\" ") } else { code };
        Visit::embedding("seeds", &article("", &format!("{LISTEN}{code}")))
            .not_in(Browser::WebKit, "its driver types into no frame of another origin")
            .and(async |page| {
                page.go("").await;
                until_as_high_as_its_page(page).await;
                page.enter_frame("iframe").await;
                page.type_into("input[type=search]", "ifrane").await;
                page.until("document.querySelector('[data-card=ifrane] mark')").await;
                page.leave_frames().await;
                if asks {
                    page.until("heard.some(([, name]) => name === 'search')").await;
                    let heard: Vec<Value> = page.value("heard.filter(([, name]) => name === 'search')").await;
                    assert_eq!(heard.len(), 1, "one search, not one for each letter: {heard:?}");
                    assert_eq!((&heard[0][0], &heard[0][2]["length"]), (&"iframe".into(), &6.into()));
                    assert!(heard[0][2]["cards"].as_u64().is_some_and(|cards| cards >= 1));
                    let text = if query.is_empty() { Value::Null } else { "ifrane".into() };
                    assert_eq!(heard[0][2]["text"], text);
                    let told: bool = page.value("JSON.stringify(heard).includes('ifrane')").await;
                    assert_eq!(told, !query.is_empty(), "what was typed is told where the frame's address asks for it");
                    page.until("['ready', 'visible'].every(name => heard.some(entry => entry[1] === name))").await;
                }
                assert_eq!(
                    page.value::<usize>("heard.filter(([, name]) => name === 'visible').length").await,
                    usize::from(asks)
                );
            })
            .await;
    }
}

#[tokio::test]
async fn what_happened_before_a_page_asks_is_told_then_and_not_before() {
    let listen = "<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data['fact-cards']?.event));</script>";
    let ask = |what: &str| format!("(document.querySelector('iframe').contentWindow.postMessage('{what}', '*'), null)");
    Visit::embedding("seeds", &article("", &format!("{listen}{}", frame("en.html"))))
        .and(async |page| {
            page.go("").await;
            until_as_high_as_its_page(page).await;
            page.enter_frame("iframe").await;
            page.click("label[for=kind-venue]").await;
            page.until("document.querySelector('[data-ready]')").await;
            page.until_card_count(4).await;
            page.leave_frames().await;
            // What is asked for comes after what came by itself.
            let _: Value = page.value("(heard.length = 0, null)").await;
            let _: Value = page.value(&ask("fact-cards-height")).await;
            page.until("heard.length").await;
            assert_eq!(page.value::<usize>("heard.filter(Boolean).length").await, 0);
            let _: Value = page.value(&ask("fact-cards-events")).await;
            page.until("['fact-cards-visible', 'fact-cards-ready'].every(name => heard.includes(name))").await;
        })
        .await;
}
