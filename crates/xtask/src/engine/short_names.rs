//! Short names for what the engine and its script give each other. wasm-bindgen's are long and end in hashes, and each stands
//! in both files; nobody else reads them.

mod script;

use std::collections::BTreeMap;

use thiserror::Error;
use wasm_encoder::{
    ExportSection, ImportSection, Module, RawSection,
    reencode::{Reencode, RoundtripReencoder},
};
use wasmparser::{BinaryReaderError, ExportSectionReader, ImportSectionReader, Parser, Payload};

use self::script::Token;

/// How an engine and a script do not fit each other.
#[derive(Debug, Error, PartialEq)]
pub enum Misfit {
    #[error("{0}")]
    Wasm(String),
    #[error("the engine needs `{0}`, which its script gives {1} times instead of once")]
    Given(String, usize),
    #[error("the script calls `{0}`, which the engine does not have")]
    Exported(String),
}

/// What the names of an engine become.
#[derive(Debug, Default, PartialEq)]
struct Names {
    /// Where what it needs comes from.
    modules: BTreeMap<String, String>,
    imports: BTreeMap<String, String>,
    /// What is not among them the script never calls.
    exports: BTreeMap<String, String>,
}

/// The same engine and script with short names.
///
/// # Errors
/// When the two do not fit each other.
pub fn shorten(engine: &[u8], script: &str) -> Result<(Vec<u8>, String), Misfit> {
    let mut names = Names::of(engine)?;
    let tokens = script::tokens(script);
    names.keep_called(&tokens)?;
    let script = names.in_script(script, &tokens)?;
    Ok((names.in_engine(engine)?, script))
}

impl Names {
    fn of(engine: &[u8]) -> Result<Self, Misfit> {
        let mut names = Self::default();
        for payload in Parser::new(0).parse_all(engine) {
            match payload.map_err(not_wasm)? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import.map_err(not_wasm)?;
                        add(&mut names.modules, import.module);
                        add(&mut names.imports, import.name);
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        add(&mut names.exports, export.map_err(not_wasm)?.name);
                    }
                }
                _ => {}
            }
        }
        Ok(names)
    }

    /// Leaves out what the script never calls.
    fn keep_called(&mut self, tokens: &[Token]) -> Result<(), Misfit> {
        let called: Vec<&str> = tokens.windows(3).filter_map(called).map(|token| token.text).collect();
        if let Some(missing) = called.iter().find(|name| !self.exports.contains_key(**name)) {
            return Err(Misfit::Exported((*missing).to_owned()));
        }
        self.exports.retain(|name, _| called.contains(&name.as_str()));
        Ok(())
    }

    fn in_script(&self, script: &str, tokens: &[Token]) -> Result<String, Misfit> {
        let mut given: BTreeMap<&str, usize> = BTreeMap::new();
        let mut changed = String::new();
        let mut done = 0;
        for window in tokens.windows(3) {
            let short = if let Some(name) = called(window) {
                self.exports.get(name.text).map(|short| (name, short.clone()))
            } else if let Some(name) = key(window) {
                let bare = name.text.trim_matches('"');
                let short = self.imports.get(name.text).cloned();
                let short = short.or_else(|| Some(format!("\"{}\"", self.modules.get(bare)?)));
                if short.is_some() {
                    *given.entry(bare).or_default() += 1;
                }
                short.map(|short| (name, short))
            } else {
                None
            };
            if let Some((name, short)) = short {
                changed += script.get(done..name.at).unwrap_or_default();
                changed += &short;
                done = name.at + name.text.len();
            }
        }
        changed += script.get(done..).unwrap_or_default();
        for name in self.imports.keys().chain(self.modules.keys()) {
            let times = given.get(name.as_str()).copied().unwrap_or_default();
            if times != 1 {
                return Err(Misfit::Given(name.clone(), times));
            }
        }
        Ok(changed)
    }

    fn in_engine(&self, engine: &[u8]) -> Result<Vec<u8>, Misfit> {
        let mut module = Module::new();
        for payload in Parser::new(0).parse_all(engine) {
            match payload.map_err(not_wasm)? {
                Payload::ImportSection(section) => {
                    module.section(&self.imported(section)?);
                }
                Payload::ExportSection(section) => {
                    module.section(&self.exported(section)?);
                }
                payload => {
                    if let Some((id, range)) = payload.as_section() {
                        module.section(&RawSection { id, data: bytes(engine, &range) });
                    }
                }
            }
        }
        Ok(module.finish())
    }

    fn imported(&self, section: ImportSectionReader) -> Result<ImportSection, Misfit> {
        let mut imports = ImportSection::new();
        for import in section.into_imports() {
            let import = import.map_err(not_wasm)?;
            let what = RoundtripReencoder.entity_type(import.ty).map_err(not_wasm)?;
            imports.import(short(&self.modules, import.module), short(&self.imports, import.name), what);
        }
        Ok(imports)
    }

    fn exported(&self, section: ExportSectionReader) -> Result<ExportSection, Misfit> {
        let mut exports = ExportSection::new();
        for export in section {
            let export = export.map_err(not_wasm)?;
            if let Some(name) = self.exports.get(export.name) {
                let kind = RoundtripReencoder.export_kind(export.kind).map_err(not_wasm)?;
                exports.export(name, kind, export.index);
            }
        }
        Ok(exports)
    }
}

/// The part of an engine that a parser speaks of.
fn bytes<'e>(engine: &'e [u8], range: &std::ops::Range<u64>) -> &'e [u8] {
    let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
    engine.get(place(range.start)..place(range.end)).unwrap_or_default()
}

/// What stands after `wasm.`, where wasm-bindgen keeps what the engine gives.
fn called<'t, 's>(window: &'t [Token<'s>]) -> Option<&'t Token<'s>> {
    match window {
        [wasm, dot, name] if wasm.text == "wasm" && dot.text == "." => Some(name),
        _ => None,
    }
}

/// The name of something in an object.
fn key<'t, 's>(window: &'t [Token<'s>]) -> Option<&'t Token<'s>> {
    match window {
        [before, name, after] if matches!(before.text, "{" | ",") && matches!(after.text, ":" | "(") => Some(name),
        _ => None,
    }
}

/// Gives a name the next short one, unless it has one.
fn add(names: &mut BTreeMap<String, String>, name: &str) {
    if !names.contains_key(name) {
        names.insert(name.to_owned(), numbered(names.len()));
    }
}

/// a, b and so on to Z, then aa.
fn numbered(number: usize) -> String {
    let letters = ('a'..='z').chain('A'..='Z');
    let last = letters.clone().nth(number % 52).map(String::from).unwrap_or_default();
    if number < 52 { last } else { numbered(number / 52 - 1) + &last }
}

fn short<'n>(names: &'n BTreeMap<String, String>, name: &'n str) -> &'n str {
    names.get(name).map_or(name, String::as_str)
}

fn not_wasm(error: impl Into<WasmError>) -> Misfit {
    Misfit::Wasm(error.into().0)
}

/// What the two crates say of a module that is none.
struct WasmError(String);

impl From<BinaryReaderError> for WasmError {
    fn from(error: BinaryReaderError) -> Self {
        Self(error.to_string())
    }
}

impl From<wasm_encoder::reencode::Error> for WasmError {
    fn from(error: wasm_encoder::reencode::Error) -> Self {
        Self(error.to_string())
    }
}

#[cfg(test)]
mod tests;
