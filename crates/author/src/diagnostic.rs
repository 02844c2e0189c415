use std::{fmt, ops::Range};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{problem::Problem, wording::is_obeyed};

/// The most bytes of its line that are shown on each side of a mistake: a line may be as long as the file.
const CONTEXT: usize = 1000;

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
    /// What is marked in the excerpt.
    span: Range<usize>,
    /// The line, or an excerpt of it.
    excerpt: String,
    /// Whether the excerpt is shorter than the line.
    is_cut: bool,
}

impl Diagnostic {
    /// A mistake at `span` (in bytes) of a file's text.
    #[must_use]
    pub fn new(file: &str, text: &str, span: Range<usize>, problem: Problem) -> Self {
        let start = floor_boundary(text, span.start);
        let before = text.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line_end = text.get(start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| start + at);
        // The carriage return of a Windows line end is neither shown nor marked.
        let line_end = line_start + text.get(line_start..line_end).unwrap_or_default().trim_end_matches('\r').len();
        let shown_start = start.min(line_end);
        // Of several lines the first is marked: the span of a table may be all of it.
        let end = floor_boundary(text, span.end.min(start + CONTEXT).min(line_end)).max(shown_start);

        let from = floor_boundary(text, start.saturating_sub(CONTEXT)).max(line_start);
        let to = floor_boundary(text, (end + CONTEXT).min(line_end));
        let ellipsis = |is_cut: bool| if is_cut { "…" } else { "" };
        let before_it = ellipsis(from > line_start);
        let after_it = ellipsis(to < line_end);
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        let (ahead, marked) = (harmless(part(from..shown_start)), harmless(part(shown_start..end)));
        let rest = harmless(part(end..to));
        let marked_from = before_it.len() + ahead.len();
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: text.get(line_start..start).map_or(0, |line| line.chars().count()) + 1,
            problem,
            span: marked_from..marked_from + marked.len(),
            excerpt: format!("{before_it}{ahead}{marked}{rest}{after_it}"),
            is_cut: from > line_start || to < line_end,
        }
    }

    /// The same place with another mistake.
    #[must_use]
    pub fn with(&self, problem: Problem) -> Self {
        Self { problem, ..self.clone() }
    }

    /// The place and the marked line, without message and help.
    #[must_use]
    pub fn excerpt(&self) -> String {
        Renderer::plain().render(&[self.marked(Group::with_level(Level::ERROR))])
    }

    fn render(&self, renderer: &Renderer) -> String {
        let title = harmless(&self.problem.to_string());
        let remedy = harmless(&self.problem.remedy());
        let message = self.marked(Group::with_title(Level::ERROR.primary_title(&title)));
        renderer.render(&[message.element(Level::HELP.message(&remedy))])
    }

    /// A message with the place, the line and what is marked in it.
    fn marked<'m>(&'m self, message: Group<'m>) -> Group<'m> {
        let span = self.span.start.min(self.excerpt.len())..self.span.end.min(self.excerpt.len());
        // The renderer cannot compute the column from an excerpt that is not the whole line.
        let path = self.file.as_str();
        let origin = self.is_cut.then(|| Origin::path(path).line(self.line).char_column(self.column));
        let snippet = Snippet::source(self.excerpt.as_str())
            .path((!self.is_cut).then_some(path))
            .line_start(self.line)
            .annotation(AnnotationKind::Primary.span(span));
        message.elements(origin).element(snippet)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.render(&Renderer::plain()))
    }
}

/// All mistakes in a story, in the order of the files.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Report(pub Vec<Diagnostic>);

impl Report {
    /// The report for a terminal: with colours where `colour` is set.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        self.render_of("story", colour)
    }

    /// The same for other input than a story: `whole` is its name.
    #[must_use]
    pub fn render_of(&self, whole: &str, colour: bool) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let mut text: Vec<String> = self.0.iter().map(|diagnostic| diagnostic.render(&renderer)).collect();
        text.push(self.summary_of(whole));
        text.join("\n\n")
    }

    /// How many mistakes there are.
    #[must_use]
    pub fn summary(&self) -> String {
        self.summary_of("story")
    }

    fn summary_of(&self, whole: &str) -> String {
        match self.0.iter().map(|diagnostic| diagnostic.problem.count()).sum() {
            1 => format!("1 mistake in the {whole}"),
            count => format!("{count} mistakes in the {whole}"),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.render(false))
    }
}

impl std::error::Error for Report {}

/// A text with its control characters escaped. The renderer escapes most of them, but none beyond ASCII, and none in a remedy. Tabs
/// and line ends are left to the renderer.
fn harmless(text: &str) -> String {
    let shown = |sign: char| match sign {
        '\t' | '\n' => sign,
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(sign)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\x7f' => '␡',
        _ if is_obeyed(sign) => char::REPLACEMENT_CHARACTER,
        _ => sign,
    };
    text.chars().map(shown).collect()
}

fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
