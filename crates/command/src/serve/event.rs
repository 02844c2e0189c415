use std::{path::Path, time::Duration};

use serde_json::{Value, json};

use crate::error::{Error, in_colour};

/// Something that happens while a story is served.
#[derive(Debug)]
pub enum ServeEvent<'e> {
    /// From now on it is served.
    Serving {
        /// The folder of the story.
        story: &'e Path,
        /// Where, such as `http://127.0.0.1:8000`.
        url: &'e str,
    },
    /// A version shows in the pages.
    Shown {
        /// How long it took to make it.
        after: Duration,
    },
    /// A version could not be made.
    NotShown {
        /// Why.
        error: &'e Error,
        /// Whether an earlier one stays in the pages.
        stays: bool,
    },
}

impl ServeEvent<'_> {
    /// Prints it: for people, mistakes as errors and with colours on terminals, or as one line of JSON for other programs.
    pub fn print(&self, as_json: bool) {
        match self {
            _ if as_json => println!("{}", self.json()),
            Self::Serving { story, url } => println!("Serving {} at {url}/ until Ctrl-C.", story.display()),
            Self::Shown { after } => println!("Shown: made in {} ms.", after.as_millis()),
            Self::NotShown { error, stays } => {
                eprintln!("{}\n{}", error.render(in_colour()), what_shows(*stays));
            }
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::Serving { story, url } => json!({ "serving": format!("{url}/"), "story": story }),
            Self::Shown { after } => json!({ "shown": { "milliseconds": after.as_millis() } }),
            Self::NotShown { error, .. } => error.json(),
        }
    }
}

/// What the pages show while there is a mistake.
pub fn what_shows(stays: bool) -> &'static str {
    if stays { "The last version that worked is still shown." } else { "Nothing else is shown until that is mended." }
}
