//! Checks that every dependency has a licence that `deny.toml` allows, and collects the notices that these licences require.

mod metadata;
mod notices;

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use fs_err as fs;
use serde::Deserialize;
use spdx::{Expression, LicenseReq, ParseMode};

use self::metadata::{Package, metadata};
pub use self::notices::{Component, Given, components, notices};
use crate::project;

/// The workspace of everything that is published.
const PROJECT: &str = "";

/// The list of allowed licences, which cargo-deny reads too.
const FILE: &str = "deny.toml";

#[derive(Deserialize)]
struct Deny {
    licenses: Licences,
}

#[derive(Deserialize)]
struct Licences {
    allow: BTreeSet<String>,
}

/// Checks the licence of every dependency, for any system, against the list.
///
/// # Errors
/// When a crate has none of them.
pub fn check() -> Result<()> {
    let file = project::path(FILE);
    let text = fs::read_to_string(&file)?;
    let Deny { licenses: Licences { allow } } = toml::from_str(&text).with_context(|| file.display().to_string())?;
    let mut packages = metadata(PROJECT)?.packages;
    packages.extend(metadata("fuzz")?.packages);
    let refused: Vec<String> = packages.iter().filter_map(|package| refusal(package, &allow)).collect();
    ensure!(refused.is_empty(), "these crates are under no licence that deny.toml allows:\n{}", refused.join("\n"));
    Ok(())
}

/// Why a crate is not allowed, if so.
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
