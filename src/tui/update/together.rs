//! Several reviewers at once: whose report it is, who is here, and where they disagree.

use crate::journal::{Kind, Presence, ReportRef, Target, Update};
use crate::report::SafeText;
use crate::tui::model::chip::Chip;
use crate::tui::model::{ItemId, Model, Subject, Tone};
use crate::tui::msg::{Effect, Intent, What};
use crate::tui::overlay::picker::{Assigning, Pick, PickLine};
use crate::tui::together;

use super::{begun, naming, navigate, picker, review};

/// More names than this are found by typing them.
const MAX_NAMES: usize = 500;

/// The reports that an assignment is about: on the list the marked ones, else the one under the cursor.
fn targets(model: &Model) -> Vec<ItemId> {
    if model.open.is_none() && !model.selection.is_empty() {
        return model.selection.iter().filter(|&item| model.library.sheet(item).is_some()).collect();
    }
    model.current_item().filter(|&item| model.library.sheet(item).is_some()).into_iter().collect()
}

/// Opens the list of those the report can be given to.
pub(crate) fn assign(model: &mut Model) {
    let subjects = targets(model).into_iter().filter_map(|item| model.subject(Some(item))).collect();
    let names = names(model);
    let known = names.len();
    picker::open(model, Pick::Assign(Assigning { subjects, names, known }));
}

/// The name being written can be chosen too, after all known ones, unless it is one of them.
pub(super) fn write_name(assigning: &mut Assigning, written: &str) {
    assigning.names.truncate(assigning.known);
    let name = SafeText::line(written.trim());
    if !name.is_empty() && !assigning.names.iter().flatten().any(|known| *known == name) {
        assigning.names.push(Some(name));
    }
}

/// The reviewer first, then everybody else that is known, then nobody.
fn names(model: &Model) -> Vec<Option<SafeText>> {
    let own = model.reviewer.clone();
    let mut others: Vec<SafeText> = model.review.reviewers().into_iter().map(SafeText::line).collect();
    others.extend(model.here.iter().map(|other| other.by.clone()));
    others.extend(model.marks.people().cloned());
    others.sort_unstable();
    others.dedup();
    others.retain(|name| *name != own && !name.is_empty());
    others.truncate(MAX_NAMES);
    std::iter::once(own).chain(others).map(Some).chain([None]).collect()
}

/// Its lines from this one on.
pub(super) fn assign_lines(model: &Model, assigning: &Assigning, first: usize) -> Vec<PickLine> {
    let words = &model.words().together;
    let now = assigning.subjects.first().map(|subject| model.marks.assignee(subject.item));
    let line = |(number, name): (usize, &Option<SafeText>)| {
        let text = name.as_ref().map_or(words.nobody(), SafeText::as_str);
        if number >= assigning.known {
            return PickLine::new(text).right(words.new_name()).last();
        }
        let is_now = assigning.subjects.len() == 1 && now == Some(name.as_ref());
        let is_own = name.as_ref() == Some(&model.reviewer);
        let right = if is_now {
            words.assigned_now()
        } else if is_own {
            words.myself()
        } else {
            ""
        };
        let line = PickLine::new(text).right(right);
        // Who writes `bo` must not give the report to `nobody`.
        if name.is_none() { line.from_start() } else { line }
    };
    assigning.names.iter().enumerate().skip(first).map(line).collect()
}

/// A line was chosen.
pub(super) fn assign_chosen(model: &mut Model, assigning: &Assigning, number: usize) -> Vec<Effect> {
    let Some(name) = assigning.names.get(number) else { return Vec::new() };
    assign_to(model, assigning, name.as_deref())
}

/// Gives the reports to somebody, by name; those that are theirs already are left alone.
pub(super) fn assign_to(model: &mut Model, assigning: &Assigning, name: Option<&str>) -> Vec<Effect> {
    let to = name.map(|name| SafeText::line(name.trim())).filter(|name| !name.is_empty());
    if assigning.subjects.iter().any(|subject| begun::has_moved(model, subject)) {
        return Vec::new();
    }
    let others = assigning.subjects.iter().filter(|subject| model.marks.assignee(subject.item) != to.as_ref());
    let intents: Vec<Intent> = others
        .map(|Subject { item, report }| {
            let (report, what) = (report.clone(), What::Assign(to.clone()));
            Intent::About { item: *item, report, target: Target::Report, what, seen: None }
        })
        .collect();
    if intents.is_empty() {
        model.say(Tone::Plain, model.words().together.already());
        return Vec::new();
    }
    review::record(model, intents)
}

/// What is on disk now.
pub(super) fn saved_text(model: &Model, to: Option<&SafeText>) -> String {
    let words = &model.words().together;
    match to {
        Some(name) => words.saved_assignment(name),
        None => words.saved_nobody().to_owned(),
    }
}

/// Shows only what is the reviewer's own, or all again.
pub(crate) fn mine(model: &mut Model) {
    let chip = Chip::Assignee(Some(model.reviewer.clone()));
    let words = &model.words().together;
    let text = if model.list.chips.contains(&chip) { words.all_shown() } else { words.mine_shown() };
    model.list.chips.toggle(chip);
    model.stale.list = true;
    model.say(Tone::Plain, text);
}

/// Is the list narrowed by whose a report is, and was any given to somebody?
pub(super) fn moves_the_list(model: &Model, update: &Update) -> bool {
    let narrowed = model.list.chips.iter().any(|chip| matches!(chip, Chip::Assignee(_)));
    // What is taken back may be an assignment too.
    narrowed && update.acts.iter().any(|act| matches!(act.kind, Kind::Assign(_) | Kind::Retract { .. }))
}

/// Opens the list of those who are here.
pub(crate) fn who_is_here(model: &mut Model) {
    let others = model.here.clone();
    picker::open(model, Pick::Here(others));
}

/// Its lines.
pub(super) fn here_lines(model: &Model, others: &[Presence]) -> Vec<PickLine> {
    let words = &model.words().together;
    let line = |other: &Presence| {
        let place = match &other.report {
            Some(report) => naming::shown(model, report),
            None => words.on_list().to_owned(),
        };
        PickLine::new(format!("{}  {place}", other.by)).right(words.here_since(together::time(other)))
    };
    others.iter().map(line).collect()
}

/// Opens the report that somebody looks at.
pub(super) fn go_to(model: &mut Model, other: Option<&Presence>) -> Vec<Effect> {
    let report = other.and_then(|other| other.report.as_ref());
    let item = report.and_then(|report| item_of(model, report));
    match item.filter(|&item| model.library.sheet(item).is_some()) {
        Some(item) => navigate::open(model, item),
        None => {
            if report.is_some() {
                model.say(Tone::Bad, model.words().together.not_loaded());
            }
            Vec::new()
        }
    }
}

/// The same file if it is here, else a report of the same agency and year.
fn item_of(model: &Model, report: &ReportRef) -> Option<ItemId> {
    let is_same = |item: &ItemId| {
        let head = model.library.sheet(*item).map(|sheet| &sheet.lean.head);
        head.is_some_and(|head| head.agency.key().name == report.agency && head.year == report.year)
    };
    let by_id = model.library.find(&report.id).filter(is_same);
    by_id.or_else(|| model.library.keyed(&report.region, &report.agency, report.year).first().copied())
}
