use fact_cards_story::{Words, edition::Edition};

/// How much of a story there is, in words.
#[must_use]
pub fn extent(edition: &Edition) -> String {
    of_so_many(&edition.words, edition.facts.len(), edition.articles.len())
}

/// So many facts from so many articles, in words.
pub(crate) fn of_so_many(words: &Words, facts: usize, articles: usize) -> String {
    let (facts, articles) = (words.facts.for_count(facts), words.articles.for_count(articles));
    words.extent.replace("{facts}", &facts).replace("{articles}", &articles)
}
