//! What nginx sends with the example in `docs/nginx.conf`: for each file, exactly what the site's own header rules say.

use std::{fs, io::Read, path::Path};

use fact_cards_browser_tests::{Answer, PublishedSite, SiteRoot};
use fact_cards_site::{FOR_ALL, Written, cache_control, policy};
use flate2::read::GzDecoder;

/// The `Accept-Encoding` of a client, and the form it gets.
const FORMS: [(&str, Option<&str>); 4] =
    [("gzip, deflate, br, zstd", Some("br")), ("gzip, deflate", Some("gzip")), ("identity", None), ("", None)];

#[tokio::test]
async fn nginx_sends_each_file_as_the_rules_of_the_site_say() {
    every_file_is_sent_as_the_rules_say(SiteRoot::Top).await;
}

#[tokio::test]
async fn nginx_sends_the_same_where_the_site_lives_below_a_folder() {
    every_file_is_sent_as_the_rules_say(SiteRoot::Below).await;
}

async fn every_file_is_sent_as_the_rules_say(place: SiteRoot) {
    let site = PublishedSite::of_story("seeds").at(place).compressed().serve().await;
    assert!(site.files().len() > 15, "a site has many files");
    let origin = site.url().trim_end_matches("/cards").to_owned();
    for file in site.files().iter().filter(|file| file.path != "_headers") {
        let mut paths = vec![file.path.as_str()];
        paths.extend(file.path.strip_suffix("index.html"));
        for path in paths {
            for (accepted, form) in FORMS {
                let answer = site.get(path, &[("Accept-Encoding", accepted)]).await;
                expect_as_stated(file, &origin, &answer, form, &format!("{path:?} for {accepted:?}"));
            }
            // As from a content delivery network, which passes on the answer.
            let answer = site.get(path, &[("Accept-Encoding", "gzip"), ("Via", "1.1 cdn.example")]).await;
            expect_as_stated(file, &origin, &answer, Some("gzip"), &format!("{path:?} for a proxy"));

            let tag = answer.header("ETag").expect("what is sent has a tag");
            let again = site.get(path, &[("Accept-Encoding", "gzip"), ("If-None-Match", &tag)]).await;
            assert_eq!((again.status, again.body.len()), (304, 0), "{path:?} is sent once only");
            assert_eq!(again.header("Cache-Control").as_deref(), Some(cache_control(&file.path)), "{path:?} again");
        }
    }
}

fn expect_as_stated(file: &Written, origin: &str, answer: &Answer, form: Option<&str>, what: &str) {
    let path = file.path.as_str();
    assert_eq!(answer.status, 200, "{what}");
    let policy = policy(path, Some(origin));
    let mut stated: Vec<(&str, Option<&str>)> = FOR_ALL.into_iter().map(|(name, value)| (name, Some(value))).collect();
    let is_compressible = extension(path) != "png";
    let form = form.filter(|_| is_compressible);
    stated.extend([
        ("Content-Type", Some(kind(path))),
        ("Cache-Control", Some(cache_control(path))),
        ("Content-Security-Policy", policy.as_deref()),
        ("Content-Encoding", form),
        ("Vary", is_compressible.then_some("Accept-Encoding")),
    ]);
    for (name, value) in stated {
        assert_eq!(answer.header(name).as_deref(), value, "{name} of {what}");
    }
    assert!(decoded(&answer.body, form) == file.bytes, "{what} is what was written");
}

fn decoded(body: &[u8], form: Option<&str>) -> Vec<u8> {
    let mut bytes = Vec::new();
    match form {
        Some("br") => brotli::Decompressor::new(body, 4096).read_to_end(&mut bytes),
        Some("gzip") => GzDecoder::new(body).read_to_end(&mut bytes),
        _ => return body.to_vec(),
    }
    .expect("what is sent can be decoded");
    bytes
}

/// The content type of a file, as browsers want it.
fn kind(path: &str) -> &'static str {
    match extension(path) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "xml" => "application/xml",
        "webmanifest" => "application/manifest+json",
        _ => panic!("{path} is of a sort that the example does not name"),
    }
}

fn extension(path: &str) -> &str {
    Path::new(path).extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

#[tokio::test]
async fn missing_and_host_only_files_are_refused_and_the_refusal_is_not_cached() {
    let site = PublishedSite::of_story("tests/stories/lighthouse").compressed().serve().await;
    fs::create_dir(site.folder().join(".hidden")).unwrap();
    fs::write(site.folder().join(".hidden/config"), "secret").unwrap();
    fs::write(site.folder().join("assets/.secret.js"), "secret").unwrap();
    let missing = ["missing", "assets/engine-0.wasm", "missing/"].map(|path| (path, 404));
    let hidden = ["_headers", "_headers.br", ".hidden/config", "assets/.secret.js", "index.html.br", "sw.js.gz"];
    let refused = [("assets/", 403), ("../etc/passwd", 400)];
    for (path, status) in missing.into_iter().chain(hidden.map(|path| (path, 404))).chain(refused) {
        let answer = site.get(path, &[]).await;
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.header("Cache-Control"), None, "{path}");
        assert!(!String::from_utf8_lossy(&answer.body).contains("secret"), "{path}");
    }
    let answer = site.get("assets/engine-0.wasm", &[]).await;
    // A page of another origin learns that it is missing, not just that the request failed.
    assert_eq!(answer.header("Access-Control-Allow-Origin").as_deref(), Some("*"));
}

#[tokio::test]
async fn a_folder_address_is_redirected_to_its_slash_on_any_host() {
    let site = PublishedSite::of_story("tests/stories/lighthouse").at(SiteRoot::Below).serve().await;
    let answer = site.get("embed", &[]).await;
    assert_eq!(answer.status, 301);
    assert_eq!(answer.header("Location"), Some("/cards/embed/".to_owned()));
}

#[tokio::test]
async fn the_page_of_what_is_gone_is_answered_with_410_and_that_of_what_is_there_is_not() {
    const FACT: &str = "fact/tower-weight/";
    for place in [SiteRoot::Top, SiteRoot::Below] {
        let site = PublishedSite::of_story("tests/stories/lighthouse").at(place).serve().await;
        for path in [FACT.to_owned(), "card/assets/".to_owned()] {
            let answer = site.get(&path, &[]).await;
            assert_eq!(answer.status, if path == FACT { 200 } else { 404 }, "{path}");
        }
        site.publish_without("facts.toml", "tower-weight");
        let answer = site.get(FACT, &[]).await;
        assert_eq!(answer.status, 410);
        assert!(String::from_utf8_lossy(&answer.body).contains("This fact is no longer part of the story."));
        assert_eq!(answer.header("Content-Security-Policy"), policy(&format!("{FACT}index.html"), None));
        assert_eq!(site.get(&format!("{FACT}_gone"), &[]).await.status, 404, "it is for the host alone");
    }
}
