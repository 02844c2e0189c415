use std::sync::{Arc, PoisonError};

use http_body_util::{BodyExt, Full};
use hyper::{
    Method, Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{self, HeaderName, HeaderValue},
};
use percent_encoding::percent_decode_str;

use super::{State, content::File, fault::Fault, policy};

/// The script that comes first in every page, and the address it reports to.
const WATCH: &str = "/visit/watch.js";
const WATCH_SCRIPT: &str = include_str!("watch.js");
const REPORT: &str = "/visit/report";

/// Closes a connection without an answer.
#[derive(Debug)]
pub struct Refusal;

impl std::fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str("refused on purpose")
    }
}

impl std::error::Error for Refusal {}

/// The answer to a request in the server's current state.
pub async fn answer(state: Arc<State>, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Refusal> {
    let address = request.uri().to_string();
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy().into_owned();
    let mut response = match path.as_str() {
        REPORT => {
            let body = request.into_body().collect().await.map_err(|_| Refusal)?;
            state.record.report(String::from_utf8_lossy(&body.to_bytes()).into_owned());
            empty(StatusCode::NO_CONTENT)
        }
        WATCH => with_type("text/javascript", WATCH_SCRIPT.into()),
        _ if request.method() == Method::OPTIONS => empty(StatusCode::NO_CONTENT),
        _ => {
            if path != "/favicon.ico" {
                state.record.request(address);
            }
            file(&state, &path).await?
        }
    };
    // Pages of other origins may use everything.
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "*"),
        (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}

async fn file(state: &State, path: &str) -> Result<Response<Full<Bytes>>, Refusal> {
    let fault = state.faults.at(path).await;
    if matches!(fault, Some(Fault::Refused(_))) {
        return Err(Refusal);
    }
    if matches!(fault, Some(Fault::Ill(_))) {
        return Ok(empty(StatusCode::SERVICE_UNAVAILABLE));
    }
    let content = || state.content.read().unwrap_or_else(PoisonError::into_inner);
    if content().is_folder(path) {
        let mut response = empty(StatusCode::MOVED_PERMANENTLY);
        let location = HeaderValue::from_str(&format!("{path}/")).map_err(|_| Refusal)?;
        response.headers_mut().insert(header::LOCATION, location);
        return Ok(response);
    }
    let file = content().file(path).filter(|_| !matches!(fault, Some(Fault::Missing(_))));
    let Some(File { kind, mut bytes }) = file else {
        // Browsers request an icon where a page names none.
        if path == "/favicon.ico" {
            return Ok(empty(StatusCode::NO_CONTENT));
        }
        // With a text, as servers do: without one Chromium shows a page of its own.
        let mut missing =
            with_type("text/html; charset=utf-8", b"<!DOCTYPE html><title>404</title><p>Not found".to_vec());
        *missing.status_mut() = StatusCode::NOT_FOUND;
        return Ok(missing);
    };
    match fault {
        Some(Fault::CutShort(_)) => bytes.truncate(bytes.len() / 2),
        Some(Fault::Changed(_, change)) => bytes = change(bytes),
        _ => {}
    }

    let policy = state.limits.of(path, &state.url);
    let watched = policy.map(|policy| policy::watched(&policy, &state.url, WATCH, REPORT));
    if kind.starts_with("text/html") {
        let nonce = watched.as_ref().and_then(|watched| watched.nonce.as_deref());
        bytes = with_watch(&String::from_utf8_lossy(&bytes), nonce).into_bytes();
    }
    let mut response = with_type(&kind, bytes);
    if let Some(watched) = watched {
        let policy = HeaderValue::from_str(&watched.policy).expect("a policy is plain text");
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

/// A page with the watching script before everything else.
fn with_watch(page: &str, nonce: Option<&str>) -> String {
    let nonce = nonce.map(|nonce| format!(" nonce=\"{nonce}\"")).unwrap_or_default();
    let tag = format!("<script src=\"{WATCH}\"{nonce}></script>");
    let lower = page.to_ascii_lowercase();
    let end_of = |start: usize| lower.get(start..)?.find('>').map(|end| start + end + 1);
    let place = lower.find("<head>").or_else(|| lower.find("<head ")).or_else(|| lower.find("<!doctype"));
    let (before, after) = page.split_at(place.and_then(end_of).unwrap_or_default());
    format!("{before}{tag}{after}")
}

fn with_type(kind: &str, bytes: Vec<u8>) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(bytes)));
    let kind = HeaderValue::from_str(kind).expect("a type is plain text");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

fn empty(status: StatusCode) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    *response.status_mut() = status;
    response
}
