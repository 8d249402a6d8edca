//! Digests as lines.

use serde::Serialize;

use crate::check::similar::SECTIONS;
use crate::check::{Basis, Digest, DigestWire};
use crate::report::{Narrative, Report, SafeText};

use super::{End, Header, SCHEMA};

#[derive(Serialize)]
struct Line<'a> {
    id: &'a SafeText,
    digest: DigestWire,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    judged: bool,
    report: &'a Report,
}

/// The first line.
#[must_use]
pub(crate) fn header_line(basis: &Basis<'_>) -> String {
    line(&Header::of(basis))
}

/// The last line, after so many others.
#[must_use]
pub(crate) fn end_line(count: u64) -> String {
    line(&End { schema: SCHEMA.to_owned(), end: count })
}

/// The line of a report. Was anything found in its tables, and was it held against last year's report already?
#[must_use]
pub(crate) fn digest_line(id: &SafeText, report: &Report, digest: &Digest, is_broken: bool, judged: bool) -> String {
    // What reading left in doubt may be behind what its tables say.
    let may_ask = digest.may_ask() || (is_broken && report.lean.remarks > 0);
    let kept = Report { lean: report.lean.clone(), narrative: kept(&report.narrative, may_ask) };
    line(&Line { id, digest: DigestWire::of(digest, &report.lean), judged, report: &kept })
}

/// What may be asked for.
fn kept(narrative: &Narrative, may_ask: bool) -> Narrative {
    let Narrative { sections, remarks, .. } = narrative;
    if may_ask {
        return Narrative { unknown: Vec::new(), ..narrative.clone() };
    }
    let is_compared = |section: &&crate::report::Section| SECTIONS.contains(&section.number);
    let sections = sections.iter().filter(is_compared).cloned().collect();
    Narrative { sections, remarks: remarks.clone(), ..Narrative::default() }
}

fn line(what: &impl Serialize) -> String {
    // Maps with string keys, into memory: nothing of that can fail.
    serde_json::to_string(what).unwrap_or_default() + "\n"
}
