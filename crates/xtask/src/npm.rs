use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use fact_cards_site::{Engine, write_package};

use crate::{
    command::run,
    engine::{self, Library},
    error::Error,
};

/// Writes the npm package of an engine into a folder, and gives the one file that npm makes of it.
pub fn pack(engine: &Engine, folder: &Path) -> Result<PathBuf, Error> {
    let (files, packed) = (folder.join("package"), folder.join("packed"));
    write_package(engine, &files)?;
    fs::create_dir_all(&packed).map_err(Error::file(&packed))?;
    let mut npm = Command::new("npm");
    npm.args(["pack", "--loglevel=error", "--pack-destination"]).args([&packed, &files]);
    // It lists what it packs.
    run(npm.stdout(Stdio::null()))?;
    let mut files = fs::read_dir(&packed).map_err(Error::file(&packed))?;
    let file = files.next().transpose().map_err(Error::file(&packed))?;
    file.map(|file| file.path()).ok_or(Error::NotPacked(packed))
}

/// Builds the engine and writes its npm package, as the file that is named or that npm would call it.
pub fn npm(out: Option<&Path>) -> Result<(), Error> {
    let engine = engine::build(Library::Shipped)?.read()?;
    let folder = tempfile::tempdir().map_err(Error::file("a folder for temporary files"))?;
    let packed = pack(&engine, folder.path())?;
    let name = Path::new("target").join(packed.file_name().unwrap_or_default());
    let out = out.unwrap_or(&name);
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder).map_err(Error::file(folder))?;
    }
    let size = fs::copy(&packed, out).map_err(Error::file(out))?;
    println!("{} is the npm package: {size} bytes.", out.display());
    Ok(())
}
