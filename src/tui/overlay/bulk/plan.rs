//! What would be done to each report, and what is special about it.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::check::Rule;
use crate::journal::{Status, Target};
use crate::report::SafeText;
use crate::tui::act::against as against_of;
use crate::tui::model::{Against, ItemId, Model, Sheet};

use super::{Bulk, BulkDeed, BulkLine};

/// What would be done to each.
pub(super) fn plan(model: &Model, deed: &BulkDeed, items: Vec<ItemId>) -> Vec<BulkLine> {
    let hidden = hidden(model);
    let mut lines: Vec<BulkLine> =
        items.into_iter().filter_map(|item| line(model, deed, item, hidden.contains(&item))).collect();
    // What the reviewer should see comes first.
    lines.sort_by_key(|line| line.special.is_empty());
    lines
}

/// Reports may have become others, other versions, or unreadable, and more may have been found in them since they were
/// shown: what was not shown is not done. Shows it anew, what has changed first.
pub(super) fn has_changed(model: &Model, bulk: &mut Bulk) -> bool {
    let fresh = plan(model, &bulk.deed, bulk.lines.iter().map(|line| line.item).collect());
    let mut shown: HashMap<ItemId, BulkLine> =
        std::mem::replace(&mut bulk.lines, fresh).into_iter().map(|line| (line.item, line)).collect();
    let mut changed = false;
    for line in &mut bulk.lines {
        line.changed = shown.remove(&line.item).is_none_or(|shown| !line.is_as(&shown));
        changed |= line.changed;
    }
    bulk.lines.sort_by_key(|line| !line.changed);
    // Those that the deed has nothing to do with any more.
    changed || shown.values().any(|line| !line.is_left_out())
}

/// Which of the marked items the list does not show.
fn hidden(model: &Model) -> BTreeSet<ItemId> {
    let mut hidden: BTreeSet<ItemId> = model.selection.iter().collect();
    for item in &model.list.visible {
        hidden.remove(item);
    }
    hidden
}

/// What would be done to one of them; `None` where the deed has nothing to do with it.
fn line(model: &Model, deed: &BulkDeed, item: ItemId, hidden: bool) -> Option<BulkLine> {
    let act = &model.words().act;
    let entry = model.library.get(item)?;
    let Some(sheet) = entry.sheet() else { return of_file(model, deed, item, hidden) };
    let name = sheet.lean.head.name();
    let (targets, mut special) = match deed {
        BulkDeed::Return(..) => returned(model, item, sheet),
        BulkDeed::Accept => accepted(model, item),
        BulkDeed::Note(..) => (vec![Target::Report], Vec::new()),
        BulkDeed::Verdict(rule, _) => decided(model, item, sheet, rule)?,
    };
    if hidden {
        special.push(act.special_hidden().to_owned());
    }
    let against = match deed {
        BulkDeed::Accept if !targets.is_empty() => against_of(model, item, sheet),
        BulkDeed::Accept | BulkDeed::Return(..) | BulkDeed::Note(..) | BulkDeed::Verdict(..) => Against::default(),
    };
    if !against.is_nothing() {
        special.insert(0, against.text(model.words()));
    }
    let (report, lean) = (model.reference(item).map(Box::new), Some(Arc::clone(&sheet.lean)));
    Some(BulkLine { item, name, special: special.join(" "), targets, report, lean, against, changed: false })
}

/// The same of a file that could not be read: it can be sent back and written on.
fn of_file(model: &Model, deed: &BulkDeed, item: ItemId, hidden: bool) -> Option<BulkLine> {
    let act = &model.words().act;
    let mark = model.journal.marks.get(item).unwrap_or_default();
    let unread = vec![act.special_unread().to_owned()];
    let is_absent = model.library.absent(item).is_some();
    let (targets, mut special) = match deed {
        BulkDeed::Return(..) | BulkDeed::Accept if is_absent => (Vec::new(), vec![act.special_absent().to_owned()]),
        BulkDeed::Note(..) if is_absent => (vec![Target::Report], Vec::new()),
        BulkDeed::Return(..) if mark.status == Status::Returned => already(model, mark.status),
        BulkDeed::Return(..) | BulkDeed::Note(..) => (vec![Target::Report], unread),
        BulkDeed::Accept => (Vec::new(), vec![act.special_unreadable().to_owned()]),
        BulkDeed::Verdict(..) => return None,
    };
    if hidden {
        special.push(act.special_hidden().to_owned());
    }
    Some(BulkLine {
        item,
        name: match model.library.absent(item) {
            Some(head) => head.name(),
            None => model.library.get(item)?.id.to_string(),
        },
        special: special.join(" "),
        targets,
        report: model.reference(item).map(Box::new),
        lean: None,
        against: Against::default(),
        changed: false,
    })
}

/// The targets, and what is special.
type Plan = (Vec<Target>, Vec<String>);

fn returned(model: &Model, item: ItemId, sheet: &Sheet) -> Plan {
    let act = &model.words().act;
    let mark = model.journal.marks.get(item).unwrap_or_default();
    if mark.status == Status::Returned {
        return already(model, mark.status);
    }
    let mut special = Vec::new();
    if mark.round > 0 {
        special.push(act.special_returned(mark.round));
    }
    if sheet.counts.to_decide() == 0 && mark.notes == 0 {
        special.push(act.special_clean().to_owned());
    }
    (vec![Target::Report], special)
}

fn accepted(model: &Model, item: ItemId) -> Plan {
    let status = model.journal.marks.get(item).unwrap_or_default().status;
    if status == Status::Accepted {
        return already(model, status);
    }
    (vec![Target::Report], Vec::new())
}

fn already(model: &Model, status: Status) -> Plan {
    let words = model.words();
    (Vec::new(), vec![words.act.special_already(status.label(words))])
}

/// Only what nobody has decided on: a decision is never replaced unseen.
fn decided(model: &Model, item: ItemId, sheet: &Sheet, rule: &'static Rule) -> Option<Plan> {
    let act = &model.words().act;
    let review = model.review_of(item);
    let names: Vec<String> = sheet
        .findings
        .iter()
        .filter(|finding| finding.rule == rule)
        .map(|finding| finding.fingerprint.to_string())
        .collect();
    let all = names.len();
    let is_open = |name: &String| review.is_none_or(|review| review.verdict(name).is_none());
    let open: Vec<Target> =
        names.into_iter().filter(is_open).map(|name| Target::Finding(SafeText::line(&name))).collect();
    let mut special = Vec::new();
    if open.len() > 1 {
        special.push(act.special_count(open.len()));
    }
    if open.len() < all {
        special.push(act.special_decided(all - open.len()));
    }
    (all > 0).then_some((open, special))
}
