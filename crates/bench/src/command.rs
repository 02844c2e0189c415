//! Running other programs, quietly.

use std::process::Command;

use anyhow::{Context, Result, bail};

/// Runs a program; what it prints is told only where it fails.
pub fn run(command: &mut Command) -> Result<()> {
    output(command).map(drop)
}

/// What a program prints.
pub fn output(command: &mut Command) -> Result<String> {
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    let words: Vec<_> = std::iter::once(command.get_program().to_string_lossy()).chain(arguments).collect();
    let name = words.join(" ");
    let output = command.output().with_context(|| format!("`{name}` could not be started"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    let printed = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    bail!("`{name}` failed:\n{printed}")
}
