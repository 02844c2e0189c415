//! The line that puts the cards into a page, and its parts, which the snippet has too. `pages/embed-guide.js` makes the same for
//! other options.

use fact_cards::permalink;
use fact_cards_story::edition::{Card, Edition};

use crate::{escape::escaped, pages::mount::SHOW_IN_ARTICLES, publish::home::Addresses};

/// How high closed cards are in a column, in CSS pixels: what stands around them, and each of them. Where two or three stand side by
/// side each of them is higher, so the width of the column makes little difference.
const AROUND: usize = 380;
const EACH: usize = 120;

/// The script and the element, with the room that its cards will need: nothing below them moves when they come. The loader gives the
/// room back.
pub(crate) fn line(edition: &Edition, addresses: &Addresses) -> String {
    let room = format!(r#" style="display:block;min-height:{}px""#, room(edition));
    format!("{}{}", script(addresses), element(edition, addresses, &room, ""))
}

/// How high the cards of an edition are in an article, about, in CSS pixels.
pub(crate) fn room(edition: &Edition) -> usize {
    AROUND + EACH * edition.cards.len().min(SHOW_IN_ARTICLES)
}

/// The script that brings the cards. An article does not wait for a script that is `async`, not even with what it does once
/// it is parsed.
pub(crate) fn script(addresses: &Addresses) -> String {
    format!(r#"<script type="module" async="" src="{}fact-cards.js"></script>"#, escaped(&addresses.site))
}

/// The element with these attributes and that in it, as markup, and a link for those whose browser shows no cards.
pub(crate) fn element(edition: &Edition, addresses: &Addresses, attributes: &str, inside: &str) -> String {
    of(edition, addresses, "", attributes, inside, [&edition.path, edition.title.shown()])
}

/// The same for a card by itself, with a link to its page where it has one.
pub(crate) fn element_of_card(
    edition: &Edition,
    card: &Card,
    addresses: &Addresses,
    inside: &str,
    has_page: bool,
) -> String {
    let only = format!(r#"only="{}" "#, escaped(&card.id));
    of(edition, addresses, &only, "", inside, [&path_of_card(edition, card, has_page), card.name.shown()])
}

/// What stands behind `<a ` in a link to a card.
pub(crate) fn link_to_card(edition: &Edition, card: &Card, addresses: &Addresses, has_page: bool) -> String {
    let address = format!("{}{}", addresses.story, path_of_card(edition, card, has_page));
    format!(r#"href="{}">{}</a>"#, escaped(&address), escaped(card.name.shown()))
}

fn path_of_card(edition: &Edition, card: &Card, has_page: bool) -> String {
    if has_page { format!("{}{}", edition.path, permalink::of_card(card)) } else { edition.path.clone() }
}

fn of(
    edition: &Edition,
    Addresses { story, data, .. }: &Addresses,
    only: &str,
    attributes: &str,
    inside: &str,
    [path, name]: [&str; 2],
) -> String {
    let language = escaped(&edition.language);
    let source = data.as_ref().map_or_else(String::new, |data| format!(r#"src="{}" "#, escaped(data)));
    let [address, name] = [&format!("{story}{path}"), name].map(escaped);
    format!(
        r#"<fact-cards {source}{only}lang="{language}"{attributes}>{inside}<a href="{address}">{name}</a></fact-cards>"#
    )
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
            line(&edition("ar/"), &Addresses::of_a_test("https://a.example/")),
            r#"<script type="module" async="" src="https://a.example/fact-cards.js"></script><fact-cards lang="ar" style="display:block;min-height:380px"><a href="https://a.example/ar/">A &amp; B</a></fact-cards>"#
        );
        let alone = Addresses::of_a_test("https://a.example/");
        assert!(line(&edition(""), &alone).contains(r#"<a href="https://a.example/">"#));
        let among_many = Addresses { data: Some("https://a.example/b/story.bin".into()), ..alone };
        assert!(
            line(&edition(""), &among_many)
                .contains(r#"<fact-cards src="https://a.example/b/story.bin" lang="ar" style="#)
        );
    }
}
