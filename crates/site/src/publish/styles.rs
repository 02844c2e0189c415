use std::path::Path;

use lightningcss::{
    bundler::{Bundler, FileProvider},
    stylesheet::{MinifyOptions, ParserOptions, PrinterOptions},
};

use crate::error::SiteError;

/// A style sheet with its imports inlined, minified.
pub(crate) fn bundle(sheet: &Path) -> Result<String, SiteError> {
    let failed = |error: &dyn ToString| SiteError::Styles(error.to_string());
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut styles = bundler.bundle(sheet).map_err(|error| failed(&error))?;
    styles.minify(MinifyOptions::default()).map_err(|error| failed(&error))?;
    let printed = styles.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| failed(&error))?.code)
}
