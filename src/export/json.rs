mod writer;

use fact_cards_story::edition::{
    ArticleId, Card, CardId, Change, ChangeKind, Changed, Edition, Facet, FacetValue, Fact, FactId, Figure,
    PictureForm, Pictured,
};

use self::writer::Writer;
use super::{Selection, about, article_id, named, values_of};
use crate::{permalink, visible::note};

/// The version of what is written. Fields may be added to it; another meaning or name of one is another version.
const FORMAT: &str = "1";

/// A selection as JSON. Articles are those that its cards and facts stand in.
#[must_use]
pub fn json(edition: &Edition, selection: &Selection) -> String {
    let (mut is_exported, mut is_used) = (vec![false; edition.facts.len()], vec![false; edition.articles.len()]);
    for number in &selection.facts {
        note(&mut is_exported, *number);
        let sources = edition.fact(*number).into_iter().flat_map(|fact| &fact.sources);
        sources.for_each(|source| note(&mut is_used, source.article));
    }
    let cards = selection.cards.iter().filter_map(|card| edition.card(*card));
    let stands = cards.flat_map(|card| &card.spellings).filter_map(|spelling| spelling.stands);
    stands.for_each(|(article, _)| note(&mut is_used, article));
    let mut document = Document { edition, selection, is_exported, is_used, to: Writer::default() };
    document.write();
    document.to.into_text()
}

struct Document<'d> {
    edition: &'d Edition,
    selection: &'d Selection,
    /// Whether each fact of the story is in the selection, and whether something of it stands in each article.
    is_exported: Vec<bool>,
    is_used: Vec<bool>,
    to: Writer,
}

impl Document<'_> {
    fn write(&mut self) {
        let (edition, selection) = (self.edition, self.selection);
        self.to.open('{');
        self.to.plain("format", FORMAT);
        self.to.text("language", &edition.language);
        self.to.text("locale", &edition.locale);
        self.to.text("title", edition.title.shown());
        self.to.text("lead", edition.lead.shown());
        self.to.optional("url", selection.url.as_deref());
        #[cfg(not(target_arch = "wasm32"))]
        self.to.optional("share_picture", selection.share_pictures.story.as_deref());
        self.articles();
        self.to.list("cards");
        for number in &selection.cards {
            if let Some(card) = edition.card(*number) {
                self.card(*number, card);
            }
        }
        self.to.close(']');
        self.to.list("facts");
        for number in &selection.facts {
            if let Some(fact) = edition.fact(*number) {
                self.fact(*number, fact);
            }
        }
        self.to.close(']');
        self.left_out();
        self.to.close('}');
    }

    /// What was withdrawn and left out, of whatever cards: it is nowhere else.
    fn left_out(&mut self) {
        self.to.list("left_out");
        let all = self.edition.changes.iter().flat_map(|changes| &changes.all);
        for change in all.filter(|change| matches!(change.of, Changed::FactOf(_) | Changed::Gone)) {
            self.to.open('{');
            self.change(change, "reason");
            if let Changed::FactOf(card) = change.of {
                self.reference("card", card);
            }
            self.to.close('}');
        }
        self.to.close(']');
    }

    /// What became of a card or fact.
    fn changes(&mut self, of: Changed, withdrawal: Option<&Change>) {
        let changes = self.edition.changes_of(of);
        for (kind, list, what) in
            [(ChangeKind::Revised, "revised", "change"), (ChangeKind::Corrected, "corrected", "was")]
        {
            self.to.list(list);
            for change in changes.iter().filter(|change| change.kind == kind) {
                self.to.open('{');
                self.change(change, what);
                self.to.close('}');
            }
            self.to.close(']');
        }
        if let Some(withdrawal) = withdrawal {
            self.to.key("withdrawn");
            self.to.open('{');
            self.change(withdrawal, "reason");
            self.to.close('}');
        }
    }

    fn change(&mut self, change: &Change, what: &str) {
        self.to.text("date", &change.date);
        self.to.text(what, change.what.shown());
    }

    fn articles(&mut self) {
        self.to.list("articles");
        for (position, article) in ArticleId::all().zip(&self.edition.articles) {
            if self.is_used.get(position.index()) != Some(&true) {
                continue;
            }
            let value = self.edition.source(position);
            self.to.open('{');
            self.to.text("id", value.map_or("", |value| &value.id));
            self.to.text("title", article.title.shown());
            self.to.text("short", value.map_or("", |value| value.name.shown()));
            self.to.number("paragraphs", article.length.into());
            self.to.optional("published", article.published_on.as_deref());
            self.to.optional("publisher", article.publisher.as_deref());
            self.to.optional("url", article.url.as_deref());
            self.picture(Pictured::Article(position));
            self.to.close('}');
        }
        self.to.close(']');
    }

    /// The picture of a card or article, whose file lies below the top of the story.
    fn picture(&mut self, of: Pictured) {
        let Some(picture) = self.edition.picture(of) else { return };
        self.to.key("picture");
        self.to.open('{');
        if picture.inside.is_none() {
            self.to.text("file", &picture.address("", PictureForm::Large));
        }
        self.to.number("width", picture.width.into());
        self.to.number("height", picture.height.into());
        self.to.text("alt", picture.alt.shown());
        self.to.text("credit", picture.credit.shown());
        self.to.optional("licence", picture.licence.as_deref());
        self.to.optional("source", picture.source.as_deref());
        self.to.close('}');
    }

    fn card(&mut self, position: CardId, card: &Card) {
        let edition = self.edition;
        self.to.open('{');
        self.to.text("id", &card.id);
        self.to.text("kind", card.kind.key());
        self.to.key("type");
        self.value(named(edition, Facet::Type, card.card_type));
        self.to.text("name", card.name.shown());
        self.permalink(position, None);
        #[cfg(not(target_arch = "wasm32"))]
        self.share_picture(&self.selection.share_pictures.cards, position.index());
        self.to.list("spellings");
        for spelling in &card.spellings {
            self.to.open('{');
            self.to.text("name", spelling.name.shown());
            if let Some((article, paragraph)) = spelling.stands {
                self.source(article, paragraph, spelling.marker.as_ref().map_or("", |marker| marker.shown()));
            }
            self.to.close('}');
        }
        self.to.close(']');
        self.to.text("summary", card.summary.shown());
        if let Some((latitude, longitude)) = card.coordinates {
            self.to.key("coordinates");
            self.to.open('{');
            self.to.degrees("latitude", latitude);
            self.to.degrees("longitude", longitude);
            self.to.close('}');
        }
        self.picture(Pictured::Card(position));
        self.to.list("links");
        for link in &card.links {
            self.to.open('{');
            self.to.text("relation", link.relation.shown());
            self.reference("to", link.card);
            self.to.close('}');
        }
        self.to.close(']');
        self.to.list("facts");
        for number in edition.columns().standing.get(position) {
            let is_exported = self.is_exported.get(number.index()) == Some(&true);
            if let Some(fact) = edition.fact(*number).filter(|_| is_exported) {
                self.to.item(&fact.id);
            }
        }
        self.to.close(']');
        self.changes(Changed::Card(position), edition.withdrawal(Changed::Card(position)));
        self.to.close('}');
    }

    fn fact(&mut self, number: FactId, fact: &Fact) {
        self.to.open('{');
        self.to.text("id", &fact.id);
        self.reference("card", fact.home);
        self.to.list("about");
        for card in about(self.edition, number, fact.home) {
            self.named_card(card);
        }
        self.to.close(']');
        self.to.text("statement", fact.statement.shown());
        self.permalink(fact.home, Some(number));
        #[cfg(not(target_arch = "wasm32"))]
        self.share_picture(&self.selection.share_pictures.facts, number.index());
        self.to.optional("date", fact.date.as_deref());
        self.to.optional("when", fact.when.as_ref().map(fact_cards_story::Text::shown));
        if let Some(speaker) = fact.speaker {
            self.reference("speaker", speaker);
        }
        self.to.optional("said", fact.said_on.as_deref());
        self.to.optional("said_when", fact.said.as_deref());
        self.to.list("topics");
        for topic in values_of(&fact.facets, Facet::Topic) {
            self.value(named(self.edition, Facet::Topic, *topic));
        }
        self.to.close(']');
        if let Some(place) = values_of(&fact.facets, Facet::Place).first() {
            self.to.key("place");
            self.value(named(self.edition, Facet::Place, *place));
        }
        if let Some(figure) = &fact.figure {
            self.figure(figure);
        }
        self.to.list("sources");
        for source in &fact.sources {
            self.to.open('{');
            self.source(source.article, source.number, source.marker.shown());
            self.to.close('}');
        }
        self.to.close(']');
        self.changes(Changed::Fact(number), self.edition.withdrawal_of_fact(number, fact));
        self.to.close('}');
    }

    /// The page that a card or a fact has of its own.
    fn permalink(&mut self, card: CardId, fact: Option<FactId>) {
        let url = permalink::address(self.edition, &self.selection.permalinks, card, fact);
        self.to.optional("url", url.as_deref());
    }

    /// The picture that a card or a fact is shared with.
    #[cfg(not(target_arch = "wasm32"))]
    fn share_picture(&mut self, pictures: &[Option<String>], position: usize) {
        self.to.optional("share_picture", pictures.get(position).and_then(Option::as_deref));
    }

    fn figure(&mut self, figure: &Figure) {
        self.to.key("figure");
        self.to.open('{');
        if let Some(from) = &figure.from {
            self.to.plain("from", from);
        }
        self.to.plain("value", &figure.value);
        self.to.plain("more_than", if figure.more_than { "true" } else { "false" });
        self.to.text("unit", figure.unit.shown());
        self.to.text("text", figure.number.shown());
        self.to.close('}');
    }

    fn source(&mut self, article: ArticleId, paragraph: u16, marker: &str) {
        self.to.text("article", article_id(self.edition, article));
        self.to.number("paragraph", paragraph.into());
        self.to.text("marker", marker);
    }

    /// A card by its id, with its name for whoever reads.
    fn reference(&mut self, key: &str, card: CardId) {
        self.to.key(key);
        self.named_card(card);
    }

    fn named_card(&mut self, card: CardId) {
        let card = self.edition.card(card);
        self.id_and_name(card.map_or("", |card| &card.id), card.map_or("", |card| card.name.shown()));
    }

    fn value(&mut self, value: Option<&FacetValue>) {
        self.id_and_name(value.map_or("", |value| &value.id), value.map_or("", |value| value.name.shown()));
    }

    fn id_and_name(&mut self, id: &str, name: &str) {
        self.to.open('{');
        self.to.text("id", id);
        self.to.text("name", name);
        self.to.close('}');
    }
}
