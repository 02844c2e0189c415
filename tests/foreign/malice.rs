//! Stories made by an attacker, with valid checksums.

use std::{
    fs,
    sync::LazyLock,
    time::{Duration, Instant},
};

use fact_cards::state::{Choice, Sort, State};
use fact_cards::{PageOptions, Prerendered, prerender, visible::visible};
use fact_cards_story::{
    Text,
    edition::{Card, CardId, Edition, FactId, Index, Label, Link, Map, Pin, Side},
    wire::{Wire, from_bytes, to_bytes},
};

use crate::{
    alone, edition_in, of_several_pages, peak_memory, reader::use_edition, repeated, round_tripped, story_of, try_out,
};

/// The CPU time of this thread. On Linux other threads do not count; elsewhere it is wall-clock time.
fn cpu_time() -> Duration {
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.as_ref().and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| BEGAN.elapsed(), Duration::from_nanos)
}

fn lighthouse() -> Edition {
    edition_in("tests/stories/lighthouse")
}

fn tried(edition: &Edition) -> bool {
    try_out(&story_of(&to_bytes(edition)), "it")
}

fn page(edition: Edition) -> String {
    prerender(&round_tripped(edition), Prerendered::Views, PageOptions { heading_level: 1, ..PageOptions::default() })
}

fn changed(change: impl Fn(&mut Card)) -> Edition {
    let mut edition = lighthouse();
    edition.cards.entries_mut().iter_mut().for_each(change);
    edition
}

#[test]
fn a_fact_listed_on_a_card_many_times_is_shown_there_once() {
    let _alone = alone();
    let once = page(lighthouse());
    let twice = changed(|card| card.facts = card.facts.iter().flat_map(|fact| [*fact; 1000]).collect());
    let facts = |page: &str| page.matches("data-fact=").count();
    assert_eq!(facts(&page(twice)), facts(&once));
}

#[test]
fn cards_all_related_to_themselves_and_each_other_many_times_are_shown_quickly() {
    let _alone = alone();
    let links = |to: u16| Link { relation: Text::from("is"), card: to.into() };
    let edition = changed(|card| card.links = (0..6).cycle().take(2000).map(links).collect());
    assert!(tried(&edition));
}

#[test]
fn an_order_with_repeated_missing_or_out_of_range_cards_shows_each_at_most_once() {
    let _alone = alone();
    let by_name = [0, 0, 1, u16::MAX, 1, 0].map(CardId::new).to_vec();
    let edition = Edition { by_name, by_date: vec![], ..lighthouse() };
    assert!(tried(&edition));
    let order = |sort| visible(&edition, &Choice { sort, ..Choice::default() }).order;
    assert_eq!((order(Sort::Name), order(Sort::Date)), (vec![CardId::new(0), CardId::new(1)], vec![]));
}

#[test]
fn an_index_of_out_of_range_cards_finds_nothing() {
    let _alone = alone();
    let words = ("e".to_owned(), vec![1_u32]);
    let slots = (String::from("\u{1}"), vec![1_u32]);
    let index: Index = from_bytes(&to_bytes(&RawIndex { cards: u32::MAX, words, slots })).unwrap();
    assert!(tried(&Edition { index: Some(index), ..lighthouse() }));
}

/// An index as it is encoded.
#[derive(Debug)]
struct RawIndex {
    cards: u32,
    words: (String, Vec<u32>),
    slots: (String, Vec<u32>),
}

impl Wire for RawIndex {
    fn write(&self, writer: &mut fact_cards_story::wire::Writer) {
        self.cards.write(writer);
        self.words.write(writer);
        writer.bytes(self.slots.0.as_bytes());
        self.slots.1.write(writer);
    }

    fn read(_: &mut fact_cards_story::wire::Reader<'_>) -> Self {
        unreachable!("it is only written")
    }
}

#[test]
fn pins_that_share_a_venue_do_not_copy_its_facts() {
    let _alone = alone();
    let pin = |number: u16| Pin {
        x: number,
        y: u16::MAX,
        cards: (0..6).map(CardId::new).cycle().take(600).collect(),
        label: Some(Label { side: Side::North, names: u16::MAX }),
    };
    let map = Some(Map { width: 0, height: 0, land: String::new(), pins: (0..600).map(pin).collect() });
    let edition = Edition { map, ..lighthouse() };
    assert!(tried(&edition));
    assert!(page(edition).matches("class=\"pin\"").count() <= 6);
}

#[test]
fn an_article_without_a_web_address_has_no_link() {
    let _alone = alone();
    let mut edition = lighthouse();
    edition.articles[0].url = Some("https://example.org/lamp".to_owned());
    edition.articles[1].url = Some("javascript:alert(1)".to_owned());
    let page = page(edition);
    assert!(page.contains("href=\"https://example.org/lamp\"") && !page.contains("href=\"javascript"));
}

#[test]
fn a_text_repeated_many_times_is_kept_once() {
    let _alone = alone();
    let name = Text::new(&"ﷺ".repeat(40));
    let edition = changed(|card| card.other_names = vec![name.clone(); 20_000]);
    let bytes = fact_cards_story::section::encode(&[edition]).unwrap();
    let (edition, room) = peak_memory(|| fact_cards_story::section::decode(&bytes, "en").unwrap());
    assert_eq!(edition.card(CardId::new(0)).unwrap().other_names.len(), 20_000);
    assert!(room < 40 * bytes.len(), "{room} for {}", bytes.len());
}

#[test]
fn a_story_that_refers_to_everything_everywhere_stays_bounded() {
    let _alone = alone();
    let mut edition = lighthouse();
    let long = Text::new(&"lamp ".repeat(40_000));
    edition.facts.entries_mut().iter_mut().for_each(|fact| fact.statement = long.clone());
    let all: Vec<FactId> = FactId::first(edition.facts.len()).collect();
    let paragraph = fact_cards_story::edition::Paragraph { number: 1, facts: all.repeat(2000) };
    edition.articles.iter_mut().for_each(|article| article.paragraphs = vec![paragraph.clone(); 3]);
    let before = cpu_time();
    assert!(page(edition).len() < 100 << 20);
    assert!(cpu_time().saturating_sub(before).as_secs() < 60);
}

#[test]
fn lists_longer_than_the_largest_position_end_there() {
    let _alone = alone();
    let many = of_several_pages(&lighthouse());
    let facets = many.facets.each_ref().map(|values| repeated(values, 70_000).map(|(_, value)| value).collect());
    let articles = many.articles.iter().cycle().take(65_536).cloned().collect();
    let edition = round_tripped(Edition { facets, articles, ..many });
    let state = State::from_fragment("type=person&q=lamp&page=65535", &edition);
    drop(visible(&edition, &state.choice));
    use_edition(&edition);
}
