//! Serves the files of a folder as a host would: with Brotli at quality 11 if asked for, and with the headers that Chromium needs
//! to measure a page's memory. It records what it sends.

use std::{
    collections::HashMap,
    io,
    net::{Ipv4Addr, TcpListener},
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, Response, StatusCode, header},
};
use fact_cards_server::Background;
use fact_cards_site::policy;
use fs_err as fs;
use serde::Serialize;

use fact_cards_compress::brotli;

/// How files are sent.
#[derive(Clone, Copy, PartialEq)]
pub enum Sending {
    /// Compressed with Brotli at quality 11; each file is compressed once.
    Compressed,
    /// Uncompressed, for pages of which only the work is measured.
    AsTheyAre,
}

/// A file that was sent, and the bytes of its body on the wire.
#[derive(Clone, Debug, Serialize)]
pub struct Sent {
    pub path: String,
    pub bytes: usize,
}

/// A server. Dropping this ends it.
pub struct Server {
    shared: Arc<Shared>,
    url: String,
    _background: Background,
}

struct Shared {
    folder: PathBuf,
    sending: Sending,
    /// Whether the folder is a site of ours, which is served with its policy.
    is_ours: bool,
    compressed: Mutex<HashMap<String, Arc<Vec<u8>>>>,
    sent: Mutex<Vec<Sent>>,
}

impl Server {
    /// Serves a folder at a free port.
    pub fn start(folder: &Path, sending: Sending, is_ours: bool) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let url = format!("http://{}", listener.local_addr()?);
        let shared = Arc::new(Shared {
            folder: folder.to_owned(),
            sending,
            is_ours,
            compressed: Mutex::default(),
            sent: Mutex::default(),
        });
        let router = Router::new().fallback(answer).with_state(Arc::clone(&shared));
        let background = Background::serve(listener, router)?;
        Ok(Self { shared, url, _background: background })
    }

    /// The address of a path.
    pub fn at(&self, path: &str) -> String {
        format!("{}/{path}", self.url)
    }

    /// The files sent since the last call, in order.
    pub fn sent(&self) -> Vec<Sent> {
        std::mem::take(&mut *self.shared.sent.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response<Body> {
    let path = request.uri().path().to_owned();
    let path = if path.ends_with('/') { format!("{path}index.html") } else { path };
    let path = path.trim_start_matches('/').to_owned();
    let Some(bytes) = shared.file(&path) else {
        return with(Response::new(Body::empty()), StatusCode::NOT_FOUND, &[]);
    };
    shared.sent.lock().unwrap_or_else(PoisonError::into_inner).push(Sent { path: path.clone(), bytes: bytes.len() });
    let policy = (shared.is_ours && !path.starts_with("articles/")).then(|| policy(&path, None)).flatten();
    let mut headers = vec![
        (header::CONTENT_TYPE, kind(&path)),
        (header::CACHE_CONTROL, "no-cache"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    ];
    if shared.sending == Sending::Compressed {
        headers.push((header::CONTENT_ENCODING, "br"));
    }
    if let Some(policy) = &policy {
        headers.push((header::CONTENT_SECURITY_POLICY, policy));
    }
    with(Response::new(Body::from(bytes.as_ref().clone())), StatusCode::OK, &headers)
}

fn with(mut response: Response<Body>, status: StatusCode, headers: &[(HeaderName, &str)]) -> Response<Body> {
    *response.status_mut() = status;
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

impl Shared {
    /// A file as it is sent.
    fn file(&self, path: &str) -> Option<Arc<Vec<u8>>> {
        if !Path::new(path).components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        let compressed = || self.compressed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = compressed().get(path) {
            return Some(Arc::clone(bytes));
        }
        let bytes = fs::read(self.folder.join(path)).ok()?;
        if self.sending == Sending::AsTheyAre {
            return Some(Arc::new(bytes));
        }
        let bytes = Arc::new(brotli(&bytes));
        compressed().insert(path.to_owned(), Arc::clone(&bytes));
        Some(bytes)
    }
}

/// The media type of a file by its name.
fn kind(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "js" => "text/javascript",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}
