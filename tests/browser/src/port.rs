//! Ports that no two visits share, even across test programs that run at the same time.

use std::{
    iter,
    net::{Ipv4Addr, Ipv6Addr, TcpListener},
    ops::Range,
    sync::{Mutex, PoisonError},
};

/// Ports that the system never assigns by itself: below the ephemeral ranges of Linux (from 32768), macOS and Windows
/// (from 49152). Otherwise one of the many connections of a test run could take a port between the check that it is
/// free and its use.
const PORTS: Range<u16> = 20_000..32_000;

/// How many ports a test program reserves at once.
const BLOCK: u16 = 500;

/// The blocks that this program holds until it ends, and the unused ports of the last one.
static OWN: Mutex<Own> = Mutex::new(Own { locks: Vec::new(), unused: 0..0 });

struct Own {
    locks: Vec<TcpListener>,
    unused: Range<u16>,
}

impl Own {
    /// The next port of this program. Ports are never reused, since a browser that is kept remembers origins.
    fn next(&mut self) -> u16 {
        if let Some(port) = self.unused.next() {
            return port;
        }
        let (lock, block) = free_block().expect("a block of ports is free");
        self.locks.push(lock);
        self.unused = block;
        self.next()
    }
}

/// A block that no other test program holds: listening on the first port of a block reserves the rest. The system frees
/// that port however the program ends.
fn free_block() -> Option<(TcpListener, Range<u16>)> {
    PORTS.step_by(usize::from(BLOCK)).find_map(|first| Some((listen(first)?, first + 1..first + BLOCK)))
}

fn listen(port: u16) -> Option<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok()
}

fn own() -> impl Iterator<Item = u16> {
    iter::repeat_with(|| OWN.lock().unwrap_or_else(PoisonError::into_inner).next())
}

/// A listener on a port that this program has not used yet.
pub fn listener() -> TcpListener {
    own().find_map(listen).expect("a port is free")
}

/// A port that is free for IPv4 and IPv6 and that this program has not used yet, for a program that binds it itself. No
/// other test program will try it meanwhile.
#[must_use]
pub fn free() -> u16 {
    // Without IPv6 nothing can occupy the port there.
    let has_v6 = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).is_ok();
    let is_free =
        |port: &u16| listen(*port).is_some() && (!has_v6 || TcpListener::bind((Ipv6Addr::LOCALHOST, *port)).is_ok());
    own().find(is_free).expect("a port is free")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{BLOCK, free, free_block, listen};

    #[test]
    fn a_block_of_ports_is_exclusive_while_it_is_held() {
        let (lock, block) = free_block().unwrap();
        let (other_lock, other) = free_block().unwrap();
        assert_ne!(block, other);
        assert!(listen(block.start - 1).is_none());
        drop((lock, other_lock));
    }

    #[test]
    fn no_port_is_given_out_twice_even_across_blocks() {
        let ports: Vec<u16> = (0..=BLOCK).map(|_| free()).collect();
        assert_eq!(ports.iter().collect::<BTreeSet<_>>().len(), ports.len());
    }
}
