//! The size budget: downloads must not grow unnoticed.

use std::{env, path::Path};

use anyhow::{Context, Result, bail, ensure};
use fact_cards_site::{Engine, brotli_size};
use fs_err as fs;
use serde::Deserialize;

use crate::project;

/// The most bytes of each part, with Brotli.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Budget {
    loader: usize,
    loader_and_snippet: usize,
    script: usize,
    engine: usize,
    story: usize,
}

/// Checks the site of the first story against `budget.toml`.
///
/// # Errors
/// When parts exceed it: all of them are listed.
pub fn check(engine: &Engine, site: &Path) -> Result<()> {
    let file = project::path("budget.toml");
    let budget = fs::read_to_string(&file)?;
    let budget: Budget = toml::from_str(&budget).with_context(|| file.display().to_string())?;

    let loader = size(&site.join("fact-cards.js"))?;
    let snippets = sizes(&site.join("snippet"), "html")?;
    let (script, with_story) = (sizes(&site.join("assets"), "js")?, sizes(&site.join("assets"), "wasm")?);
    let without_story = brotli_size(engine.wasm());
    let largest = |sizes: &[(String, usize)], name: &str| {
        sizes.iter().filter(|(file, _)| file.starts_with(name)).map(|(_, size)| *size).max().unwrap_or_default()
    };
    let story = largest(&with_story, "").saturating_sub(without_story) / snippets.len().max(1);
    let over = over_budget(&[
        ("the loader", loader, budget.loader),
        ("the loader and the largest snippet", loader + largest(&snippets, ""), budget.loader_and_snippet),
        ("the engine's script", largest(&script, "engine"), budget.script),
        ("the engine without a story", without_story, budget.engine),
        ("the story, for each language", story, budget.story),
    ]);
    ensure!(over.is_empty(), "readers would download more than {} allows:\n{}", file.display(), over.join("\n"));
    Ok(())
}

/// Checks that the engine does not contain names of the builder's folders.
///
/// # Errors
/// When it contains one.
pub fn expect_no_folders(engine: &Engine) -> Result<()> {
    let home = env::home_dir().map(|home| home.display().to_string()).unwrap_or_default();
    // In a container the home folder may be `/`.
    let folders = [format!("{}/", home.trim_end_matches('/')), format!("{}/", project::root().display())];
    let is_in = |folder: &&String| {
        folder.len() > 1 && engine.wasm().windows(folder.len()).any(|part| part == folder.as_bytes())
    };
    if let Some(folder) = folders.iter().find(is_in) {
        bail!("the engine says in whose folder it was built: {folder}");
    }
    Ok(())
}

/// Lists the parts that exceed their budget, and by how much.
fn over_budget(parts: &[(&str, usize, usize)]) -> Vec<String> {
    let over = parts.iter().filter(|(_, size, most)| size > most);
    over.map(|(name, size, most)| format!("  {name}: {size} bytes, {} more than {most}", size - most)).collect()
}

fn size(file: &Path) -> Result<usize> {
    Ok(brotli_size(&fs::read(file)?))
}

/// The sizes of files of a kind in a folder, by name.
fn sizes(folder: &Path, kind: &str) -> Result<Vec<(String, usize)>> {
    let mut sizes = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == kind) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            sizes.push((name, size(&path)?));
        }
    }
    Ok(sizes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_exceeds_its_budget_is_listed() {
        let parts = [("a", 10, 10), ("b", 13, 10), ("c", 9, 10), ("d", 11, 10)];
        assert_eq!(over_budget(&parts), ["  b: 13 bytes, 3 more than 10", "  d: 11 bytes, 1 more than 10"]);
    }
}
