//! What is released, as somebody has it who has downloaded it: run by `cargo xtask test --release`, since it compiles the program
//! four times.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use fs_err as fs;

use super::outcome::Outcome;
use crate::{
    command::{output_of, run as run_command},
    project, setup,
};

const LINUX: &str = "x86_64-unknown-linux-musl";
const ARM: &str = "aarch64-unknown-linux-musl";
const WINDOWS: &str = "x86_64-pc-windows-gnu";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Makes a release twice and tries it.
pub fn run(outcome: &mut Outcome) -> Result<()> {
    let folder = tempfile::tempdir().context("there is no folder for temporary files")?;
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    release(&first, &[LINUX, ARM, WINDOWS], &mut xtask()?)?;
    let checks: [(&str, &dyn Fn() -> Result<()>); 4] = [
        ("the_checksums_are_those_of_the_files", &|| {
            run_command(
                Command::new("sha256sum").args(["--check", "--strict", "--quiet", "SHA256SUMS"]).current_dir(&first),
            )
        }),
        ("the_program_for_linux_is_linked_to_nothing_and_works", &|| {
            let program = first.join(format!("fact-cards-{VERSION}-{LINUX}"));
            let told = Command::new("ldd").arg(&program).output().context("ldd cannot be started")?;
            let told = [told.stdout, told.stderr].concat();
            let told = String::from_utf8_lossy(&told);
            ensure!(told.contains("not a dynamic executable") || told.contains("statically linked"), "{told}");
            works(&Command::new(&program), &folder.path().join("a folder with spaces"))
        }),
        ("npx_runs_it_from_the_packages", &|| {
            run_command(Command::new("node").arg(project::path("tests/script/npx.mjs")).arg(&first).arg(VERSION))
        }),
        ("another_build_of_the_commit_elsewhere_gives_the_same_bytes", &|| {
            // Another target folder, and cargo's home under another name.
            let home = folder.path().join("another home");
            let known = env::var_os("CARGO_HOME").map(Into::into).or_else(|| Some(env::home_dir()?.join(".cargo")));
            std::os::unix::fs::symlink(known.context("cargo has no home")?, &home)?;
            let target = folder.path().join("target");
            release(&second, &[LINUX], xtask()?.env("CARGO_HOME", &home).env("CARGO_TARGET_DIR", &target))?;
            let [one, other] = [&first, &second].map(|made| fs::read_to_string(made.join("SHA256SUMS")));
            let (one, other) = (one?, other?);
            ensure!(other.lines().count() >= 4, "{other}");
            for line in other.lines() {
                ensure!(one.lines().any(|known| known == line), "another build has {line}, the first one:\n{one}");
            }
            Ok(())
        }),
    ];
    for (name, check) in checks {
        noted(outcome, name, check());
    }
    match setup::qemu() {
        Some(qemu) => {
            let mut program = Command::new(qemu);
            program.arg(first.join(format!("fact-cards-{VERSION}-{ARM}")));
            let works = works(&program, &folder.path().join("on ARM"));
            noted(outcome, "the_program_for_linux_on_arm_works_under_qemu", works);
        }
        None => outcome.leave_out(1, "QEMU could not be installed here"),
    }
    match setup::wine() {
        Some(wine) => {
            let made = for_wine(&first.join(format!("fact-cards-{VERSION}-{WINDOWS}.exe")), folder.path());
            let works = made.and_then(|made| {
                let mut program = Command::new(wine);
                program.arg(made).env("WINEPREFIX", folder.path().join("wine")).env("WINEDEBUG", "-all");
                on_windows(&program, &folder.path().join("Windows story"))
            });
            noted(outcome, "the_program_for_windows_works_under_wine", works);
        }
        None => outcome.leave_out(1, "Wine could not be installed here"),
    }
    Ok(())
}

fn noted(outcome: &mut Outcome, name: &str, done: Result<()>) {
    match done {
        Ok(()) => outcome.passed += 1,
        Err(error) => {
            println!("{name}: {error:#}");
            outcome.failed.push(name.to_owned());
        }
    }
}

/// This program.
fn xtask() -> Result<Command> {
    Ok(Command::new(env::current_exe().context("the program that runs cannot be found")?))
}

fn release(out: &Path, targets: &[&str], xtask: &mut Command) -> Result<()> {
    run_command(xtask.arg("release").arg("--out").arg(out).args(["--target", &targets.join(",")]).stdin(Stdio::null()))
}

/// The output of a call of the program in a folder.
fn call(program: &Command, folder: &Path, arguments: &[&str]) -> Result<String> {
    let mut called = Command::new(program.get_program());
    called.args(program.get_args()).args(arguments).current_dir(folder).stdin(Stdio::null());
    called.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    Ok(output_of(&mut called)?.replace('\r', ""))
}

/// Makes a story and its site in a folder.
fn works(program: &Command, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    call(program, folder, &["new", "my-story"])?;
    let checked = call(program, folder, &["check", "my-story"])?;
    ensure!(checked.contains("no mistake"), "{checked}");
    call(program, folder, &["build", "my-story", "--out", "site", "--base-url", "https://cards.example/"])?;
    for file in ["fact-cards.js", "index.html", "snippet/en.html", "_headers"] {
        ensure!(folder.join("site").join(file).is_file(), "the site has no {file}");
    }
    let version = call(program, folder, &["--version"])?;
    ensure!(
        version.starts_with(&format!("fact-cards {VERSION}\nengine ")) && version.contains("\ncommit "),
        "{version}"
    );
    Ok(())
}

/// A copy of the program for Windows, with a library beside it that Wine may lack.
fn for_wine(program: &Path, folder: &Path) -> Result<PathBuf> {
    let copy = folder.join("fact-cards.exe");
    fs::copy(program, &copy)?;
    let mut zig = Command::new("zig");
    zig.env("PATH", setup::zig()?).args(["cc", "-target", "x86_64-windows-gnu", "-shared", "-s", "-o"]);
    zig.arg(folder.join("bcryptprimitives.dll")).arg(project::path("tests/windows/bcryptprimitives.c"));
    run_command(zig.arg("-ladvapi32"))?;
    Ok(copy)
}

/// The same on Windows, with files as its editors write them, and a mistake in one of them.
fn on_windows(program: &Command, folder: &Path) -> Result<()> {
    works(program, folder)?;
    let facts = folder.join("my-story").join("facts.toml");
    let text = fs::read_to_string(&facts)?.replace('\n', "\r\n");
    fs::write(&facts, format!("\u{feff}{text}"))?;
    let checked = call(program, folder, &["check", r".\my-story"])?;
    ensure!(checked.contains("no mistake"), "{checked}");
    fs::write(&facts, text.replacen("card = \"", "card = \"no-", 1))?;
    let told =
        call(program, folder, &["check", "my-story"]).err().map(|error| format!("{error:#}")).unwrap_or_default();
    ensure!(told.contains("facts.toml:") && told.contains("there is no card `no-"), "{told}");
    Ok(())
}
