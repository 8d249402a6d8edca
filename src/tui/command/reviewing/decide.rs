//! Decisions on a finding, or on all of its rule.

use crate::check::Rule;
use crate::journal::{Decision, Verdict};
use crate::report::SafeText;
use crate::tui::act::{self, begun};
use crate::tui::model::{Model, Open, Overlay};
use crate::tui::msg::Effect;
use crate::tui::overlay::verdict::VerdictMenu;
use crate::tui::screen;
use crate::tui::why_not::{Able, need, writable};

/// Is there a finding before the reviewer's eyes to decide on?
pub(super) fn can_decide(model: &Model) -> Able {
    writable(model)?;
    need(screen::of(model.screen()).shows_finding(model), model.words().desk.no_finding_here())
}

/// Opens the menu of decisions on the finding under the cursor.
pub(super) fn decide(model: &mut Model) {
    model.overlay = menu(model, None);
}

/// Decides on the finding under the cursor, without a reason, and goes on to the next.
pub(super) fn at_once(model: &mut Model, decision: Decision) -> Vec<Effect> {
    let Some(fingerprint) = model.open.as_ref().and_then(Open::finding).map(|finding| finding.fingerprint) else {
        return Vec::new();
    };
    let begun = begun::begin(model, model.current_item(), act::target_of(fingerprint));
    let verdict = Verdict { decision, reason: SafeText::default() };
    act::write_verdict(model, begun, fingerprint, verdict)
}

/// The same for all findings of its rule.
pub(super) fn decide_all(model: &mut Model) {
    let rule = model.open.as_ref().and_then(Open::finding).map(|finding| finding.rule);
    model.overlay = menu(model, rule);
}

fn menu(model: &Model, all: Option<&'static Rule>) -> Option<Overlay> {
    let fingerprint = model.open.as_ref()?.finding()?.fingerprint;
    let about = Box::new(begun::begin(model, model.current_item(), act::target_of(fingerprint))?);
    Some(Overlay::Verdict(VerdictMenu { about, fingerprint, all, cursor: 0 }))
}
