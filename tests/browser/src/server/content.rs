use std::{
    collections::BTreeMap,
    fs,
    path::{Component, Path, PathBuf},
};

/// What a server serves.
pub enum Content {
    /// The files of a folder.
    Folder(PathBuf),
    /// Files by path, `/` being the page.
    Files(BTreeMap<String, File>),
}

/// A file to be served.
#[derive(Clone)]
pub struct File {
    pub kind: String,
    pub bytes: Vec<u8>,
}

impl Content {
    /// The file at a path.
    pub fn file(&self, path: &str) -> Option<File> {
        match self {
            Self::Folder(folder) => in_folder(folder, path),
            Self::Files(files) => files.get(path).cloned(),
        }
    }

    /// Whether there is a folder at this path whose page has one more slash in its address.
    pub fn is_folder(&self, path: &str) -> bool {
        match self {
            Self::Folder(folder) => !path.ends_with('/') && folder.join(path.trim_start_matches('/')).is_dir(),
            Self::Files(_) => false,
        }
    }
}

/// All files of a folder by path, as for [`Content::Files`].
pub fn files_below(folder: &Path) -> BTreeMap<String, File> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(below).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).expect("it is below the folder").to_string_lossy();
            let bytes = fs::read(&path).expect("the file can be read");
            files.insert(
                format!("/{}", name.trim_end_matches("index.html")),
                File { kind: kind(&path).to_owned(), bytes },
            );
        }
    }
    files
}

fn in_folder(folder: &Path, path: &str) -> Option<File> {
    let path = path.trim_start_matches('/');
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let path = Path::new(&path);
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let bytes = fs::read(folder.join(path)).ok()?;
    Some(File { kind: kind(path).to_owned(), bytes })
}

/// The content type of a file by its name.
fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "csv" => "text/csv; charset=utf-8",
        "js" | "mjs" => "text/javascript",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" => "image/jpeg",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}
