use std::io::{self, IsTerminal};

use fact_cards_site::{Engine, Site, Stories, StoriesWritten, Target, Written, write_stories};

use crate::error::Error;

/// Writes the site of a story into a folder, in place of the version before, and says on standard error how many of its pictures
/// are made.
///
/// # Errors
/// When there is something else in the folder, or a file cannot be written.
pub fn build(site: &Site, engine: &Engine, target: Target) -> Result<Vec<Written>, Error> {
    Ok(site.write_showing(engine, target, &show_progress)?)
}

/// Says how many pictures are done, in one line where somebody looks at it.
pub(crate) fn show_progress(done: usize, of: usize) {
    let looked_at = io::stderr().is_terminal();
    if looked_at {
        eprint!("\rpictures: {done} of {of}{}", if done == of { "\n" } else { "" });
    } else if done == of || done.is_multiple_of(100) {
        eprintln!("pictures: {done} of {of}");
    }
}

/// Writes a site of several stories that share one engine into a folder, in place of the version before. What did not change
/// since then is not built again.
///
/// # Errors
/// When stories have mistakes, there is something else in the folder, or a file cannot be written.
pub fn build_stories(engine: &Engine, stories: &Stories, target: Target) -> Result<StoriesWritten, Error> {
    Ok(write_stories(engine, stories, target)?)
}
