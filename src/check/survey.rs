//! All reports of a directory, checked together: each one whole, each against the year before.
//!
//! Loading gives the numbers; here the texts are read too, one after the other, and what is found is handed on at once.
//! The caller says how a report is opened: this module reads no file.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::report::{Head, Lean, Report, SafeText};

use super::{Basis, Outcome, check_text, check_years};

/// One report of the batch.
#[derive(Debug, Clone)]
pub struct Member {
    /// The report id.
    pub id: SafeText,
    /// Head and cells.
    pub lean: Arc<Lean>,
}

/// Opens the report of a member, by its position; `None` if it cannot be read any more.
pub type Open<'a> = dyn Fn(usize) -> Option<Report> + Sync + 'a;

/// Something was found out about a member.
#[derive(Debug, Clone)]
pub struct Found {
    /// The position of the member.
    pub member: usize,
    /// What a part of the checks gave.
    pub outcome: Outcome,
    /// Does it take other reports than this one and the one for the year before to find it out again?
    pub of_the_batch: bool,
}

/// So many reports are read before what was found in them is handed on.
const GROUP: usize = 64;

/// Checks the texts of all members, and each against the year before: all that [`super::check`] does not. `sink` is
/// called from several threads, and may be told of a member several times: the outcomes add up.
pub fn survey(
    members: &[Member],
    open: &Open<'_>,
    basis: &Basis<'_>,
    cancel: &AtomicBool,
    sink: &(dyn Fn(Vec<Found>) + Sync),
) {
    let years = Years::of(members);
    members.par_chunks(GROUP).enumerate().for_each(|(group, chunk)| {
        let mut found = Vec::with_capacity(chunk.len());
        for (offset, member) in chunk.iter().enumerate() {
            if cancel.load(Ordering::Relaxed) {
                return;
            }
            let position = group * GROUP + offset;
            let mut outcome = open(position).map(|report| check_text(&report, basis)).unwrap_or_default();
            let before = years.before(&member.lean.head).and_then(|position| members.get(position));
            outcome.append(check_years(&member.lean, before.map(|before| &*before.lean), basis));
            found.push(Found { member: position, outcome, of_the_batch: false });
        }
        sink(found);
    });
}

/// Which report stands for an agency's year: the latest version.
pub struct Years(HashMap<(SafeText, Box<[SafeText]>, u16), usize>);

impl Years {
    /// Of these members.
    #[must_use]
    pub fn of(members: &[Member]) -> Self {
        let mut latest: HashMap<_, usize> = HashMap::with_capacity(members.len());
        let version = |position: usize| members.get(position).and_then(|member: &Member| member.lean.head.version);
        for (position, Member { lean, .. }) in members.iter().enumerate() {
            let known = latest.entry(key(&lean.head, lean.head.year)).or_insert(position);
            if lean.head.version > version(*known) {
                *known = position;
            }
        }
        Self(latest)
    }

    /// The position of the agency's report for the year before.
    #[must_use]
    pub fn before(&self, head: &Head) -> Option<usize> {
        self.0.get(&key(head, head.year.checked_sub(1)?)).copied()
    }
}

fn key(head: &Head, year: u16) -> (SafeText, Box<[SafeText]>, u16) {
    (head.agency.name.clone(), head.agency.region.clone(), year)
}
