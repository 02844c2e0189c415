//! The npm package: the element and its engine without a story, for pages with and without a bundler.

mod element;
mod manifest;
mod types;

use std::{fs, path::Path};

use crate::{
    engine::Engine,
    error::SiteError,
    publish::{
        asset::integrity,
        loader::NO_STORY,
        shared::{all_styles, glue},
    },
};

/// The version of the package is that of this project.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// `package.json`, with the placeholder `VERSION`.
const ABOUT: &str = include_str!("../package/package.json");

/// Precedes the loader: imported by a server that renders pages, it does nothing.
const BEFORE: &str = "const{HTMLElement=class{},customElements={get:()=>HTMLElement}}=globalThis;\n";

/// Follows the loader. Of two versions on a page the first defines the element.
const AFTER: &str = "\nexport const FactCardsElement=customElements.get(\"fact-cards\");\n";

/// Tells bundlers to leave an import alone: its address is known only in the browser.
const LEFT_ALONE: &str = "/* @vite-ignore */ /* webpackIgnore: true */";

/// Writes the files of the package into a folder, replacing what was there. `npm pack` makes one file of them.
///
/// # Errors
/// When a part of the engine is missing or of another version, or a file cannot be written.
pub fn write_package(engine: &Engine, folder: &Path) -> Result<(), SiteError> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(SiteError::file(folder))?;
    }
    fs::create_dir_all(folder).map_err(SiteError::file(folder))?;
    let write = |name: &str, bytes: &[u8]| {
        let file = folder.join(name);
        fs::write(&file, bytes).map_err(SiteError::file(&file))
    };
    write("package.json", ABOUT.replace("VERSION", VERSION).as_bytes())?;
    write("fact-cards.js", loader(engine)?.as_bytes())?;
    write("engine.js", glue(engine)?.as_bytes())?;
    write("foreign.js", engine.text("foreign.js")?.as_bytes())?;
    write("engine.wasm", engine.wasm())?;
    write("fact-cards.css", all_styles(engine)?.as_bytes())?;
    write("fact-cards.d.ts", types::types().as_bytes())?;
    write("custom-elements.json", manifest::manifest().as_bytes())?;
    write(Engine::NOTICES, engine.text(Engine::NOTICES)?.as_bytes())?;
    write("README.md", include_bytes!("../package/README.md"))?;
    write("LICENSE-MIT", include_bytes!("../../../LICENSE-MIT"))?;
    write("LICENSE-APACHE", include_bytes!("../../../LICENSE-APACHE"))
}

/// The loader in a form that bundlers understand: they find the files of a script by `new URL` with a literal.
fn loader(engine: &Engine) -> Result<String, SiteError> {
    let beside = |name: &str| format!(r#"new URL("./{name}",import.meta.url)"#);
    let [script, wasm, filter] = ["engine.js", "engine.wasm", "foreign.js"].map(beside);
    let integrity = integrity(engine.wasm());
    // Each story knows its languages.
    let loader = engine.filled("loader.js", &format!(r#"[{script},{wasm},{filter},"{integrity}",{NO_STORY}]"#))?;
    // Minifying removes comments, so it is added here.
    let (before, after) = loader.split_once("import(").ok_or(SiteError::NoImport)?;
    Ok(format!("{BEFORE}{before}import({LEFT_ALONE} {after}{AFTER}"))
}
