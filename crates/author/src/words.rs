//! The words of the interface: read from Fluent, one file per language, and resolved for every number that can occur.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey};
use icu::{
    locale::Locale,
    plurals::{PluralCategory, PluralRules},
};

pub(crate) mod problem;
mod to_translate;

pub use self::{problem::WordsProblem, to_translate::words_to_translate};
use super::{
    diagnostic::{Diagnostic, Report},
    similar::similar,
};
use fact_cards_story::{Counted, Messages, PageWords, Words, messages};

/// The words of one language.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct WordsFile {
    /// The file, as the editor would name it.
    pub path: String,
    /// What is in it.
    pub text: String,
}

/// The languages that the widget itself has words in: each one's short name and its file.
const BUILT_IN: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The short names of the languages that the widget has words in.
#[must_use]
pub fn languages() -> Vec<&'static str> {
    BUILT_IN.iter().map(|(language, _)| *language).collect()
}

/// The widget's own words in a language.
pub(super) fn built_in(language: &str) -> Option<WordsFile> {
    let (_, text) = BUILT_IN.iter().find(|(known, _)| *known == language)?;
    Some(WordsFile { path: format!("words/{language}.ftl"), text: (*text).to_owned() })
}

/// How far a language is looked at for the plural forms that it has.
const FORMS_UP_TO: usize = 1000;

/// The largest numbers that are counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Largest {
    /// Cards, facts and whatever else a reader's choice decides.
    pub shown: usize,
    /// What is counted while the story is encoded.
    pub encoded: usize,
}

/// Reads the words in a language, with a text for every number up to the largest, in its digits: nothing where they are
/// 0 to 9.
///
/// # Errors
/// When a message is missing, not used, or cannot be formed.
pub(super) fn read(
    file: &WordsFile,
    locale: &str,
    digits: &[char],
    largest: Largest,
) -> Result<(Words, Phrases, PageWords), Report> {
    let WordsFile { path, text } = file;
    let diagnostic = |(span, problem): Found| Diagnostic::new(path, text, span, problem.into());
    parse(text, locale, digits, largest).map_err(|problems| Report(problems.into_iter().map(diagnostic).collect()))
}

/// Something that is wrong with words, with its place in the file in bytes.
type Found = (Range<usize>, WordsProblem);

/// Everything that is wrong with some words.
pub(super) fn check(file: &WordsFile, locale: &str) -> Vec<Found> {
    parse(&file.text, locale, &[], Largest { shown: 0, encoded: 0 }).err().unwrap_or_default()
}

fn parse(
    text: &str,
    locale: &str,
    digits: &[char],
    largest: Largest,
) -> Result<(Words, Phrases, PageWords), Vec<Found>> {
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        let problem = |error: fluent_syntax::parser::ParserError| {
            (error.pos.clone(), WordsProblem::NotFluent { reason: error.kind.to_string() })
        };
        errors.into_iter().map(problem).collect::<Vec<_>>()
    })?;

    let mut problems = Vec::new();
    let mut bundle = FluentBundle::new(locale.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    // The number itself is filled in when it is known; here it only chooses the plural.
    bundle.set_formatter(Some(|value: &FluentValue, _: &_| match value {
        FluentValue::Number(_) => Some("{count}".to_owned()),
        _ => None,
    }));
    let mut written: BTreeMap<&str, Written> = BTreeMap::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let name = message.id.name;
        if written.insert(name, Written::new(message)).is_some() {
            problems.push((span_of(text, name, true), WordsProblem::DuplicateMessage { message: name.to_owned() }));
        }
    }
    // What it does not add is what is there twice.
    drop(bundle.add_resource(&resource));

    let forms = Forms::new(locale);
    let mut messages =
        Resolver { bundle, written, forms, digits, largest: largest.shown, used: BTreeSet::new(), failed: Vec::new() };
    let words = Words::from_messages(&mut messages);
    messages.largest = largest.encoded;
    let phrases = Phrases::from_messages(&mut messages);
    let page_words = PageWords::from_messages(&mut messages);

    let Resolver { written, used, failed, .. } = messages;
    for (name, problem) in failed {
        let span = if written.contains_key(name.as_str()) { span_in(text, &name, &problem) } else { 0..0 };
        problems.push((span, problem));
    }
    for name in written.keys().filter(|name| !used.contains(**name)) {
        let similar = similar(name, used.iter().map(String::as_str));
        // A message that is missing only because its name is misspelt is one mistake, not two.
        problems.retain(|(_, problem)| match problem {
            WordsProblem::MissingMessage { message } => similar.as_ref() != Some(message),
            _ => true,
        });
        problems
            .push((span_of(text, name, false), WordsProblem::UnknownMessage { message: (*name).to_owned(), similar }));
    }
    problems.sort_by_key(|(span, _)| span.start);
    if problems.is_empty() { Ok((words, phrases, page_words)) } else { Err(problems) }
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

/// Where in a message something is wrong: at what is named, or else at the message's name.
fn span_in(text: &str, name: &str, problem: &WordsProblem) -> Range<usize> {
    let message = span_of(text, name, false);
    let sign = match problem {
        WordsProblem::UnknownPlaceholder { placeholder, .. } => format!("${placeholder}"),
        WordsProblem::UnknownForm { form, .. } => format!("[{form}]"),
        _ => return message,
    };
    let at = text.get(message.end..).and_then(|rest| rest.find(&sign)).map(|at| message.end + at);
    at.map_or(message, |at| at..at + sign.len())
}

messages! {
    /// Words that go into an edition's texts when it is made and are not shown by themselves.
    #[derive(Clone, Debug, Default)]
    Phrases
    plain {
        /// A kind of card.
        member(),
        /// A kind of card.
        operation(),
        /// A kind of card.
        venue(),
        /// What a card is.
        kicker(kind, type),
        /// A source.
        source_marker(article, paragraph),
        /// Where in an article.
        paragraph(paragraph, paragraphs),
        /// When an article was published.
        published(date),
        /// In place of the date of an article that gives none.
        date_not_given(),
        /// At a fact that both articles report, where there are two.
        in_both(),
        /// A number that is at least that.
        more_than(number),
        /// A number that grew.
        from_to(from, to),
        /// The same for a screen reader.
        more_than_spoken(number),
        /// The same for a screen reader.
        from_to_spoken(from, to),
        /// A period.
        period(from, to),
        /// Heading of all that was changed.
        changes(),
        /// At a fact that is withdrawn.
        withdrawn(),
        /// Before what changed in a card or fact.
        revised_on(date),
        /// Before what was wrong in a card or fact.
        corrected_on(date),
        /// Before the reason why a card or fact is withdrawn.
        withdrawn_on(date),
        /// The same for a fact that is not there any more.
        fact_left_out_on(date),
        /// The same for a card.
        card_left_out_on(date),
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
        /// How many changes are not listed.
        earlier_changes,
    }
}

/// A message as it is written.
#[derive(Debug, Default)]
struct Written {
    /// The names in braces, each once.
    placeholders: BTreeSet<String>,
    /// The forms of each choice by a number that is made in it.
    choices: Vec<BTreeSet<String>>,
    /// The numbers that have a text of their own.
    numbers: Vec<String>,
}

impl Written {
    fn new(message: &Message<&str>) -> Self {
        let mut written = Self::default();
        if let Some(pattern) = &message.value {
            written.add(pattern);
        }
        written
    }

    fn add(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            match expression {
                Expression::Inline(inline) => self.add_name(inline),
                Expression::Select { selector, variants } => {
                    self.add_name(selector);
                    let mut forms = BTreeSet::new();
                    for Variant { key, value, .. } in variants {
                        match key {
                            VariantKey::Identifier { name } => drop(forms.insert((*name).to_owned())),
                            VariantKey::NumberLiteral { value } => self.numbers.push((*value).to_owned()),
                        }
                        self.add(value);
                    }
                    self.choices.push(forms);
                }
            }
        }
    }

    fn add_name(&mut self, inline: &InlineExpression<&str>) {
        if let InlineExpression::VariableReference { id } = inline {
            self.placeholders.insert(id.name.to_owned());
        }
    }
}

/// The plural forms of a language.
struct Forms {
    /// Those that some number has that may occur.
    needed: BTreeSet<String>,
    /// All that it has.
    known: BTreeSet<String>,
    /// The form of each number up to [`FORMS_UP_TO`].
    of_number: Vec<PluralCategory>,
}

impl Forms {
    fn new(locale: &str) -> Self {
        let locale: Locale = locale.parse().unwrap_or(Locale::UNKNOWN);
        let rules = PluralRules::try_new_cardinal(locale.into()).ok();
        let name = |category: PluralCategory| match category {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        };
        let named = |categories: &mut dyn Iterator<Item = PluralCategory>| {
            categories.map(|category| name(category).to_owned()).collect()
        };
        let of_number = |rules: &PluralRules| (0..=FORMS_UP_TO).map(|count| rules.category_for(count)).collect();
        let of_number: Vec<_> = rules.as_ref().map(of_number).unwrap_or_default();
        let known = match &rules {
            Some(rules) => named(&mut rules.categories()),
            None => named(&mut PluralCategory::all()),
        };
        Self { needed: named(&mut of_number.iter().copied()), known, of_number }
    }

    /// The least number that has the same form as this one and no text of its own. Fluent's rules are of 2020, and take 103
    /// in Arabic for another form than 3; with the least numbers they agree with those of today.
    fn like(&self, count: usize, own: &[String]) -> usize {
        let has_its_own = |number: usize| own.iter().any(|own| own.parse() == Ok(number));
        let form = |number: usize| self.of_number.get(number).or(self.of_number.last());
        let alike = || (0..=FORMS_UP_TO).find(|number| !has_its_own(*number) && form(*number) == form(count));
        if has_its_own(count) { count } else { alike().unwrap_or(count) }
    }
}

/// Resolves messages, and notes which were requested and which failed.
struct Resolver<'r> {
    bundle: FluentBundle<&'r FluentResource>,
    written: BTreeMap<&'r str, Written>,
    forms: Forms,
    digits: &'r [char],
    largest: usize,
    used: BTreeSet<String>,
    failed: Vec<(String, WordsProblem)>,
}

impl Resolver<'_> {
    /// Begins with a message that holds these names and no others. Gives its name, where it can be formed.
    fn requested(&mut self, field: &str, filled: &[&'static str], is_counted: bool) -> Option<String> {
        let name = field.replace('_', "-");
        self.used.insert(name.clone());
        let Some(written) = self.written.get(name.as_str()) else {
            self.failed.push((name.clone(), WordsProblem::MissingMessage { message: name }));
            return None;
        };
        let mut problems = Vec::new();
        let mut misspelt = Vec::new();
        for unknown in written.placeholders.iter().filter(|name| !filled.contains(&name.as_str())) {
            let (message, placeholder) = (name.clone(), unknown.clone());
            let similar = similar(unknown, filled.iter().copied());
            misspelt.extend(similar.clone());
            problems.push(WordsProblem::UnknownPlaceholder { message, placeholder, similar, allowed: filled.to_vec() });
        }
        let is_missing =
            |name: &&&str| !written.placeholders.contains(**name) && !misspelt.iter().any(|known| known == *name);
        // A count may be in words, such as "one card".
        for missing in filled.iter().filter(|_| !is_counted).filter(is_missing) {
            problems.push(WordsProblem::MissingPlaceholder { message: name.clone(), placeholder: missing });
        }
        for choice in &written.choices {
            let listed = |forms: &mut dyn Iterator<Item = &String>| -> Vec<String> { forms.cloned().collect() };
            let missing = listed(&mut self.forms.needed.difference(choice));
            if !missing.is_empty() {
                problems.push(WordsProblem::MissingForm { message: name.clone(), missing });
            }
            for form in choice.difference(&self.forms.known) {
                let known = listed(&mut self.forms.known.iter());
                problems.push(WordsProblem::UnknownForm { message: name.clone(), form: form.clone(), known });
            }
        }
        let is_good = problems.is_empty();
        self.failed.extend(problems.into_iter().map(|problem| (name.clone(), problem)));
        is_good.then_some(name)
    }

    fn resolve(&mut self, name: &str, arguments: &FluentArgs) -> String {
        let Some(pattern) = self.bundle.get_message(name).and_then(|message| message.value()) else {
            return String::new();
        };
        let mut errors = Vec::new();
        let resolved = self.bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        if let Some(error) = errors.first() {
            let problem = WordsProblem::BadMessage { message: name.to_owned(), reason: error.to_string() };
            self.failed.push((name.to_owned(), problem));
        }
        resolved
    }
}

impl Messages for Resolver<'_> {
    fn plain(&mut self, field: &'static str, filled: &[&'static str]) -> String {
        let Some(name) = self.requested(field, filled, false) else { return String::new() };
        let mut arguments = FluentArgs::new();
        for placeholder in filled {
            arguments.set(*placeholder, FluentValue::String(Cow::Owned(format!("{{{placeholder}}}"))));
        }
        self.resolve(&name, &arguments)
    }

    fn counted(&mut self, field: &'static str) -> Counted {
        let mut counted = Counted { digits: self.digits.to_vec(), ..Counted::default() };
        let Some(name) = self.requested(field, &["count"], true) else { return counted };
        for count in 0..=self.largest {
            let own = self.written.get(name.as_str()).map_or(&[][..], |written| &written.numbers);
            let mut arguments = FluentArgs::new();
            arguments.set("count", self.forms.like(count, own));
            let text = self.resolve(&name, &arguments);
            let pattern = counted.patterns.iter().position(|known| *known == text).unwrap_or_else(|| {
                counted.patterns.push(text);
                counted.patterns.len() - 1
            });
            counted.by_count.push(u8::try_from(pattern).unwrap_or_default());
        }
        counted
    }
}

#[cfg(test)]
mod tests;
