//! The widget as HTML, made on the host by the same components.

use std::rc::Rc;

use fact_cards_story::{PageWords, edition::Edition};
use yew::{AttrValue, BaseComponent, Callback, LocalServerRenderer};

use crate::{
    PermalinkOf, Pieces, Prerendered, Props, Requested, Widget,
    components::{Piece, PieceOf, PieceProps, begin_page},
    share::Addresses,
    state::View,
    visible::visible,
};

/// What a page is prerendered with.
#[derive(Clone, Debug, Default)]
pub struct PageOptions {
    /// The level of the heading of the story's title.
    pub heading_level: u8,
    /// Where the story's pages are, if it has several.
    pub pages: Option<String>,
    /// How many cards stand before the button that shows all; 0 where all of them do.
    pub show: usize,
    /// The way to the top of the story, with a slash where it is not empty.
    pub site: String,
    /// The address of the story's pages, where cards have pages of their own there; otherwise empty.
    pub permalinks: String,
    /// Whether the cards stand by themselves: without title, controls and status.
    pub bare: bool,
    /// How many cards have their facts in it, where it is not all; of the others a link leads to the page of the card.
    pub with_facts: Option<usize>,
}

/// The widget of an edition as it is before the reader has done anything. `prerendered` is how much of it there is. The engine
/// hydrates it by its comments.
#[must_use]
pub fn prerender(edition: &Rc<Edition>, prerendered: Prerendered, page: PageOptions) -> String {
    let pieces = Some(Rc::new(pieces(edition, prerendered, &page)));
    let props = Props {
        edition: Rc::clone(edition),
        // As it is until an engine has hydrated it.
        requested: Requested { hydrates: Some(prerendered), ..Requested::default() },
        on_hydrated: Callback::default(),
        on_change: Callback::default(),
        on_open: Callback::default(),
        on_share: Callback::default(),
        addresses: Addresses { permalinks: page.permalinks, ..Addresses::default() },
        site: page.site,
        heading_level: page.heading_level,
        pages: page.pages,
        show: page.show,
        bare: page.bare,
        hydrates: true,
        prints: false,
        pieces,
    };
    rendered::<Widget>(props, true)
}

/// The page of a card or a fact: what stands between its head and its foot. It needs no engine. `picture` is the way to the picture
/// that it is shared with.
#[must_use]
pub fn permalink_page(
    edition: &Rc<Edition>,
    of: PermalinkOf,
    words: &Rc<PageWords>,
    picture: Option<String>,
) -> String {
    begin_page();
    let props = PieceProps {
        edition: Rc::clone(edition),
        prerendered: Prerendered::Cards(0),
        pages: None,
        site: if edition.path.is_empty() { "../../" } else { "../../../" }.to_owned(),
        heading_level: 1,
        bare: false,
        top: String::new(),
        // Nothing is filtered or searched for, so nobody looks for what is visible in the whole story.
        visible: Rc::default(),
        of: PieceOf::Permalink(of, Rc::clone(words), picture.map(AttrValue::from)),
    };
    rendered::<Piece>(props, false)
}

/// What the engine leaves as it is, without the comments by which it hydrates.
fn pieces(edition: &Rc<Edition>, prerendered: Prerendered, page: &PageOptions) -> Pieces {
    begin_page();
    let visible = Rc::new(visible(edition, &prerendered.state().choice));
    let piece = |of: PieceOf| {
        let (edition, visible) = (Rc::clone(edition), Rc::clone(&visible));
        let PageOptions { pages, site, heading_level, permalinks: top, bare, .. } = page.clone();
        let props = PieceProps { edition, prerendered, pages, site, heading_level, bare, top, visible, of };
        AttrValue::from(rendered::<Piece>(props, false))
    };
    let mut bodies = vec![AttrValue::Static(""); edition.cards.len()];
    let with_facts = page.with_facts.unwrap_or(usize::MAX);
    for (number, card) in visible.cards.iter().enumerate() {
        if let Some(body) = bodies.get_mut(card.card.index()) {
            *body = piece(if number < with_facts { PieceOf::Body(card.card) } else { PieceOf::Way(card.card) });
        }
    }
    let views = match prerendered {
        Prerendered::Cards(_) => Vec::new(),
        Prerendered::Views => View::ALL.into_iter().skip(1).map(|view| piece(PieceOf::View(view))).collect(),
    };
    Pieces { bodies, views }
}

fn rendered<C: BaseComponent>(props: C::Properties, hydratable: bool) -> String {
    futures_executor::block_on(LocalServerRenderer::<C>::with_props(props).hydratable(hydratable).render())
}
