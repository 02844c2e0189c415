//! Answers to requests.

use std::path::Path;

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use fact_cards_site::{FOR_ALL, policy};
use mime_guess::mime;

use crate::{scripts::tag, shown::Shown};

/// The path of a file in the site for that of a request. None where it is not UTF-8.
pub fn path(requested: &str) -> Option<String> {
    let path = percent_encoding::percent_decode_str(requested.trim_start_matches('/')).decode_utf8().ok()?;
    let is_folder = path.is_empty() || path.ends_with('/');
    Some(if is_folder { format!("{path}index.html") } else { path.into_owned() })
}

/// A file of the site. Pages get the reload script, except the standalone file, whose own policy forbids it.
pub fn file(path: &str, bytes: &[u8], version: &str) -> Response {
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    if kind.subtype() == mime::HTML && !path.starts_with("standalone/") {
        return page(&with_script(&String::from_utf8_lossy(bytes), version));
    }
    let charset = if kind.type_() == mime::TEXT { "; charset=utf-8" } else { "" };
    ([(header::CONTENT_TYPE, format!("{kind}{charset}"))], bytes.to_vec()).into_response()
}

/// A script of the server's own.
pub fn script(text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], text).into_response()
}

/// Redirects from `ar` to `ar/`, so that relative addresses in the page resolve.
pub fn with_slash(requested: &Uri) -> Response {
    let query = requested.query().map_or_else(String::new, |query| format!("?{query}"));
    // An address that begins with two slashes would be on another host.
    Redirect::temporary(&format!("/{}/{query}", requested.path().trim_matches('/'))).into_response()
}

/// The page until the first version without mistakes: empty, and the script shows the mistakes in it.
pub fn in_place_of(path: &str, shown: &Shown) -> Response {
    let is_page = Path::new(path).extension().is_none_or(|extension| extension == "html");
    if !is_page {
        return StatusCode::NOT_FOUND.into_response();
    }
    let empty = include_str!("../page/empty.html");
    page(&with_script(empty, &shown.version()))
}

fn page(text: &str) -> Response {
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], text.to_owned()).into_response()
}

/// A page with the script: before `</body>`, or at the end of a fragment.
fn with_script(page: &str, version: &str) -> String {
    let (before, after) = page.rfind("</body>").and_then(|at| page.split_at_checked(at)).unwrap_or((page, ""));
    format!("{before}{}{after}", tag(version))
}

/// Adds the headers of a published site, except that nothing is cached, since the next version may come at any moment, and that
/// not everybody may read it.
pub async fn add_headers(State(origin): State<String>, request: Request, next: Next) -> Response<Body> {
    let policy = policy(request.uri().path().trim_start_matches('/'), Some(&origin));
    let mut response = next.run(request).await;
    let of_the_path = policy.as_deref().map(|policy| ("Content-Security-Policy", policy));
    let for_all = FOR_ALL.into_iter().filter(|(name, _)| *name != "Access-Control-Allow-Origin");
    for (name, value) in for_all.chain([("Cache-Control", "no-cache")]).chain(of_the_path) {
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
