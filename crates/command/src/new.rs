use std::{fs, path::Path};

use fact_cards_story::author::json_schema;

use crate::error::Error;

/// The files of a story to begin with.
const STORY: [(&str, &str); 7] = [
    ("story.toml", include_str!("../story/story.toml")),
    ("articles.toml", include_str!("../story/articles.toml")),
    ("types.toml", include_str!("../story/types.toml")),
    ("members.toml", include_str!("../story/members.toml")),
    ("operations.toml", include_str!("../story/operations.toml")),
    ("venues.toml", include_str!("../story/venues.toml")),
    ("facts.toml", include_str!("../story/facts.toml")),
];

/// What the first line of each file calls the schema by which editors complete and check.
const SCHEMA: &str = "story.schema.json";
/// That line.
pub(crate) const SCHEMA_LINE: &str = "#:schema ./story.schema.json";

/// Writes a small story with comments, which builds as it is, and beside it the schema of its files.
///
/// # Errors
/// When there is something in the folder, or a file cannot be written.
pub fn new(folder: &Path) -> Result<(), Error> {
    write_files(folder, STORY.into_iter())
}

/// Writes the files of a story into a folder, which must be new or empty.
pub(crate) fn write_files<'f>(folder: &Path, files: impl Iterator<Item = (&'f str, &'f str)>) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(Error::file(folder))?;
    if fs::read_dir(folder).map_err(Error::file(folder))?.next().is_some() {
        return Err(Error::NotEmpty(folder.to_owned()));
    }
    for (name, text) in files {
        let path = folder.join(name);
        if let Some(within) = path.parent() {
            fs::create_dir_all(within).map_err(Error::file(within))?;
        }
        write(&path, text)?;
    }
    write(&folder.join(SCHEMA), &format!("{:#}\n", json_schema()))
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(Error::file(path))
}
