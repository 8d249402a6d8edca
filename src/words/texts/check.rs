//! Findings: which texts there are.

/// Findings.
#[derive(Debug)]
pub struct CheckWords {
    /// Rules that could not be applied, for one reason: `reason`, `rules`.
    pub unchecked: &'static str,
    /// An equation that does not hold.
    pub broken: &'static str,
    /// Between the terms of a sum.
    pub plus: &'static str,
    /// Before a sum.
    pub equals: &'static str,
    /// A sum whose terms are all zero.
    pub all_zero: &'static str,
    /// A blank cell.
    pub blank: &'static str,
    /// Blank cells of a row or a table.
    pub blanks: &'static str,
    /// A cell that holds no number.
    pub not_a_number: &'static str,
    /// A negative number.
    pub negative: &'static str,
    /// A count with decimals.
    pub not_whole: &'static str,
    /// An amount below one yuan.
    pub too_fine: &'static str,
    /// What stands in a blank cell.
    pub empty: &'static str,
    /// The table is not in the report.
    pub no_table: &'static str,
    /// Cells are not in the report.
    pub missing: &'static str,
    /// Cells hold no number.
    pub no_number: &'static str,
    /// Cells that were read with a doubt.
    pub doubtful: &'static str,
    /// Behind a finding: cells that it rests on and that were read with a doubt. `{cells}`
    pub doubted: &'static str,
    /// Of those, the ones of last year's report. `{cells}`
    pub doubted_last_year: &'static str,
    /// Of those, the ones of another agency's report. `{agency}`, `{cells}`
    pub doubted_other: &'static str,
    /// Between the reports.
    pub doubted_separator: &'static str,
    /// The first few reports. `{list}`, `{count}`
    pub doubted_more: &'static str,
    /// Numbers too large.
    pub overflow: &'static str,
    /// Why: the section is missing. `{section}`
    pub no_section: &'static str,
    /// Why: another edition.
    pub other_edition: &'static str,
    /// Why: the report has no text.
    pub no_text: &'static str,
    /// Why: only the beginning of a very long section was looked at. `{section}`
    pub too_long: &'static str,
    /// Why: the report has no title.
    pub no_title: &'static str,
    /// Why: the agency's level is unknown.
    pub no_level: &'static str,
    /// Why: a passage with several readings. `{text}`
    pub unclear: &'static str,
    /// Why: an input is not there.
    pub needs_last_year: &'static str,
    /// Why: an input is not there.
    pub needs_roster: &'static str,
    /// Why: an input is not there.
    pub needs_batch: &'static str,
    /// Why: an input is not there.
    pub needs_register: &'static str,
    /// Why: an input is not there.
    pub needs_dates: &'static str,
    /// Why: an input is not there.
    pub needs_published_page: &'static str,
    /// Why: an input is not there.
    pub needs_paper_copy: &'static str,
    /// Why: an input is not there.
    pub needs_frozen: &'static str,
    /// Inputs by name, in the order of `Need`.
    pub need_names: [&'static str; 8],
    /// Between names in a list.
    pub separator: &'static str,
    /// A list that was cut.
    pub and_more: &'static str,
}

/// How bad a finding is.
#[derive(Debug)]
pub struct SeverityWords {
    /// Cannot be right.
    pub error: &'static str,
    /// To be confirmed.
    pub warning: &'static str,
    /// For the reviewer.
    pub info: &'static str,
    /// One or two cells wide, for lists.
    pub error_mark: &'static str,
    /// One or two cells wide, for lists.
    pub warning_mark: &'static str,
    /// One or two cells wide, for lists.
    pub info_mark: &'static str,
    /// A reading doubt, for lists.
    pub remark_mark: &'static str,
}
