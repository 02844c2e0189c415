//! The page that lists the stories of a site.

use std::fmt::Write as _;

use super::built::{Listed, Record};
use crate::{
    error::SiteError,
    escape::escaped,
    pages::document::Document,
    publish::shared::{Shared, Traits},
};

/// The page, with the style sheet of its own, by its address.
pub(super) fn page(
    title: &str,
    stories: &[(&str, &Record)],
    shared: &Shared,
    looks: &str,
) -> Result<String, SiteError> {
    let styles = &shared.bundle(Traits::new::<std::rc::Rc<_>>(&[]))?.styles;
    let icon = &shared.icons.svg;
    let head = format!(
        r#"<meta name="color-scheme" content="light dark">
<link rel="icon" href="{icon}">
<link rel="stylesheet" href="{styles}">
<link rel="stylesheet" href="{looks}">
"#
    );
    let items: String = stories.iter().map(|(name, record)| item(name, record)).collect();
    let heading = escaped(title);
    let body = format!("<main>\n<h1>{heading}</h1>\n<ol role=\"list\">\n{items}</ol>\n</main>");
    // The title is that of whoever builds the site; the first story says in which language they speak.
    let first = stories.first().and_then(|(_, record)| record.editions.first());
    let (locale, direction) = first.map_or(("en", "ltr"), |first| (&first.locale, &first.direction));
    Ok(Document { locale, direction, title, head: &head, class: "fact-cards-page stories-page", body: &body }.html())
}

/// A story in its first language, with links to the others.
fn item(name: &str, Record { editions, .. }: &Record) -> String {
    let Some(Listed { locale, direction, title, lead, extent, .. }) = editions.first() else { return String::new() };
    let [locale, title, lead, extent] = [locale, title, lead, extent].map(|text| escaped(text));
    let mut others = String::new();
    for Listed { path, locale, direction, language, .. } in editions.iter().skip(1) {
        let [path, locale, language] = [path, locale, language].map(|text| escaped(text));
        // Writing to a String does not fail.
        let _ = write!(
            others,
            r#" <a href="{name}/{path}" lang="{locale}" hreflang="{locale}" dir="{direction}">{language}</a>"#
        );
    }
    format!(
        r#"<li lang="{locale}" dir="{direction}">
<h2><a href="{name}/">{title}</a></h2>
<p>{lead}</p>
<p class="extent"><span>{extent}</span>{others}</p>
</li>
"#
    )
}
