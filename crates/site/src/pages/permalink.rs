//! The page of a single card or fact: static HTML, to be read by whoever opens a link out of a messenger. It runs nothing and needs
//! no engine; what stands in it is made by the same components.

use fact_cards::{PermalinkOf, permalink, permalink_page};
use fact_cards_story::edition::{Card, Changed, Edition, Fact, FactId};

use crate::{
    base_url::BaseUrl,
    data::{
        json_ld,
        oembed::{self, discovery},
    },
    escape::escaped,
    pages::{
        document::{Document, canonical},
        languages::Languages,
        metadata::Metadata,
        parts::Parts,
    },
    prepared::Site,
};

/// A page of a card or fact in a language.
pub(crate) struct Permalink<'p> {
    pub site: &'p Site,
    /// Which edition.
    pub number: usize,
    pub of: PermalinkOf,
    pub parts: &'p Parts<'p>,
    /// The address of the story.
    pub base: &'p BaseUrl,
}

/// What is told of the page before it is read.
struct Told {
    /// Its path below the folder of the edition.
    path: String,
    title: String,
    description: String,
    is_withdrawn: bool,
}

impl Permalink<'_> {
    /// Its path from the top of the story, and the page; nothing where there is none.
    pub fn html(&self) -> Option<(String, String)> {
        let Self { site, number, of, parts, base, .. } = *self;
        let editions = site.editions();
        let edition = editions.get(number)?;
        let words = site.page_words().get(number)?;
        let Told { path, title, description, is_withdrawn } = told(edition, of)?;

        let languages =
            Languages { editions, number, address: |other: &Edition| base.join(&format!("{}{path}", other.path)) };
        let address = base.join(&format!("{}{path}", edition.path));
        let picture = parts.pictures.of_permalink(number, of);
        let metadata = Metadata {
            editions,
            number,
            title: &title,
            description: &description,
            address: Some(&address),
            publisher: parts.publisher.as_deref(),
            picture: picture.map(|picture| (picture, base)),
        };
        let [top, site_top] = [base.join(&edition.path), base.to_string()];
        let data = json_ld::permalink(edition, site.schemas(), of, &address, &top, &site_top);
        // What does not hold any more is not to be found by itself. The page of the story, where it stands struck out among what
        // holds, is.
        let robots = if is_withdrawn { NOINDEX } else { "" };
        // A card that holds can be put into another page by this address.
        let discovered = match of {
            PermalinkOf::Card(_) if !is_withdrawn => {
                discovery(&format!("{}{path}{}", edition.path, oembed::NAME), &title, base)
            }
            _ => String::new(),
        };
        let head = format!(
            "<meta name=\"description\" content=\"{}\">\n{robots}{}{discovered}{}{}{}{}{data}",
            escaped(&description),
            canonical(&format!("{}{path}", edition.path), Some(base)),
            languages.links(),
            metadata.html(),
            looks(number, parts),
            parts.feed_link(number),
        );
        let picture = picture.map(|picture| format!("{}{}", to_story(number), picture.path));
        let page = permalink_page(edition, of, words, picture);
        let body = format!("{}<main>\n{page}\n</main>", languages.plain_choice());
        let title = format!("{title} · {}", edition.title.shown());
        let document = Document { title: &title, head: &head, class: CLASS, body: &body, ..Document::new(edition) };
        Some((format!("{}{path}", edition.path), document.html()))
    }
}

/// Keeps a page out of the lists of search engines.
pub(crate) const NOINDEX: &str = "<meta name=\"robots\" content=\"noindex\">\n";

/// The class of the body of such a page.
pub(crate) const CLASS: &str = "fact-cards-page permalink-page";

/// The style sheets and the icon of such a page in an edition.
pub(crate) fn looks(number: usize, parts: &Parts) -> String {
    let top = format!("{}{}", to_story(number), parts.home.up());
    let Parts { styles, permalink_styles, icons, .. } = parts;
    format!(
        r#"<meta name="color-scheme" content="light dark">
<link rel="icon" href="{top}{icon}">
<link rel="stylesheet" href="{top}{styles}">
<link rel="stylesheet" href="{top}{permalink_styles}">
"#,
        icon = icons.svg,
    )
}

/// The way from such a page in an edition to the top of the story.
const fn to_story(number: usize) -> &'static str {
    if number == 0 { "../../" } else { "../../../" }
}

fn told(edition: &Edition, of: PermalinkOf) -> Option<Told> {
    match of {
        PermalinkOf::Card(position) => {
            let card = edition.card(position)?;
            let withdrawal = edition.withdrawal(Changed::Card(position));
            let (title, description) = match withdrawal {
                Some(change) => (format!("{} {}", change.on, card.name.shown()), change.what.shown().to_owned()),
                None => (card.name.shown().to_owned(), card.summary.shown().to_owned()),
            };
            Some(Told { path: permalink::of_card(card), title, description, is_withdrawn: withdrawal.is_some() })
        }
        PermalinkOf::Fact(number) => of_fact(edition, number, edition.fact(number)?),
    }
}

/// The title of a fact is what is stated, since a messenger shows that largest. That it is withdrawn comes first there too.
fn of_fact(edition: &Edition, number: FactId, fact: &Fact) -> Option<Told> {
    let path = permalink::of_fact(fact)?;
    let stated = fact.statement.shown();
    let withdrawal = edition.withdrawal_of_fact(number, fact);
    let (title, description) = match withdrawal {
        Some(change) => (format!("{} {stated}", change.on), change.what.shown().to_owned()),
        None => (stated.to_owned(), origin(edition, fact)),
    };
    Some(Told { path, title, description, is_withdrawn: withdrawal.is_some() })
}

/// The card that a fact belongs to, who says so and when, and where it is reported.
fn origin(edition: &Edition, fact: &Fact) -> String {
    let name = |card: &Card| card.name.shown().to_owned();
    let home = edition.card(fact.home).filter(|_| fact.speaker != Some(fact.home)).map(name);
    let speaker = fact.speaker.and_then(|speaker| edition.card(speaker)).map(|speaker| match &fact.said {
        Some(said) => format!("{}{} {said}", name(speaker), edition.words.comma),
        None => name(speaker),
    });
    let when = fact.when.as_ref().map(|when| when.shown().to_owned());
    let mut titles: Vec<&str> = Vec::new();
    for article in fact.sources.iter().filter_map(|source| edition.article(source.article)) {
        if !titles.contains(&article.title.shown()) {
            titles.push(article.title.shown());
        }
    }
    let parts = [home, speaker, when].into_iter().flatten().chain(titles.into_iter().map(str::to_owned));
    parts.collect::<Vec<_>>().join(" · ")
}
