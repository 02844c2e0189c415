use std::{fs, path::PathBuf, time::SystemTime};

use fact_cards_site::{SharePictures, Site, Target};
use tempfile::TempDir;

use crate::{
    BASE,
    support::{self, Files},
};

/// A copy of a story that is edited, and the folder in which its site is published time and again.
pub struct Newsroom(TempDir);

impl Newsroom {
    pub fn with(story: &str) -> Self {
        let newsroom = Self(TempDir::new().unwrap());
        fs::create_dir(newsroom.story()).unwrap();
        for file in fs::read_dir(support::project(story)).unwrap().map(Result::unwrap) {
            fs::copy(file.path(), newsroom.story().join(file.file_name())).unwrap();
        }
        newsroom
    }

    fn story(&self) -> PathBuf {
        self.0.path().join("story")
    }

    /// Replaces something in a file of the story, where it is, once.
    pub fn edit(&self, file: &str, what: &str, by: &str) {
        let path = self.story().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(what).count(), 1, "{what} in {file}");
        fs::write(path, text.replace(what, by)).unwrap();
    }

    /// Publishes the story, and gives the files that are in the folder then.
    pub fn publish(&self) -> Files {
        self.publish_at(support::now(), Some(BASE))
    }

    pub fn publish_at(&self, now: SystemTime, base: Option<&str>) -> Files {
        let site = Site::of_story(&self.story(), now).unwrap_or_else(|error| panic!("{error}"));
        let base = base.map(|base| base.parse().unwrap());
        let folder = self.0.path().join("site");
        let target = Target {
            folder: &folder,
            base_url: base.as_ref(),
            compressed: false,
            share_pictures: SharePictures::OfSmallStories,
        };
        site.write(&support::engine(), target).unwrap();
        support::files_below(&folder)
    }
}

/// A file as text.
pub fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    str::from_utf8(files.get(path).unwrap_or_else(|| panic!("there is no {path}"))).unwrap()
}

/// The values of an attribute.
pub fn values<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    page.split(&format!(" {name}=\"")).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}
