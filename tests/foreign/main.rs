//! Story data from untrusted sources: whatever the bytes are, nothing panics, and neither reading nor showing them
//! takes more memory than stated here.
//!
//! A separate test program, since it counts allocations.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test may stop at once"
)]

mod malice;
mod mutation;
mod reader;

use std::{
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    rc::Rc,
    sync::{Mutex, MutexGuard, PoisonError},
};

use fact_cards_author::{StoryFiles, indexed};
use fact_cards_story::{
    edition::{Card, CardId, Edition, Fact, List, Prepared},
    section,
    wire::{self, Wire},
};
use peak_alloc::PeakAlloc;

use self::mutation::{Random, mutated, story_of};

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// The most bytes that reading a story may allocate: a multiple of its size, and a constant.
const READING: (usize, usize) = (160, 1 << 20);
/// The most bytes that showing one may allocate. Most of it depends on what one page may hold: see `MOST` in
/// `components/markup.rs`.
const SHOWING: (usize, usize) = (1000, 1 << 30);

/// How many stories to try: `FACT_CARDS_ROUNDS`, or as many as take some seconds.
fn rounds() -> usize {
    env::var("FACT_CARDS_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(100)
}

/// The result of some work, and the peak of its allocations.
fn peak_memory<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = ALLOCATOR.current_usage();
    ALLOCATOR.reset_peak_usage();
    let done = work();
    (done, ALLOCATOR.peak_usage().saturating_sub(before))
}

/// Serialises the tests, since allocations of another would be counted too.
fn alone() -> MutexGuard<'static, ()> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads a story and, if it is one, uses it. Returns whether it is one.
fn try_out(written: &[u8], name: &str) -> bool {
    let bytes = section::sealed(written);
    let most = |(times, besides): (usize, usize)| times * bytes.len() + besides;
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let (decoded, room) = peak_memory(|| section::decode(&bytes, "en"));
        assert!(room <= most(READING), "reading {} bytes takes {room}", bytes.len());
        let Ok(edition) = decoded else { return false };
        let ((), room) = peak_memory(|| reader::use_edition(&edition));
        assert!(room <= most(SHOWING), "showing {} bytes takes {room}", bytes.len());
        true
    }));
    outcome.unwrap_or_else(|_| panic!("{name} must be read and shown without a panic"))
}

/// A file or folder of this repository. Cargo says at run time where that is, since the checkout may have been moved
/// after the build.
fn project(path: &str) -> PathBuf {
    Path::new(&env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs the tests")).join(path)
}

fn edition_in(folder: &str) -> Edition {
    let files = StoryFiles::in_folder(&project(folder)).unwrap();
    fact_cards_author::editions(&fact_cards_author::read(&files).unwrap()).unwrap().remove(0)
}

/// The same story repeated, with new ids, up to that many cards and facts, so that it has pages.
fn of_several_pages(edition: &Edition) -> Edition {
    let count = 230;
    let again = |id: &str, number: usize| format!("{id}-{number}");
    let cards = repeated(&edition.cards, count);
    let facts = repeated(&edition.facts, count);
    indexed(Edition {
        cards: cards.map(|(at, card)| Card { id: again(&card.id, at), ..card }).collect(),
        facts: facts.map(|(at, fact)| Fact { id: again(&fact.id, at), ..fact }).collect(),
        by_name: (0..230).rev().map(CardId::new).collect(),
        by_date: CardId::first(230).collect(),
        columns: Prepared::default(),
        ..edition.clone()
    })
}

/// That many entries, repeating those of a list.
fn repeated<T: Wire + Clone>(list: &List<T>, count: usize) -> impl Iterator<Item = (usize, T)> {
    (0..count).filter_map(|at| Some((at, list.get(at % list.len())?.clone())))
}

/// The bytes of the stories to mutate: small ones, one in several languages, one with several pages.
fn editions() -> Vec<Vec<u8>> {
    let small = edition_in("tests/stories/lighthouse");
    let many = of_several_pages(&small);
    let others = ["tests/stories/hostile", "seeds"].map(edition_in);
    [small, many].iter().chain(&others).map(wire::to_bytes).collect()
}

#[test]
fn an_unchanged_story_is_read_and_shown() {
    let _alone = alone();
    for edition in editions() {
        assert!(try_out(&story_of(&edition), "a story"));
    }
}

#[test]
fn changed_bytes_of_a_story_neither_panic_nor_take_unbounded_memory() {
    let _alone = alone();
    let editions = editions();
    let mut read = 0;
    for round in 0..rounds() {
        let mut random = Random::new(u64::try_from(round).unwrap());
        // Small stories are tried most often.
        let at = [0, 0, 0, 1, 1, 2, 0, 3][random.below(8)];
        let other = random.below(editions.len());
        let edition = mutated(&editions[at], &editions[other], &mut random);
        read += usize::from(try_out(&story_of(&edition), &format!("round {round}")));
    }
    // Otherwise hardly anything was shown.
    assert!(read > rounds() / 10, "{read} of {} are stories", rounds());
}

#[test]
fn earlier_finds_stay_fixed() {
    let _alone = alone();
    for path in finds() {
        try_out(&fs::read(&path).unwrap(), &path.display().to_string());
    }
}

/// The inputs that have broken something, without version and checksum.
fn finds() -> Vec<PathBuf> {
    let files = fs::read_dir(project("tests/foreign/finds")).into_iter().flatten();
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths
}

/// An edition after encoding and decoding.
fn round_tripped(edition: Edition) -> Rc<Edition> {
    section::decode(&section::encode(&[edition]).unwrap(), "en").unwrap()
}
