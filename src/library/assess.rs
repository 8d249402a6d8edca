//! The one recipe from a report to what is said of it.

use crate::base::digest::Sha256Sum;
use crate::check::localise::{Block, KnownCells, localise_for};
use crate::check::{self, Basis, Before, Causes, Facts, Outcome, Tie, Told};
use crate::report::{Lean, Narrative, Report};

/// A report, and all that it is held against.
#[derive(Debug, Clone)]
pub(crate) struct Case<'a> {
    pub(crate) lean: &'a Lean,
    /// What stands for the year before.
    pub(crate) before: Before,
    /// What was found by looking at other reports too.
    pub(crate) batch: &'a Outcome,
    /// What is known beside.
    pub(crate) basis: Basis<'a>,
}

/// What others show of a report, where that is found later or kept beside.
pub(super) static NOTHING: Outcome = Outcome { findings: Vec::new(), unchecked: Vec::new() };

/// What is said of a report, or what its text adds to that.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Assessed {
    /// What was found, and what could not be checked.
    pub(crate) outcome: Outcome,
    /// Which cells are behind the broken relations.
    pub(crate) blocks: Vec<Block>,
}

/// A report whose text was read: its narrative, and all that it adds.
#[derive(Debug, Default)]
pub(crate) struct Narrated {
    pub(crate) narrative: Narrative,
    /// What was found in it, and which of the tables' findings are likely our reading's; what is behind the broken
    /// relations, told with the text at hand.
    pub(crate) added: Assessed,
    /// The numbers of the text that the tables say too.
    pub(crate) ties: Vec<Tie>,
    /// What the bytes of its file came to.
    pub(crate) digest: Option<Sha256Sum>,
}

impl Case<'_> {
    /// What its tables say by themselves.
    #[must_use]
    pub(crate) fn tables(&self) -> Outcome {
        check::check(self.lean, self.basis.profile)
    }

    /// What its tables say against the year before, and against what is known from elsewhere.
    #[must_use]
    pub(crate) fn years(&self) -> Outcome {
        let mut outcome = self.across_years();
        outcome.append(self.given());
        outcome
    }

    /// What its tables say against the year before.
    #[must_use]
    pub(super) fn across_years(&self) -> Outcome {
        let mut outcome = check::check_years(self.lean, self.before.lean(), &self.basis);
        outcome.append(check::check_lineage(self.lean, &self.before, &self.basis));
        outcome
    }

    /// What its tables say against what is known from elsewhere.
    #[must_use]
    pub(super) fn given(&self) -> Outcome {
        check::check_given(self.lean, &self.basis)
    }

    /// What was found without its text.
    #[must_use]
    pub(crate) fn numbers(&self) -> Outcome {
        self.and_years(self.tables())
    }

    fn and_years(&self, mut outcome: Outcome) -> Outcome {
        outcome.append(self.years());
        outcome.append(self.batch.clone());
        outcome
    }

    /// All that is said without its text.
    #[must_use]
    pub(crate) fn lean(&self) -> Assessed {
        let tables = self.tables();
        let before = self.before.lean();
        let known = before.map_or(KnownCells::NONE, |before| KnownCells::last_year(self.lean.form, before));
        let blocks = localise_for(self.basis.profile, self.lean, &tables, &known);
        Assessed { outcome: self.and_years(tables), blocks }
    }

    /// What its text adds to that, where [`Self::tables`] and the rules about its text alone gave `tables` and `texts`
    /// already.
    #[must_use]
    pub(crate) fn texts_after(&self, facts: &Facts<'_>, tables: &Outcome, texts: Outcome) -> Assessed {
        let mut outcome = check::check_years_quoted(facts, self.before.quoted());
        outcome.append(texts);
        let Causes { blocks, misreadings } = check::causes(facts, tables, self.before.lean());
        outcome.findings.extend(misreadings.into_iter().map(|misreading| misreading.finding));
        Assessed { outcome, blocks }
    }

    /// The same where the text is not at hand, from what is kept of it; `None` where it takes the text to say it: last
    /// year's report contradicts it, or what its tables say may be an error of reading.
    #[must_use]
    pub(crate) fn texts_told(&self, told: &Told, tables: &Outcome) -> Option<Assessed> {
        if self.lean.remarks > 0 && !tables.findings.is_empty() {
            return None;
        }
        let outcome = check::check_years_told(self.lean, told, self.before.quoted(), self.basis.profile)?;
        let blocks = check::causes_told(self.lean, told, tables, self.before.lean(), self.basis.profile);
        Some(Assessed { outcome, blocks })
    }

    /// The report with its text, and what that adds.
    #[must_use]
    pub(crate) fn narrated(&self, report: Report, digest: Option<Sha256Sum>) -> Narrated {
        let facts = Facts::of(&report, &self.basis);
        let added = self.texts_after(&facts, &self.tables(), check::check_text(&facts));
        let ties = check::ties(&facts);
        Narrated { narrative: report.narrative, added, ties, digest }
    }

    /// All that is said of it.
    #[must_use]
    pub(crate) fn whole(&self, facts: &Facts<'_>) -> Assessed {
        self.whole_after(facts, self.tables())
    }

    /// The same where its tables gave this already.
    #[must_use]
    pub(super) fn whole_after(&self, facts: &Facts<'_>, tables: Outcome) -> Assessed {
        let texts = self.texts_after(facts, &tables, check::check_text(facts));
        let mut outcome = self.and_years(tables);
        outcome.append(texts.outcome);
        Assessed { outcome, blocks: texts.blocks }
    }

    /// What it shows by itself, whatever last year's report will say: which of its tables' findings are our reading's may
    /// turn out otherwise with that at hand.
    #[must_use]
    pub(super) fn alone(&self, facts: &Facts<'_>, tables: &Outcome) -> Assessed {
        let mut outcome = tables.clone();
        outcome.append(check::check_text(facts));
        outcome.append(self.given());
        Assessed { outcome, blocks: check::causes(facts, tables, None).blocks }
    }
}
