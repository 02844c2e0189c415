//! The program `fact-cards`, called by somebody who has nothing else.

use std::{
    env,
    path::Path,
    process::{Command, Output},
};

/// Calls the program in a folder, without this project around it and with an empty search path.
pub fn call(folder: &Path, arguments: &[&str]) -> Output {
    let program = env::var_os("FACT_CARDS_PROGRAM").expect("`cargo xtask test browser` builds it and says where it is");
    Command::new(program).args(arguments).current_dir(folder).env_clear().output().expect("it can be started")
}

pub fn succeeds(folder: &Path, arguments: &[&str]) {
    let Output { status, stderr, .. } = call(folder, arguments);
    assert!(status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&stderr));
}
