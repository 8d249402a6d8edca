//! All that the text of a report adds to what the desk knows by its tables. Worked out where documents are read, not
//! where keys are taken.

use crate::check::{self, Basis, Before, Causes};
use crate::report::Report;

use super::msg::Told;

/// What the text adds.
pub(super) fn told(report: Report, before: &Before, basis: &Basis<'_>) -> Told {
    let tables = check::check(&report.lean, basis.profile);
    let Causes { blocks, slips } = check::causes(&report, &tables, before.lean(), basis.profile);
    let mut outcome = check::check_text(&report, basis);
    outcome.append(check::check_years_text(&report, before.quoted(), basis));
    outcome.findings.extend(slips.into_iter().map(|slip| slip.finding));
    let ties = check::ties(&report);
    Told { narrative: report.narrative, outcome, blocks, ties, digest: None }
}
