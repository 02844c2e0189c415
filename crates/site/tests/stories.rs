//! A site of many stories. The engine is a dummy.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics says what is wrong"
)]

#[path = "support/project.rs"]
mod project;

use std::{
    collections::BTreeSet,
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    sync::Mutex,
    time::{Duration, UNIX_EPOCH},
};

use fact_cards_site::{Engine, SharePictures, SiteError, Stories, StoriesWritten, Target, write_stories};
use tempfile::TempDir;

use self::project::project;

/// A folder for one test, with a copy of the lighthouse story under each of these names.
struct Newsroom(TempDir);

impl Newsroom {
    fn with(names: &[&str]) -> Self {
        let newsroom = Self(TempDir::new().unwrap());
        for name in names {
            let story = newsroom.story(name);
            fs::create_dir_all(&story).unwrap();
            for file in fs::read_dir(project("tests/stories/lighthouse")).unwrap().map(Result::unwrap) {
                fs::copy(file.path(), story.join(file.file_name())).unwrap();
            }
        }
        newsroom
    }

    fn story(&self, name: &str) -> PathBuf {
        self.0.path().join("stories").join(name)
    }

    /// The folder of their site.
    fn site(&self) -> PathBuf {
        self.0.path().join("site")
    }

    fn edit(&self, name: &str, file: &str, what: &str, by: &str) {
        let path = self.story(name).join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(what), "{file} has no {what}");
        fs::write(path, text.replace(what, by)).unwrap();
    }

    fn build(&self, names: &[&str]) -> Result<StoriesWritten, SiteError> {
        let folders: Vec<PathBuf> = names.iter().map(|name| self.story(name)).collect();
        let engine = engine();
        let base_url = "https://cards.example/news/".parse().unwrap();
        let target = Target {
            folder: &self.site(),
            base_url: Some(&base_url),
            compressed: false,
            share_pictures: SharePictures::No,
        };
        write_stories(
            &engine,
            &Stories {
                folders: &folders,
                title: "All <stories>",
                now: UNIX_EPOCH + Duration::from_hours(500_000),
                on_progress: &|_| (),
            },
            target,
        )
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.site().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The same for a file that may not be UTF-8.
    fn read_lossy(&self, path: &str) -> String {
        String::from_utf8_lossy(&fs::read(self.site().join(path)).unwrap()).into_owned()
    }

    fn inode(&self, path: &str) -> u64 {
        fs::metadata(self.site().join(path)).unwrap().ino()
    }

    /// Every file of the site, by path.
    fn files(&self) -> BTreeSet<String> {
        fn below(folder: &Path, top: &Path, files: &mut BTreeSet<String>) {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                if entry.path().is_dir() {
                    below(&entry.path(), top, files);
                } else {
                    files.insert(entry.path().strip_prefix(top).unwrap().to_string_lossy().into_owned());
                }
            }
        }
        let mut files = BTreeSet::new();
        below(&self.site(), &self.site(), &mut files);
        files
    }
}

fn engine() -> Engine {
    let name = |name| (name, b"/* */BUILD".as_slice());
    let texts = Engine::texts().map(name);
    let files: Vec<(&str, &[u8])> =
        std::iter::once(("engine.wasm", b"\0asm\x01\0\0\0".as_slice())).chain(texts).collect();
    Engine::of_files(&files).unwrap()
}

fn said(outcome: Result<StoriesWritten, SiteError>) -> String {
    outcome.map_or_else(|error| error.to_string(), |written| panic!("{written:?}"))
}

#[test]
fn stories_share_one_engine_and_each_has_a_file_of_its_own() {
    let newsroom = Newsroom::with(&["north", "south"]);
    let written = newsroom.build(&["north", "south"]).unwrap();
    let files = newsroom.files();
    assert_eq!((written.stories, written.reused), (2, 0));
    // The manifest of the build is not counted, as hosts do not serve it.
    assert_eq!(written.files, files.len() - 1);
    assert_eq!(files.iter().filter(|file| file.contains(".wasm")).count(), 1, "{files:?}");
    assert_eq!(files.iter().filter(|file| file.ends_with("fact-cards.js")).count(), 1, "{files:?}");
    for story in ["north", "south"] {
        for file in
            ["index.html", "story.bin", "story.json", "sw.js", "snippet/en.html", "embed/en.html", "standalone/en.html"]
        {
            assert!(files.contains(&format!("{story}/{file}")), "{story}/{file} in {files:?}");
        }
    }
    // Its loader has no story, and says so for an element without `src`.
    assert!(newsroom.read("fact-cards.js").contains("fact-cards has no src"), "{}", newsroom.read("fact-cards.js"));
}

#[test]
fn embed_code_of_a_story_names_its_own_file_and_the_shared_loader() {
    let newsroom = Newsroom::with(&["north"]);
    newsroom.build(&["north"]).unwrap();
    let snippet = newsroom.read("north/snippet/en.html");
    assert!(
        snippet.contains(r#"<fact-cards src="https://cards.example/news/north/story.bin" lang="en">"#),
        "{snippet}"
    );
    assert!(snippet.contains(r#"src="https://cards.example/news/fact-cards.js""#), "{snippet}");
    assert!(snippet.contains(r#"<a href="https://cards.example/news/north/">"#), "{snippet}");
    // A request for a language that it lacks gets its first.
    assert_eq!(newsroom.read("north/snippet/index.html"), snippet);
    let oembed = newsroom.read("north/oembed.json");
    assert!(oembed.contains("https://cards.example/news/north/embed/en.html"), "{oembed}");
    assert!(oembed.contains("https://cards.example/news/fact-cards-frame.js"), "{oembed}");
    let page = newsroom.read("north/index.html");
    assert!(page.contains(r#"<link rel="canonical" href="https://cards.example/news/north/">"#), "{page}");
    assert!(page.contains(r#"src="../fact-cards.js?"#) && page.contains(r#" src="story.bin?"#), "{page}");
    let headers = newsroom.read("_headers");
    for rule in ["/news/assets/*", "/news/north/snippet/*", "/news/north/"] {
        assert!(headers.contains(&format!("\n{rule}\n")), "{rule} in {headers}");
    }
}

#[test]
fn the_first_page_lists_the_stories_and_no_text_becomes_markup() {
    let newsroom = Newsroom::with(&["north", "south"]);
    newsroom.edit("south", "story.toml", "title.en = \"", "title.en = \"<b>Bold</b> & ");
    newsroom.build(&["south", "north"]).unwrap();
    let page = newsroom.read("index.html");
    assert!(page.contains("<h1>All &lt;stories&gt;</h1>") && !page.contains("<b>"), "{page}");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} in {page}"));
    assert!(
        at(r#"<a href="south/">&lt;b&gt;Bold&lt;/b&gt; &amp; "#) < at(r#"<a href="north/">"#),
        "in the order given"
    );
}

#[test]
fn only_unchanged_stories_are_reused() {
    let newsroom = Newsroom::with(&["north", "south"]);
    newsroom.build(&["north", "south"]).unwrap();
    let before = (newsroom.inode("north/index.html"), newsroom.inode("south/index.html"));
    let all = newsroom.files();

    newsroom.edit("south", "story.toml", "title.en = \"", "title.en = \"Changed: ");
    let written = newsroom.build(&["north", "south"]).unwrap();
    assert_eq!(written.reused, 1);
    assert_eq!(newsroom.inode("north/index.html"), before.0, "the very same file");
    assert_ne!(newsroom.inode("south/index.html"), before.1);
    assert!(newsroom.read("south/index.html").contains("Changed: "));
    assert!(newsroom.read("index.html").contains("Changed: "));
    // The embed guide has a script with the title in it.
    let without_embed_guide = |files: BTreeSet<String>| -> BTreeSet<String> {
        files.into_iter().filter(|file| !file.contains("/assets/embed-guide-")).collect()
    };
    assert_eq!(without_embed_guide(newsroom.files()), without_embed_guide(all));

    // A story that is no longer listed is removed; one with a missing file is built again.
    fs::remove_file(newsroom.site().join("north/story.bin")).unwrap();
    let written = newsroom.build(&["north"]).unwrap();
    assert_eq!((written.stories, written.reused), (1, 0));
    assert!(!newsroom.files().iter().any(|file| file.starts_with("south/")));
    assert!(newsroom.files().contains("north/story.bin"));
}

#[test]
fn a_story_whose_files_were_damaged_is_built_again() {
    let newsroom = Newsroom::with(&["north", "south"]);
    newsroom.build(&["north", "south"]).unwrap();
    let page = newsroom.read("north/index.html");
    fs::write(newsroom.site().join("north/index.html"), "").unwrap();
    fs::write(newsroom.site().join("south/notes.txt"), "somebody else's").unwrap();
    assert_eq!(newsroom.build(&["north", "south"]).unwrap().reused, 1);
    assert_eq!(newsroom.read("north/index.html"), page);
    assert_eq!(newsroom.read("south/notes.txt"), "somebody else's");
}

#[test]
fn an_entirely_held_back_story_leaves_no_trace_in_a_site_of_many() {
    let newsroom = Newsroom::with(&["north", "secret-inquiry"]);
    for file in fs::read_dir(newsroom.story("secret-inquiry")).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, text.replace("[[fact]]", "[[fact]]\nembargo = 2999-01-01T00:00:00Z")).unwrap();
    }
    let all = |newsroom: &Newsroom| -> Vec<(String, String)> {
        newsroom.files().into_iter().map(|path| (path.clone(), newsroom.read_lossy(&path))).collect()
    };
    newsroom.build(&["north"]).unwrap();
    let without = all(&newsroom);
    for _ in 0..2 {
        let written = newsroom.build(&["north", "secret-inquiry"]).unwrap();
        assert_eq!(written.stories, 1);
        assert!(written.held_back[0].1.contains("2999-01-01"), "{:?}", written.held_back);
        for (with, without) in all(&newsroom).iter().zip(&without) {
            assert!(with == without, "{} is byte for byte as without it, and so is {}", with.0, without.0);
        }
        assert_eq!(newsroom.files().len(), without.len());
    }
}

#[test]
fn what_is_held_back_of_a_story_is_reported_each_time_and_is_in_no_file() {
    let newsroom = Newsroom::with(&["north"]);
    newsroom.edit(
        "north",
        "facts.toml",
        "id = \"tower-weight\"",
        "id = \"tower-weight\"\nembargo = 2999-01-01T00:00:00Z",
    );
    for reused in [0, 1] {
        let written = newsroom.build(&["north"]).unwrap();
        assert_eq!(written.reused, reused);
        assert!(written.held_back[0].1.contains("the fact `tower-weight`"), "{:?}", written.held_back);
        for path in newsroom.files() {
            let text = newsroom.read_lossy(&path);
            assert!(!text.contains("tower-weight") && !text.contains("2999-01-01"), "{path}");
        }
    }
}

#[test]
fn the_mistakes_of_all_stories_are_reported_and_nothing_is_replaced() {
    let newsroom = Newsroom::with(&["north", "south", "west"]);
    newsroom.build(&["north", "south", "west"]).unwrap();
    let before = newsroom.read("north/index.html");
    newsroom.edit("north", "story.toml", "title.en", "titel.en");
    newsroom.edit("west", "story.toml", "title.en", "titel.en");
    newsroom.edit("south", "story.toml", "title.en = \"", "title.en = \"Changed: ");
    let said = said(newsroom.build(&["north", "south", "west"]));
    assert!(said.contains("north/story.toml:") && said.contains("west/story.toml:"), "{said}");
    assert!(said.ends_with("2 mistakes in the story"), "{said}");
    assert_eq!(newsroom.read("north/index.html"), before);
    assert!(!newsroom.read("south/index.html").contains("Changed: "));
}

#[test]
fn a_name_that_is_taken_or_unfit_for_an_address_is_refused_with_what_to_do() {
    let newsroom = Newsroom::with(&["North Light", "assets", "north"]);
    assert!(said(newsroom.build(&["North Light"])).ends_with(
        "stories/North Light cannot stand in an address. Call the folder by lower-case words joined by hyphens, such as `budget-2026`."
    ));
    assert!(
        said(newsroom.build(&["assets"]))
            .ends_with("stories/assets: a site has a folder `assets` of its own. Give the story another name.")
    );
    assert_eq!(
        said(newsroom.build(&["north", "../stories/north"])),
        "two of the stories are in folders called `north`. Give one of them another name."
    );
    assert!(said(newsroom.build(&["nowhere"])).contains("there is no story in "));
}

#[test]
fn progress_is_reported_once_for_each_story() {
    let newsroom = Newsroom::with(&["north", "south", "west"]);
    let folders = ["north", "south", "west"].map(|name| newsroom.story(name));
    let told = Mutex::new(BTreeSet::new());
    let on_progress = |done| {
        told.lock().unwrap().insert(done);
    };
    let stories = Stories { folders: &folders, title: "", now: UNIX_EPOCH, on_progress: &on_progress };
    let target =
        Target { folder: &newsroom.site(), base_url: None, compressed: false, share_pictures: SharePictures::No };
    write_stories(&engine(), &stories, target).unwrap();
    assert_eq!(*told.lock().unwrap(), BTreeSet::from([1, 2, 3]));
}

#[test]
fn each_story_of_many_has_pages_of_its_cards_a_map_and_pages_of_what_is_gone() {
    const TOP: &str = "https://cards.example/news/";
    let newsroom = Newsroom::with(&["first", "second"]);
    newsroom.build(&["first", "second"]).unwrap();
    for story in ["first", "second"] {
        let page = newsroom.read(&format!("{story}/fact/tower-weight/index.html"));
        assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{TOP}{story}/fact/tower-weight/\">")), "{page}");
        let sheet = page.split("<link rel=\"stylesheet\" href=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(newsroom.files().contains(sheet.strip_prefix("../../../").unwrap()), "{sheet}");
        let snippet = newsroom.read(&format!("{story}/snippet/en.html"));
        assert!(snippet.contains(&format!(" data-base=\"{TOP}{story}/\"")), "{snippet}");
        assert!(newsroom.read(&format!("{story}/sitemap.xml")).contains(&format!("<loc>{TOP}{story}/card/")));
    }
    let list = newsroom.read("sitemap.xml");
    let maps: Vec<&str> = list.split("<loc>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    assert_eq!(maps, [format!("{TOP}first/sitemap.xml"), format!("{TOP}second/sitemap.xml")]);

    newsroom.edit("first", "facts.toml", "id = \"tower-weight\"", "id = \"weight\"");
    for reused in [1, 2] {
        assert_eq!(newsroom.build(&["first", "second"]).unwrap().reused, reused);
        let gone = newsroom.read("first/fact/tower-weight/index.html");
        assert!(gone.contains("This fact is no longer part of the story."), "{gone}");
        assert!(newsroom.read("second/fact/tower-weight/index.html").contains("12,000"));
    }
    assert!(newsroom.read("_headers").contains("/news/first/card/*\n"));
}

#[test]
fn no_story_may_be_called_as_a_folder_of_pages() {
    for name in ["card", "fact"] {
        let newsroom = Newsroom::with(&[name]);
        assert!(matches!(newsroom.build(&[name]), Err(SiteError::NameOfTheSite { .. })), "{name}");
    }
}
