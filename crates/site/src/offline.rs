//! The service worker of a site.

use serde_json::json;

use crate::script::with_build;

/// The worker that keeps these files, by address and integrity, and these pages, by address. None where its source has no
/// place for them.
pub(crate) fn worker(source: &str, version: &str, files: &[(String, String)], pages: &[String]) -> Option<String> {
    with_build(source, &json!({ "version": version, "files": files, "pages": pages }).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_knows_what_to_keep() {
        let files = [("assets/e.wasm".to_owned(), "sha256-x".to_owned())];
        let worker = worker("const{files}=BUILD;", "7", &files, &[String::new()]);
        let knows = r#"const{files}={"files":[["assets/e.wasm","sha256-x"]],"pages":[""],"version":"7"};"#;
        assert_eq!(worker.as_deref(), Some(knows));
    }
}
