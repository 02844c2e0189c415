use std::{collections::BTreeMap, fs, path::Path};

use crate::{
    error::SiteError,
    publish::{asset::hash, script::with_build},
};

/// The name of the module in [`Engine::files`].
const WASM: &str = "engine.wasm";

/// The built engine without a story, with its scripts and style sheets: the input of a site besides the story.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    wasm: Vec<u8>,
    /// Scripts, style sheets and notices by their names.
    texts: BTreeMap<&'static str, String>,
}

impl Engine {
    /// The names of the scripts: the loader, what only some articles need beside it, what opens cards beside sentences, the engine's
    /// JavaScript, and those of the site's pages.
    pub const SCRIPTS: [&str; 10] = [
        "loader.js",
        "more.js",
        "sentence.js",
        "engine.js",
        "page.js",
        "languages.js",
        "embed.js",
        "frame.js",
        "embed-guide.js",
        "sw.js",
    ];

    /// The names of the style sheets. Each comes with all that it imports.
    pub const SHEETS: [&str; 12] = [
        "main.css",
        "single.css",
        "engine.css",
        "views.css",
        "many.css",
        "pages.css",
        "changes.css",
        "pictures.css",
        "page.css",
        "embed-guide.css",
        "stories.css",
        "permalink.css",
    ];

    /// The name of the third-party notices of the engine. The file lies with the scripts.
    pub const NOTICES: &str = "licences.txt";

    /// Reads an engine from the build: its module, the folder of its scripts and that of its style sheets, with what they import.
    ///
    /// # Errors
    /// When a file is missing.
    pub fn built(wasm: &Path, scripts: &Path, styles: &Path) -> Result<Self, SiteError> {
        let wasm = fs::read(wasm).map_err(SiteError::file(wasm))?;
        let mut texts = BTreeMap::new();
        let scripts = Self::SCRIPTS.into_iter().chain([Self::NOTICES]).map(|name| (name, scripts));
        for (name, folder) in scripts.chain(Self::SHEETS.map(|name| (name, styles))) {
            let path = folder.join(name);
            texts.insert(name, fs::read_to_string(&path).map_err(SiteError::file(path))?);
        }
        Ok(Self { wasm, texts })
    }

    /// Makes an engine of its files, the inverse of [`Engine::files`].
    ///
    /// # Errors
    /// When one is missing.
    pub fn of_files(files: &[(&str, &[u8])]) -> Result<Self, SiteError> {
        let file = |name: &'static str| {
            let found = files.iter().find(|(known, _)| *known == name);
            found.map(|(_, bytes)| *bytes).ok_or(SiteError::NoPart(name))
        };
        let text = |name| Ok((name, str::from_utf8(file(name)?).map_err(|_| SiteError::NoPart(name))?.to_owned()));
        let texts = Self::texts().map(text);
        Ok(Self { wasm: file(WASM)?.to_vec(), texts: texts.collect::<Result<_, SiteError>>()? })
    }

    /// The names of all files but the module.
    pub fn texts() -> impl Iterator<Item = &'static str> {
        Self::SCRIPTS.into_iter().chain(Self::SHEETS).chain([Self::NOTICES])
    }

    /// Its files by their names.
    pub fn files(&self) -> impl Iterator<Item = (&'static str, &[u8])> {
        let texts = self.texts.iter().map(|(name, text)| (*name, text.as_bytes()));
        std::iter::once((WASM, self.wasm.as_slice())).chain(texts)
    }

    /// What it is told from other engines by.
    #[must_use]
    pub fn id(&self) -> String {
        hash(&self.wasm)
    }

    /// The WebAssembly module.
    #[must_use]
    pub fn wasm(&self) -> &[u8] {
        &self.wasm
    }

    /// A script or style sheet.
    pub(crate) fn text(&self, name: &'static str) -> Result<&str, SiteError> {
        self.texts.get(name).map(String::as_str).ok_or(SiteError::NoPart(name))
    }

    /// A script with the values of one site filled in.
    pub(crate) fn with_build(
        &self,
        name: &'static str,
        build: impl FnOnce(&str) -> Option<String>,
    ) -> Result<String, SiteError> {
        build(self.text(name)?).ok_or(SiteError::NoPlace(name))
    }

    /// The same for a script in which what the build puts in is known by now.
    pub(crate) fn filled(&self, name: &'static str, build: &str) -> Result<String, SiteError> {
        self.with_build(name, |source| with_build(source, build))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<(&'static str, &'static [u8])> {
        let texts = Engine::texts().map(|name| (name, name.as_bytes()));
        std::iter::once((WASM, b"\0asm".as_slice())).chain(texts).collect()
    }

    #[test]
    fn an_engine_of_the_files_of_an_engine_is_the_same() {
        let engine = Engine::of_files(&files()).unwrap_or_default();
        assert_eq!(engine.wasm(), b"\0asm");
        let mut given: Vec<_> = engine.files().collect();
        let mut taken = files();
        given.sort_unstable();
        taken.sort_unstable();
        assert_eq!(given, taken);
    }

    #[test]
    fn a_missing_part_is_named() {
        let files: Vec<_> = files().into_iter().filter(|(name, _)| *name != "sw.js").collect();
        let said = Engine::of_files(&files).err().map(|error| error.to_string());
        assert_eq!(said.as_deref(), Some("the engine has no `sw.js`: it is of another version"));
    }
}
