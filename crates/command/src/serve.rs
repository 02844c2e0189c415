//! Serving a story live: what is saved shows in every open page, and so does a mistake.

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

/// How often the files of the story are looked at. A change counts when they are the same in two looks: editors write a file
/// in several steps. To be told of changes by the system would be lost on network drives, on what a link leads to, and on a
/// folder that is taken away and comes back; a dozen files are looked at in no time.
const EVERY: Duration = Duration::from_millis(100);

/// Who makes the site that is served: what differs between the program and the project's own commands.
pub trait Workshop {
    /// Whether something else than the story has changed since this was asked last.
    fn has_changed(&mut self) -> bool {
        false
    }

    /// Makes the files of the site, which lives at that address.
    ///
    /// # Errors
    /// When the story has mistakes, or whatever else keeps it from being made.
    fn make(&mut self, story: &Path, base_url: &BaseUrl) -> Result<Files, Error>;
}

/// Makes the files of a story's site, which lives at that address, with a finished engine.
///
/// # Errors
/// When the story has mistakes, or the engine is not one.
pub fn files(story: &Path, engine: &Engine, base_url: &BaseUrl) -> Result<Files, Error> {
    let written = read(story, SystemTime::now())?.files(engine, Some(base_url))?;
    Ok(written.into_iter().map(|file| (file.path, file.bytes)).collect())
}

/// Serves a story live at a port of this machine, 0 being any that is free, until the program is ended. What happens is told.
///
/// # Errors
/// When it cannot be served at all. A story with mistakes can: they show until they are mended.
pub fn serve(
    story: &Path,
    port: u16,
    workshop: &mut impl Workshop,
    tell: impl Fn(&ServeEvent),
) -> Result<Infallible, Error> {
    let unusable = |source| Error::Port { port, source };
    // First the port: its address is in what is made, and one that is taken is told before minutes of building.
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
    tell(&ServeEvent::Serving { story, url: &url });
    show(&live, first, began, &tell);
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
            show(&live, workshop.make(story, &base_url), began, &tell);
        }
    }
}

/// Shows what was made, or else why it was not.
fn show(live: &Live, made: Result<Files, Error>, began: Instant, tell: &impl Fn(&ServeEvent)) {
    match made {
        Ok(files) => {
            live.show(files);
            tell(&ServeEvent::Shown { after: began.elapsed() });
        }
        Err(error) => {
            let stays = live.shows();
            live.tell(panel(&error, stays));
            tell(&ServeEvent::NotShown { error: &error, stays });
        }
    }
}
