//! The packages by which npm brings the program: one for each system. `fact-cards` itself, which pages use, fetches the one that
//! it needs when it is called as a program, and so stays small for everybody else.

use std::path::Path;

use anyhow::Result;
use fs_err as fs;
use serde_json::json;

use crate::{npm::pack_folder, project, system::System};

/// Writes the package of a system, with that program in it, into a folder.
pub fn package(system: System, version: &str, program: &Path, notices: &str, out: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let [platform, processor] = system.node;
    let file = format!("fact-cards{}", system.suffix);
    let about = json!({
        "name": system.npm_package(),
        "version": version,
        "description": format!("The program fact-cards for {platform} {processor}. Install the package fact-cards, not this one."),
        "license": "(MIT OR Apache-2.0) AND OFL-1.1",
        "os": [platform],
        "cpu": [processor],
        "files": [file, "licences.txt", "LICENSE-*"],
    });
    fs::write(folder.path().join("package.json"), format!("{about:#}\n"))?;
    fs::write(folder.path().join("licences.txt"), notices)?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(project::path(licence), folder.path().join(licence))?;
    }
    // With its permissions.
    fs::copy(program, folder.path().join(&file))?;
    pack_folder(folder.path(), out)?;
    Ok(())
}
