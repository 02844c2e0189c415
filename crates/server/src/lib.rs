//! Serves a built site on this machine with the headers that it is published with, and reloads the pages that show it.

mod background;

use std::{
    convert::Infallible,
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::Path,
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderName, HeaderValue, Response, header},
    middleware::{self, Next},
    response::{
        IntoResponse,
        sse::{Event, Sse},
    },
    routing::get,
};
use fact_cards_site::{FOR_ALL, policy};
use tokio::sync::broadcast;
use tokio_stream::{StreamExt, wrappers::BroadcastStream};
use tower_http::services::ServeDir;

pub use self::background::Background;

/// The script that waits for a new version and shows it.
const RELOAD_SCRIPT: &str = "new EventSource('/reload').addEventListener('reload', () => location.reload());";
const RELOAD_TAG: &str = "<script src=\"/reload.js\"></script>";

/// A port of this machine that nobody else gets any more. Those who come wait until something is served there.
#[derive(Debug)]
pub struct Port {
    listener: TcpListener,
    address: SocketAddr,
}

impl Port {
    /// Takes a port; 0 is any that is free.
    ///
    /// # Errors
    /// When it is taken.
    pub fn take(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address })
    }

    /// Its address, such as `http://127.0.0.1:8080`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

/// A site that is being served. It stops when this is dropped.
#[derive(Debug)]
pub struct Server {
    reload: broadcast::Sender<()>,
    _background: Background,
}

impl Server {
    /// Serves a folder to those who come to a [`Port`]. With `reloading`, pages show a new version as soon as
    /// [`Server::reload`] says that there is one.
    ///
    /// # Errors
    /// When the server cannot be started.
    pub fn start(port: Port, folder: &Path, reloading: bool) -> io::Result<Self> {
        let (reload, _) = broadcast::channel(8);
        let router = router(folder, port.url(), reloading.then_some(&reload));
        Ok(Self { reload, _background: Background::serve(port.listener, router)? })
    }

    /// Lets the pages that are open show the new version.
    pub fn reload(&self) {
        // Nobody listens where no page is open.
        let _ = self.reload.send(());
    }
}

fn router(folder: &Path, origin: String, reload: Option<&broadcast::Sender<()>>) -> Router {
    let mut router = Router::new();
    if let Some(reload) = reload {
        let reload = reload.clone();
        let script = || async { ([(header::CONTENT_TYPE, "text/javascript")], RELOAD_SCRIPT) };
        router = router.route("/reload.js", get(script)).route(
            "/reload",
            get(move || async move {
                // Browsers drop an event without data.
                let events = BroadcastStream::new(reload.subscribe());
                Sse::new(events.map(|_| Ok::<_, Infallible>(Event::default().event("reload").data("a new version"))))
            }),
        );
    }
    let mut router =
        router.fallback_service(ServeDir::new(folder)).layer(middleware::from_fn_with_state(origin, add_headers));
    if reload.is_some() {
        router = router.layer(middleware::from_fn(add_reload_script));
    }
    router
}

/// Adds the headers of a published site, but that nothing is kept: the next version may be there at any moment.
async fn add_headers(State(origin): State<String>, request: Request, next: Next) -> Response<Body> {
    let policy = policy(request.uri().path().trim_start_matches('/'), Some(&origin));
    let mut response = next.run(request).await;
    let of_the_path = policy.as_deref().map(|policy| ("Content-Security-Policy", policy));
    for (name, value) in FOR_ALL.into_iter().chain([("Cache-Control", "no-cache")]).chain(of_the_path) {
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// Adds the script that waits for a new version to each page.
async fn add_reload_script(request: Request, next: Next) -> Response<Body> {
    let response = next.run(request).await;
    let is_page =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = String::from_utf8_lossy(&bytes).replace("</body>", &format!("{RELOAD_TAG}\n</body>"));
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(page))
}

#[cfg(test)]
mod tests;
