//! The npm package, installed from the packed file into a fresh project: with Vite, in a page without a bundler, in
//! TypeScript, and on a server.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::SystemTime,
};

use fact_cards_browser_tests::{Folder, Page, Visit, built_engine, in_project};
use fact_cards_site::{SharePictures, Stories, Target, write_stories};

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

/// A fresh project with the package installed.
struct Project(Folder);

impl Project {
    fn new(name: &str) -> Self {
        let project = Self(Folder::new(name));
        project.write("package.json", r#"{ "name": "an-article", "private": true, "type": "module" }"#);
        let package = env::var_os("FACT_CARDS_PACKAGE").expect("`cargo xtask test browser` packs it and says where");
        // It has no dependencies, so no registry is asked.
        let install = ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error"];
        project.run(Command::new("npm").args(install).arg(package));
        project
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.at(path), text).expect("a temporary file can be written");
    }

    /// Runs a command there and returns all that it prints.
    fn run(&self, command: &mut Command) -> String {
        let output = command.current_dir(self.0.path()).output().expect("there are Node.js and npm");
        let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
        assert!(output.status.success(), "{command:?}: {said}");
        said
    }

    /// Runs a script installed by `cargo xtask test browser`.
    fn run_script(&self, script: &str, arguments: &[&str]) -> String {
        let script = env::var_os(script).expect("`cargo xtask test browser` installs it and says where");
        self.run(Command::new("node").arg(script).args(arguments))
    }
}

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
    visit(&stories(&project.0), &project.at("dist"))
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
    visit(&stories(&project.0), project.0.path())
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
