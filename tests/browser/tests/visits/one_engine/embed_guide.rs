//! The embed guide: its previews and its code work, and follow the options.

use fact_cards_browser_tests::{Fault, Visit, site_folder};
use serde_json::{Value, json};

use crate::{
    articles::{ROOT, article},
    embed_guide::{LINE_ROOT, PAGE, arrive, arrive_with_frames, choose, code, enter, published},
};

/// A search that would break out of an attribute if it were not escaped.
const HOSTILE: &str = r#""><script>alert(1)</script> & 'x'"#;

#[tokio::test]
async fn the_storys_page_links_to_the_embed_guide() {
    Visit::to("seeds")
        .and(async |page| {
            page.go("").await;
            assert_eq!(page.text("footer").await, "Put these cards on your page");
            page.click("footer a").await;
            // A wait inside the page ends with the page, and here another one is loaded.
            page.until_reloaded_with("h1", "Put these cards on your page").await;
            assert_eq!(page.value::<String>("location.pathname").await, "/embed/");
            assert_eq!(page.text("header a").await, "Morocco and INTERPOL: who, what and where");
        })
        .await;
}

#[tokio::test]
async fn the_address_to_paste_is_shown_where_the_site_knows_it() {
    published()
        .and(async |page| {
            arrive(page).await;
            choose(page, "kind", "venue").await;
            assert_eq!(code(page, "address").await, "https://cards.example/news/");
            let told =
                "(link => fetch(link.href).then(answer => answer.json()).then(told => [link.pathname, told.type]))
                (document.querySelector('#address [data-file]'))";
            assert_eq!(page.value::<[String; 2]>(told).await, ["/oembed.json", "rich"]);
        })
        .await;
    Visit::to("seeds")
        .and(async |page| {
            arrive(page).await;
            assert!(page.text("#address p").await.ends_with("it was built without --base-url."));
        })
        .await;
}

#[tokio::test]
async fn the_script_makes_exactly_the_code_that_was_prerendered() {
    for site in ["published", "seeds"] {
        let visit = if site == "published" { published() } else { Visit::to(site) };
        visit
            .and(async |page| {
                arrive(page).await;
                let ask = "(() => { const request = new XMLHttpRequest();
                    request.responseType = 'document';
                    request.onload = () => { window.prerendered = request.response; };
                    request.open('GET', location.pathname);
                    request.send(); return null; })()";
                let _: Value = page.value(ask).await;
                page.until("window.prerendered").await;
                for method in ["line", "frame"] {
                    let prerendered = format!("window.prerendered.querySelector('#{method} pre code').textContent");
                    let prerendered: String = page.value(&prerendered).await;
                    // Without a known address, the code has that of the open page.
                    let absolute = prerendered.replace("\"../", &format!("\"{}/", page.site()));
                    assert_eq!(code(page, method).await, absolute, "{method} of {site}");
                    assert!(site != "published" || absolute == prerendered, "{prerendered}");
                }
                let file = std::fs::read_to_string(site_folder(site).join("snippet/en.html")).unwrap();
                let absolute = file.replace("\"../", &format!("\"{}/", page.site()));
                assert!(code(page, "html").await == absolute, "the HTML of {site} is the snippet");
            })
            .await;
    }
}

#[tokio::test]
async fn options_change_every_code_and_every_preview() {
    Visit::to("seeds")
        .and(async |page| {
            arrive(page).await;
            choose(page, "kind", "venue").await;
            choose(page, "theme", "dark").await;
            choose(page, "heading-level", "3").await;
            page.click("#sync-url").await;
            page.type_into("#q", "glasgow").await;

            let attributes = r#"<fact-cards lang="en" kind="venue" q="glasgow" theme="dark" heading-level="3" sync-url="""#;
            page.until("document.querySelector('#line code').textContent.includes('glasgow')").await;
            assert!(code(page, "line").await.contains(attributes));
            page.until("document.querySelector('#html code').textContent.includes('q=\"glasgow\"')").await;
            assert!(code(page, "html").await.starts_with(attributes));
            let address = "embed/en.html?kind=venue&amp;q=glasgow&amp;theme=dark&amp;heading-level=3\"";
            let frame = code(page, "frame").await;
            assert!(frame.contains(address), "{frame}");

            let shown = format!("{LINE_ROOT}.querySelectorAll('[data-card]').length === 1 && {LINE_ROOT}.querySelector('h3.title')");
            page.until(&shown).await;
            let scheme = "getComputedStyle(document.querySelector('#line fact-cards').shadowRoot.querySelector('.fact-cards')).colorScheme";
            assert_eq!(page.value::<String>(scheme).await, "dark");
            assert_eq!(page.value::<String>("getComputedStyle(document.documentElement).colorScheme").await, "light dark");

            enter(page, "html").await;
            page.until(&format!("{ROOT}.querySelectorAll('[data-card]').length === 1")).await;
            page.leave_frames().await;

            page.until("document.querySelector('#frame iframe').getAttribute('src') === '../embed/en.html?kind=venue&q=glasgow&theme=dark&heading-level=3'").await;
            enter(page, "frame").await;
            page.until_cards(&["glasgow"]).await;
            page.until("document.querySelector('h3.title') && getComputedStyle(document.documentElement).colorScheme === 'dark'").await;
            page.leave_frames().await;
        })
        .await;
}

#[tokio::test]
async fn a_chosen_view_is_previewed_and_in_every_code() {
    Visit::to("seeds")
        .and(async |page| {
            arrive(page).await;
            choose(page, "view", "map").await;
            page.until(&format!("{LINE_ROOT}.querySelector('#view-map').checked")).await;
            page.until("document.querySelector('#line code').textContent.includes('view=')").await;
            assert!(code(page, "line").await.contains(r#"<fact-cards lang="en" view="map" style="#));
            page.until("document.querySelector('#html code').textContent.includes('view=')").await;
            assert!(code(page, "html").await.starts_with(r#"<fact-cards lang="en" view="map">"#));
            page.until("document.querySelector('#frame iframe').getAttribute('src') === '../embed/en.html?view=map'")
                .await;
            enter(page, "frame").await;
            page.until("document.querySelector('[data-view=map] .pin')?.checkVisibility()").await;
            page.leave_frames().await;
        })
        .await;
}

#[tokio::test]
async fn starting_over_resets_every_option() {
    Visit::to("seeds")
        // A frame with a search fetches the engine at once; Chromium reports it if the frame is removed meanwhile.
        .where_something_fails()
        .and(async |page| {
            arrive(page).await;
            let before = [code(page, "line").await, code(page, "frame").await];
            // Before and after the engine is ready.
            choose(page, "kind", "operation").await;
            page.until(&format!("{LINE_ROOT}.querySelector('#kind-operation').checked")).await;
            page.click("button[type=reset]").await;
            page.until(&format!("{LINE_ROOT}.querySelector('#kind-all').checked")).await;
            choose(page, "kind", "operation").await;
            page.type_into("#q", "neptune").await;
            page.until(&format!("{LINE_ROOT}.querySelectorAll('[data-card]').length < 6")).await;
            page.click("button[type=reset]").await;
            page.until(&format!("{LINE_ROOT}.querySelectorAll('[data-card]').length === 22")).await;
            page.until("document.querySelector('#frame iframe').getAttribute('src') === '../embed/en.html'").await;
            assert_eq!([code(page, "line").await, code(page, "frame").await], before);
        })
        .await;
}

#[tokio::test]
async fn choosing_a_language_points_every_embed_method_to_its_files() {
    Visit::to("seeds")
        .and(async |page| {
            arrive(page).await;
            assert_eq!(page.text("#lang option[value=fr]").await, "français (Maroc)");
            assert_eq!(page.text("#lang option[value=en]").await, "British English");
            choose(page, "lang", "fr").await;
            let (line, frame) = (code(page, "line").await, code(page, "frame").await);
            let element = format!("<fact-cards lang=\"fr\" style=\"display:block;min-height:1100px\"><a href=\"{}/fr/\">Le Maroc et INTERPOL\u{a0}: qui, quoi et où</a>", page.site());
            assert!(line.contains(&element), "{line}");
            assert!(frame.contains("/embed/fr.html\" title=\"Le Maroc et INTERPOL\u{a0}: qui, quoi et où\""), "{frame}");
            let shown = "[document.querySelector('#html iframe'), document.querySelector('#frame iframe')].map(frame => frame.getAttribute('src'))
                .concat([...document.querySelectorAll('[data-file]')].map(link => link.getAttribute('href')))";
            assert_eq!(
                page.value::<Vec<String>>(shown).await,
                ["../snippet/fr.html", "../embed/fr.html", "../snippet/fr.html", "../standalone/fr.html", "../standalone/fr.html"]
            );
            page.until("document.querySelector('#html code').textContent.includes('Le Maroc et INTERPOL')").await;
        })
        .await;
}

/// The code for a kind and a search, with `{site}` for the site's origin.
async fn codes(kind: &str, search: &str) -> [String; 3] {
    let mut codes = [String::new(), String::new(), String::new()];
    Visit::to("seeds")
        .and(async |page| {
            arrive(page).await;
            choose(page, "kind", kind).await;
            page.type_into("#q", search).await;
            page.until(&format!("document.querySelector('#q').value === {}", json!(search))).await;
            page.until("document.querySelector('#html code').textContent.split('<template')[0].includes(' q=')").await;
            for (method, made) in ["line", "html", "frame"].into_iter().zip(&mut codes) {
                *made = code(page, method).await.replace(page.site(), "{site}");
            }
        })
        .await;
    codes
}

#[tokio::test]
async fn the_copied_code_shows_the_chosen_cards_in_an_article_of_another_origin() {
    let shown = |root: &str| {
        format!(
            "{root} && [...{root}.querySelectorAll('[data-card]')].map(card => card.dataset.card).join() === 'operation-neptune' && {root}.querySelector('mark')"
        )
    };
    let [line, html, frame] = codes("operation", "neptune 135").await;
    for code in [line, html] {
        Visit::embedding("seeds", &article("", &code))
            .and(async |page| {
                page.go("").await;
                page.until(&shown(&format!("{ROOT}?.querySelector('[data-ready]')"))).await;
            })
            .await;
    }
    Visit::embedding("seeds", &article("", &frame))
        .and(async |page| {
            page.go("").await;
            page.until("document.querySelector('iframe').style.height").await;
            page.enter_frame("iframe").await;
            page.until(&shown("document")).await;
            page.leave_frames().await;
        })
        .await;
}

#[tokio::test]
async fn a_hostile_search_stays_text_in_the_copied_code() {
    let said = format!("No card matches “{HOSTILE}”.");
    let said = |root: &str| format!("{root}?.querySelector('.nothing-found p')?.innerText === {}", json!(said));
    let [line, html, frame] = codes("", HOSTILE).await;
    for code in [line, html] {
        assert_eq!(code.matches("<script").count(), 1, "{}", code.chars().take(400).collect::<String>());
        Visit::embedding("seeds", &article("", &code))
            .and(async |page| {
                page.go("").await;
                page.until(&said(ROOT)).await;
                assert_eq!(page.value::<String>("document.querySelector('fact-cards').q").await, HOSTILE);
                assert_eq!(page.value::<usize>("document.body.querySelectorAll('script').length").await, 1);
            })
            .await;
    }
    Visit::embedding("seeds", &article("", &frame))
        .and(async |page| {
            page.go("").await;
            assert_eq!(page.value::<usize>("document.body.querySelectorAll('script').length").await, 1);
            page.until("document.querySelector('iframe').style.height").await;
            page.enter_frame("iframe").await;
            page.until(&said("document")).await;
            page.leave_frames().await;
        })
        .await;
}

#[tokio::test]
async fn html_that_fails_to_load_is_reported_and_fetched_again_with_the_next_option() {
    Visit::to("seeds")
        .with_fault(Fault::Missing("snippet/en.html"))
        .and(async |page| {
            page.go(PAGE).await;
            page.until_text("#html [role=status]", "The HTML could not be fetched.").await;
            assert!(page.value::<bool>("document.querySelector('#html button').disabled").await);
            page.mend();
            choose(page, "kind", "venue").await;
            page.until("!document.querySelector('#html button').disabled").await;
            assert!(code(page, "html").await.starts_with("<fact-cards lang=\"en\" kind=\"venue\"><template"));
        })
        .await;
}

#[tokio::test]
async fn without_script_the_code_is_there_and_no_controls_that_would_not_work() {
    for site in ["seeds", "published"] {
        let visit = if site == "published" { published() } else { Visit::to(site) };
        visit
            .without_script()
            .and(async |page| {
                page.go(PAGE).await;
                assert!(code(page, "line").await.contains("<fact-cards lang=\"en\" style=\"display:block;min-height:"));
                assert!(code(page, "frame").await.starts_with("<iframe data-fact-cards=\"\" src="));
                assert_eq!(page.text("#line .live").await, "Morocco and INTERPOL: who, what and where");
                let dead = "[...document.querySelectorAll('button, input, select, form')].filter(control => control.checkVisibility()).length";
                assert_eq!(page.value::<usize>(dead).await, 0);
                assert!(page.value::<bool>("document.querySelector('#html [data-file]').checkVisibility()").await);
                let says = page.text(".without-script").await;
                assert_eq!(says.contains("--base-url"), site == "seeds", "{says}");
            })
            .await;
    }
}

#[tokio::test]
async fn a_hostile_title_is_text_in_the_page_and_in_its_code() {
    Visit::to("hostile")
        .and(async |page| {
            arrive(page).await;
            let title: String = page.value("document.querySelector('header bdi').textContent").await;
            assert!(title.starts_with("</title></script><script>alert(1)</script>"), "{title}");
            let scripts = "[...document.querySelectorAll('script')].filter(script => script.text).length";
            assert_eq!(page.value::<usize>(scripts).await, 0);
            let foreign = "[...document.querySelectorAll('body *')]
                .filter(element => !/^(A|BDI|BUTTON|CODE|DATALIST|DIV|FACT-CARDS|FIGCAPTION|FIGURE|FORM|H1|H2|HEADER|IFRAME|INPUT|LABEL|MAIN|OPTION|NAV|OL|LI|B|P|PRE|SECTION|SELECT|SPAN)$/.test(element.tagName)
                    || element.getAttributeNames().some(name => /^on|^srcdoc$/.test(name)))
                .map(element => element.outerHTML)";
            assert_eq!(page.value::<Vec<String>>(foreign).await, Vec::<String>::new());
            for method in ["line", "html", "frame"] {
                let code = code(page, method).await;
                assert_eq!(code.matches("<script").count(), 1, "{method} has its own script only");
                assert!(code.contains("&lt;/title&gt;&lt;/script&gt;&lt;script&gt;alert(1)"), "{method} has the title");
            }
        })
        .await;
}

#[tokio::test]
async fn where_there_is_no_clipboard_the_code_is_selected() {
    Visit::to("seeds")
        .and(async |page| {
            arrive_with_frames(page).await;
            let _: Value =
                page.value("(Object.defineProperty(navigator, 'clipboard', { value: undefined }), null)").await;
            page.click("#frame .copy button").await;
            page.until_text("#frame [role=status]", "Selected: copy it from there").await;
            assert_eq!(page.value::<String>("getSelection().toString()").await, code(page, "frame").await);
        })
        .await;
}
