//! The book is one that mdBook builds.

use std::process::Command;

use super::page::{BOOKS, chapters, folder};

#[test]
fn the_books_can_be_built() {
    if Command::new("mdbook").arg("--version").output().is_err() {
        println!("skipped: mdbook is not installed");
        return;
    }
    let out = tempfile::tempdir().unwrap();
    for (book, _) in BOOKS {
        let to = out.path().join(book);
        let built = Command::new("mdbook").arg("build").arg(folder(book)).arg("--dest-dir").arg(&to).output().unwrap();
        let said = String::from_utf8_lossy(&built.stderr).into_owned();
        assert!(built.status.success() && !said.contains("ERROR"), "{said}");
        for chapter in chapters(book).iter().filter(|name| !name.ends_with("README.md")) {
            assert!(to.join(chapter).with_extension("html").exists(), "{chapter}: {said}");
        }
    }
}
