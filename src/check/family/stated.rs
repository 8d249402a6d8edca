//! Numbers that a report's text states and that other reports judge: those of the batch (N-18, FEE-07), last year's (N-13,
//! Y-06), or that judge what its tables say.
//!
//! A batch is read one report after the other: only these few numbers of each are kept. What they show is said with the
//! text before one's eyes again.

use crate::check::facts::{Facts, claims};
use crate::check::family::fees::Fees;
use crate::check::family::narrative::Grown;
use crate::check::family::similar::{Comparer, Sketch};
use crate::check::family::years::{Quoted, words};
use crate::check::family::{fees, narrative, years};
use crate::check::finding::collect::{Collector, Say};
use crate::check::finding::outcome::Outcome;
use crate::check::profile::Profile;
use crate::check::rule::id;
use crate::form::Cell;
use crate::report::{Lean, Number};

/// What is kept of a report's texts.
#[derive(Debug, Clone)]
pub struct Digest {
    /// What they are compared by.
    pub(crate) sketch: Sketch,
    pub(crate) stated: Statements,
    pub(crate) told: Told,
}

/// What a report's texts say of last year, and of its own tables.
#[derive(Debug, Clone, Default)]
pub(crate) struct Told {
    pub(super) requests: Box<[i64]>,
    pub(super) grown: Box<[Grown]>,
    /// Values that cells should have, where the tables do not hold.
    pub(super) cells: Box<[(Cell, i64)]>,
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
    pub fn of(facts: &Facts<'_>, tables: &Outcome, comparer: &Comparer<'_>) -> Self {
        let claims = facts.claims();
        let published = narrative::published(claims).and_then(|claim| claim.value.as_int());
        let stated = Statements { published, fees: Fees::of(claims) };
        // Texts are compared as they are written.
        Self { sketch: comparer.sketch(facts.written), stated, told: Told::of(facts, tables) }
    }
}

impl Told {
    fn of(facts: &Facts<'_>, tables: &Outcome) -> Self {
        let cells = if tables.findings.is_empty() { Vec::new() } else { claims::known(facts) };
        Self { requests: words::requests(facts), grown: Grown::of(facts), cells: cells.into() }
    }

    /// What the text says of the tables' cells.
    pub(in crate::check) fn cells(&self) -> &[(Cell, i64)] {
        &self.cells
    }

    /// What [`crate::check::check_years_text`] says; `None` where last year's report contradicts the text, which must be
    /// looked at again then.
    pub(in crate::check) fn held_against(
        &self,
        report: &Lean,
        before: Option<Quoted<'_>>,
        profile: &Profile,
    ) -> Option<Outcome> {
        let mut found = Collector::new(&report.head, profile);
        let holds = years::text_holds(&self.requests, report, before, &mut found)
            && narrative::growth_holds(&self.grown, before.and_then(Quoted::alone), &mut found);
        holds.then(|| found.finish(report.form))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::narrative::report;
    use crate::check::{Basis, causes, causes_told, check, check_years_text, check_years_told};

    const NAME: &str = "青岚县水务局";
    const TEXTS: [&str; 6] = [
        "",
        "收到政府信息公开申请3646件，同比增长1.05%。",
        "收到政府信息公开申请3646件，较上年的3607件增长1.05%。",
        "2023年收到申请3607件。今年收到申请3646件，比上年增加39件。",
        "上年收到申请14件。",
        "主动公开政府信息128条。收到政府信息公开申请3646件，办结3646件。",
    ];

    #[test]
    fn what_is_kept_of_a_text_says_of_last_year_what_the_text_does_or_asks_for_the_text() {
        let basis = Basis::standard();
        let last = |new: &str| {
            let mut lean = report(NAME, 1, "", &[("new", new)]).lean;
            lean.head.year -= 1;
            lean
        };
        let (mut told, mut asked) = (0, 0);
        for text in TEXTS {
            let report = report(NAME, 1, text, &[("new", "3646"), ("handled", "3646")]);
            let facts = Facts::of(&report, &basis);
            let kept = Told::of(&facts, &Outcome::default());
            for before in [None, Some(last("3607")), Some(last("3608")), Some(last("14")), Some(last("不详"))] {
                let whole = check_years_text(&facts, before.as_ref());
                match check_years_told(&report.lean, &kept, before.as_ref().map(Quoted::own), basis.profile) {
                    Some(outcome) => assert_eq!(outcome, whole, "{text}"),
                    None => assert_ne!(whole.findings, [], "{text}"),
                }
                told += usize::from(whole.findings.is_empty());
                asked += usize::from(!whole.findings.is_empty());
            }
        }
        assert!(told > 10 && asked > 5, "{told} {asked}");
    }

    #[test]
    fn what_is_kept_of_a_text_tells_which_cells_are_wrong_as_the_text_does() {
        let basis = Basis::standard();
        for text in TEXTS {
            let report = report(NAME, 1, text, &[("new", "3646"), ("handled", "3647"), ("granted", "3646")]);
            let tables = check(&report.lean, basis.profile);
            assert_ne!(tables.findings, []);
            let facts = Facts::of(&report, &basis);
            let kept = Told::of(&facts, &tables);
            for before in [None, Some(&report.lean)] {
                let blocks = causes_told(&report.lean, &kept, &tables, before, basis.profile);
                assert_eq!(blocks, causes(&facts, &tables, before).blocks, "{text}");
            }
        }
    }
}
