//! The columns that a table may have.

use fact_cards_story::fold::fold;

/// What a column holds.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Column {
    Card,
    CardName,
    Statement,
    Article,
    Paragraph,
    Sources,
    SourceNames,
    Kind,
    Type,
    Summary,
    Spellings,
    Latitude,
    Longitude,
    About,
    AboutNames,
    Date,
    Speaker,
    SpeakerName,
    Said,
    Place,
    PlaceName,
    Topics,
    TopicNames,
    Figure,
    FigureFrom,
    MoreThan,
    Unit,
    Scale,
    Short,
    Paragraphs,
    Published,
    Publisher,
    Url,
    Id,
    Withdrawn,
    WithdrawnReason,
    Corrections,
    Revisions,
    When,
    Picture,
    PictureAlt,
    PictureCredit,
    PictureLicence,
    PictureSource,
    PictureFocus,
    ArticlePicture,
    ArticlePictureAlt,
    ArticlePictureCredit,
    ArticlePictureLicence,
    ArticlePictureSource,
    ArticlePictureFocus,
}

/// A column that a table may have.
pub struct KnownColumn {
    pub column: Column,
    /// Its name.
    pub name: &'static str,
    /// Other names for it.
    pub also: &'static [&'static str],
    /// Whether there may be one for each language.
    in_languages: bool,
    /// Its description for authors of tables.
    pub holds: &'static str,
}

const fn known(
    column: Column,
    name: &'static str,
    also: &'static [&'static str],
    in_languages: bool,
    holds: &'static str,
) -> KnownColumn {
    KnownColumn { column, name, also, in_languages, holds }
}

/// Every column. The first four are required.
pub const COLUMNS: [KnownColumn; 51] = [
    known(Column::Card, "card", &["subject", "who or what"], true, "the name of the card that the fact stands on"),
    known(
        Column::Statement,
        "statement",
        &["fact", "text", "sentence"],
        true,
        "the fact, one sentence in your own words",
    ),
    known(
        Column::Article,
        "article",
        &["articles", "article title", "source", "source title"],
        true,
        "the title of the article that reports it",
    ),
    known(
        Column::Paragraph,
        "paragraph",
        &["para", "par", "paragraph number", "source paragraph"],
        false,
        "in which of its paragraphs, counted from 1: `5` or `5; 2`",
    ),
    known(
        Column::Kind,
        "kind",
        &["card kind"],
        false,
        "what the card is: `member`, `operation` or `venue`; without it a place is a venue, anything else a member",
    ),
    known(Column::Type, "type", &["card type"], true, "the type of the card in your words, such as `person`"),
    known(
        Column::Summary,
        "summary",
        &["description", "card summary"],
        true,
        "one sentence about the card; without it the story's title stands there",
    ),
    known(
        Column::About,
        "about",
        &["also on", "also about", "other cards"],
        false,
        "further cards on which the fact stands",
    ),
    known(
        Column::Date,
        "date",
        &["day"],
        false,
        "what the fact speaks of: `2024`, `2024-11`, `2024-11-07`, `7 November 2024` or a period `2024-11-04/2024-11-07`",
    ),
    known(Column::Speaker, "speaker", &["said by", "who says so"], false, "the member who says so"),
    known(Column::Said, "said", &["said on", "date said"], false, "when they said it"),
    known(Column::Place, "place", &["venue", "location", "where"], false, "where it is so"),
    known(
        Column::Latitude,
        "latitude",
        &["lat"],
        false,
        "of the place; in a row without one, of the card. In degrees, south is negative",
    ),
    known(Column::Longitude, "longitude", &["lon", "lng", "long"], false, "the same, west is negative"),
    known(Column::Topics, "topics", &["topic", "tags", "tag"], false, "the topics of the fact"),
    known(
        Column::Figure,
        "figure",
        &["value", "number", "amount"],
        false,
        "the number in it: `135`, `300+` for more than that, `104 → 140` for what became another. One that is the `date` is a year",
    ),
    known(Column::Unit, "unit", &["units", "counted"], true, "what the figure counts"),
    known(Column::Scale, "scale", &[], false, "the same word at figures that can be compared"),
    known(
        Column::Spellings,
        "spellings",
        &["spelling", "also known as", "aliases"],
        false,
        "how else the card's name is written",
    ),
    known(
        Column::Short,
        "short",
        &["article short", "short title"],
        true,
        "a word or two for the article, for small markers",
    ),
    known(
        Column::Paragraphs,
        "paragraphs",
        &["article paragraphs", "paragraph count"],
        false,
        "how many the article has; without it as many as the highest that is named",
    ),
    known(
        Column::Published,
        "published",
        &["article date", "published on", "publication date"],
        false,
        "when the article was published",
    ),
    known(Column::Publisher, "publisher", &["published by", "newspaper"], false, "who published it"),
    known(Column::Url, "url", &["link", "article url", "source url", "address"], false, "where it stands on the web"),
    known(Column::Id, "id", &["fact id"], false, "an id of your own for the fact; without it the statement makes one"),
    known(Column::Withdrawn, "withdrawn", &["withdrawn on"], false, "the day on which the fact was withdrawn"),
    known(Column::WithdrawnReason, "withdrawn reason", &[], false, "why it was"),
    known(
        Column::Corrections,
        "corrections",
        &["corrected", "correction"],
        false,
        "what was wrong in it, with the day before it: `2025-11-25: It said 134; it is 135.` The next one follows in the same form",
    ),
    known(Column::Revisions, "revisions", &["revised", "revision"], false, "what else was changed, in the same form"),
    known(
        Column::Sources,
        "sources",
        &["reported in"],
        false,
        "article and paragraph in one cell, in place of these two: `Opening ¶5; Budget ¶2`",
    ),
    known(Column::FigureFrom, "figure from", &["value from"], false, "the number that became `figure`"),
    known(Column::MoreThan, "more than", &["at least"], false, "`true` where it is more than `figure`"),
    known(Column::CardName, "card name", &["name", "card names"], true, "the name, where `card` holds an id"),
    known(Column::AboutNames, "about names", &[], false, "the names, where `about` holds ids"),
    known(Column::SpeakerName, "speaker name", &[], false, "the name, where `speaker` holds an id"),
    known(Column::PlaceName, "place name", &["venue name"], false, "the name, where `place` holds an id"),
    known(Column::TopicNames, "topic names", &[], false, "the names, where `topics` holds ids"),
    known(Column::SourceNames, "source names", &[], false, "the short titles, where `sources` holds ids"),
    known(Column::When, "when", &[], false, "the date in words; it is read where `date` is empty"),
    known(
        Column::Picture,
        "picture",
        &["photo", "photograph", "image"],
        false,
        "a file in the folder `pictures` beside the table, which is copied: the card's picture",
    ),
    known(Column::PictureAlt, "picture alt", &["alt", "alt text"], true, "what is to be seen on it"),
    known(Column::PictureCredit, "picture credit", &["credit", "photographer"], true, "who made it"),
    known(Column::PictureLicence, "picture licence", &["picture license", "licence", "license"], false, "its licence"),
    known(Column::PictureSource, "picture source", &["picture url"], false, "where it comes from on the web"),
    known(
        Column::PictureFocus,
        "picture focus",
        &["focus"],
        false,
        "around which point it is cut, from 0 to 1 from the left and from above: `0.5; 0.3`",
    ),
    known(
        Column::ArticlePicture,
        "article picture",
        &["article photo", "article image", "lead picture"],
        false,
        "the same of the article: its lead picture",
    ),
    known(Column::ArticlePictureAlt, "article picture alt", &["article alt"], true, "what is to be seen on that"),
    known(Column::ArticlePictureCredit, "article picture credit", &["article credit"], true, "who made that"),
    known(
        Column::ArticlePictureLicence,
        "article picture licence",
        &["article picture license", "article licence", "article license"],
        false,
        "its licence",
    ),
    known(
        Column::ArticlePictureSource,
        "article picture source",
        &["article picture url"],
        false,
        "where it comes from on the web",
    ),
    known(
        Column::ArticlePictureFocus,
        "article picture focus",
        &["article focus"],
        false,
        "around which point it is cut; `0.5 0.3` where a cell speaks of several articles",
    ),
];

/// The columns about a picture.
pub struct PictureColumns {
    pub file: Column,
    pub alt: Column,
    pub credit: Column,
    pub licence: Column,
    pub source: Column,
    pub focus: Column,
}

/// Those about the picture of a card.
pub const CARD_PICTURE: PictureColumns = PictureColumns {
    file: Column::Picture,
    alt: Column::PictureAlt,
    credit: Column::PictureCredit,
    licence: Column::PictureLicence,
    source: Column::PictureSource,
    focus: Column::PictureFocus,
};

/// Those about the lead picture of an article.
pub const ARTICLE_PICTURE: PictureColumns = PictureColumns {
    file: Column::ArticlePicture,
    alt: Column::ArticlePictureAlt,
    credit: Column::ArticlePictureCredit,
    licence: Column::ArticlePictureLicence,
    source: Column::ArticlePictureSource,
    focus: Column::ArticlePictureFocus,
};

impl Column {
    /// What it is called.
    pub fn name(self) -> &'static str {
        COLUMNS.iter().find(|known| known.column == self).map_or("", |known| known.name)
    }
}

/// A name without regard to case, spaces, hyphens and underscores.
fn key(name: &str) -> String {
    fold(name).chars().filter(|character| character.is_alphanumeric()).collect()
}

/// The column of that name.
fn named(name: &str) -> Option<&'static KnownColumn> {
    let key = key(name);
    let is_it = |name: &str| self::key(name) == key;
    COLUMNS.iter().find(|known| is_it(known.name) || known.also.iter().any(|also| is_it(also)))
}

/// The column of that name, and the language that the name ends with.
pub fn in_language(name: &str) -> Option<(&'static KnownColumn, Option<String>)> {
    if let Some(known) = named(name) {
        return Some((known, None));
    }
    let folded = fold(name);
    let name = folded.trim_end_matches(|character: char| !character.is_alphanumeric());
    let (before, language) = name.rsplit_once(|character: char| !character.is_alphanumeric())?;
    let is_language = matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    let known = named(before).filter(|known| is_language && known.in_languages)?;
    Some((known, Some(language.to_owned())))
}

/// Whether a table may have a column of that name.
pub fn is_known(name: &str) -> bool {
    in_language(name).is_some()
}
