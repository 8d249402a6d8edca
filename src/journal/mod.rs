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
mod chain;
mod conflict;
mod disk;
mod draft;
mod error;
mod file;
mod handle;
mod lines;
mod merge;
mod place;
mod presence;
mod problem;
mod replay;
mod review;
mod scan;
mod seen;
mod show;
mod verify;
mod when;
mod wire;

pub use act::{Act, ActKind, Comparison, Decision, ReportKey, ReportRef, Status, Target, Verdict};
pub use conflict::MAX_VIEWS;
pub use draft::{Drafts, HeldDraft};
pub use error::{JournalError, JournalErrorKind};
pub use file::{Journal, Update};
pub use handle::{make_parents, replace};
pub use lines::MAX_LINE;
pub use merge::{Merged, merge};
pub use place::{data_directory, default_path, default_reviewer, session_path, shared_directory};
pub use presence::{Here, Presence};
pub use problem::{JournalProblem, ProblemKind, Problems, TextForm, Wrong};
pub use replay::Review;
pub use review::{Note, ReportReview, ReviewCounts};
pub use seen::Seen;
pub use show::{
    describe_act, describe_kind, describe_target, show, show_act, show_merged, show_problems, show_verification,
};
pub use verify::{Verification, verify};
pub use when::When;

#[cfg(test)]
mod tests;
