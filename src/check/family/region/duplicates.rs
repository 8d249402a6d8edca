//! The same agency twice (DOC-09), the same table from two agencies (T3-16).

use std::collections::HashMap;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};

use crate::check::facts::agency::{bare_name, is_government, is_government_office, leading_place};
use crate::check::facts::figures::Figures;
use crate::check::finding::collect::Say;
use crate::check::rule::id;
use crate::form::{Cell, Form};
use crate::report::{Cells, Lean};

use super::batch::Batch;
use super::units::is_compatible;
use super::units::{Submission, submission};

/// Shorter names without their place say nothing: 教育局.
const SHORTEST: usize = 6;
/// A place within a place within a place.
const MOST_PLACES: usize = 4;

/// DOC-09: several files for one agency and year that carry no version.
pub(super) fn submissions(batch: &mut Batch<'_>) {
    let mut groups: HashMap<Submission<'_>, Vec<usize>> = HashMap::new();
    for (index, member) in batch.members.iter().enumerate() {
        if member.lean.head.version.is_none() {
            groups.entry(submission(&member.lean.head)).or_default().push(index);
        }
    }
    let mut several: Vec<Vec<usize>> = groups.into_values().filter(|group| group.len() > 1).collect();
    several.sort_unstable();
    for group in several {
        duplicates(&group, batch);
    }
    possible(batch);
}

/// Every one that differs from the first, and the first.
fn duplicates(group: &[usize], batch: &mut Batch<'_>) {
    let Some((&first, others)) = group.split_first() else { return };
    let cells = |member: usize| batch.members.get(member).map(|member| (&member.lean.form.edition, &member.lean.cells));
    let different: Vec<usize> = others.iter().copied().filter(|&member| cells(member) != cells(first)).collect();
    let Some(&second) = different.first() else { return };
    say_duplicate(first, second, batch);
    for member in different {
        say_duplicate(member, first, batch);
    }
}

fn say_duplicate(member: usize, other: usize, batch: &mut Batch<'_>) {
    let year = batch.lean(member).map_or(0, |lean| lean.head.year);
    let say = Say::default().with("agency", batch.name(member)).with("year", year).with("report", batch.id(other));
    let say = batch.resting_on_both(say, member, other, &differing(member, other, batch));
    batch.say(member, id::DOC_09, "duplicate", "report", say);
}

/// The cells in which two reports differ, where each of them was read with a doubt in one of them: one number that
/// differs for certain is enough.
fn differing(member: usize, other: usize, batch: &Batch<'_>) -> Vec<Cell> {
    let (Some(one), Some(other)) = (batch.lean(member), batch.lean(other)) else { return Vec::new() };
    if !std::ptr::eq(one.form, other.form) {
        return Vec::new();
    }
    let differs = |cell: &Cell| one.cells.get(*cell) != other.cells.get(*cell);
    let is_doubtful = |cell: &Cell| one.cells.is_doubtful(*cell) || other.cells.is_doubtful(*cell);
    let cells: Vec<Cell> = one.form.cells().filter(differs).collect();
    if cells.iter().all(is_doubtful) { cells } else { Vec::new() }
}

/// DOC-09: names that are one but for brackets, or but for the place before them.
fn possible(batch: &mut Batch<'_>) {
    // By name and year: those with this name, those with this name after a place.
    let mut names: HashMap<(String, u16), [Vec<usize>; 2]> = HashMap::new();
    for (index, member) in batch.members.iter().enumerate() {
        let year = member.lean.head.year;
        let full = bare_name(&member.lean.head.agency.name);
        for (name, slot) in shorter(&full).into_iter().map(|name| (name, 1)).chain([(full.clone(), 0)]) {
            let slots = names.entry((name, year)).or_default();
            if let Some(slot) = slots.get_mut(slot) {
                slot.push(index);
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = names.values().filter_map(|slots| pair(slots, batch)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    for (one, other) in pairs {
        say_possible(one, other, batch);
        say_possible(other, one, batch);
    }
}

/// The name without its first place, without its first two, … as long as it still begins with a place.
fn shorter(full: &str) -> Vec<String> {
    let (mut names, mut rest) = (Vec::new(), full);
    for _ in 0..MOST_PLACES {
        let Some((_, after)) = leading_place(rest) else { break };
        if after.chars().count() < SHORTEST || leading_place(after).is_none() {
            break;
        }
        names.push(after.to_owned());
        rest = after;
    }
    names
}

/// One agency under two names, if it is clear which two.
fn pair([full, shortened]: &[Vec<usize>; 2], batch: &Batch<'_>) -> Option<(usize, usize)> {
    let (one, other) = match (full.as_slice(), shortened.as_slice()) {
        ([one], [other]) => (*one, *other),
        ([one, other], []) => (*one, *other),
        _ => return None,
    };
    let (first, second) = (&batch.lean(one)?.head.agency, &batch.lean(other)?.head.agency);
    (first.name != second.name && is_compatible(&first.region, &second.region))
        .then_some((one.min(other), one.max(other)))
}

fn say_possible(member: usize, other: usize, batch: &mut Batch<'_>) {
    let year = batch.lean(member).map_or(0, |lean| lean.head.year);
    let say = Say::default().with("other", batch.name(other)).with("year", year).with("report", batch.id(other));
    batch.say(member, id::DOC_09, "possible", "name", say);
}

/// T3-16: 表三 of two agencies the same, and too large for a coincidence.
pub(super) fn tables(current: &[usize], batch: &mut Batch<'_>) {
    let limit = |name| batch.profile.threshold(id::T3_16, name);
    let (least_cells, least) = (limit("cells"), limit("least"));
    // The tables themselves are many numbers: they are held beside each other only where they have the same digest.
    let mut groups: HashMap<u64, Vec<usize>> = HashMap::new();
    let state = RandomState::new();
    for &member in current {
        let Some(lean) = batch.lean(member) else { continue };
        let new = Figures::new(lean).int("requests/new/total").unwrap_or(0);
        if new < least {
            continue;
        }
        let Some((digest, some)) = digest(lean, &state) else { continue };
        if i64::try_from(some).is_ok_and(|some| some >= least_cells) {
            groups.entry(digest).or_default().push(member);
        }
    }
    let groups = groups.into_values().filter(|group| group.len() > 1);
    let mut several: Vec<(Vec<usize>, usize)> = groups.flat_map(|group| alike(&group, batch)).collect();
    several.sort_unstable();
    for (group, count) in several {
        for (position, &member) in group.iter().enumerate() {
            let other = if position == 0 { group.get(1) } else { group.first() };
            let Some(&other) = other.filter(|&&other| !is_one_house(member, other, batch)) else { continue };
            let say = Say::default().with("other", batch.name(other)).with("report", batch.id(other));
            let own = batch.lean(member).and_then(|lean| Some((lean, lean.form.table("requests")?.0)));
            let cells: Vec<Cell> = own.map(|(lean, table)| lean.form.cells_of(table).collect()).unwrap_or_default();
            let say = batch.resting_on_both(say, member, other, &cells);
            batch.say(member, id::T3_16, "other_agency", "requests", say.with("count", count));
        }
    }
}

/// The numbers of 表三, cell by cell, where they are there.
fn values(lean: &Lean) -> impl Iterator<Item = Option<i64>> {
    let table = lean.form.table("requests").map(|(table, _)| table);
    let cells = table.into_iter().flat_map(|table| lean.form.cells_of(table));
    cells.map(|cell| lean.cells.get(cell).number()?.as_int())
}

/// The year, and the numbers of 表三.
type Table = (u16, Vec<Option<i64>>);

/// A digest of the table and the year, and how many numbers of the table are not zero; `None` unless all cells have one.
fn digest(lean: &Lean, state: &RandomState) -> Option<(u64, usize)> {
    lean.form.table("requests")?;
    let mut hasher = state.build_hasher();
    hasher.write_u16(lean.head.year);
    let mut some = 0;
    for value in values(lean) {
        let value = value?;
        hasher.write_i64(value);
        some += usize::from(value != 0);
    }
    Some((hasher.finish(), some))
}

/// Of members with one digest those whose tables are the same indeed, and how many numbers of these are not zero.
fn alike(group: &[usize], batch: &Batch<'_>) -> Vec<(Vec<usize>, usize)> {
    let mut parts: Vec<(Table, Vec<usize>)> = Vec::new();
    for (member, lean) in group.iter().filter_map(|&member| Some((member, batch.lean(member)?))) {
        let table = (lean.head.year, values(lean).collect());
        match parts.iter_mut().find(|(known, _)| *known == table) {
            Some((_, members)) => members.push(member),
            None => parts.push((table, vec![member])),
        }
    }
    let several = parts.into_iter().filter(|(_, members)| members.len() > 1);
    several.map(|((_, values), members)| (members, values.iter().filter(|value| **value != Some(0)).count())).collect()
}

/// A government and its office, which are R-05's, or one that may be the other.
fn is_one_house(one: usize, other: usize, batch: &Batch<'_>) -> bool {
    let agency = |member| batch.lean(member).map(|lean| &lean.head.agency);
    let (Some(one), Some(other)) = (agency(one), agency(other)) else { return false };
    // Whose report it is was not read: it may be the same agency's.
    if one.is_unnamed() || other.is_unnamed() {
        return true;
    }
    one.region == other.region
        && (is_government(one) && is_government_office(other) || is_government(other) && is_government_office(one))
}

/// How many cells two reports share that are not zero, if all their cells are the same.
pub(super) fn shared(form: &Form, one: &Cells, other: &Cells) -> Option<usize> {
    let is_same = |cell: Cell| one.get(cell) == other.get(cell);
    let is_some = |cell: &Cell| one.get(*cell).number().is_some_and(|number| !number.is_zero());
    form.cells().all(is_same).then(|| form.cells().filter(is_some).count())
}
