//! Serves a story live: every open page shows what is saved, and mistakes in it.

mod event;
mod look;
mod panel;

use std::{
    convert::Infallible,
    path::Path,
    thread,
    time::{Duration, Instant, SystemTime},
};

use fact_cards_server::{Files, Live, Port};
use fact_cards_site::{BaseUrl, Engine};

pub use self::event::ServeEvent;
use self::{look::Look, panel::panel};
use crate::{check::read, error::Error};

/// How often the story's files are polled. A change counts once two snapshots in a row are equal, since editors write a file in
/// several steps. The system's notifications miss network drives, the targets of links, and folders that are removed and
/// created again; polling a dozen files costs next to nothing.
const EVERY: Duration = Duration::from_millis(100);

/// Builds the site that is served: here the program and the project's own commands differ.
pub trait Workshop {
    /// Whether anything besides the story has changed since the last call.
    fn has_changed(&mut self) -> bool {
        false
    }

    /// Builds the files of the site, which is served at `base_url`.
    ///
    /// # Errors
    /// When the story has mistakes or the build fails for another reason.
    fn make(&mut self, story: &Path, base_url: &BaseUrl) -> Result<Files, Error>;
}

/// Builds the files of a story's site, which is served at `base_url`, with a finished engine.
///
/// # Errors
/// When the story has mistakes or the engine is invalid.
pub fn files(story: &Path, engine: &Engine, base_url: &BaseUrl) -> Result<Files, Error> {
    let written = read(story, SystemTime::now())?.files(engine, Some(base_url))?;
    Ok(written.into_iter().map(|file| (file.path, file.bytes)).collect())
}

/// Serves a story live at a port of this machine (0 is any free one) until the program ends. `notify` is called with each event.
///
/// # Errors
/// When it cannot be served at all. A story with mistakes can: the pages show them until they are corrected.
pub fn serve(
    story: &Path,
    port: u16,
    workshop: &mut impl Workshop,
    notify: impl Fn(&ServeEvent),
) -> Result<Infallible, Error> {
    let unusable = |source| Error::Port { port, source };
    // The port first: its address is in the site, and a port in use is reported before minutes of building.
    let port = Port::take(port).map_err(unusable)?;
    let url = port.url();
    let base_url: BaseUrl = url.parse().map_err(|error| Error::NotMade(format!("{url}: {error}")))?;
    let mut shown = Look::at(story);
    let began = Instant::now();
    let first = match workshop.make(story, &base_url) {
        Err(error) if !matches!(error, Error::Mistakes(_)) => return Err(error),
        made => made,
    };
    let live = Live::start(port).map_err(unusable)?;
    notify(&ServeEvent::Serving { story, url: &url });
    show(&live, first, began, &notify);
    loop {
        thread::sleep(EVERY);
        let mut now = Look::at(story);
        let mut has_changed = workshop.has_changed();
        if now == shown && !has_changed {
            continue;
        }
        loop {
            thread::sleep(EVERY);
            has_changed |= workshop.has_changed();
            let next = Look::at(story);
            if next == now {
                break;
            }
            now = next;
        }
        // What was only away for a moment has not changed.
        if now != shown || has_changed {
            shown = now;
            let began = Instant::now();
            show(&live, workshop.make(story, &base_url), began, &notify);
        }
    }
}

/// Shows the built site, or why it could not be built.
fn show(live: &Live, made: Result<Files, Error>, began: Instant, notify: &impl Fn(&ServeEvent)) {
    match made {
        Ok(files) => {
            live.show(files);
            notify(&ServeEvent::Shown { after: began.elapsed() });
        }
        Err(error) => {
            let stays = live.shows();
            live.show_mistakes(panel(&error, stays));
            notify(&ServeEvent::NotShown { error: &error, stays });
        }
    }
}
