//! Reading a story: all files, all mistakes at once.

mod articles;
mod cards;
mod check;
mod entry;
mod facts;
mod sheet;
mod story_file;
mod text;
mod vocabulary;

use std::{cell::RefCell, collections::BTreeMap};

use self::{entry::Entry, sheet::Sheet};
use super::{
    diagnostic::{Diagnostic, Report},
    files::StoryFiles,
    problem::Problem,
    story::{Place, Story},
};
use crate::Kind;

/// A file that a story may have.
struct Known {
    name: &'static str,
    holds: &'static str,
    needed: bool,
}

const fn known(name: &'static str, holds: &'static str, needed: bool) -> Known {
    Known { name, holds, needed }
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
const FILES: [Known; 9] = [
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

/// Reads and checks a story.
///
/// # Errors
/// When anything is wrong: every mistake of every file, with its place.
pub fn read(files: &StoryFiles) -> Result<Story, Report> {
    let reading = Reading::default();
    let mut story = Story::default();

    for known in &FILES {
        let sheet = sheet::read(&reading, files, known);
        match known.name {
            STORY => story_file::read(&reading, &sheet, &mut story),
            ARTICLES => story.articles = each(&reading, &sheet, "article", articles::article),
            TYPES => story.types = each(&reading, &sheet, "type", vocabulary::card_type),
            TOPICS => story.topics = each(&reading, &sheet, "topic", vocabulary::topic),
            RELATIONS => story.relations = each(&reading, &sheet, "relation", vocabulary::relation),
            MEMBERS => story.cards.extend(each(&reading, &sheet, "member", cards::member)),
            OPERATIONS => story.cards.extend(each(&reading, &sheet, "operation", cards::operation)),
            VENUES => story.cards.extend(each(&reading, &sheet, "venue", cards::venue)),
            _ => story.facts = each(&reading, &sheet, "fact", facts::fact),
        }
    }
    sheet::report_unknown_files(&reading, files);
    check::check(&reading, &mut story);

    let report = reading.into_report();
    if report.0.is_empty() { Ok(story) } else { Err(report) }
}

/// Reads the list `[[name]]` of a file, and nothing else that is in it.
fn each<T>(reading: &Reading, sheet: &Sheet, name: &'static str, one: impl Fn(&mut Entry) -> Option<T>) -> Vec<T> {
    let mut file = Entry::file(reading, sheet);
    let entries = file.entries(name);
    file.finish();
    if let Some(first_too_many) = entries.get(MAX_ENTRIES) {
        reading.report(&first_too_many.place(), Problem::TooMany { count: entries.len(), most: MAX_ENTRIES });
    }
    entries
        .into_iter()
        .filter_map(|mut entry| {
            let read = one(&mut entry);
            entry.finish();
            if read.is_none() {
                reading.unread.borrow_mut().push(name);
            }
            read
        })
        .collect()
}

/// What is known so far while a story is read: the files, the languages, the mistakes.
#[derive(Default)]
struct Reading {
    files: RefCell<Vec<ReadFile>>,
    languages: RefCell<Vec<String>>,
    /// Every id that is given, also by an entry that has other mistakes, with what it is the id of.
    ids: RefCell<BTreeMap<(&'static str, String), Place>>,
    /// For each entry that could not be read wholly, what it is.
    unread: RefCell<Vec<&'static str>>,
    problems: RefCell<Vec<(Place, Problem)>>,
}

/// A file that was looked at.
struct ReadFile {
    name: &'static str,
    path: String,
    text: String,
    /// Not all of it could be read: what follows from that is not the editor's mistake.
    broken: bool,
}

impl Reading {
    /// Notes a mistake, unless it may only follow from its file being broken.
    fn report(&self, place: &Place, problem: Problem) {
        if !self.files.borrow().get(place.file).is_some_and(|file| file.broken) {
            self.problems.borrow_mut().push((place.clone(), problem));
        }
    }

    /// Notes a mistake by which the file cannot be read wholly.
    fn report_broken(&self, place: &Place, problem: Problem) {
        self.problems.borrow_mut().push((place.clone(), problem));
        if let Some(file) = self.files.borrow_mut().get_mut(place.file) {
            file.broken = true;
        }
    }

    /// Notes an id. Cards have theirs in common, whatever their kind.
    fn declare(&self, of: &'static str, id: &str, place: Place) {
        let of = if Kind::from_key(of).is_some() { CARD } else { of };
        let first = self.ids.borrow().get(&(of, id.to_owned())).map(|first| self.describe(first));
        match first {
            Some(first) => self.report(&place, Problem::DuplicateId { id: id.to_owned(), first }),
            None => drop(self.ids.borrow_mut().insert((of, id.to_owned()), place)),
        }
    }

    /// Whether something of that sort bears the id.
    fn declares(&self, of: &'static str, id: &str) -> bool {
        self.ids.borrow().contains_key(&(of, id.to_owned()))
    }

    /// Whether every entry of that sort could be read.
    fn read_every(&self, of: &'static str) -> bool {
        !self.unread.borrow().contains(&of)
    }

    /// Whether what stands in one of these files is fully known.
    fn knows_all_of(&self, names: &[&str]) -> bool {
        !self.files.borrow().iter().any(|file| file.broken && names.contains(&file.name))
    }

    /// The place in words, such as `seeds/members.toml:3`.
    fn describe(&self, place: &Place) -> String {
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
        let diagnostic = |(place, problem): (Place, Problem)| {
            let file = files.get(place.file)?;
            Some(Diagnostic::new(&file.path, &file.text, place.span, problem))
        };
        Report(problems.into_iter().filter_map(diagnostic).collect())
    }
}
