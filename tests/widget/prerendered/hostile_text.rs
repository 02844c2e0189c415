//! Hostile text is only ever shown as text.

use std::collections::BTreeSet;

use fact_cards::state::{Action, Choice, State};
use fact_cards_author::file_names;
use fact_cards_story::edition::{CardId, Edition, Facet};

use super::with_replaced;
use crate::{
    page::{Element, every_fact_with_menu, html, page},
    story::{chosen, edition, filter, search, small},
};

/// The story of the lighthouse with the same words in place of every text.
fn saying_everywhere(words: &str) -> Edition {
    let toml = format!("'''{words}'''");
    let rewrite = |text: &str| {
        let fields = [".en = \"", "name = \"", "publisher = \""];
        let mut rewritten = String::new();
        let mut rest = text;
        while let Some((field, at)) =
            fields.iter().filter_map(|field| Some((*field, rest.find(field)?))).min_by_key(|(_, at)| *at)
        {
            let start = at + field.len() - 1;
            let end = start + 1 + rest[start + 1..].find('"').expect("the text ends");
            rewritten.push_str(&rest[..start]);
            rewritten.push_str(&toml);
            rest = &rest[end + 1..];
        }
        rewritten + rest
    };
    let mut edition = edition(&with_replaced(&file_names(), rewrite));
    // No story with such an address is accepted, but the page must not rely on that.
    for url in edition.articles.iter_mut().filter_map(|article| article.url.as_mut()) {
        *url = format!("https://example.org/{words}");
    }
    edition
}

const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" onmouseover=\"alert(1)\" x=\"",
    "</template></style></script></textarea>",
    "--> <!-- ]]>",
    "&amp; &lt;b&gt; &#60;i&#62; &",
    "{what} {card} {text} {{cards}}",
];

/// Whether an element shows only what an editor wrote, possibly followed by a speaker.
fn is_of_the_editor(element: &Element) -> bool {
    let classes = ["title", "lead", "name", "summary", "statement"];
    classes.iter().any(|class| element.is(class)) || element.name == "cite"
}

#[test]
fn hostile_text_in_any_field_of_a_story_is_only_ever_text() {
    let states = |edition: &Edition| {
        let facets = filter(edition, &[(Facet::Source, "storm"), (Facet::Place, "cap-rouge")]);
        [
            State::default(),
            chosen(search("nothing-has-this")),
            chosen(search("nothing-has-this")).after(Action::Open(CardId::new(0)), edition),
            chosen(Choice { query: "nothing-has-this".to_owned(), ..facets }),
        ]
    };
    let harmless = saying_everywhere("harmless");
    for words in HOSTILE {
        let hostile = saying_everywhere(words);
        for state in states(&hostile) {
            let (mut page, mut known) = (page(&hostile, &state), page(&harmless, &state));
            assert_eq!(page.texts("face").len(), known.texts("face").len());
            for face in page.texts("face") {
                assert!(face.chars().all(|sign| sign.is_alphanumeric() || "→+".contains(sign)), "{words}: {face}");
            }
            // A name without letters has no initials.
            for page in [&mut page, &mut known] {
                page.leave_out(&|element| element.is("face"));
            }
            assert_eq!(page.shape(), known.shape(), "{words}");
            for element in page.every(is_of_the_editor) {
                assert!(element.text().starts_with(words), "{words}: {}", element.text());
            }
        }
        let html = html(&hostile, &State::default());
        for tag in ["<script", "<img", "<!--", "</template", "<i>", "&#60;"] {
            assert!(!html.contains(tag), "{tag} from {words}");
        }
        let mut linked = 0;
        for ((fact, told), (_, known)) in every_fact_with_menu(&hostile).zip(every_fact_with_menu(&harmless)) {
            assert_eq!(told.shape(), known.shape(), "{words}: {}", fact.id);
            for cited in told.every(|element| element.name == "cite") {
                assert_eq!(cited.text(), words);
            }
            for link in told.every(|element| element.get("href").is_some_and(|href| href.starts_with("http"))) {
                assert_eq!(link.need("href"), format!("https://example.org/{words}"));
                linked += 1;
            }
        }
        assert!(linked > 0);
    }
}

#[test]
fn hostile_text_found_by_a_search_is_marked_and_still_text() {
    let elements = |page: &Element| page.shape().lines().map(str::to_owned).collect::<BTreeSet<_>>();
    let expected = elements(&page(&saying_everywhere("harmless"), &chosen(search("harm"))));
    for words in HOSTILE.into_iter().filter(|words| words.contains(char::is_alphanumeric)) {
        let page = page(&saying_everywhere(words), &chosen(search(words)));
        assert!(!page.every(|element| element.name == "mark").is_empty(), "{words}");
        assert!(elements(&page).is_subset(&expected), "{words}");
        assert!(page.every(|element| element.is("name")).iter().all(|name| name.text() == words));
    }
}

#[test]
fn a_hostile_search_is_only_ever_text() {
    let harmless = page(small(), &chosen(search("nothing-has-this")));
    for words in HOSTILE {
        let page = page(small(), &chosen(search(words)));
        assert_eq!(page.one(|element| element.get("type") == Some("search")).need("value"), words);
        if !words.contains(char::is_alphanumeric) {
            assert_eq!(page.every(|element| element.name == "mark").len(), 0, "signs alone filter nothing");
            continue;
        }
        assert_eq!(page.shape(), harmless.shape());
        let message = page.one(|element| element.is("nothing-found")).one(|element| element.name == "p");
        assert_eq!(message.text(), format!("No card matches “{words}”."));
    }
}
