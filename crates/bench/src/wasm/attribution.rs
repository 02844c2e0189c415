//! Attributes a function to the first crate in its name that is not part of the standard library. So a generic function of the
//! library, instantiated for one of our types, is ours: we could save it.

use std::collections::BTreeMap;

use serde::Serialize;

/// The crates of the standard library.
const LIBRARY: [&str; 6] = ["core", "alloc", "std", "compiler_builtins", "dlmalloc", "hashbrown"];

/// The crate where no other is in the name.
const STANDARD: &str = "the standard library";

/// The crate where there is no Rust name.
const OTHER: &str = "without a name in Rust";

/// Our crates, which are broken down by part.
const OURS: [&str; 2] = ["fact_cards", "fact_cards_story"];

/// A share of the bytes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    pub name: String,
    pub bytes: usize,
}

/// The crate that a function belongs to.
pub fn crate_of(name: &str) -> String {
    let mut paths = paths(name).peekable();
    let has_path = paths.peek().is_some();
    let first = |path: &str| path.split("::").next().unwrap_or_default().to_owned();
    let found = paths.map(first).find(|first| !LIBRARY.contains(&first.as_str()));
    found.unwrap_or_else(|| if has_path { STANDARD } else { OTHER }.to_owned())
}

/// The part of our own crates that a function belongs to: a module, or one within `components`, `browser` and the like.
pub fn part_of(name: &str) -> Option<String> {
    let of_crate = crate_of(name);
    if !OURS.contains(&of_crate.as_str()) {
        return None;
    }
    let path = paths(name).find(|path| path.split("::").next() == Some(of_crate.as_str()))?;
    // Modules begin with a lower-case letter; items come last.
    let mut steps: Vec<&str> = path.split("::").collect();
    steps.pop();
    let modules: Vec<&str> = steps
        .into_iter()
        .take_while(|step| step.starts_with(|letter: char| letter.is_ascii_lowercase()))
        .take(3)
        .collect();
    Some(if modules.is_empty() { of_crate } else { modules.join("::") })
}

/// Sums by name, the largest first. Entries without a name are left out.
pub fn grouped(functions: &[(String, usize)], name: impl Fn(&str) -> String) -> Vec<Group> {
    let mut sums: BTreeMap<String, usize> = BTreeMap::new();
    for (function, bytes) in functions {
        *sums.entry(name(function)).or_default() += bytes;
    }
    let mut groups: Vec<Group> =
        sums.into_iter().filter(|(name, _)| !name.is_empty()).map(|(name, bytes)| Group { name, bytes }).collect();
    groups.sort_by(|a, b| b.bytes.cmp(&a.bytes).then_with(|| a.name.cmp(&b.name)));
    groups
}

/// The paths in a name, such as `core::ptr` and `yew::Html` in `core::ptr::drop_in_place<yew::Html>`.
fn paths(name: &str) -> impl Iterator<Item = &str> {
    let is_of_a_path = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    let words = name.split(move |letter: char| !is_of_a_path(letter));
    // A path that begins with colons continues after a type.
    words
        .filter(|word| !word.starts_with(':'))
        .map(|word| word.trim_end_matches(':'))
        .filter(|word| word.contains("::"))
}

#[cfg(test)]
mod tests {
    use super::{Group, crate_of, grouped, part_of};

    #[test]
    fn a_function_belongs_to_the_crate_of_its_path() {
        assert_eq!(crate_of("yew::virtual_dom::vlist::VList::new"), "yew");
    }

    #[test]
    fn library_code_for_a_type_of_another_crate_belongs_to_that_crate() {
        assert_eq!(crate_of("core::ptr::drop_in_place<alloc::vec::Vec<fact_cards::state::State>>"), "fact_cards");
        assert_eq!(crate_of("<fact_cards::state::State as core::cmp::PartialEq>::eq"), "fact_cards");
    }

    #[test]
    fn code_that_names_no_other_crate_belongs_to_the_standard_library() {
        assert_eq!(crate_of("core::fmt::write"), "the standard library");
        assert_eq!(crate_of("<alloc::string::String as core::fmt::Write>::write_str"), "the standard library");
        assert_eq!(crate_of("<core::iter::Map<u8> as Iterator>::next::{{closure}}"), "the standard library");
        assert_eq!(crate_of("memcpy"), "without a name in Rust");
    }

    #[test]
    fn our_own_code_is_grouped_by_module_without_submodules() {
        let part = |name| part_of(name);
        assert_eq!(part("fact_cards::components::card::card"), Some("fact_cards::components::card".to_owned()));
        assert_eq!(
            part("<fact_cards::components::widget::Widget as yew::html::Component>::view"),
            Some("fact_cards::components::widget".to_owned())
        );
        assert_eq!(part("fact_cards::main"), Some("fact_cards".to_owned()));
        assert_eq!(part("yew::scheduler::start"), None);
    }

    #[test]
    fn groups_are_summed_and_the_largest_comes_first() {
        let functions = [("a::x".to_owned(), 1), ("b::x".to_owned(), 5), ("a::y".to_owned(), 3)];
        let expected = [("b", 5), ("a", 4)].map(|(name, bytes)| Group { name: name.to_owned(), bytes });
        assert_eq!(grouped(&functions, crate_of), expected);
    }
}
