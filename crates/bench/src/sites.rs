//! The sites that are measured: ours, built as any other, and the peers' pages made of its export.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use fs_err as fs;

use crate::{
    command::run,
    options::Options,
    peers::{Installed, page_path},
    server::{Sending, Server},
    story::Story,
    way::Way,
};

/// The seed of the stories that are made up: the same each time.
const SEED: &str = "7";

/// A story as each way shows it.
pub struct Sites {
    /// Its folder in our form.
    pub story: PathBuf,
    /// In each of its languages.
    pub editions: Vec<Story>,
    folders: BTreeMap<Way, PathBuf>,
}

impl Sites {
    /// Of a story that the project has, such as `seeds`.
    pub fn of_story(options: &Options, peers: &Installed, name: &str, story: &Path) -> Result<Self> {
        println!("Building the pages of {name}.");
        let folder = options.folder().join("sites").join(name);
        let ours = folder.join(Way::Ours.id());
        fs::create_dir_all(&folder)?;
        let mut build = Command::new(&options.xtask);
        build.args(["build", "--soon", "--story"]).arg(story).arg("--out").arg(&ours);
        run(build.current_dir(&options.project))?;
        let editions = editions(&ours)?;
        write_articles(&ours, &editions)?;
        let mut folders = BTreeMap::from([(Way::Ours, ours)]);
        for way in Way::ALL.into_iter().skip(1) {
            let folder = folder.join(way.id());
            peers.write(way, &editions, &folder)?;
            folders.insert(way, folder);
        }
        Ok(Self { story: story.to_owned(), editions, folders })
    }

    /// Of a story with so many cards that is made up.
    pub fn of_size(options: &Options, peers: &Installed, cards: usize) -> Result<Self> {
        let story = options.folder().join("stories").join(cards.to_string());
        // That of an earlier run, perhaps of another generator.
        if story.exists() {
            fs::remove_dir_all(&story)?;
        }
        let mut generate = Command::new(&options.xtask);
        generate.args(["generate", "--seed", SEED, "--cards", &cards.to_string(), "--out"]).arg(&story);
        run(generate.current_dir(&options.project))?;
        Self::of_story(options, peers, &cards.to_string(), &story)
    }

    /// Serves the pages of a way.
    pub fn serve(&self, way: Way, sending: Sending) -> Result<Server> {
        let folder = self.folders.get(&way).with_context(|| format!("no pages of {}", way.name()))?;
        Server::start(folder, sending, way == Way::Ours).context("the server cannot be started")
    }

    /// The story in its first language.
    pub fn first(&self) -> Result<&Story> {
        self.editions.first().with_context(|| format!("{} has no language", self.story.display()))
    }
}

/// The story in each language, the one of the page at the root first.
fn editions(site: &Path) -> Result<Vec<Story>> {
    let mut editions = vec![Story::read(&site.join("story.json"))?];
    let mut others: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(site)? {
        let file = entry?.path().join("story.json");
        if file.is_file() {
            others.push(file);
        }
    }
    others.sort();
    for file in others {
        editions.push(Story::read(&file)?);
    }
    Ok(editions)
}

/// Writes an article for each language into which the snippet is pasted, and nothing else.
fn write_articles(site: &Path, editions: &[Story]) -> Result<()> {
    for (place, story) in editions.iter().enumerate() {
        let snippet = site.join("snippet").join(format!("{}.html", story.language));
        let snippet = fs::read_to_string(&snippet)?;
        let article = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
             <title>An article</title>\n{snippet}",
            story.language
        );
        // As deep as the snippet: so its addresses hold.
        let path = site.join(path_of(place, &story.language, true));
        fs::create_dir_all(site.join("articles"))?;
        fs::write(&path, article)?;
    }
    Ok(())
}

/// The path of our article in a language, or of a page of any way.
pub fn path_of(place: usize, language: &str, in_article: bool) -> String {
    if in_article { format!("articles/{language}.html") } else { page_path(place, language) }
}
