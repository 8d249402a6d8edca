//! What lies over the screen and takes the keys: help, an editor, a menu, a question.

use jiff::civil::Date;
use ratatui_textarea::{TextArea, WrapMode};

use crate::check::{Fingerprint, Rule};
use crate::journal::{Act, Decision, ReportRef, Seen, Target};

use super::bulk::Bulk;
use super::library::ItemId;
use super::overview::Overview;
use super::picker::Picker;
use super::saved::Prompt;
use super::subject::{Begun, Subject};
use super::window::Window;

/// What lies over the screen.
#[derive(Debug)]
pub enum Overlay {
    /// All commands.
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
    /// Until when a returned report is to be reported anew is being asked.
    Due(DuePrompt),
    /// What is about to be done to many reports.
    Bulk(Box<Bulk>),
    /// Words of an earlier session that are not in the journal: [`super::Work::left_over`]; the line under the cursor.
    LeftOver(usize),
}

/// The help, and what is searched for in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Help {
    /// The first line shown.
    pub window: Window,
    /// What is searched for.
    pub query: String,
    /// Is the reviewer typing it?
    pub typing: bool,
}

/// Words being written.
#[derive(Debug)]
pub struct Editor {
    /// The text and its cursor.
    pub area: TextArea<'static>,
    /// The report it is about, whatever is under the cursor by the time it is written.
    pub item: Option<ItemId>,
    /// As acts name it, when the field was opened: the item may be another report by the time it is written.
    pub report: Option<Box<ReportRef>>,
    /// Was the reviewer told that it is?
    pub told_moved: bool,
    /// What the words will be.
    pub purpose: Purpose,
    /// The text at the beginning: is there anything to lose?
    pub original: String,
    /// Asked whether to throw the words away?
    pub discarding: bool,
}

impl Editor {
    /// An editor that begins with `text`, the cursor at its end.
    #[must_use]
    pub fn new(item: Option<ItemId>, purpose: Purpose, text: &str) -> Self {
        let mut area = TextArea::from(text.lines());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.move_cursor(ratatui_textarea::CursorMove::Bottom);
        area.move_cursor(ratatui_textarea::CursorMove::End);
        let (report, told_moved) = (None, false);
        Self { area, item, report, told_moved, purpose, original: text.to_owned(), discarding: false }
    }

    /// About this.
    #[must_use]
    pub fn about(self, subject: Option<Subject>) -> Self {
        let item = subject.as_ref().map_or(self.item, |subject| Some(subject.item));
        Self { item, report: subject.map(|subject| subject.report), ..self }
    }

    /// The text as it stands.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Would leaving lose anything?
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.text() != self.original
    }
}

/// What the words in an editor will be.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
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

/// What the document says of a doubtful reading, being chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Compare {
    /// The cell, or the report where the doubt is about none.
    pub about: Begun,
    /// The line under the cursor.
    pub cursor: usize,
}

/// A decision being chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct VerdictMenu {
    /// On what.
    pub about: Box<Begun>,
    /// On which finding.
    pub fingerprint: Fingerprint,
    /// On all findings of this rule instead.
    pub all: Option<&'static Rule>,
    /// The line under the cursor.
    pub cursor: usize,
}

/// One line of the menu of decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The decision.
    pub decision: Decision,
    /// Its reason: none, one of the words' list, or to be written.
    pub reason: Reason,
}

/// The reason that comes with a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// None is needed.
    None,
    /// The reason of this number in the profile's list, else in the words'.
    Listed(usize),
    /// To be written.
    Written,
}

/// The menu of decisions, in order, with so many listed reasons.
#[must_use]
pub(super) fn choices(reasons: usize) -> Vec<Choice> {
    let accept = |reason| Choice { decision: Decision::Accept, reason };
    let plain = |decision| Choice { decision, reason: Reason::None };
    std::iter::once(plain(Decision::Return))
        .chain((0..reasons).map(|number| accept(Reason::Listed(number))))
        .chain([accept(Reason::Written), plain(Decision::NotAProblem), plain(Decision::ToVerify)])
        .collect()
}

/// A date being asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct DuePrompt {
    /// Of what.
    pub of: DueOf,
    /// What has been typed.
    pub text: String,
    /// What `Enter` takes when nothing has.
    pub usual: Option<Date>,
}

/// Which reports get a date.
#[derive(Debug, Clone, PartialEq)]
pub enum DueOf {
    /// This one, which is returned with it.
    One(Box<Begun>),
    /// All that are marked, which are returned with it.
    Marked,
    /// This one, which is returned already.
    Change(Box<Begun>),
}

/// A question to be answered with yes or no.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// In words.
    pub text: String,
    /// The report it is about.
    pub about: Box<Begun>,
    /// What yes means.
    pub yes: Answer,
}

/// What yes means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Accept the report although findings are open.
    Accept,
    /// Return the report although nothing was found in it.
    Return,
}
