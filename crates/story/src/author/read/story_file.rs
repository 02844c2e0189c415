use icu::locale::Locale;

use super::{Reading, entry::Entry, sheet::Sheet};
use crate::author::{
    problem::Problem,
    story::{Language, Story},
    words,
};

/// Reads `story.toml`. The languages come first: every text of the story is read in these.
pub(super) fn read(reading: &Reading, sheet: &Sheet, story: &mut Story) {
    let mut file = Entry::file(reading, sheet);
    file.need_some("language", Problem::NoLanguage);
    let languages: Vec<_> = file.list("language", "language").into_iter().map(|entry| language(entry)).collect();
    // Where one is not known, no text can be said to be in a language that is not declared.
    let ids = languages.iter().map(|(id, _)| id.clone()).collect::<Option<Vec<_>>>();
    *reading.languages.borrow_mut() = ids.unwrap_or_default();
    story.languages = languages.into_iter().filter_map(|(_, language)| language).collect();

    story.title = file.needed_localised("title", "`title.en = \"…\"`").unwrap_or_default();
    story.lead = file.needed_localised("lead", "`lead.en = \"…\"`").unwrap_or_default();
    story.order = file.references("order");
    file.finish();
}

/// A language, and its id also where the rest of it is wrong.
fn language(mut entry: Entry) -> (Option<String>, Option<Language>) {
    let id = entry.id();
    if let Some(id) = &id
        && !words::languages().contains(&id.as_str())
    {
        let place = entry.place_of("id");
        let problem = Problem::NoWords { language: id.clone(), known: words::languages() };
        entry.report_at(&place, problem);
    }
    entry.need("locale", "`locale = \"en-GB\"`");
    let locale = entry.text("locale").and_then(|locale| {
        let Ok(known) = locale.parse::<Locale>() else {
            let place = entry.place_of("locale");
            entry.report_at(&place, Problem::BadLocale { locale });
            return None;
        };
        // As the web writes it: `en_gb` is read, `en-GB` is shown to browsers.
        Some(known.to_string())
    });
    entry.finish();
    let language = id.clone().zip(locale).map(|(id, locale)| Language { id, locale });
    (id, language)
}
