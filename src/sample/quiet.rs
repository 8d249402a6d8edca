//! Slips that a report does not contradict elsewhere: no other rule than those of the tables is to speak of them.
//!
//! What is planted by chance must have a truth that is known for certain. So a cell is left alone where the prose names
//! its number, where last year's or next year's report must agree with it, or where its number would be strange.

use crate::form::{Cell, Form};
use crate::report::{Cells, Value};

use super::slip::SlippedCell;

/// What a slip must not disturb.
#[derive(Debug, Clone, Default)]
pub(super) struct Quiet {
    /// The cells that the prose speaks of.
    pub(crate) spoken: Vec<Cell>,
    /// Is there a report for the year before?
    pub(crate) has_before: bool,
    /// Is there one for the year after?
    pub(crate) has_after: bool,
    /// Is it a town's or a subdistrict's?
    pub(crate) is_town: bool,
}

/// Rows whose total stays as it is: one request more there would have to be explained.
const RARE: [&str; 6] =
    ["denied.secret", "denied.prohibited", "denied.stability", "declined.excessive", "closed.fee_unpaid", "partial"];
/// So many may be carried over without a question.
const FEW: i64 = 2;
/// Columns of those who hardly ask a town.
const STRANGERS: [&str; 4] = ["research", "welfare", "legal", "other"];

impl Quiet {
    /// May this slip be made?
    pub(crate) fn allows(&self, form: &Form, slipped: &Cells, changes: &[SlippedCell]) -> bool {
        changes.iter().all(|change| self.is_quiet(form, slipped, change)) && !looks_misread(form, slipped)
    }

    fn is_quiet(&self, form: &Form, cells: &Cells, change: &SlippedCell) -> bool {
        let Some(cell) = form.cell(&change.cell) else { return false };
        // What is no number is compared with nothing.
        if !matches!(cells.get(cell), Value::Number(_)) {
            return true;
        }
        let mut id = change.cell.split('/');
        let (Some(table), Some(row), Some(column)) = (id.next(), id.next(), id.next()) else { return false };
        let is_more = change.from.as_i64().zip(change.to.as_i64()).is_some_and(|(from, to)| to > from);
        !self.spoken.contains(&cell)
            && match table {
                "disclosure" => is_quiet_disclosure(row, change),
                "requests" if row == "carried_out" => !self.has_after && change.to.as_i64().is_some_and(|to| to <= FEW),
                "requests" => self.is_quiet_request(form, cells, (row, column), is_more),
                "disputes" => self.is_quiet_dispute(form, cells, column, is_more),
                _ => true,
            }
    }

    fn is_quiet_request(&self, form: &Form, cells: &Cells, (row, column): (&str, &str), is_more: bool) -> bool {
        let is_linked = row == "carried_in" && self.has_before;
        let is_strange = self.is_town && row == "new" && STRANGERS.contains(&column);
        let is_rare = column == "total" && RARE.contains(&row);
        // More outcomes than requests look as if those granted in part were counted twice.
        let twice = column == "total" && is_more && number(form, cells, "requests/partial/total") != Some(0);
        !is_linked && !is_strange && !is_rare && !twice
    }

    fn is_quiet_dispute(&self, form: &Form, cells: &Cells, column: &str, is_more: bool) -> bool {
        let received = ["new", "carried_in"].map(|row| number(form, cells, &format!("requests/{row}/total")));
        let has_requests = received.iter().any(|count| count.is_some_and(|count| count > 0));
        let is_linked = (column == "pending" && self.has_after) || (self.has_before && !is_more);
        has_requests && !is_linked
    }
}

/// The smallest number that a sign before it makes one that no agency of its kind has.
const STRIKING: i64 = 20;

fn is_quiet_disclosure(row: &str, SlippedCell { from, to, .. }: &SlippedCell) -> bool {
    let is_striking = to.as_i64().is_some_and(|to| to < 0) && from.as_i64().is_some_and(|from| from >= STRIKING);
    !matches!(row, "regulations" | "normative") && (row != "fees" || *from != 0) && !is_striking
}

fn number(form: &Form, cells: &Cells, id: &str) -> Option<i64> {
    cells.get(form.cell(id)?).number()?.as_int()
}

/// Would a row of the requests add up if it had been read otherwise: moved by a column, or two digits taken for two
/// numbers? Then it is not certain what the slip was.
fn looks_misread(form: &Form, cells: &Cells) -> bool {
    let Some((_, table)) = form.table("requests") else { return false };
    (0..table.rows.len()).any(|row| {
        let values: Option<Vec<i64>> = table.cells_in_row(row).map(|cell| cells.get(cell).number()?.as_int()).collect();
        values.is_some_and(|values| is_misread(&values))
    })
}

fn is_misread(values: &[i64]) -> bool {
    let [parts @ .., last, total] = values else { return false };
    let before: i64 = parts.iter().sum();
    let sum = before + last;
    let moved = sum != *total && *total == 0 && before == *last;
    let pairs = values.split_last().map_or(&[][..], |(_, parts)| parts);
    sum != *total && (moved || pairs.windows(2).any(|pair| pair.first().is_some_and(|first| sum + 9 * first == *total)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_could_be_misread_is_seen() {
        assert!(is_misread(&[1, 2, 0, 0, 0, 0, 12]));
        assert!(is_misread(&[4, 1, 0, 0, 0, 5, 0]));
        assert!(!is_misread(&[4, 1, 0, 0, 0, 0, 6]));
        assert!(!is_misread(&[0, 0, 0, 0, 0, 0, 0]));
        assert!(!is_misread(&[]));
    }
}
