//! The program under test.

use std::{env, path::Path, process::Command};

/// Runs the program in a folder, isolated from the environment of the tests, such as a setting for colours.
///
/// Cargo says at run time where the program is, since the checkout may have been moved after the build.
pub fn program(folder: &Path) -> Command {
    let path = env::var_os("CARGO_BIN_EXE_fact-cards-program").expect("cargo runs the tests");
    let mut command = Command::new(path);
    command.current_dir(folder).env_clear();
    command
}
