use std::{env, path::PathBuf, process::Command};

use crate::{Group, check, command::run, engine, error::Error, project, setup};

/// The stories that the browser tests visit, by the name of the site that is made of each.
const STORIES: [(&str, &str); 3] =
    [("seeds", "seeds"), ("lighthouse", "tests/stories/lighthouse"), ("hostile", "tests/stories/hostile")];

const BROWSER_TESTS: &str = "fact-cards-browser-tests";

/// Runs all tests, or those of one group.
pub fn test(group: Option<Group>) -> Result<(), Error> {
    if group != Some(Group::Browser) {
        println!("Running the native tests.");
        run(cargo_test().args(["--workspace", "--exclude", BROWSER_TESTS]))?;
    }
    if group != Some(Group::Native) {
        setup::browser()?;
        let sites = sites()?;
        println!("Running the browser tests.");
        let mut tests = cargo_test();
        tests.args(["--package", BROWSER_TESTS]).env("FACT_CARDS_SITES", sites);
        // The visits to what `serve` shows start it as an editor would.
        if let Ok(xtask) = env::current_exe() {
            tests.env("FACT_CARDS_XTASK", xtask);
        }
        run(&mut tests)?;
    }
    Ok(())
}

fn cargo_test() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.arg("test").current_dir(project::root());
    cargo
}

/// Builds the sites that the browser tests visit, and gives the folder that they are in.
fn sites() -> Result<PathBuf, Error> {
    let engine = engine::build()?;
    let folder = project::path("target/test-sites");
    for (name, story) in STORIES {
        check::read(&project::path(story))?.write(&engine, &project::path("styles/main.css"), &folder.join(name), None)?;
    }
    Ok(folder)
}
