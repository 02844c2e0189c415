//! Access control: pages of other sites must not read what is served, whatever name resolves to this machine.

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::scripts::OWN;

/// The host names of this machine. Any other may be that of a site whose name was pointed here (DNS rebinding).
const NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Refuses requests for other host names, and lets pages on this machine read the site.
pub async fn guard(port: u16, request: Request, next: Next) -> Response<Body> {
    if !is_meant(port, &request) {
        let said = format!("This is served to http://127.0.0.1:{port}/ and http://localhost:{port}/ only.\n");
        return (StatusCode::MISDIRECTED_REQUEST, said).into_response();
    }
    let is_own = request.uri().path().starts_with(OWN);
    let reader = request.headers().get(header::ORIGIN).filter(|origin| !is_own && may_read(origin)).cloned();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("Origin"));
    if let Some(reader) = reader {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, reader);
    }
    if is_own {
        headers
            .insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin"));
    }
    response
}

/// Whether a `Host` header names this machine and this port.
fn is_meant(port: u16, request: &Request) -> bool {
    let named = |headers: &HeaderMap| Some(headers.get(header::HOST)?.to_str().ok()?.to_owned());
    let authority = request.uri().authority().map(ToString::to_string);
    let host = authority.or_else(|| named(request.headers())).unwrap_or_default();
    NAMES.iter().any(|name| host.strip_prefix(name).is_some_and(|rest| names_port(rest, port)))
}

fn names_port(rest: &str, port: u16) -> bool {
    // Browsers leave out the default port of a scheme.
    rest.strip_prefix(':').map_or(rest.is_empty() && port == 80, |named| named == port.to_string())
}

/// Whether a page of that origin may read the site: one on another port of this machine, where somebody tries an article, or
/// a sandboxed one, whose origin is opaque.
fn may_read(origin: &HeaderValue) -> bool {
    let Ok(origin) = origin.to_str() else { return false };
    let is_here = |host: &str| {
        NAMES.iter().any(|name| host.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(':')))
    };
    origin == "null" || ["http://", "https://"].iter().any(|scheme| origin.strip_prefix(scheme).is_some_and(is_here))
}
