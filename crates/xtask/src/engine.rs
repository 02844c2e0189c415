use std::process::Command;

use fact_cards_site::Engine;

use crate::{command::run, error::Error, project, setup};

/// Builds the engine with Trunk. What did not change is not built again.
pub fn build() -> Result<Engine, Error> {
    let tools = setup::tools()?;
    let mut trunk = Command::new("trunk");
    trunk.args(["build", "--config", "Trunk.site.toml", "--offline", "--skip-version-check", "--log", "warn"]);
    // Trunk 0.21 takes NO_COLOR for a setting of its own and refuses the usual value 1.
    run(trunk.current_dir(project::root()).env("PATH", tools.path()).env_remove("NO_COLOR"))?;
    Ok(built())
}

/// The engine that was built last.
pub fn built() -> Engine {
    Engine {
        wasm: project::path("target/engine/fact-cards_bg.wasm"),
        glue: project::path("target/engine/fact-cards.js"),
    }
}
