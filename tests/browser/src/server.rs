//! Serves what a visit goes to, records requests and errors, and injects faults.

mod answer;
mod content;
mod fault;
mod policy;
mod record;

use std::sync::{Arc, PoisonError, RwLock};

use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{
    net::TcpListener,
    task::{JoinHandle, JoinSet},
};

use self::{answer::answer, fault::Faults, record::Record};
pub use self::{
    content::{Content, File, files_below},
    fault::Fault,
};
use crate::port;

/// A server that lives as long as the visit.
pub struct Server {
    state: Arc<State>,
    task: JoinHandle<()>,
}

/// The policies that a page is served with.
pub struct Limits {
    pub policy: Policy,
    /// One additional directive.
    pub more: Option<&'static str>,
}

/// The content security policy that a server sends.
pub enum Policy {
    None,
    /// The one that a published site has for each path.
    Published,
    /// The same for every path.
    Same(String),
}

impl Limits {
    /// The policy for a path of that origin.
    fn of(&self, path: &str, origin: &str) -> Option<String> {
        let policy = match &self.policy {
            Policy::None => None,
            Policy::Published => fact_cards_site::policy(path.trim_start_matches('/'), Some(origin)),
            Policy::Same(policy) => Some(policy.clone()),
        };
        let parts: Vec<String> = policy.into_iter().chain(self.more.map(str::to_owned)).collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }
}

/// The state that its connections share.
struct State {
    url: String,
    content: RwLock<Content>,
    limits: Limits,
    faults: Faults,
    record: Record,
}

impl Server {
    /// Serves the content on a port of its own, with these policies.
    pub fn start(content: Content, limits: Limits) -> Self {
        // Not a port chosen by the system: a browser that is kept for other visits remembers origins, and the system
        // may give out an earlier port again.
        let listener = port::listener();
        let listener = listener.set_nonblocking(true).and_then(|()| TcpListener::from_std(listener));
        let listener = listener.expect("the system lets us wait for connections");
        let url = format!("http://{}", listener.local_addr().expect("a port has a number"));
        let state =
            State { url, content: RwLock::new(content), limits, faults: Faults::default(), record: Record::default() };
        let state = Arc::new(state);
        let task = tokio::spawn(serve(listener, Arc::clone(&state)));
        Self { state, task }
    }

    /// Its origin, such as `http://127.0.0.1:8080`.
    pub fn url(&self) -> &str {
        &self.state.url
    }

    /// Serves other files from now on, as after publishing a new version.
    pub fn publish(&self, content: Content) {
        *self.state.content.write().unwrap_or_else(PoisonError::into_inner) = content;
    }

    /// Stops the server and drops its open connections.
    pub fn stop(&self) {
        self.task.abort();
    }

    /// The current faults.
    pub fn faults(&self) -> &Faults {
        &self.state.faults
    }

    /// The requested paths with queries, in order.
    pub fn requests(&self) -> Vec<String> {
        self.state.record.requests()
    }

    /// What pages have reported: errors, warnings and policy violations.
    pub fn reports(&self) -> Vec<String> {
        self.state.record.reports()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(listener: TcpListener, state: Arc<State>) {
    // Aborted when the server stops.
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let state = Arc::clone(&state);
        let service = service_fn(move |request| answer(Arc::clone(&state), request));
        connections.spawn(async move {
            // A browser may disconnect at any time, and a refusal is a deliberate error.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
        while connections.try_join_next().is_some() {}
    }
}
