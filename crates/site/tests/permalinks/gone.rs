use crate::{
    BASE, CORRECTED,
    newsroom::{Newsroom, text, values},
    support::Files,
};

const LENGTH: &str = "fact/pier-length/index.html";

/// What holds of the page of anything that is gone.
fn expect_gone(files: &Files, path: &str, said: &str) {
    let page = text(files, path);
    let folder = path.strip_suffix("index.html").unwrap();
    assert!(page.contains(&format!("<h1>{said}</h1>")), "{path}: {page}");
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
    assert!(page.contains("<a href=\"../../\">"), "{path} leads to the story");
    assert!(!page.contains("og:") && !page.contains("ld+json") && !page.contains("canonical"), "{path}");
    assert!(!text(files, "sitemap.xml").contains(folder), "{path}");
    assert!(files.contains_key(&format!("{folder}_gone")), "hosts know it by that");
}

#[test]
fn a_fact_that_is_deleted_leaves_a_page_that_says_so_in_each_language_for_good() {
    let newsroom = Newsroom::with(CORRECTED);
    assert!(text(&newsroom.publish(), LENGTH).contains("The pier is 90 metres long."));
    newsroom.edit("facts.toml", "id = \"pier-length\"\n", "id = \"another-length\"\n");
    for _ in 0..2 {
        let files = newsroom.publish();
        expect_gone(&files, LENGTH, "This fact is no longer part of the story.");
        expect_gone(&files, &format!("ar/{LENGTH}"), "لم تعد هذه الواقعة جزءاً من هذا الملف.");
        let page = text(&files, LENGTH);
        assert!(!page.contains("90") && !page.contains("class=\"change\""), "{page}");
        assert!(values(page, "href").contains(&format!("{BASE}ar/fact/pier-length/").as_str()), "{page}");
    }
    newsroom.edit("facts.toml", "id = \"another-length\"\n", "id = \"pier-length\"\n");
    let files = newsroom.publish();
    assert!(text(&files, LENGTH).contains("The pier is 90 metres long."), "it is there again");
    assert!(!files.contains_key("fact/pier-length/_gone"));
}

#[test]
fn a_fact_that_is_withdrawn_and_left_out_leaves_the_reason_that_the_story_gives() {
    let newsroom = Newsroom::with(CORRECTED);
    newsroom.publish();
    newsroom.edit(
        "facts.toml",
        "id = \"pier-length\"\n",
        "id = \"pier-length\"\nwithdrawn = { date = \"2025-12-24\", reason.en = \"Measured anew.\", reason.ar = \"قيس من جديد.\", shown = false }\n",
    );
    let files = newsroom.publish();
    expect_gone(&files, LENGTH, "This fact is no longer part of the story.");
    for (path, reason) in [(LENGTH.to_owned(), "Measured anew."), (format!("ar/{LENGTH}"), "قيس من جديد.")] {
        let page = text(&files, &path);
        assert!(page.contains(reason) && !page.contains("90"), "{page}");
    }
}

#[test]
fn a_card_that_comes_under_an_embargo_leaves_nothing_of_what_it_was() {
    let newsroom = Newsroom::with(CORRECTED);
    newsroom.publish();
    newsroom.edit("members.toml", "id = \"rory-skene\"\n", "id = \"rory-skene\"\nembargo = 2999-01-01T00:00:00Z\n");
    let files = newsroom.publish();
    expect_gone(&files, "card/rory-skene/index.html", "This card is no longer part of the story.");
    expect_gone(&files, "fact/skene-paid/index.html", "This fact is no longer part of the story.");
    for (path, bytes) in &files {
        let file = String::from_utf8_lossy(bytes);
        for held in ["Rory", "روري", "He paid 3", "mistook"] {
            assert!(!file.contains(held), "{held} in {path}");
        }
    }
}

#[test]
fn a_file_of_somebody_else_beside_the_pages_is_no_page_that_is_gone() {
    let newsroom = Newsroom::with(CORRECTED);
    newsroom.publish();
    let files = newsroom.publish();
    assert!(!files.keys().any(|path| path.ends_with("_gone")));
}
