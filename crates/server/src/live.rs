use std::{convert::Infallible, io};

use axum::{
    Router,
    extract::{Request, State},
    http::StatusCode,
    middleware,
    response::{
        IntoResponse, Response,
        sse::{Event, Sse},
    },
    routing::get,
};
use serde_json::Value;
use tokio::sync::watch;
use tokio_stream::{StreamExt, wrappers::WatchStream};

use crate::{
    Port,
    access::guard,
    answer::{self, add_headers},
    background::Background,
    scripts,
    shown::{Files, Shown},
};

/// A site that is being served. Dropping it ends the server.
#[derive(Debug)]
pub struct Live {
    shown: watch::Sender<Shown>,
    _background: Background,
}

impl Live {
    /// Serves a [`Port`]: only mistakes, until there is a version without any.
    ///
    /// # Errors
    /// When the server cannot be started.
    pub fn start(port: Port) -> io::Result<Self> {
        let (shown, _) = watch::channel(Shown::nothing());
        let router = router(&shown, &port);
        Ok(Self { shown, _background: Background::serve(port.listener, router)? })
    }

    /// Shows a new version in every open page.
    pub fn show(&self, files: Files) {
        self.shown.send_modify(|shown| shown.show(files));
    }

    /// Shows mistakes in every open page: an object with `title`, `note` and a `list` of objects with `message`, `excerpt` and
    /// `help`. The last version without mistakes stays.
    pub fn show_mistakes(&self, mistakes: Value) {
        self.shown.send_modify(|shown| shown.show_mistakes(mistakes));
    }

    /// Whether there has been a version without mistakes.
    #[must_use]
    pub fn shows(&self) -> bool {
        self.shown.borrow().is_there()
    }
}

fn router(shown: &watch::Sender<Shown>, port: &Port) -> Router {
    let (origin, number) = (port.url(), port.address.port());
    let events = shown.clone();
    let script = |script: scripts::Script| get(move || async move { answer::script(script.text) });
    let mut router = Router::new().route(
        scripts::EVENTS,
        get(move || async move {
            // A new connection is told the current state first, then each change.
            let states = WatchStream::new(events.subscribe());
            Sse::new(states.map(|shown| Ok::<_, Infallible>(Event::default().data(shown.message()))))
        }),
    );
    for one in scripts::SCRIPTS {
        router = router.route(one.path, script(one));
    }
    router
        .fallback(get(file))
        .with_state(shown.subscribe())
        .layer(middleware::from_fn_with_state(origin, add_headers))
        .layer(middleware::from_fn(move |request, next| guard(number, request, next)))
}

/// A file of the site.
async fn file(State(shown): State<watch::Receiver<Shown>>, request: Request) -> Response {
    let shown = shown.borrow();
    let Some(path) = answer::path(request.uri().path()) else { return StatusCode::BAD_REQUEST.into_response() };
    if !shown.is_there() {
        return answer::in_place_of(&path, &shown);
    }
    match shown.file(&path) {
        Some(bytes) => answer::file(&path, bytes, &shown.version()),
        None if shown.file(&format!("{path}/index.html")).is_some() => answer::with_slash(request.uri()),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
