use fact_cards_story::{Counted, edition::Edition};

/// How much of a story there is, in words.
#[must_use]
pub fn extent(edition: &Edition) -> String {
    let words = &edition.words;
    let counted = |words: &Counted, number: usize| words.for_count(number);
    words
        .extent
        .replace("{facts}", &counted(&words.facts, edition.facts.len()))
        .replace("{articles}", &counted(&words.articles, edition.articles.len()))
}
