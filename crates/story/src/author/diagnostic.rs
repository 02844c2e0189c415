use std::{fmt, ops::Range};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::problem::Problem;

/// One mistake in a story, with its place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Diagnostic {
    /// The file, as the editor would name it.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1 in characters.
    pub column: usize,
    /// What is wrong.
    pub problem: Problem,
    span: Range<usize>,
    source: String,
}

impl Diagnostic {
    /// A mistake at `span` (in bytes) of a file's text.
    pub(super) fn new(file: &str, text: &str, span: Range<usize>, problem: Problem) -> Self {
        let start = floor_boundary(text, span.start);
        let end = floor_boundary(text, span.end.max(start));
        // Several lines are marked by their first: a table's span may be all of it.
        let before = text.get(..start).unwrap_or_default();
        let marked = text.get(start..end).unwrap_or_default();
        let end = start + marked.lines().next().map_or(0, str::len);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line_end = text.get(start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| start + at);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: text.get(line_start..start).map_or(0, |line| line.chars().count()) + 1,
            problem,
            span: start - line_start..end - line_start,
            source: text.get(line_start..line_end).unwrap_or_default().trim_end_matches('\r').to_owned(),
        }
    }

    fn render(&self, renderer: &Renderer) -> String {
        let title = self.problem.to_string();
        let remedy = self.problem.remedy();
        let span = self.span.start.min(self.source.len())..self.span.end.min(self.source.len());
        let snippet = Snippet::source(self.source.as_str())
            .path(self.file.as_str())
            .line_start(self.line)
            .annotation(AnnotationKind::Primary.span(span));
        renderer.render(&[Level::ERROR.primary_title(&title).element(snippet).element(Level::HELP.message(&remedy))])
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.render(&Renderer::plain()))
    }
}

/// Everything that is wrong with a story, in the order of the files.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Report(pub Vec<Diagnostic>);

impl Report {
    /// The report for a terminal: with colours where `colour` is set.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let mut text: Vec<String> = self.0.iter().map(|diagnostic| diagnostic.render(&renderer)).collect();
        text.push(match self.0.iter().map(|diagnostic| diagnostic.problem.count()).sum() {
            1 => "1 mistake in the story".to_owned(),
            count => format!("{count} mistakes in the story"),
        });
        text.join("\n\n")
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.render(false))
    }
}

impl std::error::Error for Report {}

fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
