//! What cargo says of the crates that are compiled here.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::{
    command::{failed, not_started},
    project,
};

/// What cargo says of the packages.
#[derive(Deserialize)]
pub struct Metadata {
    pub packages: Vec<Package>,
}

#[derive(Default, Deserialize)]
pub struct Package {
    pub name: String,
    pub version: String,
    pub license: Option<String>,
    /// Where it comes from. Those of this project come from nowhere else.
    pub source: Option<String>,
    pub manifest_path: PathBuf,
    pub authors: Vec<String>,
    pub repository: Option<String>,
}

/// What cargo says of all crates that a workspace of this project has, for any system.
///
/// # Errors
/// When its Cargo.lock is not what its manifests ask for.
pub fn metadata(workspace: &str) -> Result<Metadata> {
    let mut cargo = Command::new("cargo");
    cargo.args(["metadata", "--format-version", "1", "--locked"]);
    let output = cargo.current_dir(project::path(workspace)).output();
    let output = output.with_context(|| not_started(&cargo))?;
    serde_json::from_slice(&output.stdout).map_err(|_| failed(&cargo, &String::from_utf8_lossy(&output.stderr)))
}
