use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng;

use super::{
    model::{
        Article, Card, Coordinates, Fact, Figure, Language, Link, Localised, NamedEntry, SourceEntry, Spelling,
        StoryFile,
    },
    names::{Name, pick},
    wording::{
        BODIES, HEADLINES, MATTERS, PROJECTS, Pair, QUOTES, RELATIONS, ROLES, SITES, STATEMENTS, SUMMARIES, THINGS,
        TOPICS, TYPES,
    },
};

const PUBLISHERS: [&str; 8] = [
    "The Coastal Courier",
    "Evening Ledger",
    "Inland Gazette",
    "Northern Dispatch",
    "River Post",
    "Southern Chronicle",
    "The Daily Almanac",
    "Valley Tribune",
];

/// How many facts an article has on average.
const FACTS_OF_AN_ARTICLE: usize = 25;

/// Everything in a story.
pub struct World {
    pub members: Vec<Card>,
    pub operations: Vec<Card>,
    pub venues: Vec<Card>,
    pub articles: Vec<Article>,
    pub facts: Vec<Fact>,
}

/// What a fact can name.
struct FactTargets<'w> {
    places: &'w [Name],
    homes: &'w [(String, Localised)],
    members: &'w [String],
    venues: &'w [String],
}

/// What a sentence speaks of.
struct Matter {
    name: Localised,
    place: Localised,
    role: Pair,
    subject: Pair,
    other: Pair,
    thing: Pair,
    quote: Pair,
    count: u32,
}

impl World {
    pub fn new(cards: usize, seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let counts = [cards - cards * 2 / 5, cards * 11 / 50, cards * 2 / 5 - cards * 11 / 50];
        let mut taken = BTreeSet::new();
        let places = names(&mut rng, 20 + cards / 12);
        let given = names(&mut rng, 40 + cards / 60);
        let families = names(&mut rng, 40 + cards / 6);
        let centres: Vec<_> = (0..9).map(|_| (f64::from(rng.i32(-30..55)), f64::from(rng.i32(-100..140)))).collect();

        let [members, operations, mut venues] = [0, 1, 2].map(|kind| {
            let count = counts.get(kind).copied().unwrap_or_default();
            let cards = (0..count).map(|_| match kind {
                0 if rng.f32() < 0.7 => {
                    let name = Name::of_person(&skewed(&mut rng, &given), &skewed(&mut rng, &families));
                    ("person", Localised { en: name.latin, ar: name.arabic }, Some(name.cyrillic))
                }
                0 => named_after(&mut rng, "organisation", &BODIES, &places),
                1 => {
                    let (_, card_type, _) = TYPES.get(rng.usize(2..7)).copied().unwrap_or_default();
                    named_after(&mut rng, card_type, &PROJECTS, &places)
                }
                _ => {
                    let (_, card_type, _) = TYPES.get(rng.usize(7..TYPES.len())).copied().unwrap_or_default();
                    named_after(&mut rng, card_type, &SITES, &places)
                }
            });
            let cards: Vec<_> = cards.collect();
            cards.into_iter().map(|card| one_card(&mut rng, card, &places, &mut taken)).collect::<Vec<_>>()
        });
        for venue in &mut venues {
            let (latitude, longitude) = pick(&mut rng, &centres);
            let mut near = |at: f64| ((at + (rng.f64() - rng.f64()) * 8.0) * 1e4).round() / 1e4;
            venue.coordinates = Some(Coordinates { latitude: near(latitude), longitude: near(longitude) });
        }

        let mut world = Self { members, operations, venues, articles: Vec::new(), facts: Vec::new() };
        world.link(&mut rng);
        world.report(&mut rng, &places);
        world
    }

    pub fn story() -> StoryFile {
        let title = localised(("A region in cards", "منطقة في بطاقات"));
        let lead = localised((
            "Who, what and where, in a story that a program has made up.",
            "مَن وماذا وأين، في قصة ألّفها برنامج.",
        ));
        let language = [("en", "en-GB"), ("ar", "ar-MA")].map(|(id, locale)| Language { id, locale });
        StoryFile { title, lead, language }
    }

    pub fn types() -> Vec<NamedEntry> {
        let types = TYPES.into_iter();
        types
            .map(|(kind, id, name)| NamedEntry {
                id: id.to_owned(),
                kind: Some(kind),
                name: localised(name),
                inverse: None,
            })
            .collect()
    }

    pub fn topics() -> Vec<NamedEntry> {
        let topics = TOPICS.into_iter();
        topics.map(|name| NamedEntry { id: slug(name.0), kind: None, name: localised(name), inverse: None }).collect()
    }

    pub fn relations() -> Vec<NamedEntry> {
        let relations = RELATIONS.into_iter();
        relations
            .map(|(id, name, inverse)| NamedEntry {
                id: id.to_owned(),
                kind: None,
                name: localised(name),
                inverse: Some(localised(inverse)),
            })
            .collect()
    }

    fn cards(&self) -> impl Iterator<Item = &Card> {
        self.members.iter().chain(&self.operations).chain(&self.venues)
    }

    /// Relates cards, a few of them to many.
    fn link(&mut self, rng: &mut Rng) {
        let ids: Vec<String> = self.cards().map(|card| card.id.clone()).collect();
        for card in self.members.iter_mut().chain(&mut self.operations).chain(&mut self.venues) {
            let mut to = BTreeSet::from([card.id.clone()]);
            for _ in 0..rng.usize(0..3) {
                let other = skewed(rng, &ids);
                if to.insert(other.clone()) {
                    let (relation, _, _) = pick(rng, &RELATIONS);
                    card.links.push(Link { relation, to: other.clone() });
                }
            }
        }
    }

    /// Writes the articles, and the facts that stand in them.
    fn report(&mut self, rng: &mut Rng, places: &[Name]) {
        let homes: Vec<(String, Localised)> = self.cards().map(|card| (card.id.clone(), card.name.clone())).collect();
        let members: Vec<String> = self.members.iter().map(|card| card.id.clone()).collect();
        let venues: Vec<String> = self.venues.iter().map(|card| card.id.clone()).collect();
        // One fact each at least, two and a half on average.
        let mut facts: Vec<usize> =
            homes.iter().enumerate().flat_map(|(home, _)| std::iter::repeat_n(home, rng.usize(1..5))).collect();
        rng.shuffle(&mut facts);
        let count = facts.len().div_ceil(FACTS_OF_AN_ARTICLE);
        let paragraphs: Vec<u16> = (0..count).map(|_| rng.u16(8..22)).collect();
        let days: Vec<String> = (0..count).map(|_| day(rng)).collect();
        let known = FactTargets { places, homes: &homes, members: &members, venues: &venues };
        let mut ids = BTreeSet::new();
        for (paragraphs, date) in paragraphs.iter().zip(&days) {
            let matter = Matter::new(rng, places, localised(("", "")));
            let title = matter.fill(pick(rng, &HEADLINES));
            let publisher = pick(rng, &PUBLISHERS);
            let id = unique(&mut ids, slug(&title.en));
            let short = publisher.rsplit(' ').next().unwrap_or(publisher);
            let number = ids.len();
            let short = localised((&format!("{short} {number}"), &format!("{short} {number}")));
            self.articles.push(Article { id, paragraphs: *paragraphs, date: date.clone(), publisher, title, short });
        }
        for (number, home) in facts.into_iter().enumerate() {
            let Some((card, name)) = homes.get(home) else { continue };
            // The articles take turns, so that each has one.
            let article = if number < count { number } else { rng.usize(..count) };
            let fact = self.fact(rng, &known, (card, name), (number, article));
            self.facts.push(fact);
        }
        self.compare();
    }

    /// Takes the scale from figures that no other one can be compared with: a story names none of these.
    fn compare(&mut self) {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let scales = self.facts.iter().filter_map(|fact| fact.figure.as_ref()?.scale.as_deref());
        scales.for_each(|scale| *counts.entry(scale).or_default() += 1);
        let alone: BTreeSet<String> =
            counts.into_iter().filter(|(_, count)| *count == 1).map(|(scale, _)| scale.to_owned()).collect();
        for figure in self.facts.iter_mut().filter_map(|fact| fact.figure.as_mut()) {
            figure.scale.take_if(|scale| alone.contains(scale));
        }
    }

    fn fact(
        &self,
        rng: &mut Rng,
        known: &FactTargets,
        (card, name): (&str, &Localised),
        (number, article): (usize, usize),
    ) -> Fact {
        let mut about: BTreeSet<String> = (0..rng.usize(0..3)).map(|_| skewed(rng, known.homes).0).collect();
        about.remove(card);
        let matter = Matter::new(rng, known.places, name.clone());
        let sentence = pick(rng, &STATEMENTS);
        let is_said = sentence.0.contains("{quote}") || rng.f32() < 0.3;
        let has_count = sentence.0.contains("{count}") && rng.f32() < 0.7;
        let source = |rng: &mut Rng, article: usize| {
            self.articles
                .get(article)
                .map(|article| SourceEntry { article: article.id.clone(), paragraph: rng.u16(1..=article.paragraphs) })
        };
        let mut sources: Vec<SourceEntry> = source(rng, article).into_iter().collect();
        if rng.f32() < 0.15 {
            let other = rng.usize(..self.articles.len());
            sources.extend(source(rng, other).filter(|_| other != article));
        }
        let topics: BTreeSet<String> = (0..rng.usize(1..3)).map(|_| slug(pick(rng, &TOPICS).0)).collect();
        Fact {
            id: format!("fact-{}", number + 1),
            card: card.to_owned(),
            about: about.into_iter().collect(),
            date: (rng.f32() < 0.6).then(|| date(rng)),
            speaker: is_said.then(|| skewed(rng, known.members)),
            said: (is_said && rng.f32() < 0.7).then(|| day(rng)),
            place: (rng.f32() < 0.4).then(|| skewed(rng, known.venues)),
            topics: topics.into_iter().collect(),
            sources,
            statement: matter.fill(sentence),
            figure: has_count.then(|| Figure {
                value: matter.count,
                more_than: rng.f32() < 0.2,
                scale: Some(slug(matter.thing.0)),
                unit: localised(matter.thing),
            }),
        }
    }
}

impl Matter {
    fn new(rng: &mut Rng, places: &[Name], name: Localised) -> Self {
        let place = skewed(rng, places);
        let most = rng.u32(10..9_000);
        let count = rng.u32(2..most);
        Self {
            name,
            place: Localised { en: place.latin, ar: place.arabic },
            role: pick(rng, &ROLES),
            subject: pick(rng, &MATTERS),
            other: pick(rng, &MATTERS),
            thing: pick(rng, &THINGS),
            quote: pick(rng, &QUOTES),
            count,
        }
    }

    fn fill(&self, sentence: Pair) -> Localised {
        let count = self.count.to_string();
        let filled = |sentence: &str, [name, place, role, matter, other, thing, quote]: [&str; 7]| {
            let filled = sentence
                .replace("{name}", name)
                .replace("{place}", place)
                .replace("{role}", role)
                .replace("{matter}", matter)
                .replace("{other}", other)
                .replace("{thing}", thing)
                .replace("{quote}", quote)
                .replace("{count}", &count);
            let mut letters = filled.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
        };
        Localised {
            en: filled(
                sentence.0,
                [&self.name.en, &self.place.en, self.role.0, self.subject.0, self.other.0, self.thing.0, self.quote.0],
            ),
            ar: filled(
                sentence.1,
                [&self.name.ar, &self.place.ar, self.role.1, self.subject.1, self.other.1, self.thing.1, self.quote.1],
            ),
        }
    }
}

fn localised((en, ar): (&str, &str)) -> Localised {
    Localised { en: en.to_owned(), ar: ar.to_owned() }
}

/// Different names.
fn names(rng: &mut Rng, count: usize) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::with_capacity(count);
    let mut known = BTreeSet::new();
    while names.len() < count {
        let name = Name::word(rng);
        if known.insert(name.latin.clone()) {
            names.push(name);
        }
    }
    names
}

/// One of a list, the first ones far more often: so are names in the news.
fn skewed<T: Clone + Default>(rng: &mut Rng, list: &[T]) -> T {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a position in a list of some thousands"
    )]
    let position = (rng.f64().powi(3) * list.len() as f64) as usize;
    list.get(position).cloned().unwrap_or_default()
}

/// Something that has its name from a place.
fn named_after(
    rng: &mut Rng,
    card_type: &'static str,
    pattern: &[Pair],
    places: &[Name],
) -> (&'static str, Localised, Option<String>) {
    let (pattern, place) = (pick(rng, pattern), skewed(rng, places));
    let name =
        Localised { en: format!("{} {}", pattern.0, place.latin), ar: format!("{} {}", pattern.1, place.arabic) };
    (card_type, name, None)
}

/// A card with a name that no other has.
fn one_card(
    rng: &mut Rng,
    (card_type, name, in_cyrillic): (&'static str, Localised, Option<String>),
    places: &[Name],
    taken: &mut BTreeSet<String>,
) -> Card {
    let slug = slug(&name.en);
    let id = unique(taken, slug.clone());
    // A second card of the same name gets a number, as courts and assemblies do.
    let number = id.strip_prefix(&slug).map(|number| number.replace('-', " ")).unwrap_or_default();
    let name = Localised { en: format!("{}{number}", name.en), ar: format!("{}{number}", name.ar) };
    let summary = Matter::new(rng, places, name.clone()).fill(pick(rng, &SUMMARIES));
    let spellings = in_cyrillic.map(|name| Spelling { name }).into_iter().collect();
    Card { id, of_type: card_type, spellings, links: Vec::new(), name, summary, coordinates: None }
}

/// The id for a name: what it is made of, in lower case, joined by hyphens.
fn slug(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}

/// The id itself, or with the first number that makes it another one.
fn unique(taken: &mut BTreeSet<String>, id: String) -> String {
    let free = if taken.contains(&id) {
        (2..=taken.len() + 2).map(|number| format!("{id}-{number}")).find(|id| !taken.contains(id))
    } else {
        None
    };
    let id = free.unwrap_or(id);
    taken.insert(id.clone());
    id
}

/// A day of the last ten years.
fn day(rng: &mut Rng) -> String {
    format!("{}-{:02}-{:02}", rng.u16(2015..2025), rng.u8(1..13), rng.u8(1..29))
}

/// A date or period as news gives them.
fn date(rng: &mut Rng) -> String {
    let (year, month, first) = (rng.u16(2015..2025), rng.u8(1..13), rng.u8(1..20));
    match rng.u8(0..100) {
        0..4 => rng.u16(1900..2015).to_string(),
        4..12 => year.to_string(),
        12..28 => format!("{year}-{month:02}"),
        28..34 => format!("{year}-{month:02}-{first:02}/{year}-{month:02}-{:02}", first + rng.u8(1..9)),
        _ => day(rng),
    }
}
