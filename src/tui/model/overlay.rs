//! What lies over the screen and takes the keys: help, an editor, a menu, a question.

use crate::tui::overlay::bulk::Bulk;
use crate::tui::overlay::compare::Compare;
use crate::tui::overlay::due::DuePrompt;
use crate::tui::overlay::editor::Editor;
use crate::tui::overlay::help::Help;
use crate::tui::overlay::left_over::LeftOver;
use crate::tui::overlay::out::OutBox;
use crate::tui::overlay::overview::Overview;
use crate::tui::overlay::picker::Picker;
use crate::tui::overlay::prompt::Prompt;
use crate::tui::overlay::question::Question;
use crate::tui::overlay::verdict::VerdictMenu;

/// What lies over the screen.
#[derive(Debug)]
pub(crate) enum Overlay {
    Help(Help),
    /// Words are being written.
    Editor(Box<Editor>),
    /// A decision is being chosen.
    Verdict(VerdictMenu),
    /// What the document says of a doubtful reading is being chosen.
    Compare(Box<Compare>),
    /// Something is being chosen from a list.
    Picker(Box<Picker>),
    /// One line of text is asked for.
    Prompt(Box<Prompt>),
    /// A question to be answered with yes or no.
    Question(Question),
    /// All reports at a glance.
    Overview(Box<Overview>),
    /// Until when a returned report is to be reported anew is being asked, and what goes with it.
    Due(Box<DuePrompt>),
    /// What is about to be done to many reports.
    Bulk(Box<Bulk>),
    /// Words of an earlier session that are not in the journal.
    LeftOver(LeftOver),
    /// What is written out.
    Out(Box<OutBox>),
}

impl Overlay {
    /// The field that words are written in, if it is one.
    #[must_use]
    pub(crate) fn editor(&self) -> Option<&Editor> {
        if let Self::Editor(editor) = self { Some(editor) } else { None }
    }

    /// Puts the cursor of a list on a line; was it there already?
    pub(crate) fn point(&mut self, line: usize) -> bool {
        let Self::Picker(picker) = self else { return false };
        std::mem::replace(&mut picker.window.cursor, line) == line
    }

    /// The preview of an act on many reports, if it is one.
    #[must_use]
    pub(crate) fn bulk(&self) -> Option<&Bulk> {
        if let Self::Bulk(bulk) = self { Some(bulk) } else { None }
    }
}
