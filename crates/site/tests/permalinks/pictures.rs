//! The pictures with which pages are shared: where they are named, they are there.

use std::collections::BTreeSet;

use crate::{
    BASE, CORRECTED,
    newsroom::{Newsroom, text, values},
    support,
};

/// The pictures among the paths of a site.
fn pictures(paths: impl IntoIterator<Item = String>) -> BTreeSet<String> {
    paths.into_iter().filter(|path| path.contains("assets/share-")).collect()
}

/// Width and height, as a PNG says them.
fn dimensions(png: &[u8]) -> [u32; 2] {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()))
}

/// What the metadata of a page say.
fn said<'p>(page: &'p str, name: &str) -> Option<&'p str> {
    page.split_once(&format!("<meta property=\"og:{name}\" content=\""))?.1.split('"').next()
}

#[test]
fn each_page_names_a_picture_that_is_there_in_its_size_with_words_for_what_it_says() {
    for story in ["seeds", CORRECTED] {
        let files = support::files(story);
        let mut named = BTreeSet::new();
        for path in files.keys().filter(|path| {
            let folder = path.strip_suffix("index.html").unwrap_or("embed/");
            !folder.contains("embed/")
        }) {
            let page = text(files, path);
            let picture = said(page, "image").unwrap_or_else(|| panic!("{story}: {path}")).strip_prefix(BASE).unwrap();
            assert_eq!(dimensions(&files[picture]), [1200, 630], "{path}");
            assert!(files[picture].len() <= 60_000, "{path}: {}", files[picture].len());
            assert_eq!(said(page, "image:width").zip(said(page, "image:height")), Some(("1200", "630")));
            assert!(said(page, "image:alt").is_some_and(|alt| alt.len() > 10), "{path}");
            assert!(page.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"), "{path}");
            named.insert(picture.to_owned());
        }
        assert_eq!(named, pictures(files.keys().cloned()), "{story}: none is missing, none is nobody's");
    }
}

#[test]
fn the_page_of_a_card_or_a_fact_has_a_link_by_which_its_picture_is_saved_under_its_id() {
    let files = support::files(CORRECTED);
    for (path, name, up) in [
        ("card/ferry-return/index.html", "ferry-return.png", "../../"),
        ("ar/fact/pier-length/index.html", "pier-length.png", "../../../"),
    ] {
        let page = text(files, path);
        assert!(page.contains(&format!("download=\"{name}\"")), "{path}");
        let picture = said(page, "image").unwrap().strip_prefix(BASE).unwrap();
        assert!(values(page, "href").contains(&format!("{up}{picture}").as_str()), "{path}");
    }
}

#[test]
fn the_engine_knows_of_pictures_to_save_where_there_are_some() {
    let files = support::files(CORRECTED);
    for path in ["index.html", "ar/index.html", "snippet/en.html", "snippet/ferry-return/ar.html", "embed/en.html"] {
        assert!(text(files, path).contains(" data-pictures"), "{path}");
    }
    let newsroom = Newsroom::with(CORRECTED);
    let files = newsroom.publish_at(support::now(), None);
    for path in ["index.html", "ar/index.html", "snippet/en.html", "snippet/ferry-return/ar.html", "embed/en.html"] {
        assert!(!text(&files, path).contains(" data-pictures"), "{path}");
    }
}

#[test]
fn the_alternative_text_says_what_the_picture_says_and_first_that_it_is_withdrawn() {
    let files = support::files(CORRECTED);
    for (path, alt) in [
        ("fact/pier-length/index.html", "Ardmuir pier – 90 metres of pier – The pier is 90 metres long."),
        (
            "fact/brae-first/index.html",
            "Isla Brae – She says that she wept at the wheel. – Isla Brae – 20 November 2025",
        ),
        (
            "card/rory-skene/index.html",
            "Withdrawn on 26 November 2025 – Rory Skene – Member · person – He is said to have paid for the ferry.",
        ),
    ] {
        let found = said(text(files, path), "image:alt").unwrap();
        assert_eq!(found, alt, "{path}");
    }
}

#[test]
fn a_story_in_a_script_that_no_font_has_is_published_without_pictures_of_what_says_it() {
    let files = support::files("tests/stories/hostile");
    let without = |path: &&String| {
        path.strip_suffix("index.html").is_some_and(|folder| !folder.contains("embed/"))
            && said(text(files, path), "image").is_none()
    };
    for path in files.keys().filter(without) {
        let page = text(files, path);
        assert!(page.contains("content=\"summary\"") && !page.contains("class=\"share-picture\""), "{path}");
    }
    assert!(files.keys().filter(without).count() > 0 && !pictures(files.keys().cloned()).is_empty());
}

#[test]
fn a_changed_fact_changes_the_name_of_its_picture_and_of_no_other() {
    let newsroom = Newsroom::with(CORRECTED);
    let before = pictures(newsroom.publish().into_keys());
    assert!(before.len() > 15);
    assert_eq!(pictures(newsroom.publish().into_keys()), before);
    newsroom.edit("facts.toml", "The pier is 90 metres long.", "The pier is about 90 metres long.");
    let after = pictures(newsroom.publish().into_keys());
    assert_eq!((before.difference(&after).count(), after.difference(&before).count()), (1, 1));
}

#[test]
fn the_files_for_programs_list_the_pictures() {
    let files = support::files(CORRECTED);
    for path in ["story.json", "ar/story.json"] {
        let json: serde_json::Value = serde_json::from_str(text(files, path)).unwrap();
        let is_there = |value: &serde_json::Value| {
            value["share_picture"].as_str().is_some_and(|url| files.contains_key(url.strip_prefix(BASE).unwrap()))
        };
        assert!(is_there(&json), "{path}");
        assert!(json["cards"].as_array().unwrap().iter().all(is_there), "{path}");
        for fact in json["facts"].as_array().unwrap() {
            assert_eq!(is_there(fact), fact["url"].is_string(), "{fact}");
        }
    }
}

#[test]
fn a_site_without_an_address_has_no_pictures() {
    let newsroom = Newsroom::with(CORRECTED);
    assert!(pictures(newsroom.publish_at(support::now(), None).into_keys()).is_empty());
}
