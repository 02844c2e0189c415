use std::fmt::Write;

use crate::story::{Card, Story};

/// The styles that all peers share.
pub const STYLES: &str = include_str!("../../peers/page.css");

/// The peer's own parts of a page.
pub struct Frame<'f> {
    /// Further content of the head.
    pub head: &'f str,
    /// The controls.
    pub controls: &'f str,
    /// The markup between controls and cards.
    pub above: &'f str,
}

/// A page with all cards.
pub fn page(story: &Story, frame: &Frame) -> String {
    let (title, lead) = (escaped(&story.title), escaped(&story.lead));
    let cards: String = story.cards.iter().enumerate().map(|(place, one)| card(story, one, place)).collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/page.css\">\n{}</head>\n<body id=\"list\">\n<h1>{title}</h1>\n<p>{lead}</p>\n\
         <div class=\"controls\">{}</div>\n<p role=\"status\"></p>\n{}<div class=\"cards\">\n{cards}</div>\n</body>\n</html>\n",
        escaped(&story.locale),
        direction(&story.language),
        frame.head,
        frame.controls,
        frame.above,
    )
}

/// Radio buttons, the first of which is checked.
pub fn radios(name: &str, values: &[&str]) -> String {
    let radio = |(place, value): (usize, &&str)| {
        let checked = if place == 0 { " checked" } else { "" };
        format!("<label><input type=\"radio\" name=\"{name}\" value=\"{value}\"{checked}> {value}</label>")
    };
    values.iter().enumerate().map(radio).collect()
}

/// One card.
fn card(story: &Story, card: &Card, place: usize) -> String {
    format!(
        "<article class=\"card\" data-card=\"{id}\" data-kind=\"{}\" data-name=\"{}\" data-date=\"{}\" data-story=\"{place}\">\
         <p class=\"kind-name searched\">{}</p>\n{}</article>\n",
        card.kind,
        escaped(&card.name),
        escaped(story.date_of(card)),
        escaped(&card.of_type.name),
        content(story, card, "h2"),
        id = escaped(&card.id),
    )
}

/// Name, summary and facts with their sources. Our search ignores sources, by which it would find every fact of an article; so do
/// those of peers that can exclude them.
pub fn content(story: &Story, card: &Card, heading: &str) -> String {
    let mut html = format!(
        "<{heading} class=\"name searched\">{}</{heading}>\n<p class=\"summary searched\">{}</p>\n<ul class=\"facts\">\n",
        escaped(&card.name),
        escaped(&card.summary)
    );
    for fact in story.facts_of(card) {
        let about = fact.when.iter().chain(fact.speaker.as_ref().map(|speaker| &speaker.name));
        let joined = |texts: Vec<String>| texts.join(" · ");
        // Writing into a text does not fail.
        let _ = writeln!(
            html,
            "<li><span class=\"searched\">{} {}</span> <cite data-pagefind-ignore>{}</cite></li>",
            escaped(&fact.statement),
            joined(about.map(|text| escaped(text)).collect()),
            joined(fact.sources.iter().map(|source| escaped(&source.marker)).collect())
        );
    }
    html + "</ul>\n"
}

/// The direction of a language.
pub fn direction(language: &str) -> &'static str {
    if language == "ar" { "rtl" } else { "ltr" }
}

/// Escapes a text for HTML, in attributes too.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{escaped, radios};

    #[test]
    fn text_never_becomes_markup() {
        assert_eq!(escaped("<b title=\"&\">"), "&lt;b title=&quot;&amp;&quot;>");
    }

    #[test]
    fn the_first_of_several_radio_buttons_is_checked() {
        let html = radios("kind", &["all", "venue"]);
        assert!(html.starts_with("<label><input type=\"radio\" name=\"kind\" value=\"all\" checked> all</label>"));
        assert_eq!(html.matches("checked").count(), 1);
    }
}
