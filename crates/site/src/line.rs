//! The line that puts the cards into a page, and its parts, which the snippet has too. `pages/ways.js` makes the same for
//! other options.

use fact_cards_story::edition::Edition;

use crate::escape::escaped;

/// The script and the element. `base` leads to the top of the site.
pub(crate) fn line(edition: &Edition, base: &str) -> String {
    format!("{}{}", script(base), element(edition, base, ""))
}

/// The script that brings the cards. An article does not wait for a script that is `async`, not even with what it does once
/// it is parsed.
pub(crate) fn script(base: &str) -> String {
    format!(r#"<script type="module" async src="{}fact-cards.js"></script>"#, escaped(base))
}

/// The element with that in it, as markup, and a link for those whose browser shows no cards.
pub(crate) fn element(edition: &Edition, base: &str, inside: &str) -> String {
    let language = escaped(&edition.language);
    let address = escaped(&format!("{base}{}", edition.path));
    let title = escaped(edition.title.shown());
    format!(r#"<fact-cards lang="{language}">{inside}<a href="{address}">{title}</a></fact-cards>"#)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_leads_to_the_page_in_the_language_of_the_cards() {
        let edition = |path: &str| Edition {
            language: "ar".into(),
            path: path.into(),
            title: "A & B".into(),
            ..Edition::default()
        };
        assert_eq!(
            line(&edition("ar/"), "https://a.example/"),
            r#"<script type="module" async src="https://a.example/fact-cards.js"></script><fact-cards lang="ar"><a href="https://a.example/ar/">A &amp; B</a></fact-cards>"#
        );
        assert!(line(&edition(""), "https://a.example/").contains(r#"<a href="https://a.example/">"#));
    }
}
