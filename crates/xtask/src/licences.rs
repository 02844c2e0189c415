//! Under which licences the crates are that are built with: only under those that `deny.toml` allows. What those licences ask
//! for goes with what is built.

mod notices;

use std::{collections::BTreeSet, fs, path::PathBuf, process::Command};

use serde::Deserialize;
use spdx::{Expression, LicenseReq, ParseMode};

pub use self::notices::{Given, notices};
use crate::{command::name, error::Error, project};

/// The list of what is allowed; cargo-deny reads it as well.
const FILE: &str = "deny.toml";

#[derive(Deserialize)]
struct Deny {
    licenses: Licences,
}

#[derive(Deserialize)]
struct Licences {
    allow: BTreeSet<String>,
}

/// What cargo says of the packages.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Default, Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    /// Where it comes from. Those of this project come from nowhere else.
    source: Option<String>,
    manifest_path: PathBuf,
    authors: Vec<String>,
    repository: Option<String>,
}

/// Compares the licence of every crate that is compiled here, for any system, with the list.
///
/// # Errors
/// When a crate is under none of them.
pub fn check() -> Result<(), Error> {
    let file = project::path(FILE);
    let text = fs::read_to_string(&file).map_err(Error::file(&file))?;
    let Deny { licenses: Licences { allow } } =
        toml::from_str(&text).map_err(|error| Error::NoBudget { file, error: error.to_string() })?;
    let packages = metadata()?.packages;
    let refused: Vec<String> = packages.iter().filter_map(|package| refusal(package, &allow)).collect();
    if refused.is_empty() { Ok(()) } else { Err(Error::Licences(refused.join("\n"))) }
}

/// What cargo says of all crates that are compiled here, for any system.
fn metadata() -> Result<Metadata, Error> {
    let mut cargo = Command::new("cargo");
    cargo.args(["metadata", "--format-version", "1", "--locked"]);
    let output = cargo.current_dir(project::root()).output();
    let output = output.map_err(|error| Error::NotStarted { command: name(&cargo), error })?;
    serde_json::from_slice(&output.stdout).map_err(|_| Error::Failed {
        command: name(&cargo),
        output: String::from_utf8_lossy(&output.stderr).into_owned(),
    })
}

/// Why a crate may not be used, where that is so.
fn refusal(Package { name, version, license, .. }: &Package, allow: &BTreeSet<String>) -> Option<String> {
    let said = license.as_deref().unwrap_or_default();
    let is_allowed = |req: &LicenseReq| allow.contains(&req.to_string());
    let is_good = Expression::parse_mode(said, ParseMode::LAX).is_ok_and(|said| said.evaluate(is_allowed));
    (!is_good).then(|| format!("{name} {version}: {}", if said.is_empty() { "none" } else { said }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_may_be_used_where_one_choice_of_its_licences_is_allowed() {
        let allow = ["MIT", "Unicode-3.0"].map(str::to_owned).into();
        let package = |license: &str| Package {
            name: "one".into(),
            version: "1".into(),
            license: Some(license.to_owned()),
            ..Package::default()
        };
        for good in ["MIT", "Apache-2.0 OR MIT", "MIT/Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
            assert_eq!(refusal(&package(good), &allow), None, "{good}");
        }
        for bad in ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "nonsense"] {
            assert!(refusal(&package(bad), &allow).is_some(), "{bad}");
        }
        let none = Package { license: None, ..package("") };
        assert_eq!(refusal(&none, &allow).as_deref(), Some("one 1: none"));
    }
}
