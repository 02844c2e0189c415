//! The feed of the changes of a story, as Atom (RFC 4287): what was added, revised, corrected and withdrawn, the newest first.
//!
//! It is dated by its newest entry, so that the same story makes the same feed. A story in which nothing was changed has no feed:
//! Atom demands a date, and there would be none that is true.

use std::{cmp::Reverse, collections::BTreeMap, fmt::Write as _};

use fact_cards::permalink;
use fact_cards_author::{Added, Thing};
use fact_cards_story::edition::{CardId, Change, Changed, Changes, Edition, FactId, HasId as _};

use crate::{base_url::BaseUrl, escape::in_xml};

/// The name of the file, in the folder of each edition.
pub(crate) const NAME: &str = "changes.xml";

/// What a feed is made of.
pub(crate) struct Feed<'f> {
    pub edition: &'f Edition,
    /// Which edition it is.
    pub number: usize,
    pub added: &'f [Added],
    /// What the feed is called.
    pub title: &'f str,
    /// Who publishes it; the host where that is not known.
    pub publisher: Option<&'f str>,
    /// The address of the story.
    pub base: &'f BaseUrl,
}

/// An entry.
struct Entry {
    /// Its id, which no later version changes.
    id: String,
    title: String,
    text: String,
    /// The address that it leads to.
    link: String,
    /// In the form of RFC 3339, in UTC.
    updated: String,
}

impl Feed<'_> {
    /// The feed; nothing where nothing was changed.
    pub fn xml(&self) -> Option<String> {
        let Self { edition, title, base, .. } = self;
        let mut entries: Vec<Entry> = self.changes().chain(self.additions()).collect();
        // Of one time, what comes first stays first.
        entries.sort_by(|one, other| Reverse(&one.updated).cmp(&Reverse(&other.updated)));
        entries.truncate(Changes::LISTED);
        let newest = &entries.first()?.updated;
        let page = base.join(&edition.path);
        let [locale, title, author] = [&edition.locale, *title, self.publisher.unwrap_or(base.host())].map(in_xml);
        let [page, itself] = [page.clone(), format!("{page}{NAME}")].map(|address| in_xml(&address));
        let mut xml = format!(
            r#"<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{locale}">
<id>{itself}</id>
<title>{title}</title>
<updated>{newest}</updated>
<author><name>{author}</name></author>
<link rel="self" type="application/atom+xml" href="{itself}"/>
<link rel="alternate" type="text/html" hreflang="{locale}" href="{page}"/>
"#
        );
        for Entry { id, title, text, link, updated } in &entries {
            let [id, title, text, link] = [id, title, text, link].map(|text| in_xml(text));
            // Writing to a String does not fail.
            let _ = writeln!(
                xml,
                r#"<entry>
<id>{id}</id>
<title>{title}</title>
<updated>{updated}</updated>
<link rel="alternate" type="text/html" hreflang="{locale}" href="{link}"/>
<content type="text">{text}</content>
</entry>"#
            );
        }
        xml.push_str("</feed>\n");
        Some(xml)
    }

    /// What was changed, the latest first.
    fn changes(&self) -> impl Iterator<Item = Entry> {
        let changes = self.edition.changes.as_ref();
        let all = changes.map_or(&[][..], |changes| &changes.all);
        // Of one day something may be corrected twice: the second one has a number.
        let mut same: BTreeMap<String, usize> = BTreeMap::new();
        let ids: Vec<String> = all
            .iter()
            .map(|change| {
                let id = self.id(&change.date, &format!("{}{}", self.what(change.of), change.kind.key()));
                let number = same.entry(id.clone()).or_default();
                *number += 1;
                if *number > 1 { format!("{id}/{number}") } else { id }
            })
            .collect();
        let latest = changes.into_iter().flat_map(|changes| &changes.latest_first);
        let latest: Vec<Entry> = latest
            .filter_map(|at| {
                let at = usize::try_from(*at).ok()?;
                Some(self.change(all.get(at)?, ids.get(at)?.clone()))
            })
            .collect();
        latest.into_iter()
    }

    fn change(&self, change: &Change, id: String) -> Entry {
        Entry {
            id,
            title: format!("{} {}", change.on, self.name(change.of)),
            text: change.what.shown().to_owned(),
            link: self.link(change.of),
            updated: format!("{}T00:00:00Z", change.date),
        }
    }

    fn additions(&self) -> impl Iterator<Item = Entry> {
        self.added.iter().filter_map(|added| {
            let edition = self.edition;
            let (of, text) = match added.thing {
                Thing::Fact => {
                    let number: FactId = edition.facts.position(&added.id)?;
                    (Changed::Fact(number), &edition.fact(number)?.statement)
                }
                Thing::Card => {
                    let card: CardId = edition.cards.position(&added.id)?;
                    (Changed::Card(card), &edition.card(card)?.summary)
                }
                Thing::Article => return None,
            };
            let day = added.at.split('T').next().unwrap_or_default();
            Some(Entry {
                id: self.id(day, &format!("{}added", self.what(of))),
                title: format!("{} {}", added.on.get(self.number)?, self.name(of)),
                text: text.shown().to_owned(),
                link: self.link(of),
                updated: added.at.clone(),
            })
        })
    }

    /// An id as RFC 4151 makes them: whose it is, since when, and what.
    fn id(&self, day: &str, what: &str) -> String {
        let Self { base, edition, .. } = self;
        format!("tag:{},{day}:{}{}{what}", base.host(), base.folder(), edition.path)
    }

    /// What was changed, as a path.
    fn what(&self, of: Changed) -> String {
        let card = |card: CardId| self.edition.card(card).map_or("", |card| card.id());
        match of {
            Changed::Fact(fact) => format!("fact/{}/", self.edition.fact(fact).map_or("", |fact| fact.id())),
            Changed::Card(at) => format!("card/{}/", card(at)),
            Changed::FactOf(at) => format!("card/{}/left-out/", card(at)),
            Changed::Gone => "left-out/".to_owned(),
        }
    }

    /// The name of the card that was changed, or whose fact was; that of the story where it is not there any more.
    fn name(&self, of: Changed) -> &str {
        let edition = self.edition;
        let card = match of {
            Changed::Fact(fact) => edition.fact(fact).map(|fact| fact.home),
            Changed::Card(card) | Changed::FactOf(card) => Some(card),
            Changed::Gone => None,
        };
        card.and_then(|card| edition.card(card)).map_or(edition.title.shown(), |card| card.name.shown())
    }

    /// The page of what was changed, or of its card, or of the story.
    fn link(&self, of: Changed) -> String {
        let edition = self.edition;
        let of_card = |card: CardId| edition.card(card).map(permalink::of_card).unwrap_or_default();
        let path = match of {
            Changed::Fact(number) => edition.fact(number).map_or_else(String::new, |fact| {
                permalink::of_fact(fact).unwrap_or_else(|| format!("{}#fact={}", of_card(fact.home), fact.id))
            }),
            Changed::Card(card) | Changed::FactOf(card) => of_card(card),
            Changed::Gone => String::new(),
        };
        self.base.join(&format!("{}{path}", edition.path))
    }
}
