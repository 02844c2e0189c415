//! The documentation tests of the libraries, which cargo compiles and runs itself.

use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::{BROWSER_TESTS, outcome::Outcome};
use crate::{
    command::{failed, not_started},
    program, project,
};

/// Runs all of them.
pub fn run(outcome: &mut Outcome) -> Result<()> {
    let _lock = program::lock()?;
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--doc", "--workspace", "--exclude", BROWSER_TESTS, "--locked"]);
    cargo.current_dir(project::root()).stdin(Stdio::null()).stderr(Stdio::inherit());
    let run = cargo.output().with_context(|| not_started(&cargo))?;
    let told = String::from_utf8_lossy(&run.stdout);
    read(&told, outcome);
    if !outcome.failed.is_empty() {
        println!("{told}");
    } else if !run.status.success() {
        return Err(failed(&cargo, &told));
    }
    Ok(())
}

/// Reads the output of rustdoc: a line for each example.
fn read(told: &str, outcome: &mut Outcome) {
    for line in told.lines().filter_map(|line| line.strip_prefix("test ")) {
        match line.rsplit_once(" ... ") {
            Some((_, "ok")) => outcome.passed += 1,
            Some((name, "FAILED")) => outcome.failed.push(name.to_owned()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_example_counts_and_a_failing_one_is_named() {
        let told = "running 2 tests\ntest src/lib.rs - (line 7) ... ok\ntest src/a.rs - a (line 3) ... FAILED\n\n\
                    test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.02s\n";
        let mut outcome = Outcome::new("examples");
        read(told, &mut outcome);
        assert_eq!((outcome.passed, outcome.failed), (1, vec!["src/a.rs - a (line 3)".to_owned()]));
    }
}
