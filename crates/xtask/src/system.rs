//! The systems that the program is made for.

/// A system.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct System {
    /// What Rust calls it.
    pub target: &'static str,
    /// What Node calls it: the platform and the processor.
    pub node: [&'static str; 2],
    /// What the names of its programs end with.
    pub suffix: &'static str,
}

/// All of them. Those for Linux are linked to nothing, so an old C library or another one makes no difference.
pub const SYSTEMS: [System; 5] = [
    System { target: "x86_64-unknown-linux-musl", node: ["linux", "x64"], suffix: "" },
    System { target: "aarch64-unknown-linux-musl", node: ["linux", "arm64"], suffix: "" },
    System { target: "x86_64-pc-windows-gnu", node: ["win32", "x64"], suffix: ".exe" },
    System { target: "x86_64-apple-darwin", node: ["darwin", "x64"], suffix: "" },
    System { target: "aarch64-apple-darwin", node: ["darwin", "arm64"], suffix: "" },
];

impl System {
    /// The one that Rust calls so.
    pub fn named(target: &str) -> Option<Self> {
        SYSTEMS.into_iter().find(|system| system.target == target)
    }

    /// The name of its npm package.
    pub fn npm_package(self) -> String {
        let [platform, processor] = self.node;
        format!("fact-cards-{platform}-{processor}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_the_npm_package_knows_the_same_systems() {
        let script = include_str!("../../site/package/program.js");
        for system in SYSTEMS {
            let [platform, processor] = system.node;
            assert!(script.contains(&format!("\"{platform} {processor}\"")), "{system:?}");
        }
        let known = script.split_once("const SYSTEMS = [").and_then(|(_, rest)| rest.split_once(']'));
        assert_eq!(known.map(|(list, _)| list.matches('"').count()), Some(2 * SYSTEMS.len()));
    }
}
