//! The page with an address of its own.

use std::rc::Rc;

use fact_cards_story::edition::Edition;

use crate::{
    data::oembed::{self, discovery},
    escape::escaped,
    pages::{
        document::{Document, canonical},
        languages::{Feed, Languages},
        metadata::Metadata,
        parts::Parts,
    },
};

/// The page for an edition, or one of its pages, counted from 0. It is an element with its cards beside the shadows: there the
/// browser itself leads to a card. `data` says the same to programs.
pub(crate) fn page(
    editions: &[Rc<Edition>],
    number: usize,
    of_story: u16,
    mount: &str,
    data: &str,
    parts: &Parts,
    version: &str,
) -> String {
    let Some(edition) = editions.get(number) else { return String::new() };
    let Parts { styles, page_script, icons, .. } = parts;
    // From the page up to the first one in its language, to the top of the story, and to that of the site.
    let first = if of_story == 0 { "" } else { "../../" };
    let story = format!("{first}{}", if number == 0 { "" } else { "../" });
    let root = format!("{story}{}", parts.home.up());
    let below = fact_cards::path_of_page(of_story);
    let languages = Languages {
        editions,
        number,
        address: |other: &Edition| match parts.home.story() {
            Some(base) => base.join(&format!("{}{below}", other.path)),
            None if other.path.is_empty() && story.is_empty() => "./".to_owned(),
            None => format!("{story}{}{below}", other.path),
        },
    };
    let (links, choice) = (languages.links(), languages.choice(false, &parts.feeds));
    let lead = escaped(edition.lead.shown());
    let language = escaped(&edition.language);
    let addresses = addresses(edition, &below, parts);
    let title = if of_story == 0 {
        edition.title.shown().to_owned()
    } else {
        format!("{} · {}", edition.title.shown(), edition.number.for_count(usize::from(of_story) + 1))
    };
    let address = parts.home.story().map(|base| base.join(&format!("{}{below}", edition.path)));
    let metadata = Metadata {
        editions,
        number,
        title: &title,
        description: edition.lead.shown(),
        address: address.as_deref(),
        publisher: parts.publisher.as_deref(),
        picture: parts.pictures.of_story(number).zip(parts.home.story()),
    };
    let (metadata, feed) = (metadata.html(), parts.feed_link(number));
    let head = format!(
        r#"<meta name="description" content="{lead}">
<meta name="color-scheme" content="light dark">
{addresses}{links}{metadata}{feed}<link rel="alternate" type="application/json" href="{first}story.json">
<link rel="alternate" type="text/csv" href="{first}story.csv">
<link rel="icon" href="{root}{icon}">
<link rel="manifest" href="{first}manifest.webmanifest">
<link rel="stylesheet" href="{root}{styles}">
<script type="module" src="{root}fact-cards.js?{version}"></script>
<script type="module" src="{root}{page_script}"></script>
{data}"#,
        icon = icons.svg,
    );
    let embed_link = escaped(&edition.words.embed_link);
    let data = parts.home.versioned_data().map_or_else(String::new, |data| format!(r#" src="{story}{data}""#));
    let page = if of_story == 0 { String::new() } else { format!(r#" page="{}""#, of_story + 1) };
    let feed = parts.feeds.get(number).map_or_else(String::new, |Feed { address, name, .. }| {
        format!(r#" <a href="{}" type="application/atom+xml">{}</a>"#, escaped(address), escaped(name))
    });
    let body = format!(
        r#"{choice}<main>
<fact-cards lang="{language}" heading-level="1" loading="visible" sync-url{data}{page}>{mount}</fact-cards>
</main>
<footer><a href="{story}embed/" hreflang="en">{embed_link}</a>{feed}</footer>"#
    );
    Document { title: &title, head: &head, class: "fact-cards-page", body: &body, ..Document::new(edition) }.html()
}

/// The lines for whoever finds the page: its address, and what to embed.
fn addresses(edition: &Edition, below: &str, parts: &Parts) -> String {
    let Some(base) = parts.home.story() else { return String::new() };
    let discovered = discovery(&format!("{}{}", edition.path, oembed::NAME), edition.title.shown(), base);
    canonical(&format!("{}{below}", edition.path), Some(base)) + &discovered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::manifest::Icons;

    fn pages(base: Option<&str>) -> [String; 2] {
        let base = base.and_then(|base| base.parse().ok());
        let icons = Icons::of_a_test();
        let parts = Parts::of_a_test(base.as_ref(), &icons);
        let edition = |language: &str| {
            let path = if language == "en" { String::new() } else { format!("{language}/") };
            Rc::new(Edition { language: language.into(), path, locale: language.into(), ..Edition::default() })
        };
        let editions = [edition("en"), edition("ar")];
        [page(&editions, 0, 0, "", "", &parts, "7"), page(&editions, 1, 0, "", "", &parts, "7")]
    }

    #[test]
    fn a_page_in_a_folder_finds_its_files_above() {
        let [top, below] = pages(None);
        assert!(top.contains(r#"href="assets/s.css""#) && top.contains(r#"src="fact-cards.js?7""#), "{top}");
        assert!(
            below.contains(r#"href="../assets/s.css""#) && below.contains(r#"src="../fact-cards.js?7""#),
            "{below}"
        );
    }

    #[test]
    fn pages_of_a_site_with_an_address_name_their_own_addresses() {
        let [top, below] = pages(Some("https://a.example/cards"));
        assert!(top.contains(r#"<link rel="canonical" href="https://a.example/cards/">"#), "{top}");
        assert!(below.contains(r#"<link rel="canonical" href="https://a.example/cards/ar/">"#), "{below}");
        for page in [top, below] {
            assert!(
                page.contains(r#"<link rel="alternate" hreflang="ar" href="https://a.example/cards/ar/">"#),
                "{page}"
            );
        }
    }

    #[test]
    fn pages_of_a_site_without_an_address_name_none() {
        for page in pages(None) {
            assert!(!page.contains("canonical") && !page.contains("oembed"), "{page}");
        }
    }
}
