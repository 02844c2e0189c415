//! Reads a story: all files, and reports all mistakes at once.

mod articles;
mod cards;
mod check;
mod entry;
mod facts;
mod form;
mod id;
mod life;
mod picture;
mod sheet;
mod shelf;
mod story_file;
mod text;
mod vocabulary;
mod words_files;

pub use self::{id::as_id, text::on_one_line};

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use self::{entry::Entry, sheet::Sheet, shelf::Shelf};
pub(super) use self::{
    form::{Form, OpenForm, Shape},
    id::ID,
};
use super::{
    diagnostic::{Diagnostic, Report},
    files::StoryFiles,
    problem::Problem,
    story::{FileSpan, Story},
};
use fact_cards_story::Kind;

/// A file that a story may have.
struct FileKind {
    name: &'static str,
    holds: &'static str,
    needed: bool,
}

const fn known(name: &'static str, holds: &'static str, needed: bool) -> FileKind {
    FileKind { name, holds, needed }
}

const STORY: &str = "story.toml";
const ARTICLES: &str = "articles.toml";
const TYPES: &str = "types.toml";
const TOPICS: &str = "topics.toml";
const RELATIONS: &str = "relations.toml";
const MEMBERS: &str = "members.toml";
const OPERATIONS: &str = "operations.toml";
const VENUES: &str = "venues.toml";
const FACTS: &str = "facts.toml";

/// What members, operations and venues are together.
const CARD: &str = "card";

/// The files of a story, in the order in which they are read and mistakes are reported.
const FILES: [FileKind; 9] = [
    known(STORY, "the story's title, lead and languages", true),
    known(ARTICLES, "the articles that the facts are taken from", true),
    known(TYPES, "the types of card", true),
    known(TOPICS, "the topics of facts", false),
    known(RELATIONS, "the ways in which cards are related", false),
    known(MEMBERS, "the people, organisations and countries", false),
    known(OPERATIONS, "what is being done", false),
    known(VENUES, "the places", false),
    known(FACTS, "the facts", true),
];

/// The names of a story's files, in the order in which they are read and mistakes are reported.
#[must_use]
pub fn file_names() -> [&'static str; FILES.len()] {
    FILES.map(|known| known.name)
}

/// The most entries of one sort: positions are encoded in 16 bits.
const MAX_ENTRIES: usize = u16::MAX as usize;

/// The most mistakes in a report: nobody reads more, and a binary file would have a million.
pub const MAX_MISTAKES: usize = 200;

/// Reads and checks a story.
///
/// # Errors
/// When anything is wrong: every mistake of every file, with its place.
pub fn read(files: &StoryFiles) -> Result<Story, Report> {
    let reading = Reading { shelf: Shelf::of(files), ..Reading::default() };
    let mut story = read_files(&reading, files);
    words_files::check(&reading, files, &story.languages);
    sheet::report_unknown_files(&reading, files);
    picture::report_unused(&reading, files);
    check::check(&reading, &mut story);

    let report = reading.into_report();
    if report.0.is_empty() { Ok(story) } else { Err(report) }
}

/// Runs the readers without input to learn which fields each file may have.
pub(super) fn forms() -> Vec<(&'static str, OpenForm)> {
    let reading = Reading { forms: Some(RefCell::default()), ..Reading::default() };
    read_files(&reading, &StoryFiles::default());
    reading.forms.map(RefCell::into_inner).unwrap_or_default()
}

/// Reads each file on its own.
fn read_files(reading: &Reading, files: &StoryFiles) -> Story {
    let mut story = Story::default();
    for known in &FILES {
        let sheet = sheet::read(reading, files, known);
        match known.name {
            STORY => story_file::read(reading, &sheet, files, &mut story),
            ARTICLES => story.articles = each(reading, &sheet, "article", articles::article),
            TYPES => story.types = each(reading, &sheet, "type", vocabulary::card_type),
            TOPICS => story.topics = each(reading, &sheet, "topic", vocabulary::topic),
            RELATIONS => story.relations = each(reading, &sheet, "relation", vocabulary::relation),
            MEMBERS => story.cards.extend(each(reading, &sheet, "member", cards::member)),
            OPERATIONS => story.cards.extend(each(reading, &sheet, "operation", cards::operation)),
            VENUES => story.cards.extend(each(reading, &sheet, "venue", cards::venue)),
            _ => story.facts = each(reading, &sheet, "fact", facts::fact),
        }
    }
    story
}

/// Reads the entries `[[name]]` of a file.
fn each<T>(reading: &Reading, sheet: &Sheet, name: &'static str, one: impl Fn(&mut Entry) -> Option<T>) -> Vec<T> {
    let mut file = Entry::file(reading, sheet);
    let entries = file.entries(name);
    file.finish();
    if let Some(first_too_many) = entries.get(MAX_ENTRIES) {
        let problem = Problem::TooMany { count: entries.len(), most: MAX_ENTRIES };
        reading.report_broken(&first_too_many.place(), problem);
        return Vec::new();
    }
    entries
        .into_iter()
        .filter_map(|mut entry| {
            let read = one(&mut entry);
            entry.finish();
            read
        })
        .collect()
}

/// The state while a story is read: files, languages, mistakes.
#[derive(Default)]
struct Reading {
    files: RefCell<Vec<ReadFile>>,
    languages: RefCell<Vec<Declaration>>,
    /// Every declared id, including those of entries with other mistakes: what it is the id of, and where it is declared.
    ids: RefCell<BTreeMap<(&'static str, String), Declared>>,
    problems: RefCell<Vec<(FileSpan, Problem)>>,
    /// The story's pictures.
    shelf: Shelf,
    /// The forms of the files, when the readers run without input.
    forms: Option<RefCell<Vec<(&'static str, OpenForm)>>>,
}

/// A language that the story declares.
#[derive(Clone, Default)]
struct Declaration {
    id: String,
    /// The language from which texts missing in this one are taken.
    falls_back_to: Option<String>,
}

/// A declared id.
struct Declared {
    /// What it is the id of.
    of: &'static str,
    place: FileSpan,
}

/// A file that was read.
#[derive(Default)]
struct ReadFile {
    /// Its name, where it is one that every story may have.
    name: &'static str,
    path: String,
    text: String,
    /// Some of it could not be parsed: problems that follow from that are not reported.
    broken: bool,
    /// Something in it has an id that could not be read.
    lacks_ids: bool,
}

impl Reading {
    /// Whether the readers run without input.
    const fn only_asks(&self) -> bool {
        self.forms.is_some()
    }

    /// Records the form of a file, if forms are collected.
    fn add_form(&self, file: usize, form: &OpenForm) {
        if let (Some(forms), Some(file)) = (&self.forms, self.files.borrow().get(file)) {
            forms.borrow_mut().push((file.name, Rc::clone(form)));
        }
    }

    /// Reports a mistake, unless it may be a consequence of its file being broken.
    fn report(&self, place: &FileSpan, problem: Problem) {
        if !self.files.borrow().get(place.file).is_some_and(|file| file.broken) {
            self.problems.borrow_mut().push((place.clone(), problem));
        }
    }

    /// Reports a mistake by which a part of the file cannot be parsed.
    fn report_broken(&self, place: &FileSpan, problem: Problem) {
        self.problems.borrow_mut().push((place.clone(), problem));
        if let Some(file) = self.files.borrow_mut().get_mut(place.file) {
            file.broken = true;
        }
    }

    /// Notes that an id in a file could not be read: unresolved references to that file are not reported then.
    fn ids_may_be_missing(&self, file: usize) {
        if let Some(file) = self.files.borrow_mut().get_mut(file) {
            file.lacks_ids = true;
        }
    }

    /// The same for the file of that name.
    fn ids_may_be_missing_in(&self, name: &str) {
        for file in self.files.borrow_mut().iter_mut().filter(|file| file.name == name) {
            file.lacks_ids = true;
        }
    }

    /// Declares an id. Cards share one namespace, whatever their kind.
    fn declare(&self, of: &'static str, id: &str, place: FileSpan) {
        let key = (namespace(of), id.to_owned());
        let first = self.ids.borrow().get(&key).map(|first| self.describe(&first.place));
        match first {
            Some(first) => self.report(&place, Problem::DuplicateId { id: id.to_owned(), first }),
            None => drop(self.ids.borrow_mut().insert(key, Declared { of, place })),
        }
    }

    /// What a declared id is the id of, among similar kinds of entries.
    fn declared(&self, of: &'static str, id: &str) -> Option<&'static str> {
        self.ids.borrow().get(&(namespace(of), id.to_owned())).map(|declared| declared.of)
    }

    /// Whether every id in these files is known.
    fn knows_ids_of(&self, names: &[&str]) -> bool {
        !self.files.borrow().iter().any(|file| (file.broken || file.lacks_ids) && names.contains(&file.name))
    }

    /// Whether a file has a mistake of that sort.
    fn has_mistake_in(&self, name: &str, of_sort: impl Fn(&Problem) -> bool) -> bool {
        let files = self.files.borrow();
        let is_in = |place: &FileSpan| files.get(place.file).is_some_and(|file| file.name == name);
        self.problems.borrow().iter().any(|(place, problem)| is_in(place) && of_sort(problem))
    }

    /// A place as text, such as `seeds/members.toml:3`.
    fn describe(&self, place: &FileSpan) -> String {
        let files = self.files.borrow();
        files.get(place.file).map_or_else(String::new, |file| {
            let line = file.text.get(..place.span.start).unwrap_or_default().matches('\n').count() + 1;
            format!("{}:{line}", file.path)
        })
    }

    /// A mistake of which it is not known yet whether there is one, at a place.
    fn diagnostic_at(&self, place: &FileSpan, problem: Problem) -> Option<Diagnostic> {
        let files = self.files.borrow();
        let file = files.get(place.file)?;
        Some(Diagnostic::new(&file.path, &file.text, place.span.clone(), problem))
    }

    fn into_report(self) -> Report {
        let files = self.files.into_inner();
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|(place, _)| (place.file, place.span.start));
        let left_out = problems.len().saturating_sub(MAX_MISTAKES);
        problems.truncate(MAX_MISTAKES + 1);
        if let Some((_, last)) = problems.get_mut(MAX_MISTAKES) {
            *last = Problem::More { count: left_out };
        }
        let diagnostic = |(place, problem): (FileSpan, Problem)| {
            let file = files.get(place.file)?;
            Some(Diagnostic::new(&file.path, &file.text, place.span, problem))
        };
        Report(problems.into_iter().filter_map(diagnostic).collect())
    }
}

/// The namespace in which an id must be unique.
pub(super) fn namespace(of: &str) -> &str {
    if Kind::from_key(of).is_some() { CARD } else { of }
}
