//! Tests of the journal as a whole, on real files.

mod concurrent;
mod faults;
mod file;
mod hostile;
mod merge;
mod names;
mod replay;
mod together;

use std::path::Path;

use super::*;

/// A report to act on.
pub(super) fn report(agency: &str) -> ReportRef {
    ReportRef {
        agency: agency.into(),
        region: vec!["河南省".into(), "三门峡市".into()],
        year: 2025,
        id: format!("2025/{agency}").as_str().into(),
        sha256: None,
    }
}

/// A note on a cell.
pub(super) fn note(by: &str, text: &str) -> Act {
    let target = Target::Cell("requests/carried_in/total".into());
    Act::note(by, report("卢氏县"), target, text, Seen::value(3))
}

/// A decision on a finding.
pub(super) fn verdict(by: &str, fingerprint: &str, decision: Decision) -> Act {
    let verdict = Verdict { decision, reason: "口径调整".into() };
    Act::verdict(by, report("卢氏县"), fingerprint, verdict, Seen::sides(51, 50))
}

/// A status.
pub(super) fn status(by: &str, status: Status) -> Act {
    Act::status(by, report("卢氏县"), status, "", Seen::cells("ab12"))
}

/// Everything a journal says, read by a fresh handle.
pub(super) fn read(path: &Path) -> Vec<Act> {
    Journal::open(path).unwrap().1
}

/// The words of acts.
pub(super) fn texts(acts: &[Act]) -> Vec<&str> {
    acts.iter().map(|act| act.text.as_str()).collect()
}
