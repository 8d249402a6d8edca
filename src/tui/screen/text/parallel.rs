//! The passages of a copied text: those of the report beside those of the other one, and what they share.

use std::ops::Range;

use crate::check::similar::view::shared;
use crate::check::{Evidence, Finding, Fingerprint};
use crate::report::SafeText;

/// What a finding about a copied text shows. Comparing is work: it is done once for a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parallel {
    pub(crate) of: Fingerprint,
    /// Its passages, each with the one it was copied from.
    pub(crate) couples: Vec<(Side, Side)>,
}

/// A passage, and what of it stands in the other one too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Side {
    /// The id of its report; `None` for the one that is open.
    pub(crate) report: Option<SafeText>,
    pub(crate) section: u8,
    pub(crate) text: SafeText,
    /// The shared parts, in characters of the passage.
    pub(crate) shared: Vec<Range<usize>>,
}

impl Parallel {
    /// Of a finding; `None` where it speaks of one report only.
    #[must_use]
    pub(crate) fn of(finding: &Finding) -> Option<Self> {
        let mut couples = Vec::new();
        let mut own = None;
        for passage in finding.evidence() {
            match (&passage.report, own) {
                (None, _) => own = Some(passage),
                (Some(_), Some(here)) => couples.push(couple(here, passage)),
                (Some(_), None) => {}
            }
        }
        (!couples.is_empty()).then_some(Self { of: finding.fingerprint, couples })
    }
}

fn couple(own: &Evidence, other: &Evidence) -> (Side, Side) {
    let (here, there) = shared(&own.text, &other.text).into_iter().map(|both| (both.first, both.second)).unzip();
    (side(own, here), side(other, there))
}

fn side(passage: &Evidence, shared: Vec<Range<usize>>) -> Side {
    Side { report: passage.report.clone(), section: passage.section, text: passage.text.clone(), shared }
}
