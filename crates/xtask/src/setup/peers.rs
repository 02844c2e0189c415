use std::path::PathBuf;

use super::installed::from_npm;
use crate::error::Error;

/// What the widget is measured beside: the folder `node_modules` in which all of them are.
pub fn peers() -> Result<PathBuf, Error> {
    from_npm("peers", "the widget is measured beside them")
}
