use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;

use crate::project;

/// The fonts of the visits: only those of one set, whatever the machine has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fonts {
    /// With common metrics.
    Usual,
    /// With very different metrics.
    Unusual,
}

impl Fonts {
    /// Writes the file by which fontconfig knows them, into a folder. `packages` is where npm has put them.
    pub fn configure(self, packages: &Path, folder: &Path) -> Result<PathBuf> {
        let name = match self {
            Self::Usual => "usual",
            Self::Unusual => "unusual",
        };
        let list = project::path("tests/browser/fonts").join(format!("{name}.conf"));
        let text = fs::read_to_string(&list)?;
        let cache = folder.join(format!("fonts-{name}"));
        let file = folder.join(format!("{name}.conf"));
        let text = text.replace("{packages}", &in_xml(packages)).replace("{cache}", &in_xml(&cache));
        fs::write(&file, text)?;
        Ok(file)
    }
}

/// Escapes a path for XML.
fn in_xml(path: &Path) -> String {
    path.display().to_string().replace('&', "&amp;").replace('<', "&lt;")
}
