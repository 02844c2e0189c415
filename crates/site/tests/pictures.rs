//! The pictures of a story in its site.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics says what is wrong"
)]

mod support;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Mutex,
};

use fact_cards_site::{BaseUrl, Engine, SharePictures, Site, SiteError, Target};
use serde_json::Value;
use tempfile::TempDir;

const STORY: &str = "tests/stories/harbour";

/// A copy of the harbour story, to be changed.
struct Story(TempDir);

impl Story {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        for below in ["", "pictures"] {
            fs::create_dir_all(folder.path().join(below)).unwrap();
            for entry in fs::read_dir(support::project(STORY).join(below)).unwrap() {
                let path = entry.unwrap().path();
                if path.is_file() {
                    fs::copy(&path, folder.path().join(below).join(path.file_name().unwrap())).unwrap();
                }
            }
        }
        Self(folder)
    }

    fn change(&self, file: &str, from: &str, to: &str) {
        let path = self.0.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    }

    fn site(&self) -> Result<Site, SiteError> {
        Site::of_story(self.0.path(), support::now())
    }
}

/// A place for a site.
struct Out(TempDir, Engine);

impl Out {
    fn new() -> Self {
        Self(TempDir::new().unwrap(), support::engine())
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("site")
    }

    /// Writes a site, and says how many pictures were made for it.
    fn write(&self, site: &Site, base: Option<&BaseUrl>) -> Result<usize, SiteError> {
        let made = Mutex::new(0);
        let folder = self.folder();
        let target = Target { folder: &folder, base_url: base, compressed: false, share_pictures: SharePictures::No };
        site.write_showing(&self.1, target, &|done, of| {
            assert!(done <= of);
            *made.lock().unwrap() += 1;
        })?;
        Ok(made.into_inner().unwrap())
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.folder().join(path)).unwrap()
    }

    /// The paths of all forms of pictures.
    fn forms(&self) -> Vec<String> {
        let mut forms: Vec<String> = every_file(&self.folder())
            .into_iter()
            .filter(|path| is_form(path))
            .map(|path| path.strip_prefix("assets/").unwrap().to_owned())
            .collect();
        forms.sort();
        forms
    }
}

/// Whether a file is a form of a picture.
fn is_form(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "jpg")
}

/// The files below a folder.
fn every_file(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            files.extend(every_file(&path).into_iter().map(|below| format!("{name}/{below}")));
        } else {
            files.push(name);
        }
    }
    files
}

/// The addresses that a page takes its pictures from.
fn addresses(page: &str) -> Vec<String> {
    page.split("<img ")
        .skip(1)
        .map(|tag| tag.split("src=\"").nth(1).unwrap().split('"').next().unwrap().to_owned())
        .collect()
}

#[test]
fn a_second_build_makes_no_picture_again_and_another_focus_only_that_one() {
    let (story, out) = (Story::new(), Out::new());
    assert_eq!(out.write(&story.site().unwrap(), None).unwrap(), 7);
    let first = out.forms();
    assert_eq!(first.len(), 7 * 5 - 3, "three pictures have no larger form");
    assert_eq!(out.write(&story.site().unwrap(), None).unwrap(), 0);
    assert_eq!(out.forms(), first);

    story.change("members.toml", "focus = [0.5, 0.33]", "focus = [0.5, 0.4]");
    assert_eq!(out.write(&story.site().unwrap(), None).unwrap(), 1);
    assert_eq!(out.forms().iter().filter(|form| !first.contains(form)).count(), 4);
    assert_eq!(out.forms().len(), first.len(), "what nothing shows is gone");

    // What somebody has changed is made again, and so is what is missing.
    fs::write(out.folder().join("assets").join(&out.forms()[0]), "another").unwrap();
    assert_eq!(out.write(&story.site().unwrap(), None).unwrap(), 1);
}

#[test]
fn a_site_in_memory_makes_each_picture_once() {
    let engine = support::engine();
    let story = Story::new();
    let files = || {
        let files = story.site().unwrap().files(&engine, None).unwrap();
        files.into_iter().filter(|file| is_form(&file.path)).count()
    };
    assert_eq!((files(), files()), (32, 32));
}

#[test]
fn pages_find_their_pictures_from_where_they_are() {
    let out = Out::new();
    out.write(&Story::new().site().unwrap(), None).unwrap();
    for (page, way) in
        [("index.html", ""), ("ar/index.html", "../"), ("embed/fr.html", "../"), ("snippet/en.html", "../")]
    {
        let found = addresses(&out.text(page));
        assert!(found.len() >= 12, "{page}: {found:?}");
        for address in found {
            let path = address.strip_prefix(way).unwrap();
            assert!(out.folder().join(path).is_file(), "{page}: {address}");
        }
    }
    let base: BaseUrl = "https://cards.example/news/".parse().unwrap();
    out.write(&Story::new().site().unwrap(), Some(&base)).unwrap();
    for address in addresses(&out.text("snippet/ar.html")) {
        assert!(address.starts_with("https://cards.example/news/assets/"), "{address}");
    }
    assert!(addresses(&out.text("index.html")).iter().all(|address| address.starts_with("assets/")));
}

#[test]
fn nothing_moves_and_nothing_is_fetched_before_it_is_seen() {
    let page = String::from_utf8_lossy(&support::files(STORY)["index.html"]).into_owned();
    for tag in page.split("<img ").skip(1).map(|tag| tag.split('>').next().unwrap()) {
        for needed in
            ["width=\"", "height=\"", "loading=\"lazy\"", "decoding=\"async\"", "srcset=\"", "sizes=\"", "alt=\""]
        {
            assert!(tag.contains(needed), "{needed} is not in {tag}");
        }
    }
    assert!(page.contains("<figcaption><a href=\"https://post.example/pilot\">Photograph: Iva Torrel</a> · <bdi>CC BY 4.0</bdi></figcaption>"), "{page}");
    assert!(page.contains("alt=\"A pilot with a dark cap before a brick wall.\""));
}

#[test]
fn a_standalone_file_holds_its_pictures() {
    let out = Out::new();
    out.write(&Story::new().site().unwrap(), None).unwrap();
    let page = out.text("standalone/ar.html");
    let found = addresses(&page);
    assert!(found.len() >= 12);
    for address in found {
        assert!(address.starts_with("data:image/jpeg;base64,"), "{address:.60}");
    }
    assert!(!page.contains("srcset="));
    assert!(!page.contains("/assets/"));
}

#[test]
fn programs_are_told_who_made_a_picture() {
    let out = Out::new();
    let base: BaseUrl = "https://cards.example/news/".parse().unwrap();
    out.write(&Story::new().site().unwrap(), Some(&base)).unwrap();
    let page = out.text("fr/index.html");
    let data = page.split("<script type=\"application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: Value = serde_json::from_str(data).unwrap();
    let image = &data["mainEntity"]["itemListElement"][1]["item"]["image"];
    assert_eq!(image["@type"], "ImageObject");
    assert_eq!(image["creditText"], "Photographie : Iva Torrel");
    assert_eq!(image["license"]["name"], "CC BY 4.0");
    let address = image["contentUrl"].as_str().unwrap();
    let path = address.strip_prefix("https://cards.example/news/").unwrap();
    assert!(out.folder().join(path).is_file(), "{address}");
    assert_eq!(data["isBasedOn"][0]["image"]["caption"], "Un éclair au-dessus d’un navire rouge en mer.");

    let json: Value = serde_json::from_str(&out.text("story.json")).unwrap();
    let picture = &json["cards"][1]["picture"];
    assert_eq!(picture["credit"], "Photograph: Iva Torrel");
    assert!(out.folder().join(picture["file"].as_str().unwrap()).is_file());
    let csv = out.text("story.csv");
    assert!(csv.lines().next().unwrap().ends_with("picture,picture_alt,picture_credit,picture_licence,picture_source"));
    assert!(csv.contains(
        "A pilot with a dark cap before a brick wall.,Photograph: Iva Torrel,CC BY 4.0,https://post.example/pilot"
    ));
}

#[test]
fn the_pictures_of_what_is_held_back_are_in_no_file() {
    let (story, out) = (Story::new(), Out::new());
    let whole = story.site().unwrap();
    out.write(&whole, None).unwrap();
    let all = out.forms();
    // Under an embargo, left out since it was withdrawn, and an article of which nothing is left.
    story.change("members.toml", "name.en = \"Lena", "embargo = 2999-01-01T00:00:00Z\nname.en = \"Lena");
    let reason = "reason.en = \"r\", reason.fr = \"r\", reason.ar = \"r\"";
    story.change(
        "operations.toml",
        "name.en = \"Mending",
        &format!("withdrawn = {{ date = 2024-06-01, {reason}, shown = false }}\nname.en = \"Mending"),
    );
    story.change("story.toml", "order = [\"breakwater\", \"lena-dorrit\"]", "");
    let again = Out::new();
    again.write(&story.site().unwrap(), None).unwrap();
    let shown = again.forms();
    let names = |forms: &[String]| -> Vec<String> {
        let mut names: Vec<String> = forms.iter().map(|form| form.split('-').next().unwrap().to_owned()).collect();
        names.dedup();
        names
    };
    let held: Vec<String> = names(&all).into_iter().filter(|name| !names(&shown).contains(name)).collect();
    assert_eq!(held.len(), 2, "{held:?}");
    let secrets = [
        "A pilot with a dark cap",
        "مرشدة بقبعة",
        "Photograph: Iva",
        "post.example/pilot",
        "Grey blocks",
        "post.example/stones",
    ];
    // The same where the folder had them before.
    out.write(&story.site().unwrap(), None).unwrap();
    assert_eq!(out.forms(), shown);
    for out in [&again, &out] {
        for path in every_file(&out.folder()) {
            let bytes = fs::read(out.folder().join(&path)).unwrap();
            for secret in held.iter().map(String::as_str).chain(secrets) {
                let is_there = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
                assert!(!is_there && !path.contains(secret), "{secret} is in {path}");
            }
        }
    }
}

#[test]
fn a_picture_that_cannot_be_decoded_is_a_mistake_where_it_is_named() {
    let (story, out) = (Story::new(), Out::new());
    for name in ["pilot.jpg", "old-quay.png"] {
        let path = story.0.path().join("pictures").join(name);
        let bytes = fs::read(&path).unwrap();
        fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    }
    let site = story.site().unwrap();
    for said in [out.write(&site, None).unwrap_err(), site.check_pictures(&|_, _| {}).unwrap_err()]
        .map(|error| error.to_string())
    {
        assert!(said.contains("error: the picture is damaged or cut short: its end is missing"), "{said}");
        assert!(said.contains("members.toml:11:20"), "{said}");
        assert!(said.contains("venues.toml:11:20"), "{said}");
        assert!(said.contains("help: save it anew") && said.contains("2 mistakes in the story"), "{said}");
    }
    assert!(!out.folder().join("index.html").exists(), "nothing is published");
}

#[test]
fn only_a_story_with_pictures_has_the_styles_for_them_in_an_article() {
    for (story, is_there) in [(STORY, true), ("tests/stories/lighthouse", false)] {
        let files = support::files(story);
        assert_eq!(String::from_utf8_lossy(&files["snippet/en.html"]).contains(".face>img"), is_there, "{story}");
    }
}

#[test]
fn the_worker_keeps_the_face_that_every_screen_can_show() {
    let out = Out::new();
    let story = Story::new();
    out.write(&story.site().unwrap(), None).unwrap();
    let worker = out.text("sw.js");
    for form in out.forms() {
        assert_eq!(worker.contains(&form), form.ends_with("-128.jpg"), "{form}");
    }
}
