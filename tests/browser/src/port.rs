use std::{
    net::{Ipv4Addr, Ipv6Addr, TcpListener},
    process,
    sync::atomic::{AtomicU16, Ordering},
};

/// Ports that the system gives to nobody who did not ask for them by number: those below what Linux (from 32768), macOS and
/// Windows (from 49152) give to connections. The many connections of a test run would otherwise take a port between the
/// look whether it is free and its use.
const FIRST: u16 = 20_000;
const COUNT: u16 = 12_000;

/// A port that is free for IPv4 and IPv6 on this machine, and that this process has not used yet.
pub fn free() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Test runs beside one another start far apart.
    let start = process::id() % u32::from(COUNT);
    let start = u16::try_from(start).expect("a remainder is smaller than its divisor");
    let mut ports = (0..COUNT).map(|_| {
        let step = NEXT.fetch_add(1, Ordering::Relaxed) % COUNT;
        FIRST + (start + step) % COUNT
    });
    ports.find(|port| is_free(*port)).expect("one of 12,000 ports is free")
}

fn is_free(port: u16) -> bool {
    let v4 = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    // A machine without IPv6 has nothing that could take the port there.
    let has_v6 = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).is_ok();
    v4.is_ok() && (!has_v6 || TcpListener::bind((Ipv6Addr::LOCALHOST, port)).is_ok())
}
