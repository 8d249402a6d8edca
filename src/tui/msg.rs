//! What happens to the desk, and what the desk wants to be done.

use ratatui::layout::Size;
use uuid::Uuid;

use crate::check::Outcome;
use crate::journal::{Act, Audience, Comparison, Presence, ReportRef, Seen, Status, Target, Update, Verdict};
use crate::library::Narrated;
pub(crate) use crate::library::{Changes, More};
use crate::report::{Head, SafeText};

use super::hit::Mouse;
use super::keys::Key;
use super::model::{Item, ItemId, Saved};
use super::outgoing::{OutFile, OutOrder, OutPreview};
use super::screen::source::ShownDocument;

/// Something happened.
#[derive(Debug)]
pub(crate) enum Msg {
    /// A key was pressed; with the event as it came, for text fields.
    Key(Key, crossterm::event::KeyEvent),
    /// The mouse did something.
    Mouse(Mouse),
    Paste(String),
    /// Text came at once: typed ahead, or pasted without saying so.
    Burst(String),
    /// The terminal has another size.
    Resize(Size),
    Today(jiff::civil::Date),
    /// So many files have been found so far.
    Found(usize),
    /// Files have been read.
    Loaded(Vec<Item>),
    LoadingDone,
    /// The reports as they were published have been read: so many; of which files could not be, in words why not.
    PublishedRead {
        reports: usize,
        unread: Vec<(SafeText, SafeText)>,
    },
    /// More was found about reports that were loaded.
    Checked(Vec<More>),
    /// Everything is checked.
    CheckingDone {
        /// The agencies of the roster that have no report, and for which year.
        absent: Vec<Head>,
    },
    /// The narrative of a report has been read, with what it adds; or in words why not.
    Opened(ItemId, Result<Box<Narrated>, Box<str>>),
    /// Files of the reviewed directory have come, changed or gone.
    Changed(Changes),
    /// After that all were compared again: what others show of these reports now, by their ids.
    Compared(Vec<(SafeText, Outcome)>),
    /// Of all reports that is told.
    ComparingDone {
        /// The agencies of the roster that have no report now.
        absent: Vec<Head>,
    },
    /// The directory cannot tell by itself what changes, and is looked at every so many seconds; in words why.
    Unwatched(String, u64),
    /// Who else is here now.
    Here(Vec<Presence>),
    /// The document of a report has been read; or in words why not.
    SourceRead(ItemId, Result<Box<ShownDocument>, Box<str>>),
    /// The journal was opened: all its acts, and whether anything can be written to it.
    JournalOpened {
        /// Can nothing be written?
        read_only: bool,
        update: Update,
    },
    /// The journal has grown by the acts of others.
    Journal(Update),
    /// Something about the journal the reviewer must know.
    JournalTrouble(String),
    /// Words of an earlier session that are not in the journal are there.
    DraftsFound(Vec<Act>),
    /// Acts are on disk.
    Saved(Update),
    /// Acts could not be written; what was to be said is still here, and in words why.
    NotSaved(Vec<Intent>, String),
    /// The external editor is done.
    Edited(Result<String, String>),
    /// The saved filters on disk, and the name of the one just put there; or in words why they could not be written.
    Filters(Result<(Vec<Saved>, Option<SafeText>), String>),
    /// What is being shown or written is so far: so many reports, of so many.
    OutTold(u64, u64),
    /// Letters are ready to be looked at; or in words why there are none.
    OutShown(Result<OutPreview, String>),
    /// It is written; or in words why not.
    OutWritten(Result<OutFile, String>),
    /// Something of the last session cannot be restored, in words.
    NotRestored(String),
}

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Effect {
    /// Read the narrative of a report: [`Msg::Opened`].
    Open(ItemId),
    /// Read the document of a report: [`Msg::SourceRead`].
    OpenSource(ItemId),
    /// Write acts to the journal, in one go; several are undone in one go too: [`Msg::Saved`] or [`Msg::NotSaved`].
    Record(Vec<Intent>),
    /// Let the reviewer write in their own editor: [`Msg::Edited`].
    Edit(String),
    /// Copy text to where the reviewer can paste it from.
    Copy(String),
    /// Write the screen as it is, as SVG and as text, and say where.
    Still,
    /// The same beside what was just said, which then says so too.
    CopyBeside(String),
    /// Have something shown or written that goes out: [`Msg::OutShown`], [`Msg::OutWritten`].
    Out(OutJob),
    /// Run a program with its arguments; with the terminal, or beside the desk.
    Run {
        arguments: Vec<String>,
        terminal: bool,
    },
    /// Do something with words that are not in the journal yet.
    Drafts(DraftMsg),
    /// Change the saved filters on disk: [`Msg::Filters`].
    Keep(Keep),
    /// The names that reviewers have given, by the acts in effect; these files have another than before and are read and
    /// checked again: [`Msg::Changed`].
    Names(Vec<Act>, Vec<std::path::PathBuf>),
    /// Look for changes in the reviewed directory: [`Msg::Changed`].
    Reload,
    /// Draw everything anew.
    Redraw,
    /// Stop, until the shell continues us.
    Suspend,
    Quit,
}

/// What is to be done about what goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OutJob {
    Show(OutOrder),
    Write(OutOrder),
    /// What is on its way is not wanted any more.
    Cancel,
}

/// A change of the saved filters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Keep {
    /// This one is there, and no other of its name.
    Put(Saved),
    /// None of this name is there.
    Remove(SafeText),
}

/// Words that are not in the journal.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum DraftMsg {
    /// Write these of an earlier session to the journal.
    Save(Vec<Act>),
    /// Throw these of an earlier session away.
    Discard(Vec<Uuid>),
    /// The reviewer has thrown these words away.
    Forget(String),
    /// What the reviewer has changed of words of an earlier session is not wanted: they are to be kept as they were.
    Restore(Box<Act>),
}

/// An act as the desk wants it; who and when are added where it is written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Intent {
    About {
        item: ItemId,
        /// As acts name it, whatever becomes of the item until it is written.
        report: Box<ReportRef>,
        target: Target,
        what: What,
        /// What the reviewer has before their eyes.
        seen: Option<Seen>,
    },
    /// Other words for a note.
    Edit {
        of: Box<Act>,
        text: String,
        /// Who may read it now.
        audience: Audience,
        /// What the reviewer has before their eyes.
        seen: Option<Seen>,
    },
    /// Words of an earlier session, as they are now.
    Draft { of: Box<Act>, text: String },
    /// Take an act back.
    Retract { of: Box<Act> },
}

/// What an act says about a report.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum What {
    /// A note with these words, and who may read it.
    Note(String, Audience),
    /// A decision on a finding.
    Verdict(Verdict),
    /// Another status; of a return until when the agency is to report anew, and why.
    Status(Status, Option<jiff::civil::Date>, String),
    /// What the document says of a doubtful reading; where it was read wrongly, in these words.
    Reading(Comparison, String),
    /// Whose it is to look at; `None`: nobody's.
    Assign(Option<SafeText>),
    /// What its agency is called; `None`: as it was read.
    Name(Option<SafeText>),
}

impl What {
    fn words(&self) -> Option<&str> {
        match self {
            Self::Note(text, _) | Self::Reading(Comparison::Corrected, text) => Some(text),
            Self::Verdict(verdict) => (!verdict.reason.is_empty()).then_some(&verdict.reason),
            Self::Status(_, _, reason) => (!reason.is_empty()).then_some(reason),
            Self::Reading(Comparison::Confirmed, _) | Self::Assign(_) | Self::Name(_) => None,
        }
    }
}

impl Intent {
    /// The words a reviewer would lose if it came to nothing.
    #[must_use]
    pub(crate) fn words(&self) -> Option<&str> {
        match self {
            Self::Edit { text, .. } | Self::Draft { text, .. } => Some(text),
            Self::About { what, .. } => what.words(),
            Self::Retract { .. } => None,
        }
    }
}
