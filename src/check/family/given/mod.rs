//! What is known from elsewhere: the ledgers (T2-13, T4-10), when a report came in (DOC-11), the roll-up that was frozen
//! what was published (DOC-15), and what only a reviewer sees (DOC-14).

pub(in crate::check) mod dates;
mod published;

use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::finding::explain::cell_name;
use crate::check::profile::basis::Basis;
use crate::check::rule::{Need, RuleId, id};
use crate::form::Cell;
use crate::report::given::{Given, GivenEntry};
use crate::report::{Lean, Number, Value};
use crate::words::Lang;

pub(in crate::check) use published::check_text;

/// The rules about ledgers, and the table of each.
const LEDGERS: [(RuleId, &str); 2] = [(id::T2_13, "disclosure"), (id::T4_10, "disputes")];

/// The tables that a ledger is held against.
#[must_use]
pub(crate) fn ledger_tables() -> [&'static str; 2] {
    LEDGERS.map(|(_, table)| table)
}

/// Applies the rules about numbers and dates.
pub(in crate::check) fn check(report: &Lean, basis: &Basis<'_>, found: &mut Collector<'_>) {
    for (rule, table) in LEDGERS {
        ledger(rule, table, basis.inputs.ledger, report, found);
    }
    match entry(basis.inputs.frozen, report, Need::Frozen) {
        // It had been replaced when the roll-up was frozen.
        Ok(entry) if entry.version.zip(report.head.version).is_some_and(|(frozen, own)| own < frozen) => {}
        Ok(entry) => cells(id::R_10, "", entry, report, Need::Frozen, found),
        Err(why) => found.unchecked(id::R_10, why),
    }
    dates::check(report, basis, found);
    // Switched on by an office that wants it: the reviewer looks at the paper, and decides.
    found.say(id::DOC_14, "look", "paper", Say::default());
}

fn ledger(rule: RuleId, table: &str, given: Option<&Given>, report: &Lean, found: &mut Collector<'_>) {
    let position = report.form.table(table).map(|(position, _)| position);
    if let (Some(given), Some(position)) = (given, position)
        && !given.has_columns_of(table)
    {
        return found.unchecked(rule, WhyUnchecked::NoColumns(Need::Ledger, position));
    }
    match entry(given, report, Need::Ledger) {
        Ok(entry) => cells(rule, table, entry, report, Need::Ledger, found),
        Err(why) => found.unchecked(rule, why),
    }
}

fn entry<'g>(given: Option<&'g Given>, report: &Lean, need: Need) -> Result<&'g GivenEntry, WhyUnchecked> {
    let given = given.ok_or(WhyUnchecked::Needs(need))?;
    given.of(&report.head).ok_or(WhyUnchecked::NotListed(need))
}

/// One finding for each cell that differs; what there is nothing to compare with is said.
fn cells(rule: RuleId, part: &str, entry: &GivenEntry, report: &Lean, need: Need, found: &mut Collector<'_>) {
    let is_of_part = |id: &str| id.strip_prefix(part).is_some_and(|rest| part.is_empty() || rest.starts_with('/'));
    let mut figures = entry.cells.iter().filter(|(id, _)| is_of_part(id)).peekable();
    if figures.peek().is_none() {
        return found.unchecked(rule, WhyUnchecked::NotListed(need));
    }
    let (mut missing, mut without, mut unknown) = (Vec::new(), Vec::new(), false);
    for (id, number) in figures {
        let Some(cell) = report.form.cell(id) else {
            unknown = true;
            continue;
        };
        match report.cells.get(cell) {
            Value::Number(own) if own == *number => {}
            Value::Number(own) => found.say(rule, "differs", id, differing(report, cell, own, *number)),
            Value::Missing => missing.push(cell),
            Value::Blank | Value::Raw(_) => without.push(cell),
        }
    }
    for (cells, why) in
        [(missing, WhyUnchecked::Missing as fn(Vec<Cell>) -> WhyUnchecked), (without, WhyUnchecked::NoNumber)]
    {
        if !cells.is_empty() {
            found.unchecked(rule, why(cells));
        }
    }
    if unknown {
        found.unchecked(rule, WhyUnchecked::OtherEdition);
    }
}

fn differing(report: &Lean, cell: Cell, left: Number, right: Number) -> Say {
    let name = |lang| cell_name(report.form, cell, lang);
    let say = Say::default().with("cell", name(Lang::Zh)).with("cell_en", name(Lang::En));
    let difference = left.checked_sub(right).map(|difference| difference.to_string()).unwrap_or_default();
    let say = say.with("left", left).with("right", right).with("difference", difference);
    say.sides(left, right).cells([cell])
}
