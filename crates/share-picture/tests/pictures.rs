//! The pictures of real stories, as they are laid out. What an encoder makes of them is not looked at, but its size is.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics says what is wrong"
)]

use std::{
    collections::BTreeSet,
    env,
    path::PathBuf,
    sync::LazyLock,
    time::{Duration, SystemTime},
};

use fact_cards_author::{StoryFiles, hold_back, read};
use fact_cards_share_picture::{Content, Drawing, Photo, TextBox};
use fact_cards_story::edition::{CardId, Edition, FactId};

const CORRECTED: &str = "tests/stories/corrected";
const HARBOUR: &str = "tests/stories/harbour";
const STORIES: [&str; 6] =
    ["seeds", CORRECTED, HARBOUR, "tests/stories/hostile", "tests/stories/lighthouse", "tests/stories/scripts"];

fn editions(story: &str) -> Vec<Edition> {
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("../..").join(story);
    let files = StoryFiles::in_folder(&folder).unwrap();
    let now = SystemTime::UNIX_EPOCH + Duration::from_hours(500_000);
    hold_back(read(&files).unwrap(), now).editions().unwrap()
}

/// Every picture of every story that can be drawn: what no font has is not drawn at all.
static ALL: LazyLock<Vec<(Content, Drawing)>> = LazyLock::new(|| {
    let contents = STORIES.into_iter().flat_map(editions).flat_map(|edition| contents(&edition));
    contents.filter_map(|content| content.drawing().ok().map(|drawing| (content, drawing))).collect()
});

/// What can be said of an edition.
fn contents(edition: &Edition) -> Vec<Content> {
    let publisher = Some("The Ardmuir and District Weekly Chronicle");
    let story = Content::of_story(edition, "12 facts from 2 articles", publisher);
    let cards = CardId::first(edition.cards.len()).filter_map(|card| Content::of_card(edition, card, publisher));
    let facts = FactId::first(edition.facts.len()).filter_map(|fact| Content::of_fact(edition, fact, publisher));
    [story].into_iter().chain(cards).chain(facts).collect()
}

fn card(story: &str, language: &str, id: &str) -> Content {
    let editions = editions(story);
    let edition = editions.iter().find(|edition| edition.language == language).unwrap();
    let at = edition.cards.iter().position(|card| card.id == id).unwrap();
    Content::of_card(edition, CardId::first(edition.cards.len()).nth(at).unwrap(), None).unwrap()
}

/// The text on a picture that says that.
fn saying<'d>(drawing: &'d Drawing, words: &str) -> &'d TextBox {
    drawing.texts().iter().find(|text| text.text.contains(words)).unwrap_or_else(|| panic!("{words}: {drawing:?}"))
}

/// Whether the words across what is withdrawn stand on it, as its last text.
fn is_withdrawn(content: &Content, drawing: &Drawing) -> bool {
    drawing.texts().last().is_some_and(|last| !last.text.is_empty() && content.alt().starts_with(&last.text))
}

#[test]
fn in_every_story_no_text_leaves_its_room_or_the_picture_and_no_glyph_is_a_box() {
    for (_, drawing) in &*ALL {
        for text in drawing.texts() {
            let ([left, top, right, bottom], ink) = (text.room, text.ink);
            // A letter may reach a little beyond its advance.
            let by = text.size * 0.1;
            let is_inside = ink[0] >= left - by && ink[2] <= right + by;
            assert!(is_inside && ink[1] >= top - 1.0 && ink[3] <= bottom + 1.0, "{text:?}");
            assert!(left >= 40.0 && right <= 1160.0 && top >= 0.0 && bottom <= 630.0, "{text:?}");
            assert!(!text.glyphs.contains(&0), "{text:?}");
            assert!(text.size >= 20.0 || text.text.chars().count() <= 5, "{text:?}");
        }
    }
    assert!(ALL.len() > 300, "{}", ALL.len());
}

#[test]
fn every_story_in_latin_and_arabic_letters_has_all_its_pictures() {
    let expected = ["seeds", CORRECTED, "tests/stories/lighthouse"].into_iter().flat_map(editions);
    let drawn: BTreeSet<String> = ALL.iter().map(|(content, _)| content.key()).collect();
    for content in expected.flat_map(|edition| contents(&edition)) {
        assert!(drawn.contains(&content.key()), "{}", content.alt());
    }
}

#[test]
fn texts_do_not_cover_each_other_but_for_the_words_across_what_is_withdrawn() {
    for (content, drawing) in &*ALL {
        let across = usize::from(is_withdrawn(content, drawing));
        let texts = &drawing.texts()[..drawing.texts().len() - across];
        for (at, one) in texts.iter().enumerate() {
            for other in &texts[at + 1..] {
                let (a, b) = (one.ink, other.ink);
                let is_apart = a[2] <= b[0] + 2.0 || b[2] <= a[0] + 2.0 || a[3] <= b[1] + 2.0 || b[3] <= a[1] + 2.0;
                assert!(is_apart, "{one:?} {other:?}");
            }
        }
    }
}

#[test]
fn an_arabic_picture_begins_at_the_right_and_a_latin_one_at_the_left() {
    for (language, name) in [("en", "Operation NEPTUNE"), ("ar", "عملية نبتون")] {
        let drawing = card("seeds", language, "operation-neptune").drawing().unwrap();
        let text = saying(&drawing, name);
        let (before, after) = (text.ink[0] - text.room[0], text.room[2] - text.ink[2]);
        if language == "ar" {
            assert!(after < 12.0 && before > after, "{text:?}");
            assert!(text.room[0] < 100.0, "its face is at the right: {text:?}");
        } else {
            assert!(before < 12.0 && after > before, "{text:?}");
            assert!(text.room[2] > 1100.0, "its face is at the left: {text:?}");
        }
    }
}

#[test]
fn what_is_withdrawn_says_so_across_the_picture_in_its_language() {
    for (language, words) in [("en", "Withdrawn on 26 November 2025"), ("ar", "سُحب")] {
        let content = card(CORRECTED, language, "rory-skene");
        let drawing = content.drawing().unwrap();
        assert!(is_withdrawn(&content, &drawing));
        let text = drawing.texts().last().unwrap();
        assert!(text.text.starts_with(words), "{text:?}");
        assert!(text.size >= 60.0 && text.ink[2] - text.ink[0] > 400.0, "{text:?}");
        assert!(text.ink[1] < 330.0 && text.ink[3] > 310.0, "it goes through the middle: {text:?}");
    }
    let standing = card(CORRECTED, "en", "ferry-return");
    assert!(!is_withdrawn(&standing, &standing.drawing().unwrap()));
}

#[test]
fn what_was_corrected_says_so_small() {
    let drawing = card(CORRECTED, "en", "isla-brae").drawing().unwrap();
    assert!(saying(&drawing, "Corrected on 23 November 2025").size <= 24.0);
}

#[test]
fn a_long_title_is_fitted_and_a_short_one_is_large() {
    let titled = |title: &str| {
        let edition = Edition { title: title.into(), ..Edition::default() };
        let drawing = Content::of_story(&edition, "", None).drawing().unwrap();
        let text = drawing.texts().first().unwrap().clone();
        (text.size, text.lines, text.ink[2])
    };
    let (short, long) = (titled("The ferry"), titled(&"The ferry that came back ".repeat(20)));
    assert!(short.0 > 100.0 && short.1 == 1, "{short:?}");
    assert!(long.0 < 50.0 && long.1 >= 4 && long.2 <= 1140.0, "{long:?}");
}

#[test]
fn the_same_content_gives_the_same_bytes_and_they_are_few() {
    for content in contents(&editions(CORRECTED)[1]).into_iter().take(6) {
        let png = content.drawing().unwrap().png(|_| None).unwrap();
        assert_eq!(png, content.drawing().unwrap().png(|_| None).unwrap());
        assert!(png.len() < 60_000, "{} bytes", png.len());
    }
}

#[test]
fn the_name_of_a_picture_depends_on_all_that_it_says() {
    let all: Vec<Content> = editions("seeds").iter().flat_map(contents).collect();
    let keys: BTreeSet<String> = all.iter().map(Content::key).collect();
    assert_eq!(keys.len(), all.len());
    assert_eq!(card("seeds", "en", "interpol").key(), card("seeds", "en", "interpol").key());
}

#[test]
fn a_photograph_lies_over_the_drawn_face_with_who_made_it_at_the_foot() {
    let content = card(HARBOUR, "en", "lena-dorrit");
    let drawing = content.drawing().unwrap();
    assert!(saying(&drawing, "Photograph: Iva Torrel").text.starts_with("Photograph: Iva Torrel · "));
    assert!(content.alt().contains("A pilot with a dark cap before a brick wall."), "{}", content.alt());
    let asked = std::cell::RefCell::new(Vec::new());
    let drawn = drawing.png(|name| {
        asked.borrow_mut().push(name.to_owned());
        None
    });
    assert_eq!(asked.borrow().len(), 1, "its face");
    let photo = |_: &str| Some(Photo { side: 2, pixels: [10, 200, 30].repeat(4) });
    let with_photo = drawing.png(photo).unwrap();
    // In the middle of the face, and beside it.
    assert_eq!(pixel(&with_photo, 180, 238), [10, 200, 30]);
    assert_eq!(pixel(&with_photo, 30, 238), pixel(&drawn.unwrap(), 30, 238));
    let broken = |_: &str| Some(Photo { side: 2, pixels: vec![1, 2, 3] });
    assert_ne!(pixel(&drawing.png(broken).unwrap(), 180, 238), [10, 200, 30], "what is none is not painted");
}

#[test]
fn without_photographs_nothing_is_said_of_them() {
    let content = card(HARBOUR, "en", "tom-quill");
    content.drawing().unwrap().png(|name| panic!("{name}")).unwrap();
}

/// The colour of a pixel.
fn pixel(png: &[u8], x: usize, y: usize) -> [u8; 3] {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    pixels.as_chunks::<3>().0[y * 1200 + x]
}
