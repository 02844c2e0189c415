use std::{fs, path::Path, process::Command};

use fact_cards_site::Engine;

use crate::{
    command::run,
    error::Error,
    project,
    setup::{self, Tools},
};

/// What Trunk makes.
const TRUNK_GLUE: &str = "target/engine/fact-cards.js";

/// Builds the page for working on the widget, as plain Trunk does for a developer.
pub fn build_plain(dist: &Path) -> Result<(), Error> {
    let tools = setup::tools()?;
    run(trunk(&tools).args(["--config", "Trunk.toml", "--release", "--dist"]).arg(dist))
}

/// `trunk build`, with nothing fetched from elsewhere.
fn trunk(tools: &Tools) -> Command {
    let mut trunk = Command::new("trunk");
    trunk.args(["build", "--offline", "--skip-version-check", "--log", "warn"]);
    // Trunk 0.21 takes NO_COLOR for a setting of its own and refuses the usual value 1.
    trunk.current_dir(project::root()).env("PATH", tools.path()).env_remove("NO_COLOR");
    trunk
}

/// Builds the engine with Trunk, and makes its scripts small. What did not change is not compiled again.
pub fn build() -> Result<Engine, Error> {
    let tools = setup::tools()?;
    run(trunk(&tools).args(["--config", "Trunk.site.toml"]))?;

    let engine = built();
    fs::create_dir_all(&engine.scripts).map_err(Error::file(&engine.scripts))?;
    for name in Engine::SCRIPTS {
        let sources = match name {
            "loader.js" => vec!["src/browser/loader.js".to_owned()],
            "engine.js" => vec![TRUNK_GLUE.to_owned(), "src/browser/takeover.js".to_owned()],
            page => vec![format!("crates/site/pages/{page}")],
        };
        minify(&tools, &sources, &engine.scripts.join(name))?;
    }
    Ok(engine)
}

/// The engine that was built last.
pub fn built() -> Engine {
    Engine { wasm: project::path("target/engine/fact-cards_bg.wasm"), scripts: project::path("target/engine-scripts") }
}

/// Makes one small module of scripts that follow one another.
fn minify(tools: &Tools, scripts: &[String], out: &Path) -> Result<(), Error> {
    let mut joined = String::new();
    for script in scripts.iter().map(|script| project::path(script)) {
        joined += &fs::read_to_string(&script).map_err(Error::file(&script))?;
    }
    let whole = out.with_extension("whole.js");
    fs::write(&whole, joined).map_err(Error::file(&whole))?;
    let mut terser = Command::new("terser");
    terser.arg(&whole).args(["--module", "--ecma", "2022", "--mangle", "--compress", "passes=4,unsafe_arrows"]);
    run(terser.arg("--output").arg(out).env("PATH", tools.path()))
}
