use std::path::PathBuf;

use anyhow::Result;

use super::installed::from_npm;

/// Installs the peers of the benchmark. Returns their `node_modules`.
pub fn peers() -> Result<PathBuf> {
    from_npm("peers", "the widget is measured beside them; seconds")
}
