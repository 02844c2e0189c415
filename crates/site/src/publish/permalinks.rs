//! Writes the pages of single cards and facts, and what tells of them: the feed of changes and the map of the site.

use std::collections::BTreeSet;

use fact_cards::{PermalinkOf, path_of_page, permalink, visible::last_page};
use fact_cards_author::Thing;
use fact_cards_story::edition::{CardId, Changed, Edition, FactId};

use crate::{
    base_url::BaseUrl,
    data::{
        feed::{self, Feed},
        sitemap::{self, MOST, Page, sitemap},
    },
    error::SiteError,
    pages::{gone::Gone, languages, parts::Parts, permalink::Permalink},
    prepared::Site,
    publish::{
        asset::{Assets, Need},
        before::Before,
    },
};

/// The feed of the changes of each edition; none where nothing was changed, or where it is not known where the site will be.
pub(crate) fn feeds(site: &Site, base: Option<&BaseUrl>) -> Vec<languages::Feed> {
    let has_one = site.editions().iter().any(|edition| edition.changes.is_some()) || !site.added().is_empty();
    let Some(base) = base.filter(|_| has_one) else { return Vec::new() };
    let feed = |(edition, words): (&std::rc::Rc<Edition>, &std::rc::Rc<fact_cards_story::PageWords>)| languages::Feed {
        address: base.join(&format!("{}{}", edition.path, feed::NAME)),
        title: format!("{} – {}", edition.title.shown(), words.changes),
        name: words.feed_link.clone(),
    };
    site.editions().iter().zip(site.page_words()).map(feed).collect()
}

/// Writes all of them.
pub(crate) fn write(
    site: &Site,
    parts: &Parts,
    base: &BaseUrl,
    before: Before,
    assets: &mut Assets,
) -> Result<(), SiteError> {
    let mut written = BTreeSet::new();
    for number in 0..site.editions().len() {
        let Some(edition) = site.editions().get(number) else { continue };
        let cards = CardId::first(edition.cards.len()).map(PermalinkOf::Card);
        let facts = FactId::first(edition.facts.len()).map(PermalinkOf::Fact);
        for of in cards.chain(facts) {
            let page = Permalink { site, number, of, parts, base };
            if let Some((path, html)) = page.html() {
                let path = format!("{path}index.html");
                assets.write_aside(&path, html.as_bytes())?;
                written.insert(path);
            }
        }
        if let Some(of_edition) = parts.feeds.get(number) {
            let publisher = parts.publisher.as_deref();
            let feed = Feed { edition, number, added: site.added(), title: &of_edition.title, publisher, base };
            if let Some(xml) = feed.xml() {
                assets.write(Need::OnRequest, &format!("{}{}", edition.path, feed::NAME), xml.as_bytes())?;
            }
        }
    }
    for (name, xml) in sitemap(&pages(site, base), MOST, |name| base.join(name)) {
        assets.write(Need::OnRequest, &name, xml.as_bytes())?;
    }
    write_gone(site, parts, base, before.paths().filter(|path| !written.contains(*path)), assets)
}

/// The pages in the map of the site. What is withdrawn is not in it: its page says so to whoever has its address.
fn pages(site: &Site, base: &BaseUrl) -> Vec<Page> {
    let Some(first) = site.editions().first() else { return Vec::new() };
    let page = |path: &str, changed: Option<&str>| {
        let address = |edition: &Edition| (base.join(&format!("{}{path}", edition.path)), edition.locale.clone());
        Page {
            addresses: site.editions().iter().map(|edition| address(edition)).collect(),
            changed: changed.map(str::to_owned),
        }
    };
    let last = first.changes.as_ref().and_then(|changes| changes.listed().next()).map(|change| change.date.as_str());
    let of_story = (0..=last_page(first, first.cards.len())).map(|number| page(&path_of_page(number), last));
    let cards = CardId::first(first.cards.len()).filter_map(|at| {
        let card = first.card(at)?;
        let standing = first.columns().standing.get(at).iter().map(|fact| Changed::Fact(*fact));
        let changed = last_of(first, standing.chain([Changed::Card(at), Changed::FactOf(at)]));
        first.withdrawal(Changed::Card(at)).is_none().then(|| page(&permalink::of_card(card), changed))
    });
    let facts = FactId::first(first.facts.len()).filter_map(|number| {
        let fact = first.fact(number)?;
        let path = permalink::of_fact(fact)?;
        let changed = last_of(first, [Changed::Fact(number)].into_iter());
        first.withdrawal_of_fact(number, fact).is_none().then(|| page(&path, changed))
    });
    of_story.chain(cards).chain(facts).collect()
}

/// The day of the last change in several things.
fn last_of(edition: &Edition, things: impl Iterator<Item = Changed>) -> Option<&str> {
    things.flat_map(|of| edition.changes_of(of)).map(|change| change.date.as_str()).max()
}

/// Writes the pages of cards and facts that were in the version before and are in this one no more. They stay in all that follow.
fn write_gone<'b>(
    site: &Site,
    parts: &Parts,
    base: &BaseUrl,
    gone: impl Iterator<Item = &'b str>,
    assets: &mut Assets,
) -> Result<(), SiteError> {
    for path in gone {
        let Some((folder, thing, id)) = permalink_of(path) else { continue };
        // Those of a language that the story no longer has speak its first one.
        let number = site.editions().iter().position(|edition| edition.path == folder);
        let page = Gone { site, number: number.unwrap_or_default(), thing, id, parts, base };
        if let Some(html) = page.html().filter(|_| number.is_some()) {
            assets.write_aside(path, html.as_bytes())?;
            // By it a host that can knows to answer with 410: see `docs/nginx.conf`.
            assets.write_aside(&format!("{folder}{}/{id}/{GONE}", thing.key()), b"")?;
        }
    }
    Ok(())
}

/// The empty file beside the page of what is gone. The example for nginx serves nothing that begins so.
const GONE: &str = "_gone";

/// The folder of the edition, what it is of, and its id, if a path is that of the page of a card or fact.
fn permalink_of(path: &str) -> Option<(&str, Thing, &str)> {
    let (rest, id) = path.strip_suffix("/index.html")?.rsplit_once('/')?;
    let things = [("card", Thing::Card), ("fact", Thing::Fact)];
    let (name, thing) = things.into_iter().find(|(name, _)| rest.ends_with(name))?;
    let folder = rest.strip_suffix(name)?;
    (folder.is_empty() || folder.ends_with('/')).then_some((folder, thing, id))
}

/// The maps of stories among these files, each by its path: of a map that was split its parts.
pub(crate) fn maps(paths: &[String]) -> impl Iterator<Item = &String> {
    let is_split: BTreeSet<&str> = paths.iter().filter_map(|path| path.strip_suffix("sitemap-1.xml")).collect();
    paths.iter().filter(move |path| {
        let Some(at) = path.rfind('/').map(|at| at + 1) else { return false };
        let (folder, name) = path.split_at(at);
        let is_map = name == sitemap::NAME && !is_split.contains(folder);
        is_map || (name.starts_with("sitemap-") && name.strip_suffix(".xml").is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_says_whose_page_it_is() {
        let of = |path: &'static str| permalink_of(path).map(|(folder, thing, id)| (folder, thing.key(), id));
        assert_eq!(of("card/rabat/index.html"), Some(("", "card", "rabat")));
        assert_eq!(of("ar/fact/lit/index.html"), Some(("ar/", "fact", "lit")));
        assert_eq!(of("card/card/index.html"), Some(("", "card", "card")));
        for other in
            ["index.html", "card/index.html", "ar/index.html", "postcard/x/index.html", "card/rabat/index.html.br"]
        {
            assert_eq!(of(other), None, "{other}");
        }
    }

    #[test]
    fn a_list_of_many_maps_names_the_parts_of_those_that_were_split() {
        let paths =
            ["a/sitemap.xml", "b/sitemap-1.xml", "b/sitemap-2.xml", "b/sitemap.xml", "sitemap.xml", "a/x/map.xml"];
        let paths: Vec<String> = paths.map(str::to_owned).into();
        let found: Vec<&str> = maps(&paths).map(String::as_str).collect();
        assert_eq!(found, ["a/sitemap.xml", "b/sitemap-1.xml", "b/sitemap-2.xml"]);
    }
}
