//! The pages of the book, and the blocks of code on them.

use std::fs;
use std::path::{Path, PathBuf};

/// The languages of the book: its folder, and the locale of who reads it.
pub(super) const BOOKS: [(&str, &str); 2] = [("zh", "zh_CN.UTF-8"), ("en", "en_US.UTF-8")];

/// A page as it is written.
pub(super) struct Page {
    /// Its path in the book.
    pub name: String,
    pub path: PathBuf,
    pub text: String,
    pub locale: &'static str,
}

/// A block of code: its kind, its text, and where in the page that text stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub kind: String,
    pub text: String,
    pub at: std::ops::Range<usize>,
    /// Nothing but blank lines is between it and the block before.
    pub follows: bool,
}

pub(super) fn folder(book: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/book").join(book)
}

/// The chapters of a book, as its summary has them.
pub(super) fn chapters(book: &str) -> Vec<String> {
    let summary = fs::read_to_string(folder(book).join("SUMMARY.md")).unwrap();
    targets(&summary).into_iter().map(|(target, _)| target).collect()
}

/// All pages of a book but those that are only an `{{#include}}` of a document of its own.
pub(super) fn pages(book: &str) -> Vec<Page> {
    let (_, locale) = BOOKS.into_iter().find(|(name, _)| *name == book).unwrap();
    let chapters = chapters(book).into_iter().filter(|name| !name.starts_with("reference/"));
    chapters
        .map(|name| {
            let path = folder(book).join(&name);
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            Page { name, path, text, locale }
        })
        .collect()
}

/// The links and pictures in a text: where they lead, and what stands before the bracket.
pub(super) fn targets(text: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    for line in prose(text).lines() {
        for (at, _) in line.match_indices("](") {
            let rest = &line[at + 2..];
            let target = rest.split(')').next().unwrap_or_default();
            found.push((target.to_owned(), line[..at].rfind('[').is_some_and(|open| line[..open].ends_with('!'))));
        }
    }
    found
}

/// A text without its blocks of code and without what is code within its lines.
pub(super) fn prose(text: &str) -> String {
    let mut out = String::new();
    let mut is_code = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            out.extend(line.split('`').step_by(2));
            out.push('\n');
        }
    }
    out
}

/// The blocks of code on a page.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<(String, usize)> = None;
    let (mut at, mut follows) = (0, false);
    for line in text.split_inclusive('\n') {
        let fence = line.strip_prefix("```").map(str::trim_end);
        match (fence, open.take()) {
            (Some(kind), None) => open = Some((kind.to_owned(), at + line.len())),
            (Some(_), Some((kind, begin))) => {
                blocks.push(Block { kind, text: text[begin..at].to_owned(), at: begin..at, follows });
                follows = true;
            }
            (None, Some(block)) => open = Some(block),
            (None, None) => follows &= line.trim().is_empty(),
        }
        at += line.len();
    }
    assert!(open.is_none(), "a block of code has no end");
    blocks
}

/// A text with what it includes: `{{#include FILE}}`, `{{#include FILE:ANCHOR}}`.
pub(super) fn whole(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        let named = line.trim().strip_prefix("{{#include ").and_then(|rest| rest.strip_suffix("}}"));
        match named {
            Some(named) => out += &included(path, named),
            None => out += line,
        }
    }
    out
}

fn included(page: &Path, named: &str) -> String {
    let (file, anchor) = named.split_once(':').map_or((named, None), |(file, anchor)| (file, Some(anchor)));
    let path = page.parent().unwrap().join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {named}: {error}", page.display()));
    let Some(anchor) = anchor else { return text };
    let (begin, end) = (format!("ANCHOR: {anchor} -->"), format!("<!-- ANCHOR_END: {anchor} -->"));
    let after = text.split_once(&begin).unwrap_or_else(|| panic!("{}: no {begin}", path.display())).1;
    after.split_once(&end).unwrap_or_else(|| panic!("{}: no {end}", path.display())).0.to_owned()
}
