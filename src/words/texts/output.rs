//! Listings: which texts there are.

/// Listings.
#[derive(Debug)]
pub struct OutputWords {
    /// The line that heads a report.
    pub report: &'static str,
    /// Before a reading doubt.
    pub remark: &'static str,
    /// The last line.
    pub totals: &'static str,
    /// A rule about one cell.
    pub scope_cell: &'static str,
    /// A rule about one table.
    pub scope_table: &'static str,
    /// A rule's scope.
    pub scope_report: &'static str,
    /// A rule's scope.
    pub scope_cross_year: &'static str,
    /// A rule's scope.
    pub scope_cross_agency: &'static str,
    /// How many equations a rule has.
    pub equations: &'static str,
    /// What a rule needs beside the report. `{needs}`
    pub rule_needs: &'static str,
    /// A rule that cannot run yet. `{needs}`
    pub rule_awaits: &'static str,
}
