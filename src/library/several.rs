//! Several reports in one document: each is an entry of its own, `年报.docx#2` the second.
//!
//! The path of an entry is the document's with the number behind it, so that whatever is kept by path keeps them apart.

use std::path::{Path, PathBuf};

/// No document has more reports.
const MAX: usize = 99;

/// The path of one of the reports in a document, from 1. The first has the document's own.
#[must_use]
pub(crate) fn path_of(document: &Path, number: usize) -> PathBuf {
    if number < 2 {
        return document.to_owned();
    }
    let mut path = document.as_os_str().to_owned();
    path.push(format!("#{number}"));
    path.into()
}

/// The document that a path of an entry speaks of, and which report in it. A file may have such a name itself.
#[must_use]
pub(crate) fn document_and_number(path: &Path) -> (PathBuf, usize) {
    let split = || {
        let (name, number) = path.file_name()?.to_str()?.rsplit_once('#')?;
        let number = number.parse().ok().filter(|number| (2..=MAX).contains(number))?;
        path.symlink_metadata().is_err().then(|| (path.with_file_name(name), number))
    };
    split().unwrap_or_else(|| (path.to_owned(), 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_and_its_number_are_found_again() {
        let dir = tempfile::tempdir().unwrap();
        let document = dir.path().join("年报.txt");
        assert_eq!(path_of(&document, 1), document);
        let second = path_of(&document, 2);
        assert!(second.ends_with("年报.txt#2"));
        assert_eq!(document_and_number(&second), (document.clone(), 2));
        std::fs::write(&second, "").unwrap();
        assert_eq!(document_and_number(&second), (second, 1));
        for name in ["a#1", "a#0", "a#x", "a#100", "a"] {
            assert_eq!(document_and_number(&dir.path().join(name)).1, 1, "{name}");
        }
    }
}
