use fact_cards_story::{
    Text,
    edition::{ChangeKind, Changed, Edition, Facet, FacetValue, Fact, FactId, PictureForm, Pictured, ValueId},
};

use super::{about, article_id, named, values_of};

/// The names of the columns.
const COLUMNS: [&str; 32] = [
    "id",
    "card",
    "card_name",
    "kind",
    "type",
    "about",
    "about_names",
    "statement",
    "date",
    "when",
    "speaker",
    "speaker_name",
    "said",
    "value_from",
    "value",
    "more_than",
    "unit",
    "topics",
    "topic_names",
    "place",
    "place_name",
    "sources",
    "source_names",
    "withdrawn",
    "withdrawn_reason",
    "corrections",
    "revisions",
    "picture",
    "picture_alt",
    "picture_credit",
    "picture_licence",
    "picture_source",
];

/// What parts several values in one cell.
const BETWEEN: &str = "; ";

/// Facts as CSV by RFC 4180, one a row, with a byte order mark: spreadsheets know UTF-8 by it.
#[must_use]
pub fn csv(edition: &Edition, facts: &[FactId]) -> String {
    let mut rows = Rows { text: String::from("\u{feff}"), first: true };
    for column in COLUMNS {
        rows.text(column);
    }
    rows.end();
    for number in facts {
        if let Some(fact) = edition.fact(*number) {
            row(&mut rows, edition, *number, fact);
        }
    }
    rows.text
}

fn row(rows: &mut Rows, edition: &Edition, number: FactId, fact: &Fact) {
    let home = edition.card(fact.home);
    rows.text(&fact.id);
    rows.text(home.map_or("", |card| &card.id));
    rows.text(home.map_or("", |card| card.name.shown()));
    rows.text(home.map_or("", |card| card.kind.key()));
    let card_type = home.and_then(|card| named(edition, Facet::Type, card.card_type));
    rows.text(card_type.map_or("", |card_type| card_type.name.shown()));
    let about = about(edition, number, fact.home);
    rows.text(&joined(&about, |card| edition.card(card).map_or("", |card| &card.id)));
    rows.text(&joined(&about, |card| edition.card(card).map_or("", |card| card.name.shown())));
    rows.text(fact.statement.shown());
    rows.text(fact.date.as_deref().unwrap_or_default());
    rows.text(fact.when.as_ref().map_or("", Text::shown));
    let speaker = fact.speaker.and_then(|speaker| edition.card(speaker));
    rows.text(speaker.map_or("", |card| &card.id));
    rows.text(speaker.map_or("", |card| card.name.shown()));
    rows.text(fact.said_on.as_deref().unwrap_or_default());
    let figure = fact.figure.as_ref();
    rows.number(figure.and_then(|figure| figure.from.as_deref()).unwrap_or_default());
    rows.number(figure.map_or("", |figure| &figure.value));
    rows.text(figure.map_or("", |figure| if figure.more_than { "true" } else { "false" }));
    rows.text(figure.map_or("", |figure| figure.unit.shown()));
    for facet in [Facet::Topic, Facet::Place] {
        let values = values_of(&fact.facets, facet);
        let of = |value: ValueId| named(edition, facet, value);
        rows.text(&joined(values, |value| of(value).map_or("", |value: &FacetValue| &value.id)));
        rows.text(&joined(values, |value| of(value).map_or("", |value: &FacetValue| value.name.shown())));
    }
    let (mut ids, mut names) = (String::new(), String::new());
    for source in &fact.sources {
        if !ids.is_empty() {
            ids.push_str(BETWEEN);
            names.push_str(BETWEEN);
        }
        ids.push_str(article_id(edition, source.article));
        ids.push_str(" ¶");
        ids.push_str(&source.number.to_string());
        names.push_str(source.marker.shown());
    }
    rows.text(&ids);
    rows.text(&names);
    let withdrawal = edition.withdrawal_of_fact(number, fact);
    rows.text(withdrawal.map_or("", |withdrawal| &withdrawal.date));
    rows.text(withdrawal.map_or("", |withdrawal| withdrawal.what.shown()));
    for kind in [ChangeKind::Corrected, ChangeKind::Revised] {
        let changes = edition.changes_of(Changed::Fact(number)).iter().filter(|change| change.kind == kind);
        let lines: Vec<String> = changes.map(|change| [&change.date, ": ", change.what.shown()].concat()).collect();
        rows.text(&lines.join("\n"));
    }
    // That of the card; in a file that stands alone it is no file.
    let picture = edition.picture(Pictured::Card(fact.home));
    let file = picture.filter(|picture| picture.inside.is_none());
    rows.text(&file.map_or_else(String::new, |picture| picture.address("", PictureForm::Large)));
    rows.text(picture.map_or("", |picture| picture.alt.shown()));
    rows.text(picture.map_or("", |picture| picture.credit.shown()));
    rows.text(picture.and_then(|picture| picture.licence.as_deref()).unwrap_or_default());
    rows.text(picture.and_then(|picture| picture.source.as_deref()).unwrap_or_default());
    rows.end();
}

fn joined<'t, P: Copy>(positions: &[P], text: impl Fn(P) -> &'t str) -> String {
    let texts: Vec<&str> = positions.iter().map(|position| text(*position)).collect();
    texts.join(BETWEEN)
}

struct Rows {
    text: String,
    first: bool,
}

impl Rows {
    fn end(&mut self) {
        self.text.push_str("\r\n");
        self.first = true;
    }

    /// A cell that is a plain number where it looks like one, so that a negative one can be reckoned with.
    fn number(&mut self, number: &str) {
        let digits = number.strip_prefix('-').unwrap_or(number);
        if digits.starts_with(|first: char| first.is_ascii_digit())
            && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        {
            self.cell(number);
        } else {
            self.text(number);
        }
    }

    /// A cell that no spreadsheet takes for a formula.
    fn text(&mut self, text: &str) {
        self.cell(&defused(text));
    }

    fn cell(&mut self, text: &str) {
        if !self.first {
            self.text.push(',');
        }
        self.first = false;
        let quoted = text.contains([',', ';', '"', '\r', '\n', '\t', '\'']);
        if quoted {
            self.text.push('"');
        }
        for character in text.chars() {
            match character {
                '"' => self.text.push_str("\"\""),
                // Spreadsheets end a text where this stands.
                '\0' => self.text.push(char::REPLACEMENT_CHARACTER),
                other => self.text.push(other),
            }
        }
        if quoted {
            self.text.push('"');
        }
    }
}

/// A text with an apostrophe before each part of it that would be a formula. A part begins with the text, and after whatever a
/// spreadsheet of another country or another setting may take for the end of a cell.
fn defused(text: &str) -> String {
    let mut defused = String::with_capacity(text.len() + 1);
    for part in text.split_inclusive([';', '\t', '\r', '\n']) {
        if is_formula(part) {
            defused.push('\'');
        }
        defused.push_str(part);
    }
    defused
}

/// The text that a cell of [`csv`] was made of: without the apostrophes that keep it from being a formula.
#[must_use]
pub fn text_of_cell(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    for part in cell.split_inclusive([';', '\t', '\r', '\n']) {
        let guarded = part.strip_prefix('\'').filter(|rest| is_formula(rest));
        text.push_str(guarded.unwrap_or(part));
    }
    text
}

/// Whether a cell with that text may be computed: where the first character that counts is an operator, or a tab or a line end
/// comes before anything that counts. See <https://owasp.org/www-community/attacks/CSV_Injection>.
fn is_formula(text: &str) -> bool {
    for character in text.chars() {
        match character {
            // Also in the widths of East Asian and small forms.
            '\t' | '\r' | '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫' => {
                return true;
            }
            '"' | '\'' | '`' | '‘'..='‟' | '«' | '»' | '‹' | '›' | '＂' | '＇' => {}
            _ if is_nothing(character) => {}
            _ => return false,
        }
    }
    false
}

/// Whether nothing is seen where a character stands, or only that something is missing.
fn is_nothing(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fffd}' | '\u{e0000}'..='\u{e0fff}')
}
