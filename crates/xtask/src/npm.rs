use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result};
use fact_cards_site::{Engine, write_package};
use fs_err as fs;

use crate::{
    command::run,
    engine::{self, Library},
};

/// Writes the npm package of an engine into a folder. Returns the tarball that npm makes of it.
pub fn pack(engine: &Engine, folder: &Path) -> Result<PathBuf> {
    let (files, packed) = (folder.join("package"), folder.join("packed"));
    write_package(engine, &files)?;
    fs::create_dir_all(&packed)?;
    pack_folder(&files, &packed)?;
    let mut files = fs::read_dir(&packed)?;
    let file = files.next().transpose()?;
    file.map(|file| file.path()).with_context(|| format!("npm has packed nothing into {}", packed.display()))
}

/// Has npm make a tarball of a package's folder, in another one. The same files give the same bytes.
pub fn pack_folder(package: &Path, out: &Path) -> Result<()> {
    let mut npm = Command::new("npm");
    npm.args(["pack", "--loglevel=error", "--pack-destination"]).args([out, package]);
    // npm lists the tarball.
    run(npm.stdout(Stdio::null()))
}

/// Builds the engine and writes its npm package, as the file that is named or that npm would call it.
pub fn npm(out: Option<&Path>) -> Result<()> {
    let engine = engine::build(Library::Shipped)?.read()?;
    let folder = tempfile::tempdir().context("there is no folder for temporary files")?;
    let packed = pack(&engine, folder.path())?;
    let name = Path::new("target").join(packed.file_name().unwrap_or_default());
    let out = out.unwrap_or(&name);
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder)?;
    }
    let size = fs::copy(&packed, out)?;
    println!("{} is the npm package: {size} bytes.", out.display());
    Ok(())
}
