//! The pages of a hostile story run the scripts of every page and no others.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics says what is wrong"
)]

mod support;

use std::{collections::BTreeMap, path::Path};

/// The files of the site of a test story, by path.
fn files(story: &str) -> &'static support::Files {
    support::files(&format!("tests/stories/{story}"))
}

/// Its pages.
fn pages(story: &str) -> BTreeMap<String, String> {
    let pages: BTreeMap<String, String> = files(story)
        .iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|extension| extension == "html"))
        .map(|(path, bytes)| (path.clone(), String::from_utf8(bytes.clone()).unwrap()))
        .collect();
    for page in ["index.html", "snippet/en.html", "embed/en.html", "standalone/en.html"] {
        assert!(pages.contains_key(page), "{page}");
    }
    pages
}

/// Whether a page is that of a single card or fact.
fn is_permalink(path: &str) -> bool {
    ["card/", "fact/"].iter().any(|folder| path.starts_with(folder))
}

/// Whether a page is the address of a view, which leads on to that.
fn is_view_address(path: &str) -> bool {
    path.strip_prefix("embed/").is_some_and(|name| name.matches('.').count() == 2)
}

/// A start tag as a browser parses it: it ends with the first `>` outside quotation marks.
struct Tag<'p> {
    name: String,
    /// Names and raw values.
    attributes: Vec<(&'p str, &'p str)>,
    /// The text between it and the next tag.
    after: &'p str,
}

fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if !rest.starts_with(|character: char| character.is_ascii_alphabetic()) {
            continue;
        }
        let name = &rest[..rest.find([' ', '>', '/', '\n']).expect("a tag ends")];
        rest = &rest[name.len()..];
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start_matches([' ', '/', '\n']);
            if let Some(after) = rest.strip_prefix('>') {
                rest = after;
                break;
            }
            let attribute = &rest[..rest.find([' ', '=', '>', '/', '\n']).expect("an attribute ends")];
            rest = &rest[attribute.len()..];
            let mut value = "";
            if let Some(written) = rest.strip_prefix('=') {
                let quoted = written.strip_prefix('"').expect("a value stands in quotation marks");
                value = &quoted[..quoted.find('"').expect("a value ends")];
                rest = &quoted[value.len() + 1..];
            }
            attributes.push((attribute, value));
        }
        let after = &rest[..rest.find('<').unwrap_or(rest.len())];
        tags.push(Tag { name: name.to_ascii_lowercase(), attributes, after });
    }
    tags
}

/// Elements that only the document around the cards has, so that their number does not depend on the story. Drawings
/// are not among them: there is one for each figure and each pin, and the tests of the widget count those.
const DOCUMENT_ELEMENTS: [&str; 15] = [
    "html", "head", "title", "meta", "link", "base", "style", "script", "noscript", "template", "body", "iframe",
    "object", "img", "form",
];

#[test]
fn a_hostile_page_has_as_many_scripts_and_document_elements_as_any_other() {
    // The pages of single cards and facts are others in each story.
    let of_both = |story| {
        pages(story)
            .into_iter()
            .filter(|(path, _)| !is_permalink(path) && !is_of_card(path))
            .collect::<BTreeMap<_, _>>()
    };
    let (harmless, hostile) = (of_both("lighthouse"), of_both("hostile"));
    assert_eq!(hostile.keys().collect::<Vec<_>>(), harmless.keys().collect::<Vec<_>>());
    for (path, page) in &hostile {
        let other = &harmless[path];
        assert_eq!(page.matches("<script").count(), other.matches("<script").count(), "{path}");
        // Each pin on the map has a title too.
        let ends = |page: &str| page.matches("</title").count() - page.matches("class=\"pin\"").count();
        assert_eq!(ends(page), ends(other), "{path}");
        let (tags, others) = (tags(page), tags(other));
        let runs = tags.iter().any(|tag| tag.name == "script");
        assert_ne!(runs, is_view_address(path), "whether {path} is a page that runs something");
        for name in DOCUMENT_ELEMENTS {
            let count = |tags: &[Tag]| {
                // Of words that our fonts cannot write there is no picture to share.
                let is_of_picture =
                    |(_, value): &(&str, &str)| ["og:image", "twitter:image"].iter().any(|of| value.starts_with(of));
                let left_out = tags.iter().filter(|tag| match name {
                    "title" => tag.attributes.contains(&("class", "pin")),
                    "meta" => tag.name == "meta" && tag.attributes.iter().any(is_of_picture),
                    _ => false,
                });
                tags.iter().filter(|tag| tag.name == name).count() - left_out.count()
            };
            assert_eq!(count(&tags), count(&others), "<{name}> in {path}");
        }
    }
}

/// Whether a path is that of a card by itself.
fn is_of_card(path: &str) -> bool {
    path.strip_prefix("snippet/").is_some_and(|rest| rest.contains('/'))
}

#[test]
fn a_hostile_card_by_itself_has_as_many_scripts_and_document_elements_as_any_other() {
    let hostile = pages("hostile");
    let cards: Vec<_> = hostile.iter().filter(|(path, _)| is_of_card(path)).collect();
    assert!(cards.len() > 20, "{}", cards.len());
    for (path, card) in cards {
        let tags = tags(card);
        for name in DOCUMENT_ELEMENTS {
            let count = tags.iter().filter(|tag| tag.name == name).count();
            assert_eq!(count, usize::from(["script", "style", "template"].contains(&name)), "<{name}> in {path}");
        }
    }
}

#[test]
fn nothing_a_story_says_is_run_anywhere() {
    for (path, page) in pages("hostile") {
        // The embed guide only has the title, and the page of a card or fact little more.
        let times = match path.as_str() {
            "embed/index.html" => 5,
            path if is_of_card(path) => 0,
            path if is_permalink(path) || is_view_address(path) => 2,
            _ => 50,
        };
        assert!(page.matches("alert(1)").count() > times, "the story is in {path}");
        for tag in tags(&page) {
            for (name, value) in &tag.attributes {
                let is_listener = name.starts_with("on") && *name != "only";
                assert!(!is_listener && *name != "srcdoc", "{name} of <{}> in {path}", tag.name);
                assert!(!value.contains('<'), "{value} is escaped, in {path}");
                // The standalone file has its icon inline.
                let is_icon = tag.name == "link" && value.starts_with("data:image/svg+xml;base64,");
                if ["href", "src", "action", "formaction"].contains(name) && !is_icon {
                    let scheme = value.trim().split(':').next().unwrap_or_default().to_ascii_lowercase();
                    assert!(!["javascript", "data", "vbscript"].contains(&scheme.as_str()), "{value} in {path}");
                }
            }
            // A data block is not run. That it ends where it should is tested by what follows it and by the tests in
            // `data`.
            let is_data = tag.attributes.contains(&("type", "application/ld+json"));
            if ["script", "style"].contains(&tag.name.as_str()) && !is_data {
                assert!(!tag.after.contains("alert(1)"), "{} in {path}", tag.after);
            }
        }
    }
}

#[test]
fn the_title_and_the_lead_are_escaped_in_the_page() {
    for (path, page) in pages("hostile").into_iter().filter(|(path, _)| path.ends_with("index.html")) {
        let title = tags(&page).into_iter().find(|tag| tag.name == "title").expect("a page has a title");
        let escaped = "&lt;/title&gt;&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;";
        let stands = if is_permalink(&path) { title.after.contains(escaped) } else { title.after.starts_with(escaped) };
        assert!(stands, "{} in {path}", title.after);
    }
}

#[test]
fn manifest_and_oembed_have_the_title_as_text_and_the_oembed_html_is_a_link_an_iframe_and_its_script() {
    let files = files("hostile");
    let json = |path: &str| serde_json::from_slice::<serde_json::Value>(&files[path]).unwrap();
    let title = "</title></script><script>alert(1)</script>";
    for (path, name) in [("manifest.webmanifest", "name"), ("oembed.json", "title")] {
        assert!(json(path)[name].as_str().unwrap().starts_with(title), "{path}");
    }
    let frame = json("oembed.json")["html"].as_str().unwrap().to_owned();
    let names: Vec<String> = tags(&frame).into_iter().map(|tag| tag.name).collect();
    assert_eq!(names, ["blockquote", "a", "iframe", "script"], "{frame}");
}
