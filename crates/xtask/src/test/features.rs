//! What `cargo xtask` and the tests have in common is compiled once: with the same features in both.

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use serde::Deserialize;

use super::{COMPILE_NATIVE, COMPILE_VISITS};
use crate::{program::BUILD_FOR_TESTS, project};

/// What cargo would compile.
#[derive(Deserialize)]
struct Graph {
    units: Vec<Unit>,
}

#[derive(Deserialize)]
struct Unit {
    pkg_id: String,
    target: Target,
    mode: String,
    features: Vec<String>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

/// The libraries that a command of cargo compiles, each with the features that it is compiled with: more than one set of them where it
/// is compiled more than once.
fn libraries(arguments: &[&str]) -> BTreeMap<String, BTreeSet<Vec<String>>> {
    let mut cargo = Command::new("cargo");
    cargo.args(arguments).args(["--unit-graph", "-Zunstable-options"]);
    // Unstable, but nothing else tells it. Nothing is compiled.
    cargo.env("RUSTC_BOOTSTRAP", "1").current_dir(project::root());
    let output = cargo.output().expect("cargo is there");
    let graph: Graph = serde_json::from_slice(&output.stdout).expect("cargo gives its units");
    let mut libraries = BTreeMap::<_, BTreeSet<_>>::new();
    for unit in graph.units {
        if unit.mode == "build" && unit.target.kind.iter().any(|kind| kind == "lib" || kind == "proc-macro") {
            libraries.entry(unit.pkg_id).or_default().insert(unit.features);
        }
    }
    libraries
}

#[test]
fn what_commands_and_tests_have_in_common_is_compiled_once() {
    let commands = libraries(&["build", "--package", "xtask"]);
    let visits: Vec<&str> = ["test", "--no-run"].into_iter().chain(COMPILE_VISITS).collect();
    let native: Vec<&str> = ["test", "--no-run"].into_iter().chain(COMPILE_NATIVE).collect();
    let mut again = Vec::new();
    for arguments in [native, visits, BUILD_FOR_TESTS.to_vec()] {
        let others = libraries(&arguments);
        again.extend(commands.iter().filter_map(|(package, features)| {
            let others = others.get(package)?;
            (!features.is_subset(others)).then(|| format!("{arguments:?}: {package}: {features:?}, there {others:?}"))
        }));
    }
    assert_eq!(again, Vec::<String>::new(), "crates/xtask/Cargo.toml names what the tests need of these besides");
    assert!(commands.len() > 300, "{}", commands.len());
}
