//! Whose the reports are to be.

use crate::journal::Target;
use crate::report::SafeText;
use crate::tui::act::{begun, record};
use crate::tui::model::{ItemId, Model, Subject, Tone};
use crate::tui::msg::{Effect, Intent, What};

use super::{Assigning, Pick, PickLine, show};

/// More names than this are found by typing them.
const MAX_NAMES: usize = 500;

/// The reports that an assignment is about: on the list the marked ones, else the one under the cursor.
fn targets(model: &Model) -> Vec<ItemId> {
    if model.open.is_none() && !model.selection.is_empty() {
        return model.selection.iter().collect();
    }
    model.current_item().into_iter().collect()
}

/// Opens the list of those the report can be given to.
pub(crate) fn open(model: &mut Model) {
    let subjects = targets(model).into_iter().filter_map(|item| model.subject(Some(item))).collect();
    let names = names(model);
    let known = names.len();
    let assigning = Assigning { subjects, names, known };
    let lines = lines(model, &assigning, 0);
    show(model, Pick::Assign(assigning), lines);
}

/// The name being written can be chosen too, after all known ones, unless it is one of them.
pub(crate) fn write_name(assigning: &mut Assigning, written: &str) {
    assigning.names.truncate(assigning.known);
    let name = SafeText::line(written.trim());
    if !name.is_empty() && !assigning.names.iter().flatten().any(|known| *known == name) {
        assigning.names.push(Some(name));
    }
}

/// The reviewer first, then everybody else that is known, then nobody.
fn names(model: &Model) -> Vec<Option<SafeText>> {
    let own = model.given.reviewer.clone();
    let mut others: Vec<SafeText> = model.journal.review.reviewers().into_iter().map(SafeText::line).collect();
    others.extend(model.journal.here.iter().map(|other| other.by.clone()));
    others.extend(model.journal.marks.people().cloned());
    others.sort_unstable();
    others.dedup();
    others.retain(|name| *name != own && !name.is_empty());
    others.truncate(MAX_NAMES);
    std::iter::once(own).chain(others).map(Some).chain([None]).collect()
}

/// Its lines from this one on.
pub(crate) fn lines(model: &Model, assigning: &Assigning, first: usize) -> Vec<PickLine> {
    let words = &model.words().together;
    let now = assigning.subjects.first().map(|subject| model.journal.marks.assignee(subject.item));
    let line = |(number, name): (usize, &Option<SafeText>)| {
        let text = name.as_ref().map_or(words.nobody(), SafeText::as_str);
        if number >= assigning.known {
            return PickLine::new(text).right(words.new_name()).last();
        }
        let is_now = assigning.subjects.len() == 1 && now == Some(name.as_ref());
        let is_own = name.as_ref() == Some(&model.given.reviewer);
        let right = if is_now {
            words.assigned_now()
        } else if is_own {
            words.myself()
        } else {
            ""
        };
        let line = PickLine::new(text).right(right);
        // Who writes `bo` must not give the report to `nobody`.
        if name.is_none() { line.by_beginning() } else { line }
    };
    assigning.names.iter().enumerate().skip(first).map(line).collect()
}

/// A line was chosen.
pub(crate) fn chosen(model: &mut Model, assigning: &Assigning, number: usize) -> Vec<Effect> {
    let Some(name) = assigning.names.get(number) else { return Vec::new() };
    assign_to(model, assigning, name.as_deref())
}

/// Gives the reports to somebody, by name; those that are theirs already are left alone.
pub(crate) fn assign_to(model: &mut Model, assigning: &Assigning, name: Option<&str>) -> Vec<Effect> {
    let to = name.map(|name| SafeText::line(name.trim())).filter(|name| !name.is_empty());
    if assigning.subjects.iter().any(|subject| begun::has_moved(model, subject)) {
        return Vec::new();
    }
    let others = assigning.subjects.iter().filter(|subject| model.journal.marks.assignee(subject.item) != to.as_ref());
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
    record(model, intents)
}
