//! What would be done is shown, confirmed or given up, and recorded in one go.

use crossterm::event::KeyCode;

use crate::check::Rule;
use crate::journal::{Status, Verdict};
use crate::tui::about::rule_name;
use crate::tui::act::{self, begun};
use crate::tui::keys::Key;
use crate::tui::model::{ItemId, Model, Overlay, Tone};
use crate::tui::msg::{DraftMsg, Effect, What};
use crate::tui::overlay::editor::{self, Editor, Purpose};

use super::plan::{has_changed, plan};
use super::{Bulk, BulkDeed, room};

/// Shows what would be done; says so where nothing would.
pub(crate) fn preview(model: &mut Model, deed: BulkDeed) {
    let items = match deed {
        BulkDeed::Verdict(..) => marked_or_shown(model),
        BulkDeed::Return(..) | BulkDeed::Accept | BulkDeed::Note(..) => model.selection.iter().collect(),
    };
    preview_of(model, deed, items);
}

/// The same for these.
pub(crate) fn preview_of(model: &mut Model, deed: BulkDeed, items: Vec<ItemId>) {
    let lines = plan(model, &deed, items);
    let bulk = Bulk { deed, lines, offset: 0 };
    if bulk.acts() > 0 {
        model.overlay = Some(Overlay::Bulk(Box::new(bulk)));
        return;
    }
    let act = &model.words().act;
    let text = match bulk.deed {
        BulkDeed::Verdict(rule, _) => act.none_undecided(rule_name(model, rule)),
        BulkDeed::Return(..) | BulkDeed::Accept | BulkDeed::Note(..) => act.bulk_nothing().to_owned(),
    };
    model.say(Tone::Bad, text);
}

/// A key while the preview lies over the screen.
pub(crate) fn pressed(model: &mut Model, mut bulk: Box<Bulk>, key: Key) -> Vec<Effect> {
    let page = room::height(model.size).max(1);
    let last = bulk.lines.len().saturating_sub(page);
    let by = |offset: usize, step: isize| offset.saturating_add_signed(step).min(last);
    let page = isize::try_from(page).unwrap_or(1);
    match key.code() {
        KeyCode::Char('y' | 'Y') if has_changed(model, &mut bulk) => {
            model.say(Tone::Bad, model.words().act.bulk_changed());
            bulk.offset = 0;
            if bulk.acts() == 0 {
                return given_up(model, *bulk);
            }
        }
        KeyCode::Char('y' | 'Y') => return confirmed(model, &bulk),
        // Pressed without thinking, as after every other box.
        KeyCode::Enter => model.say(Tone::Bad, model.words().act.bulk_only_y()),
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
    match bulk.deed {
        BulkDeed::Note(text, audience) => {
            let editor = Editor::new(model.current_item(), Purpose::NoteAll, &text);
            editor::open(model, editor.read_by(audience).unsaved());
        }
        BulkDeed::Return(_, reason) if !reason.is_empty() => {
            model.work.unsent = Some((None, reason.clone()));
            return vec![Effect::Drafts(DraftMsg::Forget(reason))];
        }
        BulkDeed::Return(..) | BulkDeed::Accept | BulkDeed::Verdict(..) => {}
    }
    Vec::new()
}

/// One record of everything, so that it can be taken back as one.
fn confirmed(model: &mut Model, bulk: &Bulk) -> Vec<Effect> {
    let what = match &bulk.deed {
        BulkDeed::Return(due, reason) => What::Status(Status::Returned, *due, reason.clone()),
        BulkDeed::Accept => What::Status(Status::Accepted, None, String::new()),
        BulkDeed::Note(text, audience) => What::Note(text.clone(), *audience),
        BulkDeed::Verdict(_, verdict) => What::Verdict(verdict.clone()),
    };
    let intents = bulk.lines.iter().flat_map(|line| {
        let (what, model) = (&what, &*model);
        line.targets.iter().filter_map(move |target| {
            Some(begun::intent_on(model, model.subject(Some(line.item))?, target.clone(), what.clone()))
        })
    });
    let intents = intents.collect();
    let effects = act::record(model, intents);
    if let &BulkDeed::Verdict(rule, Verdict { decision, .. }) = &bulk.deed {
        act::advance(model, decision, &|finding| finding.rule == rule);
    }
    effects
}

/// The same decision on all findings of a rule.
pub(crate) fn decide(model: &mut Model, rule: &'static Rule, verdict: Verdict) {
    preview(model, BulkDeed::Verdict(rule, verdict));
}

/// What an act on many is on: what is marked, else what the list shows.
pub(crate) fn marked_or_shown(model: &Model) -> Vec<ItemId> {
    if model.selection.is_empty() { model.list.visible.clone() } else { model.selection.iter().collect() }
}
