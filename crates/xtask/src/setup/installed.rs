//! Installs tools from registries into folders of our own.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Error, Result, anyhow};
use fs_err as fs;
use sha2::{Digest, Sha256};

use crate::{
    command::{output, run, run_with_progress},
    lock::Lock,
    project,
};

/// A tool from crates.io: on the search path in the right version, or installed into a folder of our own with these arguments.
pub fn from_cargo(
    package: &str,
    program: &str,
    version: &str,
    arguments: &[&str],
    why: &str,
) -> Result<Option<PathBuf>> {
    if has_version(program, version) {
        return Ok(None);
    }
    let folder = tools_folder().join(format!("{package}-{version}"));
    let programs = folder.join("bin");
    let is_there = || programs.join(program).with_extension(env::consts::EXE_EXTENSION).exists();
    if is_there() {
        return Ok(Some(programs));
    }
    let _lock = Lock::hold(&tools_folder(), package)?;
    if !is_there() {
        println!("Installing {package} {version}: {why}.");
        let mut cargo = Command::new("cargo");
        cargo.args(["install", package, "--version", version, "--root"]).arg(&folder).args(arguments);
        // Not with this project's cargo settings, and without waiting for its lock.
        cargo.env_remove("CARGO_TARGET_DIR").current_dir(env::temp_dir());
        // A tool that runs for seconds need not be optimised: this saves minutes of compiling.
        cargo.envs([
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
        ]);
        run_with_progress(&mut cargo)?;
    }
    Ok(Some(programs))
}

/// The packages of npm that a folder of `crates/xtask/npm` locks, installed into a folder of our own. Gives its
/// `node_modules`. What is there already was installed from the same lockfile.
pub fn from_npm(name: &str, why: &str) -> Result<PathBuf> {
    let lists = project::path("crates/xtask/npm").join(name);
    let lockfile = lists.join("package-lock.json");
    let folder = installed(&format!("npm-{name}"), &lockfile, why, |new| {
        for file in ["package.json", "package-lock.json"] {
            fs::copy(lists.join(file), new.join(file))?;
        }
        let mut npm = Command::new("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(new);
        run(npm.stdout(Stdio::null())).map_err(|error| {
            let what = format!("What {} lists", lockfile.display());
            not_installed(&what, &error, "Install Node.js with npm (https://nodejs.org) and run this again.")
        })
    })?;
    Ok(folder.join("node_modules"))
}

/// The packages of Python that a file of `crates/xtask/pip` lists with their hashes, installed into a folder of our own.
pub fn from_pip(name: &str, why: &str) -> Result<PathBuf> {
    let list = project::path("crates/xtask/pip").join(format!("{name}.txt"));
    installed(&format!("pip-{name}"), &list, why, |new| {
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]);
        pip.args(["--root-user-action=ignore", "--target"]).arg(new).arg("--requirement").arg(&list);
        run(&mut pip).map_err(|error| {
            let what = format!("What {} lists", list.display());
            not_installed(&what, &error, "Install Python with pip, on Linux x86-64, and run this again.")
        })
    })
}

/// A folder of ours in which what a file lists is installed by `install`. A changed list gets another one.
fn installed(name: &str, list: &Path, why: &str, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let listed = fs::read(list)?;
    let version =
        Sha256::digest(&listed).iter().take(6).fold(String::new(), |hash, byte| hash + &format!("{byte:02x}"));
    let tools = tools_folder();
    let folder = tools.join(format!("{name}-{version}"));
    if folder.exists() {
        return Ok(folder);
    }
    // Two commands, of this checkout or another, may need it at once.
    let _lock = Lock::hold(&tools, name)?;
    if folder.exists() {
        return Ok(folder);
    }
    println!("Installing what {} lists: {why}.", list.display());
    // Moved into place at once: what was interrupted before that is begun again.
    let new = tools.join(format!("{name}.new"));
    remove(&new)?;
    fs::create_dir_all(&new)?;
    install(&new)?;
    fs::rename(&new, &folder)?;
    Ok(folder)
}

/// Removes a folder of ours, if it exists.
fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// Packages that Debian has, unpacked into a folder of our own and not installed: a package that installs a server also
/// starts it. Gives the folder that stands for `/`, once `file` of it is there.
pub fn from_debian(packages: &[&str], file: &str, why: &str) -> Result<PathBuf> {
    let name = packages.first().copied().unwrap_or_default();
    let folder = tools_folder().join(format!("debian-{name}"));
    if folder.join(file).exists() {
        return Ok(folder);
    }
    let _lock = Lock::hold(&tools_folder(), &format!("debian-{name}"))?;
    if folder.join(file).exists() {
        return Ok(folder);
    }
    println!("Unpacking {} (Debian): {why}.", packages.join(", "));
    let missing = |error| {
        let what = format!("What Debian calls {}", packages.join(", "));
        not_installed(&what, &error, "Run this on Debian or a system like it.")
    };
    // Moved into place at once: what was interrupted before that is begun again.
    let new = tools_folder().join(format!("debian-{name}.new"));
    remove(&new)?;
    let downloads = new.join("downloads");
    fs::create_dir_all(&downloads)?;
    let download = || {
        let mut apt_get = Command::new("apt-get");
        run_with_progress(apt_get.args(["download", "--quiet"]).args(packages).current_dir(&downloads))
    };
    // This fails if the package lists are missing or outdated.
    if download().is_err() {
        run_with_progress(apt_get().arg("update")).and_then(|()| download()).map_err(missing)?;
    }
    let root = new.join("root");
    for entry in fs::read_dir(&downloads)? {
        let package = entry?.path();
        run(Command::new("dpkg-deb").arg("--extract").arg(package).arg(&root)).map_err(missing)?;
    }
    remove(&folder)?;
    fs::rename(&root, &folder)?;
    remove(&new)?;
    Ok(folder)
}

/// apt-get, through sudo unless we are root.
pub fn apt_get() -> Command {
    let is_root = output("id", &["-u"]).is_some_and(|id| id == "0");
    let mut command = if is_root {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["--non-interactive", "apt-get"]);
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// The error for a missing tool: why it could not be installed, and the remedy.
pub fn not_installed(what: &str, error: &Error, remedy: &str) -> Error {
    anyhow!("{what} is missing and could not be installed here: {error:#}\n{remedy}")
}

/// The search path with these folders in front.
pub fn search_path(folders: &[PathBuf]) -> OsString {
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&rest));
    env::join_paths(all).unwrap_or(rest)
}

/// Whether a program of that version is on the search path.
pub fn has_version(program: &str, version: &str) -> bool {
    output(program, &["--version"])
        .is_some_and(|printed| printed.split_whitespace().any(|word| word.trim_start_matches("version_") == version))
}

/// Whether a program is on the search path. It is not run, since some have no version flag.
pub fn is_on_path(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).with_extension(env::consts::EXE_EXTENSION).is_file())
}

/// The folder of the tools, shared by all checkouts of this project on the machine.
fn tools_folder() -> PathBuf {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|cache| cache.is_absolute());
    let home = || env::home_dir().map(|home| home.join(".cache"));
    cache.or_else(home).map_or_else(|| project::target("tools"), |cache| cache.join("fact-cards/tools"))
}
