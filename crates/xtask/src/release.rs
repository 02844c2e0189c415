//! Makes what is released: the program for every system, packages for npm, checksums, notices, lists of what is in each.

mod npm;
mod sbom;

use std::{fmt::Write as _, path::Path};

use anyhow::{Context, Result, bail, ensure};
use fs_err as fs;
use sha2::{Digest, Sha256};

use crate::{
    engine::{self, Library},
    licences::{Given, components, notices},
    npm::pack_folder,
    program::{self, PACKAGE},
    project, setup,
    system::{SYSTEMS, System},
};

/// The version of everything in this workspace.
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The file with the checksums of all others, as `sha256sum --check` reads it.
const CHECKSUMS: &str = "SHA256SUMS";

/// Makes the release for the systems that are named, or for all, in a folder that is not there yet.
///
/// # Errors
/// When the folder holds something, or something cannot be made.
pub fn release(out: &Path, names: &[String]) -> Result<()> {
    let systems = systems(names)?;
    let is_empty = !out.exists() || fs::read_dir(out)?.next().is_none();
    ensure!(is_empty, "{} holds something already: name another folder with --out, or remove it", out.display());
    let zig = setup::zig()?;
    let engine = engine::build(Library::Shipped)?.read()?;
    fs::create_dir_all(out)?;
    for system in systems {
        let target = system.target;
        setup::rust_target(target, "the program is compiled to it")?;
        println!("Compiling the program for {target}: about three minutes.");
        let built = program::released(&engine, system, &zig)?;
        let name = format!("fact-cards-{VERSION}-{target}");
        let file = out.join(format!("{name}{}", system.suffix));
        fs::copy(&built, &file)?;
        let given = [Given { package: PACKAGE, target }, Given { package: "fact-cards", target: setup::WASM_TARGET }];
        let said = notices(&given)?;
        let list = sbom::sbom(VERSION, target, &checksum(&file)?, &components(&given)?);
        fs::write(out.join(format!("{name}.cdx.json")), list)?;
        fs::write(out.join(format!("{name}.licences.txt")), &said)?;
        npm::package(system, VERSION, &file, &said, out)?;
    }
    let folder = tempfile::tempdir().context("there is no folder for temporary files")?;
    fact_cards_site::write_package(&engine, folder.path())?;
    pack_folder(folder.path(), out)?;
    let sums = checksums(out)?;
    fs::write(out.join(CHECKSUMS), &sums)?;
    print!("{} holds the release of {}:\n{sums}", out.display(), project::commit().as_deref().unwrap_or("no commit"));
    Ok(())
}

/// The systems of these names, or all.
fn systems(names: &[String]) -> Result<Vec<System>> {
    if names.is_empty() {
        return Ok(SYSTEMS.to_vec());
    }
    let known = || SYSTEMS.map(|system| system.target).join(", ");
    names
        .iter()
        .map(|name| System::named(name).with_context(|| format!("no program is made for {name}, but for {}", known())))
        .collect()
}

/// The line of each file in a folder, in the order of their names. The same commit has the same ones.
fn checksums(folder: &Path) -> Result<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().into_string();
        let Ok(name) = name else { bail!("a file in {} has no name in Unicode", folder.display()) };
        names.push(name);
    }
    names.retain(|name| name != CHECKSUMS);
    names.sort();
    let mut sums = String::new();
    for name in names {
        writeln!(sums, "{}  {name}", checksum(&folder.join(&name))?)?;
    }
    Ok(sums)
}

fn checksum(file: &Path) -> Result<String> {
    let hash = Sha256::digest(fs::read(file)?);
    Ok(hash.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}")))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]
mod tests {
    use super::*;

    #[test]
    fn a_system_that_is_not_known_is_told_with_those_that_are() {
        let told = systems(&["sparc-sun-solaris".to_owned()]).unwrap_err().to_string();
        assert!(told.contains("sparc-sun-solaris") && told.contains("aarch64-apple-darwin"), "{told}");
        assert_eq!(systems(&[]).unwrap().len(), SYSTEMS.len());
        assert_eq!(systems(&["x86_64-pc-windows-gnu".to_owned()]).unwrap().len(), 1);
    }

    #[test]
    fn a_release_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("mine"), "").unwrap();
        let told = release(folder.path(), &[]).unwrap_err().to_string();
        assert!(told.contains("holds something already"), "{told}");
    }

    #[test]
    fn checksums_are_as_sha256sum_reads_them_and_do_not_name_themselves() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b", "a", CHECKSUMS] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(checksums(folder.path()).unwrap(), format!("{empty}  a\n{empty}  b\n"));
    }
}
