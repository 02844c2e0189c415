use std::collections::BTreeSet;

use fact_cards_story::edition::{CardId, Edition};

use crate::{
    BASE, CORRECTED, STORIES,
    newsroom::{Newsroom, text, values},
    support,
};

/// The paths of the pages of an edition, and of nothing else.
fn expected(edition: &Edition) -> BTreeSet<String> {
    let cards = edition.cards.iter().map(|card| format!("{}card/{}/index.html", edition.path, card.id));
    let counted_or_quoted = edition.facts.iter().filter(|fact| fact.figure.is_some() || fact.speaker.is_some());
    let facts = counted_or_quoted.map(|fact| format!("{}fact/{}/index.html", edition.path, fact.id));
    cards.chain(facts).collect()
}

fn is_permalink(path: &str) -> bool {
    path.split('/').rev().nth(2).is_some_and(|folder| ["card", "fact"].contains(&folder))
        && path.strip_suffix(".html").is_some()
}

/// The pages of cards and facts of a story, by path.
fn pages(story: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let files = support::files(story);
    files.keys().filter(|path| is_permalink(path)).map(move |path| (path.as_str(), text(files, path)))
}

/// Text as it stands in markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn each_card_and_each_fact_that_is_counted_or_quoted_has_a_page_in_each_language() {
    for story in STORIES {
        let all: BTreeSet<String> =
            support::site(story).editions().iter().flat_map(|edition| expected(edition)).collect();
        assert_eq!(pages(story).map(|(path, _)| path.to_owned()).collect::<BTreeSet<_>>(), all, "{story}");
        assert!(all.len() > 4, "{story}");
    }
}

#[test]
fn a_site_without_an_address_has_no_such_pages_and_nothing_that_tells_of_them() {
    let newsroom = Newsroom::with(CORRECTED);
    let files = newsroom.publish_at(support::now(), None);
    for (path, bytes) in &files {
        let file = String::from_utf8_lossy(bytes);
        assert!(!is_permalink(path) && path.strip_suffix(".xml").is_none(), "{path}");
        assert!(!file.contains("data-base") && !file.contains("og:url"), "{path}");
    }
    assert!(text(&files, "index.html").contains("og:title"));
}

#[test]
fn a_page_runs_nothing_and_has_nothing_that_needs_an_engine() {
    for (path, page) in STORIES.into_iter().flat_map(pages) {
        for needing in ["<button", "<input", "fact-cards-mount", "<fact-cards", "fact-menu", "\"module\"", "style=\""] {
            assert!(!page.contains(needing), "{needing} in {path}");
        }
        let scripts = page.matches("<script").count();
        assert_eq!((scripts, page.matches("<script type=\"application/ld+json\">").count()), (1, 1), "{path}");
    }
}

#[test]
fn each_link_of_a_page_leads_to_something_that_is_there() {
    for story in STORIES {
        let files = support::files(story);
        let mut followed = 0;
        for (path, page) in pages(story) {
            let here: url::Url = format!("{BASE}{path}").parse().unwrap();
            for href in values(page, "href") {
                let Ok(to) = here.join(&href.replace("&amp;", "&")) else { continue };
                let Some(file) = to.as_str().strip_prefix(BASE) else { continue };
                let (file, fragment) = file.split_once('#').unwrap_or((file, ""));
                let file =
                    if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() };
                assert!(files.contains_key(&file), "{path}: {href}");
                let id = format!("id=\"{fragment}\"");
                assert!(fragment.is_empty() || text(files, &file).contains(&id), "{path}: {href}");
                followed += 1;
            }
        }
        assert!(followed > 50, "{story}: {followed}");
    }
}

#[test]
fn the_page_of_a_card_has_every_fact_on_it_with_its_sources_in_full() {
    for story in STORIES {
        let files = support::files(story);
        for edition in support::site(story).editions() {
            for (at, card) in CardId::all().zip(&edition.cards) {
                let page = text(files, &format!("{}card/{}/index.html", edition.path, card.id));
                let facts: Vec<&str> = values(page, "data-fact");
                let standing = edition.columns().standing.get(at);
                let all: Vec<&str> = standing.iter().map(|fact| edition.fact(*fact).unwrap().id.as_str()).collect();
                assert_eq!(facts, all, "{story}: {}", card.id);
                let sources: usize = standing.iter().map(|fact| edition.fact(*fact).unwrap().sources.len()).sum();
                assert_eq!(page.matches("class=\"source-details\"").count(), sources, "{story}: {}", card.id);
            }
        }
    }
}

#[test]
fn the_page_of_a_fact_says_what_is_stated_who_says_so_and_where_it_is_reported() {
    for edition in support::site("seeds").editions() {
        let files = support::files("seeds");
        for fact in edition.facts.iter().filter(|fact| fact.has_page()) {
            let page = text(files, &format!("{}fact/{}/index.html", edition.path, fact.id));
            let home = edition.card(fact.home).unwrap();
            let body = page.split("<body").nth(1).unwrap();
            let heading = body.split("<h1").nth(1).unwrap().split("</h1>").next().unwrap();
            let words = |text: &str| {
                let parts = text.split('<').map(|part| part.split_once('>').map_or(part, |(_, rest)| rest));
                parts.collect::<String>()
            };
            assert_eq!(words(&format!("<h1{heading}")), escaped(fact.statement.shown()), "{}", fact.id);
            assert!(body.contains(&format!("href=\"../../card/{}/\"", home.id)), "{}", fact.id);
            let speaker = fact.speaker.and_then(|speaker| edition.card(speaker));
            assert!(speaker.is_none_or(|speaker| body.contains(&format!("href=\"../../card/{}/\"", speaker.id))));
            assert!(fact.said.as_ref().is_none_or(|said| body.contains(said.as_str())), "{}", fact.id);
            for source in &fact.sources {
                assert!(body.contains(&source.paragraph), "{}", fact.id);
            }
        }
    }
}

#[test]
fn what_is_withdrawn_says_so_before_anything_else_and_is_kept_out_of_search_engines() {
    let files = support::files(CORRECTED);
    for (path, said) in [
        ("fact/ferry-cost/index.html", "Withdrawn on 26 November 2025: The ferry cost 7 million."),
        ("fact/skene-paid/index.html", "Withdrawn on 26 November 2025: He paid 3 million."),
        ("card/rory-skene/index.html", "Withdrawn on 26 November 2025: Rory Skene"),
    ] {
        let page = text(files, path);
        assert!(page.contains(&format!("<title>{said} · ")), "{path}");
        assert!(page.contains(&format!("<meta property=\"og:title\" content=\"{said}\">")), "{path}");
        assert!(page.find("data-change=\"withdrawn\"") < page.find("<del>"), "{path}");
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
    }
    let (noindex, others): (Vec<_>, Vec<_>) = pages(CORRECTED).partition(|(_, page)| page.contains("noindex"));
    assert_eq!(noindex.len(), 6, "three of them in two languages");
    assert!(others.iter().all(|(_, page)| !page.contains("<title>Withdrawn")));
}

#[test]
fn corrections_and_revisions_stand_on_the_page_of_a_fact_and_what_was_left_out_on_that_of_its_card() {
    let files = support::files(CORRECTED);
    let fact = text(files, "fact/passengers/index.html");
    for said in ["It said 134 people; it is 135.", "The second paper was added.", "The day was added."] {
        assert!(fact.contains(said), "{said}");
    }
    let card = text(files, "card/ferry-return/index.html");
    assert!(card.contains("A fact was withdrawn on 27 November 2025:") && card.contains("It was another ship."));
}

#[test]
fn the_metadata_of_each_page_name_its_own_address_and_its_languages() {
    for story in STORIES {
        let languages = support::site(story).editions().len();
        for (path, page) in pages(story) {
            let address = format!("{BASE}{}", path.strip_suffix("index.html").unwrap());
            assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{path}");
            assert!(page.contains(&format!("<meta property=\"og:url\" content=\"{address}\">")), "{path}");
            assert_eq!(page.matches("og:locale:alternate").count(), languages - 1, "{path}");
            assert_eq!(
                page.matches("rel=\"alternate\" hreflang=").count(),
                if languages > 1 { languages + 1 } else { 0 }
            );
        }
    }
}

#[test]
fn a_story_of_several_languages_shares_its_page_in_each_with_what_it_says_there() {
    let files = support::files(CORRECTED);
    for (path, title, locale) in
        [("index.html", "The ferry that came back", "en_GB"), ("ar/index.html", "العبّارة التي عادت", "ar_MA")]
    {
        let page = text(files, path);
        assert!(page.contains(&format!("<meta property=\"og:title\" content=\"{title}\">")), "{path}");
        assert!(page.contains(&format!("<meta property=\"og:locale\" content=\"{locale}\">")), "{path}");
    }
}

#[test]
fn every_mount_says_where_the_pages_are_and_the_files_for_programs_name_each() {
    let files = support::files(CORRECTED);
    for path in ["index.html", "ar/index.html", "snippet/ar.html", "embed/en.html", "standalone/en.html"] {
        assert_eq!(values(text(files, path), "data-base"), [BASE], "{path}");
    }
    let json: serde_json::Value = serde_json::from_str(text(files, "ar/story.json")).unwrap();
    let url = |list: &str, id: &str| {
        let found = json[list].as_array().unwrap().iter().find(|entry| entry["id"] == id).unwrap();
        found["url"].as_str().map(str::to_owned)
    };
    assert_eq!(url("cards", "ferry-return"), Some(format!("{BASE}ar/card/ferry-return/")));
    assert_eq!(url("facts", "pier-length"), Some(format!("{BASE}ar/fact/pier-length/")));
    for list in ["cards", "facts"] {
        for entry in json[list].as_array().unwrap() {
            let Some(url) = entry["url"].as_str() else { continue };
            assert!(files.contains_key(&format!("{}index.html", url.strip_prefix(BASE).unwrap())), "{url}");
        }
    }
}
