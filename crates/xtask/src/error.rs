//! What is said at the end of a command that did not do what it was asked to.

use anyhow::Error;
use fact_cards_command::Error as CommandError;

/// The error for people; mistakes in a story with colours where `colour` is set.
pub fn render(error: &Error, colour: bool) -> String {
    error.downcast_ref::<CommandError>().map_or_else(|| message(error), |error| error.render(colour))
}

/// The error with its causes. Some errors end with their cause already: it is said once.
pub fn message(error: &Error) -> String {
    let mut said = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        if !said.ends_with(&cause) {
            said = format!("{said}: {cause}");
        }
    }
    said
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]
mod tests {
    use std::{io, time::SystemTime};

    use fact_cards_command::check;
    use fact_cards_publish::PublishError;
    use fs_err as fs;

    use super::*;

    #[test]
    fn each_cause_is_printed_once_and_files_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("there.toml");
        let error = Error::new(fs::read(&file).unwrap_err()).context("nothing can be built");
        let said = message(&error);
        assert_eq!(said.matches(&*file.to_string_lossy()).count(), 1, "{said}");
        assert_eq!(said.matches("os error").count(), 1, "{said}");
        assert!(said.starts_with("nothing can be built: "), "{said}");

        let error = PublishError::File { path: "dist".into(), source: io::Error::other("no room") };
        assert_eq!(message(&Error::new(error)), "dist: no room");
    }

    #[test]
    fn mistakes_in_a_story_keep_their_places_and_colours() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("story.toml"), "title = ").unwrap();
        let mistakes = check(folder.path(), SystemTime::now()).unwrap_err();
        let (plain, coloured) = (mistakes.render(false), mistakes.render(true));
        assert!(plain.contains("story.toml:1") && coloured.contains('\u{1b}'), "{plain}");
        let error = Error::new(mistakes).context("the site");
        assert_eq!((render(&error, false), render(&error, true)), (plain, coloured));
    }
}
