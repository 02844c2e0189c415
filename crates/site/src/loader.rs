/// What stands in the loader where a site's own files belong.
const BUILD: &str = "BUILD";

/// The loader of a site, or none where its source has no place for what it must know.
pub(crate) fn loader(source: &str, glue: &str, wasm: &str, integrity: &str, languages: &[&str]) -> Option<String> {
    let (before, after) = source.split_once(BUILD)?;
    // Names of files and of languages hold nothing that would end a text.
    let languages = languages.join("\",\"");
    Some(format!(
        r#"{before}{{glue:"assets/{glue}",wasm:"assets/{wasm}",integrity:"{integrity}",languages:["{languages}"]}}{after}"#
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_knows_the_files_and_languages_of_its_site() {
        let loader = loader("const{glue}=BUILD;", "g.js", "e.wasm", "sha256-x", &["en", "ar"]);
        let knows =
            r#"const{glue}={glue:"assets/g.js",wasm:"assets/e.wasm",integrity:"sha256-x",languages:["en","ar"]};"#;
        assert_eq!(loader.as_deref(), Some(knows));
    }

    #[test]
    fn what_has_no_place_for_them_is_no_loader() {
        assert_eq!(loader("alert(1)", "g.js", "e.wasm", "sha256-x", &["en"]), None);
    }
}
