use std::{
    io::{IsTerminal, stderr},
    path::{Path, PathBuf},
    process::Command,
    sync::mpsc,
    time::Duration,
};

use fact_cards_server::{Port, Server};
use fact_cards_site::BaseUrl;
use notify_debouncer_full::{
    DebounceEventResult, new_debouncer,
    notify::{self, EventKind, RecursiveMode},
};

use crate::{build, command::run, engine::Library, error::Error, project};

const OUT: &str = "dist";

/// What is compiled: a change there is shown after a build.
const CODE: [&str; 5] = ["src", "crates", "words", "Cargo.toml", "index.html"];

/// How long files must rest before a change counts: editors write a file in several steps.
const REST: Duration = Duration::from_millis(150);

/// Builds and serves a site, and shows each change of its story or the code.
pub fn serve(story: &Path, port: u16) -> Result<(), Error> {
    let out = project::path(OUT);
    let unusable = |error| Error::Port { port, error };
    // First the port: its address is in what is built, and one that is taken is told before minutes of building.
    let port = Port::take(port).map_err(unusable)?;
    let url = port.url();
    let base_url: BaseUrl = url.parse()?;
    build::build(story, &out, Some(&base_url), true, Library::Shipped)?;
    let server = Server::start(port, &out, true).map_err(unusable)?;

    let (sender, received) = mpsc::channel();
    let watching = |error: notify::Error| Error::Watch(error.to_string());
    let mut debouncer = new_debouncer(REST, None, move |changes: DebounceEventResult| {
        // The other end is gone only when this program ends.
        let _ = sender.send(changes);
    })
    .map_err(watching)?;
    let code = CODE.map(project::path);
    let styles = project::path("styles");
    let story_folder = story.canonicalize().map_err(Error::file(story))?;
    for path in code.iter().chain([&styles, &story_folder]) {
        debouncer.watch(path, RecursiveMode::Recursive).map_err(watching)?;
    }

    println!("Serving {} at {}/ until Ctrl-C.", story.display(), url);
    for changes in received {
        // Building reads the files too: that is no change.
        let changes = changes.into_iter().flatten().filter(|event| !matches!(event.kind, EventKind::Access(_)));
        let paths: Vec<PathBuf> = changes.flat_map(|event| event.paths.clone()).collect();
        let concerns = |folder: &PathBuf| paths.iter().any(|path| path.starts_with(folder));
        let rebuilt = if code.iter().any(concerns) {
            println!("The code changed: building.");
            rebuild(story, &out, &base_url)
        } else if [&styles, &story_folder].into_iter().any(concerns) {
            build::rewrite(story, &out, &base_url)
        } else {
            continue;
        };
        match rebuilt {
            Ok(()) => {
                println!("Shown at {url}/.");
                server.reload();
            }
            Err(error) => {
                eprintln!("{}\nThe last version that worked is still shown.", error.render(stderr().is_terminal()));
            }
        }
    }
    Ok(())
}

/// Builds with the code as it is now, which this running program is not.
fn rebuild(story: &Path, out: &Path, base_url: &BaseUrl) -> Result<(), Error> {
    let mut build = Command::new("cargo");
    build.args(["xtask", "build", "--story"]).arg(story).arg("--out").arg(out);
    run(build.args(["--soon", "--base-url", &base_url.to_string()]))
}
