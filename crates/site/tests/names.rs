//! Names that occur in several languages: the engine, the scripts and the styles use the same ones.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics says what is wrong"
)]

#[path = "support/project.rs"]
mod project;

use std::{collections::BTreeSet, fs, rc::Rc};

use fact_cards::{
    PageOptions, Prerendered, prerender,
    state::{State, View},
};
use fact_cards_author::StoryFiles;
use fact_cards_story::{Kind, edition::Map};

use self::project::project;

/// The attributes of the element that are not part of its state.
const OTHERS: [&str; 11] =
    ["lang", "src", "theme", "heading-level", "sync-url", "show", "loading", "only", "controls", "open", "search-text"];

fn read(path: &str) -> String {
    fs::read_to_string(project(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What is between two pieces of text, for each occurrence.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Vec<&'t str> {
    text.split(before).skip(1).filter_map(|rest| Some(rest.split_once(after)?.0)).collect()
}

/// The texts in double quotation marks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

/// The list of names in a script after these words.
fn list<'s>(script: &'s str, begins: &str) -> Vec<&'s str> {
    quoted(between(script, begins, ";")[0])
}

fn kinds() -> Vec<&'static str> {
    Kind::ALL.map(Kind::key).to_vec()
}

fn views() -> Vec<&'static str> {
    View::ALL.map(View::key).to_vec()
}

#[test]
fn the_loader_lists_the_names_of_the_state_before_its_other_attributes() {
    let loader = read("src/browser/loader.js");
    let names: Vec<&str> = between(&loader, "const NAMES = \"", "\"")[0].split(' ').collect();
    assert_eq!(names, [State::NAMES.as_slice(), &OTHERS].concat());
    assert_eq!(between(&loader, "const REQUESTABLE = ", ";"), [State::NAMES.len().to_string()]);
}

#[test]
fn the_loader_has_the_same_default_choice() {
    let loader = read("src/browser/loader.js");
    let choices = between(&loader, "const CHOICES = { ", " }");
    assert_eq!(choices, [format!("kind: \"all\", view: \"{}\"", View::default().key())]);
}

/// Whether a name is one of those that a pattern of the filter, `/^(one|other)$/`, lets through.
fn lets_through(pattern: &str, name: &str) -> bool {
    let alternatives = pattern.trim_start_matches("/^(").trim_end_matches(")$/").split('|');
    alternatives.into_iter().any(|alternative| match alternative {
        "data-(?!shape$).+" => name.starts_with("data-") && name != "data-shape",
        "d[dlt]" => ["dd", "dl", "dt"].contains(&name),
        r"h\d" => name.strip_prefix('h').is_some_and(|level| level.parse::<u8>().is_ok()),
        _ => match alternative.strip_suffix(".+").or_else(|| alternative.strip_suffix(".*")) {
            Some(beginning) => name.starts_with(beginning),
            None => name == alternative,
        },
    })
}

#[test]
fn of_the_markup_of_another_site_all_is_kept_that_a_snippet_consists_of() {
    let more = read("src/browser/more.js");
    let [elements, attributes] =
        ["const OURS = ", "const PLAIN = "].map(|name| between(&more, name, ";")[0].to_owned());
    let mut seen = BTreeSet::new();
    for folder in ["seeds", "tests/stories/lighthouse", "tests/stories/corrected"] {
        let story = fact_cards_author::read(&StoryFiles::in_folder(&project(folder)).unwrap()).unwrap();
        for edition in fact_cards_author::editions(&story).unwrap() {
            let page = PageOptions { heading_level: 2, show: 6, ..PageOptions::default() };
            let html = prerender(&Rc::new(edition), Prerendered::Cards(0), page);
            // The engine hydrates by the comments.
            let markup = html.split("<!--").map(|part| part.split_once("-->").map_or(part, |(_, rest)| rest));
            let markup: String = markup.collect();
            for tag in between(&markup, "<", ">").into_iter().filter(|tag| !tag.starts_with('/')) {
                let (name, rest) = tag.split_once(' ').unwrap_or((tag, ""));
                assert!(lets_through(&elements, name), "the element {name}");
                // What is outside of quotation marks are the names, and `=`.
                for name in rest.split('"').step_by(2).flat_map(str::split_whitespace) {
                    let name = name.trim_end_matches('=');
                    // Without these it is only less easy to type.
                    if ["autocomplete", "enterkeyhint"].contains(&name) {
                        continue;
                    }
                    assert!(lets_through(&attributes, name), "the attribute {name}");
                    seen.insert(name.to_owned());
                }
                seen.insert(name.to_owned());
            }
        }
    }
    for name in ["article", "b", "path", "viewBox", "data-coast", "aria-hidden"] {
        assert!(seen.contains(name), "{name} is in one of them");
    }
    for name in ["script", "img", "iframe", "form", "onclick", "src", "data-shape"] {
        assert!(!lets_through(&attributes, name) && !lets_through(&elements, name), "{name}");
    }
}

#[test]
fn a_frame_takes_the_state_and_its_appearance_from_its_address() {
    let script = read("crates/site/pages/embed.js");
    assert_eq!(
        list(&script, "const OPTIONS = "),
        [State::NAMES.as_slice(), &["theme", "heading-level", "show", "only", "controls", "open", "search-text"]]
            .concat()
    );
}

#[test]
fn the_embed_guide_writes_attributes_in_the_order_of_its_form() {
    let attributes = read("crates/site/pages/embed-guide.js");
    let attributes = list(&attributes, "const ATTRIBUTES = ");
    for name in &attributes {
        assert!(State::NAMES.contains(name) || OTHERS.contains(name), "{name}");
    }
    let form = read("crates/site/src/pages/embed_guide.rs");
    let fields = between(&form, " name=\"", "\"").into_iter().filter(|name| attributes.contains(name));
    let fields: Vec<&str> = fields.collect();
    assert_eq!(fields, attributes);
}

#[test]
fn the_embed_guide_offers_each_kind_and_each_view() {
    let form = read("crates/site/src/pages/embed_guide.rs");
    for (name, all) in [("kind", kinds()), ("view", views())] {
        let select = between(&form, &format!("name=\"{name}\">"), "</select>")[0];
        // The default is not an attribute.
        let mut offered = between(select, "value=\"", "\"");
        assert_eq!(offered.remove(0), "");
        let all: Vec<&str> = all.into_iter().filter(|key| *key != View::default().key()).collect();
        assert_eq!(offered, all);
    }
}

#[test]
fn each_style_rule_for_a_chosen_kind_or_view_covers_all_of_them() {
    for file in fs::read_dir(project("styles")).unwrap().map(|entry| entry.unwrap().path()) {
        let text = fs::read_to_string(&file).unwrap();
        for selectors in text.split('{').filter_map(|before| before.rsplit(['}', ';']).next()) {
            for (id, all, first) in [("#kind-", kinds(), "all"), ("#view-", views(), View::default().key())] {
                let ids = selectors.split(id).skip(1);
                let mut known: BTreeSet<&str> =
                    ids.filter_map(|id| id.split(|sign: char| !sign.is_alphabetic()).next()).collect();
                // Most rules say nothing about the default.
                let mut all = BTreeSet::from_iter(all);
                for all in [&mut known, &mut all] {
                    all.remove(first);
                }
                assert!(known.is_empty() || known == all, "{}: {selectors}", file.display());
            }
        }
    }
}

#[test]
fn labels_on_the_map_are_drawn_in_the_size_that_room_was_reserved_for() {
    let drawn = between(&read("styles/views.css"), ".pin text { font: ", ";")[0].to_owned();
    assert_eq!(drawn, format!("600 {}px/1 var(--sans)", Map::LABEL_SIZE));
}
