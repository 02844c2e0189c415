use std::path::PathBuf;

use anyhow::Result;

use super::installed::from_npm;

/// What the widget is measured beside: the folder `node_modules` in which all of them are.
pub fn peers() -> Result<PathBuf> {
    from_npm("peers", "the widget is measured beside them")
}
