//! Listings.

use crate::words::texts::*;

pub(super) const OUTPUT: OutputWords = OutputWords {
    report: "{agency} {year} ({id})",
    remark: "doubt",
    totals: "{reports} reports, {troubled} with errors: {errors} errors, {warnings} warnings, {infos} infos, {unchecked} unchecked",
    scope_cell: "cell",
    scope_table: "table",
    scope_report: "report",
    scope_cross_year: "cross-year",
    scope_cross_agency: "cross-agency",
    equations: " ({count} equations)",
    rule_needs: "needs: {needs}",
    rule_awaits: "not yet: {needs}",
};
