#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use std::{
    env, fs,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
};

use fact_cards_site::POLICY;

use super::{Port, Server};

/// A folder with one page, for one test.
fn site(test: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("fact-cards-server-{test}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("index.html"), "<!doctype html><body>cards</body>").unwrap();
    fs::write(folder.join("engine.wasm"), b"\0asm").unwrap();
    folder
}

/// A site that is served, and where.
struct Served {
    server: Server,
    address: SocketAddr,
}

fn served(folder: &Path, reloading: bool) -> Served {
    let port = Port::take(0).unwrap();
    let address = port.address;
    Served { server: Server::start(port, folder, reloading).unwrap(), address }
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

#[test]
fn every_answer_carries_the_policy_its_type_and_leave_for_other_origins() {
    let server = served(&site("policy"), false);
    let page = answer(&server, "/");
    assert!(page.contains(&format!("content-security-policy: {POLICY}\r\n")), "{page}");
    assert!(page.contains("content-type: text/html"), "{page}");
    assert!(answer(&server, "/engine.wasm").contains("content-type: application/wasm"));
    assert!(answer(&server, "/engine.wasm").contains("access-control-allow-origin: *\r\n"));
    assert!(answer(&server, "/snippet/en.html").contains("style-src 'unsafe-inline'"));
    assert!(!answer(&server, "/standalone/en.html").contains("content-security-policy"));
}

#[test]
fn without_reloading_pages_are_served_as_they_are() {
    let server = served(&site("plain"), false);
    assert!(answer(&server, "/").ends_with("<!doctype html><body>cards</body>"));
    assert!(answer(&server, "/reload.js").starts_with("HTTP/1.1 404"));
}

#[test]
fn a_page_that_waits_is_told_of_a_new_version() {
    let server = served(&site("reload"), true);
    assert!(answer(&server, "/").contains("<script src=\"/reload.js\"></script>"));

    let mut lines = BufReader::new(request(&server, "/reload")).lines().map(Result::unwrap);
    // The headers have come, so the page is listening.
    assert!(lines.any(|line| line.is_empty()));
    server.server.reload();
    assert!(lines.any(|line| line == "event: reload"));
    // Browsers drop an event without data.
    assert!(lines.next().is_some_and(|line| line.len() > "data: ".len()));
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let folder = site("outside");
    let secret = folder.with_extension("secret");
    fs::write(&secret, "secret").unwrap();
    let server = served(&folder, false);
    let name = secret.file_name().unwrap().to_string_lossy().into_owned();
    for path in [format!("/../{name}"), format!("/%2e%2e/{name}"), format!("/..%2f{name}")] {
        let answer = answer(&server, &path);
        assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
    }
}
