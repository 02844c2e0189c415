use std::{
    convert::Infallible,
    path::Path,
    process::Command,
    sync::mpsc::{self, Receiver},
    time::{Duration, SystemTime},
};

use anyhow::{Context, Result};
use fact_cards_command::{Error as NotServed, Files, Workshop, check, files, serve as serve_live};
use fact_cards_site::BaseUrl;
use fs_err as fs;
use notify_debouncer_full::{
    DebounceEventResult, new_debouncer,
    notify::{EventKind, RecursiveMode},
};
use tempfile::TempDir;

use crate::{
    command::run,
    engine::{self, Library},
    error::message,
    project,
};

/// The compiled folders: a change there is shown after a build.
const CODE: [&str; 5] = ["src", "crates", "words", "Cargo.toml", "index.html"];

const STYLES: &str = "styles";

/// How long files must be unchanged before a change counts: editors write a file in several steps.
const REST: Duration = Duration::from_millis(150);

/// Builds and serves a site, and shows each change of its story, the styles or the code.
pub fn serve(story: &Path, port: u16) -> Result<Infallible> {
    let (sender, changes) = mpsc::channel();
    let watching = "the files cannot be watched";
    let mut debouncer = new_debouncer(REST, None, move |changes: DebounceEventResult| {
        // The receiver is dropped only when this program ends.
        let _ = sender.send(changes);
    })
    .context(watching)?;
    for path in CODE.into_iter().chain([STYLES]) {
        debouncer.watch(project::path(path), RecursiveMode::Recursive).context(watching)?;
    }
    let folder = tempfile::tempdir().context("there is no folder for temporary files")?;
    let mut workshop = OfTheProject { changes, folder, has_engine: false, is_of_this_code: true };
    Ok(serve_live(story, port, &mut workshop, |event| event.print(false))?)
}

/// Makes sites with the code, the styles and the engine of this project.
struct OfTheProject {
    changes: Receiver<DebounceEventResult>,
    /// A folder of its own, since other commands may build meanwhile.
    folder: TempDir,
    /// Whether the engine has been built into that folder.
    has_engine: bool,
    /// Whether the code is unchanged since the last build.
    is_of_this_code: bool,
}

impl Workshop for OfTheProject {
    fn has_changed(&mut self) -> bool {
        let mut has_changed = false;
        let styles = project::path(STYLES);
        // Builds read the files too: that is not a change.
        let events = self.changes.try_iter().flatten().flatten();
        for event in events.filter(|event| !matches!(event.kind, EventKind::Access(_))) {
            self.is_of_this_code &= event.paths.iter().all(|path| path.starts_with(&styles));
            has_changed = true;
        }
        has_changed
    }

    fn make(&mut self, story: &Path, base_url: &BaseUrl) -> Result<Files, NotServed> {
        let made = self.make_here(story, base_url);
        made.map_err(|error| error.downcast().unwrap_or_else(|other| NotServed::NotMade(message(&other))))
    }
}

impl OfTheProject {
    fn make_here(&mut self, story: &Path, base_url: &BaseUrl) -> Result<Files> {
        // The story first: mistakes in it are reported before anything is compiled.
        if !self.is_of_this_code {
            check(story, SystemTime::now())?;
            println!("The code changed: building.");
            return self.make_with_new_code(story, base_url);
        }
        if !self.has_engine {
            check(story, SystemTime::now())?;
            self.take_engine()?;
        }
        Ok(files(story, &engine::copied(self.folder.path())?, base_url)?)
    }

    /// Builds the engine and copies it.
    fn take_engine(&mut self) -> Result<()> {
        engine::build(Library::Shipped)?.copy_to(self.folder.path())?;
        self.has_engine = true;
        Ok(())
    }

    /// Builds with the current code, which may be newer than this running program.
    fn make_with_new_code(&mut self, story: &Path, base_url: &BaseUrl) -> Result<Files> {
        let out = self.folder.path().join("site");
        let mut build = Command::new("cargo");
        build.args(["xtask", "build", "--story"]).arg(story).arg("--out").arg(&out);
        run(build.args(["--soon", "--base-url", &base_url.to_string()]))?;
        self.take_engine()?;
        self.is_of_this_code = true;
        let mut files = Files::new();
        add_files(&out, "", &mut files)?;
        Ok(files)
    }
}

/// Reads the files of a folder and of those in it.
fn add_files(folder: &Path, before: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            add_files(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}
