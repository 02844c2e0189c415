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
    story.languages = file.list("language", "a language").into_iter().filter_map(language).collect();
    if story.languages.is_empty() && !file.has("language") {
        file.report_here(Problem::NoLanguage);
    }
    *reading.languages.borrow_mut() = story.languages.iter().map(|language| language.id.clone()).collect();

    story.title = file.needed_localised("title", "`title.en = \"…\"`").unwrap_or_default();
    story.lead = file.needed_localised("lead", "`lead.en = \"…\"`").unwrap_or_default();
    story.order = file.references("order");
    file.finish();
}

fn language(mut entry: Entry) -> Option<Language> {
    let id = entry.id();
    if let Some(id) = &id
        && !words::languages().contains(&id.as_str())
    {
        let place = entry.place_of("id");
        let problem = Problem::NoWords { language: id.clone(), known: words::languages() };
        entry.report_at(&place, problem);
    }
    entry.need("locale", "`locale = \"en-GB\"`");
    let locale = entry.text("locale").filter(|locale| {
        let good = locale.parse::<Locale>().is_ok();
        if !good {
            let place = entry.place_of("locale");
            entry.report_at(&place, Problem::BadLocale { locale: locale.clone() });
        }
        good
    });
    entry.finish();
    Some(Language { id: id?, locale: locale? })
}
