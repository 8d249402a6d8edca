//! The names of slips, and how sure a repair is. Ids are part of the JSON; the words are in `words`.

use serde::Serialize;

/// The slip that a repair supposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub(crate) enum RepairKind {
    /// Cells without a number, filled in.
    Blank,
    /// One cell is wrong.
    Single,
    /// Two neighbouring digits exchanged.
    Transposed,
    DigitReplaced,
    /// One digit too many.
    DigitAdded,
    /// One digit too few.
    DigitOmitted,
    /// A value in the wrong column of its row.
    WrongColumn,
    /// Two values of a row exchanged.
    ColumnsSwapped,
    /// A value in the wrong row of its column.
    WrongRow,
    /// Two values of a column exchanged.
    RowsSwapped,
    /// An entry wrong, and with it the total of its row.
    EntryAndRowTotal,
    /// An entry wrong, and with it the total of its column.
    EntryAndColumnTotal,
    /// An entry wrong, and with it every total above it.
    EntryAndTotals,
    /// A total of a column and the grand total not brought up to date.
    StaleTotal,
    /// An entry corrected, none of its totals brought up to date.
    StaleTotals,
    /// A row shifted by one column.
    RowShifted,
    /// A row left empty.
    RowEmpty,
    /// A row written twice, over the next.
    RowDuplicated,
    /// Every number of a row that is not zero may be wrong.
    RowWrong,
    /// Two rows exchanged.
    RowsExchanged,
    /// Several rows shifted by one row.
    BlockShifted,
    /// Several slips at once, no pattern.
    Several,
}

impl RepairKind {
    /// All of them, in the order of their declaration.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 22] = [
        Self::Blank,
        Self::Single,
        Self::Transposed,
        Self::DigitReplaced,
        Self::DigitAdded,
        Self::DigitOmitted,
        Self::WrongColumn,
        Self::ColumnsSwapped,
        Self::WrongRow,
        Self::RowsSwapped,
        Self::EntryAndRowTotal,
        Self::EntryAndColumnTotal,
        Self::EntryAndTotals,
        Self::StaleTotal,
        Self::StaleTotals,
        Self::RowShifted,
        Self::RowEmpty,
        Self::RowDuplicated,
        Self::RowWrong,
        Self::RowsExchanged,
        Self::BlockShifted,
        Self::Several,
    ];
}

/// How sure a repair is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Certainty {
    /// Follows from the relations: cells that hold no number, each with one possible value.
    Proven,
    /// The only change of this size that settles everything.
    Only,
    /// By far the cheapest of several.
    Likely,
    /// One of several equally good repairs.
    Equal,
    /// The only one found, but of a kind that others not tried could replace.
    Possible,
}

/// What came out for a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockStatus {
    Located,
    /// Several equally good repairs, or one that need not be the only one.
    Ambiguous,
    /// No small change settles everything.
    Unexplained,
}
