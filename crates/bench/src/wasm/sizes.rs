use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, Result};
use fs_err as fs;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// The parts of a module, in bytes.
pub struct Sizes {
    /// Functions by name.
    pub functions: Vec<(String, usize)>,
    pub data: usize,
    /// Everything else but names.
    pub rest: usize,
}

/// Reads a module with names.
pub fn sizes(path: &Path) -> Result<Sizes> {
    let bytes = fs::read(path)?;
    read(&bytes).with_context(|| format!("{}: no WebAssembly that can be read", path.display()))
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
    let with_name = |(index, size)| (names.get(&index).cloned().unwrap_or_default(), size);
    let functions = (imported..).zip(bodies).map(with_name).collect();
    Ok(Sizes { functions, data, rest: bytes.len().saturating_sub(code + data + name_section) })
}

/// The length of a range of the parser.
fn length(range: &std::ops::Range<u64>) -> usize {
    usize::try_from(range.end.saturating_sub(range.start)).unwrap_or(usize::MAX)
}

/// A demangled name without its hash.
fn demangled(name: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    // wasm-bindgen has demangled names already but leaves the hash.
    let name = match name.rsplit_once("::h") {
        Some((name, hash)) if is_hash(hash) => name.to_owned(),
        _ => name,
    };
    let mut pieces = name.split('[');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |name, piece| match piece.split_once(']') {
        Some((hash, rest)) if is_hash(hash) => name + rest,
        _ => name + "[" + piece,
    })
}

fn is_hash(text: &str) -> bool {
    text.len() >= 15 && text.chars().all(|letter| letter.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::demangled;

    #[test]
    fn a_name_has_no_hash() {
        assert_eq!(demangled("<a::B as c::D>::next::h30f24c3621b2d914"), "<a::B as c::D>::next");
        assert_eq!(
            demangled("<dlmalloc[e24a27700634d609]::Dlmalloc<[u8]>>::malloc"),
            "<dlmalloc::Dlmalloc<[u8]>>::malloc"
        );
        assert_eq!(demangled("_ZN4core3fmt5write17h0123456789abcdefE"), "core::fmt::write");
    }
}
