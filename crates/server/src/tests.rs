#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use std::{
    env, fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::PathBuf,
};

use super::{POLICY, Server};

/// A folder with one page, for one test.
fn site(test: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("fact-cards-server-{test}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("index.html"), "<!doctype html><body>cards</body>").unwrap();
    fs::write(folder.join("engine.wasm"), b"\0asm").unwrap();
    folder
}

fn request(server: &Server, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(server.address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    stream
}

fn answer(server: &Server, path: &str) -> String {
    let mut answer = String::new();
    request(server, path).read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn every_answer_carries_the_policy_its_type_and_leave_for_other_origins() {
    let server = Server::start(&site("policy"), 0, false).unwrap();
    let page = answer(&server, "/");
    assert!(page.contains(&format!("content-security-policy: {POLICY}\r\n")), "{page}");
    assert!(page.contains("content-type: text/html"), "{page}");
    assert!(answer(&server, "/engine.wasm").contains("content-type: application/wasm"));
    assert!(answer(&server, "/engine.wasm").contains("access-control-allow-origin: *\r\n"));
}

#[test]
fn without_reloading_pages_are_served_as_they_are() {
    let server = Server::start(&site("plain"), 0, false).unwrap();
    assert!(answer(&server, "/").ends_with("<!doctype html><body>cards</body>"));
    assert!(answer(&server, "/reload.js").starts_with("HTTP/1.1 404"));
}

#[test]
fn a_page_that_waits_is_told_of_a_new_version() {
    let server = Server::start(&site("reload"), 0, true).unwrap();
    assert!(answer(&server, "/").contains("<script src=\"/reload.js\"></script>"));

    let mut lines = BufReader::new(request(&server, "/reload")).lines().map(Result::unwrap);
    // The headers have come, so the page is listening.
    assert!(lines.any(|line| line.is_empty()));
    server.reload();
    assert!(lines.any(|line| line == "event: reload"));
    // Browsers drop an event without data.
    assert!(lines.next().is_some_and(|line| line.len() > "data: ".len()));
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let folder = site("outside");
    let secret = folder.with_extension("secret");
    fs::write(&secret, "secret").unwrap();
    let server = Server::start(&folder, 0, false).unwrap();
    let name = secret.file_name().unwrap().to_string_lossy().into_owned();
    for path in [format!("/../{name}"), format!("/%2e%2e/{name}"), format!("/..%2f{name}")] {
        let answer = answer(&server, &path);
        assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
    }
}
