//! Data of other programs, by a mapping file: which texts there are.

/// Data of other programs, by a mapping file.
#[derive(Debug)]
pub struct MapWords {
    /// A mistake with its place. `{line}` `{key}` `{what}`
    pub place: &'static str,
    /// No such cell.
    pub no_cell: &'static str,
    /// No such edition.
    pub no_form: &'static str,
    /// No such section.
    pub no_section: &'static str,
    /// No such shape.
    pub no_shape: &'static str,
    /// No such column or path.
    pub no_name: &'static str,
    /// Several columns or paths have the name.
    pub several: &'static str,
    /// A column or path is named for two cells.
    pub taken: &'static str,
    /// No such sheet.
    pub no_sheet: &'static str,
    /// The table that a shape needs.
    pub missing: &'static str,
    /// No row of names.
    pub no_header: &'static str,
    /// No year.
    pub bad_year: &'static str,
    /// `{detail}`
    pub no_json: &'static str,
    /// `{path}` `{detail}`
    pub unreadable: &'static str,
    /// A message with its file. `{path}` `{what}`
    pub at: &'static str,
    /// A record with what was passed over. `{row}` `{what}`
    pub row: &'static str,
    /// A record without an agency.
    pub row_no_agency: &'static str,
    /// A record without a year. `{text}`
    pub row_no_year: &'static str,
    /// A name of no cell. `{name}`
    pub row_unknown: &'static str,
    /// Two values for a cell. `{cell}`
    pub row_twice: &'static str,
    /// Two names for one cell. `{cell}`
    pub row_claimed: &'static str,
    /// A sum among the agencies. `{name}`
    pub row_total: &'static str,
    /// Names of which nothing was made. `{count}` `{names}`
    pub unused: &'static str,
    /// First line of a guessed mapping.
    pub guess_head: &'static str,
    /// Beside a key that must be filled in.
    pub guess_open: &'static str,
    /// Beside the year, likewise.
    pub guess_year: &'static str,
    /// In a mapping of a row a cell.
    pub guess_long: &'static str,
    /// Before the names that are left. `{count}`
    pub guess_left: &'static str,
    /// Before names that two have, or that two cells could have. `{count}`
    pub guess_twice: &'static str,
    /// Beside a line whose name is only near.
    pub guess_near: &'static str,
    /// Beside a line that only the sums tell.
    pub guess_sums: &'static str,
    /// After a name that was not understood: what may be meant. `{names}`
    pub guess_perhaps: &'static str,
    /// The guessed mapping was written. `{path}`
    pub written: &'static str,
    /// What came out of a file. `{path}` `{count}` `{notes}`
    pub read: &'static str,
}
