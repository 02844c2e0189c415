use std::{
    env,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use anyhow::{Context, Result};
use fs_err as fs;

use crate::command::output;

/// A file that only the root of this project has.
const MARK: &str = "crates/xtask/Cargo.toml";

/// The root of the project, found at run time: a checkout may have been moved since this program was compiled.
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| find_root().unwrap_or_else(|| PathBuf::from(".")))
}

/// Cargo gives the package's folder; without cargo it is searched for from the current folder.
fn find_root() -> Option<PathBuf> {
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    [package, env::current_dir().ok()].into_iter().flatten().find_map(|folder| above(&folder).map(Path::to_owned))
}

/// The nearest parent folder that is the root of a checkout.
fn above(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.join(MARK).is_file())
}

/// A path in the project.
pub fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// A path in the target folder.
pub fn target(relative: &str) -> PathBuf {
    let folder = env::var_os("CARGO_TARGET_DIR").map_or_else(|| path("target"), |folder| root().join(folder));
    folder.join(relative)
}

/// The compiler flags that remove the builder's folders from what is published.
pub fn remapped() -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    remapped_from(home.as_deref(), root())
}

fn remapped_from(home: Option<&Path>, root: &Path) -> Vec<String> {
    // The last match counts: the project may be in cargo's home, or the other way round.
    let folders = [(home, "/cargo"), (Some(root), "/fact-cards")];
    let flag =
        |(folder, name): (Option<&Path>, &str)| Some(format!("--remap-path-prefix={}={name}", folder?.display()));
    folders.into_iter().filter_map(flag).collect()
}

/// Flags of rustc as cargo reads them from its environment, where they may contain spaces.
pub fn encoded(flags: &[String]) -> (&'static str, String) {
    ("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
}

/// The version of a package that Cargo.lock holds.
pub fn locked_version(package: &str) -> Result<String> {
    let lock = path("Cargo.lock");
    let text = fs::read_to_string(&lock)?;
    let name = format!("name = \"{package}\"");
    let version = text
        .lines()
        .skip_while(|line| *line != name)
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).with_context(|| format!("Cargo.lock names no {package}; run `cargo update`"))
}

/// The commit of what is compiled, with a sign where something is not committed.
pub fn commit() -> Option<String> {
    output(
        "git",
        &["-C", &root().display().to_string(), "describe", "--always", "--dirty", "--abbrev=10", "--exclude=*"],
    )
}

#[cfg(test)]
#[allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]
mod tests {
    #[cfg(unix)]
    use std::process::Command;

    use super::*;

    /// Builds a program with a crate from cargo's home, in folders of that name, and returns its bytes.
    #[cfg(unix)]
    fn built_by(name: &str, flags: fn(Option<&Path>, &Path) -> Vec<String>) -> Vec<u8> {
        let folder = tempfile::Builder::new().prefix(name).tempdir().unwrap();
        let (home, root) = (folder.path().join("home/.cargo"), folder.path().join("project"));
        let krate = home.join("registry/src/far-0.1.0");
        let package = |name: &str, more: &str| {
            format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{more}")
        };
        let write = |path: PathBuf, text: &str| {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write(krate.join("Cargo.toml"), &package("far", ""));
        write(
            krate.join("src/lib.rs"),
            "#[inline(never)]\npub fn fail(of: u8) { assert!(of > 100, \"{}\", file!()); }",
        );
        write(krate.join(".cargo-checksum.json"), r#"{"files":{},"package":null}"#);
        let profile = "[dependencies]\nfar = \"0.1\"\n[profile.release]\nstrip = true\nlto = true\ncodegen-units = 1\n";
        write(root.join("Cargo.toml"), &package("near", profile));
        write(root.join("src/main.rs"), "fn main() { far::fail(std::env::args().count() as u8); }");
        let replaced = format!(
            "[source.crates-io]\nreplace-with = \"here\"\n[source.here]\ndirectory = {:?}\n",
            krate.parent().unwrap()
        );
        write(root.join(".cargo/config.toml"), &replaced);
        let (variable, flags) = encoded(&flags(Some(&home), &root));
        let mut cargo = Command::new("cargo");
        cargo.args(["build", "--quiet", "--release", "--offline", "--target-dir"]).arg(root.join("target"));
        assert!(cargo.current_dir(&root).env(variable, flags).status().unwrap().success());
        fs::read(root.join("target/release/near")).unwrap()
    }

    #[test]
    #[cfg(unix)]
    fn builds_in_two_cargo_homes_are_identical_byte_for_byte() {
        assert!(built_by("one", remapped_from) == built_by("another", remapped_from));
        // Without the flags the path of the home would be in it.
        assert!(built_by("one", |_, _| Vec::new()) != built_by("another", |_, _| Vec::new()));
    }

    #[test]
    fn the_top_folder_is_found_from_any_folder_in_it_whatever_its_name_is() {
        let folder = tempfile::tempdir().unwrap();
        let top = folder.path().join("Zürich Nord/fact cards");
        let package = top.join("crates/xtask");
        fs::create_dir_all(package.join("src")).unwrap();
        fs::write(top.join(MARK), "").unwrap();
        for inside in [&top, &package, &package.join("src")] {
            assert_eq!(above(inside), Some(top.as_path()));
        }
        assert_eq!(above(folder.path()), None);
    }
}
