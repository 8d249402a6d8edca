//! Readings in words.

use crate::check::finding::explain::cell_name;
use crate::form::Form;
use crate::words::Lang;

use super::{Block, Certainty, Change, Kind, Reading, Status};

/// A list of changes longer than this is cut.
const SHOWN: usize = 6;

/// The name of a slip.
#[must_use]
pub fn kind_name(kind: Kind, lang: Lang) -> &'static str {
    let words = &lang.words().slip;
    match kind {
        Kind::Blank => words.blank(),
        Kind::Single => words.single(),
        Kind::Transposed => words.transposed(),
        Kind::DigitReplaced => words.digit_replaced(),
        Kind::DigitAdded => words.digit_added(),
        Kind::DigitOmitted => words.digit_omitted(),
        Kind::WrongColumn => words.wrong_column(),
        Kind::ColumnsSwapped => words.columns_swapped(),
        Kind::WrongRow => words.wrong_row(),
        Kind::RowsSwapped => words.rows_swapped(),
        Kind::EntryAndRowTotal => words.entry_and_row_total(),
        Kind::EntryAndColumnTotal => words.entry_and_column_total(),
        Kind::EntryAndTotals => words.entry_and_totals(),
        Kind::StaleTotal => words.stale_total(),
        Kind::StaleTotals => words.stale_totals(),
        Kind::RowShifted => words.row_shifted(),
        Kind::RowEmpty => words.row_empty(),
        Kind::RowDuplicated => words.row_duplicated(),
        Kind::RowWrong => words.row_wrong(),
        Kind::RowsExchanged => words.rows_exchanged(),
        Kind::BlockShifted => words.block_shifted(),
        Kind::Several => words.several(),
    }
}

/// How sure a reading is.
#[must_use]
pub fn certainty_name(certainty: Certainty, lang: Lang) -> &'static str {
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
pub fn reading_text(form: &Form, reading: &Reading, lang: Lang) -> String {
    let words = &lang.words().localise;
    let one = |change: &Change| {
        let name = cell_name(form, change.cell, lang);
        match change.from {
            Some(from) => words.change(&name, from, change.to),
            None => words.change_blank(&name, change.to),
        }
    };
    let changes = list(reading, one, lang);
    match reading.equations {
        0 => words.reading_filled(changes),
        count => words.reading(changes, count),
    }
}

/// `请核对：（七）总计·总计 应为 51，填报为 50，影响 3 条勾稽关系`
#[must_use]
pub fn note_text(form: &Form, reading: &Reading, lang: Lang) -> String {
    let words = &lang.words().localise;
    let one = |change: &Change| {
        let name = cell_name(form, change.cell, lang);
        match change.from {
            Some(from) => words.note_change(&name, change.to, from),
            None => words.note_blank(&name, change.to),
        }
    };
    // A letter names every cell, however many.
    let changes = reading.cells.iter().map(one).collect::<Vec<_>>().join(words.note_separator());
    match reading.equations {
        0 => words.note_filled(changes),
        count => words.note(changes, count),
    }
}

fn list(reading: &Reading, one: impl Fn(&Change) -> String, lang: Lang) -> String {
    let words = &lang.words().localise;
    let shown: Vec<String> = reading.cells.iter().take(SHOWN).map(one).collect();
    let text = shown.join(words.separator());
    if reading.cells.len() > SHOWN { words.and_more(&text, reading.cells.len()) } else { text }
}

/// What came out for a block, in one line: the reading, how many there are, or that there is none.
#[must_use]
pub fn block_text(form: &Form, block: &Block, lang: Lang) -> String {
    let words = &lang.words().localise;
    let table = form.tables.get(block.table).map(|table| table.name(lang)).unwrap_or_default();
    let Some(best) = block.readings.first().filter(|_| block.status != Status::Unexplained) else {
        return words.unexplained(&table);
    };
    let reading = reading_text(form, best, lang);
    let kind = kind_name(best.kind, lang);
    let certainty = certainty_name(best.certainty, lang);
    match block.status {
        Status::Ambiguous if block.readings.len() > 1 => words.ambiguous(block.readings.len(), kind, &reading),
        _ => words.located(certainty, kind, &reading),
    }
}
