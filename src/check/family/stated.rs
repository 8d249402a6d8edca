//! Numbers that a report's text states and that other reports of the batch judge (N-18, FEE-07).
//!
//! A batch is read one report after the other: only these few numbers of each are kept. What they show is said with the
//! text before one's eyes again.

use crate::check::facts::Facts;
use crate::check::family::fees::Fees;
use crate::check::family::similar::{Comparer, Sketch};
use crate::check::family::{fees, narrative};
use crate::check::finding::collect::Say;
use crate::check::finding::outcome::Outcome;
use crate::check::rule::id;
use crate::report::Number;

/// What is kept of a report's texts.
#[derive(Debug, Clone, Copy)]
pub struct Digest {
    /// What they are compared by.
    pub(crate) sketch: Sketch,
    pub(crate) stated: Statements,
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
pub(crate) enum Look {
    /// What it says of how much was published is far from what its peers say.
    Published {
        /// What the one in the middle says.
        median: i64,
        peers: usize,
    },
    /// The fees of its units together are not what it says: those sums that are to be compared.
    Fees(Fees),
}

impl Digest {
    #[must_use]
    pub fn of(facts: &Facts<'_>, comparer: &Comparer<'_>) -> Self {
        let claims = facts.claims();
        let published = narrative::published(claims).and_then(|claim| claim.value.as_int());
        // Texts are compared as they are written.
        Self { sketch: comparer.sketch(facts.written), stated: Statements { published, fees: Fees::of(claims) } }
    }
}

/// Says what a look at a member's text shows.
#[must_use]
pub(crate) fn check_look(facts: &Facts<'_>, look: &Look) -> Outcome {
    let mut found = facts.collector();
    let (report, claims) = (facts.report(), facts.claims());
    match look {
        Look::Fees(sums) => fees::roll_up(report, claims, sums, &mut found),
        Look::Published { median, peers } => {
            if let Some(claim) = narrative::published(claims) {
                let say = Say::default().with("value", claim.value).with("median", median).with("peers", peers);
                let say = say.sides(claim.value, Number::int(*median)).at(claim.evidence(report));
                found.say(id::N_18, "far", "published", say);
            }
        }
    }
    facts.found(found)
}
