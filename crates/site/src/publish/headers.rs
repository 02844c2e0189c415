//! With which headers a host serves the files of a site: the same for every story, told by a file's path alone.

use std::{collections::BTreeSet, fmt::Write as _};

use crate::base_url::BaseUrl;

/// The policy that every page of a site works under: nothing but its own files, and no text that becomes markup.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'";

/// The same for a snippet that somebody opens by itself: its styles stand in it.
const SNIPPET_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; \
    img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// The same for the page of a single card or fact, which runs nothing.
const PERMALINK_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'";

/// A year: what is named by its content never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Five minutes: so long it takes until everybody sees a correction.
const FOR_MINUTES: &str = "public, max-age=300";
/// Browsers look for a new service worker at each visit; nobody in between is to answer with an old one.
const NEVER: &str = "no-cache";

/// What every file is served with: articles of other origins embed the cards, and a type is what it says.
pub const FOR_ALL: [(&str, &str); 3] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
];

/// The folders of a site, or of one of its stories, that hold nothing but files of one sort.
pub(crate) const FOLDERS: [&str; 6] = ["assets/", "embed/", "snippet/", "standalone/", "card/", "fact/"];

/// Those of them whose files have a folder each, called by an id. The id may be any word, such as `assets`.
pub(crate) const PERMALINKS: [&str; 2] = ["card/", "fact/"];

/// For how long a file may be kept, by its path in the site: the value of `Cache-Control`.
#[must_use]
pub fn cache_control(path: &str) -> &'static str {
    match path {
        _ if path.rsplit('/').next() == Some("sw.js") => NEVER,
        _ => match sort(path).1 {
            "assets/" => FOR_EVER,
            _ => FOR_MINUTES,
        },
    }
}

/// The value of `Content-Security-Policy` for a file, by its path in the site and the origin that it is served from. A file
/// that stands alone has its policy in itself.
#[must_use]
pub fn policy(path: &str, origin: Option<&str>) -> Option<String> {
    match sort(path).1 {
        "card/" | "fact/" => Some(PERMALINK_POLICY.to_owned()),
        "standalone/" => None,
        "snippet/" => Some(SNIPPET_POLICY.to_owned()),
        // In a sandboxed frame a page has no origin, and to WebKit `'self'` is nobody there.
        "embed/" => {
            Some(origin.map_or(POLICY.to_owned(), |origin| POLICY.replace("'self'", &format!("'self' {origin}"))))
        }
        _ => Some(POLICY.to_owned()),
    }
}

/// The folder by which a file is of a sort, with those around it, and without.
fn sort(path: &str) -> (&str, &str) {
    let own = folder(path);
    let around = folder(own.trim_end_matches('/'));
    if PERMALINKS.contains(&name(around)) {
        return (around, name(around));
    }
    (own, if FOLDERS.contains(&name(own)) { name(own) } else { "" })
}

/// The folder that something is in, with those around it.
fn folder(path: &str) -> &str {
    path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or_default()
}

/// A folder without those around it.
fn name(folder: &str) -> &str {
    let begin = folder.trim_end_matches('/').rfind('/').map_or(0, |at| at + 1);
    folder.get(begin..).unwrap_or_default()
}

/// The file `_headers`, as several static hosts read it, for a site with these files that will live there. Hosts join the
/// values of rules that meet, so no two rules give one file the same header.
pub(crate) fn headers_file<'p>(paths: impl IntoIterator<Item = &'p str>, base: Option<&BaseUrl>) -> String {
    let folder = base.map_or("/", BaseUrl::folder);
    let origin = base.map(BaseUrl::origin);
    let mut rules: Vec<String> = Vec::new();
    let mut folders = BTreeSet::new();
    for path in paths {
        let (whole, name) = sort(path);
        if name.is_empty() {
            rules.push(path.to_owned());
            rules.extend(path.strip_suffix("index.html").map(str::to_owned));
        } else if folders.insert(whole) {
            rules.push(format!("{whole}*"));
        }
    }
    let mut file = String::new();
    let mut rule = |path: &str, headers: &[(&str, &str)]| {
        // Writing to a String does not fail.
        let _ = writeln!(file, "{folder}{path}");
        for (name, value) in headers {
            let _ = writeln!(file, "  {name}: {value}");
        }
    };
    rule("*", &FOR_ALL);
    rule("*.wasm", &[("Content-Type", "application/wasm")]);
    rule("*.csv", &[("Content-Type", "text/csv; charset=utf-8")]);
    rule("*.json", &[("Content-Type", "application/json")]);
    rule("*.xml", &[("Content-Type", "application/xml")]);
    rule("*.webmanifest", &[("Content-Type", "application/manifest+json")]);
    for path in &rules {
        let mut headers = vec![("Cache-Control", cache_control(path))];
        let policy = policy(path, origin.as_deref());
        headers.extend(policy.as_deref().map(|policy| ("Content-Security-Policy", policy)));
        rule(path, &headers);
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 18] = [
        "index.html",
        "ar/index.html",
        "embed/en.html",
        "embed/index.html",
        "assets/a-1.js",
        "fact-cards.js",
        "story.csv",
        "story.json",
        "ar/story.csv",
        "manifest.webmanifest",
        "sw.js",
        "snippet/en.html",
        "standalone/en.html",
        "card/assets/index.html",
        "card/embed/index.html",
        "ar/card/rabat/index.html",
        "fact/snippet/index.html",
        "changes.xml",
    ];

    /// The rules in a file: each pattern with the names of its headers.
    fn rules(file: &str) -> Vec<(String, Vec<String>)> {
        let mut rules: Vec<(String, Vec<String>)> = Vec::new();
        for line in file.lines() {
            match (line.trim().split_once(": "), rules.last_mut()) {
                (Some((name, _)), Some((_, names))) if line.starts_with(' ') => names.push(name.to_owned()),
                _ => rules.push((line.to_owned(), Vec::new())),
            }
        }
        rules
    }

    #[test]
    fn no_two_rules_give_a_file_the_same_header() {
        let rules = rules(&headers_file(FILES, "https://a.example/cards".parse().ok().as_ref()));
        for file in FILES {
            let path = format!("/cards/{file}");
            let meets = |pattern: &str| match pattern.split_once('*') {
                Some((before, after)) => path.starts_with(before) && path.ends_with(after),
                None => pattern == path,
            };
            let mut names: Vec<&String> =
                rules.iter().filter(|(pattern, _)| meets(pattern)).flat_map(|(_, names)| names).collect();
            names.sort();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{file}: {names:?}");
            assert!(names.iter().any(|name| *name == "Cache-Control"), "{file} is cached for a stated time");
            assert!(names.iter().any(|name| *name == "Access-Control-Allow-Origin"), "{file} is for every origin");
        }
    }

    #[test]
    fn a_story_of_many_has_the_same_headers_as_a_single_story() {
        for file in FILES {
            let of_many = format!("morocco/{file}");
            assert_eq!(cache_control(&of_many), cache_control(file), "{file}");
            assert_eq!(policy(&of_many, Some("https://a.example")), policy(file, Some("https://a.example")), "{file}");
        }
        let file = headers_file(["morocco/embed/en.html", "morocco/index.html", "assets/a.js"], None);
        for rule in ["/morocco/embed/*", "/morocco/index.html", "/morocco/", "/assets/*"] {
            assert_eq!(file.matches(&format!("\n{rule}\n")).count(), 1, "{rule} in {file}");
        }
    }

    #[test]
    fn a_page_has_a_rule_for_each_of_its_two_addresses() {
        let file = headers_file(FILES, None);
        for address in ["/", "/index.html", "/ar/", "/ar/index.html"] {
            assert!(
                file.contains(&format!("\n{address}\n  Cache-Control: public, max-age=300\n")),
                "{address} in {file}"
            );
        }
    }

    #[test]
    fn the_pages_of_all_cards_share_one_rule_whatever_they_are_called() {
        let file = headers_file(FILES, None);
        for folder in ["/card/*", "/ar/card/*", "/fact/*"] {
            assert_eq!(file.matches(&format!("\n{folder}\n")).count(), 1, "{folder} in {file}");
        }
        for path in ["card/assets/index.html", "card/standalone/index.html", "morocco/ar/fact/sw/index.html"] {
            assert_eq!(cache_control(path), FOR_MINUTES, "{path}");
            assert_eq!(policy(path, None).as_deref(), Some(PERMALINK_POLICY), "{path}");
            assert!(!file.contains("assets/index"), "{file}");
        }
    }

    #[test]
    fn files_of_uncommon_types_have_their_content_type_stated() {
        let file = headers_file(FILES, None);
        for (files, kind) in
            [("*.csv", "text/csv; charset=utf-8"), ("*.json", "application/json"), ("*.xml", "application/xml")]
        {
            assert!(file.contains(&format!("\n/{files}\n  Content-Type: {kind}\n")), "{file}");
        }
    }

    #[test]
    fn the_page_for_a_frame_names_its_origin_in_its_policy() {
        let file = headers_file(FILES, "https://a.example:8443/cards".parse().ok().as_ref());
        let rule = file.split_once("/cards/embed/*\n").map(|(_, rule)| rule).unwrap_or_default();
        assert!(
            rule.contains(
                "script-src 'self' https://a.example:8443 'wasm-unsafe-eval'; style-src 'self' https://a.example:8443;"
            ),
            "{file}"
        );
    }

    #[test]
    fn hashed_files_are_cached_for_a_year_and_the_service_worker_not_at_all() {
        assert_eq!(cache_control("assets/engine-1.wasm"), "public, max-age=31536000, immutable");
        assert_eq!(cache_control("fact-cards.js"), "public, max-age=300");
        assert_eq!(cache_control("sw.js"), "no-cache");
    }
}
