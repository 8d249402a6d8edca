//! Workbooks within a document.

use std::collections::HashMap;

use crate::read::document::Line;
use crate::read::format::shared::archive::Archive;
use crate::read::format::shared::xml::{attribute, elements, text};
use crate::read::format::sheet;

/// No more workbooks than this are read: a report has three tables.
const MAX_BOOKS: usize = 12;
/// More relations than this are not looked at.
const MAX_RELATIONS: usize = 4096;
/// A workbook within a document has no more lines than this.
const MAX_BOOK_LINES: usize = 2000;

/// The workbooks of a document, by the names of their relations.
pub(super) struct Objects<'a> {
    archive: Archive<'a>,
    /// Where the parts are that relations name.
    folder: String,
    targets: HashMap<String, String>,
    left: usize,
}

impl<'a> Objects<'a> {
    /// Those of the part `main`; none where its relations are broken.
    pub(crate) fn new(mut archive: Archive<'a>, folder: &str, main: &str) -> Self {
        let file = main.rsplit_once('/').map_or(main, |(_, file)| file);
        let relations = archive.part(&format!("{folder}/_rels/{file}.rels")).ok().flatten().unwrap_or_default();
        let targets = targets(&text(&relations));
        Self { archive, folder: folder.to_owned(), targets, left: MAX_BOOKS }
    }

    /// The lines of a workbook; `None` if it cannot be read.
    pub(crate) fn lines(&mut self, link: &str) -> Option<Vec<Line>> {
        self.left = self.left.checked_sub(1)?;
        let target = self.targets.get(link)?;
        let name = match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("{}/{target}", self.folder),
        };
        let bytes = self.archive.part(&name).ok().flatten()?;
        let mut lines = sheet::read_within(&bytes).ok()?.lines;
        lines.truncate(MAX_BOOK_LINES);
        (!lines.is_empty()).then_some(lines)
    }
}

fn targets(relations: &str) -> HashMap<String, String> {
    let mut targets = HashMap::new();
    elements(relations, |_, start| {
        let is_outside = attribute(start, "TargetMode").is_some_and(|mode| mode == "External");
        if let (Some(id), Some(target)) = (attribute(start, "Id"), attribute(start, "Target"))
            && !is_outside
            && targets.len() < MAX_RELATIONS
        {
            targets.insert(id, target);
        }
    });
    targets
}
