//! Which cell is wrong: which texts there are.

/// Which cell is wrong.
#[derive(Debug)]
pub struct LocaliseWords {
    /// The names of slips.
    pub kind: SlipWords,
    /// Follows from the relations.
    pub proven: &'static str,
    /// One reading, and no other was found.
    pub only: &'static str,
    /// One reading, far likelier than others.
    pub likely: &'static str,
    /// One of several.
    pub equal: &'static str,
    /// One reading, but others cannot be excluded.
    pub possible: &'static str,
    /// One changed cell.
    pub change: &'static str,
    /// One filled cell.
    pub change_blank: &'static str,
    /// Between changes.
    pub separator: &'static str,
    /// A list of changes that was cut.
    pub and_more: &'static str,
    /// What a reading would do.
    pub reading: &'static str,
    /// What a reading that fills gaps would do.
    pub reading_filled: &'static str,
    /// A note for the agency.
    pub note: &'static str,
    /// A note about gaps.
    pub note_filled: &'static str,
    /// One changed cell in a note.
    pub note_change: &'static str,
    /// One gap in a note.
    pub note_blank: &'static str,
    /// A block with one reading.
    pub located: &'static str,
    /// A block with several readings.
    pub ambiguous: &'static str,
    /// A block without a reading.
    pub unexplained: &'static str,
    /// What the relations cannot show.
    pub limits: &'static str,
    /// Before a line of a listing.
    pub repair: &'static str,
    /// Between the cells of a note.
    pub note_separator: &'static str,
}

/// The names of slips, one for each kind of reading.
#[derive(Debug)]
pub struct SlipWords {
    /// No number given.
    pub blank: &'static str,
    /// One cell wrong.
    pub single: &'static str,
    /// Digits transposed.
    pub transposed: &'static str,
    /// One digit wrong.
    pub digit_replaced: &'static str,
    /// One digit too many.
    pub digit_added: &'static str,
    /// One digit too few.
    pub digit_omitted: &'static str,
    /// Value in the wrong column.
    pub wrong_column: &'static str,
    /// Two columns of a row swapped.
    pub columns_swapped: &'static str,
    /// Value in the wrong row.
    pub wrong_row: &'static str,
    /// Two rows of a column swapped.
    pub rows_swapped: &'static str,
    /// An entry and its row total wrong.
    pub entry_and_row_total: &'static str,
    /// An entry and its column total wrong.
    pub entry_and_column_total: &'static str,
    /// An entry and all its totals wrong.
    pub entry_and_totals: &'static str,
    /// A column total not brought up to date.
    pub stale_total: &'static str,
    /// Totals not brought up to date.
    pub stale_totals: &'static str,
    /// A row shifted by one column.
    pub row_shifted: &'static str,
    /// A row left empty.
    pub row_empty: &'static str,
    /// A row written twice.
    pub row_duplicated: &'static str,
    /// A row wrong in several columns.
    pub row_wrong: &'static str,
    /// Two rows exchanged.
    pub rows_exchanged: &'static str,
    /// Several rows shifted by one row.
    pub block_shifted: &'static str,
    /// Several slips.
    pub several: &'static str,
}
