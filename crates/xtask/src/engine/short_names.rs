//! Short names for the imports and exports of the engine. wasm-bindgen's are long, end in hashes, and occur in both the module and
//! its script; nothing else reads them. wasm-opt renames them in the module, terser in the script.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The report of wasm-opt on the names that it has shortened.
#[derive(Debug, Deserialize)]
pub struct ShortNames {
    /// Imports: the module, the name, the short name.
    imports: Vec<(String, String, String)>,
    /// Exports: the name, the short name.
    exports: Vec<(String, String)>,
}

/// The pass of wasm-opt.
pub const PASS: &str = "--minify-imports-and-exports-and-modules";
/// Its name for the only module that imports come from then.
const MODULE: &str = "a";

impl ShortNames {
    /// Each name, with its short one.
    fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let modules = self.imports.iter().map(|(module, ..)| (module.as_str(), MODULE));
        let imports = self.imports.iter().map(|(_, name, short)| (name.as_str(), short.as_str()));
        modules.chain(imports).chain(self.exports.iter().map(|(name, short)| (name.as_str(), short.as_str())))
    }

    /// The names as a name cache of terser.
    pub fn cache(&self) -> Value {
        let props: Map<String, Value> =
            self.pairs().map(|(name, short)| (format!("${name}"), Value::from(short))).collect();
        json!({ "props": { "props": props } })
    }

    /// The option by which terser renames these properties and no others.
    pub fn properties(&self) -> String {
        let names: BTreeSet<String> = self.pairs().map(|(name, _)| escaped(name)).collect();
        format!("builtins,regex=/^({})$/", names.into_iter().collect::<Vec<_>>().join("|"))
    }

    /// A long name that was left in a script, where it would not be found.
    pub fn left_in(&self, script: &str) -> Option<&str> {
        let mut needed = self.imports.iter().map(|(_, name, _)| name);
        let mut given = self.exports.iter().map(|(name, _)| name);
        let found = needed.find(|name| script.contains(name.as_str()));
        found.or_else(|| given.find(|name| script.contains(&format!(".{name}")))).map(String::as_str)
    }
}

/// Escapes a text for a regular expression.
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
    fn terser_gets_each_name_and_no_other_property() -> serde_json::Result<()> {
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
