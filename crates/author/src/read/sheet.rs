use std::ops::Range;

use toml::{Spanned, de::DeTable};

use super::{FILES, FileKind, ReadFile, Reading, text, words_files};
use crate::{
    files::{Found, StoryFiles},
    problem::Problem,
    similar::similar,
    story::FileSpan,
};

/// A file as TOML.
pub(super) struct Sheet<'f> {
    pub file: usize,
    pub table: Spanned<DeTable<'f>>,
}

/// Parses a file as TOML as far as possible. A missing file is an empty one.
pub(super) fn read<'f>(reading: &Reading, files: &'f StoryFiles, known: &FileKind) -> Sheet<'f> {
    let file = reading.files.borrow().len();
    let found = files.iter().find(|(name, _)| *name == known.name).map(|(_, found)| found);
    let (text, problem) = match found {
        Some(Found::Bytes(bytes)) => match str::from_utf8(without_mark(bytes)) {
            Ok(text) => (text, None),
            Err(error) => {
                let lossy = String::from_utf8_lossy(without_mark(bytes)).into_owned();
                add_file(reading, files, known, lossy);
                // The valid part is as long in the lossy text as it is in the bytes.
                let start = error.valid_up_to();
                reading.report_broken(&FileSpan { file, span: start..start + '\u{fffd}'.len_utf8() }, Problem::NotUtf8);
                return empty(file);
            }
        },
        Some(Found::TooLarge(bytes)) => ("", Some(Problem::TooLarge { bytes: *bytes })),
        Some(Found::Unreadable(reason)) => ("", Some(Problem::Unreadable { reason: reason.clone() })),
        None if known.needed => ("", Some(Problem::MissingFile { holds: known.holds })),
        None => ("", None),
    };
    add_file(reading, files, known, text.to_owned());
    if let Some(problem) = problem {
        reading.report_broken(&FileSpan { file, span: 0..0 }, problem);
        return empty(file);
    }

    let (table, errors) = DeTable::parse_recoverable(text);
    let hidden = text::forbidden(text);
    // A control character also causes a parser error.
    let hides_something = |span: &Range<usize>| {
        let next = hidden.partition_point(|(at, character)| at + character.len_utf8() < span.start);
        hidden.get(next).is_some_and(|(at, _)| *at <= span.end)
    };
    let errors = errors.into_iter().map(|error| (error.span().unwrap_or(0..0), error));
    // The first error only: those that follow are seldom the editor's mistakes.
    let first = errors.filter(|(span, _)| !hides_something(span)).min_by_key(|(span, _)| span.start);
    if let Some((span, error)) = first {
        reading.report_broken(&FileSpan { file, span }, Problem::NotToml { reason: error.message().to_owned() });
    }
    for (at, character) in hidden {
        let span: Range<usize> = at..at + character.len_utf8();
        reading.report_broken(&FileSpan { file, span }, Problem::ForbiddenCharacter { character });
    }
    Sheet { file, table }
}

/// The bytes after the byte order mark, if there is one.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)
}

fn empty(file: usize) -> Sheet<'static> {
    Sheet { file, table: Spanned::new(0..0, DeTable::new()) }
}

fn add_file(reading: &Reading, files: &StoryFiles, known: &FileKind, text: String) {
    let file = ReadFile { name: known.name, path: files.path_of(known.name), text, ..ReadFile::default() };
    reading.files.borrow_mut().push(file);
}

/// Reports files that a story does not have: a misspelt name would lose its content.
pub(super) fn report_unknown_files(reading: &Reading, files: &StoryFiles) {
    let is_known =
        |name: &str| FILES.iter().any(|known| known.name == name) || words_files::language_of(name).is_some();
    for (name, _) in files.iter().filter(|(name, _)| !is_known(name)) {
        let file = reading.files.borrow().len();
        let unknown = ReadFile { path: files.path_of(name), ..ReadFile::default() };
        reading.files.borrow_mut().push(unknown);
        let similar = similar(name, FILES.iter().map(|known| known.name));
        if let Some(similar) = similar.as_ref().filter(|similar| files.iter().all(|(name, _)| name != similar.as_str()))
        {
            reading.ids_may_be_missing_in(similar);
        }
        reading.report(&FileSpan { file, span: 0..0 }, Problem::UnknownFile { similar });
    }
}
