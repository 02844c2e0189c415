use std::{
    collections::{BTreeMap, BTreeSet},
    mem::take,
    ops::Range,
};

use fact_cards_author::Problem;

use super::Reading;
use crate::import::{
    column::Column,
    draft::{Fact, Figure, Texts},
    figure::{Amount, amount},
    names::Ids,
    number::{flag, has_mark},
    problem::TableProblem,
    table::{Row, Written},
};

impl Reading<'_> {
    /// The fact in a row. Mistakes in it are reported one and all.
    pub(super) fn fact(&mut self, row: &Row, card: usize) -> Option<Fact> {
        let needed = self.needed(row, Column::Statement);
        let statement = self.texts(row, Column::Statement);
        let about = self.about(row, card);
        let date = if self.is_filled(row, Column::Date) { Column::Date } else { Column::When };
        let date = self.date_of(row, date);
        let speaker = self.speaker(row);
        let said = self.date_of(row, Column::Said);
        let place = self.place(row);
        let topics = self.topics(row);
        let figure = self.figure(row, date.as_ref());
        let life = self.life(row);
        let sources = self.sources(row);
        needed?;
        let id = self.written(row, Column::Id);
        let span = row.span.clone();
        Some(Fact { id, span, card, about, statement, date, speaker, said, topics, place, figure, life, sources })
    }

    /// The other cards on which the fact stands, each once.
    fn about(&mut self, row: &Row, card: usize) -> Vec<(usize, Range<usize>)> {
        let mut known = BTreeSet::from([card]);
        let about = self.namings(row, Column::About, Column::AboutNames).into_iter();
        let about = about.map(|naming| (self.draft.cards.position(&naming), naming.span()));
        about.filter(|(at, _)| known.insert(*at)).collect()
    }

    /// Its topics, each once.
    fn topics(&mut self, row: &Row) -> Vec<(usize, Range<usize>)> {
        let mut known = BTreeSet::new();
        let topics = self.namings(row, Column::Topics, Column::TopicNames).into_iter();
        let topics = topics.map(|naming| (self.draft.topics.position(&naming), naming.span()));
        topics.filter(|(at, _)| known.insert(*at)).collect()
    }

    pub(super) fn date_of(&mut self, row: &Row, column: Column) -> Option<Written> {
        let mut written = self.written(row, column)?;
        self.date(&mut written).then_some(written)
    }

    fn figure(&mut self, row: &Row, date: Option<&Written>) -> Option<Figure> {
        let unit = self.texts(row, Column::Unit);
        let scale = self.written(row, Column::Scale);
        let from = self.written(row, Column::FigureFrom);
        let Some(figure) = self.written(row, Column::Figure) else {
            let unit = unit.into_iter().flatten().next();
            for (column, written) in [(Column::Unit, unit), (Column::Scale, scale), (Column::FigureFrom, from)] {
                if let Some(written) = written {
                    let (column, other) = (column.name(), Column::Figure.name());
                    self.report(&written.span, TableProblem::WithoutOther { column, other });
                }
            }
            let more_than =
                self.written(row, Column::MoreThan).filter(|written| flag(Column::MoreThan, &written.text) == Ok(true));
            if let Some(written) = more_than {
                let (column, other) = (Column::MoreThan.name(), Column::Figure.name());
                self.report(&written.span, TableProblem::WithoutOther { column, other });
            }
            return None;
        };
        let more_than = self.written(row, Column::MoreThan).unwrap_or_default();
        let ticked = flag(Column::MoreThan, &more_than.text).map_err(|problem| self.report(&more_than.span, problem));
        let read = amount(&figure, from.as_ref(), date.map(|date| date.text.as_str()), &self.numbers)
            .map_err(|problem| self.report(&figure.span, problem));
        let Amount { quantity, more_than: is_more, mark } = read.ok()?;
        let more_than = ticked.ok()? || is_more;
        let unit = self.with_mark(unit, mark, &figure.span);
        Some(Figure { quantity, more_than, unit, scale, span: figure.span })
    }

    /// The unit with the currency or percent sign of the figure: that is the unit where the table has none.
    fn with_mark(&mut self, unit: Texts, mark: Option<String>, span: &Range<usize>) -> Texts {
        let Some(mark) = mark else { return unit };
        match unit.iter().flatten().find(|unit| !has_mark(&unit.text, &mark)).map(|unit| unit.text.clone()) {
            Some(unit) => self.report(span, TableProblem::MarkBesideUnit { mark, unit }),
            None if unit.iter().all(Option::is_none) => {
                let of_each = |_| Some(Written { text: mark.clone(), span: span.clone() });
                return unit.iter().map(of_each).collect();
            }
            None => {}
        }
        unit
    }

    /// Gives each fact an id, and each speaker and place that would have an empty card the facts that name them.
    pub(super) fn finish_facts(&mut self) {
        self.draft.topics.make_ids("topic");
        let mut facts = take(&mut self.draft.facts);
        let mut given: BTreeMap<String, Range<usize>> = BTreeMap::new();
        for id in facts.iter().filter_map(|fact| fact.id.clone()) {
            if let Some(first) = given.get(&id.text) {
                let first = format!("{}:{}", self.file, self.line(first));
                self.report(&id.span, Problem::DuplicateId { id: id.text, first });
            } else {
                given.insert(id.text, id.span);
            }
        }
        let mut ids = Ids::taken(given.into_keys());
        for fact in &mut facts {
            if fact.id.is_none() {
                let statement = fact.statement.first().cloned().flatten().unwrap_or_default();
                fact.id = Some(Written { text: ids.make(&statement.text, "fact"), span: statement.span });
            }
        }

        let on = |fact: &Fact| fact.about.iter().map(|(card, _)| *card).chain([fact.card]).collect::<Vec<_>>();
        let stands: BTreeSet<usize> = facts.iter().flat_map(on).collect();
        for fact in &mut facts {
            for named in [fact.speaker.clone(), fact.place.clone()].into_iter().flatten() {
                if !stands.contains(&named.0) {
                    fact.about.push(named);
                }
            }
        }
        self.draft.facts = facts;
    }
}
