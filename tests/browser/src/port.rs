//! Ports that two visits never share, also where several test programs run at the same time.

use std::{
    iter,
    net::{Ipv4Addr, Ipv6Addr, TcpListener},
    ops::Range,
    sync::{Mutex, PoisonError},
};

/// Ports that the system gives to nobody who did not ask for them by number: those below what Linux (from 32768), macOS and
/// Windows (from 49152) give to connections. The many connections of a test run would otherwise take a port between the
/// look whether it is free and its use.
const PORTS: Range<u16> = 20_000..32_000;

/// How many of them a test program takes at once.
const BLOCK: u16 = 500;

/// The blocks that are this program's until it ends, and the ports of the last one that were not used yet.
static OWN: Mutex<Own> = Mutex::new(Own { locks: Vec::new(), unused: 0..0 });

struct Own {
    locks: Vec<TcpListener>,
    unused: Range<u16>,
}

impl Own {
    /// The next port of this program. No port comes twice: a browser that is kept knows an origin again.
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

/// A block that no other test program has: who listens at the first port of a block has the others too. The system takes
/// that port back when the program ends, however it ends.
fn free_block() -> Option<(TcpListener, Range<u16>)> {
    PORTS.step_by(usize::from(BLOCK)).find_map(|first| Some((listen(first)?, first + 1..first + BLOCK)))
}

fn listen(port: u16) -> Option<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok()
}

fn own() -> impl Iterator<Item = u16> {
    iter::repeat_with(|| OWN.lock().unwrap_or_else(PoisonError::into_inner).next())
}

/// Somebody who listens at a port that this program has not used yet.
pub fn listener() -> TcpListener {
    own().find_map(listen).expect("a port is free")
}

/// A port that is free for IPv4 and IPv6 on this machine, and that this program has not used yet: for a program that binds
/// it itself. No other test program looks at it meanwhile.
#[must_use]
pub fn free() -> u16 {
    // A machine without IPv6 has nothing that could take the port there.
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
    fn a_block_is_nobody_elses_as_long_as_it_is_held() {
        let (lock, block) = free_block().unwrap();
        let (other_lock, other) = free_block().unwrap();
        assert_ne!(block, other);
        assert!(listen(block.start - 1).is_none());
        drop((lock, other_lock));
    }

    #[test]
    fn no_port_comes_twice_also_where_one_block_is_not_enough() {
        let ports: Vec<u16> = (0..=BLOCK).map(|_| free()).collect();
        assert_eq!(ports.iter().collect::<BTreeSet<_>>().len(), ports.len());
    }
}
