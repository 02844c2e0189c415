//! The frame of a page: the only place where HTML is made from strings.

use std::rc::Rc;

use fact_cards::prerender;
use fact_cards_story::edition::Edition;

/// The files that a page needs, by their names in `assets/`.
pub(crate) struct Parts {
    pub styles: String,
    pub icon: String,
    pub page_script: String,
    pub glue: String,
    pub engine: String,
    pub engine_integrity: String,
}

/// The page for an edition, with the widget already in it. `root` leads from the page to the top of the site: empty, or `../`.
pub(crate) fn page(edition: &Rc<Edition>, parts: &Parts, root: &str) -> String {
    let Parts { styles, icon, page_script, glue, engine, engine_integrity } = parts;
    let language = escaped(&edition.locale);
    let direction = if edition.right_to_left { "rtl" } else { "ltr" };
    let title = escaped(&edition.title);
    let lead = escaped(&edition.lead);
    let cannot_start = escaped(&edition.words.cannot_start);
    let widget = prerender(edition, 1);
    let short_language = escaped(&edition.language);
    format!(
        r#"<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<meta name="description" content="{lead}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="{root}assets/{icon}">
<link rel="stylesheet" href="{root}assets/{styles}">
<link rel="modulepreload" href="{root}assets/{glue}">
<script type="module" src="{root}assets/{page_script}"></script>
</head>
<body class="fact-cards-page">
<main>
<div id="fact-cards" data-language="{short_language}" data-glue="{glue}" data-engine="{engine}" data-integrity="{engine_integrity}" data-cannot-start="{cannot_start}">{widget}</div>
</main>
</body>
</html>
"#
    )
}

/// Text as it stands in HTML, in an attribute or between tags.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        let name = |name: &str| name.to_owned();
        Parts {
            styles: name("s.css"),
            icon: name("i.svg"),
            page_script: name("p.js"),
            glue: name("g.js"),
            engine: name("e.wasm"),
            engine_integrity: name("sha384-x"),
        }
    }

    #[test]
    fn text_of_the_story_never_becomes_markup() {
        let hostile = r#"</title><script>alert("1")</script>'"#;
        let edition = Edition { title: hostile.into(), lead: hostile.into(), ..Edition::default() };
        let page = page(&Rc::new(edition), &parts(), "");
        assert!(!page.contains("<script>"), "{page}");
        assert!(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;"), "{page}");
    }

    #[test]
    fn a_page_in_a_folder_finds_its_files_above() {
        let page = page(&Rc::default(), &parts(), "../");
        assert!(page.contains(r#"href="../assets/s.css""#), "{page}");
    }
}
