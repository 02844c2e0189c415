//! What was gathered as the files of a story, as an editor would write them.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use fact_cards_author::{languages as known_languages, words_to_translate};
use fact_cards_story::Kind;

use super::{
    draft::{Change, Draft, Fact, Figure, Picture, Quantity, Texts, Thing},
    sheet::{Sheet, inner, quoted},
    table::Written,
};

/// What the table does not say of the story.
pub struct Story<'s> {
    pub title: &'s str,
    /// Without it the titles of the articles stand there.
    pub lead: Option<&'s str>,
    /// The locale of the first language, where it is not the usual one.
    pub locale: Option<&'s str>,
    pub languages: &'s [String],
}

/// The files of a story by their names.
pub type Files = BTreeMap<String, Sheet>;

/// How many articles a lead names.
const NAMED_IN_LEAD: usize = 3;
/// How many letters a short title has at most.
const SHORT: usize = 24;

/// Writes the files.
pub fn files(draft: &Draft, story: &Story) -> Files {
    let mut files = Files::from([
        ("story.toml".to_owned(), story_file(draft, story)),
        ("articles.toml".to_owned(), articles(draft, story)),
        ("types.toml".to_owned(), types(draft, story)),
        ("facts.toml".to_owned(), facts(draft, story)),
    ]);
    if !draft.topics.all.is_empty() {
        files.insert("topics.toml".to_owned(), topics(draft, story));
    }
    for language in to_translate(story.languages) {
        let text = words_to_translate(language);
        files.insert(words_file(language), Sheet::of_text(text));
    }
    for (kind, name, comment) in [
        (
            Kind::Member,
            "members.toml",
            "People, organisations and countries. Each needs a fact that stands on its card.",
        ),
        (Kind::Operation, "operations.toml", "What is being done."),
        (
            Kind::Venue,
            "venues.toml",
            "The places, with their coordinates in degrees: south and west are negative. Where they are \"unknown\" a place is not\n\
             on the map; write `coordinates = { latitude = 54.5, longitude = -1.2 }`.",
        ),
    ] {
        if draft.cards.all.iter().any(|card| card.holds.is == Some(kind)) {
            files.insert(name.to_owned(), cards(draft, story, kind, comment));
        }
    }
    files
}

/// The languages that the widget has no words in.
pub fn to_translate(languages: &[String]) -> impl Iterator<Item = &String> {
    languages.iter().filter(|language| !known_languages().contains(&language.as_str()))
}

/// The file with the words of the interface in a language.
pub fn words_file(language: &str) -> String {
    format!("words/{language}.ftl")
}

fn story_file(draft: &Draft, story: &Story) -> Sheet {
    let mut sheet = Sheet::new(
        "The story: its title, what it is about, and its languages. Every text is written once per language.",
    );
    let first = story.languages.first().map_or("en", String::as_str);
    sheet.field(None, &format!("title.{first}"), story.title);
    let lead = story.lead.map_or_else(|| titles(draft), str::to_owned);
    sheet.field(None, &format!("lead.{first}"), if lead.is_empty() { story.title } else { &lead });
    let mut first_seen = BTreeSet::new();
    let in_order = draft.facts.iter().map(|fact| fact.card).filter(|card| first_seen.insert(*card));
    let order: Vec<&str> = in_order.map(|card| draft.cards.id(card)).collect();
    if order.len() > 1 {
        sheet.line(None, "");
        sheet.line(None, "# These cards come first; the others follow as they are written.");
        sheet.line(None, "order = [");
        for id in order {
            sheet.line(None, &format!("  {},", quoted(id)));
        }
        sheet.line(None, "]");
    }
    for (at, language) in story.languages.iter().enumerate() {
        sheet.entry(None, "language");
        sheet.field(None, "id", language);
        let usual = match language.as_str() {
            "ar" => "ar-MA",
            "en" => "en-GB",
            "fr" => "fr-FR",
            other => other,
        };
        let locale = story.locale.filter(|_| at == 0).unwrap_or(usual);
        sheet.line(None, &format!("locale = {}   # how dates and numbers are written", quoted(locale)));
        if at > 0 {
            let first = quoted(first);
            sheet
                .line(None, &format!("falls-back-to = {first}   # the language of texts that are missing in this one"));
        }
    }
    sheet
}

/// The titles of the first articles.
fn titles(draft: &Draft) -> String {
    let all = &draft.articles.all;
    let mut titles: Vec<&str> = all.iter().map(Thing::shown).take(NAMED_IN_LEAD).collect();
    if all.len() > NAMED_IN_LEAD {
        titles.push("…");
    }
    titles.join("; ")
}

fn articles(draft: &Draft, story: &Story) -> Sheet {
    let mut sheet = Sheet::new(
        "The articles that the facts are taken from. `short` is a word or two for small markers, `paragraphs` how many it has.",
    );
    for article in &draft.articles.all {
        let place = Some(&article.span);
        sheet.entry(place, "article");
        sheet.field(place, "id", &article.id);
        sheet.texts("title", &article.name, story.languages);
        let holds = &article.holds;
        let shorts: Texts = (0..story.languages.len())
            .map(|language| {
                let given = holds.short.get(language).cloned().flatten();
                given.or_else(|| article.name.get(language)?.as_ref().map(shortened))
            })
            .collect();
        sheet.texts("short", &shorts, story.languages);
        let place = holds.paragraphs.as_ref().map_or(&article.span, |paragraphs| &paragraphs.span);
        sheet.line(Some(place), &format!("paragraphs = {}", holds.highest.max(1)));
        sheet.written("date", holds.published.as_ref());
        sheet.written("publisher", holds.publisher.as_ref());
        sheet.written("url", holds.url.as_ref());
        picture(&mut sheet, &holds.picture, story.languages);
    }
    sheet
}

/// A title cut where a word ends.
fn shortened(title: &Written) -> Written {
    if title.text.chars().count() <= SHORT {
        return title.clone();
    }
    let mut text = String::new();
    for word in title.text.split(' ') {
        if !text.is_empty() && text.chars().count() + 1 + word.chars().count() >= SHORT {
            break;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.extend(word.chars().take(SHORT - 1));
    }
    text.push('…');
    Written { text, span: title.span.clone() }
}

fn types(draft: &Draft, story: &Story) -> Sheet {
    let mut sheet = Sheet::new(
        "The types of card. `kind` is \"member\" (a person, an organisation, a country), \"operation\" or \"venue\".",
    );
    for card_type in &draft.types {
        let place = card_type.name.iter().flatten().next().map(|name| &name.span).filter(|span| !span.is_empty());
        sheet.entry(place, "type");
        sheet.field(place, "id", &card_type.id);
        sheet.field(place, "kind", card_type.kind.key());
        sheet.texts("name", &card_type.name, story.languages);
    }
    sheet
}

fn topics(draft: &Draft, story: &Story) -> Sheet {
    let mut sheet = Sheet::new("The topics that readers can filter by.");
    for topic in &draft.topics.all {
        sheet.entry(Some(&topic.span), "topic");
        sheet.field(Some(&topic.span), "id", &topic.id);
        sheet.texts("name", &topic.name, story.languages);
    }
    sheet
}

fn cards(draft: &Draft, story: &Story, kind: Kind, comment: &str) -> Sheet {
    let mut sheet = Sheet::new(comment);
    for card in draft.cards.all.iter().filter(|card| card.holds.is == Some(kind)) {
        let (place, holds) = (Some(&card.span), &card.holds);
        sheet.entry(place, kind.key());
        sheet.field(place, "id", &card.id);
        sheet.field(place, "type", draft.types.get(holds.of_type).map_or("", |card_type| &card_type.id));
        sheet.texts("name", &card.name, story.languages);
        let spellings: Vec<String> =
            holds.spellings.iter().map(|spelling| format!("{{ name = {} }}", quoted(&spelling.text))).collect();
        if let Some(first) = holds.spellings.first() {
            sheet.line(Some(&first.span), &format!("spellings = [{}]", spellings.join(", ")));
        }
        if holds.summary.iter().any(Option::is_some) {
            sheet.texts("summary", &holds.summary, story.languages);
        } else if let Some(language) = story.languages.first() {
            let title = quoted(story.title);
            sheet.line(
                place,
                &format!("summary.{language} = {title}   # the story's title: write one sentence about the card"),
            );
        }
        picture(&mut sheet, &holds.picture, story.languages);
        if kind == Kind::Venue {
            let place = holds.latitude.as_ref().map_or(place, |latitude| Some(&latitude.span));
            match &holds.coordinates {
                Some((latitude, longitude)) => {
                    let table = format!("coordinates = {{ latitude = {latitude}, longitude = {longitude} }}");
                    sheet.line(place, &table);
                }
                None => sheet.field(place, "coordinates", "unknown"),
            }
        }
    }
    sheet
}

/// Where a story has the picture that a table names: in its folder of pictures.
pub fn place_of_picture(written: &str) -> String {
    format!("pictures/{}", written.rsplit('/').next().unwrap_or_default())
}

fn picture(sheet: &mut Sheet, picture: &Picture, languages: &[String]) {
    if let Some(file) = &picture.file {
        sheet.field(Some(&file.span), "picture.file", &place_of_picture(&file.text));
    }
    sheet.texts("picture.alt", &picture.alt, languages);
    sheet.texts("picture.credit", &picture.credit, languages);
    sheet.written("picture.licence", picture.licence.as_ref());
    sheet.written("picture.source", picture.source.as_ref());
    if let Some(focus) = &picture.focus {
        let parts = focus.text.split([';', ' ']).filter(|part| !part.is_empty());
        let parts: Option<Vec<f64>> =
            parts.map(|part| part.parse().ok().filter(|part: &f64| part.is_finite())).collect();
        match parts {
            Some(parts) => sheet.line(Some(&focus.span), &format!("picture.focus = {parts:?}")),
            // The check says what a focus is.
            None => sheet.field(Some(&focus.span), "picture.focus", &focus.text),
        }
    }
}

fn facts(draft: &Draft, story: &Story) -> Sheet {
    let mut sheet = Sheet::new(
        "The facts, one sentence each. `card` is where a fact stands, `about` are further cards on which it also stands,\n\
         `sources` say in which paragraph of which article it is reported, `speaker` is the member who says so.",
    );
    for fact in &draft.facts {
        fact_entry(&mut sheet, draft, story, fact);
    }
    sheet
}

fn fact_entry(sheet: &mut Sheet, draft: &Draft, story: &Story, fact: &Fact) {
    let place = Some(&fact.span);
    sheet.entry(place, "fact");
    sheet.written("id", fact.id.as_ref());
    sheet.field(place, "card", draft.cards.id(fact.card));
    let span_of = |all: &[(usize, Range<usize>)]| all.first().map(|(_, span)| span.clone());
    sheet.list(span_of(&fact.about).as_ref(), "about", fact.about.iter().map(|(card, _)| draft.cards.id(*card)));
    sheet.texts("statement", &fact.statement, story.languages);
    sheet.written("date", fact.date.as_ref());
    if let Some((speaker, span)) = &fact.speaker {
        sheet.field(Some(span), "speaker", draft.cards.id(*speaker));
    }
    sheet.written("said", fact.said.as_ref());
    sheet.list(span_of(&fact.topics).as_ref(), "topics", fact.topics.iter().map(|(topic, _)| draft.topics.id(*topic)));
    if let Some((venue, span)) = &fact.place {
        sheet.field(Some(span), "place", draft.cards.id(*venue));
    }
    if let Some(figure) = &fact.figure {
        sheet.line(Some(&figure.span), &format!("figure = {{ {} }}", figure_fields(figure, story.languages)));
    }
    let first = story.languages.first().map_or("", String::as_str);
    for (field, what, changes) in
        [("revised", "change", &fact.life.revised), ("corrected", "was", &fact.life.corrected)]
    {
        let listed = changes.iter().map(|Change { day, what: text, .. }| {
            format!("{{ date = {}, {what}.{first} = {} }}", quoted(day), quoted(text))
        });
        if let Some(Change { span, .. }) = changes.first() {
            sheet.line(Some(span), &format!("{field} = [{}]", listed.collect::<Vec<_>>().join(", ")));
        }
    }
    if let Some((day, why)) = &fact.life.withdrawn {
        let withdrawn = format!("{{ date = {}, reason.{first} = {} }}", quoted(&day.text), quoted(&why.text));
        sheet.line(Some(&day.span), &format!("withdrawn = {withdrawn}"));
    }
    let sources = fact.sources.iter().map(|source| {
        let article = quoted(draft.articles.id(source.article));
        (format!("{{ article = {article}, paragraph = {} }}", source.paragraph), &source.span)
    });
    match sources.collect::<Vec<_>>().as_slice() {
        [] => {}
        [(only, span)] => sheet.line(Some(span), &format!("sources = [{only}]")),
        several => {
            sheet.line(place, "sources = [");
            for (source, span) in several {
                sheet.line(Some(span), &format!("  {source},"));
            }
            sheet.line(None, "]");
        }
    }
}

fn figure_fields(figure: &Figure, languages: &[String]) -> String {
    let mut fields = match &figure.quantity {
        Quantity::Value(value) => format!("value = {value}"),
        Quantity::Year(year) => format!("year = {year}"),
        Quantity::Change { from, to } => format!("from = {from}, to = {to}"),
    };
    if figure.more_than {
        fields += ", more-than = true";
    }
    fields += &inner("unit", &figure.unit, languages);
    if let Some(scale) = &figure.scale {
        fields += ", scale = ";
        fields += &quoted(&scale.text);
    }
    fields
}
