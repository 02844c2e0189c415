//! `fact-cards build`.

use std::{
    fmt::Write as _,
    io::{IsTerminal, Write, stderr},
    path::PathBuf,
    sync::Mutex,
    time::{Duration, Instant, SystemTime},
};

use clap::Args;
use fact_cards_command::{Error, build, build_stories, held_back_as_json, read};
use fact_cards_site::{BaseUrl, Held, SharePictures, Stories, Target};
use serde_json::json;

use crate::{Done, engine};

/// What `build` is told.
#[derive(Args)]
pub struct Build {
    /// The folders of the stories. One becomes a site of its own, with the story in the engine; several become one site, in
    /// which each has a folder and all share one engine.
    #[arg(default_value = ".")]
    stories: Vec<PathBuf>,
    /// The folder to write to; the site that was there is replaced.
    #[arg(long, default_value = "site")]
    out: PathBuf,
    /// Where the site will live, such as <https://news.example/cards/>.
    #[arg(long)]
    base_url: Option<BaseUrl>,
    /// Leave out the compressed forms: to look at it, not to publish it.
    #[arg(long)]
    soon: bool,
    /// Draw the pictures with which pages are shared also for stories of more than 200 cards. That takes minutes.
    #[arg(long, requires = "base_url")]
    share_pictures: bool,
    /// Make a site of several stories also where there is only one, so that more can join it.
    #[arg(long)]
    many: bool,
    /// The title of the page that lists several stories.
    #[arg(long, default_value = "Fact cards")]
    title: String,
}

impl Build {
    pub fn run(&self) -> Result<Done, Error> {
        match self.stories.as_slice() {
            [story] if !self.many => {
                // First the story: an editor's mistake is told before anything else.
                let site = read(story, SystemTime::now())?;
                let files = build(&site, &engine()?, self.target())?;
                let held_back = held_back_as_json(site.held_back());
                let mut done = self.done(
                    &format!("{} files", files.len()),
                    json!({ "site": self.out, "files": files.len(), "held_back": held_back }),
                );
                done.said += &Held::lines(site.held_back());
                Ok(done)
            }
            stories => {
                let progress = Progress::new(stories.len());
                let on_progress = &|done| progress.tell(done);
                let stories = Stories { folders: stories, title: &self.title, now: SystemTime::now(), on_progress };
                let written = build_stories(&engine()?, &stories, self.target())?;
                progress.end();
                let counts =
                    format!("{} stories, {} files; {} had not changed", written.stories, written.files, written.reused);
                let json = json!({
                    "site": self.out,
                    "files": written.files,
                    "stories": written.stories,
                    "unchanged": written.reused,
                    "held_back": written.held_back.iter().map(|(story, said)| json!({ "story": story, "said": said })).collect::<Vec<_>>(),
                });
                let mut done = self.done(&counts, json);
                for (story, said) in &written.held_back {
                    // Writing to a String does not fail.
                    let _ = write!(done.said, "\nIn {story}:\n  {}", said.replace('\n', "\n  "));
                }
                Ok(done)
            }
        }
    }

    fn target(&self) -> Target<'_> {
        Target {
            folder: &self.out,
            base_url: self.base_url.as_ref(),
            compressed: !self.soon,
            share_pictures: SharePictures::wanted(self.share_pictures),
        }
    }

    fn done(&self, counts: &str, json: serde_json::Value) -> Done {
        let mut said = format!("The site is in {}: {counts}. Put the folder on any web server.", self.out.display());
        if self.base_url.is_none() {
            said += "\nIt does not know its address: for snippets, frames and oEmbed give it with --base-url.";
        }
        Done { said, json }
    }
}

/// How often somebody who waits is told how far it is, where that does not stand on one line of a terminal.
const EVERY: Duration = Duration::from_secs(10);

/// How far a long build is, told to whoever waits.
struct Progress {
    count: usize,
    on_terminal: bool,
    told: Mutex<Instant>,
}

impl Progress {
    fn new(count: usize) -> Self {
        Self { count, on_terminal: stderr().is_terminal(), told: Mutex::new(Instant::now()) }
    }

    fn tell(&self, done: usize) {
        let mut stderr = stderr();
        // Nobody waits for what cannot be told.
        if self.on_terminal {
            let _ = write!(stderr, "\r{done} of {} stories", self.count);
        } else if let Ok(mut told) = self.told.lock()
            && told.elapsed() >= EVERY
        {
            *told = Instant::now();
            let _ = writeln!(stderr, "{done} of {} stories", self.count);
        }
    }

    fn end(&self) {
        if self.on_terminal {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}
