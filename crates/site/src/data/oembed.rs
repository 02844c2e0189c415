use fact_cards_story::edition::Edition;
use serde_json::{Value, json};

use crate::{
    base_url::BaseUrl,
    escape::escaped,
    pages::{
        frame::{HEIGHT, WIDTH, embedded},
        metadata::SharePicture,
    },
    publish::home::Addresses,
};

/// How long consumers may cache the answer, in seconds: an hour.
const CACHE_AGE: u32 = 3600;

/// The name of the file beside the page that it tells of.
pub(crate) const NAME: &str = "oembed.json";

/// What a system is told that asks how to show a page of an edition.
#[derive(Clone, Copy)]
pub(crate) struct Oembed<'o> {
    pub edition: &'o Edition,
    pub title: &'o str,
    /// The path of the page that readers are led to, from the top of the story.
    pub page: &'o str,
    /// The query with which the page for frames shows the same.
    pub query: &'o str,
    /// The picture that the page is shared with.
    pub picture: Option<&'o SharePicture>,
    /// Who publishes the story, where that is known.
    pub publisher: Option<&'o str>,
    /// The address of the story.
    pub base: &'o BaseUrl,
    pub addresses: &'o Addresses,
}

impl Oembed<'_> {
    /// The oEmbed response. See <https://oembed.com>, section 2.3.
    pub fn json(&self) -> String {
        let Self { edition, title, page, query, picture, publisher, base, addresses } = self;
        let mut rich = json!({
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": publisher.unwrap_or(base.host()),
            "provider_url": base.to_string(),
            "cache_age": CACHE_AGE,
            "html": embedded(edition, addresses, query, title, &base.join(page)),
            "width": WIDTH,
            "height": HEIGHT,
        });
        if let (Some(picture), Value::Object(rich)) = (picture, &mut rich) {
            rich.insert("thumbnail_url".to_owned(), base.join(&picture.path).into());
            rich.insert("thumbnail_width".to_owned(), picture.width.into());
            rich.insert("thumbnail_height".to_owned(), picture.height.into());
        }
        rich.to_string()
    }
}

/// The link by which a page says where that stands, and a line end; `path` is from the top of the story.
pub(crate) fn discovery(path: &str, title: &str, base: &BaseUrl) -> String {
    let [address, title] = [&base.join(path), title].map(escaped);
    format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}\" title=\"{title}\">\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(publisher: Option<&str>, picture: Option<&SharePicture>) -> Option<Value> {
        let edition =
            Edition { language: "ar".into(), path: "ar/".into(), title: "A & B".into(), ..Edition::default() };
        let base: BaseUrl = "https://a.example/cards/".parse().ok()?;
        let addresses = Addresses::of_a_test("https://a.example/cards/");
        let (title, page, query) = ("Map \"x\"", "ar/#view=map", "?view=map");
        let told =
            Oembed { edition: &edition, title, page, query, picture, publisher, base: &base, addresses: &addresses };
        serde_json::from_str(&told.json()).ok()
    }

    #[test]
    fn a_link_stands_before_the_frame_for_systems_that_refuse_it() {
        let told = told(None, None).unwrap_or_default();
        let html = told.get("html").and_then(Value::as_str).unwrap_or_default();
        let link = r#"<blockquote data-fact-cards=""><a href="https://a.example/cards/ar/#view=map">Map &quot;x&quot;</a></blockquote><iframe "#;
        assert!(html.starts_with(link), "{html}");
        assert!(html.contains(r#"src="https://a.example/cards/embed/ar.html?view=map""#), "{html}");
        assert_eq!(told.get("title"), Some(&json!("Map \"x\"")));
    }

    #[test]
    fn the_provider_is_the_publisher_or_the_host() {
        let name = |publisher| told(publisher, None).and_then(|told| told.get("provider_name").cloned());
        assert_eq!(name(Some("The Gazette")), Some(json!("The Gazette")));
        assert_eq!(name(None), Some(json!("a.example")));
    }

    #[test]
    fn the_picture_to_share_is_the_thumbnail_where_there_is_one() {
        let picture = SharePicture { path: "p.png".into(), width: 1200, height: 630, alt: String::new() };
        let told_with = told(None, Some(&picture)).unwrap_or_default();
        let said = ["thumbnail_url", "thumbnail_width", "thumbnail_height"].map(|name| told_with.get(name).cloned());
        assert_eq!(said, [json!("https://a.example/cards/p.png"), json!(1200), json!(630)].map(Some));
        assert!(told(None, None).is_some_and(|told| told.get("thumbnail_url").is_none()));
    }
}
