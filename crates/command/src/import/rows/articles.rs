use std::{mem::take, ops::Range};

use fact_cards_author::Problem;

use super::Reading;
use crate::import::{
    column::{ARTICLE_PICTURE, Column},
    draft::{Article, DraftSource, Naming, Thing},
    number::with_plain_digits,
    problem::TableProblem,
    table::{BETWEEN, Row, Written},
};

/// What stands before the number of a paragraph.
const PARAGRAPH: char = '¶';

impl Reading<'_> {
    /// Where the fact in a row is reported.
    pub(super) fn sources(&mut self, row: &Row) -> Vec<DraftSource> {
        if self.is_filled(row, Column::Sources) || self.is_filled(row, Column::SourceNames) {
            for column in [Column::Article, Column::Paragraph] {
                if let Some(written) = self.written(row, column) {
                    let problem = TableProblem::BothWays { column: column.name(), other: Column::Sources.name() };
                    self.report(&written.span, problem);
                }
            }
            return self.sources_in_one_cell(row);
        }
        if !self.heading.has(Column::Article) || !self.heading.has(Column::Paragraph) {
            self.needed(row, if self.heading.has(Column::Sources) { Column::Sources } else { Column::SourceNames });
            return Vec::new();
        }
        let (articles, paragraphs) = (self.needed(row, Column::Article), self.needed(row, Column::Paragraph));
        let (Some(articles), Some(paragraphs)) = (articles, paragraphs) else { return Vec::new() };
        let titles = self.heading.cell(row, Column::Article, 0).map(|cell| cell.values()).unwrap_or_default();
        let numbers = self.heading.cell(row, Column::Paragraph, 0).map(|cell| cell.parts(&[BETWEEN, ',']));
        let mut numbers = numbers.unwrap_or_default();
        numbers.retain(|number| !number.text.is_empty());
        if titles.len() > 1 && titles.len() != numbers.len() || numbers.is_empty() || titles.is_empty() {
            let problem = TableProblem::OtherCount {
                column: Column::Paragraph.name(),
                count: numbers.len(),
                beside: Column::Article.name(),
                needed: titles.len(),
            };
            self.report(if titles.is_empty() { &articles.span } else { &paragraphs.span }, problem);
            return Vec::new();
        }
        let namings = titles.into_iter().map(|title| Naming { id: None, name: Some(title) });
        let at: Vec<usize> = namings.map(|naming| self.draft.articles.position(&naming)).collect();
        for (place, article) in at.iter().enumerate() {
            self.describe(row, *article, place, at.len());
        }
        let of_each = at.iter().cycle().copied();
        numbers.iter().zip(of_each).filter_map(|(number, article)| self.source(article, number)).collect()
    }

    /// `Opening ¶5; Budget ¶2`, with short titles beside it where these are ids.
    fn sources_in_one_cell(&mut self, row: &Row) -> Vec<DraftSource> {
        let mut sources = Vec::new();
        for Naming { id, name } in self.namings(row, Column::Sources, Column::SourceNames) {
            let Some(written) = id.as_ref().or(name.as_ref()) else { continue };
            let (title, number) = match written.text.rsplit_once(PARAGRAPH) {
                Some((title, number)) if !title.trim().is_empty() => (title.trim(), number.trim()),
                _ => {
                    let problem = TableProblem::NoParagraph { text: written.text.clone() };
                    self.report(&written.span, problem);
                    continue;
                }
            };
            let naming = if id.is_some() {
                let short = name.as_ref().map(|name| Written {
                    text: name
                        .text
                        .rsplit_once(PARAGRAPH)
                        .map_or(name.text.as_str(), |(short, _)| short)
                        .trim()
                        .to_owned(),
                    span: name.span.clone(),
                });
                Naming { id: Some(Written { text: title.to_owned(), span: written.span.clone() }), name: short }
            } else {
                Naming { id: None, name: Some(Written { text: title.to_owned(), span: written.span.clone() }) }
            };
            let article = self.draft.articles.position(&naming);
            let number = Written { text: number.to_owned(), span: written.span.clone() };
            sources.extend(self.source(article, &number));
        }
        let mut at: Vec<usize> = Vec::new();
        for source in &sources {
            if !at.contains(&source.article) {
                at.push(source.article);
            }
        }
        for (place, article) in at.iter().enumerate() {
            self.describe(row, *article, place, at.len());
        }
        sources
    }

    fn source(&mut self, article: usize, number: &Written) -> Option<DraftSource> {
        let paragraph = self.whole(Column::Paragraph, number)?;
        if let Some(article) = self.draft.articles.all.get_mut(article) {
            article.holds.highest = article.holds.highest.max(paragraph);
        }
        Some(DraftSource { article, paragraph, span: number.span.clone() })
    }

    fn whole(&mut self, column: Column, written: &Written) -> Option<u16> {
        let plain = with_plain_digits(&written.text);
        let digits = plain.trim_start_matches([PARAGRAPH, ' ']);
        let number = digits.parse::<u16>().ok().filter(|number| *number > 0);
        if number.is_none() {
            let problem = Problem::NumberOutOfRange {
                field: column.name().to_owned(),
                least: 1,
                most: u16::MAX.into(),
                found: format!("`{}`", written.text),
            };
            self.report(&written.span, problem);
        }
        number
    }

    /// Merges a row's cells about one of its articles: the whole cell where the row has one article, else the part with the same
    /// position.
    fn describe(&mut self, row: &Row, article: usize, place: usize, of: usize) {
        let Some(known) = self.draft.articles.all.get_mut(article) else { return };
        let mut known: Thing<Article> = take(known);
        let shown = known.shown().to_owned();
        let languages = 0..self.heading.languages.len();
        let mut titles: Vec<_> =
            languages.clone().map(|language| self.part(row, Column::Article, language, place, of)).collect();
        if let Some(title) = titles.first_mut() {
            *title = known.name.first().cloned().flatten();
        }
        known.name = self.texts_once(&shown, Column::Article, take(&mut known.name), titles);
        let shorts = languages.map(|language| self.part(row, Column::Short, language, place, of)).collect();
        let holds = &mut known.holds;
        holds.short = self.texts_once(&shown, Column::Short, take(&mut holds.short), shorts);
        for (column, slot) in [
            (Column::Paragraphs, &mut holds.paragraphs),
            (Column::Published, &mut holds.published),
            (Column::Publisher, &mut holds.publisher),
            (Column::Url, &mut holds.url),
        ] {
            let said = self.part(row, column, 0, place, of);
            *slot = self.once(&shown, column, slot.take(), said);
        }
        self.take_picture(&shown, &mut holds.picture, &ARTICLE_PICTURE, |reading, column, language| {
            reading.part(row, column, language, place, of)
        });
        if let Some(article) = self.draft.articles.all.get_mut(article) {
            *article = known;
        }
    }

    fn part(&mut self, row: &Row, column: Column, language: usize, place: usize, of: usize) -> Option<Written> {
        let cell = self.heading.cell(row, column, language)?;
        if of == 1 {
            return cell.whole();
        }
        let parts = cell.parts(&[BETWEEN]);
        // Once for the row, at its first article.
        if place == 0 && !parts.is_empty() && parts.len() != of {
            let problem = TableProblem::OtherCount {
                column: column.name(),
                count: parts.len(),
                beside: Column::Article.name(),
                needed: of,
            };
            self.report(&cell.written.span, problem);
        }
        parts.into_iter().nth(place).filter(|part| !part.text.is_empty())
    }

    /// What follows for each article once every row is read.
    pub(super) fn finish_articles(&mut self) {
        self.draft.articles.make_ids("article");
        let mut articles = take(&mut self.draft.articles.all);
        for article in &mut articles {
            if let Some(published) = &mut article.holds.published {
                self.date(published);
            }
            if let Some(paragraphs) = &article.holds.paragraphs {
                let count = self.whole(Column::Paragraphs, paragraphs);
                article.holds.highest = count.unwrap_or(article.holds.highest);
            }
        }
        self.draft.articles.all = articles;
    }

    /// Writes a date as stories have it, and says whether it is one.
    pub(super) fn date(&mut self, written: &mut Written) -> bool {
        match self.calendar.date(&written.text) {
            Ok(date) => written.text = date,
            Err(problem) => {
                let span: Range<usize> = written.span.clone();
                self.report(&span, problem);
                return false;
            }
        }
        true
    }
}
