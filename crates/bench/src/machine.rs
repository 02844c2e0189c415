use std::process::Command;

use anyhow::Result;
use fs_err as fs;
use serde::Serialize;

use crate::{command::output, peers::Installed, way::Way};

/// The machine and the versions used.
#[derive(Debug, Serialize)]
pub struct Machine {
    pub processor: String,
    pub cores: usize,
    pub memory_gib: f64,
    pub system: String,
}

impl Machine {
    /// This machine. Unknown values stay empty.
    pub fn this() -> Self {
        let value = |file: &str, name: &str| {
            let text = fs::read_to_string(file).unwrap_or_default();
            let line = text.lines().find(|line| line.starts_with(name)).unwrap_or_default();
            line.split_once([':', '=']).map(|(_, value)| value.trim().trim_matches('"').to_owned()).unwrap_or_default()
        };
        let memory = value("/proc/meminfo", "MemTotal");
        let kib: f64 = memory.trim_end_matches(" kB").parse().unwrap_or_default();
        Self {
            processor: value("/proc/cpuinfo", "model name"),
            cores: std::thread::available_parallelism().map_or(0, Into::into),
            memory_gib: kib / 1024.0 / 1024.0,
            system: value("/etc/os-release", "PRETTY_NAME"),
        }
    }
}

/// The load average of the last minute.
pub fn load_average() -> f64 {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(f64::NAN)
}

/// The versions of the tools and peers.
#[derive(Debug, Serialize)]
pub struct Versions {
    pub chromium: String,
    pub rust: String,
    /// By name; npm has them.
    pub peers: Vec<(Way, String)>,
}

impl Versions {
    /// As they are installed.
    pub fn installed(chromium: &str, peers: &Installed) -> Result<Self> {
        let mut versions = Vec::new();
        for way in Way::ALL {
            versions.extend(peers.version(way)?.map(|version| (way, version)));
        }
        let rust = output(Command::new("rustc").arg("--version"))?;
        Ok(Self { chromium: chromium.to_owned(), rust, peers: versions })
    }
}
