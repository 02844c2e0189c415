//! A site of many stories that share one engine. Each has a folder of its own; stories that did not change since the last build
//! are reused.

mod built;
mod index;

use std::{
    collections::BTreeSet,
    fmt,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::SystemTime,
};

use fact_cards_author::{Held, Report, StoryFiles};
use fact_cards_publish::Publication;

use self::built::{Built, Record};
use crate::{
    data::sitemap,
    engine::Engine,
    error::SiteError,
    prepared::Site,
    publish::{
        asset::{Assets, FORMS, Need},
        before::Before,
        headers::{FOLDERS, headers_file},
        home::Home,
        permalinks,
        pictures::Making,
        shared::{Shared, Traits},
        site::{Target, finish, publication},
        story_files,
    },
};

/// The input of a site of many stories.
pub struct Stories<'s> {
    /// The folders of the stories. Their names are those in the site.
    pub folders: &'s [PathBuf],
    /// The title of the page that lists them.
    pub title: &'s str,
    /// The time of the build: entries under an embargo at that time are left out.
    pub now: SystemTime,
    /// Called after each story with the number of stories done.
    pub on_progress: &'s (dyn Fn(usize) + Sync),
}

impl fmt::Debug for Stories<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter
            .debug_struct("Stories")
            .field("folders", &self.folders)
            .field("title", &self.title)
            .finish_non_exhaustive()
    }
}

/// The outcome.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StoriesWritten {
    /// How many stories the site has.
    pub stories: usize,
    /// How many of these were reused.
    pub reused: usize,
    /// How many files they have, without compressed forms.
    pub files: usize,
    /// For each story with something held back: its name, and a line for each entry. A story that is all held back is left out.
    pub held_back: Vec<(String, String)>,
}

/// A story and the name of its folder in the site.
struct StoryFolder<'n> {
    folder: &'n Path,
    name: String,
}

/// Writes the site. Nothing is replaced before all files are written.
///
/// # Errors
/// When stories have mistakes: those of all of them. When two have one name, a story cannot be read, or a file cannot be
/// written.
pub fn write_stories(engine: &Engine, stories: &Stories, target: Target) -> Result<StoriesWritten, SiteError> {
    let named = names(stories.folders)?;
    let publication = publication(target.folder)?;
    let mut assets = Assets::in_folder(publication.staging())?;
    let shared = Shared::write(engine, None, Traits::all(), &mut assets)?;
    let work = Work {
        shared: &shared,
        target,
        publication: &publication,
        before: Built::of_notes(publication.notes()),
        build_id: built::build_id(engine, target),
        now: stories.now,
    };
    let outcomes = work.all(&named, stories.on_progress);
    let stories_written = all_or_mistakes(outcomes, named.len())?;

    let all: Vec<(&str, &Record)> =
        named.iter().zip(&stories_written).map(|(story, written)| (story.name.as_str(), &written.record)).collect();
    let looks = assets.write_named(Need::OnRequest, "stories", "css", engine.text("stories.css")?.as_bytes())?;
    let page = index::page(stories.title, &all, &shared, &looks)?;
    assets.write(Need::OnRequest, "index.html", page.as_bytes())?;
    let below = stories_written.iter().flat_map(|written| written.files.iter().cloned());
    let mut paths: Vec<String> = assets.paths().map(str::to_owned).chain(below).collect();
    if let Some(base) = target.base_url {
        let maps: Vec<String> = permalinks::maps(&paths).map(|path| base.join(path)).collect();
        assets.write(Need::OnRequest, sitemap::NAME, sitemap::list(&maps).as_bytes())?;
        paths.push(sitemap::NAME.to_owned());
    }
    let headers = headers_file(paths.iter().map(String::as_str), target.base_url);
    assets.write(Need::OnRequest, "_headers", headers.as_bytes())?;
    if target.compressed {
        assets.compress(|_| true)?;
    }
    let notes = Built::new(&all).to_notes();
    let held_back = named.iter().zip(&stories_written).filter(|(_, written)| !written.held_back.is_empty());
    let done = StoriesWritten {
        stories: all.iter().filter(|(_, record)| record.is_published()).count(),
        reused: stories_written.iter().filter(|written| written.is_reused).count(),
        files: paths.len() + 1,
        held_back: held_back.map(|(story, written)| (story.name.clone(), written.held_back.clone())).collect(),
    };
    drop(work);
    finish(publication, notes)?;
    Ok(done)
}

/// The names of the stories in their site.
fn names(folders: &[PathBuf]) -> Result<Vec<StoryFolder<'_>>, SiteError> {
    let mut taken = BTreeSet::new();
    let named = folders.iter().map(|folder| {
        // Resolves `.` to the name of the folder.
        let whole = folder.canonicalize();
        let whole = whole.map_err(|source| SiteError::NoStory { folder: folder.clone(), source })?;
        let name = whole.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if name.is_empty() || !name.bytes().all(is_plain) {
            return Err(SiteError::NotAName { folder: folder.clone() });
        }
        if FOLDERS.contains(&format!("{name}/").as_str()) {
            return Err(SiteError::NameOfTheSite { folder: folder.clone(), name });
        }
        if !taken.insert(name.clone()) {
            return Err(SiteError::SameName { name });
        }
        Ok(StoryFolder { folder, name })
    });
    named.collect()
}

/// The outcome for one story.
struct StoryWritten {
    record: Record,
    /// Its files, by their paths in the site.
    files: Vec<String>,
    /// What is held back of it, a line each.
    held_back: String,
    /// Whether it was reused.
    is_reused: bool,
}

type Outcome = Result<StoryWritten, SiteError>;

/// The outcomes of all stories; or the mistakes in all of them; or the first other error.
fn all_or_mistakes(outcomes: Vec<Outcome>, count: usize) -> Result<Vec<StoryWritten>, SiteError> {
    let mut written = Vec::new();
    let mut mistakes = Vec::new();
    for outcome in outcomes {
        match outcome {
            Ok(story) => written.push(story),
            Err(SiteError::Story(Report(found))) => mistakes.extend(found),
            Err(other) => return Err(other),
        }
    }
    if !mistakes.is_empty() {
        return Err(SiteError::Story(Report(mistakes)));
    }
    // A thread that ends before its work is done leaves a gap.
    if written.len() == count { Ok(written) } else { Err(SiteError::Unfinished) }
}

/// The state shared by the threads that write stories.
struct Work<'w> {
    shared: &'w Shared<'w>,
    target: Target<'w>,
    publication: &'w Publication,
    /// The record of the last build.
    before: Built,
    /// Identifies everything that a story's files depend on besides the story.
    build_id: String,
    now: SystemTime,
}

impl Work<'_> {
    /// Writes all stories, on every core, and returns their outcomes in order. Each story is dropped once it is written, so that
    /// memory holds one per core.
    fn all(&self, stories: &[StoryFolder], on_progress: &(dyn Fn(usize) + Sync)) -> Vec<Outcome> {
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let worker = || {
            let mut outcomes = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(story) = stories.get(at) else { return outcomes };
                outcomes.push((at, self.one(story)));
                on_progress(done.fetch_add(1, Ordering::Relaxed) + 1);
            }
        };
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let mut outcomes: Vec<(usize, Outcome)> = thread::scope(|scope| {
            let workers: Vec<_> = (0..cores.min(stories.len())).map(|_| scope.spawn(worker)).collect();
            workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
        });
        outcomes.sort_by_key(|(at, _)| *at);
        outcomes.into_iter().map(|(_, outcome)| outcome).collect()
    }

    fn one(&self, StoryFolder { folder, name }: &StoryFolder) -> Outcome {
        let files = StoryFiles::in_folder(folder);
        let files = files.map_err(|source| SiteError::NoStory { folder: folder.to_path_buf(), source })?;
        let from = built::key(&files, &self.build_id);
        // If nothing was held back, the story need not be read to know that it is unchanged.
        if let Some(record) = self.before.unchanged(name, &built::sealed(&from, ""))
            && self.publication.keep_below(name)?
        {
            return Ok(self.reused(name, record, String::new()));
        }
        let site = Site::of_files(&files, self.now)?;
        let held_back = Held::lines(site.held_back()).trim_start().to_owned();
        let key = built::sealed(&from, &held_back);
        if let Some(record) = self.before.unchanged(name, &key)
            && self.publication.keep_below(name)?
        {
            return Ok(self.reused(name, record, held_back));
        }
        if site.is_all_held_back() {
            return Ok(StoryWritten { record: Record::default(), files: Vec::new(), held_back, is_reused: false });
        }
        let mut assets = Assets::in_folder(&self.publication.staging().join(name))?;
        let below = format!("{name}/");
        let home = Home::among_many(self.target.base_url, &below, site.story());
        // Other stories are being written at the same time, one for each core.
        let before = Before::of(self.publication, &below);
        let making = Making { before, at_once: 1, on_progress: &|_, _| {} };
        story_files::write(&site, self.shared, home, self.target.share_pictures, &making, &mut assets)?;
        if self.target.compressed {
            // Standalone files are rarely requested, and each contains the engine once more.
            assets.compress(|path| !path.starts_with("standalone/"))?;
        }
        let mut files: Vec<String> = assets.paths().map(|path| format!("{name}/{path}")).collect();
        // As they are listed when they are kept.
        files.sort_unstable();
        Ok(StoryWritten { record: Record::new(key, &site), files, held_back, is_reused: false })
    }

    /// A story whose files stay as they are.
    fn reused(&self, name: &str, record: &Record, held_back: String) -> StoryWritten {
        let is_form = |path: &String| FORMS.iter().any(|form| path.ends_with(form));
        let files = self.publication.kept_below(name).into_iter().filter(|path| !is_form(path)).collect();
        StoryWritten { record: record.clone(), files, held_back, is_reused: true }
    }
}
