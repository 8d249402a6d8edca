//! Words being written, and what they will be.

use ratatui_textarea::{CursorMove, TextArea, WrapMode};

use crate::check::{Fingerprint, Rule};
use crate::journal::{Act, ActKind, Audience, ReportRef, Seen, Target};
use crate::tui::model::{ItemId, Subject};

/// Words being written.
#[derive(Debug)]
pub(crate) struct Editor {
    /// The text and its cursor.
    pub(crate) area: TextArea<'static>,
    /// The report it is about, whatever is under the cursor by the time it is written.
    pub(crate) item: Option<ItemId>,
    /// As acts name it, when the field was opened: the item may be another report by the time it is written.
    pub(crate) report: Option<Box<ReportRef>>,
    /// Was the reviewer told that it is?
    pub(crate) told_moved: bool,
    /// What the words will be.
    pub(crate) purpose: Purpose,
    /// The text at the beginning: is there anything to lose?
    pub(crate) original: String,
    /// Asked whether to throw the words away?
    pub(crate) discarding: bool,
    /// Of a note: who may read it. What nobody decides stays in the office.
    pub(crate) audience: Audience,
}

impl Editor {
    /// An editor that begins with `text`, the cursor at its end.
    #[must_use]
    pub(crate) fn new(item: Option<ItemId>, purpose: Purpose, text: &str) -> Self {
        let mut area = TextArea::from(text.lines());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        let (report, told_moved) = (None, false);
        Self {
            area,
            item,
            report,
            told_moved,
            purpose,
            original: text.to_owned(),
            discarding: false,
            audience: Audience::Internal,
        }
    }

    /// Its words are for these readers, until the reviewer says otherwise.
    #[must_use]
    pub(crate) fn read_by(self, audience: Audience) -> Self {
        Self { audience, ..self }
    }

    /// Can the reviewer say who may read the words?
    #[must_use]
    pub(crate) fn has_audience(&self) -> bool {
        match &self.purpose {
            Purpose::Note(_) | Purpose::NoteAll | Purpose::Edit(_) => true,
            Purpose::Draft(act) => matches!(act.kind, ActKind::Note | ActKind::Edit { .. }),
            Purpose::Reason(_) | Purpose::ReasonAll(_) | Purpose::Reading { .. } => false,
        }
    }

    #[must_use]
    pub(crate) fn about(self, subject: Option<Subject>) -> Self {
        let item = subject.as_ref().map_or(self.item, |subject| Some(subject.item));
        Self { item, report: subject.map(|subject| subject.report), ..self }
    }

    /// Nothing of what it begins with is saved: leaving must ask.
    #[must_use]
    pub(crate) fn unsaved(mut self) -> Self {
        self.original.clear();
        self
    }

    /// The text as it stands.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Would leaving lose anything?
    #[must_use]
    pub(crate) fn is_changed(&self) -> bool {
        self.text() != self.original
    }
}

/// What the words in an editor will be.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Purpose {
    /// A note on something.
    Note(Target),
    /// Other words for this note.
    Edit(Box<Act>),
    /// The reason for accepting a finding.
    Reason(Fingerprint),
    /// The same note on all marked reports.
    NoteAll,
    /// The reason for accepting all findings of a rule.
    ReasonAll(&'static Rule),
    /// Words of an earlier session.
    Draft(Box<Act>),
    /// What the document says where the reading is wrong.
    Reading {
        /// The cell or report.
        target: Target,
        /// What the reviewer had before their eyes.
        seen: Option<Seen>,
    },
}
