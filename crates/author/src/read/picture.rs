//! The pictures of cards and articles.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use fact_cards_picture::{Focus, Seen};

use super::{ARTICLES, MEMBERS, OPERATIONS, ReadFile, Reading, VENUES, entry::Entry};
use crate::{
    files::{PictureFile, StoryFiles},
    problem::Problem,
    similar::similar,
    story::{FileSpan, Picture},
};

/// The files in which pictures are named.
const NAMING: [&str; 4] = [ARTICLES, MEMBERS, OPERATIONS, VENUES];

/// The files in the story's folder of pictures, and what was seen of them: each is looked at once, however often it is shown.
#[derive(Default)]
pub(super) struct Shelf {
    files: Arc<BTreeMap<String, PictureFile>>,
    seen: RefCell<BTreeMap<String, Result<Seen, Problem>>>,
}

impl Shelf {
    pub fn of(files: &StoryFiles) -> Self {
        Self { files: Arc::clone(files.pictures()), seen: RefCell::default() }
    }

    /// The file of that name, and what is seen of it.
    fn find(&self, name: &str) -> Result<(PictureFile, Seen), Problem> {
        if !name.starts_with("pictures/") || name.split('/').any(|part| matches!(part, "" | "." | "..")) {
            return Err(Problem::PictureElsewhere { file: name.to_owned() });
        }
        let Some(file) = self.files.get(name) else {
            let similar = similar(name, self.files.keys().map(String::as_str));
            return Err(Problem::NoPicture { file: name.to_owned(), similar });
        };
        let known = self.seen.borrow().get(name).cloned();
        let seen = known.unwrap_or_else(|| {
            let seen = look(file);
            self.seen.borrow_mut().insert(name.to_owned(), seen.clone());
            seen
        });
        Ok((file.clone(), seen?))
    }

    /// Those that nobody has asked for.
    fn unused(&self) -> Vec<String> {
        let seen = self.seen.borrow();
        let used: BTreeSet<&String> = seen.keys().collect();
        self.files.keys().filter(|name| !used.contains(name)).cloned().collect()
    }
}

fn look(file: &PictureFile) -> Result<Seen, Problem> {
    let bytes = file.read().map_err(|error| Problem::UnreadablePicture { reason: error.to_string() })?;
    Ok(Seen::of(&bytes)?)
}

/// The field `picture` of a card or an article.
pub(super) fn picture(entry: &mut Entry) -> Option<Picture> {
    let mut picture = entry.inner("picture", "picture")?;
    picture.need("file", "`file = \"pictures/port.jpg\"`");
    let file = picture.text("file");
    let place = picture.place_of("file");
    let found = file.and_then(|file| match picture.shelf().find(&file) {
        Ok(found) => Some(found),
        Err(problem) => {
            picture.report_at(&place, problem);
            None
        }
    });
    let alt = picture.needed_localised("alt", "`alt.en = \"…\"`: what is to be seen on it");
    picture.need("credit", "`credit = \"…\"`: who made it");
    let credit = picture.localised_or_one("credit");
    let licence = picture.text("licence");
    let source = picture.web_address("source");
    let focus = picture.parts("focus").and_then(|[x, y]| Focus::new(x, y));
    if picture.has("focus") && focus.is_none() {
        let place = picture.place_of("focus");
        picture.report_at(&place, Problem::BadFocus);
    }
    let named_at = picture.diagnostic_at(&place);
    picture.finish();
    let (file, seen) = found?;
    let focus = focus.unwrap_or(Focus::MIDDLE);
    Some(Picture { file, seen, focus, alt: alt?, credit: credit?, licence, source, named_at: named_at? })
}

/// Reports pictures that nothing shows: most likely one is misspelt, or forgotten.
pub(super) fn report_unused(reading: &Reading, files: &StoryFiles) {
    // What could not be read may name one.
    if NAMING.iter().any(|name| reading.has_mistake_in(name, may_hide_a_picture)) {
        return;
    }
    for name in reading.shelf.unused() {
        let file = reading.files.borrow().len();
        reading.files.borrow_mut().push(ReadFile { path: files.path_of(&name), ..ReadFile::default() });
        reading.report(&FileSpan { file, span: 0..0 }, Problem::UnusedPicture);
    }
}

/// Whether an entry with that mistake may name a picture that was not read.
const fn may_hide_a_picture(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::NotToml { .. }
            | Problem::NotUtf8
            | Problem::Unreadable { .. }
            | Problem::TooLarge { .. }
            | Problem::TooMany { .. }
            | Problem::MissingFile { .. }
            | Problem::UnknownField { .. }
            | Problem::WrongType { .. }
            | Problem::ForbiddenCharacter { .. }
            | Problem::NoPicture { .. }
            | Problem::PictureElsewhere { .. }
    ) || matches!(problem, Problem::MissingField { of, field, .. } if is_file(of, field))
}

const fn is_file(of: &str, field: &str) -> bool {
    matches!((of.as_bytes(), field.as_bytes()), (b"picture", b"file"))
}
