//! The report, as JSON and as a page.

mod goals;
mod html;
mod number;
mod plot;
mod section;
mod table;

use std::path::Path;

use anyhow::{Context, Result};
use fs_err as fs;
use serde::Serialize;

use crate::{
    machine::{Machine, Versions},
    measure::{
        build::Build, load::Load, mounts::Mounted, search::Found, start::Start, touch::Touches, usage::Usages,
        wire::Wire,
    },
    wasm::Engine,
};

/// All measurements. Those that were not selected are missing.
#[derive(Debug, Serialize)]
pub struct Report {
    pub quick: bool,
    pub machine: Machine,
    /// The load of the machine before and after.
    pub load_average: [f64; 2],
    pub versions: Versions,
    pub wire: Option<Vec<Wire>>,
    pub load: Option<Vec<Load>>,
    pub start: Option<Start>,
    #[serde(rename = "use")]
    pub usage: Option<Usages>,
    pub touch: Option<Touches>,
    pub search: Option<Vec<Found>>,
    pub build: Option<Build>,
    pub wasm: Option<Engine>,
    pub mounts: Option<Vec<Mounted>>,
}

impl Report {
    /// An empty report.
    pub const fn new(quick: bool, machine: Machine, versions: Versions) -> Self {
        Self {
            quick,
            machine,
            load_average: [f64::NAN; 2],
            versions,
            wire: None,
            load: None,
            start: None,
            usage: None,
            touch: None,
            search: None,
            build: None,
            wasm: None,
            mounts: None,
        }
    }
}

/// Writes both files into a folder.
pub fn write(report: &Report, folder: &Path) -> Result<()> {
    let json = folder.join("report.json");
    let text = serde_json::to_string_pretty(report).with_context(|| json.display().to_string())?;
    fs::write(&json, text + "\n")?;
    let page = folder.join("report.html");
    fs::write(&page, html::page(report))?;
    println!("The report is in {} and {}.", page.display(), json.display());
    Ok(())
}
