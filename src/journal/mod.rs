//! The journal: every act of every reviewer, in one append-only file, and the review state that follows from it.
//!
//! Owns: the lines of the file and their checksums, locking and syncing, replay. It knows reports, cells and
//! findings by their ids only: no table, no rule, no screen. Three promises: an append that returned is on disk;
//! nothing in the file is ever rewritten; whatever bytes are in the file, what can be read is read and the next
//! append works.
//!
//! ```text
//! file ──lines──▶ scan (chain, wire) ──▶ acts ──replay──▶ Review ──▶ ReportReview, Note
//! ```

#![warn(missing_docs)]

mod act;
mod aside;
mod chain;
mod conflict;
mod disk;
mod draft;
mod error;
mod file;
mod file_ref;
mod folders;
mod handle;
mod kin;
mod lines;
mod merge;
mod place;
mod presence;
mod problem;
mod reference;
mod replay;
mod review;
mod said;
mod scan;
mod seen;
mod show;
mod verify;
mod when;
mod wire;

pub use act::ReportKey;
pub use act::{Act, Decision, ReportRef, Status, Target, Verdict};
pub(crate) use act::{ActKind, Audience, Comparison};
pub(crate) use aside::Aside;
pub(crate) use draft::{Drafts, HeldDraft};
pub(crate) use error::JournalError;
#[cfg(test)]
pub(crate) use error::JournalErrorKind;
pub use file::Journal;
pub(crate) use file::Update;
pub(crate) use folders::folder_of;
pub(crate) use handle::make_parents;
pub use handle::replace;
pub(crate) use kin::kin;
pub(crate) use lines::MAX_LINE;
pub(crate) use merge::merge;
pub(crate) use place::{
    data_directory, default_path, default_reviewer, follow, session_path, shared_directory, sign_as, signature,
};
pub(crate) use presence::{Here, Presence};
#[cfg(test)]
pub(crate) use problem::ProblemKind;
pub use replay::Review;
pub use review::{Note, ReportReview, ReviewCounts};
pub use seen::Seen;
pub(crate) use show::{
    ActRow, act_word, describe_act, describe_kind, describe_target, rows, show_merged, show_problems, show_row,
    show_verification,
};
pub use verify::verify;
pub(crate) use when::When;

#[cfg(test)]
mod tests;
