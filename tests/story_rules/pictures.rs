//! The pictures of cards and articles.

use std::fs;

use fact_cards_author::{PictureFile, StoryFiles, editions, read};
use fact_cards_story::{
    edition::{PictureForm, Pictured},
    section,
};
use insta::assert_snapshot;
use tempfile::TempDir;

use crate::support::{Changed, lighthouse, messages, project};

fn harbour(name: &str) -> Vec<u8> {
    fs::read(project("tests/stories/harbour/pictures").join(name)).unwrap()
}

/// The lighthouse story with that picture on one of its cards, in a file of that name with these bytes.
#[track_caller]
fn with_picture(picture: &str, name: &str, bytes: Vec<u8>) -> Changed {
    let mut files = lighthouse();
    files.insert(name, bytes);
    Changed(files).with(
        "members.toml",
        "summary.en = \"The last",
        &format!("picture = {picture}\nsummary.en = \"The last"),
    )
}

#[track_caller]
fn said(picture: &str) -> String {
    messages(&with_picture(picture, "pictures/pilot.jpg", harbour("pilot.jpg")).report())
}

const GOOD: &str = r#"{ file = "pictures/pilot.jpg", alt.en = "A pilot.", credit = "Iva Torrel" }"#;

#[test]
fn a_picture_is_on_its_card_in_every_language() {
    let files = StoryFiles::in_folder(&project("tests/stories/harbour")).unwrap();
    let story = read(&files).unwrap_or_else(|report| panic!("{report}"));
    assert!(
        story
            .cards
            .iter()
            .filter_map(|card| card.picture.as_ref())
            .all(|picture| matches!(picture.file, PictureFile::File(_)))
    );
    let editions = editions(&story).unwrap();
    let bytes = section::encode(&editions).unwrap();
    let alt = |language: &str| {
        let edition = section::decode(&bytes, language).unwrap();
        let card = edition.cards.iter().position(|card| card.id == "lena-dorrit").unwrap();
        let picture = edition.picture(Pictured::Card(u16::try_from(card).unwrap().into())).unwrap().clone();
        assert_eq!((picture.width, picture.height), (480, 640), "upright");
        assert_eq!(picture.licence.as_deref(), Some("CC BY 4.0"));
        assert_eq!(picture.source.as_deref(), Some("https://post.example/pilot"));
        let article = edition.picture(Pictured::Article(0.into())).unwrap();
        assert_eq!(article.credit.shown(), "Iva Torrel / The Brannoch Post", "one credit for all languages");
        (picture.alt.shown().to_owned(), picture.address("", PictureForm::Face(64)))
    };
    let [english, arabic] = ["en", "ar"].map(alt);
    assert_eq!(english.0, "A pilot with a dark cap before a brick wall.");
    assert_eq!(arabic.0, "مرشدة بقبعة داكنة أمام جدار من الطوب.");
    assert_eq!(english.1, arabic.1, "each language shows the same files");
}

#[test]
fn a_story_without_pictures_pays_a_byte_in_each_language() {
    let plain = editions(&Changed(lighthouse()).accepted()).unwrap();
    assert_eq!(plain[0].pictures, None);
    let shown = editions(&with_picture(GOOD, "pictures/pilot.jpg", harbour("pilot.jpg")).accepted()).unwrap();
    let mut without = shown[0].clone();
    without.pictures = None;
    assert_eq!(section::encode(&[without]).unwrap().len(), section::encode(&plain).unwrap().len());
    assert!(section::encode(&shown).unwrap().len() > section::encode(&plain).unwrap().len() + 12);
}

#[test]
fn a_picture_needs_a_file_what_is_on_it_and_who_made_it() {
    assert_snapshot!(said("{ focus = [0.5, 0.5] }"), @r#"
    a picture needs the field `file`
     --> lighthouse/members.toml:6:11
      = help: add it, for example `file = "pictures/port.jpg"`

    a picture needs the field `alt`
     --> lighthouse/members.toml:6:11
      = help: add it, for example `alt.en = "…"`: what is to be seen on it

    a picture needs the field `credit`
     --> lighthouse/members.toml:6:11
      = help: add it, for example `credit = "…"`: who made it
    3 mistakes in the story
    "#);
    assert_snapshot!(said(r#"{ file = "pictures/pilot.jpg", alt.fr = "Une pilote.", credit.en = "" }"#), @r"
    `alt` is missing in `en`
     --> lighthouse/members.toml:6:42
      = help: add `alt.en`

    the story does not declare the language `fr`
     --> lighthouse/members.toml:6:46
      = help: declare it in story.toml, or use `en`

    `credit.en` is empty
     --> lighthouse/members.toml:6:78
      = help: write a text, or take the field out if it may be left out
    3 mistakes in the story
    ");
    assert_snapshot!(said(r#"{ file = "pictures/pilot.jpg", alt.en = "A pilot.", credit = "Iva", license = "CC0" }"#), @r"
    a picture has no field `license`
     --> lighthouse/members.toml:6:79
      = help: did you mean `licence`?
    1 mistake in the story
    ");
}

#[test]
fn a_picture_lies_in_the_folder_of_pictures() {
    for elsewhere in [
        "pilot.jpg",
        "/etc/pictures/pilot.jpg",
        "../pictures/pilot.jpg",
        "pictures/../../pilot.jpg",
        "pictures\\pilot.jpg",
        "C:/pilot.jpg",
        "https://post.example/pilot.jpg",
    ] {
        let escaped = elsewhere.replace('\\', "\\\\");
        let report = said(&GOOD.replace("pictures/pilot.jpg", &escaped));
        assert!(report.contains(&format!("`{elsewhere}` is not in the folder `pictures` of the story")), "{report}");
        assert!(report.contains("put it into that folder and write `pictures/pilot.jpg`"), "{report}");
    }
    assert_snapshot!(said(&GOOD.replace("pilot.jpg", "pilott.jpg")), @r"
    there is no file `pictures/pilott.jpg`
     --> lighthouse/members.toml:6:20
      = help: did you mean `pictures/pilot.jpg`?
    1 mistake in the story
    ");
}

#[test]
fn a_focus_is_two_parts() {
    for focus in ["[0.5]", "[0.5, 1.5]", "[-0.1, 0.5]", "0.5", "[0.1, 0.2, 0.3]", "[\"a\", 0]", "[nan, 0]"] {
        let report = said(&GOOD.replace(" }", &format!(", focus = {focus} }}")));
        assert!(report.contains("the focus is two numbers from 0 to 1"), "{focus}: {report}");
    }
    with_picture(&GOOD.replace(" }", ", focus = [0, 1] }"), "pictures/pilot.jpg", harbour("pilot.jpg")).accepted();
}

#[test]
fn the_source_of_a_picture_is_an_address_of_the_web() {
    assert_snapshot!(said(&GOOD.replace(" }", ", source = \"javascript:alert(1)\" }")), @r"
    `javascript:alert(1)` is not a web address
     --> lighthouse/members.toml:6:95
      = help: write one that begins with https:// or http://
    1 mistake in the story
    ");
}

#[test]
fn what_is_no_picture_is_refused_with_its_reason_whatever_it_is_called() {
    let refused = |bytes: &[u8]| {
        let report = with_picture(GOOD, "pictures/pilot.jpg", bytes.to_vec()).report();
        let report = messages(&report);
        report
            .replace("mistake in the story", "")
            .lines()
            .filter(|line| !line.contains("-->"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_snapshot!(refused(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), @r"
    the picture is SVG, which may hold scripts and call up other files
      = help: save it as JPEG, PNG or WebP
    1
    ");
    assert_snapshot!(refused(b"\0\0\0\x20ftypavif"), @r"
    the picture is AVIF, which is not read
      = help: save it as JPEG, PNG or WebP
    1
    ");
    assert_snapshot!(refused(b"GIF89a"), @r"
    the picture is GIF, which is not read
      = help: save it as JPEG, PNG or WebP
    1
    ");
    assert_snapshot!(refused(b""), @r"
    the picture is of no known type, which is not read
      = help: save it as JPEG, PNG or WebP
    1
    ");
    assert_snapshot!(refused(&harbour("pilot.jpg")[..40]), @r"
    the picture is damaged or cut short: failed to fill whole buffer
      = help: save it anew
    1
    ");
    let mut large = harbour("storm.jpg");
    large.resize(30_000_001, 0);
    assert_snapshot!(refused(&large), @r"
    the picture has 30000001 bytes; the most is 30000000
      = help: save it smaller; 2000 pixels are enough each way
    1
    ");
}

#[test]
fn a_picture_that_nothing_shows_is_a_mistake_and_two_may_show_one() {
    let mut files = lighthouse();
    files.insert("pictures/forgotten.jpg", harbour("pilot.jpg"));
    assert_snapshot!(Changed(files).report(), @r"
    error: no card and no article shows this picture
     --> lighthouse/pictures/forgotten.jpg:1:1
      |
    1 |
      | ^
      |
      = help: name it at a card or an article, or move it out of the story's folder

    1 mistake in the story
    ");
    with_picture(GOOD, "pictures/pilot.jpg", harbour("pilot.jpg"))
        .with("operations.toml", "summary.en", &format!("picture = {GOOD}\nsummary.en"))
        .accepted();
    // Its name may be the one that is misspelt.
    let report = said(&GOOD.replace("pilot.jpg", "pilott.jpg"));
    assert!(!report.contains("no card and no article"), "{report}");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_storys_folder_is_not_followed() {
    let elsewhere = TempDir::new().unwrap();
    fs::write(elsewhere.path().join("secret.jpg"), harbour("pilot.jpg")).unwrap();
    let folder = TempDir::new().unwrap();
    for entry in fs::read_dir(project("tests/stories/harbour")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    fs::create_dir(folder.path().join("pictures")).unwrap();
    for entry in fs::read_dir(project("tests/stories/harbour/pictures")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join("pictures").join(path.file_name().unwrap())).unwrap();
    }
    let accepted = || read(&StoryFiles::in_folder(folder.path()).unwrap());
    accepted().unwrap();
    let pilot = folder.path().join("pictures/pilot.jpg");
    fs::rename(&pilot, folder.path().join("inside.jpg")).unwrap();
    std::os::unix::fs::symlink("../inside.jpg", &pilot).unwrap();
    accepted().unwrap();
    fs::remove_file(&pilot).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("secret.jpg"), &pilot).unwrap();
    let report = accepted().unwrap_err().to_string();
    assert!(report.contains("the picture cannot be read: it is a link out of the story's folder"), "{report}");
}
