//! The journal: which texts there are.

/// The journal.
#[derive(Debug)]
pub struct JournalWords {
    /// Prefix that names the line of a problem.
    pub line: &'static str,
    /// The line ends too early.
    pub torn: &'static str,
    /// The last line has no line break yet.
    pub unfinished: &'static str,
    /// Zeros that a power cut left.
    pub zeros: &'static str,
    /// Too many bytes in a line.
    pub line_too_long: &'static str,
    /// The bytes are not UTF-8.
    pub not_utf8: &'static str,
    /// Not JSON.
    pub not_json: &'static str,
    /// A required key is missing.
    pub missing_key: &'static str,
    /// A value of the wrong type or form.
    pub wrong_type: &'static str,
    /// A line of a newer version.
    pub newer: &'static str,
    /// An id for the second time.
    pub duplicate: &'static str,
    /// No checksum.
    pub no_chain: &'static str,
    /// A wrong checksum.
    pub broken_chain: &'static str,
    /// How many problems are not listed.
    pub more_problems: &'static str,
    /// An error with the journal's file name.
    pub error: &'static str,
    /// No such file.
    pub missing: &'static str,
    /// Not an ordinary file.
    pub not_a_file: &'static str,
    /// Not writable.
    pub read_only: &'static str,
    /// No space left.
    pub full: &'static str,
    /// The lock is held by another program.
    pub locked: &'static str,
    /// The file system has no locks.
    pub no_locks: &'static str,
    /// Too much text.
    pub act_too_long: &'static str,
    /// The file to be made exists.
    pub exists: &'static str,
    /// What was written is not there.
    pub not_read_back: &'static str,
    /// The system cannot read.
    pub cannot_read: &'static str,
    /// The system cannot write.
    pub cannot_write: &'static str,
    /// A note.
    pub act_note: &'static str,
    /// An edit of a note.
    pub act_edit: &'static str,
    /// A retraction.
    pub act_retract: &'static str,
    /// A verdict.
    pub act_verdict: &'static str,
    /// A status.
    pub act_status: &'static str,
    /// A doubtful reading is right.
    pub act_confirm: &'static str,
    /// A doubtful reading is wrong; what the document says is the text of the act.
    pub act_correct: &'static str,
    /// A report was given to a reviewer.
    pub act_assign: &'static str,
    /// A report is nobody's any more.
    pub act_assign_nobody: &'static str,
    /// An agency got a name. `{name}`.
    pub act_name: &'static str,
    /// Behind the name that was read: the one that was given. `{name}`.
    pub given_name: &'static str,
    /// An agency goes by the name that was read.
    pub act_name_as_read: &'static str,
    /// The reason of a verdict.
    pub reason: &'static str,
    /// Until when the agency is to report anew.
    pub due: &'static str,
    /// The act that an edit or a retraction speaks of.
    pub of: &'static str,
    /// Mark of an act that was taken back.
    pub taken_back: &'static str,
    /// The agency must correct it.
    pub decision_return: &'static str,
    /// Accepted with a reason.
    pub decision_accept: &'static str,
    /// Not the agency's fault.
    pub decision_not_a_problem: &'static str,
    /// To be looked up.
    pub decision_to_verify: &'static str,
    /// Nobody looked yet.
    pub status_unreviewed: &'static str,
    /// Being reviewed.
    pub status_reviewing: &'static str,
    /// Sent back.
    pub status_returned: &'static str,
    /// Sent in again.
    pub status_resubmitted: &'static str,
    /// Accepted.
    pub status_accepted: &'static str,
    /// The report as a whole.
    pub target_report: &'static str,
    /// A section.
    pub target_section: &'static str,
    /// A cell.
    pub target_cell: &'static str,
    /// A finding.
    pub target_finding: &'static str,
    /// What a check counted.
    pub verified: &'static str,
    /// The check found nothing altered.
    pub sound: &'static str,
    /// The check found altered or foreign lines.
    pub not_sound: &'static str,
    /// What a merge counted.
    pub merged: &'static str,
    /// Two sources disagree.
    pub conflict: &'static str,
}
