use std::{collections::BTreeSet, time::Duration};

use atom_syndication::Feed;

use crate::{
    BASE, CORRECTED,
    newsroom::{Newsroom, text},
    support,
};

fn feed(files: &support::Files, path: &str) -> Feed {
    text(files, path).parse().unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn ids(feed: &Feed) -> BTreeSet<String> {
    feed.entries().iter().map(|entry| entry.id().to_owned()).collect()
}

#[test]
fn the_feed_of_each_language_has_every_change_the_newest_first() {
    let files = support::files(CORRECTED);
    for (path, edition) in ["changes.xml", "ar/changes.xml"].into_iter().zip(support::site(CORRECTED).editions()) {
        let feed = feed(files, path);
        let changes = edition.changes.as_ref().unwrap();
        assert_eq!(feed.entries().len(), changes.all.len(), "{path}");
        assert_eq!(ids(&feed).len(), changes.all.len(), "each has an id of its own");
        let listed: Vec<&str> = changes.listed().map(|change| change.what.shown()).collect();
        let told: Vec<&str> = feed.entries().iter().map(|entry| entry.content().unwrap().value().unwrap()).collect();
        assert_eq!(told, listed, "{path}");
        assert!(feed.entries().windows(2).all(|two| two[0].updated() >= two[1].updated()), "{path}");
        assert_eq!(feed.updated(), feed.entries()[0].updated(), "{path}");
        assert_eq!(feed.lang(), Some(edition.locale.as_str()));
        assert_eq!(feed.links().iter().find(|link| link.rel() == "self").unwrap().href(), format!("{BASE}{path}"));
        assert!(!feed.authors()[0].name().is_empty());
    }
}

#[test]
fn an_entry_leads_to_the_page_of_what_was_changed() {
    let files = support::files(CORRECTED);
    let feed = feed(files, "changes.xml");
    let link = |said: &str| {
        let entry = feed.entries().iter().find(|entry| entry.content().unwrap().value() == Some(said)).unwrap();
        (entry.title().to_string(), entry.links()[0].href().to_owned())
    };
    assert_eq!(
        link("It said 134 people; it is 135."),
        ("Corrected on 25 November 2025: The ferry's return".into(), format!("{BASE}fact/passengers/"))
    );
    assert_eq!(
        link("There is no such owner."),
        ("A card was withdrawn on 22 November 2025: The ferry that came back".into(), BASE.into())
    );
    for entry in feed.entries() {
        let path = entry.links()[0].href().strip_prefix(BASE).unwrap().split('#').next().unwrap();
        assert!(files.contains_key(&format!("{path}index.html")), "{path}");
    }
}

#[test]
fn a_withdrawal_moves_the_date_of_the_feed_and_keeps_every_id() {
    let newsroom = Newsroom::with(CORRECTED);
    let before = feed(&newsroom.publish(), "changes.xml");
    newsroom.edit(
        "facts.toml",
        "id = \"pier-length\"\n",
        "id = \"pier-length\"\nwithdrawn = { date = \"2025-12-24\", reason.en = \"Measured anew.\", reason.ar = \"قيس من جديد.\" }\n",
    );
    let after = feed(&newsroom.publish(), "changes.xml");
    assert_eq!(after.updated().to_rfc3339(), "2025-12-24T00:00:00+00:00");
    assert!(before.updated() < after.updated());
    let new: Vec<String> = ids(&after).difference(&ids(&before)).cloned().collect();
    assert_eq!(new, ["tag:cards.example,2025-12-24:/fact/pier-length/withdrawn"]);
    assert!(ids(&before).is_subset(&ids(&after)));
}

#[test]
fn the_end_of_an_embargo_is_the_day_on_which_something_was_added() {
    let newsroom = Newsroom::with(CORRECTED);
    newsroom.edit(
        "facts.toml",
        "id = \"pier-length\"\n",
        "id = \"pier-length\"\nembargo = 2026-12-24T06:00:00+01:00\n",
    );
    let held = newsroom.publish_at(support::now() - Duration::from_hours(24 * 60), Some(BASE));
    assert!(!ids(&feed(&held, "changes.xml")).iter().any(|id| id.contains("pier-length")));
    let feed = feed(&newsroom.publish(), "changes.xml");
    let newest = &feed.entries()[0];
    assert_eq!(newest.title().to_string(), "Added on 24 December 2026: Ardmuir pier");
    assert_eq!(newest.updated().to_rfc3339(), "2026-12-24T05:00:00+00:00");
    assert_eq!(newest.id(), "tag:cards.example,2026-12-24:/fact/pier-length/added");
}

#[test]
fn a_story_in_which_nothing_was_changed_has_no_feed_and_links_to_none() {
    let files = support::files("tests/stories/lighthouse");
    for (path, bytes) in files {
        assert!(!path.ends_with("changes.xml"), "{path}");
        assert!(!String::from_utf8_lossy(bytes).contains("application/atom+xml"), "{path}");
    }
    for page in ["index.html", "ar/index.html", "card/ferry-return/index.html"] {
        let page = text(support::files(CORRECTED), page);
        assert_eq!(page.matches("<link rel=\"alternate\" type=\"application/atom+xml\"").count(), 1);
    }
}
