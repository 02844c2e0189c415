use std::{collections::BTreeMap, fs, path::Path};

use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::error::Error;

/// The parts of a module, in bytes.
pub struct Sizes {
    /// Each function by its name.
    pub functions: Vec<(String, usize)>,
    pub data: usize,
    /// All else but names.
    pub rest: usize,
}

/// Reads a module with names.
pub fn sizes(path: &Path) -> Result<Sizes, Error> {
    let bytes = fs::read(path).map_err(Error::file(path))?;
    read(&bytes).map_err(|error| Error::Wasm { path: path.to_owned(), error })
}

fn read(bytes: &[u8]) -> Result<Sizes, wasmparser::BinaryReaderError> {
    let mut imported: u32 = 0;
    let mut bodies: Vec<usize> = Vec::new();
    let mut names: BTreeMap<u32, String> = BTreeMap::new();
    let (mut data, mut name_section) = (0, 0);
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    if matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)) {
                        imported += 1;
                    }
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(length(&body.range())),
            Payload::DataSection(section) => data = length(&section.range()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section_names) = section.as_known() {
                    name_section = length(&section.range());
                    for name in section_names {
                        let Name::Function(functions) = name? else { continue };
                        for naming in functions {
                            let naming = naming?;
                            names.insert(naming.index, demangled(naming.name));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let code: usize = bodies.iter().sum();
    let named = |(index, size)| (names.get(&index).cloned().unwrap_or_default(), size);
    let functions = (imported..).zip(bodies).map(named).collect();
    Ok(Sizes { functions, data, rest: bytes.len().saturating_sub(code + data + name_section) })
}

/// How long that is, in whatever numbers the parser counts.
fn length(range: &std::ops::Range<u64>) -> usize {
    usize::try_from(range.end.saturating_sub(range.start)).unwrap_or(usize::MAX)
}

/// A name as it is written in Rust, without the hash.
fn demangled(name: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(name))
}
