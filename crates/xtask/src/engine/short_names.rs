//! Short names for what the engine and its script give each other. wasm-bindgen's are long and end in hashes, and each stands
//! in both files; nobody else reads them. wasm-opt chooses them for the engine, terser puts them into the script.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Map, Value, json};

/// What wasm-opt says of the names that it has made short.
#[derive(Debug, Deserialize)]
pub struct ShortNames {
    /// Of what the engine needs: the module, the name, the short name.
    imports: Vec<(String, String, String)>,
    /// Of what it gives: the name, the short name.
    exports: Vec<(String, String)>,
}

/// The pass of wasm-opt.
pub const PASS: &str = "--minify-imports-and-exports-and-modules";
/// What it calls the one module that everything comes from then.
const MODULE: &str = "a";

impl ShortNames {
    /// Each name, with its short one.
    fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let modules = self.imports.iter().map(|(module, ..)| (module.as_str(), MODULE));
        let imports = self.imports.iter().map(|(_, name, short)| (name.as_str(), short.as_str()));
        modules.chain(imports).chain(self.exports.iter().map(|(name, short)| (name.as_str(), short.as_str())))
    }

    /// The names, as terser keeps those that it has given before.
    pub fn cache(&self) -> Value {
        let props: Map<String, Value> =
            self.pairs().map(|(name, short)| (format!("${name}"), Value::from(short))).collect();
        json!({ "props": { "props": props } })
    }

    /// What terser is told: of all properties only these have other names.
    pub fn properties(&self) -> String {
        let names: BTreeSet<String> = self.pairs().map(|(name, _)| escaped(name)).collect();
        format!("builtins,regex=/^({})$/", names.into_iter().collect::<Vec<_>>().join("|"))
    }

    /// A name that a script still has as it was: it would not find what it looks for there.
    pub fn left_in(&self, script: &str) -> Option<&str> {
        let mut needed = self.imports.iter().map(|(_, name, _)| name);
        let mut given = self.exports.iter().map(|(name, _)| name);
        let found = needed.find(|name| script.contains(name.as_str()));
        found.or_else(|| given.find(|name| script.contains(&format!(".{name}")))).map(String::as_str)
    }
}

/// A text as a regular expression that matches just that.
fn escaped(name: &str) -> String {
    name.chars()
        .flat_map(|sign| (!sign.is_alphanumeric() && sign != '_').then_some('\\').into_iter().chain([sign]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> serde_json::Result<ShortNames> {
        let said =
            r#"{ "imports": [["./b.js", "__wbg_now_1", "$"]], "exports": [["memory", "b"], ["hydrateElement", "c"]] }"#;
        serde_json::from_str(said)
    }

    #[test]
    fn terser_is_told_each_name_and_no_other_property() -> serde_json::Result<()> {
        let names = names()?;
        assert_eq!(names.properties(), r"builtins,regex=/^(\.\/b\.js|__wbg_now_1|hydrateElement|memory)$/");
        let given = json!({ "$./b.js": "a", "$__wbg_now_1": "$", "$memory": "b", "$hydrateElement": "c" });
        assert_eq!(names.cache(), json!({ "props": { "props": given } }));
        Ok(())
    }

    #[test]
    fn a_name_that_was_left_in_the_script_is_found() -> serde_json::Result<()> {
        let names = names()?;
        assert_eq!(names.left_in("export function hydrateElement(){w.c()}const i={a:{$(){}}}"), None);
        assert_eq!(names.left_in("const i={a:{__wbg_now_1(){}}}"), Some("__wbg_now_1"));
        assert_eq!(names.left_in("w.memory"), Some("memory"));
        Ok(())
    }
}
