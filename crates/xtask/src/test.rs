//! Runs all tests: each group runs, whatever failed before it, and a table at the end shows the results.

mod binary;
mod events;
mod examples;
#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test stops at the first thing that is not as it should be")]
mod features;
mod fonts;
mod outcome;
mod plan;
mod released;
mod requested;
mod script;
mod sites;
mod stage;
mod table;

use anyhow::{Context, Result, ensure};

pub use self::requested::Requested;
use self::{
    binary::Binary,
    outcome::{Outcome, in_group},
    stage::Stage,
};
use crate::{budget, error::message, licences, program, setup};

const BROWSER_TESTS: &str = "fact-cards-browser-tests";
/// How the tests that need no browser are compiled.
const COMPILE_NATIVE: [&str; 3] = ["--workspace", "--exclude", BROWSER_TESTS];
/// How the visits are: with the features that they share with this program, but without the tests of that.
const COMPILE_VISITS: [&str; 7] = ["--package", BROWSER_TESTS, "--package", "xtask", "--lib", "--test", "*"];

/// How many tests that need no browser run at a time.
const AT_A_TIME: usize = 2;

/// Runs what is requested.
///
/// # Errors
/// When something failed or could not run; it has been reported by then.
pub fn test(requested: &Requested) -> Result<()> {
    let mut outcomes = Vec::new();
    if requested.release {
        outcomes.push(in_group("release", released::run));
        return told(&outcomes);
    }
    if requested.wants("native") && requested.browser.is_empty() {
        outcomes.push(in_group("native", |outcome| native(requested, outcome)));
        // Examples have no names to select them by.
        if requested.words().is_empty() {
            outcomes.push(in_group("examples", examples::run));
        }
        outcomes.push(in_group("scripts in Node", |outcome| {
            script::run(outcome, &setup::test_packages()?, &requested.words())
        }));
    }
    if (requested.wants("native") || requested.wants("wordpress")) && requested.browser.is_empty() {
        outcomes.push(in_group("scripts in PHP", |outcome| {
            // Not every system has it: that is told.
            match setup::php() {
                Ok(()) => script::run_php(outcome, &requested.words()),
                Err(error) => {
                    outcome.leave_out(1, message(&error));
                    Ok(())
                }
            }
        }));
    }
    if requested.wants("browser") || requested.wants("wordpress") {
        browser(requested, &mut outcomes);
    }
    told(&outcomes)
}

/// Tells how everything went.
fn told(outcomes: &[Outcome]) -> Result<()> {
    println!("\n{}", table::table(outcomes));
    ensure!(outcomes.iter().all(Outcome::is_good), "not everything passed: see the table");
    Ok(())
}

/// The tests that need no browser.
fn native(requested: &Requested, outcome: &mut Outcome) -> Result<()> {
    println!("The native tests: compiling them takes some minutes at first.");
    let folder = tempfile::tempdir().context("there is no folder for temporary files")?;
    let lock = program::lock()?;
    let mut binaries = binary::compile(&COMPILE_NATIVE)?;
    binaries.iter_mut().try_for_each(|binary| binary.keep_programs(folder.path()))?;
    drop(lock);
    binaries.iter().try_for_each(|binary| run(binary, requested, outcome))
}

/// The visits, and everything that they need.
fn browser(requested: &Requested, outcomes: &mut Vec<Outcome>) {
    let mut plans = Vec::new();
    outcomes.push(in_group("what visits are made of", |outcome| {
        println!("The visits in browsers: compiling them takes a minute at first.");
        let binaries = binary::compile(&COMPILE_VISITS)?;
        let (visits, own): (Vec<Binary>, Vec<Binary>) =
            binaries.into_iter().partition(|binary| plan::PROGRAMS.contains(&binary.name.as_str()));
        plans = plan::plans(requested, &visits)?;
        if !requested.wants("browser") {
            return Ok(());
        }
        own.iter().try_for_each(|binary| run(binary, requested, outcome))
    }));
    if plans.is_empty() {
        return;
    }
    let mut stage = None;
    outcomes.push(in_group("licences", |outcome| {
        licences::check()?;
        outcome.passed += 1;
        Ok(())
    }));
    outcomes.push(in_group("sites and budget", |outcome| {
        let ready = stage.insert(Stage::set()?);
        budget::check(ready.engine(), &ready.site("seeds"))?;
        budget::expect_no_folders(ready.engine())?;
        outcome.passed += 2;
        Ok(())
    }));
    if let Some(stage) = stage {
        outcomes.extend(plan::carry_out(&plans, &stage));
    }
}

/// Runs the selected tests of a program that needs no browser.
fn run(binary: &Binary, requested: &Requested, outcome: &mut Outcome) -> Result<()> {
    let tests: Vec<String> = binary.tests()?.into_iter().filter(|test| requested.has(test)).collect();
    binary.run(&tests, AT_A_TIME, &[], outcome);
    Ok(())
}
