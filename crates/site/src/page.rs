//! The frame of a page.

use std::rc::Rc;

use fact_cards_story::edition::Edition;

use crate::{escape::escaped, mount::mount};

/// The files that a page needs besides the loader, by their names in `assets/`.
pub(crate) struct Parts {
    pub styles: String,
    pub icon: String,
}

/// The page for an edition. It is an element with its cards beside the shadows: there the browser itself leads to a card.
/// `root` leads from the page to the top of the site: empty, or `../`.
pub(crate) fn page(edition: &Rc<Edition>, parts: &Parts, root: &str) -> String {
    let Parts { styles, icon } = parts;
    let locale = escaped(&edition.locale);
    let language = escaped(&edition.language);
    let direction = if edition.right_to_left { "rtl" } else { "ltr" };
    let title = escaped(&edition.title);
    let lead = escaped(&edition.lead);
    let mount = mount(edition, 1);
    format!(
        r#"<!doctype html>
<html lang="{locale}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<meta name="description" content="{lead}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="{root}assets/{icon}">
<link rel="stylesheet" href="{root}assets/{styles}">
<script type="module" src="{root}fact-cards.js"></script>
</head>
<body class="fact-cards-page">
<main>
<fact-cards lang="{language}" heading-level="1" sync-url>{mount}</fact-cards>
</main>
</body>
</html>
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        Parts { styles: "s.css".to_owned(), icon: "i.svg".to_owned() }
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
