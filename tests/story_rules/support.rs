//! The lighthouse story in memory, and the report after something in it is changed.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use fact_cards_author::{Report, Story, StoryFiles};

/// A file or folder of this repository. Cargo says at run time where that is, since the checkout may have been moved
/// after the build.
pub fn project(path: &str) -> PathBuf {
    Path::new(&env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs the tests")).join(path)
}

/// The files of a story of this repository; in reports `label` is the name of its folder.
pub fn story_in(folder: &str, label: &str) -> StoryFiles {
    let mut files = StoryFiles::new(label);
    for entry in fs::read_dir(project(folder)).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            files.insert(path.file_name().unwrap().to_str().unwrap(), fs::read(&path).unwrap());
        }
    }
    files
}

/// The small story.
pub fn lighthouse() -> StoryFiles {
    story_in("tests/stories/lighthouse", "lighthouse")
}

/// The real story.
pub fn seeds() -> StoryFiles {
    story_in("seeds", "seeds")
}

/// The lighthouse story with something changed.
pub struct Changed(pub StoryFiles);

/// The lighthouse story with the first occurrence of a text in one file replaced by another.
#[track_caller]
pub fn with(file: &str, from: &str, to: &str) -> Changed {
    Changed(lighthouse()).with(file, from, to)
}

impl Changed {
    #[track_caller]
    pub fn with(mut self, file: &str, from: &str, to: &str) -> Self {
        let text = self.0.text(file).unwrap();
        assert!(text.contains(from), "{file} does not have {from:?}");
        let changed = text.replacen(from, to, 1);
        self.0.insert(file, changed);
        self
    }

    /// The report, which must have mistakes.
    #[track_caller]
    pub fn report(&self) -> String {
        report(&self.0).expect_err("the story is accepted").to_string()
    }

    /// The story, which must have no mistakes.
    #[track_caller]
    pub fn accepted(&self) -> Story {
        report(&self.0).unwrap_or_else(|report| panic!("{report}"))
    }
}

/// The story, or the report of its mistakes.
pub fn report(files: &StoryFiles) -> Result<Story, Report> {
    fact_cards_author::read(files)
}

/// The report without source lines: only the message, place and help of each mistake.
pub fn messages(report: &str) -> String {
    let kept = ["error:", "-->", "= help:", "mistake"];
    let lines = report.lines().filter(|line| kept.iter().any(|kept| line.contains(kept)));
    lines.map(|line| line.replace("error: ", "\n")).collect::<Vec<_>>().join("\n")
}
