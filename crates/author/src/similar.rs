/// The name that was most likely meant.
#[must_use]
pub fn similar<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let enough = |name: &str| strsim::damerau_levenshtein(word, name) <= (name.chars().count() / 3).clamp(1, 4);
    names
        .into_iter()
        .filter(|name| enough(name))
        .min_by_key(|name| strsim::damerau_levenshtein(word, name))
        .map(str::to_owned)
}
