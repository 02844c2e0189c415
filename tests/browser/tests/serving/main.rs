//! What serves a site: `cargo xtask serve` while an editor works on a story, and nginx when it is published.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod nginx;
mod oembed;

use std::{
    env, fs,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
};

use fact_cards_browser_tests::Visit;

/// `cargo xtask serve`, which ends with the test.
struct Serving {
    process: Child,
    address: String,
    /// What it prints as errors, line by line.
    errors: mpsc::Receiver<String>,
}

impl Serving {
    fn start(story: &Path) -> Self {
        let xtask = env::var_os("FACT_CARDS_XTASK").expect("`cargo xtask test browser` says where it is");
        let mut process = Command::new(xtask)
            .args(["serve", "--port", "0", "--story"])
            .arg(story)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it can be started");
        let errors = lines(process.stderr.take().expect("its errors are piped"));
        let output = lines(process.stdout.take().expect("its output is piped"));
        let address = output
            .iter()
            .find_map(|line| Some(line.split_once(" at ")?.1.split_once("/ until")?.0.to_owned()))
            .expect("it says where it serves");
        Self { process, address, errors }
    }

    /// Waits until it prints an error with that in it.
    fn until_error(&self, part: &str) {
        assert!(self.errors.iter().any(|line| line.contains(part)), "it ended without saying {part:?}");
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn lines(stream: impl Read + Send + 'static) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            // The test may have ended.
            let _ = sender.send(line);
        }
    });
    receiver
}

/// A copy of the small story that a test may change.
fn story() -> PathBuf {
    let copy = env::temp_dir().join(format!("fact-cards-serving-{}", std::process::id()));
    fs::create_dir_all(&copy).unwrap();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../stories/lighthouse")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), copy.join(entry.file_name())).unwrap();
    }
    copy
}

#[tokio::test]
async fn what_is_saved_shows_at_once_and_a_mistake_leaves_the_last_good_version() {
    let story = story();
    let serving = Serving::start(&story);
    let file = story.join("story.toml");
    let good = fs::read_to_string(&file).unwrap();
    let retitled = |title: &str| {
        let lines = good.lines().map(|line| match line.split_once(" = ") {
            Some(("title.en", _)) => format!("title.en = {title}"),
            _ => line.to_owned(),
        });
        fs::write(&file, lines.collect::<Vec<_>>().join("\n")).unwrap();
    };

    Visit::to_address(serving.address.clone())
        .and(async |page| {
            page.open("").await;
            retitled("\"A title that was just written\"");
            page.until_reloaded_with("h1", "A title that was just written").await;

            retitled("7");
            serving.until_error("`title.en` must be a text, not a whole number");
            serving.until_error("The last version that worked is still shown.");
            page.reload().await;
            assert_eq!(page.text("h1").await, "A title that was just written");

            retitled("\"And the mistake is mended\"");
            page.until_reloaded_with("h1", "And the mistake is mended").await;
        })
        .await;
    fs::remove_dir_all(story).unwrap();
}
