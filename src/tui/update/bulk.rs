//! Acting on many reports at once: shown first, then recorded in one go.

use std::collections::{BTreeSet, HashMap};

use crossterm::event::KeyCode;

use crate::check::Rule;
use crate::journal::{Status, Target, Verdict};
use crate::report::SafeText;
use crate::tui::keys::Key;
use crate::tui::layout;
use crate::tui::model::{ItemId, Model, Overlay, Sheet, Tone, seen};
use crate::tui::msg::{Effect, What};
use crate::tui::overlay::bulk::{Bulk, BulkDeed, BulkLine};
use crate::tui::overlay::editor::{Editor, Purpose};

use super::{again, review, selection};

/// Shows what would be done; says so where nothing would.
pub(super) fn preview(model: &mut Model, deed: BulkDeed) {
    let items = match deed {
        BulkDeed::Verdict(..) => selection::marked_or_shown(model),
        _ => model.selection.iter().collect(),
    };
    let lines = plan(model, &deed, items);
    let bulk = Bulk { deed, lines, offset: 0 };
    if bulk.acts() > 0 {
        model.overlay = Some(Overlay::Bulk(Box::new(bulk)));
        return;
    }
    let act = &model.words().act;
    let text = match bulk.deed {
        BulkDeed::Verdict(rule, _) => act.none_undecided(&rule.id),
        _ => act.bulk_nothing().to_owned(),
    };
    model.say(Tone::Bad, text);
}

/// What would be done to each.
fn plan(model: &Model, deed: &BulkDeed, items: Vec<ItemId>) -> Vec<BulkLine> {
    let hidden = hidden(model);
    let mut lines: Vec<BulkLine> =
        items.into_iter().filter_map(|item| line(model, deed, item, hidden.contains(&item))).collect();
    // What the reviewer should see comes first.
    lines.sort_by_key(|line| line.special.is_empty());
    lines
}

/// Reports may have become others, other versions, or unreadable, and more may have been found in them since they were
/// shown: what was not shown is not done. Shows it anew, what has changed first.
fn has_changed(model: &Model, bulk: &mut Bulk) -> bool {
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
    let Some(sheet) = entry.sheet() else {
        let is_marked = !matches!(deed, BulkDeed::Verdict(..));
        let special = act.special_unreadable().to_owned();
        let (name, targets) = (entry.id.to_string(), Vec::new());
        return is_marked.then_some(BulkLine {
            item,
            name,
            special,
            targets,
            report: None,
            seen: None,
            changed: false,
        });
    };
    let name = sheet.lean.head.name();
    let (targets, mut special) = match deed {
        BulkDeed::Return(_) => returned(model, item, sheet),
        BulkDeed::Accept => accepted(model, item, sheet),
        BulkDeed::Note(_) => (vec![Target::Report], Vec::new()),
        BulkDeed::Verdict(rule, _) => decided(model, sheet, rule)?,
    };
    if hidden {
        special.push(act.special_hidden().to_owned());
    }
    let (report, seen) = (model.reference(item).map(Box::new), seen::of_report(&sheet.lean));
    Some(BulkLine { item, name, special: special.join(" "), targets, report, seen, changed: false })
}

/// The targets, and what is special.
type Plan = (Vec<Target>, Vec<String>);

fn returned(model: &Model, item: ItemId, sheet: &Sheet) -> Plan {
    let act = &model.words().act;
    let mark = model.marks.get(item).unwrap_or_default();
    if mark.status == Status::Returned {
        return already(model, mark.status);
    }
    let mut special = Vec::new();
    if mark.round > 0 {
        special.push(act.special_returned(mark.round));
    }
    if sheet.counts.total() == 0 && mark.notes == 0 {
        special.push(act.special_clean().to_owned());
    }
    (vec![Target::Report], special)
}

fn accepted(model: &Model, item: ItemId, sheet: &Sheet) -> Plan {
    let act = &model.words().act;
    let status = model.marks.get(item).unwrap_or_default().status;
    if status == Status::Accepted {
        return already(model, status);
    }
    let errors = review::open_errors(model, sheet);
    let special = (errors > 0).then(|| act.special_errors(errors));
    (vec![Target::Report], special.into_iter().collect())
}

fn already(model: &Model, status: Status) -> Plan {
    let words = model.words();
    (Vec::new(), vec![words.act.special_already(status.label(words))])
}

/// Only what nobody has decided on: a decision is never replaced unseen.
fn decided(model: &Model, sheet: &Sheet, rule: &'static Rule) -> Option<Plan> {
    let act = &model.words().act;
    let review = model.review_of(&sheet.lean);
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

/// A key while the preview lies over the screen.
pub(super) fn pressed(model: &mut Model, mut bulk: Box<Bulk>, key: Key) -> Vec<Effect> {
    let page = layout::bulk_height(model.size).max(1);
    let last = bulk.lines.len().saturating_sub(page);
    let by = |offset: usize, step: isize| offset.saturating_add_signed(step).min(last);
    let page = isize::try_from(page).unwrap_or(1);
    match key.code() {
        KeyCode::Enter | KeyCode::Char('y' | 'Y') if has_changed(model, &mut bulk) => {
            model.say(Tone::Bad, model.words().act.bulk_changed());
            bulk.offset = 0;
            if bulk.acts() == 0 {
                return given_up(model, *bulk);
            }
        }
        KeyCode::Enter | KeyCode::Char('y' | 'Y') => return confirmed(model, &bulk),
        KeyCode::Esc | KeyCode::Char('n' | 'N' | 'q') => return given_up(model, *bulk),
        _ if Key::parse("ctrl-c") == Some(key) => return given_up(model, *bulk),
        KeyCode::Char('j') | KeyCode::Down => bulk.offset = by(bulk.offset, 1),
        KeyCode::Char('k') | KeyCode::Up => bulk.offset = by(bulk.offset, -1),
        KeyCode::PageDown | KeyCode::Char(' ') => bulk.offset = by(bulk.offset, page),
        KeyCode::PageUp => bulk.offset = by(bulk.offset, -page),
        KeyCode::Char('g') | KeyCode::Home => bulk.offset = 0,
        KeyCode::Char('G') | KeyCode::End => bulk.offset = last,
        _ => {}
    }
    model.overlay = Some(Overlay::Bulk(bulk));
    Vec::new()
}

/// What was written for it goes back to where it was written: it is thrown away only when the reviewer says so.
fn given_up(model: &mut Model, bulk: Bulk) -> Vec<Effect> {
    if let BulkDeed::Note(text) = bulk.deed {
        let mut editor = Editor::new(model.current_item(), Purpose::NoteAll, &text);
        editor.original.clear();
        model.overlay = Some(Overlay::Editor(Box::new(editor)));
    }
    Vec::new()
}

/// One record of everything, so that it can be taken back as one.
fn confirmed(model: &mut Model, bulk: &Bulk) -> Vec<Effect> {
    let what = match &bulk.deed {
        BulkDeed::Return(due) => What::Status(Status::Returned, *due),
        BulkDeed::Accept => What::Status(Status::Accepted, None),
        BulkDeed::Note(text) => What::Note(text.clone()),
        BulkDeed::Verdict(_, verdict) => What::Verdict(verdict.clone()),
    };
    let intents = bulk.lines.iter().flat_map(|line| {
        let (what, model) = (&what, &*model);
        line.targets.iter().filter_map(move |target| {
            Some(review::intent(model, model.subject(Some(line.item))?, target.clone(), what.clone()))
        })
    });
    let intents = intents.collect();
    let effects = review::record(model, intents);
    if let BulkDeed::Verdict(rule, _) = bulk.deed {
        again::advance(model, &|finding| finding.rule == rule);
    }
    effects
}

/// The same decision on all findings of a rule.
pub(super) fn decide(model: &mut Model, rule: &'static Rule, verdict: Verdict) {
    preview(model, BulkDeed::Verdict(rule, verdict));
}
