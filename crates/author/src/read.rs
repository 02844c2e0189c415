//! Reading a story: all files, all mistakes at once.

mod articles;
mod cards;
mod check;
mod entry;
mod facts;
mod form;
mod id;
mod life;
mod sheet;
mod story_file;
mod text;
mod vocabulary;
mod words_files;

pub use self::{id::as_id, text::on_one_line};

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use self::{entry::Entry, sheet::Sheet};
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

/// The files of a story, in the order in which they are read and their mistakes are told.
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

/// The most entries of one sort: positions are encoded in 16 bits.
const MAX_ENTRIES: usize = u16::MAX as usize;

/// The most mistakes that are told at once: nobody reads more, and a file that is no text at all has a million.
pub const MAX_MISTAKES: usize = 200;

/// Reads and checks a story.
///
/// # Errors
/// When anything is wrong: every mistake of every file, with its place.
pub fn read(files: &StoryFiles) -> Result<Story, Report> {
    let reading = Reading::default();
    let mut story = read_files(&reading, files);
    words_files::check(&reading, files, &story.languages);
    sheet::report_unknown_files(&reading, files);
    check::check(&reading, &mut story);

    let report = reading.into_report();
    if report.0.is_empty() { Ok(story) } else { Err(report) }
}

/// Asks the readers what they read: what a story's files may hold, by their names.
pub(super) fn forms() -> Vec<(&'static str, OpenForm)> {
    let reading = Reading { forms: Some(RefCell::default()), ..Reading::default() };
    read_files(&reading, &StoryFiles::default());
    reading.forms.map(RefCell::into_inner).unwrap_or_default()
}

/// Reads each file for itself.
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

/// Reads the list `[[name]]` of a file, and nothing else that is in it.
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

/// What is known so far while a story is read: the files, the languages, the mistakes.
#[derive(Default)]
struct Reading {
    files: RefCell<Vec<ReadFile>>,
    languages: RefCell<Vec<Declaration>>,
    /// Every id that is given, also by an entry that has other mistakes, with what it is the id of and where it stands.
    ids: RefCell<BTreeMap<(&'static str, String), Declared>>,
    problems: RefCell<Vec<(FileSpan, Problem)>>,
    /// The forms of the files, where the readers are only asked what they read.
    forms: Option<RefCell<Vec<(&'static str, OpenForm)>>>,
}

/// A language that the story declares.
#[derive(Clone, Default)]
struct Declaration {
    id: String,
    /// The language in which those texts stand that are missing in this one.
    falls_back_to: Option<String>,
}

/// An id that is given.
struct Declared {
    /// What it is the id of.
    of: &'static str,
    place: FileSpan,
}

/// A file that was looked at.
#[derive(Default)]
struct ReadFile {
    /// Its name, where it is one that every story may have.
    name: &'static str,
    path: String,
    text: String,
    /// Not all of it could be read: what follows from that is not the editor's mistake.
    broken: bool,
    /// Something in it has an id that could not be read.
    lacks_ids: bool,
}

impl Reading {
    /// Whether there is nothing to read: the readers are only asked what they would read.
    const fn only_asks(&self) -> bool {
        self.forms.is_some()
    }

    /// Keeps what is asked of a file, where that is wanted.
    fn add_form(&self, file: usize, form: &OpenForm) {
        if let (Some(forms), Some(file)) = (&self.forms, self.files.borrow().get(file)) {
            forms.borrow_mut().push((file.name, Rc::clone(form)));
        }
    }

    /// Notes a mistake, unless it may only follow from its file being broken.
    fn report(&self, place: &FileSpan, problem: Problem) {
        if !self.files.borrow().get(place.file).is_some_and(|file| file.broken) {
            self.problems.borrow_mut().push((place.clone(), problem));
        }
    }

    /// Notes a mistake by which the file cannot be read wholly.
    fn report_broken(&self, place: &FileSpan, problem: Problem) {
        self.problems.borrow_mut().push((place.clone(), problem));
        if let Some(file) = self.files.borrow_mut().get_mut(place.file) {
            file.broken = true;
        }
    }

    /// Notes that a file has an id that could not be read: what points to it is not the editor's mistake.
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

    /// Notes an id. Cards have theirs in common, whatever their kind.
    fn declare(&self, of: &'static str, id: &str, place: FileSpan) {
        let key = (namespace(of), id.to_owned());
        let first = self.ids.borrow().get(&key).map(|first| self.describe(&first.place));
        match first {
            Some(first) => self.report(&place, Problem::DuplicateId { id: id.to_owned(), first }),
            None => drop(self.ids.borrow_mut().insert(key, Declared { of, place })),
        }
    }

    /// What it is that bears the id, among what might be something of that sort.
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

    /// The place in words, such as `seeds/members.toml:3`.
    fn describe(&self, place: &FileSpan) -> String {
        let files = self.files.borrow();
        files.get(place.file).map_or_else(String::new, |file| {
            let line = file.text.get(..place.span.start).unwrap_or_default().matches('\n').count() + 1;
            format!("{}:{line}", file.path)
        })
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

/// Which ids an id must differ from.
pub(super) fn namespace(of: &str) -> &str {
    if Kind::from_key(of).is_some() { CARD } else { of }
}
