use std::{collections::VecDeque, io::ErrorKind, net::TcpStream, time::Duration};

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use thiserror::Error;
use tungstenite::{Message, WebSocket, client::client_with_config, protocol::WebSocketConfig};

/// The timeout for one answer. The slowest pages measured take a good part of it.
const PATIENCE: Duration = Duration::from_mins(2);

/// The context of errors of the connection.
pub const NO_ANSWER: &str = "Chromium does not answer";

/// A timeout. The bench goes on without that measurement.
#[derive(Debug, Error)]
#[error("{what} did not come about within {seconds} seconds")]
pub struct TooLong {
    what: String,
    seconds: u64,
}

/// The connection to the developer tools.
pub struct Connection {
    socket: WebSocket<TcpStream>,
    last: u64,
    events: VecDeque<BrowserEvent>,
}

/// An event of the browser.
pub struct BrowserEvent {
    pub session: Option<String>,
    pub method: String,
    pub parameters: Value,
}

impl Connection {
    /// Connects to an address such as `ws://127.0.0.1:9222/devtools/browser/…`.
    pub fn open(address: &str) -> Result<Self> {
        let host = address.trim_start_matches("ws://").split('/').next().unwrap_or_default();
        let stream = TcpStream::connect(host)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        // The trace of a slow page comes in messages of many megabytes.
        let config = WebSocketConfig::default().max_message_size(None).max_frame_size(None);
        // The message of this error contains its cause already.
        let (socket, _) = client_with_config(address, stream, Some(config)).map_err(|error| anyhow!("{error}"))?;
        Ok(Self { socket, last: 0, events: VecDeque::new() })
    }

    /// Sends a command to a page's session or to the browser. Returns the answer.
    pub fn call(&mut self, session: Option<&str>, method: &str, parameters: &Value) -> Result<Value> {
        let id = self.send(session, method, parameters)?;
        self.answer(id, method)
    }

    /// Sends a command without waiting for its answer.
    fn send(&mut self, session: Option<&str>, method: &str, parameters: &Value) -> Result<u64> {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": parameters });
        if let (Some(session), Some(message)) = (session, message.as_object_mut()) {
            message.insert("sessionId".to_owned(), session.into());
        }
        self.socket
            .send(Message::text(message.to_string()))
            .map_err(|error| anyhow!("{NO_ANSWER}: {method}: {error}"))?;
        Ok(self.last)
    }

    /// Waits for the answer to a command.
    fn answer(&mut self, id: u64, method: &str) -> Result<Value> {
        loop {
            let mut message = self.receive(method)?;
            if message.get("id").and_then(Value::as_u64) == Some(id) {
                if let Some(error) = message.pointer("/error/message") {
                    bail!("Chromium does not do `{method}`: {}", error.as_str().unwrap_or_default());
                }
                return Ok(message.get_mut("result").map(Value::take).unwrap_or_default());
            }
            self.keep(message);
        }
    }

    /// Waits for an event.
    pub fn event(&mut self, session: Option<&str>, method: &str) -> Result<Value> {
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

    /// Takes the events of that name received so far.
    pub fn take_events(&mut self, method: &str) -> Vec<Value> {
        let (taken, rest): (Vec<BrowserEvent>, Vec<BrowserEvent>) =
            std::mem::take(&mut self.events).into_iter().partition(|event| event.method == method);
        self.events = rest.into();
        taken.into_iter().map(|event| event.parameters).collect()
    }

    /// Drops the unread events of a session.
    pub fn forget(&mut self, session: &str) {
        self.events.retain(|event| event.session.as_deref() != Some(session));
    }

    fn receive(&mut self, method: &str) -> Result<Value> {
        loop {
            let message = self.socket.read().map_err(|error| match error {
                tungstenite::Error::Io(error)
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) =>
                {
                    TooLong { what: method.to_owned(), seconds: PATIENCE.as_secs() }.into()
                }
                error => anyhow!("{NO_ANSWER}: {method}: {error}"),
            })?;
            if let Message::Text(text) = message {
                return serde_json::from_str(text.as_str()).with_context(|| format!("{NO_ANSWER}: {method}"));
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

#[cfg(test)]
mod tests {
    use anyhow::Error;

    use super::TooLong;

    #[test]
    fn a_timeout_is_recognised_even_when_the_page_is_named_with_it() {
        let error = Error::new(TooLong { what: "Runtime.evaluate".to_owned(), seconds: 2 }).context("in a page");
        assert!(error.is::<TooLong>());
        assert_eq!(format!("{error:#}"), "in a page: Runtime.evaluate did not come about within 2 seconds");
    }
}
