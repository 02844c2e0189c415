use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use fact_cards_site::Engine;
use fs_err as fs;
use tempfile::TempDir;

use super::{fonts::Fonts, requested::Browser, sites};
use crate::{
    command::run,
    engine::{self, Library},
    npm, program, project,
    setup::{self, Browsers},
};

/// Everything that visits need: browsers, an engine, and what is built of it in a folder of this run, which is removed when this
/// is dropped.
pub struct Stage {
    browsers: Browsers,
    engine: Engine,
    program: PathBuf,
    package: PathBuf,
    xtask: PathBuf,
    folder: TempDir,
}

impl Stage {
    /// Installs what is missing and builds everything.
    pub fn set() -> Result<Self> {
        let xtask = env::current_exe().context("the program that runs cannot be found")?;
        let browsers = setup::browsers()?;
        let runs = project::target("test-runs");
        fs::create_dir_all(&runs)?;
        let folder = TempDir::with_prefix_in("run-", &runs)?;
        let built = engine::build(Library::Shipped)?;
        built.copy_to(&folder.path().join("engine"))?;
        let engine = built.read()?;
        // Releases the lock: others may build from here on.
        drop(built);
        println!("Building the sites that are visited.");
        sites::build(&engine, &folder.path().join("sites"))?;
        let program = program::for_tests(&engine, folder.path())?;
        let package = npm::pack(&engine, &folder.path().join("npm"))?;
        Ok(Self { browsers, engine, program, package, xtask, folder })
    }

    /// The engine in the sites.
    pub const fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The folder of a site.
    pub fn site(&self, name: &str) -> PathBuf {
        self.path("sites").join(name)
    }

    /// Builds the page for working on the widget with plain Trunk, as a developer does. Returns the search path with Trunk.
    pub fn build_plain(&self) -> Result<OsString> {
        let path = setup::trunk()?;
        // Trunk asks cargo about the crates of every system, and may fetch none of them then.
        run(Command::new("cargo").args(["fetch", "--locked", "--quiet"]).current_dir(project::root()))?;
        let mut trunk = Command::new("trunk");
        // Without network access.
        trunk.args([
            "build",
            "--offline",
            "--skip-version-check",
            "--log",
            "warn",
            "--config",
            "Trunk.toml",
            "--release",
        ]);
        // Trunk 0.21 reads NO_COLOR as a setting of its own and refuses the usual value 1.
        trunk.current_dir(project::root()).env("PATH", &path).env_remove("NO_COLOR");
        run(trunk.arg("--dist").arg(self.site("trunk")))?;
        Ok(path)
    }

    /// The environment variables of the visits.
    pub fn variables(&self, browser: Browser, fonts: Fonts) -> Result<Vec<(&'static str, OsString)>> {
        let Self { browsers, program, package, xtask, .. } = self;
        let packages = browsers.module("");
        Ok(vec![
            ("PATH", browsers.path()),
            // Independent of the machine's locale.
            ("LC_ALL", "C.UTF-8".into()),
            ("LANGUAGE", "en".into()),
            ("TZ", "UTC".into()),
            ("FONTCONFIG_FILE", fonts.configure(&packages, self.folder.path())?.into()),
            ("FACT_CARDS_FONTS", packages.clone().into()),
            // Apps that use some of them are made beside them.
            ("FACT_CARDS_NPM", packages.into()),
            ("FACT_CARDS_PICTURES", (fonts == Fonts::Usual).to_string().into()),
            ("FACT_CARDS_BROWSER", browser.id().into()),
            ("FACT_CARDS_SITES", self.path("sites").into()),
            // Sites whose address is known only at run time are built by the tests.
            ("FACT_CARDS_ENGINE", self.path("engine/engine.wasm").into()),
            ("FACT_CARDS_ENGINE_SCRIPTS", self.path("engine/scripts").into()),
            ("FACT_CARDS_ENGINE_STYLES", self.path("engine/styles").into()),
            ("FACT_CARDS_BOOTSTRAP", browsers.module("bootstrap/dist/css/bootstrap.min.css").into()),
            ("FACT_CARDS_MODULES", browsers.module("").into()),
            ("FACT_CARDS_AXE", browsers.module("axe-core/axe.min.js").into()),
            ("FACT_CARDS_OEMBED_CLIENT", browsers.module("@extractus/oembed-extractor/src/main.js").into()),
            ("FACT_CARDS_OPEN_GRAPH", browsers.module("open-graph-scraper/dist/esm/index.js").into()),
            ("FACT_CARDS_VITE", browsers.module("vite/bin/vite.js").into()),
            ("FACT_CARDS_TYPESCRIPT", browsers.module("typescript/bin/tsc").into()),
            ("FACT_CARDS_NGINX", browsers.nginx().into()),
            ("FACT_CARDS_PROGRAM", program.into()),
            ("FACT_CARDS_PACKAGE", package.into()),
            // Visits to `serve` start it as an editor would.
            ("FACT_CARDS_XTASK", xtask.into()),
        ])
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }
}
