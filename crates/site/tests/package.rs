//! The npm package describes the element correctly. The engine is a dummy.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics says what is wrong"
)]

#[path = "support/project.rs"]
mod project;

use std::{collections::BTreeSet, fs, path::Path};

use fact_cards::state::State;
use fact_cards_site::{Engine, write_package};
use serde_json::Value;
use tempfile::TempDir;

use self::project::project;

const LOADER: &str =
    "const[glue,wasm,more,sentence,integrity,languages]=BUILD;const load=()=>import(at(glue,import.meta.url));";

/// The package of an engine with that loader, in a folder of its own.
fn package(loader: &str) -> Result<TempDir, String> {
    let folder = TempDir::new().unwrap();
    let named = |name| (name, if name == "loader.js" { loader } else { "/* */BUILD" }.as_bytes());
    let files: Vec<(&str, &[u8])> =
        std::iter::once(("engine.wasm", b"\0asm\x01\0\0\0".as_slice())).chain(Engine::texts().map(named)).collect();
    let written = write_package(&Engine::of_files(&files).unwrap(), folder.path());
    written.map(|()| folder).map_err(|error| error.to_string())
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn json(file: &Path) -> Value {
    serde_json::from_str(&read(file)).unwrap()
}

/// The declaration of the element in the manifest.
fn element() -> Value {
    json(&package(LOADER).unwrap().path().join("custom-elements.json"))["modules"][0]["declarations"][0].clone()
}

/// The names in a list of the manifest, sorted; none may occur twice.
fn names(list: &Value) -> BTreeSet<String> {
    let list = list.as_array().unwrap();
    let names: BTreeSet<String> = list.iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names.len(), list.len());
    names
}

/// What is between `before` and `after`, for each occurrence in the files below a folder.
fn found(folder: &str, before: &str, after: char) -> BTreeSet<String> {
    let mut folders = vec![project(folder)];
    let mut found = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = read(&path);
            found.extend(text.split(before).skip(1).map(|part| part.split(after).next().unwrap().to_owned()));
        }
    }
    found
}

/// The first column of the tables under a heading in `docs/embedding.md`.
fn told(heading: &str) -> BTreeSet<String> {
    let page = read(&project("docs/embedding.md"));
    let section = page.split_once(&format!("\n## {heading}\n")).unwrap().1.split("\n## ").next().unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
    rows.flat_map(|row| row.split("`, `")).map(|name| name.trim_end_matches('`').to_owned()).collect()
}

#[test]
fn the_manifest_has_each_attribute_that_the_loader_knows() {
    let loader = read(&project("src/browser/loader.js"));
    let known = loader.split_once("const NAMES = \"").unwrap().1.split('"').next().unwrap();
    let known: BTreeSet<String> = known.split(' ').map(str::to_owned).collect();
    let element = element();
    assert_eq!(names(&element["attributes"]), known);
    // Each has the property that the loader gives it.
    let script = "name.replace(/-./, (dash) => dash[1].toUpperCase())";
    assert!(loader.contains(script));
    let properties: BTreeSet<String> =
        known.iter().map(|name| name.replace("-l", "L").replace("-u", "U").replace("-t", "T")).collect();
    assert_eq!(names(&element["members"]), properties);
    assert!(properties.contains("headingLevel") && properties.contains("syncUrl"), "{properties:?}");
}

#[test]
fn the_types_have_each_property_and_each_name_of_the_state() {
    let folder = package(LOADER).unwrap();
    let types = read(&folder.path().join("fact-cards.d.ts"));
    let element = &json(&folder.path().join("custom-elements.json"))["modules"][0]["declarations"][0];
    for name in names(&element["members"]) {
        assert!(
            types.contains(&format!("  get {name}(): ")) && types.contains(&format!("  set {name}(value: ")),
            "{name}"
        );
    }
    for name in names(&element["events"]) {
        assert!(types.contains(&format!("    \"{name}\": CustomEvent<")), "{name}");
    }
    let state = types.split_once("interface FactCardsState {\n").unwrap().1.split('}').next().unwrap();
    let state: BTreeSet<&str> = state.lines().map(|line| line.trim().trim_end_matches("?: string;")).collect();
    assert_eq!(state, BTreeSet::from(State::NAMES));
}

#[test]
fn the_manifest_has_each_property_and_part_that_the_styles_and_components_have() {
    let element = element();
    let properties: BTreeSet<String> =
        found("styles", "var(--fact-cards-", ',').into_iter().map(|name| format!("--fact-cards-{name}")).collect();
    assert_eq!(names(&element["cssProperties"]), properties);
    assert_eq!(names(&element["cssParts"]), found("src/components", " part=\"", '"'));
}

#[test]
fn the_manifest_has_each_event_that_the_element_sends() {
    let told: BTreeSet<String> = [("notify(host, \"", '"'), ("#notify(\"", '"'), ("new CustomEvent(\"", '"')]
        .into_iter()
        .flat_map(|(before, after)| found("src/browser", before, after))
        .collect();
    assert_eq!(names(&element()["events"]), told);
}

#[test]
fn the_manifest_has_all_that_is_documented() {
    let element = element();
    let all: BTreeSet<String> =
        ["attributes", "events", "cssProperties"].iter().flat_map(|list| names(&element[list])).collect();
    let told: BTreeSet<String> = ["Attributes", "Events", "Looks"].into_iter().flat_map(told).collect();
    assert!(told.len() > 30, "{told:?}");
    assert_eq!(told, all);
}

#[test]
fn bundlers_find_the_files_of_the_engine_and_leave_its_import_alone() {
    let folder = package(LOADER).unwrap();
    let loader = read(&folder.path().join("fact-cards.js"));
    let expected = r##"import{asset,here,setAssets}from"./assets.js";
import*as more from"./more.js";
import{withSpellings}from"./spelling.js";
const{HTMLElement=class{},customElements:registry={get:()=>HTMLElement}}=globalThis;
const customElements={get:(name)=>registry.get(name),define:(name,element)=>registry.define(name,withSpellings(element))};
const own={"more:":()=>more,"sentence:":()=>import("./sentence.js")};
const bring=async(address)=>own[address.split("#")[0]]?.()??import(/* @vite-ignore */ /* webpackIgnore: true */ address);
const[glue,wasm,more,sentence,integrity,languages]=[asset("engine.js"),asset("engine.wasm"),"more:","sentence:","sha256-k6RLu5bHUSGOTADUeeTBQ1gSKjiazKFiBbHk0NxflHY=",{find(){},get 0(){throw"fact-cards has no src"}}];const load=()=>bring(at(glue,here));
export{setAssets};
export const FactCardsElement=customElements.get("fact-cards");
"##;
    assert_eq!(loader, expected);
    let assets = read(&folder.path().join("assets.js"));
    for file in ["engine.js", "engine.wasm"] {
        assert!(
            assets.contains(&format!(r#"new URL("./{file}", import.meta.url)"#)),
            "{file} stands as bundlers know it"
        );
    }
}

#[test]
fn the_types_for_templates_have_each_attribute_and_event() {
    let folder = package(LOADER).unwrap();
    let types = read(&folder.path().join("fact-cards.d.ts"));
    let attributes = types.split_once("interface FactCardsAttributes {\n").unwrap().1.split("\n}").next().unwrap();
    let element = element();
    for name in names(&element["attributes"]) {
        let name = if name.contains('-') { format!("\"{name}\"") } else { name };
        assert!(attributes.contains(&format!("  {name}?: ")), "{name}");
    }
    for name in names(&element["members"]) {
        assert!(attributes.contains(&format!("  {name}?: ")), "{name}");
    }
    for event in names(&element["events"]) {
        for (framework, listener) in [("react", "on"), ("preact", "on"), ("solid", "on:"), ("svelte", "on")] {
            let types = read(&folder.path().join(format!("{framework}.d.ts")));
            assert!(types.contains(&format!("\"{listener}{event}\"?: ")), "{framework}: {event}");
        }
    }
    assert!(read(&folder.path().join("vue.d.ts")).contains("\"onFactCardsChange\"?: "));
}

#[test]
fn every_file_that_the_package_names_is_there() {
    let folder = package(LOADER).unwrap();
    let about = json(&folder.path().join("package.json"));
    assert_eq!(about["version"], env!("CARGO_PKG_VERSION"));
    let exports = about["exports"].as_object().unwrap().values();
    let targets = exports.flat_map(|export| match export {
        Value::Object(conditions) => conditions.values().collect(),
        target => vec![target],
    });
    for target in targets.chain([&about["types"], &about["customElements"]]) {
        assert!(folder.path().join(target.as_str().unwrap()).is_file(), "{target}");
    }
    let readme = read(&folder.path().join("README.md"));
    for file in fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()) {
        let packs = |pattern: &Value| match pattern.as_str().unwrap().split_once('*') {
            Some((before, after)) => file.starts_with(before) && file.ends_with(after),
            None => pattern == &file,
        };
        // npm always packs these two.
        let always = ["package.json", "README.md"].contains(&file.as_str());
        assert!(always || about["files"].as_array().unwrap().iter().any(packs), "{file} is not packed");
        assert!(always || file.starts_with("LICENSE") || readme.contains(&format!("`{file}`")), "{file}");
    }
}

#[test]
fn a_loader_that_fetches_no_engine_is_refused_as_of_another_version() {
    let said = package("const[glue]=BUILD;").unwrap_err();
    assert_eq!(said, "`loader.js` is of another version: it imports no engine");
}
