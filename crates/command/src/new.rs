use std::{collections::BTreeMap, fs, path::Path};

use fact_cards_author::{PictureFile, json_schema};
use fact_cards_publish::write_new;

use crate::error::Error;

/// Pictures of a story by their names in it.
pub(crate) type Pictures = BTreeMap<String, PictureFile>;

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
    write_files(folder, STORY.into_iter(), &Pictures::new())
}

/// Writes the files of a story into a folder, which must be new or empty.
pub(crate) fn write_files<'f>(
    folder: &Path,
    files: impl Iterator<Item = (&'f str, &'f str)>,
    pictures: &Pictures,
) -> Result<(), Error> {
    let schema = format!("{:#}\n", json_schema());
    write_new(folder, |new| {
        let write = |name: &str, bytes: &[u8]| {
            let path = new.join(name);
            if let Some(within) = path.parent() {
                fs::create_dir_all(within).map_err(Error::file(within))?;
            }
            fs::write(&path, bytes).map_err(Error::file(&path))
        };
        for (name, text) in files {
            write(name, text.as_bytes())?;
        }
        for (name, file) in pictures {
            write(name, &file.read().map_err(Error::file(name))?)?;
        }
        write(SCHEMA, schema.as_bytes())
    })
}
