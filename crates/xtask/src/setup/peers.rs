use std::path::PathBuf;

use super::installed::from_npm;
use crate::error::Error;

const PAGEFIND: &str = "1.6.0";
const LIST_JS: &str = "2.3.1";
const MIXITUP: &str = "3.3.2";
const ISOTOPE: &str = "3.0.6";

const WHY: &str = "the widget is measured beside it";

/// What the widget is measured beside: the folders `node_modules` in which each of them is.
pub struct Peers {
    pub pagefind: PathBuf,
    pub list_js: PathBuf,
    pub mixitup: PathBuf,
    pub isotope: PathBuf,
}

/// Sees that all of them are there.
pub fn peers() -> Result<Peers, Error> {
    Ok(Peers {
        pagefind: from_npm("pagefind", PAGEFIND, ".bin/pagefind", WHY)?,
        list_js: from_npm("list.js", LIST_JS, "list.js/dist/list.min.js", WHY)?,
        mixitup: from_npm("mixitup", MIXITUP, "mixitup/dist/mixitup.min.js", WHY)?,
        isotope: from_npm("isotope-layout", ISOTOPE, "isotope-layout/dist/isotope.pkgd.min.js", WHY)?,
    })
}
