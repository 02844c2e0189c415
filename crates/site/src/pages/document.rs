//! The frame of every document: what page, frame and single file have in common.

use fact_cards_story::edition::Edition;

use crate::{base_url::BaseUrl, escape::escaped};

/// A document.
pub(crate) struct Document<'d> {
    /// The locale of its language.
    pub locale: &'d str,
    /// The value of its `dir`.
    pub direction: &'d str,
    pub title: &'d str,
    /// Further content of its head, as markup.
    pub head: &'d str,
    /// The class of its body.
    pub class: &'d str,
    /// The content of its body, as markup.
    pub body: &'d str,
}

impl<'d> Document<'d> {
    /// An empty document with the language and title of an edition.
    pub fn new(edition: &'d Edition) -> Self {
        let Edition { locale, title, .. } = edition;
        Self { locale, direction: direction(edition), title: title.shown(), head: "", class: "", body: "" }
    }

    /// The document as it is served.
    pub fn html(&self) -> String {
        let Self { locale, direction, title, head, class, body } = self;
        let locale = escaped(locale);
        let title = escaped(title);
        format!(
            r#"<!doctype html>
<html lang="{locale}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
{head}</head>
<body class="{class}">
{body}
</body>
</html>
"#
        )
    }
}

/// The value of `dir` for texts of an edition.
pub(crate) const fn direction(edition: &Edition) -> &'static str {
    fact_cards_story::direction(edition.right_to_left)
}

/// The canonical link of a page, where its address is known.
pub(crate) fn canonical(path: &str, base: Option<&BaseUrl>) -> String {
    base.map_or_else(String::new, |base| format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&base.join(path))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_the_story_never_becomes_markup() {
        let hostile = r#"</title><script>alert("1")</script>'"#;
        let edition = Edition { title: hostile.into(), locale: hostile.into(), ..Edition::default() };
        let document = Document::new(&edition).html();
        assert!(!document.contains("<script>"), "{document}");
        assert!(document.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;"), "{document}");
    }
}
