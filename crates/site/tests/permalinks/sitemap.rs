use std::collections::BTreeSet;

use crate::{BASE, CORRECTED, STORIES, newsroom::text, support};

/// The addresses in the map of a story.
fn addresses(story: &str) -> Vec<String> {
    let map = text(support::files(story), "sitemap.xml");
    map.split("<loc>").skip(1).map(|rest| rest.split('<').next().unwrap().replace("&amp;", "&")).collect()
}

#[test]
fn the_map_has_each_page_that_search_engines_may_list_once() {
    for story in STORIES {
        let files = support::files(story);
        let listed = addresses(story);
        let all: BTreeSet<&String> = listed.iter().collect();
        assert_eq!(all.len(), listed.len(), "{story}");
        let pages = files.iter().filter(|(path, bytes)| {
            path.ends_with("index.html")
                && *path != "embed/index.html"
                && !String::from_utf8_lossy(bytes).contains("noindex")
        });
        let pages: BTreeSet<String> =
            pages.map(|(path, _)| format!("{BASE}{}", path.strip_suffix("index.html").unwrap())).collect();
        assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), pages, "{story}");
    }
}

#[test]
fn a_page_has_the_day_of_its_last_change_and_no_other() {
    let map = text(support::files(CORRECTED), "sitemap.xml");
    let day = |path: &str| {
        let url = map.split("<url>").find(|url| url.contains(&format!("<loc>{BASE}{path}</loc>"))).unwrap();
        url.split_once("<lastmod>").map(|(_, rest)| rest.split('<').next().unwrap().to_owned())
    };
    assert_eq!(day("").as_deref(), Some("2025-11-27"));
    assert_eq!(day("fact/passengers/").as_deref(), Some("2025-11-25"));
    assert_eq!(day("ar/fact/passengers/").as_deref(), Some("2025-11-25"));
    assert_eq!(day("card/ferry-return/").as_deref(), Some("2025-11-27"), "a fact on it was left out");
    assert_eq!(day("fact/pier-length/"), None);
}
