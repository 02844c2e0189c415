use crate::publish::script::with_build;

/// The addresses of what the loader fetches on activation.
pub(crate) struct Sources<'s> {
    /// Address of the engine's JavaScript, from the loader's own.
    pub glue: &'s str,
    /// Address of the engine.
    pub wasm: &'s str,
    /// Address of what filters foreign markup; empty where no element can ask for any.
    pub filter: &'s str,
    /// The engine's integrity.
    pub integrity: &'s str,
}

/// What stands for the languages of a loader that has no story: an element must name one. The loader looks for a language by
/// `find`, and asks for the first of the list only where an element has no `src`.
pub(crate) const NO_STORY: &str = r#"{find(){},get 0(){throw"fact-cards has no src"}}"#;

/// The loader of a site, or none where its source lacks the placeholder.
pub(crate) fn loader(source: &str, sources: &Sources, languages: &[&str]) -> Option<String> {
    let Sources { glue, wasm, filter, integrity } = sources;
    // Names of files and of languages hold nothing that would end a text. A list without names saves what everybody downloads.
    let quoted: Vec<String> = languages.iter().map(|language| format!("\"{language}\"")).collect();
    let languages = if quoted.is_empty() { NO_STORY.to_owned() } else { format!("[{}]", quoted.join(",")) };
    with_build(source, &format!(r#"["{glue}","{wasm}","{filter}","{integrity}",{languages}]"#))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_knows_the_files_and_languages_of_its_site() {
        let sources =
            Sources { glue: "assets/g.js", wasm: "assets/e.wasm", filter: "assets/f.js", integrity: "sha256-x" };
        let loader = loader("const[glue]=BUILD;", &sources, &["en", "ar"]);
        let knows = r#"const[glue]=["assets/g.js","assets/e.wasm","assets/f.js","sha256-x",["en","ar"]];"#;
        assert_eq!(loader.as_deref(), Some(knows));
    }

    #[test]
    fn a_loader_without_a_story_says_so_where_an_element_names_none() {
        let sources = Sources { glue: "g.js", wasm: "e.wasm", filter: "f.js", integrity: "sha256-x" };
        let loader = loader("const[glue]=BUILD;", &sources, &[]);
        let knows =
            r#"const[glue]=["g.js","e.wasm","f.js","sha256-x",{find(){},get 0(){throw"fact-cards has no src"}}];"#;
        assert_eq!(loader.as_deref(), Some(knows));
    }
}
