//! What is reported to the editor and what the pages show while a story is served. The engine is a dummy.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where something is not as it should be")]

use std::{
    collections::VecDeque,
    fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, Sender},
    thread,
};

use fact_cards_command::{Error, Files, ServeEvent, Workshop, files, new, serve};
use fact_cards_site::{BaseUrl, Engine};
use tempfile::TempDir;

/// One change that an editor makes to the files.
type Step = Box<dyn FnOnce() + Send>;

struct WithNoEngine {
    engine: Engine,
    /// Saves that take several steps.
    saves: Receiver<Vec<Step>>,
    /// The remaining steps of the current save.
    steps: VecDeque<Step>,
}

impl Workshop for WithNoEngine {
    /// Called between two checks of the files; doing one step in each call simulates the slowest possible editor.
    fn has_changed(&mut self) -> bool {
        self.steps.extend(self.saves.try_iter().flatten());
        if let Some(step) = self.steps.pop_front() {
            step();
        }
        false
    }

    fn make(&mut self, story: &Path, base_url: &BaseUrl) -> Result<Files, Error> {
        files(story, &self.engine, base_url)
    }
}

/// A workshop, and a channel for saves that take several steps.
fn workshop() -> (WithNoEngine, Sender<Vec<Step>>) {
    let texts = Engine::texts().map(|name| (name, b"BUILD".as_slice()));
    let files: Vec<(&str, &[u8])> =
        std::iter::once(("engine.wasm", b"\0asm\x01\0\0\0".as_slice())).chain(texts).collect();
    let (save, saves) = mpsc::channel();
    (WithNoEngine { engine: Engine::of_files(&files).unwrap(), saves, steps: VecDeque::new() }, save)
}

/// A story that is served until the tests end.
struct Served {
    folder: TempDir,
    address: String,
    told: Receiver<String>,
    save: Sender<Vec<Step>>,
}

const SHOWN: &str = "shown";

impl Served {
    /// Serves a new story after a change to it.
    fn start(first: impl FnOnce(&Path)) -> Self {
        let folder = TempDir::new().unwrap();
        let story = folder.path().join("story");
        new(&story).unwrap();
        first(&story);
        let (tell, told) = mpsc::channel();
        let (mut workshop, save) = workshop();
        thread::spawn(move || {
            let ended = serve(&story, 0, &mut workshop, |event| {
                let line = match event {
                    ServeEvent::Serving { url, .. } => (*url).to_owned(),
                    ServeEvent::Shown { .. } => SHOWN.to_owned(),
                    ServeEvent::NotShown { error, stays } => format!("{} stays: {stays}", error.render(false)),
                };
                // The test may have ended.
                let _ = tell.send(line);
            });
            match ended {
                Err(error) => panic!("{error}"),
            }
        });
        let address = told.recv().unwrap();
        Self { folder, address, told, save }
    }

    fn story(&self) -> PathBuf {
        self.folder.path().join("story")
    }

    /// The next message.
    fn hears(&self) -> String {
        self.told.recv().unwrap()
    }

    /// The page as currently served.
    fn page(&self) -> String {
        let mut stream = TcpStream::connect(self.address.trim_start_matches("http://")).unwrap();
        let host = self.address.trim_start_matches("http://");
        write!(stream, "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut page = String::new();
        stream.read_to_string(&mut page).unwrap();
        page
    }
}

/// Replaces the story's title atomically, so that nobody sees half of it on a slow machine.
fn retitle(story: &Path, title: &str) {
    let (file, beside) = (story.join("story.toml"), story.join("story.toml.new"));
    let retitled = retitled(&fs::read_to_string(&file).unwrap(), title);
    fs::write(&beside, retitled).unwrap();
    fs::rename(beside, file).unwrap();
}

fn retitled(text: &str, title: &str) -> String {
    let line = |line: &str| match line.split_once(" = ") {
        Some(("title.en", _)) => format!("title.en = {title}\n"),
        _ => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

#[test]
fn a_save_shows_and_a_mistake_keeps_the_last_version() {
    let served = Served::start(|_| {});
    assert_eq!(served.hears(), SHOWN);
    retitle(&served.story(), "\"Just written\"");
    assert_eq!(served.hears(), SHOWN);
    assert!(served.page().contains("Just written"));
    retitle(&served.story(), "7");
    let told = served.hears();
    assert!(told.contains("story.toml:") && told.ends_with("1 mistake in the story stays: true"), "{told}");
    assert!(served.page().contains("Just written"));
    retitle(&served.story(), "\"Mended\"");
    assert_eq!(served.hears(), SHOWN);
    assert!(served.page().contains("Mended"));
}

#[test]
fn a_story_that_starts_with_a_mistake_is_served_and_shows_once_it_is_corrected() {
    let served = Served::start(|story| retitle(story, "7"));
    let told = served.hears();
    assert!(told.ends_with("1 mistake in the story stays: false"), "{told}");
    assert!(served.page().contains("Mistakes in the story"));
    retitle(&served.story(), "\"Mended\"");
    assert_eq!(served.hears(), SHOWN);
    assert!(served.page().contains("Mended"));
}

#[test]
fn a_file_that_is_written_in_several_steps_is_one_save() {
    let served = Served::start(|_| {});
    assert_eq!(served.hears(), SHOWN);
    let file = served.story().join("story.toml");
    let text = retitled(&fs::read_to_string(&file).unwrap(), "\"In steps\"");
    let (beside, half) =
        (served.story().join("story.toml.new"), text.chars().take(text.chars().count() / 2).collect::<String>());
    let write = |text: &str| -> Step {
        let (file, text) = (file.clone(), text.to_owned());
        Box::new(move || fs::write(file, text).unwrap())
    };
    // One editor truncates the file first; the other writes a new file and renames it over the old one.
    let (empty, begun, written) = (write(""), write(&half), write(&text));
    let replaced = Box::new(move || {
        fs::write(&beside, text).unwrap();
        fs::rename(beside, file).unwrap();
    });
    served.save.send(vec![empty, begun, written, replaced]).unwrap();
    assert_eq!(served.hears(), SHOWN);
    assert!(served.page().contains("In steps"));
    // The next message is about the next save.
    retitle(&served.story(), "7");
    assert!(served.hears().contains("1 mistake"));
}

#[test]
fn a_new_file_and_a_words_file_are_noticed() {
    let served = Served::start(|_| {});
    assert_eq!(served.hears(), SHOWN);
    fs::write(served.story().join("unknown.toml"), "").unwrap();
    assert!(served.hears().contains("unknown.toml"));
    fs::remove_file(served.story().join("unknown.toml")).unwrap();
    assert_eq!(served.hears(), SHOWN);
    fs::create_dir(served.story().join("words")).unwrap();
    fs::write(served.story().join("words/cy.ftl"), "").unwrap();
    assert!(served.hears().contains("words/cy.ftl"));
}

#[test]
fn a_removed_folder_is_reported_and_shows_again_when_it_is_back() {
    let served = Served::start(|_| {});
    assert_eq!(served.hears(), SHOWN);
    let away = served.folder.path().join("away");
    fs::rename(served.story(), &away).unwrap();
    let told = served.hears();
    assert!(told.starts_with("error: there is no story in ") && told.ends_with("stays: true"), "{told}");
    fs::rename(&away, served.story()).unwrap();
    assert_eq!(served.hears(), SHOWN);
}

#[test]
fn a_port_in_use_is_reported_with_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let Err(error) = serve(Path::new("."), port, &mut workshop().0, |_| {});
    assert!(error.to_string().starts_with(&format!("port {port} of this machine cannot be used: ")), "{error}");
    assert!(error.to_string().ends_with(". Choose another with --port."), "{error}");
    assert_eq!(error.status(), 3);
}

#[test]
fn where_there_is_no_story_nothing_is_served() {
    let Err(error) = serve(Path::new("nowhere"), 0, &mut workshop().0, |_| {});
    assert!(error.to_string().starts_with("there is no story in nowhere: "), "{error}");
}
