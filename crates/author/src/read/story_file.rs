use icu::locale::Locale;

use super::{Declaration, Reading, entry::Entry, sheet::Sheet, words_files};
use crate::{
    files::StoryFiles,
    problem::Problem,
    similar::similar,
    story::{FileSpan, Language, Story},
    words,
};

/// Reads `story.toml`. The languages come first, since every text is read in these.
pub(super) fn read(reading: &Reading, sheet: &Sheet, files: &StoryFiles, story: &mut Story) {
    let mut file = Entry::file(reading, sheet);
    file.need_some("language", Problem::NoLanguage);
    let read: Vec<_> = file.list("language", "language").into_iter().map(|entry| language(entry, files)).collect();
    check_fallbacks(reading, &read);
    // If one could not be read, texts in undeclared languages cannot be recognised.
    let declared = read.iter().map(|language| {
        let falls_back_to = language.falls_back_to.as_ref().map(|(id, _)| id.clone());
        Some(Declaration { id: language.id.clone()?, falls_back_to })
    });
    *reading.languages.borrow_mut() = declared.collect::<Option<Vec<_>>>().unwrap_or_default();
    story.languages = read.into_iter().filter_map(|language| language.language).collect();

    story.title = file.needed_localised("title", "`title.en = \"…\"`").unwrap_or_default();
    story.lead = file.needed_localised("lead", "`lead.en = \"…\"`").unwrap_or_default();
    story.order = file.references("order");
    file.finish();
}

/// A language as it is declared.
struct Read {
    /// Its id, even if the rest of it is wrong.
    id: Option<String>,
    /// The language that it falls back to, and the place of that field.
    falls_back_to: Option<(String, FileSpan)>,
    language: Option<Language>,
}

fn language(mut entry: Entry, files: &StoryFiles) -> Read {
    let id = entry.id();
    let words = id.as_ref().and_then(|id| words_files::words(files, id));
    if let (Some(id), None) = (&id, &words) {
        let place = entry.place_of("id");
        entry.report_at(&place, Problem::NoWords { language: id.clone(), known: words::languages() });
    }
    entry.need("locale", "`locale = \"en-GB\"`");
    let locale = entry.text("locale").and_then(|locale| {
        let Ok(known) = locale.parse::<Locale>() else {
            let place = entry.place_of("locale");
            entry.report_at(&place, Problem::BadLocale { locale });
            return None;
        };
        // In canonical form: `en_gb` becomes `en-GB`.
        Some(known.to_string())
    });
    let falls_back_to = entry.text("falls-back-to").map(|other| (other, entry.place_of("falls-back-to")));
    entry.finish();
    let language = id.clone().zip(locale).map(|(id, locale)| Language { id, locale, words: words.unwrap_or_default() });
    Read { id, falls_back_to, language }
}

/// A language falls back to one in which every text is written.
fn check_fallbacks(reading: &Reading, languages: &[Read]) {
    for (to, place) in languages.iter().filter_map(|language| language.falls_back_to.as_ref()) {
        match languages.iter().find(|other| other.id.as_ref() == Some(to)) {
            Some(other) if other.falls_back_to.is_some() => {
                reading.report(place, Problem::FallbackFallsBack { language: to.clone() });
            }
            Some(_) => {}
            // An id that could not be read may be the one meant.
            None if languages.iter().any(|language| language.id.is_none()) => {}
            None => {
                let declared: Vec<String> = languages.iter().filter_map(|language| language.id.clone()).collect();
                let similar = similar(to, declared.iter().map(String::as_str));
                reading.report(place, Problem::UndeclaredLanguage { language: to.clone(), similar, declared });
            }
        }
    }
}
