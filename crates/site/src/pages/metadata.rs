//! What a messenger or a network shows of a page whose link somebody shares: Open Graph, and what X reads besides.

use std::{fmt::Write as _, rc::Rc};

use fact_cards_story::edition::Edition;

use crate::{base_url::BaseUrl, escape::escaped};

/// A picture to share a page with.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct SharePicture {
    /// Its path from the top of the story.
    pub path: String,
    pub width: u32,
    pub height: u32,
    /// What is to be seen on it.
    pub alt: String,
}

/// What is said of a page.
pub(crate) struct Metadata<'m> {
    /// The editions of the story, and which one the page is of.
    pub editions: &'m [Rc<Edition>],
    pub number: usize,
    pub title: &'m str,
    pub description: &'m str,
    /// The address of the page, where it is known.
    pub address: Option<&'m str>,
    /// Who publishes it, where that is known.
    pub publisher: Option<&'m str>,
    /// The picture, with the address of the story: a picture without one is nobody's.
    pub picture: Option<(&'m SharePicture, &'m BaseUrl)>,
}

impl Metadata<'_> {
    /// The elements, each on a line.
    pub fn html(&self) -> String {
        let mut lines = String::new();
        // Writing to a String does not fail.
        let mut property = |name: &str, content: &str| {
            let _ = writeln!(lines, r#"<meta property="og:{name}" content="{}">"#, escaped(content));
        };
        property("type", "article");
        property("title", self.title);
        property("description", self.description);
        if let Some(address) = self.address {
            property("url", address);
        }
        if let Some(publisher) = self.publisher {
            property("site_name", publisher);
        }
        for (number, edition) in self.editions.iter().enumerate() {
            let name = if number == self.number { "locale" } else { "locale:alternate" };
            property(name, &locale(&edition.locale));
        }
        let card = if let Some((SharePicture { path, width, height, alt }, story)) = self.picture {
            let address = story.join(path);
            property("image", &address);
            property("image:type", "image/png");
            property("image:width", &width.to_string());
            property("image:height", &height.to_string());
            property("image:alt", alt);
            let _ = writeln!(lines, r#"<meta name="twitter:image" content="{}">"#, escaped(&address));
            let _ = writeln!(lines, r#"<meta name="twitter:image:alt" content="{}">"#, escaped(alt));
            "summary_large_image"
        } else {
            "summary"
        };
        // Title and description are taken from the others.
        let _ = writeln!(lines, r#"<meta name="twitter:card" content="{card}">"#);
        lines
    }
}

/// A locale as Open Graph writes it: the language and the territory, where there is one.
fn locale(locale: &str) -> String {
    let mut parts = locale.split('-');
    let language = parts.next().unwrap_or_default();
    let is_territory = |part: &&str| match part.len() {
        2 => part.bytes().all(|byte| byte.is_ascii_alphabetic()),
        3 => part.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    };
    parts.find(is_territory).map_or_else(|| language.to_owned(), |territory| format!("{language}_{territory}"))
}

/// The publisher of a story: that of its articles, where all of them have the same one.
pub(crate) fn publisher(edition: &Edition) -> Option<&str> {
    let first = edition.articles.first()?.publisher.as_deref()?;
    edition.articles.iter().all(|article| article.publisher.as_deref() == Some(first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use fact_cards_story::edition::Article;

    use super::*;

    fn editions() -> Vec<Rc<Edition>> {
        let edition = |locale: &str| Rc::new(Edition { locale: locale.into(), ..Edition::default() });
        vec![edition("en-GB"), edition("ar-MA"), edition("zh-Hant-TW"), edition("fr"), edition("es-419")]
    }

    fn metadata<'m>(editions: &'m [Rc<Edition>], title: &'m str) -> Metadata<'m> {
        Metadata {
            editions,
            number: 1,
            title,
            description: "What happened",
            address: None,
            publisher: None,
            picture: None,
        }
    }

    #[test]
    fn the_locale_of_the_page_stands_apart_from_those_of_the_other_languages() {
        let html = metadata(&editions(), "Facts").html();
        assert!(html.contains(r#"<meta property="og:locale" content="ar_MA">"#), "{html}");
        for other in ["en_GB", "zh_TW", "fr", "es_419"] {
            assert!(html.contains(&format!(r#"<meta property="og:locale:alternate" content="{other}">"#)), "{html}");
        }
    }

    #[test]
    fn a_site_without_an_address_says_neither_where_it_is_nor_where_a_picture_is() {
        let html = metadata(&editions(), "Facts").html();
        assert!(html.contains(r#"<meta property="og:title" content="Facts">"#), "{html}");
        assert!(!html.contains("og:url") && !html.contains("og:image") && !html.contains("twitter:image"), "{html}");
        assert!(html.contains(r#"<meta name="twitter:card" content="summary">"#), "{html}");
    }

    #[test]
    fn a_picture_has_an_absolute_address_its_size_and_what_is_on_it() -> Result<(), crate::NotABaseUrl> {
        let site: BaseUrl = "https://a.example/cards/".parse()?;
        let picture =
            SharePicture { path: "card/x/share.png".into(), width: 1200, height: 630, alt: "A \"pier\"".into() };
        let editions = editions();
        let html = Metadata { picture: Some((&picture, &site)), ..metadata(&editions, "Facts") }.html();
        for line in [
            r#"<meta property="og:image" content="https://a.example/cards/card/x/share.png">"#,
            r#"<meta property="og:image:width" content="1200">"#,
            r#"<meta property="og:image:height" content="630">"#,
            r#"<meta property="og:image:alt" content="A &quot;pier&quot;">"#,
            r#"<meta property="og:image:type" content="image/png">"#,
            r#"<meta name="twitter:image" content="https://a.example/cards/card/x/share.png">"#,
            r#"<meta name="twitter:image:alt" content="A &quot;pier&quot;">"#,
            r#"<meta name="twitter:card" content="summary_large_image">"#,
        ] {
            assert_eq!(html.lines().filter(|own| *own == line).count(), 1, "{line} in {html}");
        }
        Ok(())
    }

    #[test]
    fn a_publisher_is_named_only_where_all_articles_are_of_one() {
        let article =
            |publisher: Option<&str>| Article { publisher: publisher.map(str::to_owned), ..Article::default() };
        let of = |publishers: &[Option<&str>]| {
            let articles = publishers.iter().map(|publisher| article(*publisher)).collect();
            publisher(&Edition { articles, ..Edition::default() }).map(str::to_owned)
        };
        assert_eq!(of(&[Some("Post"), Some("Post")]).as_deref(), Some("Post"));
        assert_eq!(of(&[Some("Post"), Some("Echo")]), None);
        assert_eq!(of(&[Some("Post"), None]), None);
        assert_eq!(of(&[None]), None);
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn text_of_the_story_never_becomes_markup() {
        let html = metadata(&editions(), "\"><script>alert(1)</script>").html();
        assert!(!html.contains("<script"), "{html}");
    }
}
