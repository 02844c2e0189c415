//! The npm package, installed from the packed file into a fresh project: with Vite, in a page without a bundler, in
//! TypeScript, and on a server. Apps of other bundlers and of frameworks are in `tests/browser/apps`.

mod bundlers;
mod development;
mod frameworks;
mod project;
mod types;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::SystemTime,
};

use fact_cards_browser_tests::{Folder, Page, Visit, built_engine, in_project};
use fact_cards_site::{SharePictures, Stories, Target, write_stories};

use self::project::Project;

const ROOT: &str = "document.querySelector('fact-cards').shadowRoot";
const SEARCH: &str = "fact-cards >>> input[type=search]";

/// The policy that the package's README requires, with `https://cards.example` for the story's origin.
const SCRIPTS: &str = "script-src 'self' 'wasm-unsafe-eval'";
const CONNECTIONS: &str = "connect-src 'self' https://cards.example";

/// The element, with the fallback text from the package's README.
const ELEMENT: &str = r#"<fact-cards src="{site}/lighthouse/story.bin" lang="en"><a href="{site}/lighthouse/">The facts</a></fact-cards>"#;

/// A program that uses the types correctly and incorrectly.
const TYPED: &str = r#"import { FactCardsElement, type FactCardsState } from "fact-cards";

const states: FactCardsState[] = [];
document.addEventListener("fact-cards-change", (event) => states.push(event.detail));
const cards = document.querySelector("fact-cards");
if (cards instanceof FactCardsElement) {
  cards.kind = "operation";
  cards.headingLevel = 3;
  cards.syncUrl = true;
  cards.src = null;
  const told: string = cards.headingLevel + cards.q;
  cards.addEventListener("fact-cards-error", (event) => console.log(event.detail.trim(), told));
}
const made: FactCardsElement = document.createElement("fact-cards");
// @ts-expect-error
made.kind = "bridge";
// @ts-expect-error
made.syncUrl = "yes";
// @ts-expect-error
made.sorted = "name";
// @ts-expect-error
const year: number = states[0].year;
// @ts-expect-error
made.addEventListener("fact-cards-error", (event) => event.detail.q);
"#;

/// The site of a story, in a folder to be served from another origin.
fn stories(folder: &Folder) -> PathBuf {
    let site = folder.path().join("stories");
    let folders = [in_project("tests/stories/lighthouse")];
    let stories = Stories { folders: &folders, title: "All stories", now: SystemTime::now(), on_progress: &|_| () };
    let target = Target { folder: &site, base_url: None, compressed: false, share_pictures: SharePictures::No };
    write_stories(&built_engine(), &stories, target).expect("the site can be written");
    site
}

/// A visit to a page in a folder that shows the story, under a strict policy.
fn visit(stories: &Path, pages: &Path) -> Visit {
    let readme = fs::read_to_string(in_project("crates/site/package/README.md")).expect("the package has a README");
    assert!(readme.contains(SCRIPTS) && readme.contains(CONNECTIONS), "{readme}");
    let connections = CONNECTIONS.replace("https://cards.example", "{site}");
    Visit::to_folder(stories.to_owned()).embedded_in_folder(pages).policy(&format!(
        "default-src 'none'; {SCRIPTS}; {connections}; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'"
    ))
}

/// Visits the page that an app has become: the cards come, a search and a filter work, and the page hears of it. The app asks for
/// headings of the third level by a property's name where its framework writes such, and for no state in the address.
async fn visit_app(project: &Project, pages: &str) {
    let pages = project.at(pages);
    let page = fs::read_to_string(pages.join("index.html")).expect("the app has a page");
    let element = page.split_once("<fact-cards").and_then(|(_, element)| element.split_once("</fact-cards>"));
    assert!(element.is_some_and(|(element, _)| element.contains(">The facts</a>")), "the server renders it: {page}");
    Visit::to_folder(stories(project.folder()))
        .embedded_in_folder(&pages)
        .and(async |page| {
            page.go("").await;
            use_the_cards(page).await;
            use_the_app(page).await;
        })
        .await;
}

/// What an app does when a reader uses the cards in it.
async fn use_the_app(page: &Page) {
    page.click("fact-cards >>> label[for=kind-member]").await;
    page.until_text("#told", "member").await;
    page.until(&format!("{ROOT}.querySelector('h3.title')")).await;
    assert_eq!(page.fragment().await, "", "no state is kept in the address");
}

/// Searches, and checks that the story is that of the other origin.
async fn use_the_cards(page: &Page) {
    page.until(&format!("{ROOT}?.querySelector('[data-card]')")).await;
    assert_eq!(page.requests(), ["/lighthouse/snippet/en.html"], "nothing else of the story before activation");
    page.type_into(SEARCH, "keeper").await;
    page.until(&format!("{ROOT}.querySelector('mark')")).await;
    assert!(page.requests().contains(&"/lighthouse/story.bin".to_owned()), "{:?}", page.requests());
}

#[tokio::test]
async fn a_fresh_vite_project_shows_the_story_of_another_origin() {
    let project = Project::new("package-vite");
    project.write(
        "index.html",
        &format!(r#"<!doctype html><html lang="en"><head><title>An article</title></head><body>{ELEMENT}<script type="module" src="/main.ts"></script></body></html>"#),
    );
    project.write(
        "main.ts",
        "import 'fact-cards';\n\
         const cards = document.querySelector('fact-cards')!;\n\
         cards.headingLevel = 3;\n\
         document.addEventListener('fact-cards-change', ({ detail }) => document.title = `now ${detail.kind}`);",
    );
    let said = project.run_script("FACT_CARDS_VITE", &["build", "--logLevel", "warn"]);
    assert_eq!(said, "", "Vite has nothing to warn of");
    visit(&stories(project.folder()), &project.at("dist"))
        .and(async |page| {
            page.go("").await;
            use_the_cards(page).await;
            page.click("fact-cards >>> label[for=kind-member]").await;
            page.until("document.title === 'now member'").await;
            page.until(&format!("{ROOT}.querySelector('h3.title')")).await;
        })
        .await;
}

#[tokio::test]
async fn a_page_without_a_bundler_can_use_the_package_files_directly() {
    let project = Project::new("package-plain");
    let script = r#"<script type="module" src="node_modules/fact-cards/fact-cards.js"></script>"#;
    let page =
        |body: &str| format!("<!doctype html><html lang=\"en\"><head><title>An article</title></head><body>{body}");
    project.write("index.html", &page(&format!("{script}{ELEMENT}")));
    project.write(
        "without.html",
        &page(&format!(r#"<script src="tell.js"></script>{script}<fact-cards>None.</fact-cards>"#)),
    );
    project.write("tell.js", "addEventListener('fact-cards-error', (event) => (document.title = event.detail));");
    visit(&stories(project.folder()), project.folder().path())
        .and(async |page| {
            page.go("").await;
            use_the_cards(page).await;
            let asked = page.requests().len();
            page.go("without.html").await;
            page.until("document.title === 'fact-cards has no src'").await;
            assert_eq!(page.text("fact-cards").await, "None.");
            assert_eq!(page.requests().len(), asked, "no story is looked for");
        })
        .await;
}

#[test]
fn typescript_knows_the_element_and_rejects_wrong_types() {
    let project = Project::new("package-types");
    project.write("typed.ts", TYPED);
    let strict = ["--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler"];
    let said = project.run_script("FACT_CARDS_TYPESCRIPT", &[&strict[..], &["typed.ts"]].concat());
    assert_eq!(said, "");
}

#[test]
fn importing_the_package_on_a_server_does_nothing() {
    let project = Project::new("package-server");
    let import = "import { FactCardsElement } from 'fact-cards'; console.log(typeof FactCardsElement);";
    let said = project.run(Command::new("node").args(["--input-type=module", "--eval", import]));
    assert_eq!(said, "function\n");
}
