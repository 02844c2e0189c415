//! Links from a page to the same page in the story's other languages. A story in one language has none.

use std::{fmt::Write as _, rc::Rc};

use fact_cards_story::edition::Edition;

use crate::{escape::escaped, pages::document::direction};

/// A page in each language of a story: which one it is, and the address of each, as it stands in it.
pub(crate) struct Languages<'l, A> {
    pub editions: &'l [Rc<Edition>],
    pub number: usize,
    pub address: A,
}

impl<A: Fn(&Edition) -> String> Languages<'_, A> {
    /// The `hreflang` links in the head.
    pub fn links(&self) -> String {
        let mut links = String::new();
        if self.editions.len() > 1 {
            let first = self.editions.first().map(|edition| ("x-default", edition));
            let all = self.editions.iter().map(|edition| (edition.locale.as_str(), edition));
            for (locale, edition) in all.chain(first) {
                let (locale, address) = (escaped(locale), escaped(&(self.address)(edition)));
                // Writing to a String does not fail.
                let _ = writeln!(links, r#"<link rel="alternate" hreflang="{locale}" href="{address}">"#);
            }
        }
        links
    }

    /// The choice of a language for readers of a page without script, and a line end.
    pub fn plain_choice(&self) -> String {
        self.list(false, |_, _| String::new())
    }

    /// The same with a script. What the page says of itself in each of them comes with it, for
    /// the script that changes it at once. A page `is_alone` where there may be no other page to go to.
    pub fn choice(&self, is_alone: bool, feeds: &[Feed]) -> String {
        self.list(is_alone, |number, edition| {
            let Edition { language, title, words, .. } = edition;
            let [language, title] = [language, title.shown()].map(escaped);
            let [choice, embed_link] = [&words.languages, &words.embed_link].map(|word| escaped(word));
            let feed = feeds.get(number).map_or_else(String::new, |Feed { address, name, .. }| {
                format!(r#" data-feed="{}" data-feed-link="{}""#, escaped(address), escaped(name))
            });
            format!(
                r#" data-language="{language}" data-title="{title}" data-choice="{choice}" data-embed-link="{embed_link}"{feed}"#
            )
        })
    }

    /// A list of links, each with more that is said in it.
    fn list(&self, is_alone: bool, more: impl Fn(usize, &Edition) -> String) -> String {
        if self.editions.len() < 2 {
            return String::new();
        }
        let mut items = String::new();
        for (number, edition) in self.editions.iter().enumerate() {
            let (locale, name) = (escaped(&edition.locale), escaped(&edition.words.this_language));
            let (address, direction) = (escaped(&(self.address)(edition)), direction(edition));
            let more = more(number, edition);
            let current = if number == self.number { r#" aria-current="true""# } else { "" };
            // Writing to a String does not fail.
            let _ = write!(
                items,
                r#"<li><a href="{address}" lang="{locale}" hreflang="{locale}" dir="{direction}"{more}{current}>{name}</a></li>"#
            );
        }
        let choice =
            self.editions.get(self.number).map_or_else(String::new, |edition| escaped(&edition.words.languages));
        let alone = if is_alone { " data-alone" } else { "" };
        format!("<nav class=\"languages\" aria-label=\"{choice}\"{alone}><ul role=\"list\">{items}</ul></nav>\n")
    }
}

/// The feed of the changes of an edition.
#[derive(Clone, Debug)]
pub(crate) struct Feed {
    /// Its address.
    pub address: String,
    /// What it is called.
    pub title: String,
    /// The words of the link to it.
    pub name: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn editions(languages: &[&str]) -> Vec<Rc<Edition>> {
        let edition = |language: &&str| Edition {
            language: (*language).into(),
            locale: (*language).into(),
            ..Edition::default()
        };
        languages.iter().map(edition).map(Rc::new).collect()
    }

    #[test]
    fn each_language_has_a_link_and_the_first_is_the_default() {
        let editions = editions(&["en", "ar"]);
        let languages =
            Languages { editions: &editions, number: 1, address: |edition: &Edition| edition.language.clone() };
        assert_eq!(
            languages.links(),
            "<link rel=\"alternate\" hreflang=\"en\" href=\"en\">\n\
             <link rel=\"alternate\" hreflang=\"ar\" href=\"ar\">\n\
             <link rel=\"alternate\" hreflang=\"x-default\" href=\"en\">\n"
        );
        let choice = languages.choice(false, &[]);
        assert_eq!(choice.matches("aria-current").count(), 1, "{choice}");
        assert!(
            choice
                .contains(r#"data-language="ar" data-title="" data-choice="" data-embed-link="" aria-current="true""#),
            "{choice}"
        );
    }

    #[test]
    fn a_story_in_one_language_has_nothing_to_choose() {
        let editions = editions(&["en"]);
        let languages = Languages { editions: &editions, number: 0, address: |_: &Edition| String::new() };
        assert_eq!(languages.links() + &languages.choice(false, &[]), "");
    }

    #[test]
    fn text_of_the_story_never_becomes_markup() {
        let hostile = r#""><script>alert(1)</script>"#;
        let edition = Rc::new(Edition { title: hostile.into(), locale: hostile.into(), ..Edition::default() });
        let editions = [Rc::clone(&edition), edition];
        let languages = Languages { editions: &editions, number: 0, address: |_: &Edition| hostile.to_owned() };
        let all = languages.links() + &languages.choice(true, &[]);
        assert!(!all.contains("<script"), "{all}");
    }
}
