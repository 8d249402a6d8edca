//! Seeing much at once: the preview, the years, the overview. Which texts there are.

/// The preview, the years and the overview.
#[derive(Debug)]
pub struct SeeWords {
    /// A cell's value last year, and the change since. `{year}` `{before}` `{change}`
    pub year_cell: &'static str,
    /// The change where there is none.
    pub unchanged: &'static str,
    /// Suddenly more.
    pub jump_more: &'static str,
    /// Suddenly less.
    pub jump_less: &'static str,
    /// Some became none.
    pub jump_gone: &'static str,
    /// The tab of the years.
    pub tab_years: &'static str,
    /// A column of the years.
    pub column_plot: &'static str,
    /// A column of the years: what agencies of the same kind have in the year `{year}`.
    pub column_median: &'static str,
    /// A figure of the years.
    pub figure_new: &'static str,
    /// A figure of the years.
    pub figure_carried_in: &'static str,
    /// A figure of the years.
    pub figure_granted: &'static str,
    /// A figure of the years.
    pub figure_denied: &'static str,
    /// A figure of the years.
    pub figure_handled: &'static str,
    /// A figure of the years.
    pub figure_carried_out: &'static str,
    /// A figure of the years.
    pub figure_reconsideration: &'static str,
    /// A figure of the years.
    pub figure_litigation: &'static str,
    /// A figure of the years.
    pub figure_corrected: &'static str,
    /// A figure of the years.
    pub figure_in_force: &'static str,
    /// A figure of the years.
    pub figure_fees: &'static str,
    /// The median of a year, and of how many agencies. `{median}` `{count}`
    pub median_of: &'static str,
    /// No agency of the same kind has reported.
    pub no_peers: &'static str,
    /// Which agencies are compared. `{region}`
    pub peers_in: &'static str,
    /// The same, where no region is known.
    pub peers_anywhere: &'static str,
    /// A value known from the next year's report only.
    pub stated_later: &'static str,
    /// Nothing to open in this column.
    pub no_report_of_year: &'static str,
    /// The edition has no such cell.
    pub no_cell_of_figure: &'static str,
    /// Another year is looked at. `{report}`
    pub visiting_year: &'static str,
    /// The edition of the form. `{form}`
    pub preview_form: &'static str,
    /// Findings with a verdict. `{decided}` `{all}`
    pub preview_decided: &'static str,
    /// Heading of the last acts.
    pub preview_acts: &'static str,
    /// Heading of the findings.
    pub preview_findings: &'static str,
    /// Heading of the main figures.
    pub preview_figures: &'static str,
    /// There is more than fits. `{count}`
    pub preview_more: &'static str,
    /// Heading of the cells that a finding is about.
    pub finding_cells: &'static str,
    /// Heading of the numbers of a section that the tables say too.
    pub text_numbers: &'static str,
    /// A section without such numbers.
    pub text_no_numbers: &'static str,
    /// The preview is shown.
    pub preview_on: &'static str,
    /// The preview is hidden.
    pub preview_off: &'static str,
    /// There is no room for the preview.
    pub preview_no_room: &'static str,
    /// Title of the overview.
    pub overview_title: &'static str,
    /// Its keys.
    pub overview_hint: &'static str,
    /// How many reports are done with. `{done}` `{all}`
    pub overview_reviewed: &'static str,
    /// How many findings have a verdict. `{done}` `{all}`
    pub overview_decided: &'static str,
    /// Not everything is read or checked yet.
    pub overview_loading: &'static str,
    /// A group of bars.
    pub group_status: &'static str,
    /// A group of bars.
    pub group_severity: &'static str,
    /// A group of bars.
    pub group_reading: &'static str,
    /// A group of bars.
    pub group_rule: &'static str,
    /// A group of bars.
    pub group_region: &'static str,
    /// Above how many reports.
    pub bar_head_reports: &'static str,
    /// Above how many findings.
    pub bar_head_findings: &'static str,
    /// How many reports. `{reports}`
    pub bar_reports: &'static str,
    /// How many reports, and findings in them. `{reports}` `{findings}`
    pub bar_findings: &'static str,
    /// Reports of the region itself, not of one below it.
    pub own_level: &'static str,
    /// A bar that the list cannot be narrowed to.
    pub cannot_narrow: &'static str,
    /// The levels of agencies that reports name, each with its name here.
    pub levels: &'static [(&'static str, &'static str)],
}
