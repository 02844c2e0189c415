//! The story's own words of the interface: `words/LANGUAGE.ftl` in its folder.

use super::{ReadFile, Reading};
use crate::{
    files::{Found, StoryFiles},
    problem::Problem,
    similar::similar,
    story::{FileSpan, Language},
    words::{self, WordsFile},
};

/// The language that a file has words in, if it is such a file.
pub(super) fn language_of(name: &str) -> Option<&str> {
    name.strip_prefix("words/")?.strip_suffix(".ftl")
}

/// The words for a language: the story's own, or else the widget's. [`check`] reports mistakes in the story's own.
pub(super) fn words(files: &StoryFiles, language: &str) -> Option<WordsFile> {
    let name = format!("words/{language}.ftl");
    if files.iter().any(|(known, _)| known == name) {
        let text = files.text(&name).unwrap_or_default().to_owned();
        return Some(WordsFile { path: files.path_of(&name), text });
    }
    words::built_in(language)
}

/// Reports mistakes in the story's own files of words.
pub(super) fn check(reading: &Reading, files: &StoryFiles, languages: &[Language]) {
    for (name, found) in files.iter() {
        let Some(id) = language_of(name) else { continue };
        let file = reading.files.borrow().len();
        let text = files.text(name).unwrap_or_default().to_owned();
        reading.files.borrow_mut().push(ReadFile { path: files.path_of(name), text, ..ReadFile::default() });
        let report = |span, problem| reading.report(&FileSpan { file, span }, problem);
        match found {
            Found::TooLarge(bytes) => report(0..0, Problem::TooLarge { bytes: *bytes }),
            Found::Unreadable(reason) => report(0..0, Problem::Unreadable { reason: reason.clone() }),
            Found::Bytes(_) if files.text(name).is_none() => report(0..0, Problem::NotUtf8),
            Found::Bytes(_) => match languages.iter().find(|language| language.id == id) {
                Some(language) => {
                    for (span, problem) in words::check(&language.words, language.of_words()) {
                        report(span, problem.into());
                    }
                }
                // Where one is not known, it may be this.
                None if reading.languages.borrow().is_empty() => {}
                None => {
                    let declared: Vec<String> = languages.iter().map(|language| language.id.clone()).collect();
                    let similar = similar(id, declared.iter().map(String::as_str));
                    report(0..0, Problem::UndeclaredLanguage { language: id.to_owned(), similar, declared });
                }
            },
        }
    }
}
