//! The pictures of cards and articles.

use fact_cards_picture::Focus;

use super::{ARTICLES, MEMBERS, OPERATIONS, ReadFile, Reading, VENUES, entry::Entry};
use crate::{
    files::StoryFiles,
    problem::Problem,
    story::{FileSpan, Picture},
};

/// The files in which pictures are named.
const NAMING: [&str; 4] = [ARTICLES, MEMBERS, OPERATIONS, VENUES];

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
