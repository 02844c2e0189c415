//! The program that is tested.

use std::{env, path::Path, process::Command};

/// Calls the program in a folder. Nothing of what surrounds the tests reaches it, such as a wish for colours.
///
/// Cargo says where the program is when it runs the tests: the checkout may have been moved since they were compiled.
pub fn program(folder: &Path) -> Command {
    let path = env::var_os("CARGO_BIN_EXE_fact-cards-program").expect("cargo runs the tests");
    let mut command = Command::new(path);
    command.current_dir(folder).env_clear();
    command
}
