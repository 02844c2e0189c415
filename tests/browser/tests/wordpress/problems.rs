//! What is wrong with an address: editors read a sentence, readers have the last good facts or a link.

use fact_cards_browser_tests::WordPress;

use crate::post::{block, page, publish, quoted};

const NOTE: &str = "Fact cards, seen by editors only:";

/// The page of a post with the block, for readers and for an editor.
async fn shown(wordpress: &WordPress, address: &str, more: &str) -> (String, String) {
    let post = publish(wordpress, "editor", &block(address, more));
    let for_readers = page(wordpress, &post, None).await;
    assert!(!for_readers.contains(NOTE), "readers are told nothing");
    (for_readers, page(wordpress, &post, Some("editor")).await)
}

#[tokio::test]
async fn what_is_wrong_is_a_sentence_for_editors_and_a_link_for_readers() {
    let wordpress = WordPress::shared().await;
    for (name, sentence) in [
        ("gone", "There are no fact cards at "),
        ("broken", "answers with the error 503."),
        ("elsewhere", "which is not followed."),
        ("round", "which is not followed."),
        ("large", "has more than 2 MiB: these are no fact cards."),
        ("compressed", "answers with the error gzip."),
        ("page", "was not made by fact-cards."),
        ("version", "were made by a version of fact-cards that this plugin"),
    ] {
        wordpress.fault(name, name);
        let address = wordpress.source(name);
        let (reader, editor) = shown(wordpress, &address, "").await;
        assert!(editor.contains(NOTE) && editor.contains(sentence), "{name}: {editor}");
        assert!(
            reader.contains(&format!("<a class=\"fact-cards-link\" href=\"{address}\">The story</a>")),
            "{name}: {reader}"
        );
        assert!(!reader.contains("<template"), "{name}");
    }
}

#[tokio::test]
async fn what_an_editor_has_mistyped_is_a_sentence() {
    let wordpress = WordPress::shared().await;
    let address = wordpress.source("site");
    for (address, more, sentence, is_shown) in [
        ("http://news.example/", "", "is not among the addresses that an administrator of this site allows", false),
        (address.as_str(), ",\"language\":\"xx\"", "does not have these cards in the language “xx”.", false),
        (&address, ",\"language\":\"../../x\"", "does not have these cards in the language", false),
        (&address, ",\"only\":[\"neptun\"]", "The story has no card with this id: neptun.", false),
        (&address, ",\"only\":[\"neptun\",\"marrakech\"]", "The story has no card with this id: neptun.", true),
        (&address, ",\"view\":\"globe\"", "There is no view “globe”", true),
    ] {
        let (reader, editor) = shown(wordpress, address, more).await;
        assert!(editor.contains(sentence), "{sentence}: {editor}");
        assert_eq!(reader.contains("<template"), is_shown, "{sentence}");
        assert!(is_shown || reader.contains("<a class=\"fact-cards-link\""), "{sentence}");
    }
    // Nothing to link to: nothing at all rather than an empty box.
    let (reader, editor) = shown(wordpress, "javascript:alert(1)", "").await;
    assert!(editor.contains("is no web address."), "{editor}");
    assert!(
        !reader.contains("javascript:alert(1)\" class=\"fact-cards-link")
            && !reader.contains("wp-block-fact-cards-cards"),
        "{reader}"
    );
}

#[tokio::test]
async fn readers_have_the_last_good_facts_when_the_source_is_gone() {
    let wordpress = WordPress::shared().await;
    let address = wordpress.source("kept");
    let (reader, _) = shown(wordpress, &address, "").await;
    assert!(reader.contains("<template"));
    for fault in ["gone", "broken", "large", "version", "page"] {
        wordpress.fault("kept", fault);
        wordpress.act("", "foreach (FactCards\\all_states() as $key => $state) if (strpos($state['address'], '/kept/')) { $state['checked'] = 0; FactCards\\keep_state($key, $state); }");
        let (reader, editor) = shown(wordpress, &address, "").await;
        assert!(reader.contains("Operation NEPTUNE") && reader.contains("<template"), "{fault}");
        assert!(editor.contains(NOTE), "{fault}: {editor}");
    }
}

#[tokio::test]
async fn nothing_of_a_hostile_source_runs_or_fetches() {
    let wordpress = WordPress::shared().await;
    wordpress.fault("hostile", "hostile");
    let (reader, _) = shown(wordpress, &wordpress.source("hostile"), "").await;
    assert!(reader.contains("<a>hostile</a>"), "{reader}");
    for part in ["parent.ran", "onerror", "<iframe", "javascript:", "src=x"] {
        assert!(!reader.contains(part), "{part}");
    }
}

#[tokio::test]
async fn nothing_is_asked_in_the_server_s_own_network_unless_a_constant_permits_it() {
    let wordpress = WordPress::shared().await;
    let address = wordpress.source("private");
    let code = format!(
        "$got = FactCards\\facts({}, ''); echo null === $got['facts'] ? FactCards\\sentence($got['problem']) : 'facts';",
        quoted(&address)
    );
    let said = wordpress.run_with(&[("WORDPRESS_ALLOWS_LOCAL", "0")], "", &code);
    assert!(said.starts_with("127.0.0.1 is in the network of this server"), "{said}");
    assert_eq!(wordpress.times_asked("private"), 0);
}

#[tokio::test]
async fn a_source_that_fails_is_not_asked_by_every_reader() {
    let wordpress = WordPress::shared().await;
    wordpress.fault("tired", "broken");
    let post = publish(wordpress, "author", &block(&wordpress.source("tired"), ""));
    page(wordpress, &post, None).await;
    let asked = wordpress.times_asked("tired");
    assert!(asked > 0);
    for _ in 0..3 {
        page(wordpress, &post, None).await;
    }
    assert_eq!(wordpress.times_asked("tired"), asked);
}
