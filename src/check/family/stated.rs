//! Numbers that a report's text states and that other reports of the batch judge (N-18, FEE-07).
//!
//! A batch is read one report after the other: only these few numbers of each are kept. What they show is said with the
//! text before one's eyes again.

use crate::check::facts::claims::Text;
use crate::check::facts::script;
use crate::check::family::fees::Fees;
use crate::check::family::similar::{Comparer, Sketch};
use crate::check::family::{fees, narrative};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::check::{Basis, Outcome};
use crate::report::{Number, Report};

/// What is kept of a report's texts.
#[derive(Debug, Clone, Copy)]
pub struct Digest {
    /// What they are compared by.
    pub sketch: Sketch,
    /// What they say.
    pub stated: Statements,
}

/// What a report's texts say to the others.
#[derive(Debug, Clone, Copy, Default)]
pub struct Statements {
    /// How much was published, in 条.
    pub(in crate::check) published: Option<i64>,
    /// The processing fee.
    pub(in crate::check) fees: Fees,
}

/// Something about a member of a batch that is said with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// What it says of how much was published is far from what its peers say.
    Published {
        /// What the one in the middle says.
        median: i64,
        /// How many there are.
        peers: usize,
    },
    /// The fees of its units together are not what it says: those sums that are to be compared.
    Fees(Fees),
}

impl Digest {
    /// Of a report.
    #[must_use]
    pub fn of(report: &Report, comparer: &Comparer<'_>) -> Self {
        let folded = script::folded(report);
        Self::with(report, &Text::of(folded.as_ref().unwrap_or(report)), comparer)
    }

    /// Of a report whose numbers are known already.
    pub(in crate::check) fn with(report: &Report, numbers: &Text, comparer: &Comparer<'_>) -> Self {
        let published = narrative::published(numbers).and_then(|claim| claim.value.as_int());
        Self { sketch: comparer.sketch(report), stated: Statements { published, fees: Fees::of(numbers) } }
    }
}

/// Says what a look at a member's text shows.
#[must_use]
pub fn check_look(report: &Report, look: &Look, basis: &Basis<'_>) -> Outcome {
    let folded = script::folded(report);
    let (written, report) = (report, folded.as_ref().unwrap_or(report));
    let mut found = Collector::new(&written.lean.head, basis.profile);
    let numbers = Text::of(report);
    match look {
        Look::Fees(sums) => fees::roll_up(report, &numbers, sums, &mut found),
        Look::Published { median, peers } => {
            if let Some(claim) = narrative::published(&numbers) {
                let say = Say::default().with("value", claim.value).with("median", median).with("peers", peers);
                let say = say.sides(claim.value, Number::int(*median)).at(claim.evidence(report));
                found.say(id::N_18, "far", "published", say);
            }
        }
    }
    let mut outcome = found.finish(report.lean.form);
    if folded.is_some() {
        script::restore(written, &mut outcome);
    }
    outcome
}
