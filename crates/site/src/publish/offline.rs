//! The service worker of a site.

use serde_json::json;

use crate::publish::script::with_build;

/// What a worker caches of a story.
pub(crate) struct Kept {
    /// Its version, which its pages name.
    pub version: String,
    /// Files by address and integrity.
    pub files: Vec<(String, String)>,
    /// The address prefix of content-addressed files.
    pub named: Vec<String>,
    /// Pages by address.
    pub pages: Vec<String>,
}

/// The worker, or none where its source lacks the placeholder.
pub(crate) fn worker(source: &str, Kept { version, files, named, pages }: &Kept) -> Option<String> {
    with_build(source, &json!({ "version": version, "files": files, "named": named, "pages": pages }).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_service_worker_knows_what_to_cache() {
        let kept = Kept {
            version: "7".into(),
            files: vec![("assets/e.wasm".into(), "sha256-x".into())],
            named: vec!["assets/".into()],
            pages: vec![String::new()],
        };
        let worker = worker("const{files}=BUILD;", &kept);
        let knows =
            r#"const{files}={"version":"7","files":[["assets/e.wasm","sha256-x"]],"named":["assets/"],"pages":[""]};"#;
        assert_eq!(worker.as_deref(), Some(knows));
    }
}
