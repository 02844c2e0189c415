//! The map of a site for search engines (sitemaps.org): every page in every language, with the day of its last change where that is
//! known. The time of the build says nothing about a page, so it is nowhere in it.

use std::fmt::Write as _;

use crate::escape::in_xml;

/// The name of the map, or of the list of its parts.
pub(crate) const NAME: &str = "sitemap.xml";

/// A page in the languages of its story.
#[derive(Debug)]
pub(crate) struct Page {
    /// Its address in each language, with the locale.
    pub addresses: Vec<(String, String)>,
    /// The day of its last change, where there is one.
    pub changed: Option<String>,
}

/// How much a file has at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Most {
    pub addresses: usize,
    pub bytes: usize,
}

/// What search engines read of one file: 50,000 addresses, and 50 MB.
pub(crate) const MOST: Most = Most { addresses: 50_000, bytes: 50_000_000 };

const BEGIN: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"#;
const END: &str = "</urlset>\n";

/// The files by their names: one, or several and the list of these. `address` is that of a file.
pub(crate) fn sitemap(pages: &[Page], most: Most, address: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let mut files = vec![String::new()];
    let mut count = 0;
    for url in pages.iter().flat_map(urls) {
        let is_full = files.last().is_some_and(|file| file.len() + url.len() + BEGIN.len() + END.len() > most.bytes);
        if count == most.addresses || (is_full && count > 0) {
            files.push(String::new());
            count = 0;
        }
        count += 1;
        if let Some(file) = files.last_mut() {
            file.push_str(&url);
        }
    }
    let whole = |file: String| format!("{BEGIN}{file}{END}");
    if files.len() == 1 {
        return files.into_iter().map(|file| (NAME.to_owned(), whole(file))).collect();
    }
    let named: Vec<(String, String)> =
        (1..).zip(files).map(|(number, file)| (format!("sitemap-{number}.xml"), whole(file))).collect();
    let parts: Vec<String> = named.iter().map(|(name, _)| address(name)).collect();
    named.into_iter().chain([(NAME.to_owned(), list(&parts))]).collect()
}

/// The list of maps at these addresses.
pub(crate) fn list(addresses: &[String]) -> String {
    let mut xml = r#"<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
"#
    .to_owned();
    for address in addresses {
        // Writing to a String does not fail.
        let _ = writeln!(xml, "<sitemap><loc>{}</loc></sitemap>", in_xml(address));
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

/// The element of a page for each language. Each names all of them.
fn urls(page: &Page) -> impl Iterator<Item = String> {
    let mut others = String::new();
    if page.addresses.len() > 1 {
        let first = page.addresses.first().map(|(address, _)| (address.as_str(), "x-default"));
        let all = page.addresses.iter().map(|(address, locale)| (address.as_str(), locale.as_str()));
        for (address, locale) in all.chain(first) {
            let (address, locale) = (in_xml(address), in_xml(locale));
            let _ = write!(others, r#"<xhtml:link rel="alternate" hreflang="{locale}" href="{address}"/>"#);
        }
    }
    let changed = page.changed.as_ref().map_or_else(String::new, |day| format!("<lastmod>{}</lastmod>", in_xml(day)));
    page.addresses
        .iter()
        .map(move |(address, _)| format!("<url><loc>{}</loc>{changed}{others}</url>\n", in_xml(address)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(count: usize) -> Vec<Page> {
        let page = |number: usize| {
            let address = |folder: &str| format!("https://a.example/{folder}card/{number}/");
            Page {
                addresses: vec![(address(""), "en-GB".into()), (address("ar/"), "ar-MA".into())],
                changed: (number == 0).then(|| "2025-11-25".into()),
            }
        };
        (0..count).map(page).collect()
    }

    fn files(count: usize, most: Most) -> Vec<(String, String)> {
        sitemap(&pages(count), most, |name| format!("https://a.example/{name}"))
    }

    #[test]
    fn each_page_names_itself_in_all_languages_and_the_day_of_its_change() {
        let files = files(2, MOST);
        assert_eq!(files.len(), 1);
        let (name, xml) = files.first().cloned().unwrap_or_default();
        assert_eq!(name, NAME);
        assert_eq!(xml.matches("<url>").count(), 4, "{xml}");
        assert_eq!(xml.matches("<lastmod>2025-11-25</lastmod>").count(), 2, "{xml}");
        assert_eq!(
            xml.matches(r#"hreflang="ar-MA" href="https://a.example/ar/card/1/""#).count(),
            2,
            "both languages of the second page: {xml}"
        );
        assert!(xml.contains(r#"hreflang="x-default" href="https://a.example/card/0/""#), "{xml}");
    }

    #[test]
    fn a_map_that_is_too_long_or_too_large_is_split_and_its_parts_are_listed() {
        let long = Most { addresses: 3, bytes: usize::MAX };
        let large = Most { addresses: usize::MAX, bytes: 1500 };
        for most in [long, large] {
            let files = files(4, most);
            let (list, parts) = files.split_last().map(|(list, parts)| (list.clone(), parts)).unwrap_or_default();
            assert!(parts.len() > 1, "{parts:?}");
            assert_eq!(list.0, NAME);
            for (name, xml) in parts {
                assert!(list.1.contains(&format!("<loc>https://a.example/{name}</loc>")), "{list:?}");
                assert!(xml.matches("<url>").count() <= most.addresses && xml.len() <= most.bytes, "{}", xml.len());
            }
            let all: usize = parts.iter().map(|(_, xml)| xml.matches("<url>").count()).sum();
            assert_eq!(all, 8, "no address is lost");
        }
    }
}
