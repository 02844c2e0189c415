//! Pictures as they are shown.

use super::{Encoder, position};
use crate::story;
use fact_cards_picture::Size;
use fact_cards_story::edition::{Picture, Pictured, Pictures};

impl Encoder<'_> {
    /// All pictures; nothing where there is none.
    pub(super) fn pictures(&self) -> Option<Pictures> {
        let cards = self.story.cards.iter().enumerate();
        let cards = cards.map(|(at, card)| (Pictured::Card(self.order.position(at)), &card.picture));
        let articles = self.story.articles.iter().enumerate();
        let articles = articles.map(|(at, article)| (Pictured::Article(position(at)), &article.picture));
        let shown = cards.chain(articles).filter_map(|(of, picture)| Some(self.picture(of, picture.as_ref()?)));
        let mut all: Vec<Picture> = shown.collect();
        all.sort_by_key(|picture| picture.of);
        (!all.is_empty()).then_some(Pictures { all })
    }

    fn picture(&self, of: Pictured, picture: &story::Picture) -> Picture {
        let Size { width, height } = picture.seen.large();
        let side = |side: u32| u16::try_from(side).unwrap_or(u16::MAX);
        Picture {
            of,
            name: picture.seen.name(picture.focus),
            width: side(width),
            height: side(height),
            inside: None,
            licence: picture.licence.clone(),
            source: picture.source.clone(),
            alt: self.named(&picture.alt),
            credit: self.named(&picture.credit),
        }
    }
}
