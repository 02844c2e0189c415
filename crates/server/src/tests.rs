//! The local server: its answers, its events, and who may read them.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

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

/// A running server and its address.
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
    request_with(served, path, &format!("Host: localhost:{}\r\n", served.address.port()))
}

fn request_with(served: &Served, path: &str, headers: &str) -> TcpStream {
    let mut stream = TcpStream::connect(served.address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n").unwrap();
    stream
}

fn answer(server: &Served, path: &str) -> String {
    let mut answer = String::new();
    request(server, path).read_to_string(&mut answer).unwrap();
    answer
}

/// The events that a page receives.
fn listen(server: &Served) -> impl Iterator<Item = Value> {
    let lines = BufReader::new(request(server, "/fact-cards-serve/events")).lines().map(Result::unwrap);
    lines.filter_map(|line| serde_json::from_str(line.strip_prefix("data: ")?).ok())
}

/// The version of a page, from the address of its script.
fn version_of(page: &str) -> Value {
    let (_, after) = page.split_once("/fact-cards-serve/live.js?").unwrap();
    after.split_once('"').unwrap().0.into()
}

#[test]
fn every_answer_has_the_policy_and_its_content_type() {
    let server = served_with("cards");
    let page = answer(&server, "/");
    assert!(page.contains(&format!("content-security-policy: {POLICY}\r\n")), "{page}");
    assert!(page.contains("content-type: text/html; charset=utf-8"), "{page}");
    assert!(answer(&server, "/assets/engine-1.wasm").contains("content-type: application/wasm\r\n"));
    assert!(answer(&server, "/story.csv").contains("content-type: text/csv; charset=utf-8"));
    assert!(answer(&server, "/snippet/en.html").contains("style-src 'unsafe-inline'"));
    assert!(!answer(&server, "/standalone/en.html").contains("content-security-policy"));
}

#[test]
fn a_page_has_the_reload_script_but_the_standalone_file_has_not() {
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
    assert!(answer(&server, "//ar").contains("location: /ar/\r\n"), "and never to another host");
}

#[test]
fn the_service_worker_is_not_served_since_it_would_cache_pages() {
    assert!(!answer(&served_with("cards"), "/sw.js").contains("the worker of the site"));
}

#[test]
fn a_page_gets_the_newest_version_at_once_and_then_each_new_one() {
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
fn a_save_without_a_change_is_not_a_new_version() {
    let server = served_with("one");
    let before = version_of(&answer(&server, "/"));
    server.live.show_mistakes(json!({ "title": "1 mistake" }));
    server.live.show(site("one"));
    assert_eq!(listen(&server).next(), Some(json!({ "version": before, "mistakes": null })));
}

#[test]
fn a_restarted_server_has_a_new_version_of_the_same_files() {
    let version = || version_of(&answer(&served_with("one"), "/"));
    assert_ne!(version(), version());
}

#[test]
fn a_mistake_is_sent_to_open_and_later_pages_and_the_last_version_stays() {
    let server = served_with("one");
    let mut there = listen(&server);
    let version = there.next().unwrap().get("version").cloned();
    server.live.show_mistakes(json!({ "title": "1 mistake" }));
    for heard in [there.next(), listen(&server).next()] {
        assert_eq!(heard, Some(json!({ "version": version, "mistakes": { "title": "1 mistake" } })));
    }
    assert!(answer(&server, "/").contains("one"));
}

#[test]
fn before_the_first_version_every_page_address_shows_the_mistakes() {
    let server = served();
    server.live.show_mistakes(json!({ "title": "1 mistake" }));
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
fn a_page_being_loaded_still_gets_the_hashed_files_of_its_version() {
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

/// The answer to a request with that host name, from a page of that origin.
fn answer_to(server: &Served, path: &str, host: &str, origin: &str) -> String {
    let mut answer = String::new();
    let headers = format!("Host: {host}\r\nOrigin: {origin}\r\n");
    let mut stream = request_with(server, path, &headers);
    // The event stream does not end, so its beginning has to do.
    if path.ends_with("/events") {
        let mut first = [0; 1024];
        let length = stream.read(&mut first).unwrap();
        return String::from_utf8_lossy(&first[..length]).into_owned();
    }
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_request_for_another_host_name_is_refused() {
    let server = served_with("cards");
    let port = server.address.port();
    for path in ["/", "/story.csv", "/fact-cards-serve/events", "/fact-cards-serve/live.js"] {
        for name in ["127.0.0.1", "localhost", "[::1]"] {
            let answer = answer_to(&server, path, &format!("{name}:{port}"), "null");
            assert!(answer.starts_with("HTTP/1.1 200"), "{path} {name}: {answer}");
        }
        for host in [
            format!("evil.example:{port}"),
            format!("localhost.evil.example:{port}"),
            format!("localhost:{}", port.wrapping_add(1)),
            "localhost".to_owned(),
            String::new(),
        ] {
            let answer = answer_to(&server, path, &host, "null");
            assert!(answer.starts_with("HTTP/1.1 421"), "{path} {host}: {answer}");
        }
    }
}

#[test]
fn only_local_and_sandboxed_pages_may_read_the_site_and_none_the_server_itself() {
    let server = served_with("cards");
    let host = format!("localhost:{}", server.address.port());
    let reader = |path: &str, origin: &str| {
        let answer = answer_to(&server, path, &host, origin);
        let named = answer.lines().find_map(|line| line.strip_prefix("access-control-allow-origin: "));
        named.map(str::to_owned)
    };
    for origin in ["http://localhost:3000", "http://127.0.0.1", "https://[::1]:8443", "null"] {
        assert_eq!(reader("/story.csv", origin).as_deref(), Some(origin));
        assert_eq!(reader("/fact-cards-serve/events", origin), None, "{origin}");
        assert_eq!(reader("/fact-cards-serve/panel.js", origin), None, "{origin}");
    }
    for origin in
        ["http://evil.example:3000", "http://localhost.evil.example", "http://127.0.0.1.evil.example", "file://"]
    {
        assert_eq!(reader("/story.csv", origin), None, "{origin}");
    }
}
