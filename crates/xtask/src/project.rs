use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use crate::error::Error;

/// What only the top folder of this project has.
const MARK: &str = "crates/xtask/Cargo.toml";

/// The top folder of the project, as it is now: a checkout may have been moved since this program was compiled.
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| find_root().unwrap_or_else(|| PathBuf::from(".")))
}

/// Cargo says where the package is that it runs; without cargo it is looked for from here.
fn find_root() -> Option<PathBuf> {
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    [package, env::current_dir().ok()].into_iter().flatten().find_map(|folder| above(&folder).map(Path::to_owned))
}

/// The nearest folder around this one that is the top of a checkout.
fn above(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.join(MARK).is_file())
}

/// A path in the project.
pub fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// A path in the folder where cargo puts what it compiles, and we what is made of that.
pub fn target(relative: &str) -> PathBuf {
    let folder = env::var_os("CARGO_TARGET_DIR").map_or_else(|| path("target"), |folder| root().join(folder));
    folder.join(relative)
}

/// The flags by which nothing that is given to others says in whose folders it was made.
pub fn remapped() -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    // The last one that fits counts: the folder of the project may lie in that of cargo, or the other way round.
    let folders = [(home.as_deref(), "/cargo"), (Some(root()), "/fact-cards")];
    let flag =
        |(folder, name): (Option<&Path>, &str)| Some(format!("--remap-path-prefix={}={name}", folder?.display()));
    folders.into_iter().filter_map(flag).collect()
}

/// Flags of rustc as cargo takes them from its environment: there may be spaces in them.
pub fn encoded(flags: &[String]) -> (&'static str, String) {
    ("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
}

/// The version of a package that Cargo.lock holds.
pub fn locked_version(package: &'static str) -> Result<String, Error> {
    let lock = path("Cargo.lock");
    let text = fs::read_to_string(&lock).map_err(Error::file(&lock))?;
    let name = format!("name = \"{package}\"");
    let version = text
        .lines()
        .skip_while(|line| *line != name)
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or(Error::NotLocked(package))
}

#[cfg(test)]
#[allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]
mod tests {
    use super::*;

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
