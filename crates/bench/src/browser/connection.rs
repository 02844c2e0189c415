use std::{collections::VecDeque, io::ErrorKind, net::TcpStream, time::Duration};

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket, client::client_with_config, protocol::WebSocketConfig};

use crate::error::Error;

/// How long the browser may take for one answer: the slowest pages that are measured at all take a good part of this.
const PATIENCE: Duration = Duration::from_mins(2);

/// The connection to the developer tools.
pub struct Connection {
    socket: WebSocket<TcpStream>,
    last: u64,
    events: VecDeque<BrowserEvent>,
}

/// What the browser tells without being asked.
pub struct BrowserEvent {
    pub session: Option<String>,
    pub method: String,
    pub parameters: Value,
}

impl Connection {
    /// Connects to an address such as `ws://127.0.0.1:9222/devtools/browser/…`.
    pub fn open(address: &str) -> Result<Self, Error> {
        let failed = |error: String| Error::Connection(error);
        let host = address.trim_start_matches("ws://").split('/').next().unwrap_or_default();
        let stream = TcpStream::connect(host).map_err(|error| failed(error.to_string()))?;
        stream.set_nodelay(true).map_err(|error| failed(error.to_string()))?;
        stream.set_read_timeout(Some(PATIENCE)).map_err(|error| failed(error.to_string()))?;
        // A trace of a slow page comes in pieces of many megabytes.
        let config = WebSocketConfig::default().max_message_size(None).max_frame_size(None);
        let (socket, _) =
            client_with_config(address, stream, Some(config)).map_err(|error| failed(error.to_string()))?;
        Ok(Self { socket, last: 0, events: VecDeque::new() })
    }

    /// Sends a command, to a page's session or to the browser, and gives its answer.
    pub fn call(&mut self, session: Option<&str>, method: &str, parameters: &Value) -> Result<Value, Error> {
        let id = self.send(session, method, parameters)?;
        self.answer(id, method)
    }

    /// Sends a command without waiting for its answer.
    fn send(&mut self, session: Option<&str>, method: &str, parameters: &Value) -> Result<u64, Error> {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": parameters });
        if let (Some(session), Some(message)) = (session, message.as_object_mut()) {
            message.insert("sessionId".to_owned(), session.into());
        }
        self.socket
            .send(Message::text(message.to_string()))
            .map_err(|error| Error::Connection(format!("{method}: {error}")))?;
        Ok(self.last)
    }

    /// The answer to a command that was sent.
    fn answer(&mut self, id: u64, method: &str) -> Result<Value, Error> {
        loop {
            let mut message = self.receive(method)?;
            if message.get("id").and_then(Value::as_u64) == Some(id) {
                if let Some(error) = message.pointer("/error/message") {
                    let message = error.as_str().unwrap_or_default().to_owned();
                    return Err(Error::Command { command: method.to_owned(), message });
                }
                return Ok(message.get_mut("result").map(Value::take).unwrap_or_default());
            }
            self.keep(message);
        }
    }

    /// Waits for something that the browser tells.
    pub fn event(&mut self, session: Option<&str>, method: &str) -> Result<Value, Error> {
        loop {
            let is_it = |event: &BrowserEvent| event.method == method && event.session.as_deref() == session;
            if let Some(place) = self.events.iter().position(is_it)
                && let Some(event) = self.events.remove(place)
            {
                return Ok(event.parameters);
            }
            let message = self.receive(method)?;
            self.keep(message);
        }
    }

    /// What was told so far under that name.
    pub fn take_events(&mut self, method: &str) -> Vec<Value> {
        let (taken, rest): (Vec<BrowserEvent>, Vec<BrowserEvent>) =
            std::mem::take(&mut self.events).into_iter().partition(|event| event.method == method);
        self.events = rest.into();
        taken.into_iter().map(|event| event.parameters).collect()
    }

    /// Forgets what a session told that nobody asked for.
    pub fn forget(&mut self, session: &str) {
        self.events.retain(|event| event.session.as_deref() != Some(session));
    }

    fn receive(&mut self, method: &str) -> Result<Value, Error> {
        loop {
            let message = self.socket.read().map_err(|error| match error {
                tungstenite::Error::Io(error)
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) =>
                {
                    let (page, what) = (String::new(), method.to_owned());
                    Error::TooLong { page, what, seconds: PATIENCE.as_secs() }
                }
                error => Error::Connection(format!("{method}: {error}")),
            })?;
            if let Message::Text(text) = message {
                return serde_json::from_str(text.as_str())
                    .map_err(|error| Error::Connection(format!("{method}: {error}")));
            }
        }
    }

    fn keep(&mut self, mut message: Value) {
        let text = |name: &str| message.get(name).and_then(Value::as_str).map(str::to_owned);
        if let Some(method) = text("method") {
            let session = text("sessionId");
            let parameters = message.get_mut("params").map(Value::take).unwrap_or_default();
            self.events.push_back(BrowserEvent { session, method, parameters });
        }
    }
}
