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

/// Precedes the loader, and gives it what a package needs instead of what a site has. Imported by a server that renders pages, all
/// this does nothing.
const BEFORE: &str = "\
import{asset,here,setAssets}from\"./assets.js\";
import*as more from\"./more.js\";
import{withSpellings}from\"./spelling.js\";
const{HTMLElement=class{},customElements:registry={get:()=>HTMLElement}}=globalThis;
const customElements={get:(name)=>registry.get(name),define:(name,element)=>registry.define(name,withSpellings(element))};
const own={\"more:\":()=>more,\"sentence:\":()=>import(\"./sentence.js\")};
";

/// Follows the loader. Of two versions on a page the first defines the element.
const AFTER: &str = "\nexport{setAssets};\nexport const FactCardsElement=customElements.get(\"fact-cards\");\n";

/// What the scripts of the package are beside the loader.
const SCRIPTS: [(&str, &str); 2] =
    [("assets.js", include_str!("../package/assets.js")), ("spelling.js", include_str!("../package/spelling.js"))];

/// The component of React, with a placeholder for the events.
const REACT: &str = include_str!("../package/react.js");

/// The address of a script, where bundlers may put in one of the machine that they run on.
const OWN_ADDRESS: &str = "import.meta.url";

/// Stand for the addresses of two scripts. Most stories of a package come from another site: what they need is part of the bundle,
/// and shows cards also where nobody finds the engine. What opens cards beside sentences is for the bundler to split off.
const MORE: &str = "more:";
const SENTENCE: &str = "sentence:";

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
    for (name, script) in SCRIPTS {
        write(name, script.as_bytes())?;
    }
    write("react.js", REACT.replace("EVENTS", &listeners()).as_bytes())?;
    write("engine.js", glue(engine)?.as_bytes())?;
    for name in ["more.js", "sentence.js"] {
        write(name, engine.text(name)?.as_bytes())?;
    }
    write("engine.wasm", engine.wasm())?;
    write("fact-cards.css", all_styles(engine)?.as_bytes())?;
    for (name, types) in types::files() {
        write(name, types.as_bytes())?;
    }
    write("custom-elements.json", manifest::manifest().as_bytes())?;
    write(Engine::NOTICES, engine.text(Engine::NOTICES)?.as_bytes())?;
    write("README.md", include_bytes!("../package/README.md"))?;
    write("program.js", include_bytes!("../package/program.js"))?;
    write("LICENSE-MIT", include_bytes!("../../../LICENSE-MIT"))?;
    write("LICENSE-APACHE", include_bytes!("../../../LICENSE-APACHE"))
}

/// The events by the names that the component gives their listeners, as an object of JavaScript.
fn listeners() -> String {
    let events = element::EVENTS.iter().map(|event| format!("{}: \"{}\"", event.listener(), event.name));
    format!("{{ {} }}", events.collect::<Vec<_>>().join(", "))
}

/// The loader in a form that bundlers understand: the files of the engine are where `assets.js` says.
fn loader(engine: &Engine) -> Result<String, SiteError> {
    let integrity = integrity(engine.wasm());
    // Each story knows its languages.
    let build = format!(r#"[asset("engine.js"),asset("engine.wasm"),"{MORE}","{SENTENCE}","{integrity}",{NO_STORY}]"#);
    let loader = engine.filled("loader.js", &build)?;
    if !loader.contains("import(") {
        return Err(SiteError::NoImport);
    }
    let loader = loader.replace("import(", "bring(").replace(OWN_ADDRESS, "here");
    Ok(format!(
        "{BEFORE}const bring=async(address)=>own[address.split(\"#\")[0]]?.()??import({LEFT_ALONE} address);\n{loader}{AFTER}"
    ))
}
