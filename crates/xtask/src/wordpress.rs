//! Packs the plugin for WordPress.

use std::{
    io::{Cursor, Write},
    path::{Path, PathBuf},
};

use anyhow::{Result, ensure};
use fs_err as fs;
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::project;

/// The folder of the plugin, and its name in the file, where WordPress puts it.
const PLUGIN: &str = "integrations/wordpress/fact-cards";
const NAME: &str = "fact-cards";

/// What lies at the top of the project and belongs to it.
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// Where it is written without anything said.
const OUT: &str = "target/fact-cards-wordpress.zip";

/// Writes the plugin as a file that WordPress can install.
pub fn wordpress(out: Option<&Path>) -> Result<()> {
    let plugin = project::path(PLUGIN);
    let main = fs::read_to_string(plugin.join("fact-cards.php"))?;
    let version = env!("CARGO_PKG_VERSION");
    ensure!(
        has_version(&main, version),
        "{PLUGIN}/fact-cards.php has another version than {version}, that of the project."
    );
    let mut files = files_below(&plugin, "")?;
    files.extend(LICENCES.map(|name| (name.to_owned(), project::path(name))));
    let packed = packed(files)?;
    let out = out.unwrap_or_else(|| Path::new(OUT));
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(out, &packed)?;
    println!("{} is the plugin for WordPress, version {version}: {} bytes.", out.display(), packed.len());
    Ok(())
}

/// Whether the head of the plugin says that version.
fn has_version(main: &str, version: &str) -> bool {
    let mut lines = main.lines().filter_map(|line| line.trim_start_matches(" * ").strip_prefix("Version:"));
    lines.next().is_some_and(|said| said.trim() == version)
}

/// All files below a folder with their names in it.
fn files_below(folder: &Path, name: &str) -> Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let own = path.file_name().unwrap_or_default().to_string_lossy();
        let name = if name.is_empty() { own.into_owned() } else { format!("{name}/{own}") };
        if path.is_dir() {
            files.extend(files_below(&path, &name)?);
        } else {
            files.push((name, path));
        }
    }
    Ok(files)
}

/// The files as a zip file: in the order of their names, without times and rights, so that the same files are the same bytes.
fn packed(mut files: Vec<(String, PathBuf)>) -> Result<Vec<u8>> {
    files.sort();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, path) in files {
        zip.start_file(format!("{NAME}/{name}"), options)?;
        zip.write_all(&fs::read(path)?)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]
mod tests {
    use std::io::Read;

    use zip::ZipArchive;

    use super::*;

    #[test]
    fn the_plugin_is_packed_into_the_same_bytes_whatever_the_order_and_the_time() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| {
            let path = folder.path().join(name);
            fs::write(&path, name).unwrap();
            (name.to_owned(), path)
        };
        let first = packed(vec![file("b"), file("a")]).unwrap();
        let later = packed(vec![file("a"), file("b")]).unwrap();
        assert_eq!(first, later);
        let mut archive = ZipArchive::new(Cursor::new(first)).unwrap();
        assert_eq!(archive.file_names().map(Result::unwrap).collect::<Vec<_>>(), ["fact-cards/a", "fact-cards/b"]);
        let mut text = String::new();
        archive.by_name("fact-cards/b").unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "b");
    }

    #[test]
    fn the_plugin_that_is_packed_has_the_version_of_the_project_and_its_translations() {
        let plugin = project::path(PLUGIN);
        let main = fs::read_to_string(plugin.join("fact-cards.php")).unwrap();
        assert!(has_version(&main, env!("CARGO_PKG_VERSION")));
        assert!(!has_version(&main, "0.0.0"));
        let names: Vec<String> = files_below(&plugin, "").unwrap().into_iter().map(|(name, _)| name).collect();
        for name in
            ["readme.txt", "uninstall.php", "block/block.json", "languages/fact-cards-ar.mo", "includes/markup.php"]
        {
            assert!(names.iter().any(|packed| packed == name), "{name} is in {names:?}");
        }
    }
}
