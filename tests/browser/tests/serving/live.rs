//! What an editor sees in the browser while `serve` is running: that of the program, and that of this project.

use std::{
    env, fs,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
};

use fact_cards_browser_tests::{Folder, Page, UNSTABLE_OPTIONS, Visit, free_port, in_project};

/// A running `serve`, killed on drop.
struct Serving {
    process: Child,
    address: String,
    /// Its standard error, line by line.
    errors: mpsc::Receiver<String>,
}

impl Serving {
    /// The program's `serve`, on any port.
    fn start(story: &Path) -> Self {
        Self::at_port(story, "0")
    }

    fn at_port(story: &Path, port: &str) -> Self {
        let program = env::var_os("FACT_CARDS_PROGRAM").expect("`cargo xtask test browser` builds it and says where");
        Self::call(Command::new(program).arg("serve").arg(story).args(["--port", port]))
    }

    /// This project's `serve`.
    fn of_the_project(story: &Path) -> Self {
        let xtask = env::var_os("FACT_CARDS_XTASK").expect("`cargo xtask test browser` says where it is");
        Self::call(Command::new(xtask).args(["serve", "--port", "0", "--story"]).arg(story))
    }

    fn call(command: &mut Command) -> Self {
        command.env_remove(UNSTABLE_OPTIONS).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().expect("it can be started");
        let errors = lines(process.stderr.take().expect("its errors are piped"));
        let output = lines(process.stdout.take().expect("its output is piped"));
        let address = output
            .iter()
            .find_map(|line| Some(line.split_once(" at ")?.1.split_once("/ until")?.0.to_owned()))
            .expect("it says where it serves");
        Self { process, address, errors }
    }

    /// Waits until it prints an error that contains the text.
    fn until_error(&self, part: &str) {
        assert!(self.errors.iter().any(|line| line.contains(part)), "it ended without saying {part:?}");
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have exited by itself.
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

/// A copy of a story for a test to change.
struct Story(Folder);

impl Story {
    fn copy(of: &str, name: &str) -> Self {
        Self(Folder::copy_of(&in_project(of), name))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn file(&self) -> PathBuf {
        self.path().join("story.toml")
    }

    /// Saves it with another title, given as TOML.
    fn retitle(&self, title: &str) {
        let lines = fs::read_to_string(self.file()).unwrap();
        let lines = lines.lines().map(|line| match line.split_once(" = ") {
            Some(("title.en", _)) => format!("title.en = {title}"),
            _ => line.to_owned(),
        });
        fs::write(self.file(), lines.collect::<Vec<_>>().join("\n")).unwrap();
    }
}

/// The panel that lists mistakes in the page.
const PANEL: &str = "#fact-cards-serve >>> details";
const IS_GONE: &str = "!document.querySelector('#fact-cards-serve')";

/// Waits until the panel says that, even while the page is reloading.
async fn until_panel(page: &Page, summary: &str) {
    page.until_reloaded_with(&format!("{PANEL} > summary"), summary).await;
}

/// Saves a title and waits until it shows, which reloads the page.
async fn save(page: &Page, story: &Story, title: &str) {
    story.retitle(&format!("\"{title}\""));
    page.until_reloaded_with(".title", title).await;
}

/// What is saved shows, and a mistake is reported over the last good version until it is corrected.
async fn shows_saves_and_mistakes(serving: Serving, story: &Story) {
    Visit::to_address(serving.address.clone())
        .and(async |page| {
            page.open("").await;
            save(page, story, "A title that was just written").await;

            story.retitle("7");
            serving.until_error("`title.en` must be a text, not a whole number");
            serving.until_error("The last version that worked is still shown.");
            until_panel(page, "1 mistake in the story").await;
            let told = page.text(PANEL).await;
            assert!(told.contains("`title.en` must be a text, not a whole number"), "{told}");
            assert!(told.contains("story.toml:") && told.contains('^'), "{told}");
            assert_eq!(page.text("h1").await, "A title that was just written");

            page.reload().await;
            until_panel(page, "1 mistake in the story").await;
            assert_eq!(page.text("h1").await, "A title that was just written");

            save(page, story, "And the mistake is mended").await;
            page.until(IS_GONE).await;
        })
        .await;
}

#[tokio::test]
async fn a_save_shows_at_once_and_a_mistake_keeps_the_last_good_version() {
    let story = Story::copy("tests/stories/lighthouse", "served-saved");
    shows_saves_and_mistakes(Serving::start(story.path()), &story).await;
}

#[tokio::test]
async fn the_same_holds_for_the_projects_own_serve_command() {
    let story = Story::copy("tests/stories/lighthouse", "served-project");
    shows_saves_and_mistakes(Serving::of_the_project(story.path()), &story).await;
}

#[tokio::test]
async fn choices_input_open_details_and_scroll_position_survive_a_save() {
    let story = Story::copy("seeds", "served-kept");
    let serving = Serving::start(story.path());
    Visit::to_address(serving.address.clone())
        .and(async |page| {
            page.open("").await;
            page.click("label[for=kind-operation]").await;
            page.type_into("input[type=search]", "police ").await;
            page.until("document.querySelector('mark')").await;
            let open = "(document.querySelector('.facts-of summary').click(), true)";
            page.value::<bool>(open).await;
            let count: usize = page.value("document.querySelectorAll('[data-card]').length").await;
            let select = "(document.activeElement.setSelectionRange(1, 4), scrollTo(0, 400), scrollY)";
            let scrolled: f64 = page.value(select).await;
            assert!(scrolled > 0.0, "the page is high enough");

            save(page, &story, "Another title of the same length as it had").await;
            page.until("document.querySelector('[data-ready]')").await;
            page.until_card_count(count).await;
            let query = "document.querySelector('input[type=search]')";
            page.until(&format!("{query}.value === 'police '")).await;
            page.until("document.querySelector('.facts-of').open").await;
            page.until(&format!("document.activeElement === {query}")).await;
            page.until(&format!("{query}.selectionStart === 1 && {query}.selectionEnd === 4")).await;
            page.until(&format!("Math.abs(scrollY - {scrolled}) < 60")).await;
        })
        .await;
}

#[tokio::test]
async fn the_card_being_read_stays_in_place_when_content_above_it_changes() {
    let story = Story::copy("seeds", "served-scrolled");
    let serving = Serving::start(story.path());
    Visit::to_address(serving.address.clone())
        .and(async |page| {
            page.go("").await;
            page.until("document.querySelector('[data-ready]')").await;
            let card = "document.querySelectorAll('[data-card]')[9].getBoundingClientRect().top";
            let before: f64 = page.value(&format!("(scrollBy(0, {card} - 20), {card})")).await;
            save(page, &story, "A title of many lines ".repeat(20).trim()).await;
            page.until(&format!("Math.abs({card} - {before}) < 2")).await;
        })
        .await;
}

#[tokio::test]
async fn in_a_frame_choices_survive_a_save_without_being_in_the_address() {
    let story = Story::copy("seeds", "served-framed");
    let serving = Serving::start(story.path());
    Visit::to_address(serving.address.clone())
        // A page for a frame has no icon, and browsers request one when it is opened by itself.
        .where_something_fails()
        .and(async |page| {
            page.open("embed/en.html?kind=venue").await;
            page.until_card_count(4).await;
            page.click("label[for=kind-operation]").await;
            page.until("document.querySelectorAll('[data-card]').length !== 4").await;
            let count: usize = page.value("document.querySelectorAll('[data-card]').length").await;
            for title in ["Once", "Twice"] {
                save(page, &story, title).await;
                page.until("document.querySelector('[data-ready]')").await;
                page.until_card_count(count).await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_story_that_starts_with_a_mistake_shows_only_that_until_it_is_corrected() {
    let story = Story::copy("tests/stories/lighthouse", "served-mistaken");
    story.retitle("7");
    let serving = Serving::start(story.path());
    serving.until_error("Nothing else is shown until that is mended.");
    Visit::to_address(serving.address.clone())
        // There is no icon yet, and browsers request one.
        .where_something_fails()
        .and(async |page| {
            page.go("").await;
            until_panel(page, "1 mistake in the story").await;
            save(page, &story, "Mended").await;
            page.until(IS_GONE).await;
            page.until_text("h1", "Mended").await;
        })
        .await;
}

#[tokio::test]
async fn a_collapsed_panel_stays_collapsed_until_the_mistakes_change() {
    let story = Story::copy("tests/stories/lighthouse", "served-folded");
    let serving = Serving::start(story.path());
    Visit::to_address(serving.address.clone())
        .and(async |page| {
            page.open("").await;
            story.retitle("7");
            until_panel(page, "1 mistake in the story").await;
            page.click(&format!("{PANEL} > summary")).await;
            page.reload().await;
            until_panel(page, "1 mistake in the story").await;
            let is_open = "document.querySelector('#fact-cards-serve').shadowRoot.querySelector('details').open";
            assert!(!page.value::<bool>(is_open).await, "it is folded");
            story.retitle("true");
            page.until(is_open).await;
        })
        .await;
}

#[tokio::test]
async fn a_page_says_when_the_server_is_gone_and_updates_when_it_is_back() {
    let story = Story::copy("tests/stories/lighthouse", "served-again");
    // A port that nobody else takes while the server is down.
    let port = free_port().to_string();
    let serving = Serving::at_port(story.path(), &port);
    let address = serving.address.clone();
    Visit::to_address(address)
        .where_something_fails()
        .and(async |page| {
            page.open("").await;
            drop(serving);
            until_panel(page, "Nobody serves this page any more").await;
            story.retitle("\"Written meanwhile\"");
            let _again = Serving::at_port(story.path(), &port);
            page.until_reloaded_with("h1", "Written meanwhile").await;
            page.until(IS_GONE).await;
        })
        .await;
}
