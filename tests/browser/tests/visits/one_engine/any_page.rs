//! Whatever else is on an article's page: routers, other libraries, dialogs, translators, XHTML, paper.

use fact_cards_browser_tests::{Browser, Key, Page, Visit, module};
use serde_json::{Value, json};

use crate::{
    articles::{LINE, ROOT, activate, arrive, article, listen, snippet, until_card_count, with_snippet},
    embed::frame,
};

/// The snippet, following the address.
fn following() -> String {
    snippet("seeds").replacen("<fact-cards ", "<fact-cards sync-url=\"\" ", 1)
}

/// An article with that script and another page that it leads to.
fn routed(script: &str, start: &str) -> Visit {
    let head = "<script src=\"router.js\"></script><script src=\"start.js\" defer></script>";
    let page = |title: &str, middle: &str| {
        article(head, &format!("<main id=\"swup\">{middle}</main>"))
            .replace("<title>An article</title>", &format!("<title>{title}</title>"))
    };
    Visit::embedding("seeds", &page("The story", &format!("<a id=\"on\" href=\"other.html\">On</a>{}", following())))
        .host_file("other.html", "text/html; charset=utf-8", &page("Another", "<p>Another page.</p>"))
        .host_file("router.js", "text/javascript", script)
        .host_file("start.js", "text/javascript", start)
}

/// Chooses a kind, goes on to the other page, and back.
async fn go_on_and_back(page: &Page) {
    arrive(page).await;
    page.click("fact-cards >>> label[for=kind-venue]").await;
    until_card_count(page, 4).await;
    page.until("location.hash === '#kind=venue'").await;
    page.click("#on").await;
    page.until("document.title === 'Another'").await;
    page.back().await;
    page.until("document.title === 'The story' && location.hash === '#kind=venue'").await;
    until_card_count(page, 4).await;
    page.back().await;
    page.until("document.title === 'The story' && location.hash === ''").await;
    until_card_count(page, 22).await;
}

#[tokio::test]
async fn with_turbo_back_leads_to_the_view_that_was_left_and_its_copy_has_its_cards_at_once() {
    let heights = "addEventListener('turbo:render', () => { const cards = document.querySelector('fact-cards'); if (cards) window.height = cards.getBoundingClientRect().height; })";
    routed(&module("@hotwired/turbo/dist/turbo.es2017-umd.js"), heights)
        .and(async |page| {
            go_on_and_back(page).await;
            assert!(
                page.value::<f64>("height").await > 500.0,
                "what is kept of a page is not empty until the engine comes"
            );
        })
        .await;
}

#[tokio::test]
async fn with_swup_back_leads_to_the_view_that_was_left() {
    routed(&module("swup/dist/Swup.umd.js"), "window.swup = new Swup({ animationSelector: false });")
        .and(go_on_and_back)
        .await;
}

#[tokio::test]
async fn with_vue_router_back_leads_to_the_view_that_was_left() {
    let vue =
        [module("vue/dist/vue.runtime.global.prod.js"), module("vue-router/dist/vue-router.global.prod.js")].concat();
    let start = "
        const text = (text) => ({ render: () => Vue.h('p', text) });
        const routes = [{ path: '/', component: text('The story') }, { path: '/other', component: text('Another') }];
        window.router = VueRouter.createRouter({ history: VueRouter.createWebHistory(), routes });
        router.afterEach(({ path }) => { document.title = path === '/' ? 'The story' : 'Another'; });
        const app = Vue.createApp({ render: () => Vue.h(Vue.resolveComponent('RouterView')) }).use(router);
        router.isReady().then(() => app.mount(document.body.appendChild(document.createElement('div'))));
        document.querySelector('#on').onclick = (event) => { event.preventDefault(); router.push('/other'); };";
    routed(&vue, start)
        .and(async |page| {
            page.go("").await;
            page.until("window.router?.currentRoute.value.matched.length").await;
            listen(page).await;
            let position: usize = page.value("history.state.position").await;
            page.click("fact-cards >>> label[for=kind-venue]").await;
            page.until("location.hash === '#kind=venue'").await;
            let entry = "[history.state.position, history.state.current, history.state['fact-cards']]";
            assert_eq!(
                page.value::<Value>(entry).await,
                json!([position, "/", "choice"]),
                "what the router keeps is there"
            );
            page.click("#on").await;
            page.until("document.title === 'Another'").await;
            page.back().await;
            page.until("document.title === 'The story' && router.currentRoute.value.path === '/'").await;
        })
        .await;
}

#[tokio::test]
async fn a_fragment_that_is_a_route_stays_and_the_page_is_told_once() {
    Visit::embedding("seeds", &article("", &following()))
        .where_something_fails()
        .and(async |page| {
            page.go("#/news/42?kind=member").await;
            page.until(&format!("{ROOT}?.querySelector('[data-card]')")).await;
            listen(page).await;
            for (kind, count) in [("venue", 4), ("member", 12)] {
                page.click(&format!("fact-cards >>> label[for=kind-{kind}]")).await;
                until_card_count(page, count).await;
            }
            page.until("heard.filter(([event]) => event === 'change').length === 1").await;
            assert_eq!(page.value::<String>("location.hash").await, "#/news/42?kind=member");
            let told: Vec<String> =
                page.value("heard.filter(([event]) => event === 'error').map(([, why]) => why)").await;
            assert_eq!(told, ["sync-url leaves the address alone: its fragment is a route of the page's own"]);
        })
        .await;
}

#[tokio::test]
async fn the_engine_works_where_a_library_has_its_own_window_and_document() {
    // As MooTools does.
    let library = "<script>for (const name of ['Window', 'Document']) window[name] = window[name.toLowerCase()].$constructor = function () {};</script>";
    Visit::embedding("seeds", &article(library, &snippet("seeds")))
        .and(async |page| {
            arrive(page).await;
            activate(page).await;
            page.click("fact-cards >>> label[for=kind-venue]").await;
            until_card_count(page, 4).await;
        })
        .await;
}

#[tokio::test]
async fn escape_closes_an_opened_card_and_not_the_dialog_around_it() {
    let cards = snippet("seeds").replacen("<fact-cards ", "<fact-cards view=\"timeline\" ", 1);
    let page = article(
        "",
        &format!(
            "<dialog id=\"dialog\">{cards}</dialog><script>document.querySelector('#dialog').showModal()</script>"
        ),
    );
    Visit::embedding("seeds", &page)
        .and(async |page| {
            page.go("").await;
            page.until(&format!("{ROOT}?.querySelector('.moments a')")).await;
            page.click("fact-cards >>> .moments a").await;
            page.until(&format!("{ROOT}.querySelector('.opened :focus')")).await;
            page.press(Key::Escape).await;
            page.until(&format!("!{ROOT}.querySelector('.opened')")).await;
            assert!(page.value::<bool>("document.querySelector('#dialog').open").await, "the dialog stays");
        })
        .await;
}

#[tokio::test]
async fn shortcuts_of_the_page_take_no_letter_of_a_search() {
    let shortcuts = "<script>addEventListener('keydown', event => { if (!/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) event.preventDefault(); })</script>";
    Visit::embedding("seeds", &article(shortcuts, &snippet("seeds")))
        .and(async |page| {
            arrive(page).await;
            activate(page).await;
            page.type_into("fact-cards >>> input[type=search]", "neptune").await;
            page.until(&format!(
                "{ROOT}.querySelector('input[type=search]').value === 'neptune' && {ROOT}.querySelector('mark')"
            ))
            .await;
        })
        .await;
}

/// Does with each text in the cards what the translator of Chrome does.
const TRANSLATE: &str = "(root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentNode.closest('style, font')) texts.push(walker.currentNode);
    for (const text of texts) {
        const font = document.createElement('font');
        font.append(Object.assign(document.createElement('font'), { textContent: `«${text.data}»` }));
        text.replaceWith(font);
    }
    return null;
})";

#[tokio::test]
async fn a_page_that_is_translated_after_the_engine_has_come_stays_right() {
    with_snippet()
        .and(async |page| {
            arrive(page).await;
            activate(page).await;
            let _: Value = page.value(&format!("{TRANSLATE}({ROOT}.querySelector('.fact-cards-mount'))")).await;
            page.until(&format!("{ROOT}.querySelector('.title').textContent.startsWith('«')")).await;
            page.click("fact-cards >>> label[for=kind-venue]").await;
            until_card_count(page, 4).await;
            page.until(&format!("{ROOT}.querySelector('.status').textContent.startsWith('4 cards, ')")).await;
            let names = format!(
                "[...{ROOT}.querySelectorAll('.card .name')].filter(name => name.checkVisibility()).map(name => name.textContent.replace(/[«»]/g, ''))"
            );
            let venues: Vec<String> = page.value(&names).await;
            assert_eq!(venues.len(), 4, "{venues:?}");
            page.click("fact-cards >>> label[for=kind-all]").await;
            until_card_count(page, 22).await;
            let all: Vec<String> = page.value(&names.replace(".filter(name => name.checkVisibility())", "")).await;
            assert!(venues.iter().all(|name| all.contains(name)), "no name is doubled: {venues:?} in {all:?}");
            assert!(
                page.value::<bool>(&format!("{ROOT}.querySelector('.title').textContent.startsWith('«')")).await,
                "what did not change stays translated"
            );
        })
        .await;
}

#[tokio::test]
async fn the_engine_hydrates_headings_at_the_level_that_the_element_requests() {
    let cards = snippet("seeds").replacen("<fact-cards ", "<fact-cards heading-level=\"4\" ", 1);
    Visit::embedding("seeds", &article("", &cards))
        .and(async |page| {
            arrive(page).await;
            page.until(&format!(
                "{ROOT}.querySelector('h4.title') && {ROOT}.querySelector('h5.name') && !{ROOT}.querySelector('h3')"
            ))
            .await;
            let _: Value = page.value(&format!("(window.kept = {ROOT}.querySelector('h4.title'), null)")).await;
            activate(page).await;
            assert!(page.value::<bool>("kept.isConnected").await, "it is the same heading, not one made anew");
            page.click("fact-cards >>> label[for=kind-venue]").await;
            until_card_count(page, 4).await;
        })
        .await;
}

#[tokio::test]
async fn a_copy_of_the_page_has_the_cards() {
    for code in [LINE.to_owned(), snippet("seeds")] {
        Visit::embedding("seeds", &article("", &code))
            .policy("script-src {site} 'wasm-unsafe-eval' 'unsafe-eval'; connect-src {site}; style-src 'none'")
            .where_something_fails()
            .and(async |page| {
                arrive(page).await;
                let heights: Vec<f64> = page
                    .value("(element => { const copy = element.cloneNode(true); const { height } = element.getBoundingClientRect(); element.replaceWith(copy); return [height, copy.getBoundingClientRect().height]; })(document.querySelector('fact-cards'))")
                    .await;
                assert!((heights[0] - heights[1]).abs() < 2.0 && heights[1] > 500.0, "{heights:?}");
            })
            .await;
    }
}

#[tokio::test]
async fn the_codes_work_in_xhtml() {
    let guide = |part: &str| {
        let page = std::fs::read_to_string(fact_cards_browser_tests::site_folder("seeds").join("embed/index.html"))
            .expect("there is an embed guide");
        let section = page.split_once(&format!("id=\"{part}\"")).expect("it has that section").1;
        let code =
            section.split_once("<code>").and_then(|(_, code)| code.split_once("</code>")).expect("it has a code").0;
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .into_iter()
            .fold(code.to_owned(), |code, (escaped, sign)| code.replace(escaped, sign))
            .replace("\"../", "\"{site}/")
    };
    let page = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"en\" lang=\"en\"><head><title>An article</title></head><body>{}{}</body></html>",
        guide("line"),
        guide("frame")
    );
    Visit::embedding("seeds", "")
        .host_file("", "application/xhtml+xml; charset=utf-8", &page)
        .and(async |page| {
            arrive(page).await;
            page.click("fact-cards >>> label[for=kind-venue]").await;
            until_card_count(page, 4).await;
            page.until("heard.some(([event]) => event === 'ready')").await;
            let frame = "document.querySelector('iframe')";
            let _: Value = page.value(&format!("({frame}.scrollIntoView(), null)")).await;
            page.until(&format!("parseInt({frame}.style.height) > 640")).await;
        })
        .await;
}

#[tokio::test]
async fn a_column_is_as_wide_on_paper_as_the_article_makes_it() {
    let page =
        article("<style>aside{float:right;inline-size:300px}</style>", &format!("<aside>{}</aside>", snippet("seeds")));
    Visit::embedding("seeds", &page)
        .only_in(Browser::Chromium, "only Chromium can be told to show what it prints")
        .and(async |page| {
            arrive(page).await;
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
            page.until("matchMedia('print').matches").await;
            let widths = format!("[...{ROOT}.querySelectorAll('.card')].map(card => card.getBoundingClientRect().width / {ROOT}.querySelector('.cards').clientWidth)");
            page.until(&format!("{widths}.every(part => part > 0.9)")).await;
        })
        .await;
}

#[tokio::test]
async fn a_frame_is_as_light_or_dark_as_the_article() {
    for (scheme, reader, background) in [
        ("light", "dark", "light"),
        ("", "dark", "light"),
        ("dark", "light", "dark"),
        ("light dark", "dark", "dark"),
        ("light dark", "light", "light"),
    ] {
        let style =
            if scheme.is_empty() { String::new() } else { format!("<style>:root{{color-scheme:{scheme}}}</style>") };
        Visit::embedding("seeds", &article(&style, &frame("en.html")))
            .only_in(Browser::Chromium, "only Chromium can be told what the reader prefers")
            .and(async |page| {
                page.prefer(reader).await;
                page.go("").await;
                page.enter_frame("iframe").await;
                page.until(&format!("getComputedStyle(document.documentElement).colorScheme === '{background}'")).await;
                page.until(&format!(
                    "getComputedStyle(document.querySelector('.fact-cards')).colorScheme === '{background}'"
                ))
                .await;
                page.leave_frames().await;
            })
            .await;
    }
}
