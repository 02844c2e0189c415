use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
    time::SystemTime,
};

use fact_cards_command::{build_stories, read};
use fact_cards_site::{Engine, Stories, Target};

use crate::{
    Group, budget,
    command::run,
    engine::{self, Built, Library},
    error::Error,
    generate, npm, program, project,
    setup::{self, Browsers},
};

/// The stories that the browser tests visit, by the name of the site that is made of each.
const STORIES: [(&str, &str); 4] = [
    ("seeds", "seeds"),
    ("lighthouse", "tests/stories/lighthouse"),
    ("hostile", "tests/stories/hostile"),
    ("corrected", "tests/stories/corrected"),
];

/// The site of a story of several pages, and how many cards it has.
const MANY: (&str, u16) = ("many", 1_000);

/// Stories that share one engine, in one site of that name.
const STORIES_OF_ONE_SITE: (&str, [&str; 3]) =
    ("stories", ["seeds", "tests/stories/lighthouse", "tests/stories/corrected"]);

/// The first story once more, as it is published at an address.
const PUBLISHED: (&str, &str, &str) = ("published", "seeds", "https://cards.example/news/");

/// The browsers that the visits are made in: as the tests know them, and as people do.
const BROWSERS: [(&str, &str); 3] = [("chromium", "Chromium"), ("firefox", "Firefox"), ("webkit", "WebKit")];

const BROWSER_TESTS: &str = "fact-cards-browser-tests";

/// Runs all tests, or those of one group.
pub fn test(group: Option<Group>) -> Result<(), Error> {
    if group != Some(Group::Browser) {
        println!("Running the native tests.");
        run(cargo_test().args(["--workspace", "--exclude", BROWSER_TESTS]))?;
    }
    if group != Some(Group::Native) {
        let browsers = setup::browsers()?;
        let built = engine::build(Library::Shipped)?;
        let engine = built.read()?;
        let sites = sites(&engine)?;
        let newsroom = program::for_tests(&engine)?;
        budget::check(&engine, &sites.join("seeds"))?;
        for (name, title) in BROWSERS {
            println!("Running the visits in {title}.");
            run(browser_test(&browsers, &built, &sites, "visits")
                .env("FACT_CARDS_BROWSER", name)
                .env("FACT_CARDS_PROGRAM", &newsroom))?;
        }
        println!("Running what needs only one browser.");
        run(browser_test(&browsers, &built, &sites, "serving")
            .arg("--lib")
            .env("FACT_CARDS_PROGRAM", &newsroom)
            .env("FACT_CARDS_PACKAGE", npm::pack(&engine)?)
            .env("FACT_CARDS_VITE", browsers.vite())
            .env("FACT_CARDS_TYPESCRIPT", browsers.typescript()))?;
    }
    Ok(())
}

/// One test program of the visits, told where everything is.
fn browser_test(browsers: &Browsers, built: &Built, sites: &Path, name: &str) -> Command {
    let mut tests = cargo_test();
    tests.args(["--package", BROWSER_TESTS, "--test", name]);
    tests.env("PATH", browsers.path());
    tests.env("FACT_CARDS_SITES", sites).env("FACT_CARDS_BOOTSTRAP", browsers.bootstrap());
    tests.env("FACT_CARDS_AXE", browsers.axe());
    // What is served at an address that is known only then, the tests build themselves.
    tests.env("FACT_CARDS_ENGINE", &built.wasm).env("FACT_CARDS_ENGINE_SCRIPTS", &built.scripts);
    tests.env("FACT_CARDS_NGINX", browsers.nginx()).env("FACT_CARDS_OEMBED_CLIENT", browsers.oembed_client());
    // The visits to what `serve` shows start it as an editor would.
    if let Ok(xtask) = env::current_exe() {
        tests.env("FACT_CARDS_XTASK", xtask);
    }
    tests
}

fn cargo_test() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.arg("test").current_dir(project::root());
    cargo
}

/// Builds the sites that the browser tests visit, and gives the folder that they are in.
fn sites(engine: &Engine) -> Result<PathBuf, Error> {
    let folder = project::path("target/test-sites");
    engine::build_plain(&folder.join("trunk"))?;
    let now = SystemTime::now();
    for (name, story) in STORIES {
        let target = Target { folder: &folder.join(name), base_url: None, compressed: false };
        read(&project::path(story), now)?.write(engine, target)?;
    }
    let (name, cards) = MANY;
    let story = folder.join(format!("{name}-story"));
    generate::generate(cards, 1, &story)?;
    let target = Target { folder: &folder.join(name), base_url: None, compressed: false };
    read(&story, now)?.write(engine, target)?;
    let (name, stories) = STORIES_OF_ONE_SITE;
    let target = Target { folder: &folder.join(name), base_url: None, compressed: false };
    let folders = stories.map(project::path);
    build_stories(engine, &Stories { folders: &folders, title: "All stories", now, on_progress: &|_| () }, target)?;
    let (name, story, address) = PUBLISHED;
    let base_url = address.parse().ok();
    let target = Target { folder: &folder.join(name), base_url: base_url.as_ref(), compressed: false };
    read(&project::path(story), now)?.write(engine, target)?;
    Ok(folder)
}
