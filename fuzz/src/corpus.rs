//! Writes the stories of this repository into `corpus/story`, without version and checksum, which the target adds.

use std::{error::Error, fs, path::Path};

use fact_cards_story::{
    author::{editions, indexed, read, StoryFiles},
    section,
};

fn main() -> Result<(), Box<dyn Error>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = here.join("corpus/story");
    fs::create_dir_all(&corpus)?;
    for folder in ["seeds", "tests/stories/lighthouse", "tests/stories/hostile", "tests/stories/scripts", "tests/widget/cap-rouge"] {
        let files = StoryFiles::in_folder(&here.join("..").join(folder))?;
        let story = read(&files).map_err(|report| report.to_string())?;
        let edition = editions(&story).map_err(|report| report.to_string())?.remove(0);
        let name = folder.replace('/', "-");
        for (suffix, edition) in [("indexed", indexed(edition.clone())), ("plain", edition)] {
            let bytes = section::encode(&[edition])?;
            // What `section::sealed` puts before what was written.
            fs::write(corpus.join(format!("{name}-{suffix}")), bytes.get(13..).unwrap_or_default())?;
        }
    }
    Ok(())
}
