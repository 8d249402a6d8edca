//! What is told of a directory while it is loaded, checked and followed.

use crate::base::digest::Sha256Sum;
use crate::check::{Listed, Outcome};
use crate::report::{Head, SafeText};

use super::item::{Item, ItemId};

/// Who is told: from several threads.
pub(crate) type Tell<'a> = dyn Fn(Event) + Sync + 'a;

/// Something was found out about the directory.
#[derive(Debug)]
pub(crate) enum Event {
    /// So many files have been found so far.
    Found(usize),
    /// Files have been read: their numbers are those in the order in which they are told of.
    Loaded(Vec<Item>),
    LoadingDone,
    /// The reports as they were published have been read: so many; of which files could not be, why not.
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
    /// Files have come, changed or gone.
    Changed(Changes),
    /// After that all were compared again: what others show of these reports now, by their ids.
    Compared(Vec<(SafeText, Outcome)>),
    /// Of all reports that is told.
    ComparingDone {
        /// The agencies of the roster that have no report now.
        absent: Vec<Head>,
    },
    /// The directory cannot tell by itself what changes, and is looked at every so many seconds; why.
    Unwatched(SafeText, u64),
}

/// More that was found about a report.
#[derive(Debug)]
pub(crate) struct More {
    pub(crate) item: ItemId,
    /// The findings in brief.
    pub(crate) findings: Vec<Listed>,
    /// Those among them that took other reports to find.
    pub(crate) batch: Outcome,
    /// What the bytes of its file came to, if it was read for this.
    pub(crate) digest: Option<Sha256Sum>,
}

/// What happened to the files of a directory.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    /// Files with another content, and new ones: read and checked.
    pub(crate) arrived: Vec<Item>,
    /// Reports that are as they were, but were checked again because what they are held against has changed.
    pub(crate) concerned: Vec<Item>,
    /// Reports whose files are as they were, checked by the new name of their agency.
    pub(crate) renamed: Vec<Item>,
    /// Those that are not there any more, by their ids.
    pub(crate) gone: Vec<SafeText>,
    /// Did somebody ask?
    pub(crate) asked: bool,
}
