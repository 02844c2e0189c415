//! Sites that replace their previous version, in folders that others use as well.
#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it should be")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Barrier,
    thread,
};

use fact_cards_publish::{FileCounts, MANIFEST, Publication, PublishError};
use serde_json::Value;
use tempfile::TempDir;

/// A version of a site: paths and contents of its files.
const FIRST: [(&str, &str); 4] =
    [("index.html", "one"), ("assets/a-1.js", "script"), ("fr/index.html", "un"), ("sw.js", "worker of one")];
const SECOND: [(&str, &str); 4] =
    [("index.html", "two"), ("assets/a-2.js", "script two"), ("ar/index.html", "اثنان"), ("sw.js", "worker of two")];

fn publish(folder: &Path, files: &[(&str, &str)]) -> Result<FileCounts, PublishError> {
    let publication = Publication::begin(folder, |_| ())?;
    write(publication.staging(), files);
    publication.finish(Value::Null)
}

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// All files below a folder, by path, except the manifest of the site.
fn files(folder: &Path) -> BTreeMap<String, String> {
    fn add(folder: &Path, top: &Path, files: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                add(&entry.path(), top, files);
            } else if entry.file_name() != MANIFEST {
                let path = entry.path().strip_prefix(top).unwrap().to_string_lossy().into_owned();
                files.insert(path, fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    let mut files = BTreeMap::new();
    add(folder, folder, &mut files);
    files
}

fn expect(folder: &Path, expected: &[(&str, &str)]) {
    let expected = expected.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    assert_eq!(files(folder), expected);
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort_unstable();
    names
}

/// A folder for one test, and the path of the site in it.
fn place() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let site = folder.path().join("site");
    (folder, site)
}

#[test]
fn a_version_replaces_the_previous_one_and_files_it_lacks_are_removed() {
    let (folder, site) = place();
    assert_eq!(publish(&site, &FIRST).unwrap(), FileCounts { written: 4, ..FileCounts::default() });
    expect(&site, &FIRST);
    let published = publish(&site, &SECOND).unwrap();
    assert_eq!(published, FileCounts { written: 4, removed: 2, ..FileCounts::default() });
    expect(&site, &SECOND);
    assert!(!site.join("fr").exists(), "a folder with nothing in it");
    assert_eq!(names_in(folder.path()), ["site"], "nothing is left beside it");
}

#[test]
fn files_beside_the_site_are_left_alone() {
    let (folder, site) = place();
    let mine = [("site.old/notes.txt", "mine"), ("site.new/photo.jpg", "mine too"), (".site/x", "and this")];
    write(folder.path(), &mine);
    publish(&site, &FIRST).unwrap();
    publish(&site, &SECOND).unwrap();
    fs::remove_dir_all(&site).unwrap();
    expect(folder.path(), &mine);
}

#[test]
fn files_of_others_in_the_folder_of_a_site_stay_there() {
    let (_folder, site) = place();
    publish(&site, &FIRST).unwrap();
    let mine = [("CNAME", "cards.example"), (".git/config", "[core]"), ("fr/photos/one.jpg", "a picture")];
    write(&site, &mine);
    publish(&site, &SECOND).unwrap();
    expect(&site, &[&SECOND[..], &mine].concat());
}

#[test]
fn a_folder_without_a_site_is_refused_with_the_names_of_its_contents() {
    let (_folder, site) = place();
    let mine =
        [("index.html", "my page"), ("photos/one.jpg", "a picture"), ("CNAME", "x"), ("fact-cards.js", "a copy")];
    write(&site, &mine);
    let error = publish(&site, &FIRST).unwrap_err().to_string();
    let names = "CNAME, fact-cards.js, index.html, photos";
    assert!(error.contains(&format!("holds something else than a site of fact-cards: {names}. Nothing")), "{error}");
    expect(&site, &mine);

    // It is refused before any work.
    assert!(matches!(Publication::begin(&site, |_| ()), Err(PublishError::NotASite { .. })));
}

#[test]
fn a_file_of_somebody_else_is_never_replaced_but_reported() {
    let (_folder, site) = place();
    publish(&site, &FIRST).unwrap();
    write(&site, &[("ar/index.html", "mine")]);
    let error = publish(&site, &SECOND).unwrap_err();
    assert!(matches!(&error, PublishError::InTheWay(path) if path.ends_with("site/ar/index.html")), "{error}");
    expect(&site, &[&FIRST[..], &[("ar/index.html", "mine")]].concat());
}

#[test]
fn a_damaged_file_of_the_site_is_restored_and_an_intact_one_is_not_rewritten() {
    let (_folder, site) = place();
    publish(&site, &FIRST).unwrap();
    write(&site, &[("index.html", "dam")]);
    let published = publish(&site, &FIRST).unwrap();
    assert_eq!(published, FileCounts { written: 1, unchanged: 3, ..FileCounts::default() });
    expect(&site, &FIRST);
}

#[test]
fn a_file_that_the_new_version_does_not_have_stays_where_somebody_has_changed_it() {
    let (_folder, site) = place();
    publish(&site, &FIRST).unwrap();
    write(&site, &[("fr/index.html", "ma page")]);
    let published = publish(&site, &SECOND).unwrap();
    assert_eq!(published.left, ["fr/index.html"]);
    expect(&site, &[&SECOND[..], &[("fr/index.html", "ma page")]].concat());
}

#[test]
fn a_list_of_files_that_leads_out_of_the_folder_is_not_trusted() {
    let (folder, site) = place();
    let victim = folder.path().join("victim.txt");
    fs::write(&victim, "precious").unwrap();
    for path in ["../victim.txt", "../../victim.txt", victim.to_str().unwrap(), "fr/../../victim.txt"] {
        fs::create_dir_all(&site).unwrap();
        fs::write(site.join(MANIFEST), serde_json::json!({ "files": { path: ["x"] } }).to_string()).unwrap();
        let error = publish(&site, &FIRST).unwrap_err();
        assert!(matches!(error, PublishError::Manifest { .. }), "{error}");
    }
    assert_eq!(fs::read_to_string(victim).unwrap(), "precious");
    fs::write(site.join(MANIFEST), "no list").unwrap();
    assert!(matches!(publish(&site, &FIRST), Err(PublishError::Manifest { .. })));
}

#[test]
fn a_build_that_fails_leaves_no_trace() {
    let (folder, site) = place();
    let deep = site.join("deep/er");
    drop(Publication::begin(&deep, |_| ()).unwrap());
    assert!(names_in(folder.path()).is_empty());

    publish(&site, &FIRST).unwrap();
    let begun = Publication::begin(&site, |_| ()).unwrap();
    write(begun.staging(), &SECOND);
    drop(begun);
    expect(&site, &FIRST);
    assert_eq!(names_in(folder.path()), ["site"]);
}

#[test]
fn of_two_builds_at_once_one_waits_and_the_site_is_complete() {
    let (_folder, site) = place();
    let both = Barrier::new(2);
    for _ in 0..20 {
        thread::scope(|scope| {
            for files in [&FIRST, &SECOND] {
                scope.spawn(|| {
                    both.wait();
                    publish(&site, files).unwrap();
                });
            }
        });
        let there = files(&site);
        let is = |files: &[(&str, &str)]| {
            there.len() == files.len()
                && files.iter().all(|(path, text)| there.get(*path).is_some_and(|there| there == text))
        };
        assert!(is(&FIRST) || is(&SECOND), "{there:?}");
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_link_to_the_folder_that_is_served_is_followed() {
        let (folder, link) = place();
        let served = folder.path().join("served");
        fs::create_dir(&served).unwrap();
        symlink(&served, &link).unwrap();
        publish(&link, &FIRST).unwrap();
        publish(&link, &SECOND).unwrap();
        expect(&served, &SECOND);
        assert_eq!(fs::read_link(&link).unwrap(), served);
    }

    #[test]
    fn a_dangling_link_is_refused_before_any_work() {
        let (folder, link) = place();
        symlink("nowhere", &link).unwrap();
        let error = Publication::begin(&link, |_| ()).unwrap_err().to_string();
        assert!(
            error.ends_with("site is a link to nowhere, which is not there. Make that folder, or name another one.")
        );
        assert_eq!(names_in(folder.path()), ["site"]);
    }

    #[test]
    fn a_symlink_in_place_of_a_folder_or_file_of_the_site_is_not_followed() {
        let (folder, site) = place();
        let elsewhere = folder.path().join("elsewhere");
        write(&elsewhere, &[("index.html", "mine"), ("a-1.js", "mine")]);
        publish(&site, &FIRST).unwrap();
        fs::remove_dir_all(site.join("fr")).unwrap();
        symlink(&elsewhere, site.join("fr")).unwrap();
        assert!(matches!(publish(&site, &FIRST), Err(PublishError::InTheWay(path)) if path.ends_with("site/fr")));
        assert!(matches!(publish(&site, &SECOND), Err(PublishError::InTheWay(_))));
        fs::remove_file(site.join("fr")).unwrap();

        fs::remove_file(site.join("index.html")).unwrap();
        symlink(elsewhere.join("index.html"), site.join("index.html")).unwrap();
        assert!(matches!(publish(&site, &SECOND), Err(PublishError::InTheWay(_))));
        expect(&elsewhere, &[("index.html", "mine"), ("a-1.js", "mine")]);
    }

    #[test]
    fn the_current_folder_can_be_published_into() {
        // As with `--out .`: the folder itself stays, only its contents are replaced.
        let (_folder, site) = place();
        publish(&site, &FIRST).unwrap();
        let before = fs::metadata(&site).unwrap();
        publish(&site, &SECOND).unwrap();
        let after = fs::metadata(&site).unwrap();
        assert_eq!((before.dev(), before.ino()), (after.dev(), after.ino()));
    }

    #[test]
    fn where_nothing_can_be_written_beside_the_folder_staging_happens_inside_it() {
        let (folder, site) = place();
        publish(&site, &FIRST).unwrap();
        // Root is not stopped by permissions, so this only tests something as another user.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
        let published = publish(&site, &SECOND);
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        published.unwrap();
        expect(&site, &SECOND);
        assert_eq!(names_in(&site), [MANIFEST, "ar", "assets", "index.html", "sw.js"]);
    }

    #[test]
    fn published_files_are_readable_by_the_web_server() {
        let (_folder, site) = place();
        publish(&site, &FIRST).unwrap();
        for path in ["index.html", "fr/index.html", MANIFEST] {
            let mode = fs::metadata(site.join(path)).unwrap().permissions().mode();
            assert_eq!(mode & 0o444, 0o444, "{path}: {mode:o}");
        }
        assert_eq!(fs::metadata(site.join("fr")).unwrap().permissions().mode() & 0o555, 0o555);
    }
}
