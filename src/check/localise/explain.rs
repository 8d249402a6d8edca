//! Repairs in words.

use crate::check::finding::explain::cell_name;
use crate::form::Form;
use crate::words::Lang;

use super::{Block, BlockStatus, Certainty, Change, Repair, RepairKind};

/// A list of changes longer than this is cut.
const SHOWN: usize = 6;

/// The name of a slip.
#[must_use]
pub(crate) fn kind_name(kind: RepairKind, lang: Lang) -> &'static str {
    let words = &lang.words().slip;
    match kind {
        RepairKind::Blank => words.blank(),
        RepairKind::Single => words.single(),
        RepairKind::Transposed => words.transposed(),
        RepairKind::DigitReplaced => words.digit_replaced(),
        RepairKind::DigitAdded => words.digit_added(),
        RepairKind::DigitOmitted => words.digit_omitted(),
        RepairKind::WrongColumn => words.wrong_column(),
        RepairKind::ColumnsSwapped => words.columns_swapped(),
        RepairKind::WrongRow => words.wrong_row(),
        RepairKind::RowsSwapped => words.rows_swapped(),
        RepairKind::EntryAndRowTotal => words.entry_and_row_total(),
        RepairKind::EntryAndColumnTotal => words.entry_and_column_total(),
        RepairKind::EntryAndTotals => words.entry_and_totals(),
        RepairKind::StaleTotal => words.stale_total(),
        RepairKind::StaleTotals => words.stale_totals(),
        RepairKind::RowShifted => words.row_shifted(),
        RepairKind::RowEmpty => words.row_empty(),
        RepairKind::RowDuplicated => words.row_duplicated(),
        RepairKind::RowWrong => words.row_wrong(),
        RepairKind::RowsExchanged => words.rows_exchanged(),
        RepairKind::BlockShifted => words.block_shifted(),
        RepairKind::Several => words.several(),
    }
}

/// How sure a repair is.
#[must_use]
pub(crate) fn certainty_name(certainty: Certainty, lang: Lang) -> &'static str {
    let words = &lang.words().localise;
    match certainty {
        Certainty::Proven => words.proven(),
        Certainty::Only => words.only(),
        Certainty::Likely => words.likely(),
        Certainty::Equal => words.equal(),
        Certainty::Possible => words.possible(),
    }
}

/// `若 （七）总计·总计 50→51，3 条关系全部成立`
#[must_use]
pub(crate) fn repair_text(form: &Form, repair: &Repair, lang: Lang) -> String {
    let words = &lang.words().localise;
    let one = |change: &Change| {
        let name = cell_name(form, change.cell, lang);
        match change.from {
            Some(from) => words.change(&name, from, change.to),
            None => words.change_blank(&name, change.to),
        }
    };
    let changes = list(repair, one, lang);
    match repair.equations {
        0 => words.repair_filled(changes),
        count => words.repair_made(changes, count),
    }
}

/// `请核对：（七）总计·总计 应为 51，填报为 50，影响 3 条勾稽关系`
#[must_use]
pub(crate) fn note_text(form: &Form, repair: &Repair, lang: Lang) -> String {
    let words = &lang.words().localise;
    let one = |change: &Change| {
        let name = cell_name(form, change.cell, lang);
        match change.from {
            Some(from) => words.note_change(&name, change.to, from),
            None => words.note_blank(&name, change.to),
        }
    };
    // A letter names every cell, however many.
    let changes = repair.cells.iter().map(one).collect::<Vec<_>>().join(words.note_separator());
    match repair.equations {
        0 => words.note_filled(changes),
        count => words.note(changes, count),
    }
}

fn list(repair: &Repair, one: impl Fn(&Change) -> String, lang: Lang) -> String {
    let words = &lang.words().localise;
    let shown: Vec<String> = repair.cells.iter().take(SHOWN).map(one).collect();
    let text = shown.join(words.separator());
    if repair.cells.len() > SHOWN { words.and_more(&text, repair.cells.len()) } else { text }
}

/// What came out for a block, in one line: the repair, how many there are, or that there is none.
#[must_use]
pub(crate) fn block_text(form: &Form, block: &Block, lang: Lang) -> String {
    let words = &lang.words().localise;
    let table = form.tables.get(block.table).map(|table| table.name(lang)).unwrap_or_default();
    let Some(best) = block.repairs.first().filter(|_| block.status != BlockStatus::Unexplained) else {
        return words.unexplained(&table);
    };
    let repair = repair_text(form, best, lang);
    let kind = kind_name(best.kind, lang);
    let certainty = certainty_name(best.certainty, lang);
    match block.status {
        BlockStatus::Ambiguous if block.repairs.len() > 1 => words.ambiguous(block.repairs.len(), kind, &repair),
        _ => words.located(certainty, kind, &repair),
    }
}
