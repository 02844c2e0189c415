//! Draws the pictures that the pages of a story are shared with, on every core. They are named by what they say: those that were
//! published before are kept, and not drawn again.

use std::{
    collections::{BTreeMap, HashMap},
    rc::Rc,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use fact_cards_share_picture::{Content, HEIGHT, PHOTO_SIDE, PaintError, Photo, Undrawable, WIDTH};
use fact_cards_story::edition::{CardId, Edition, Fact, FactId};

use crate::{
    error::SiteError,
    pages::{
        metadata::SharePicture,
        page_pictures::{OfEdition, PagePictures},
    },
    prepared::Site,
    publish::{asset::Assets, before::Before, pictures::Squares},
};

/// Which pictures are drawn, to share the pages of a site with. A site that does not know its address has none.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum SharePictures {
    /// None.
    No,
    /// Those of stories whose cards stand on one page. In larger ones they take minutes.
    #[default]
    OfSmallStories,
    /// Those of all stories.
    All,
}

impl SharePictures {
    /// Those of all stories where they are asked for, of small ones in any case.
    #[must_use]
    pub const fn wanted(of_all: bool) -> Self {
        if of_all { Self::All } else { Self::OfSmallStories }
    }

    /// Whether a story has them.
    pub(crate) fn are_made(self, site: &Site) -> bool {
        match self {
            Self::No => false,
            Self::OfSmallStories => !site.editions().iter().any(|edition| edition.has_pages()),
            Self::All => true,
        }
    }
}

/// So many are laid out and drawn before they are written: more would only fill the memory.
const AT_ONCE: usize = 256;
/// How often somebody who waits is told how far it is.
const EVERY: Duration = Duration::from_secs(10);

/// Draws and writes those of all pages.
pub(crate) fn write(
    editions: &[Rc<Edition>],
    publisher: Option<&str>,
    squares: &Squares,
    before: Before,
    assets: &mut Assets,
) -> Result<PagePictures, SiteError> {
    made(editions, publisher, squares, before, assets).map(|(made, _)| made)
}

/// The same, with how many of them were drawn and not kept from an earlier build.
fn made(
    editions: &[Rc<Edition>],
    publisher: Option<&str>,
    squares: &Squares,
    before: Before,
    assets: &mut Assets,
) -> Result<(PagePictures, usize), SiteError> {
    let mut work = Work {
        squares,
        before,
        assets,
        known: HashMap::new(),
        waiting: Vec::new(),
        drawn: 0,
        told: Instant::now(),
        refused: BTreeMap::new(),
    };
    let mut asked = Vec::new();
    for edition in editions {
        let story = Content::of_story(edition, &fact_cards::extent(edition), publisher);
        let cards = CardId::first(edition.cards.len()).map(|card| Content::of_card(edition, card, publisher));
        let with_page = |fact: &FactId| edition.fact(*fact).is_some_and(Fact::has_page);
        let facts = FactId::first(edition.facts.len())
            .map(|fact| Content::of_fact(edition, fact, publisher).filter(|_| with_page(&fact)));
        asked.push(Asked {
            story: Some(work.ask(story)?),
            cards: cards
                .map(|content| content.map(|content| work.ask(content)).transpose())
                .collect::<Result<_, _>>()?,
            facts: facts
                .map(|content| content.map(|content| work.ask(content)).transpose())
                .collect::<Result<_, _>>()?,
        });
    }
    work.draw()?;
    work.tell_refused();
    let drawn = work.drawn;
    let known = &work.known;
    let made = |asked: Option<(String, String)>| {
        let (path, alt) = asked?;
        known.get(&path).is_some_and(|is_there| *is_there).then_some(SharePicture {
            path,
            width: WIDTH,
            height: HEIGHT,
            alt,
        })
    };
    let editions = asked.into_iter().map(|Asked { story, cards, facts }| OfEdition {
        story: made(story),
        cards: cards.into_iter().map(made).collect(),
        facts: facts.into_iter().map(made).collect(),
    });
    Ok((PagePictures(editions.collect()), drawn))
}

/// The paths and alternative texts of the pictures of an edition, whether or not they can be drawn.
struct Asked {
    story: Option<(String, String)>,
    cards: Vec<Option<(String, String)>>,
    facts: Vec<Option<(String, String)>>,
}

struct Work<'w> {
    squares: &'w Squares,
    before: Before<'w>,
    assets: &'w mut Assets,
    /// Whether the picture with a path is there, or will be.
    known: HashMap<String, bool>,
    waiting: Vec<(String, Content)>,
    drawn: usize,
    told: Instant,
    /// For each script that no font has: the first sign of it, what would have said it, and how many of these there are.
    refused: BTreeMap<&'static str, (char, String, usize)>,
}

impl Work<'_> {
    /// Asks for a picture. It is drawn where no earlier build has drawn it.
    fn ask(&mut self, content: Content) -> Result<(String, String), SiteError> {
        let path = format!("assets/share-{}.png", content.key());
        let alt = content.alt();
        if !self.known.contains_key(&path) {
            self.known.insert(path.clone(), true);
            if self.before.keep(&path)?.is_some() {
                self.assets.note_kept(path.clone());
            } else {
                self.waiting.push((path.clone(), content));
            }
        }
        if self.waiting.len() >= AT_ONCE {
            self.draw()?;
        }
        Ok((path, alt))
    }

    /// Draws those that wait.
    fn draw(&mut self) -> Result<(), SiteError> {
        let waiting = std::mem::take(&mut self.waiting);
        let photos = |name: &str| {
            let square = self.squares.get(name, PHOTO_SIDE, self.assets)?;
            Some(Photo { side: square.side, pixels: square.pixels })
        };
        let drawn = on_every_core(&waiting, &photos);
        // A thread that ends before its work is done leaves a gap.
        if drawn.len() != waiting.len() {
            return Err(SiteError::Unfinished);
        }
        for ((path, content), (_, outcome)) in waiting.into_iter().zip(drawn) {
            match outcome {
                Ok(png) => {
                    self.assets.write_aside(&path, &png?)?;
                    self.drawn += 1;
                }
                Err(Undrawable { character, script }) => {
                    let (.., count) = self.refused.entry(script).or_insert_with(|| (character, content.alt(), 0));
                    *count += 1;
                    self.known.insert(path, false);
                }
            }
        }
        if self.told.elapsed() >= EVERY {
            self.told = Instant::now();
            eprintln!("{} pictures drawn to share the story with", self.drawn);
        }
        Ok(())
    }

    /// Tells of what has no picture, once for each script.
    fn tell_refused(&self) {
        for (script, (sign, alt, count)) in &self.refused {
            let first: String = alt.chars().take(60).collect();
            eprintln!("{count} pages have no picture to share: no font for {script}, as “{sign}” in “{first}”.");
        }
    }
}

type Outcome = Result<Result<Vec<u8>, PaintError>, Undrawable>;

/// The pictures, with their positions, in order.
fn on_every_core(
    contents: &[(String, Content)],
    photos: &(dyn Fn(&str) -> Option<Photo> + Sync),
) -> Vec<(usize, Outcome)> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut outcomes = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some((_, content)) = contents.get(at) else { return outcomes };
            outcomes.push((at, content.drawing().map(|drawing| drawing.png(photos))));
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut outcomes: Vec<(usize, Outcome)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores.min(contents.len())).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    });
    outcomes.sort_by_key(|(at, _)| *at);
    outcomes
}

#[cfg(test)]
#[allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]
mod tests {
    use std::{env, path::PathBuf, time::SystemTime};

    use fact_cards_picture::Focus;
    use fact_cards_publish::Publication;
    use fact_cards_story::edition::Pictured;
    use serde_json::Value;
    use tempfile::TempDir;

    use super::*;
    use crate::publish::pictures::{self, Making};

    /// The colour in the middle of a square of a picture: its left upper corner and side, in pixels.
    fn middle(picture: &[u8], [left, above, side]: [u32; 3]) -> [u8; 3] {
        let whole = fact_cards_picture::square(picture, Focus::new(0.0, 0.5).unwrap(), HEIGHT).unwrap();
        let at = ((above + side / 2) * whole.side + left + side / 2) as usize;
        whole.pixels.as_chunks::<3>().0[at]
    }

    #[test]
    fn a_cards_photograph_is_on_its_picture() {
        let story = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("../../tests/stories/harbour");
        let site = Site::of_story(&story, SystemTime::UNIX_EPOCH + Duration::from_hours(500_000)).unwrap();
        let folder = TempDir::new().unwrap();
        let publication = Publication::begin(folder.path(), |_| {}).unwrap();
        let mut assets = Assets::in_folder(publication.staging()).unwrap();
        let before = Before::of(&publication, "");
        let making = Making { before, at_once: 1, on_progress: &|_, _| {} };
        pictures::write(site.pictures(), &making, &mut assets).unwrap();
        let squares = Squares::new(site.pictures());
        let (pages, _) = made(site.editions(), None, &squares, before, &mut assets).unwrap();
        let edition = site.editions().first().unwrap();
        let card = edition.cards.iter().position(|card| card.id == "samira-haddou").unwrap();
        let of = Pictured::Card(CardId::first(edition.cards.len()).nth(card).unwrap());
        let square = squares.get(&edition.picture(of).unwrap().name, PHOTO_SIDE, &assets).unwrap();
        let path = &pages.0[0].cards[card].as_ref().unwrap().path;
        let shared = std::fs::read(publication.staging().join(path)).unwrap();
        let photographed = square.pixels.as_chunks::<3>().0[(square.side * square.side / 2 + square.side / 2) as usize];
        let shown = middle(&shared, [64, 120, PHOTO_SIDE]);
        let differ = photographed.iter().zip(shown).map(|(one, other)| one.abs_diff(other)).max().unwrap();
        assert!(differ < 16, "{photographed:?} {shown:?}");
        assert!(shared.len() < 400_000, "{}", shared.len());
    }

    /// How many pictures a build of the story draws into a folder, and how many it names.
    fn built(folder: &TempDir) -> [usize; 2] {
        let story = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("../../tests/stories/corrected");
        let site = Site::of_story(&story, SystemTime::UNIX_EPOCH + Duration::from_hours(500_000)).unwrap();
        let publication = Publication::begin(folder.path(), |_| {}).unwrap();
        let mut assets = Assets::in_folder(publication.staging()).unwrap();
        let (_, drawn) =
            made(site.editions(), None, &Squares::new(site.pictures()), Before::of(&publication, ""), &mut assets)
                .unwrap();
        let count = assets.paths().count();
        publication.finish(Value::Null).unwrap();
        [drawn, count]
    }

    #[test]
    fn a_second_build_draws_nothing_and_what_somebody_has_changed_is_drawn_again() {
        let folder = TempDir::new().unwrap();
        let [drawn, count] = built(&folder);
        assert!(drawn > 15 && drawn == count, "{drawn} of {count}");
        assert_eq!(built(&folder), [0, count]);
        let one = std::fs::read_dir(folder.path().join("assets")).unwrap().next().unwrap().unwrap().path();
        std::fs::write(one, "edited").unwrap();
        assert_eq!(built(&folder), [1, count]);
    }
}
