//! The page of a card or fact that is not there any more. Links to it have been shared, so it says what became of it, and nothing of
//! what it was: that may have to stay unsaid.

use fact_cards_author::{LeftOut, Thing};
use fact_cards_story::edition::{Changed, Edition};

use crate::{
    base_url::BaseUrl,
    escape::escaped,
    pages::{
        document::Document,
        languages::Languages,
        parts::Parts,
        permalink::{CLASS, NOINDEX, looks},
    },
    prepared::Site,
};

/// Such a page in a language.
pub(crate) struct Gone<'g> {
    pub site: &'g Site,
    /// Which edition.
    pub number: usize,
    /// Whether it was a card, or a fact.
    pub thing: Thing,
    pub id: &'g str,
    pub parts: &'g Parts<'g>,
    /// The address of the story.
    pub base: &'g BaseUrl,
}

impl Gone<'_> {
    /// The page, whose path is below the folder of its edition.
    pub fn html(&self) -> Option<String> {
        let Self { site, number, thing, id, parts, base } = *self;
        let editions = site.editions();
        let edition = editions.get(number)?;
        let words = site.page_words().get(number)?;
        let path = format!("{}/{id}/", thing.key());
        let languages =
            Languages { editions, number, address: |other: &Edition| base.join(&format!("{}{path}", other.path)) };
        let said = if thing == Thing::Card { &words.card_gone } else { &words.fact_gone };
        let head = format!("{NOINDEX}{}", looks(number, parts));
        let [title, said, locale] = [edition.title.shown(), said, &edition.locale].map(escaped);
        let direction = crate::pages::document::direction(edition);
        let why = why(edition, number, site.left_out(), thing, id).unwrap_or_default();
        let body = format!(
            r#"{choice}<main>
<div class="fact-cards permalink" lang="{locale}" dir="{direction}">
<p class="of-story"><a href="../../">{title}</a></p>
<article class="permalink-gone">
<h1>{said}</h1>
{why}</article>
</div>
</main>"#,
            choice = languages.plain_choice(),
        );
        let document = Document { head: &head, class: CLASS, body: &body, ..Document::new(edition) };
        Some(document.html())
    }
}

/// When and why it was withdrawn, as the list of changes in the story says too: what is not told there is not told here.
fn why(edition: &Edition, number: usize, left_out: &[LeftOut], thing: Thing, id: &str) -> Option<String> {
    let left_out = left_out.iter().find(|left_out| left_out.thing == thing && left_out.id == id)?;
    let date = left_out.date.to_string();
    let change = edition.changes.as_ref()?.all.iter().find(|change| {
        matches!(change.of, Changed::FactOf(_) | Changed::Gone)
            && change.date == date
            && change.what.shown() == left_out.reason.at(number)
    })?;
    let (on, reason) = (escaped(&change.on), escaped(change.what.shown()));
    Some(format!(
        "<p class=\"change\" data-change=\"withdrawn\"><span class=\"change-on\">{on}</span> <span>{reason}</span></p>\n"
    ))
}
