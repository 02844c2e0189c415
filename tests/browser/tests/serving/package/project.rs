use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use fact_cards_browser_tests::{Folder, in_project};

/// Frameworks ask who uses them; not the tests.
const SILENCE: [(&str, &str); 2] = [("NEXT_TELEMETRY_DISABLED", "1"), ("ASTRO_TELEMETRY_DISABLED", "1")];

/// The packages that an app may use, by the variable that has their folder.
#[derive(Clone, Copy)]
pub enum Packages {
    /// Those of every run.
    Few,
    /// Those of the frameworks too.
    Frameworks,
}

impl Packages {
    fn folder(self) -> PathBuf {
        installed(match self {
            Self::Few => "FACT_CARDS_NPM",
            Self::Frameworks => "FACT_CARDS_FRAMEWORKS",
        })
        .into()
    }
}

/// A fresh project with the package installed.
pub struct Project {
    folder: Folder,
    /// `node_modules` with what else it uses.
    modules: PathBuf,
}

impl Project {
    pub fn new(name: &str) -> Self {
        Self::of(Folder::new(name), PathBuf::new())
    }

    /// An app of `tests/browser/apps`, beside packages that it finds as those of a folder around its own. `site` is the origin of
    /// its story, where that is known.
    pub fn app(name: &str, packages: Packages, site: Option<&str>) -> Self {
        let modules = packages.folder();
        let around = modules.parent().expect("the packages are in a folder").to_owned();
        let folder = Folder::inside(&around.join("apps"), name);
        let apps = in_project("tests/browser/apps");
        folder.add(&apps.join(name));
        let app = Self::of(folder, modules);
        app.copy_from(&apps.join("vite.mjs"));
        // The page of an app whose client fills it.
        if app.folder.path().join("client.js").exists() {
            app.copy_from(&apps.join("index.html"));
        }
        Self::fill(app.folder.path(), &[("{root}", Some(&*around.to_string_lossy())), ("{site}", site)]);
        app
    }

    fn of(folder: Folder, modules: PathBuf) -> Self {
        let project = Self { folder, modules };
        project.write("package.json", r#"{ "name": "an-article", "private": true, "type": "module" }"#);
        // It has no dependencies, so no registry is asked.
        let install = ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error"];
        project.run(Command::new("npm").args(install).arg(installed("FACT_CARDS_PACKAGE")));
        project
    }

    /// Replaces placeholders in the files that it consists of.
    fn fill(folder: &Path, values: &[(&str, Option<&str>)]) {
        for path in fs::read_dir(folder).expect("it can be read").map(|entry| entry.expect("it can be read").path()) {
            if path.ends_with("node_modules") {
                continue;
            }
            if path.is_dir() {
                Self::fill(&path, values);
                continue;
            }
            let mut text = fs::read_to_string(&path).expect("an app is text");
            for (name, value) in values {
                text = value.map_or(text.clone(), |value| text.replace(name, value));
            }
            fs::write(&path, text).expect("a temporary file can be written");
        }
    }

    fn copy_from(&self, file: &Path) {
        fs::copy(file, self.at(&file.file_name().expect("a file has a name").to_string_lossy()))
            .expect("it can be copied");
    }

    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Gives up the project for its folder.
    pub fn into_folder(self) -> Folder {
        self.folder
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn write(&self, path: &str, text: &str) {
        fs::write(self.at(path), text).expect("a temporary file can be written");
    }

    /// Runs a command there and returns all that it prints.
    pub fn run(&self, command: &mut Command) -> String {
        let (succeeded, said) = self.told(command);
        assert!(succeeded, "{command:?}: {said}");
        said
    }

    /// Runs a command that may fail. Returns whether it did not, and all that it prints.
    pub fn told(&self, command: &mut Command) -> (bool, String) {
        let output = command.envs(SILENCE).current_dir(self.folder.path()).output().expect("there are Node.js and npm");
        let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
        (output.status.success(), said)
    }

    /// A script of the project itself, or one of a package, by its path.
    pub fn node(&self, script: &str, arguments: &[&str]) -> Command {
        let mut node = Command::new("node");
        let own = self.at(script);
        node.arg(if own.exists() { own } else { self.modules.join(script) }).args(arguments);
        node.envs(SILENCE).current_dir(self.folder.path());
        node
    }

    /// Runs a script installed by `cargo xtask test browser`.
    pub fn run_script(&self, script: &str, arguments: &[&str]) -> String {
        self.run(Command::new("node").arg(installed(script)).args(arguments))
    }
}

/// What a variable says.
fn installed(name: &str) -> OsString {
    env::var_os(name).unwrap_or_else(|| panic!("`cargo xtask test browser` installs what {name} names and says where"))
}
