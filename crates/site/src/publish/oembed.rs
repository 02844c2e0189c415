//! Writes what systems are told that ask how to show an address. A host of files cannot answer by a query, so there is a file for
//! each address: that of the story in a language, of each view, and of each card.

use fact_cards::{PermalinkOf, permalink, state::View};
use fact_cards_story::edition::{CardId, Changed, Edition};

use crate::{
    base_url::BaseUrl,
    data::oembed::{NAME, Oembed},
    error::SiteError,
    pages::{
        parts::Parts,
        view_address::{self, view_address},
    },
    publish::asset::{Assets, Need},
};

/// Writes those of an edition.
pub(crate) fn write(
    edition: &Edition,
    number: usize,
    parts: &Parts,
    base: &BaseUrl,
    assets: &mut Assets,
) -> Result<(), SiteError> {
    let addresses = parts.home.addresses();
    let story = Oembed {
        edition,
        title: edition.title.shown(),
        page: &edition.path,
        query: "",
        picture: parts.pictures.of_story(number),
        publisher: parts.publisher.as_deref(),
        base,
        addresses: &addresses,
    };
    assets.write(Need::OnRequest, &format!("{}{NAME}", edition.path), story.json().as_bytes())?;
    for view in View::ALL.into_iter().filter(|view| *view != View::default()) {
        let path = view_address::path(edition, view);
        let (title, page) = (view_address::title(edition, view), view_address::on_the_page(edition, view));
        let query = format!("?view={}", view.key());
        let told = Oembed { title: &title, page: &page, query: &query, ..story };
        assets.write(Need::OnRequest, &format!("{path}.json"), told.json().as_bytes())?;
        assets.write(Need::OnRequest, &format!("{path}.html"), view_address(edition, view, base).as_bytes())?;
    }
    for position in CardId::first(edition.cards.len()) {
        // What does not hold any more is not shown by itself.
        let holds = edition.withdrawal(Changed::Card(position)).is_none();
        let Some(card) = edition.card(position).filter(|_| holds) else { continue };
        let page = format!("{}{}", edition.path, permalink::of_card(card));
        let title = format!("{} · {}", card.name.shown(), edition.title.shown());
        let query = format!("?only={}", card.id);
        let picture = parts.pictures.of_permalink(number, PermalinkOf::Card(position));
        let told = Oembed { title: &title, page: &page, query: &query, picture, ..story };
        assets.write_aside(&format!("{page}{NAME}"), told.json().as_bytes())?;
    }
    Ok(())
}
