//! Articles.

use crate::support::with;

/// A third article, to be inserted before the second.
pub const THIRD: &str = r#"
[[article]]
id = "almanac"
title.en = "An almanac"
short.en = "Almanac"
paragraphs = 300

# It does not"#;

#[test]
fn an_unused_article_is_refused() {
    let report = with("articles.toml", "# It does not", THIRD).report();
    insta::assert_snapshot!(report, @r#"
    error: no fact uses the article `almanac`
      --> lighthouse/articles.toml:11:1
       |
    11 | [[article]]
       | ^^^^^^^^^^^
       |
       = help: write a fact with `article = "almanac"` among its sources, or take the article out

    1 mistake in the story
    "#);
}

#[test]
fn an_article_cited_only_by_a_spelling_counts_as_unused() {
    let report = with("articles.toml", "# It does not", THIRD)
        .with(
            "members.toml",
            "{ name = \"Keeper Ada\" }",
            "{ name = \"Keeper Ada\", article = \"almanac\", paragraph = 1 }",
        )
        .report();
    assert!(report.contains("error: no fact uses the article `almanac`"), "{report}");
}

#[test]
fn an_address_that_would_run_a_script_is_refused() {
    let report = with("articles.toml", "https://gazette.example/lighthouse", "javascript:alert(1)").report();
    insta::assert_snapshot!(report, @r#"
    error: `javascript:alert(1)` is not a web address
     --> lighthouse/articles.toml:8:7
      |
    8 | url = "javascript:alert(1)"
      |       ^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write one that begins with https:// or http://

    1 mistake in the story
    "#);
}

#[test]
fn an_address_that_is_not_http_or_https_is_refused() {
    for url in [
        "JavaScript:alert(1)",
        "javascript://gazette.example/%0aalert(1)",
        "\u{a0}javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:alert(1)",
        "blob:https://gazette.example/lighthouse",
        "file:///etc/passwd",
        "view-source:https://gazette.example",
    ] {
        let report = with("articles.toml", "https://gazette.example/lighthouse", url).report();
        assert!(report.contains(&format!("error: `{url}` is not a web address")), "{report}");
    }
}

#[test]
fn an_address_needs_more_than_a_scheme_and_has_no_spaces() {
    for url in [
        "https://",
        "http://",
        "https://gazette.example/a lighthouse",
        "//gazette.example",
        "gazette.example",
        "HTTPS:gazette",
    ] {
        let report = with("articles.toml", "https://gazette.example/lighthouse", url).report();
        assert!(report.contains(&format!("error: `{url}` is not a web address")), "{report}");
    }
    with("articles.toml", "https://gazette.example/lighthouse", "http://gazette.example").accepted();
}
