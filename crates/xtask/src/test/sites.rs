//! The sites of the visits: built once per run, and read only from then on.

use std::{path::Path, time::SystemTime};

use anyhow::Result;
use fact_cards_command::{build_stories, read};
use fact_cards_site::{BaseUrl, Engine, SharePictures, Stories, Target};

use crate::{generate, project};

/// The stories with a site of their own, by the name of the site.
const STORIES: [(&str, &str); 5] = [
    ("seeds", "seeds"),
    ("lighthouse", "tests/stories/lighthouse"),
    ("hostile", "tests/stories/hostile"),
    ("corrected", "tests/stories/corrected"),
    ("harbour", "tests/stories/harbour"),
];

/// The site of a story of several pages, and how many cards it has.
const MANY: (&str, u16) = ("many", 1_000);

/// Stories that share one engine, in one site of that name.
const STORIES_OF_ONE_SITE: (&str, [&str; 3]) =
    ("stories", ["seeds", "tests/stories/lighthouse", "tests/stories/corrected"]);

/// The first story again, published at an address.
const PUBLISHED: (&str, &str, &str) = ("published", "seeds", "https://cards.example/news/");

/// And again with compressed forms beside its files, which the others lack.
const COMPRESSED: (&str, &str) = ("compressed", "seeds");

/// Builds all of them into a folder.
pub fn build(engine: &Engine, folder: &Path) -> Result<()> {
    let now = SystemTime::now();
    let write = |name: &str, story: &Path, base_url: Option<&BaseUrl>| -> Result<()> {
        let target = Target {
            folder: &folder.join(name),
            base_url,
            compressed: name == COMPRESSED.0,
            share_pictures: SharePictures::No,
        };
        read(story, now)?.write(engine, target)?;
        Ok(())
    };
    for (name, story) in STORIES {
        write(name, &project::path(story), None)?;
    }
    let (name, cards) = MANY;
    let story = folder.join(format!("{name}-story"));
    generate::generate(cards, 1, &story)?;
    write(name, &story, None)?;

    let (name, stories) = STORIES_OF_ONE_SITE;
    let target =
        Target { folder: &folder.join(name), base_url: None, compressed: false, share_pictures: SharePictures::No };
    let folders = stories.map(project::path);
    build_stories(engine, &Stories { folders: &folders, title: "All stories", now, on_progress: &|_| () }, target)?;

    let (name, story, address) = PUBLISHED;
    write(name, &project::path(story), address.parse().ok().as_ref())?;

    let (name, story) = COMPRESSED;
    write(name, &project::path(story), None)
}
