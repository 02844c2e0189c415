//! Serves a built site on this machine, under the policy that it must work with, and reloads the pages that show it.

use std::{
    convert::Infallible,
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::Path,
    sync::mpsc,
    thread,
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderName, HeaderValue, Response, header},
    middleware::{self, Next},
    response::{
        IntoResponse,
        sse::{Event, Sse},
    },
    routing::get,
};
use tokio::sync::{broadcast, oneshot};
use tokio_stream::{StreamExt, wrappers::BroadcastStream};
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// The policy that every page of the site must work under: nothing but its own files, and no text that becomes markup.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'";

/// The script that waits for a new version and shows it.
const RELOAD_SCRIPT: &str = "new EventSource('/reload').addEventListener('reload', () => location.reload());";
const RELOAD_TAG: &str = "<script src=\"/reload.js\"></script>";

/// A site that is being served. It stops when this is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    reload: broadcast::Sender<()>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Server {
    /// Serves a folder at a port of this machine; port 0 is any that is free. With `reloading`, pages show a new version as
    /// soon as [`Server::reload`] says that there is one.
    ///
    /// # Errors
    /// When the port is taken or the server cannot be started.
    pub fn start(folder: &Path, port: u16, reloading: bool) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let (reload, _) = broadcast::channel(8);
        let (stop, stopped) = oneshot::channel();
        let (ready, started) = mpsc::channel();
        let router = router(folder, reloading.then_some(&reload));
        let thread = thread::spawn(move || {
            let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
                Ok(runtime) => runtime,
                Err(error) => return drop(ready.send(Err(error))),
            };
            runtime.block_on(async {
                let listener = match tokio::net::TcpListener::from_std(listener) {
                    Ok(listener) => listener,
                    Err(error) => return drop(ready.send(Err(error))),
                };
                drop(ready.send(Ok(())));
                // Connections that stay open, such as those that wait for a reload, end with the runtime.
                tokio::select! {
                    _ = axum::serve(listener, router).into_future() => {}
                    _ = stopped => {}
                }
            });
        });
        started.recv().map_err(io::Error::other)??;
        Ok(Self { address, reload, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it is served, such as `http://127.0.0.1:8080`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Lets the pages that are open show the new version.
    pub fn reload(&self) {
        // Nobody listens where no page is open.
        let _ = self.reload.send(());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // The thread may have stopped by itself.
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

fn router(folder: &Path, reload: Option<&broadcast::Sender<()>>) -> Router {
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
    let header = |name, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    let mut router = router
        .fallback_service(ServeDir::new(folder))
        .layer(header(header::CONTENT_SECURITY_POLICY, POLICY))
        .layer(header(header::CACHE_CONTROL, "no-cache"))
        // Articles of other origins embed the cards.
        .layer(header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .layer(header(HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"))
        .layer(header(HeaderName::from_static("x-content-type-options"), "nosniff"));
    if reload.is_some() {
        router = router.layer(middleware::from_fn(add_reload_script));
    }
    router
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
