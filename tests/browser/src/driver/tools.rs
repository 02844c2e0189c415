use std::{
    fs,
    net::{Ipv4Addr, TcpStream},
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use serde_json::{Value, json};
use thirtyfour::WebDriver;
use tungstenite::{Message, WebSocket, client};

use super::TIMEOUT;

/// Chromium's developer tools for the whole browser. The driver gives access to those of a page only, which cannot
/// create contexts. The connection is blocking because it outlives the async runtime of the visit that opened it.
#[derive(Clone)]
pub struct Tools(Arc<Mutex<Connection>>);

struct Connection {
    socket: WebSocket<TcpStream>,
    last: u64,
    /// The contexts that were created and not disposed of yet; the last is that of the current visit.
    contexts: Vec<String>,
}

impl Tools {
    /// Connects to those of a browser that was just opened.
    pub fn connect(driver: &WebDriver) -> Self {
        let chrome = driver.handle().capabilities().get("chrome").expect("it tells of itself");
        let profile = chrome.get("userDataDir").and_then(Value::as_str).expect("it has a profile");
        let place = fs::read_to_string(Path::new(profile).join("DevToolsActivePort")).expect("it has written its port");
        let (port, path) = place.split_once('\n').expect("after the port there is a path");
        let port: u16 = port.parse().expect("a port is a number");
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("Chromium listens");
        stream.set_nodelay(true).and_then(|()| stream.set_read_timeout(Some(TIMEOUT))).expect("these can be set");
        let address = format!("ws://127.0.0.1:{port}{}", path.trim());
        let (socket, _) = client(address, stream).expect("Chromium lets us in");
        Self(Arc::new(Mutex::new(Connection { socket, last: 0, contexts: Vec::new() })))
    }

    /// Creates a context that shares nothing with others, and opens a page in it. Returns the page's target id.
    pub fn begin_context(&self) -> String {
        self.with(|connection| {
            let context = connection.text("Target.createBrowserContext", &json!({}), "browserContextId");
            let page = json!({ "url": "about:blank", "browserContextId": context });
            connection.contexts.push(context);
            connection.text("Target.createTarget", &page, "targetId")
        })
    }

    /// Disposes of all contexts but the last.
    pub fn end_former_contexts(&self) {
        self.with(|connection| {
            let former = connection.contexts.len().saturating_sub(1);
            for context in connection.contexts.drain(..former).collect::<Vec<_>>() {
                let ended = connection.call("Target.disposeBrowserContext", &json!({ "browserContextId": context }));
                ended.unwrap_or_else(|error| panic!("a context does not end: {error}"));
            }
        });
    }

    /// Sends a command for this visit's context, such as to set permissions.
    pub fn send(&self, command: &str, mut parameters: Value) -> Result<Value, String> {
        self.with(|connection| {
            if let (Some(parameters), Some(context)) = (parameters.as_object_mut(), connection.contexts.last()) {
                parameters.insert("browserContextId".to_owned(), json!(context));
            }
            connection.call(command, &parameters)
        })
    }

    fn with<T>(&self, doing: impl FnOnce(&mut Connection) -> T) -> T {
        doing(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Connection {
    fn text(&mut self, command: &str, parameters: &Value, name: &str) -> String {
        let answer = self.call(command, parameters).unwrap_or_else(|error| panic!("{command}: {error}"));
        answer.get(name).and_then(Value::as_str).expect("it has a name").to_owned()
    }

    fn call(&mut self, command: &str, parameters: &Value) -> Result<Value, String> {
        self.last += 1;
        let message = json!({ "id": self.last, "method": command, "params": parameters });
        self.socket.send(Message::text(message.to_string())).map_err(|error| error.to_string())?;
        loop {
            let Message::Text(text) = self.socket.read().map_err(|error| error.to_string())? else { continue };
            let mut answer: Value = serde_json::from_str(text.as_str()).map_err(|error| error.to_string())?;
            if answer.get("id").and_then(Value::as_u64) != Some(self.last) {
                continue;
            }
            return match answer.get("error") {
                Some(error) => Err(error.to_string()),
                None => Ok(answer.get_mut("result").map(Value::take).unwrap_or_default()),
            };
        }
    }
}
