//! Reading the lines of a report's document when somebody looks.

use std::path::PathBuf;

use crate::base::digest::Sha256Sum;
use crate::library::{self, Documents};
use crate::report::SafeText;
use crate::tui::model::{ItemId, Model, NarrativeState};
use crate::tui::screen::source::ShownDocument;
use crate::words::{Describe, Words};

/// A document that somebody wants to see.
pub(super) struct Wanted {
    pub(crate) item: ItemId,
    /// The file that was loaded: the document, or the report that was made of it.
    path: PathBuf,
    /// What the report says its document is called.
    file: Option<SafeText>,
    /// What the report says its document's bytes come to.
    digest: Option<SafeText>,
}

impl Wanted {
    /// The document of an item, as far as the open report knows it.
    pub(crate) fn of(model: &Model, item: ItemId) -> Option<Self> {
        let path = model.library.get(item)?.path.clone();
        let source = match model.open.as_ref().filter(|open| open.item == item).map(|open| &open.narrative) {
            Some(NarrativeState::Ready(narrative)) => narrative.source.clone().unwrap_or_default(),
            _ => crate::report::Source::default(),
        };
        Some(Self { item, path, file: source.file, digest: source.sha256 })
    }

    /// Its lines, or in words why not.
    pub(crate) fn read(
        &self,
        documents: &dyn Documents,
        words: &Words,
        is_wanted: &dyn Fn() -> bool,
    ) -> Result<Box<ShownDocument>, Box<str>> {
        let Some(path) = library::document_of(&self.path, self.file.as_deref(), documents) else {
            let text = match &self.file {
                Some(file) => words.desk.source_not_beside(file),
                None => words.desk.source_not_named().to_owned(),
            };
            return Err(text.into());
        };
        let read = library::lines(&path, documents, is_wanted);
        let (lines, bytes) = read.map_err(|trouble| Box::<str>::from(trouble.describe(words)))?;
        let now = Sha256Sum::of(&bytes).to_string();
        let changed = self.digest.as_ref().is_some_and(|then| !then.eq_ignore_ascii_case(&now));
        let name = path.file_name().map(|name| SafeText::line(&name.to_string_lossy())).unwrap_or_default();
        Ok(Box::new(ShownDocument { name, lines, changed }))
    }
}
