//! The forms of a story's pictures as files. What the version before has of them is kept: their names say what is in them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, mem,
    path::PathBuf,
    rc::Rc,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use fact_cards_author::{Diagnostic, PictureFile, Problem, Report, Story};
use fact_cards_picture::{Focus, Form, Square, forms, square};
use fact_cards_story::edition::{Edition, PictureForm, Pictures};

use crate::{
    error::SiteError,
    pages::standalone::data_url,
    publish::{
        asset::{Assets, Need},
        before::Before,
    },
};

/// A picture of a story: where it is, and what its forms are called.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    name: String,
    keys: &'static [&'static str],
    file: PictureFile,
    focus: Focus,
    named_at: Diagnostic,
}

/// The pictures of what is published of a story, each once.
pub(crate) fn sources(story: &Story) -> Vec<Source> {
    let cards = story.cards.iter().filter_map(|card| card.picture.as_ref());
    let articles = story.articles.iter().filter_map(|article| article.picture.as_ref());
    let mut sources = BTreeMap::new();
    for picture in cards.chain(articles) {
        let name = picture.seen.name(picture.focus);
        sources.entry(name.clone()).or_insert_with(|| Source {
            name,
            keys: picture.seen.keys(),
            file: picture.file.clone(),
            focus: picture.focus,
            named_at: picture.named_at.clone(),
        });
    }
    sources.into_values().collect()
}

impl Source {
    /// The paths of its forms from the top of the story.
    fn paths(&self) -> impl Iterator<Item = String> {
        self.keys.iter().map(|key| path(&self.name, key))
    }

    /// Its forms; or what is wrong with it, where it is named.
    fn forms(&self) -> Result<Vec<Form>, Box<Diagnostic>> {
        let bytes = self.file.read().map_err(|error| Problem::UnreadablePicture { reason: error.to_string() });
        let made = bytes.and_then(|bytes| forms(&bytes, self.focus).map_err(Problem::from));
        made.map_err(|problem| Box::new(self.named_at.with(problem)))
    }
}

fn path(name: &str, key: &str) -> String {
    format!("assets/{name}-{key}.jpg")
}

/// How the forms of a story come to be.
pub(crate) struct Making<'m> {
    /// What is published of the story.
    pub before: Before<'m>,
    /// How many are made at once.
    pub at_once: usize,
    /// Given how many of those that are to be made are done, and of how many.
    pub on_progress: &'m (dyn Fn(usize, usize) + Sync),
}

/// What this process has made for sites in memory, of the last one.
static IN_MEMORY: Mutex<BTreeMap<String, Arc<Vec<Form>>>> = Mutex::new(BTreeMap::new());

/// Writes the forms of pictures.
pub(crate) fn write(sources: &[Source], making: &Making, assets: &mut Assets) -> Result<(), SiteError> {
    match assets.folder().map(ToOwned::to_owned) {
        Some(folder) => {
            let mut missing = Vec::new();
            for source in sources {
                let kept = source.paths().map(|path| Ok((making.before.keep(&path)?, path)));
                let kept: Vec<(Option<PathBuf>, String)> = kept.collect::<Result<_, SiteError>>()?;
                if kept.iter().all(|(file, _)| file.is_some()) {
                    for (file, path) in kept {
                        assets.note_picture(path, file.unwrap_or_default());
                    }
                } else {
                    missing.push(source);
                }
            }
            let into = folder.join("assets");
            fs::create_dir_all(&into).map_err(SiteError::file(&into))?;
            let save = |source: &Source, forms: Vec<Form>| {
                forms.into_iter().try_for_each(|form| {
                    let file = folder.join(path(&source.name, form.key));
                    fs::write(&file, form.bytes).map_err(SiteError::file(&file))
                })
            };
            each(&missing, making.at_once, making.on_progress, &save)?;
            for path in missing.iter().flat_map(|source| source.paths()) {
                let file = folder.join(&path);
                assets.note_picture(path, file);
            }
        }
        None => in_memory(sources, making, assets)?,
    }
    Ok(())
}

/// The same where a site is served from memory: what the last one had is not made again.
fn in_memory(sources: &[Source], making: &Making, assets: &mut Assets) -> Result<(), SiteError> {
    let before = mem::take(&mut *IN_MEMORY.lock().unwrap_or_else(PoisonError::into_inner));
    let made = Mutex::new(before);
    let missing: Vec<&Source> = {
        let made = made.lock().unwrap_or_else(PoisonError::into_inner);
        sources.iter().filter(|source| !made.contains_key(&source.name)).collect()
    };
    let save = |source: &Source, forms: Vec<Form>| {
        made.lock().unwrap_or_else(PoisonError::into_inner).insert(source.name.clone(), Arc::new(forms));
        Ok(())
    };
    let done = each(&missing, making.at_once, making.on_progress, &save);
    let mut made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
    if done.is_ok() {
        let used: BTreeSet<&String> = sources.iter().map(|source| &source.name).collect();
        made.retain(|name, _| used.contains(name));
        for (name, forms) in &made {
            for form in forms.iter() {
                assets.write(Need::OnRequest, &path(name, form.key), &form.bytes)?;
            }
        }
    }
    *IN_MEMORY.lock().unwrap_or_else(PoisonError::into_inner) = made;
    done
}

/// Decodes pictures, and keeps nothing.
pub(crate) fn check(sources: &[Source], on_progress: &(dyn Fn(usize, usize) + Sync)) -> Result<(), SiteError> {
    each(&sources.iter().collect::<Vec<_>>(), cores(), on_progress, &|_, _| Ok(()))
}

/// How many cores there are.
pub(crate) fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Saves the forms of a picture.
type Save<'s> = dyn Fn(&Source, Vec<Form>) -> Result<(), SiteError> + Sync + 's;

/// Makes the forms of pictures, so many at once, and saves those of each as soon as they are made: in memory there is one picture
/// for each thread.
fn each(
    sources: &[&Source],
    at_once: usize,
    on_progress: &(dyn Fn(usize, usize) + Sync),
    save: &Save,
) -> Result<(), SiteError> {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let worker = || {
        let mut mistakes = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(source) = sources.get(at) else { return Ok(mistakes) };
            match source.forms() {
                Ok(forms) => save(source, forms)?,
                Err(mistake) => mistakes.push(*mistake),
            }
            on_progress(done.fetch_add(1, Ordering::Relaxed) + 1, sources.len());
        }
    };
    let outcomes: Vec<Result<Vec<Diagnostic>, SiteError>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..at_once.min(sources.len())).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().map(|worker| worker.join().unwrap_or(Err(SiteError::Unfinished))).collect()
    });
    let mut mistakes: Vec<Diagnostic> = outcomes.into_iter().collect::<Result<Vec<_>, _>>()?.concat();
    if mistakes.is_empty() {
        return Ok(());
    }
    mistakes.sort_by(|one, other| (&one.file, one.line, one.column).cmp(&(&other.file, other.line, other.column)));
    Err(SiteError::Story(Report(mistakes)))
}

/// The square parts of pictures that are shown, by the names of their forms, cut out of forms that are written already.
pub(crate) struct Squares(BTreeMap<String, Focus>);

impl Squares {
    pub fn new(sources: &[Source]) -> Self {
        Self(sources.iter().map(|source| (source.name.clone(), source.focus)).collect())
    }

    /// The one of that name, with a side of at most so many pixels; nothing where it cannot be read.
    pub fn get(&self, name: &str, most: u32, assets: &Assets) -> Option<Square> {
        let focus = *self.0.get(name)?;
        let whole = assets.picture(&path(name, "480")).ok()?;
        square(&whole, focus, most).ok()
    }
}

/// The most pictures that a file that stands alone holds: it is opened as a whole.
const MOST_INSIDE: usize = 200;

/// The editions of a file that stands alone: with what their pictures hold in place of the names. Of more than a file holds none
/// is there: faces are drawn.
pub(crate) fn inside(editions: &[Rc<Edition>], assets: &Assets) -> Result<Vec<Rc<Edition>>, SiteError> {
    let held = |edition: &Rc<Edition>| {
        let Some(pictures) = &edition.pictures else { return Ok(Rc::clone(edition)) };
        if pictures.all.len() > MOST_INSIDE {
            return Ok(Rc::new(Edition { pictures: None, ..Edition::clone(edition) }));
        }
        let mut pictures = pictures.clone();
        for picture in &mut pictures.all {
            let form = |form| {
                let bytes = assets.picture(&picture.address("", form))?;
                Ok::<_, SiteError>(data_url("image/jpeg", &bytes))
            };
            picture.inside = Some((form(PictureForm::Face(128))?, form(PictureForm::Small)?));
        }
        Ok(Rc::new(Edition { pictures: Some(pictures), ..Edition::clone(edition) }))
    };
    editions.iter().map(held).collect()
}

/// The faces of pictures that a page needs offline, by their paths: of each the one that every screen can show.
pub(crate) fn faces(pictures: Option<&Pictures>) -> Vec<String> {
    let all = pictures.iter().flat_map(|pictures| &pictures.all).take(MOST_INSIDE);
    let faces: BTreeSet<String> = all.map(|picture| picture.address("", PictureForm::Face(128))).collect();
    faces.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use fact_cards_story::edition::{CardId, Picture, Pictured};

    use super::*;

    /// An edition with so many pictures, of which no form is there.
    fn edition(pictures: usize) -> Rc<Edition> {
        let picture = |card| Picture {
            of: Pictured::Card(card),
            name: "a1b2c3".to_owned(),
            width: 960,
            height: 640,
            inside: None,
            licence: None,
            source: None,
            alt: "A quay".into(),
            credit: "Somebody".into(),
        };
        let all = CardId::first(pictures).map(picture).collect();
        Rc::new(Edition { pictures: Some(Pictures { all }), ..Edition::default() })
    }

    #[test]
    fn of_more_pictures_than_a_file_holds_none_is_read() {
        let assets = Assets::in_memory();
        assert!(inside(&[edition(MOST_INSIDE)], &assets).is_err(), "they are read");
        let held = inside(&[edition(MOST_INSIDE + 1)], &assets).unwrap_or_default();
        assert!(held.iter().all(|edition| edition.pictures.is_none()) && held.len() == 1);
    }
}
