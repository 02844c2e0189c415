//! A story as it is written: what stands in the files of its folder.

use serde::Serialize;

/// A text in both languages.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Localised {
    pub en: String,
    pub ar: String,
}

#[derive(Serialize)]
pub struct StoryFile {
    pub title: Localised,
    pub lead: Localised,
    pub language: [Language; 2],
}

#[derive(Serialize)]
pub struct Language {
    pub id: &'static str,
    pub locale: &'static str,
}

#[derive(Serialize)]
pub struct NamedEntry {
    pub id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
    pub name: Localised,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inverse: Option<Localised>,
}

#[derive(Serialize)]
pub struct Article {
    pub id: String,
    pub paragraphs: u16,
    pub date: String,
    pub publisher: &'static str,
    pub title: Localised,
    pub short: Localised,
}

#[derive(Serialize)]
pub struct Card {
    pub id: String,
    #[serde(rename = "type")]
    pub of_type: &'static str,
    pub spellings: Vec<Spelling>,
    pub links: Vec<Link>,
    pub name: Localised,
    pub summary: Localised,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coordinates: Option<Coordinates>,
}

#[derive(Serialize)]
pub struct Spelling {
    pub name: String,
}

#[derive(Serialize)]
pub struct Link {
    pub relation: &'static str,
    pub to: String,
}

#[derive(Clone, Copy, Serialize)]
pub struct Coordinates {
    pub latitude: f64,
    pub longitude: f64,
}

#[derive(Serialize)]
pub struct Fact {
    pub id: String,
    pub card: String,
    pub about: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    pub topics: Vec<String>,
    pub sources: Vec<SourceEntry>,
    pub statement: Localised,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
}

#[derive(Serialize)]
pub struct SourceEntry {
    pub article: String,
    pub paragraph: u16,
}

#[derive(Serialize)]
pub struct Figure {
    pub value: u32,
    #[serde(rename = "more-than")]
    pub more_than: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    pub unit: Localised,
}
