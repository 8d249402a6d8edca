//! What is known from elsewhere: the ledgers (T2-13, T4-10), when a report came in (DOC-11), the roll-up that was frozen
//! what was published (DOC-15), and what only a reviewer sees (DOC-14).

use jiff::civil::Date;

use crate::check::facts::Facts;
use crate::check::facts::agency::{is_government, is_government_office};
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::finding::explain::cell_name;
use crate::check::profile::Profile;
use crate::check::profile::basis::Basis;
use crate::check::rule::{Need, RuleId, id};
use crate::form::Cell;
use crate::report::given::{Given, GivenEntry};
use crate::report::{Head, Lean, Number, Report};
use crate::words::Lang;

/// A rule about a table, and the beginning of the ids of its cells.
const LEDGERS: [(RuleId, &str); 2] = [(id::T2_13, "disclosure/"), (id::T4_10, "disputes/")];

/// Applies the rules about numbers and dates.
pub(in crate::check) fn check(report: &Lean, basis: &Basis<'_>, found: &mut Collector<'_>) {
    let inputs = basis.inputs;
    let ledger = entry(inputs.ledger, report, Need::Register);
    for (rule, part) in LEDGERS {
        match &ledger {
            Ok(entry) => cells(rule, part, entry, report, Need::Register, found),
            Err(why) => found.unchecked(rule, why.clone()),
        }
    }
    match entry(inputs.frozen, report, Need::Frozen) {
        Ok(entry) => cells(id::R_10, "", entry, report, Need::Frozen, found),
        Err(why) => found.unchecked(id::R_10, why),
    }
    if let Some((case, date)) = came_in(report, basis) {
        let due = due(&report.head, basis.profile);
        let due = due.and_then(|(month, day)| Date::new(date.year(), month, day).ok());
        // A date that is years late is likely another year written by mistake.
        let is_next = i16::try_from(report.head.year).is_ok_and(|year| date.year() == year.saturating_add(1));
        if let Some(due) = due.filter(|due| is_next && date > *due) {
            found.say(id::DOC_11, case, "date", Say::default().with("date", date).with("due", due));
        }
    }
    // Switched on by an office that wants it: the reviewer looks at the paper, and decides.
    found.say(id::DOC_14, "look", "paper", Say::default());
}

/// Is it known from elsewhere when it came in or was published?
pub(in crate::check) fn knows_date(report: &Lean, basis: &Basis<'_>) -> bool {
    came_in(report, basis).is_some()
}

/// When it was published, else when it came in: by the file of dates, else by the roster.
fn came_in(report: &Lean, basis: &Basis<'_>) -> Option<(&'static str, Date)> {
    let head = &report.head;
    let given = basis.inputs.received.and_then(|given| given.of(head));
    let given = given.map(|entry| (entry.published, entry.received));
    let listed = || {
        let entry = basis.roster?.lookup(&head.agency.name, &head.agency.region)?;
        Some((entry.published, entry.received))
    };
    let (published, received) = given.or_else(listed)?;
    published.map(|date| ("published", date)).or(received.map(|date| ("received", date)))
}

/// Until when it is to be published: month and day.
fn due(head: &Head, profile: &Profile) -> Option<(i8, i8)> {
    let dates = profile.dates();
    let is_of_government = is_government(&head.agency) || is_government_office(&head.agency);
    let (month, day) = if is_of_government { dates.governments.max(dates.departments) } else { dates.departments };
    Some((i8::try_from(month).ok()?, i8::try_from(day).ok()?))
}

fn entry<'g>(given: Option<&'g Given>, report: &Lean, need: Need) -> Result<&'g GivenEntry, WhyUnchecked> {
    let given = given.ok_or(WhyUnchecked::Needs(need))?;
    given.of(&report.head).ok_or(WhyUnchecked::NotListed(need))
}

/// One finding for each cell that differs.
fn cells(rule: RuleId, part: &str, entry: &GivenEntry, report: &Lean, need: Need, found: &mut Collector<'_>) {
    let mut compared = false;
    for (id, number) in entry.cells.iter().filter(|(id, _)| id.starts_with(part)) {
        let Some(cell) = report.form.cell(id) else { continue };
        let Some(own) = report.cells.get(cell).number() else { continue };
        compared = true;
        if own != *number {
            found.say(rule, "differs", id, differing(report, cell, own, *number));
        }
    }
    if !compared {
        found.unchecked(rule, WhyUnchecked::NotListed(need));
    }
}

fn differing(report: &Lean, cell: Cell, left: Number, right: Number) -> Say {
    let name = |lang| cell_name(report.form, cell, lang);
    let say = Say::default().with("cell", name(Lang::Zh)).with("cell_en", name(Lang::En));
    let difference = left.checked_sub(right).map(|difference| difference.to_string()).unwrap_or_default();
    let say = say.with("left", left).with("right", right).with("difference", difference);
    say.sides(left, right).cells([cell])
}

/// Applies the rule about what was published: one finding for each table and each section that differs.
pub(in crate::check) fn check_text(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let report = facts.report();
    let Some(published) = facts.basis().inputs.published else {
        return found.unchecked(id::DOC_15, WhyUnchecked::Needs(Need::PublishedPage));
    };
    let Some(published) = published.of(&report.lean.head) else {
        return found.unchecked(id::DOC_15, WhyUnchecked::NotListed(Need::PublishedPage));
    };
    if !std::ptr::eq(published.lean.form, report.lean.form) {
        return found.unchecked(id::DOC_15, WhyUnchecked::OtherEdition);
    }
    tables(&report.lean, &published.lean, found);
    sections(report, published, found);
}

fn tables(report: &Lean, published: &Lean, found: &mut Collector<'_>) {
    let form = report.form;
    for (position, table) in form.tables.iter().enumerate() {
        let pair = |cell: &Cell| Some((report.cells.get(*cell).number()?, published.cells.get(*cell).number()?));
        let differs = |cell: &Cell| pair(cell).is_some_and(|(own, other)| own != other);
        let cells: Vec<Cell> = form.cells_of(position).filter(differs).collect();
        let Some((first, (own, other))) = cells.first().and_then(|cell| Some((*cell, pair(cell)?))) else { continue };
        let say = differing(report, first, own, other).with("count", cells.len()).cells(cells.into_iter().skip(1));
        found.say(id::DOC_15, "cells", &table.id, say);
    }
}

fn sections(report: &Report, published: &Report, found: &mut Collector<'_>) {
    let bare = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    for section in &report.narrative.sections {
        let other = published.narrative.sections.iter().find(|other| other.number == section.number);
        let Some(other) = other.filter(|other| !other.text.is_empty() && !section.text.is_empty()) else { continue };
        if bare(&section.text) != bare(&other.text) {
            let say = Say::default().with("section", section.number);
            found.say(id::DOC_15, "section", &section.number.to_string(), say);
        }
    }
}
