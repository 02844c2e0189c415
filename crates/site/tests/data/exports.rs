//! The files with the whole story.

use fact_cards::export::{Selection, csv, json};

use serde_json::Value;

use crate::{STORIES, page::attributes, support};

/// The same without the addresses of pictures, whose names only a build knows.
fn without_pictures(mut json: Value) -> Value {
    let lists = ["cards", "facts"].map(|list| json[list].take());
    json.as_object_mut().unwrap().remove("picture");
    for (name, mut list) in ["cards", "facts"].into_iter().zip(lists) {
        for entry in list.as_array_mut().unwrap() {
            entry.as_object_mut().unwrap().remove("picture");
        }
        json[name] = list;
    }
    json
}

#[test]
fn each_site_has_its_whole_story_in_two_files() {
    for story in STORIES {
        let files = support::files(story);
        let edition = &support::site(story).editions()[0].clone();
        let everything = Selection {
            url: Some("https://cards.example/".into()),
            permalinks: "https://cards.example/".into(),
            ..Selection::everything(edition)
        };
        let read = |json: &[u8]| without_pictures(serde_json::from_slice(json).unwrap());
        assert!(read(&files["story.json"]) == read(json(edition, &everything).as_bytes()), "{story}");
        assert!(files["story.csv"] == csv(edition, &everything.facts).as_bytes(), "{story}");
    }
}

#[test]
fn the_page_links_to_them_so_that_programs_can_find_them() {
    let files = support::files("seeds");
    let page = String::from_utf8(files["index.html"].clone()).unwrap();
    for (kind, path) in [("application/json", "story.json"), ("text/csv", "story.csv")] {
        let line = format!("<link rel=\"alternate\" type=\"{kind}\" href=\"{path}\">");
        assert!(page.contains(&line), "{line}");
        assert!(attributes(&page, "href").contains(&path.to_owned()) && files.contains_key(path), "{path}");
    }
    let headers = String::from_utf8(files["_headers"].clone()).unwrap();
    for path in ["story.json", "story.csv"] {
        assert!(headers.contains(&format!("\n/{path}\n  Cache-Control: public, max-age=300\n")), "{headers}");
    }
}
