//! The pictures that a story has.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use fact_cards_picture::Seen;

use crate::{
    files::{PictureFile, StoryFiles},
    problem::Problem,
    similar::similar,
};

/// The files in the story's folder of pictures, and what was seen of them: each is looked at once, however often it is shown.
#[derive(Default)]
pub(super) struct Shelf {
    files: Arc<BTreeMap<String, PictureFile>>,
    seen: RefCell<BTreeMap<String, Result<Seen, Problem>>>,
}

impl Shelf {
    pub fn of(files: &StoryFiles) -> Self {
        Self { files: Arc::clone(files.pictures()), seen: RefCell::default() }
    }

    /// The file of that name, and what is seen of it.
    pub fn find(&self, name: &str) -> Result<(PictureFile, Seen), Problem> {
        if !name.starts_with("pictures/") || name.split('/').any(|part| matches!(part, "" | "." | "..")) {
            return Err(Problem::PictureElsewhere { file: name.to_owned() });
        }
        let Some(file) = self.files.get(name) else {
            let similar = similar(name, self.files.keys().map(String::as_str));
            return Err(Problem::NoPicture { file: name.to_owned(), similar });
        };
        let known = self.seen.borrow().get(name).cloned();
        let seen = known.unwrap_or_else(|| {
            let seen = look(file);
            self.seen.borrow_mut().insert(name.to_owned(), seen.clone());
            seen
        });
        Ok((file.clone(), seen?))
    }

    /// Those that nobody has asked for.
    pub fn unused(&self) -> Vec<String> {
        let seen = self.seen.borrow();
        let used: BTreeSet<&String> = seen.keys().collect();
        self.files.keys().filter(|name| !used.contains(name)).cloned().collect()
    }
}

fn look(file: &PictureFile) -> Result<Seen, Problem> {
    let bytes = file.read().map_err(|error| Problem::UnreadablePicture { reason: error.to_string() })?;
    Ok(Seen::of(&bytes)?)
}
