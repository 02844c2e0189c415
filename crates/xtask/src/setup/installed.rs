//! Tools in folders of our own, from the registries that have them.

use std::{env, ffi::OsString, fs, path::PathBuf, process::Command};

use crate::{
    command::{output, run, run_with_progress},
    error::Error,
    project,
};

/// A tool that crates.io has: on the search path in the right version, or installed into a folder of our own.
pub fn from_cargo(
    package: &str,
    program: &str,
    version: &str,
    arguments: &[&str],
    why: &str,
) -> Result<Option<PathBuf>, Error> {
    if has_version(program, version) {
        return Ok(None);
    }
    let folder = tools_folder().join(format!("{package}-{version}"));
    let programs = folder.join("bin");
    if !programs.join(program).with_extension(env::consts::EXE_EXTENSION).exists() {
        println!("Installing {package} {version}: {why}.");
        let mut cargo = Command::new("cargo");
        cargo.args(["install", package, "--version", version, "--root"]).arg(&folder).args(arguments);
        // The settings of this project are not for the tools, and their build is not to wait for ours.
        cargo.env_remove("CARGO_TARGET_DIR").current_dir(env::temp_dir());
        // A tool that runs for a second need not be the fastest: these save minutes of compiling.
        cargo.envs([
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
        ]);
        run_with_progress(&mut cargo)?;
    }
    Ok(Some(programs))
}

/// A package that npm has, installed into a folder of our own. Gives its `node_modules` once `file` of it is there.
pub fn from_npm(package: &str, version: &str, file: &str, why: &str) -> Result<PathBuf, Error> {
    from_npm_with(package, version, &[], file, why)
}

/// The same with packages that it needs in a certain version, such as `name@1.2.3`.
pub fn from_npm_with(package: &str, version: &str, with: &[&str], file: &str, why: &str) -> Result<PathBuf, Error> {
    // Names of npm may have a scope: `@scope/name`.
    let folder = tools_folder().join(format!("{}-{version}", package.replace(['@', '/'], "")));
    let modules = folder.join("node_modules");
    if !modules.join(file).exists() {
        println!("Installing {package} {version} (npm): {why}.");
        fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]).arg(&folder);
        run(npm.arg(format!("{package}@{version}")).args(with)).map_err(|_| Error::CannotInstall {
            what: format!("The npm package {package} {version}"),
            remedy: "Install Node.js with npm and run this again.".to_owned(),
        })?;
    }
    Ok(modules)
}

/// Packages that Debian has, unpacked into a folder of our own and not installed: a package that installs a server also
/// starts it. Gives the folder that stands for `/`, once `file` of it is there.
pub fn from_debian(packages: &[&str], file: &str, why: &str) -> Result<PathBuf, Error> {
    let name = packages.first().copied().unwrap_or_default();
    let folder = tools_folder().join(format!("debian-{name}"));
    if folder.join(file).exists() {
        return Ok(folder);
    }
    println!("Unpacking {} (Debian): {why}.", packages.join(", "));
    let missing = || Error::CannotInstall {
        what: format!("What Debian calls {}", packages.join(", ")),
        remedy: "Run this on Debian or a system like it.".to_owned(),
    };
    // In one step it becomes what is looked for: what stops before that is begun anew.
    let new = tools_folder().join(format!("debian-{name}.new"));
    if new.exists() {
        fs::remove_dir_all(&new).map_err(Error::file(&new))?;
    }
    let downloads = new.join("downloads");
    fs::create_dir_all(&downloads).map_err(Error::file(&downloads))?;
    let download = || {
        let mut apt_get = Command::new("apt-get");
        run_with_progress(apt_get.args(["download", "--quiet"]).args(packages).current_dir(&downloads))
    };
    // It fails where the lists of packages are missing or old.
    if download().is_err() {
        run_with_progress(apt_get().arg("update")).and_then(|()| download()).map_err(|_| missing())?;
    }
    let root = new.join("root");
    for entry in fs::read_dir(&downloads).map_err(Error::file(&downloads))? {
        let package = entry.map_err(Error::file(&downloads))?.path();
        run(Command::new("dpkg-deb").arg("--extract").arg(package).arg(&root)).map_err(|_| missing())?;
    }
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Error::file(&folder))?;
    }
    fs::rename(&root, &folder).map_err(Error::file(&root))?;
    fs::remove_dir_all(&new).map_err(Error::file(&new))?;
    Ok(folder)
}

/// apt-get as whoever may use it.
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

/// The search path on which the programs of these folders are found first.
pub fn search_path(folders: &[PathBuf]) -> OsString {
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&rest));
    env::join_paths(all).unwrap_or(rest)
}

/// Whether a program is on the search path in that version.
pub fn has_version(program: &str, version: &str) -> bool {
    output(program, &["--version"])
        .is_some_and(|printed| printed.split_whitespace().any(|word| word.trim_start_matches("version_") == version))
}

/// Whether a program is on the search path. It is not run for that: some have no way to say their version.
pub fn is_on_path(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).with_extension(env::consts::EXE_EXTENSION).is_file())
}

/// Where tools are kept: for every checkout of this project on the machine.
fn tools_folder() -> PathBuf {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|cache| cache.is_absolute());
    let home = || env::home_dir().map(|home| home.join(".cache"));
    cache.or_else(home).map_or_else(|| project::path("target/tools"), |cache| cache.join("fact-cards/tools"))
}
