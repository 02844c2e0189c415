use super::{entry::Entry, picture::picture};
use crate::story::Article;

/// One `[[article]]`.
pub(super) fn article(entry: &mut Entry) -> Option<Article> {
    let place = entry.place();
    let id = entry.id();
    let title = entry.needed_localised("title", "`title.en = \"…\"`");
    let short = entry.needed_localised("short", "`short.en = \"Election\"`");
    entry.need("paragraphs", "`paragraphs = 13`");
    let paragraphs = entry.whole("paragraphs", 1, u16::MAX);
    let date = entry.period("date");
    let publisher = entry.text("publisher");
    let url = entry.web_address("url");
    let picture = picture(entry);
    Some(Article {
        id: id?,
        title: title?,
        short: short?,
        paragraphs: paragraphs?,
        date,
        publisher,
        url,
        picture,
        place,
    })
}
