#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
};

use fact_cards_site::POLICY;
use serde_json::{Value, json};

use super::{Files, Live, Port};

/// A site with one page of that text.
fn site(text: &str) -> Files {
    let file = |path: &str, text: &str| (path.to_owned(), text.as_bytes().to_vec());
    let page = format!("<!doctype html><body>{text}</body>");
    let files = [
        file("index.html", &page),
        file("ar/index.html", &page),
        file("snippet/en.html", "<fact-cards></fact-cards>"),
        file("standalone/en.html", &page),
        file("sw.js", "the worker of the site"),
        file("assets/engine-1.wasm", "\0asm"),
        file("story.csv", "é"),
    ];
    files.into()
}

/// A site that is served, and where.
struct Served {
    live: Live,
    address: SocketAddr,
}

fn served() -> Served {
    let port = Port::take(0).unwrap();
    let address = port.address;
    Served { live: Live::start(port).unwrap(), address }
}

fn served_with(text: &str) -> Served {
    let served = served();
    served.live.show(site(text));
    served
}

fn request(served: &Served, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(served.address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    stream
}

fn answer(server: &Served, path: &str) -> String {
    let mut answer = String::new();
    request(server, path).read_to_string(&mut answer).unwrap();
    answer
}

/// What a page hears that has come.
fn listen(server: &Served) -> impl Iterator<Item = Value> {
    let lines = BufReader::new(request(server, "/fact-cards-serve/events")).lines().map(Result::unwrap);
    lines.filter_map(|line| serde_json::from_str(line.strip_prefix("data: ")?).ok())
}

/// The version that a page is of, by the address of its script.
fn version_of(page: &str) -> Value {
    let (_, after) = page.split_once("/fact-cards-serve/live.js?").unwrap();
    after.split_once('"').unwrap().0.into()
}

#[test]
fn every_answer_carries_the_policy_its_type_and_leave_for_other_origins() {
    let server = served_with("cards");
    let page = answer(&server, "/");
    assert!(page.contains(&format!("content-security-policy: {POLICY}\r\n")), "{page}");
    assert!(page.contains("content-type: text/html; charset=utf-8"), "{page}");
    assert!(answer(&server, "/assets/engine-1.wasm").contains("content-type: application/wasm\r\n"));
    assert!(answer(&server, "/assets/engine-1.wasm").contains("access-control-allow-origin: *\r\n"));
    assert!(answer(&server, "/story.csv").contains("content-type: text/csv; charset=utf-8"));
    assert!(answer(&server, "/snippet/en.html").contains("style-src 'unsafe-inline'"));
    assert!(!answer(&server, "/standalone/en.html").contains("content-security-policy"));
}

#[test]
fn a_page_has_the_script_that_keeps_it_the_newest_but_not_one_that_stands_alone() {
    let server = served_with("cards");
    for path in ["/", "/index.html", "/ar/", "/snippet/en.html"] {
        assert!(answer(&server, path).contains("/fact-cards-serve/live.js?"), "{path}");
    }
    assert!(answer(&server, "/standalone/en.html").ends_with("<!doctype html><body>cards</body>"));
    for script in ["live", "kept", "panel"] {
        let script = answer(&server, &format!("/fact-cards-serve/{script}.js"));
        assert!(script.contains("content-type: text/javascript"), "{script}");
    }
}

#[test]
fn an_address_without_the_slash_at_its_end_leads_to_the_one_with_it() {
    let server = served_with("cards");
    assert!(answer(&server, "/ar?q=1").contains("location: /ar/?q=1\r\n"));
    assert!(answer(&server, "/fr").starts_with("HTTP/1.1 404"));
}

#[test]
fn the_worker_of_the_site_is_not_there_since_it_would_keep_pages() {
    assert!(!answer(&served_with("cards"), "/sw.js").contains("the worker of the site"));
}

#[test]
fn a_page_hears_at_once_which_version_is_the_newest_and_then_of_each_new_one() {
    let server = served_with("one");
    let mut heard = listen(&server);
    let first = heard.next().unwrap();
    assert_eq!(first, json!({ "version": version_of(&answer(&server, "/")), "mistakes": null }));

    server.live.show(site("two"));
    let second = heard.next().unwrap();
    assert_ne!(second.get("version"), first.get("version"));
    let page = answer(&server, "/");
    assert!(page.contains("two"), "{page}");
    assert_eq!(second.get("version"), Some(&version_of(&page)));
}

#[test]
fn what_was_saved_without_a_change_is_no_new_version() {
    let server = served_with("one");
    let before = version_of(&answer(&server, "/"));
    server.live.tell(json!({ "title": "1 mistake" }));
    server.live.show(site("one"));
    assert_eq!(listen(&server).next(), Some(json!({ "version": before, "mistakes": null })));
}

#[test]
fn a_server_that_was_started_anew_has_another_version_of_the_same_files() {
    let version = || version_of(&answer(&served_with("one"), "/"));
    assert_ne!(version(), version());
}

#[test]
fn a_mistake_is_told_to_who_is_there_and_who_comes_and_the_last_version_stays() {
    let server = served_with("one");
    let mut there = listen(&server);
    let version = there.next().unwrap().get("version").cloned();
    server.live.tell(json!({ "title": "1 mistake" }));
    for heard in [there.next(), listen(&server).next()] {
        assert_eq!(heard, Some(json!({ "version": version, "mistakes": { "title": "1 mistake" } })));
    }
    assert!(answer(&server, "/").contains("one"));
}

#[test]
fn before_the_first_version_there_is_a_page_for_the_mistakes_at_every_address_of_one() {
    let server = served();
    server.live.tell(json!({ "title": "1 mistake" }));
    for path in ["/", "/ar/", "/ar", "/embed/en.html"] {
        let page = answer(&server, path);
        assert!(page.starts_with("HTTP/1.1 200") && page.contains("Mistakes in the story"), "{path}: {page}");
        assert_eq!(listen(&server).next().unwrap().get("version"), Some(&version_of(&page)), "{path}");
    }
    assert!(answer(&server, "/fact-cards.js").starts_with("HTTP/1.1 404"));
    server.live.show(site("one"));
    assert!(answer(&server, "/").contains("one"));
}

#[test]
fn a_page_that_is_being_loaded_still_gets_what_is_named_by_its_content() {
    let server = served_with("one");
    let mut next = site("two");
    next.remove("assets/engine-1.wasm");
    next.remove("ar/index.html");
    server.live.show(next);
    assert!(answer(&server, "/assets/engine-1.wasm").starts_with("HTTP/1.1 200"));
    assert!(answer(&server, "/ar/").starts_with("HTTP/1.1 404"), "a page that is gone is gone");
}

#[test]
fn nothing_but_the_files_of_the_site_is_served() {
    let server = served_with("cards");
    for path in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "/%ff"] {
        let answer = answer(&server, path);
        assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
    }
}
