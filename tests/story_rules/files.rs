//! Whole files: which there are, and whether they are UTF-8 and TOML.

use std::{fs, process::Command, sync::mpsc, thread, time::Duration};

use fact_cards_author::{MAX_FILE_BYTES, StoryFiles};
use tempfile::TempDir;

use crate::support::{Changed, lighthouse, project, seeds, with};

#[test]
fn the_lighthouse_story_and_the_real_one_are_accepted() {
    Changed(lighthouse()).accepted();
    Changed(seeds()).accepted();
}

#[test]
fn a_missing_required_file_is_reported() {
    let mut files = lighthouse();
    files.remove("articles.toml");
    let report = Changed(files).report();
    insta::assert_snapshot!(report, @"
    error: this file is missing
     --> lighthouse/articles.toml:1:1
      |
    1 |
      | ^
      |
      = help: add it; it holds the articles that the facts are taken from

    1 mistake in the story
    ");
}

#[test]
fn a_missing_file_of_facts_does_not_make_every_card_a_mistake() {
    let mut files = lighthouse();
    files.remove("facts.toml");
    let report = Changed(files).report();
    insta::assert_snapshot!(report, @"
    error: this file is missing
     --> lighthouse/facts.toml:1:1
      |
    1 |
      | ^
      |
      = help: add it; it holds the facts

    1 mistake in the story
    ");
}

#[test]
fn an_empty_folder_is_four_missing_files() {
    let report = Changed(StoryFiles::new("nowhere")).report();
    insta::assert_snapshot!(report, @"
    error: this file is missing
     --> nowhere/story.toml:1:1
      |
    1 |
      | ^
      |
      = help: add it; it holds the story's title, lead and languages

    error: this file is missing
     --> nowhere/articles.toml:1:1
      |
    1 |
      | ^
      |
      = help: add it; it holds the articles that the facts are taken from

    error: this file is missing
     --> nowhere/types.toml:1:1
      |
    1 |
      | ^
      |
      = help: add it; it holds the types of card

    error: this file is missing
     --> nowhere/facts.toml:1:1
      |
    1 |
      | ^
      |
      = help: add it; it holds the facts

    4 mistakes in the story
    ");
}

#[test]
fn a_story_needs_no_topics_no_relations_and_no_operations() {
    let mut files = StoryFiles::new("small");
    files.insert("story.toml", "title.en = \"T\"\nlead.en = \"L\"\n[[language]]\nid = \"en\"\nlocale = \"en-GB\"\n");
    files.insert("articles.toml", "article = [{ id = \"a\", title.en = \"T\", short.en = \"S\", paragraphs = 1 }]");
    files.insert("types.toml", "type = [{ id = \"t\", kind = \"member\", name.en = \"n\" }]");
    files.insert("members.toml", "member = [{ id = \"m\", type = \"t\", name.en = \"M\", summary.en = \"S\" }]");
    files.insert(
        "facts.toml",
        "[[fact]]\nid = \"f\"\ncard = \"m\"\nstatement.en = \"S\"\nsources = [{ article = \"a\", paragraph = 1 }]\n",
    );
    assert_eq!(Changed(files).accepted().cards.len(), 1);
}

#[test]
fn a_misspelt_file_name_is_one_mistake_and_not_one_for_everything_in_it() {
    let mut files = lighthouse();
    let venues = files.text("venues.toml").unwrap().to_owned();
    files.remove("venues.toml");
    files.insert("venue.toml", venues);
    let report = Changed(files).report();
    insta::assert_snapshot!(report, @"
    error: a story has no file of this name
     --> lighthouse/venue.toml:1:1
      |
    1 |
      | ^
      |
      = help: did you mean `venues.toml`?

    1 mistake in the story
    ");
}

#[test]
fn an_unknown_file_is_named() {
    let mut files = lighthouse();
    files.insert("shopping-list.toml", "eggs = 12");
    let report = Changed(files).report();
    insta::assert_snapshot!(report, @"
    error: a story has no file of this name
     --> lighthouse/shopping-list.toml:1:1
      |
    1 |
      | ^
      |
      = help: move it out of the story's folder

    1 mistake in the story
    ");
}

#[test]
fn a_file_that_is_not_utf_8_is_refused_at_the_first_byte_that_is_not() {
    let mut files = lighthouse();
    let mut bytes = files.text("members.toml").unwrap().replace('é', "?").into_bytes();
    let at = bytes.iter().position(|byte| *byte == b'?').unwrap();
    bytes[at] = 0xe9;
    files.insert("members.toml", bytes);
    let report = Changed(files).report();
    insta::assert_snapshot!(report, @r#"
    error: this file is not UTF-8 text
     --> lighthouse/members.toml:5:28
      |
    5 | spellings = [{ name = "A. M�rrow", article = "skerrow-gazette", paragraph = 2 }, { name = "Keeper Ada" }]
      |                            ^
      |
      = help: save it as UTF-8

    1 mistake in the story
    "#);
}

#[test]
fn a_file_in_utf_16_is_refused_in_one_line() {
    let mut files = lighthouse();
    let text = format!("\u{feff}{}", files.text("topics.toml").unwrap());
    files.insert("topics.toml", text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
    let report = Changed(files).report();
    insta::assert_snapshot!(report, @"
    error: this file is not UTF-8 text
     --> lighthouse/topics.toml:1:1
      |
    1 | ��[␀[␀t␀o␀p␀i␀c␀]␀]␀
      | ^
      |
      = help: save it as UTF-8

    1 mistake in the story
    ");
}

#[test]
fn a_file_that_is_too_large_is_refused_unread() {
    let mut files = lighthouse();
    let size = usize::try_from(MAX_FILE_BYTES).unwrap() + 1;
    files.insert("facts.toml", vec![b'#'; size]);
    let report = Changed(files).report();
    insta::assert_snapshot!(report, @"
    error: this file has 67108865 bytes; the most is 67108864
     --> lighthouse/facts.toml:1:1
      |
    1 |
      | ^
      |
      = help: split the story in two

    1 mistake in the story
    ");
}

#[test]
fn a_file_of_exactly_the_largest_size_is_accepted() {
    let mut files = lighthouse();
    let mut bytes = files.text("facts.toml").unwrap().as_bytes().to_vec();
    bytes.push(b'#');
    bytes.resize(usize::try_from(MAX_FILE_BYTES).unwrap(), b'#');
    files.insert("facts.toml", bytes);
    Changed(files).accepted();
}

#[test]
fn more_entries_than_can_be_counted_are_refused_once() {
    let mut files = lighthouse();
    files.insert("topics.toml", format!("topic = [\n{}]", "{},\n".repeat(usize::from(u16::MAX) + 1)));
    let report = Changed(files).report();
    insta::assert_snapshot!(report, @"
    error: there are 65536 of these; the most is 65535
         --> lighthouse/topics.toml:65537:1
          |
    65537 | {},
          | ^^
          |
          = help: split the story in two

    1 mistake in the story
    ");
}

#[test]
fn a_folder_where_a_file_should_be_is_reported_with_the_story() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("facts.toml")).unwrap();
    fs::write(folder.path().join("notes.txt"), "no part of the story").unwrap();
    let files = StoryFiles::in_folder(folder.path()).unwrap();

    let report = Changed(files).report();
    assert!(report.contains("facts.toml:1:1\n") && report.contains("error: this file cannot be read: "), "{report}");
    assert!(report.contains("see that it is a file that you may read"), "{report}");
    assert!(!report.contains("notes.txt"), "{report}");
}

#[test]
fn the_files_of_a_folder_are_found() {
    Changed(StoryFiles::in_folder(&project("tests/stories/lighthouse")).unwrap()).accepted();
    StoryFiles::in_folder("/nowhere/at/all".as_ref()).unwrap_err();
}

#[test]
fn windows_line_ends_are_accepted() {
    let mut files = lighthouse();
    for name in ["story.toml", "members.toml", "facts.toml"] {
        let text = files.text(name).unwrap().replace('\n', "\r\n");
        files.insert(name, text);
    }
    let changed = Changed(files);
    assert_eq!(changed.accepted().cards.len(), 7);
    let id_broken = changed.with("members.toml", "type = \"keeper\"\r\n", "type = \"kepper\"\r\n");
    let report = id_broken.report();
    insta::assert_snapshot!(report, @r#"
    error: there is no type `kepper`
     --> lighthouse/members.toml:3:8
      |
    3 | type = "kepper"
      |        ^^^^^^^^
      |
      = help: did you mean `keeper`?

    1 mistake in the story
    "#);
}

#[test]
fn a_byte_order_mark_is_accepted_and_not_counted() {
    let marked = with("topics.toml", "[[topic]]", "\u{feff}[[topic]]");
    marked.accepted();
    let report = marked.with("topics.toml", "[[topic]]", "  [[tropic]]").report();
    insta::assert_snapshot!(report, @"
    error: this file has no field `tropic`
     --> lighthouse/topics.toml:1:5
      |
    1 |   [[tropic]]
      |     ^^^^^^
      |
      = help: it may have `topic`

    1 mistake in the story
    ");
}

#[cfg(unix)]
#[test]
fn a_named_pipe_in_the_folder_is_a_mistake_and_does_not_block() {
    let folder = TempDir::new().unwrap();
    let pipe = folder.path().join("facts.toml");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let (done, read) = mpsc::channel();
    let path = folder.path().to_owned();
    thread::spawn(move || done.send(StoryFiles::in_folder(&path)));
    let files = read.recv_timeout(Duration::from_secs(10)).expect("the pipe is not waited for").unwrap();
    let said = Changed(files).report();
    assert!(said.contains("facts.toml") && said.contains("it is not a file"), "{said}");
}

#[test]
fn a_file_name_cannot_send_control_sequences_to_the_terminal() {
    let mut files = lighthouse();
    files.insert("\u{1b}[2Jgone\n.toml", "no = ");
    let report = Changed(files).report();
    assert!(report.contains(r"\u{1b}[2Jgone\n.toml:1:") && !report.contains('\u{1b}'), "{report}");
}
