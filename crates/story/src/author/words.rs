//! The words of the interface: read from Fluent, one file per language, and resolved for every number that can occur.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::{
    diagnostic::{Diagnostic, Report},
    problem::Problem,
    similar::similar,
};
use crate::{
    Counted, Words,
    words::{Messages, messages},
};

/// The words of one language: its short name, its file and what is in it.
struct Source(&'static str, &'static str, &'static str);

/// The languages that the widget has words in.
const SOURCES: [Source; 1] = [Source("en", "words/en.ftl", include_str!("../../../../words/en.ftl"))];

/// The short names of the languages that the widget has words in.
pub(super) fn languages() -> Vec<&'static str> {
    SOURCES.iter().map(|source| source.0).collect()
}

/// What a message may hold in braces; it is filled in when the message is shown.
const PLACEHOLDERS: [&str; 16] = [
    "article",
    "articles",
    "card",
    "cards",
    "date",
    "facts",
    "from",
    "kind",
    "number",
    "paragraph",
    "paragraphs",
    "text",
    "to",
    "type",
    "what",
    "count",
];

/// The largest numbers that are counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Largest {
    /// Cards, facts and whatever else a reader's choice decides.
    pub shown: usize,
    /// What is counted while the story is encoded.
    pub encoded: usize,
}

/// Reads the words of a language, with a text for every number up to the largest.
///
/// # Errors
/// When there are none, or when a message is missing, not used, or cannot be formed.
pub(super) fn read(language: &str, largest: Largest) -> Result<(Words, Phrases), Report> {
    let Some(Source(_, path, text)) = SOURCES.iter().find(|source| source.0 == language) else {
        let problem = Problem::NoWords { language: language.to_owned(), known: languages() };
        return Err(Report(vec![Diagnostic::new("story.toml", "", 0..0, problem)]));
    };
    parse(path, text, language, largest)
}

fn parse(path: &str, text: &str, language: &str, largest: Largest) -> Result<(Words, Phrases), Report> {
    let at = |span, problem| Diagnostic::new(path, text, span, problem);
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        let diagnostic = |error: fluent_syntax::parser::ParserError| {
            at(error.pos.clone(), Problem::NotFluent { reason: error.kind.to_string() })
        };
        Report(errors.into_iter().map(diagnostic).collect())
    })?;

    let mut problems: Vec<Diagnostic> = Vec::new();
    let mut bundle = FluentBundle::new(language.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    // The number itself is filled in when it is known; here it only chooses the plural.
    bundle.set_formatter(Some(|value: &FluentValue, _: &_| match value {
        FluentValue::Number(_) => Some("{count}".to_owned()),
        _ => None,
    }));
    let mut names = BTreeSet::new();
    for entry in resource.entries() {
        if let Entry::Message(message) = entry
            && !names.insert(message.id.name.to_owned())
        {
            let message = message.id.name.to_owned();
            problems.push(at(span_of(text, &message, true), Problem::DuplicateMessage { message }));
        }
    }
    let unknown_placeholders: Vec<(String, String)> = resource.entries().flat_map(unknown_variables).collect();
    // What it does not add is what is there twice.
    drop(bundle.add_resource(&resource));

    let span_of = |name: &str| span_of(text, name, false);
    let unfillable: BTreeSet<String> = unknown_placeholders.iter().map(|(message, _)| message.clone()).collect();
    for (message, variable) in unknown_placeholders {
        let reason = format!("there is no `{{ ${variable} }}`");
        problems.push(at(span_of(&message), Problem::BadMessage { message, reason }));
    }

    let mut messages = Resolver { bundle, largest: largest.shown, used: BTreeSet::new(), failed: BTreeMap::new() };
    let words = Words::from_messages(&mut messages);
    messages.largest = largest.encoded;
    let phrases = Phrases::from_messages(&mut messages);

    for (name, problem) in messages.failed.into_iter().filter(|(name, _)| !unfillable.contains(name)) {
        let span = if matches!(problem, Problem::MissingMessage { .. }) { 0..0 } else { span_of(&name) };
        problems.push(at(span, problem));
    }
    for name in names.difference(&messages.used) {
        let similar = similar(name, messages.used.iter().map(String::as_str));
        // A message that is missing only because its name is misspelt is one mistake, not two.
        problems.retain(|diagnostic| match &diagnostic.problem {
            Problem::MissingMessage { message } => similar.as_ref() != Some(message),
            _ => true,
        });
        problems.push(at(span_of(name), Problem::UnknownMessage { message: name.clone(), similar }));
    }
    problems.sort_by_key(|diagnostic| (diagnostic.line, diagnostic.column));
    if problems.is_empty() { Ok((words, phrases)) } else { Err(Report(problems)) }
}

/// Where a message's name stands: the first one of that name, or the last.
fn span_of(text: &str, name: &str, last: bool) -> Range<usize> {
    let mut start = 0;
    let mut found = 0;
    for line in text.split_inclusive('\n') {
        if line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('=')) {
            found = start;
            if !last {
                break;
            }
        }
        start += line.len();
    }
    found..found + name.len()
}

messages! {
    /// Words that go into an edition's texts when it is made and are not shown by themselves.
    #[derive(Clone, Debug)]
    Phrases
    plain {
        /// A kind of card.
        member,
        /// A kind of card.
        operation,
        /// A kind of card.
        venue,
        /// What a card is: `{kind}`, `{type}`.
        kicker,
        /// A source: `{article}`, `{paragraph}`.
        source_marker,
        /// Where in an article: `{paragraph}`, `{paragraphs}`.
        paragraph,
        /// When an article was published: `{date}`.
        published,
        /// In place of the date of an article that gives none.
        date_not_given,
        /// At a fact that both articles report, where there are two.
        in_both,
        /// A number that is at least that: `{number}`.
        more_than,
        /// A number that grew: `{from}`, `{to}`.
        from_to,
        /// The same for a screen reader: `{number}`.
        more_than_spoken,
        /// The same for a screen reader: `{from}`, `{to}`.
        from_to_spoken,
        /// A period: `{from}`, `{to}`.
        period,
    }
    counted {
        /// At a fact that several articles report, where there are more than two.
        in_articles,
        /// How long nothing happens.
        years,
        /// How long nothing happens.
        months,
        /// How long nothing happens.
        days,
    }
}

/// Resolves messages, and notes which were asked for and which failed.
struct Resolver<'r> {
    bundle: FluentBundle<&'r FluentResource>,
    largest: usize,
    used: BTreeSet<String>,
    failed: BTreeMap<String, Problem>,
}

impl Resolver<'_> {
    fn resolve(&mut self, field: &str, count: Option<usize>) -> String {
        let name = field.replace('_', "-");
        self.used.insert(name.clone());
        let Some(pattern) = self.bundle.get_message(&name).and_then(|message| message.value()) else {
            self.failed.insert(name.clone(), Problem::MissingMessage { message: name });
            return String::new();
        };
        let mut arguments = FluentArgs::new();
        for placeholder in PLACEHOLDERS {
            arguments.set(placeholder, FluentValue::String(Cow::Owned(format!("{{{placeholder}}}"))));
        }
        if let Some(count) = count {
            arguments.set("count", count);
        }
        let mut errors = Vec::new();
        let resolved = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        if let Some(error) = errors.first() {
            let reason = error.to_string();
            self.failed.insert(name.clone(), Problem::BadMessage { message: name, reason });
        }
        resolved
    }
}

impl Messages for Resolver<'_> {
    fn plain(&mut self, field: &'static str) -> String {
        self.resolve(field, None)
    }

    fn counted(&mut self, field: &'static str) -> Counted {
        let mut counted = Counted::default();
        for count in 0..=self.largest {
            let text = self.resolve(field, Some(count));
            let pattern = counted.patterns.iter().position(|known| *known == text).unwrap_or_else(|| {
                counted.patterns.push(text);
                counted.patterns.len() - 1
            });
            counted.by_count.push(u8::try_from(pattern).unwrap_or_default());
        }
        counted
    }
}

/// The variables of a message that nothing fills in, each with the message's name.
fn unknown_variables(entry: &Entry<&str>) -> Vec<(String, String)> {
    fn of_pattern(pattern: &Pattern<&str>, found: &mut Vec<String>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            match expression {
                Expression::Inline(inline) => of_inline(inline, found),
                Expression::Select { selector, variants } => {
                    of_inline(selector, found);
                    for variant in variants {
                        of_pattern(&variant.value, found);
                    }
                }
            }
        }
    }
    fn of_inline(inline: &InlineExpression<&str>, found: &mut Vec<String>) {
        if let InlineExpression::VariableReference { id } = inline
            && !PLACEHOLDERS.contains(&id.name)
        {
            found.push(id.name.to_owned());
        }
    }
    let Entry::Message(message) = entry else { return Vec::new() };
    let mut found = Vec::new();
    if let Some(pattern) = &message.value {
        of_pattern(pattern, &mut found);
    }
    found.into_iter().map(|variable| (message.id.name.to_owned(), variable)).collect()
}

#[cfg(test)]
mod tests;
