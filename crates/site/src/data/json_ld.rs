//! The content of a page in the vocabulary of schema.org, for search engines and other programs. The page shows all of it.
//!
//! It is a data block: browsers do not execute it, so no content security policy needs to allow it.

mod changes;
mod entities;
mod permalink;

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use fact_cards::{PermalinkOf, visible::cards_on_page};
use fact_cards_author::{SchemaType, Story};
use fact_cards_story::edition::{ArticleId, Card, CardId, Edition, Facet};
use serde_json::{Value, json};

/// The schema.org types of the story's types of card, by id. The engine does not need them, so they are not in the edition.
pub(crate) type Schemas = BTreeMap<String, &'static SchemaType>;

/// The schema.org types that the editor has set for types of card.
pub(crate) fn schemas(story: &Story) -> Schemas {
    story.types.iter().filter_map(|card_type| Some((card_type.id.clone(), card_type.schema?))).collect()
}

/// The element for a page of an edition, counted from 0, and a line end. `address` is that of the page, where it is known.
pub(crate) fn json_ld(edition: &Edition, schemas: &Schemas, of_story: u16, address: Option<&str>) -> String {
    element(&Graph { edition, schemas, top: "", told: None }.page(of_story, address))
}

/// The same for the page of a single card or fact, at an address. `top` is that of the page of the edition, where everything else
/// is told of.
pub(crate) fn permalink(edition: &Edition, schemas: &Schemas, of: PermalinkOf, address: &str, top: &str) -> String {
    element(&Graph { edition, schemas, top, told: Some(RefCell::default()) }.permalink(of, address))
}

fn element(page: &Value) -> String {
    format!("<script type=\"application/ld+json\">{}</script>\n", in_script(page))
}

/// A value, escaped for a `<script>`: no text in it ends the script or begins a comment.
fn in_script(value: &Value) -> String {
    let mut written = String::new();
    for character in value.to_string().chars() {
        match character {
            '<' => written.push_str("\\u003c"),
            '>' => written.push_str("\\u003e"),
            '\u{2028}' => written.push_str("\\u2028"),
            '\u{2029}' => written.push_str("\\u2029"),
            other => written.push(other),
        }
    }
    written
}

/// An edition as things with properties.
struct Graph<'g> {
    edition: &'g Edition,
    schemas: &'g Schemas,
    /// The address of the page on which all of them are; empty on that page itself.
    top: &'g str,
    /// On another page than that the cards of which it says what they are.
    told: Option<RefCell<BTreeSet<String>>>,
}

impl Graph<'_> {
    fn page(&self, of_story: u16, address: Option<&str>) -> Value {
        let Edition { title, lead, locale, articles, .. } = self.edition;
        let columns = self.edition.columns();
        let on_page = cards_on_page(self.edition, of_story);
        let items = on_page.clone().filter_map(|at| {
            let item = self.card(at, self.edition.card(at)?);
            Some(json!({ "@type": "ListItem", "position": u32::from(at.get()) + 1, "item": item }))
        });
        let corrections = self.corrections(&on_page.clone().collect::<Vec<CardId>>());
        let facts = on_page.flat_map(|card| columns.standing.get(card));
        let is_used = |at: &ArticleId| facts.clone().any(|fact| columns.articles(*fact).any(|article| article == *at));
        let articles = ArticleId::all().zip(articles).filter(|(at, _)| !self.edition.has_pages() || is_used(at));
        let articles = articles.map(|(at, article)| self.article(at, article));
        let mut page = json!({
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": title.shown(),
            "description": lead.shown(),
            "inLanguage": locale,
            "isBasedOn": articles.collect::<Vec<_>>(),
            "mainEntity": { "@type": "ItemList", "itemListElement": items.collect::<Vec<_>>() },
        });
        set(&mut page, "url", address);
        set(&mut page, "correction", corrections);
        set(&mut page, "dateModified", self.last_change());
        page
    }

    /// The editor's type for a card.
    fn schema(&self, card: &Card) -> Option<&'static SchemaType> {
        let card_type = self.edition.value(Facet::Type, card.card_type)?;
        self.schemas.get(&card_type.id).copied()
    }
}

/// Sets a property, if there is a value for it.
fn set(thing: &mut Value, property: &str, value: Option<impl Into<Value>>) {
    if let (Some(properties), Some(value)) = (thing.as_object_mut(), value) {
        properties.insert(property.to_owned(), value.into());
    }
}

/// The only thing of a list by itself; nothing for none.
fn one_or_many(mut values: Vec<Value>) -> Option<Value> {
    if values.len() > 1 { Some(Value::Array(values)) } else { values.pop() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_script_and_each_is_read_back_unchanged() {
        let hostile = "</script><!-- --> <script> ]]> \u{2028}\u{2029} \" \\ \\u003c &lt;";
        let edition = Edition { title: hostile.into(), ..Edition::default() };
        let element = json_ld(&edition, &Schemas::new(), 0, None);
        let data = element.strip_prefix("<script type=\"application/ld+json\">");
        let data = data.and_then(|data| data.strip_suffix("</script>\n")).unwrap_or_default();
        assert!(!data.contains(['<', '>', '\u{2028}', '\u{2029}']), "{data}");
        let page: Value = serde_json::from_str(data).unwrap_or_default();
        assert_eq!(page.get("name").and_then(Value::as_str), Some(hostile));
    }

    #[test]
    fn the_address_is_there_where_it_is_known() {
        let url = |address| {
            Graph { edition: &Edition::default(), schemas: &Schemas::new(), top: "", told: None }
                .page(0, address)
                .get("url")
                .cloned()
        };
        assert_eq!(url(None), None);
        assert_eq!(url(Some("https://a.example/")), Some("https://a.example/".into()));
    }
}
