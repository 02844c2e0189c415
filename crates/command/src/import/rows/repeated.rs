//! Rows with the same statement: one fact, with the sources of both.

use std::ops::Range;

use super::Reading;
use crate::import::{
    draft::{Change, DraftSource, Fact, Figure, Quantity},
    problem::TableProblem,
    table::Written,
};

impl Reading<'_> {
    /// Adds a fact, or merges it into the one with the same statement. A cell that only one of two rows fills counts for both.
    pub(super) fn add_fact(&mut self, fact: Fact) {
        let statement = fact.statement.first().cloned().flatten().unwrap_or_default().text;
        let same = self.statements.entry((fact.card, statement)).or_default();
        let said = says(&fact);
        let all = &mut self.draft.facts;
        let fitting: Vec<usize> =
            same.iter().copied().filter(|at| all.get(*at).is_some_and(|other| fits(&says(other), &said))).collect();
        let equal = fitting.iter().copied().find(|at| all.get(*at).is_some_and(|other| says(other) == said));
        let at = match (equal, fitting.as_slice()) {
            (Some(at), _) => at,
            (None, [only]) if same.len() == 1 => *only,
            (None, []) => {
                same.push(all.len());
                all.push(fact);
                return;
            }
            (None, several) => {
                let lines: Vec<_> =
                    several.iter().filter_map(|at| all.get(*at)).map(|other| other.span.clone()).collect();
                let lines = lines.iter().map(|span| self.line(span)).collect();
                self.report(&fact.span, TableProblem::UnclearFact { lines });
                return;
            }
        };
        let Some(known) = all.get_mut(at) else { return };
        let is_new = |source: &&DraftSource| !known.sources.iter().any(|other| at_one_place(other, source));
        let news: Vec<DraftSource> = fact.sources.iter().filter(is_new).cloned().collect();
        if news.is_empty() && !fact.sources.is_empty() {
            let first = known.span.clone();
            let line = self.line(&first);
            self.report(&fact.span, TableProblem::SameRow { line });
            return;
        }
        known.sources.extend(news);
        complete(known, fact);
        self.draft.further_sources += 1;
    }
}

fn at_one_place(one: &DraftSource, other: &DraftSource) -> bool {
    (one.article, one.paragraph) == (other.article, other.paragraph)
}

/// The contents of a fact besides its sources, cell by cell.
fn says(fact: &Fact) -> [String; 12] {
    let all = |named: &[CellRef]| {
        let mut all: Vec<usize> = named.iter().map(|(at, _)| *at).collect();
        all.sort_unstable();
        all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    let one = |named: &Option<CellRef>| all(named.as_slice());
    let written = |written: &Option<Written>| written.as_ref().map(|written| written.text.clone()).unwrap_or_default();
    let changes = |changes: &[Change]| {
        changes.iter().map(|change| [&change.day, " ", &change.what].concat()).collect::<Vec<_>>().join("\n")
    };
    let withdrawn = fact.life.withdrawn.as_ref();
    [
        written(&fact.id),
        all(&fact.about),
        // In the first language they are equal already.
        texts(fact.statement.get(1..).unwrap_or_default()),
        written(&fact.date),
        one(&fact.speaker),
        written(&fact.said),
        all(&fact.topics),
        one(&fact.place),
        fact.figure.as_ref().map(figure).unwrap_or_default(),
        changes(&fact.life.revised),
        changes(&fact.life.corrected),
        withdrawn.map(|(day, why)| [&day.text, " ", &why.text].concat()).unwrap_or_default(),
    ]
}

/// What a cell names, with its place.
type CellRef = (usize, Range<usize>);

fn texts(texts: &[Option<Written>]) -> String {
    let texts = texts.iter().map(|text| text.as_ref().map_or("", |text| &text.text));
    texts.collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn figure(figure: &Figure) -> String {
    let quantity = match &figure.quantity {
        Quantity::Value(value) => value.clone(),
        Quantity::Year(year) => format!("year {year}"),
        Quantity::Change { from, to } => format!("{from} {to}"),
    };
    let scale = figure.scale.as_ref().map_or("", |scale| &scale.text);
    format!("{quantity} {} {} {scale}", figure.more_than, texts(&figure.unit))
}

/// Whether two facts can be merged: no cell has different contents in them.
fn fits(one: &[String; 12], other: &[String; 12]) -> bool {
    one.iter().zip(other).all(|(one, other)| one == other || one.is_empty() || other.is_empty())
}

/// Fills the gaps of a fact from another row.
fn complete(known: &mut Fact, fact: Fact) {
    known.id = known.id.take().or(fact.id);
    known.date = known.date.take().or(fact.date);
    known.speaker = known.speaker.take().or(fact.speaker);
    known.said = known.said.take().or(fact.said);
    known.place = known.place.take().or(fact.place);
    known.figure = known.figure.take().or(fact.figure);
    known.life.withdrawn = known.life.withdrawn.take().or(fact.life.withdrawn);
    if known.about.is_empty() {
        known.about = fact.about;
    }
    if known.topics.is_empty() {
        known.topics = fact.topics;
    }
    if known.life.revised.is_empty() {
        known.life.revised = fact.life.revised;
    }
    if known.life.corrected.is_empty() {
        known.life.corrected = fact.life.corrected;
    }
    for (known, text) in known.statement.iter_mut().zip(fact.statement) {
        *known = known.take().or(text);
    }
}
