//! Serves a site live on this machine, from memory, with the headers that it is published with. Open pages show each new
//! version, or the mistakes that prevent one.
//!
//! ```
//! use fact_cards_server::Port;
//!
//! let port = Port::take(0)?;
//! assert!(port.url().starts_with("http://127.0.0.1:"));
//! # Ok::<(), std::io::Error>(())
//! ```

mod access;
mod answer;
mod background;
mod live;
mod scripts;
mod shown;

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
};

pub use self::{background::Background, live::Live, shown::Files};

/// A bound port of this machine. Connections wait until something is served there.
#[derive(Debug)]
pub struct Port {
    listener: TcpListener,
    address: SocketAddr,
}

impl Port {
    /// Binds a port; 0 is any free one.
    ///
    /// # Errors
    /// When the port is in use.
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

#[cfg(test)]
mod tests;
