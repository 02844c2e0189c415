//! Tests that no crate has circular dependencies between its files.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use fs_err as fs;
use syn::{
    Attribute, ItemImpl, ItemMod, ItemUse, UseTree,
    visit::{self, Visit},
};

use crate::project;

/// A file's module path from the root of its crate.
type Module = Vec<String>;

/// The paths in a file that refer to its own crate.
#[derive(Default)]
struct UsedPaths(Vec<Vec<String>>);

impl UsedPaths {
    fn add_tree(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: String| [before, &[name]].concat();
        match tree {
            UseTree::Path(path) => self.add_tree(&path.tree, &with(path.ident.to_string())),
            UseTree::Name(name) => self.0.push(with(name.ident.to_string())),
            UseTree::Rename(name) => self.0.push(with(name.ident.to_string())),
            UseTree::Glob(_) => self.0.push(before.to_vec()),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_tree(tree, before)),
        }
    }
}

impl Visit<'_> for UsedPaths {
    fn visit_item_use(&mut self, item: &ItemUse) {
        if !is_for_tests(&item.attrs) {
            self.add_tree(&item.tree, &[]);
        }
    }

    fn visit_item_mod(&mut self, item: &ItemMod) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &ItemImpl) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_path(&mut self, path: &syn::Path) {
        self.0.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Ident>().is_ok_and(|ident| ident == "test")
    })
}

/// The files of a crate by their modules.
fn modules(sources: &Path) -> BTreeMap<Module, PathBuf> {
    let mut modules = BTreeMap::new();
    let mut folders = vec![sources.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(sources).expect("it is in the folder").with_extension("");
                let mut module: Module = below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
                module.pop_if(|last| last == "lib" || last == "main");
                if !module.iter().any(|part| part == "tests") {
                    modules.insert(module, path);
                }
            }
        }
    }
    modules
}

/// The file that a path in a module refers to, if it is in the crate.
fn target(modules: &BTreeMap<Module, PathBuf>, from: &Module, path: &[String]) -> Option<Module> {
    let (first, mut rest) = path.split_first()?;
    let mut module = match first.as_str() {
        "crate" => Module::new(),
        "self" => from.clone(),
        "super" => {
            let mut above = from.clone();
            above.pop();
            while rest.first().is_some_and(|name| name == "super") {
                above.pop();
                rest = rest.get(1..).unwrap_or_default();
            }
            above
        }
        _ => return None,
    };
    for name in rest {
        let below = [module.as_slice(), std::slice::from_ref(name)].concat();
        if !modules.contains_key(&below) {
            break;
        }
        module = below;
    }
    // The root of a crate only lists its modules, and a module may refer to its own children.
    (!module.is_empty() && !module.starts_with(from)).then_some(module)
}

/// The modules that are part of a circle.
fn in_circles(uses: &BTreeMap<Module, BTreeSet<Module>>) -> Vec<String> {
    let leads_back = |start: &Module| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![start]);
        while let Some(module) = next.pop() {
            for used in uses.get(module).into_iter().flatten() {
                if used == start {
                    return true;
                }
                if seen.insert(used) {
                    next.push(used);
                }
            }
        }
        false
    };
    uses.keys().filter(|module| leads_back(module)).map(|module| module.join("::")).collect()
}

fn circles(sources: &Path) -> Vec<String> {
    let modules = modules(sources);
    let uses = modules.iter().map(|(module, path)| {
        let file = syn::parse_file(&fs::read_to_string(path).expect("it can be read")).expect("it is Rust");
        let mut named = UsedPaths::default();
        named.visit_file(&file);
        (module.clone(), named.0.iter().filter_map(|path| target(&modules, module, path)).collect())
    });
    in_circles(&uses.collect())
}

#[test]
fn no_two_files_depend_on_each_other() {
    let mut crates = vec![project::path("src")];
    for entry in fs::read_dir(project::path("crates")).expect("the folder is there") {
        crates.push(entry.expect("it can be read").path().join("src"));
    }
    assert!(crates.len() > 10, "{crates:?}");
    for sources in crates {
        assert_eq!(circles(&sources), Vec::<String>::new(), "{}", sources.display());
    }
}

#[test]
fn a_cycle_is_found_even_via_a_third_file_and_in_a_path_without_use() {
    let folder = tempfile::tempdir().expect("there is room");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("it can be written");
    write("lib.rs", "mod a; mod b; mod c; mod d; pub use a::A;");
    write("a.rs", "use super::b::{B, self}; pub struct A;");
    write("b.rs", "pub fn b() { crate::c::c() }");
    write("c.rs", "use crate::{a::A, d}; pub fn c() {}");
    write("d.rs", "#[cfg(test)] mod tests { use crate::a::A; }");
    assert_eq!(circles(folder.path()), ["a", "b", "c"]);
}
