//! What is held back is not in any file of the site.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics says what is wrong"
)]

mod support;

use std::{fs, time::Duration};

use fact_cards_share_picture::Content;
use fact_cards_site::{Engine, SharePictures, Site, SiteError, Target};
use fact_cards_story::edition::{CardId, FactId};
use tempfile::TempDir;

const STORY: &str = "tests/stories/corrected";

/// Words that occur only in what is held back, in both languages.
const SECRET: [&str; 40] = [
    "Morag",
    "Hush",
    "موراغ",
    "ledger",
    "Ledger",
    "الدفتر",
    "veiled-witness",
    "secret-ledger",
    "Ila Bray",
    "Quillfeather",
    "كويلفذر",
    "Quillfeder",
    "كويلفدر",
    "false-books",
    "Fraud",
    "fraud",
    "الاحتيال",
    "Half of the money",
    "نصف المال",
    "witness-says",
    "cellar",
    "قبو",
    "witness-read",
    "Drumlin",
    "درملن",
    "sealed",
    "inquiry",
    "مختوم",
    "looks into",
    "looked into",
    "محل تحقيق",
    "Ghast",
    "غاست",
    "phantom-owner",
    "Ebba",
    "إبّا",
    "ghast-sold",
    "Brunhild",
    "برونهيلد",
    "ferry-sank",
];

/// All files of the story's folder, concatenated.
fn written() -> String {
    let files = fs::read_dir(support::project(STORY)).unwrap();
    files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect()
}

#[test]
fn nothing_held_back_is_in_any_file() {
    let written = written();
    let files = support::files(STORY);
    for secret in SECRET {
        assert!(written.contains(secret), "{secret} is in the story");
        for (path, bytes) in files {
            let is_there = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
            assert!(!is_there, "{secret} is in {path}");
        }
    }
    // In other files a hash may contain the digits of a year.
    for path in ["story.json", "story.csv", "ar/story.json", "ar/story.csv"] {
        let text = String::from_utf8_lossy(&files[path]).into_owned();
        assert!(!["2018", "2024", "2999"].iter().any(|year| text.contains(year)), "{path}");
    }
}

#[test]
fn nothing_held_back_is_written_on_a_picture() {
    let site = support::site(STORY);
    let mut looked_at = 0;
    for edition in site.editions() {
        let story = Content::of_story(edition, "", None);
        let cards = CardId::first(edition.cards.len()).filter_map(|card| Content::of_card(edition, card, None));
        let facts = FactId::first(edition.facts.len()).filter_map(|fact| Content::of_fact(edition, fact, None));
        for content in [story].into_iter().chain(cards).chain(facts) {
            let drawing = content.drawing().expect("the fonts have all of it");
            let texts = drawing.texts().iter().map(|text| text.text.clone());
            for said in texts.chain([content.alt(), content.key()]) {
                assert!(!SECRET.iter().any(|secret| said.contains(secret)), "{said}");
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 100, "{looked_at}");
}

#[test]
fn the_secret_words_are_in_the_site_when_nothing_is_held_back() {
    let ends = support::now() + Duration::from_hours(1000 * 366 * 24);
    let site = Site::of_story(&support::project(STORY), ends).unwrap();
    let all = format!("{:?}", site.editions());
    // What is withdrawn and not shown is still left out.
    let left_out =
        ["Ghast", "غاست", "phantom-owner", "Ebba", "إبّا", "ghast-sold", "Brunhild", "برونهيلد", "ferry-sank"];
    for secret in SECRET {
        assert_eq!(all.contains(secret), !left_out.contains(&secret), "{secret}");
    }
    assert_eq!(site.next_embargo(), None);
}

#[test]
fn the_site_says_what_it_holds_back_and_when_the_next_embargo_ends() {
    let site = support::site(STORY);
    assert_eq!(site.held_back().len(), 10);
    assert_eq!(site.held_back()[0].to_string(), "Held back until 2999-01-01 06:00 +01:00: the card `veiled-witness`.");
    assert!(site.next_embargo().unwrap() > support::now());
    assert!(support::site("seeds").held_back().is_empty());
}

#[test]
fn a_story_that_is_entirely_held_back_is_not_built() {
    let folder = TempDir::new().unwrap();
    for file in fs::read_dir(support::project("tests/stories/lighthouse")).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let held = text.replace("[[fact]]", "[[fact]]\nembargo = 2999-01-01T00:00:00Z");
        fs::write(folder.path().join(path.file_name().unwrap()), held).unwrap();
    }
    let site = Site::of_story(folder.path(), support::now()).unwrap();
    let out = folder.path().join("site");
    let target = Target { folder: &out, base_url: None, compressed: false, share_pictures: SharePictures::No };
    let error = site.write(&Engine::default(), target).err().unwrap();
    assert!(matches!(error, SiteError::AllHeldBack(_)));
    let said = error.to_string();
    assert!(
        said.starts_with("all of the story is held back, so there is nothing to build.\nHeld back, since"),
        "{said}"
    );
    assert!(said.contains("\nHeld back until 2999-01-01 00:00 UTC: the fact `tower-weight`."), "{said}");
    assert!(!out.exists());
}

#[test]
fn only_a_story_with_changes_has_the_styles_for_them() {
    for (story, is_there) in [(STORY, true), ("tests/stories/lighthouse", false)] {
        let files = support::files(story);
        let sheet = files.iter().find(|(path, _)| path.starts_with("assets/fact-cards-"));
        let looked_at = [&files["snippet/en.html"], &files["standalone/en.html"], sheet.unwrap().1];
        for file in looked_at {
            assert_eq!(String::from_utf8_lossy(file).contains(".change-on"), is_there, "{story}");
        }
    }
}

#[test]
fn the_list_of_changes_is_prerendered_in_the_snippet_the_frame_the_page_and_the_standalone_file() {
    let files = support::files(STORY);
    for path in
        ["index.html", "ar/index.html", "snippet/en.html", "snippet/ar.html", "embed/en.html", "standalone/ar.html"]
    {
        let file = String::from_utf8_lossy(&files[path]).into_owned();
        assert_eq!(file.matches("<details class=\"changes\">").count(), 1, "{path}");
        assert!(file.matches("<del").count() > 3, "{path}");
    }
}
