//! Decisions on a finding, or on all of its rule.

use crate::check::{Fingerprint, Rule};
use crate::journal::{Decision, Verdict};
use crate::report::SafeText;
use crate::tui::about::rule_name;
use crate::tui::act::{self, begun};
use crate::tui::model::{Model, Open, Overlay, Tone};
use crate::tui::msg::Effect;
use crate::tui::overlay::verdict::VerdictMenu;
use crate::tui::screen;
use crate::tui::why_not::{Able, need, saved, writable};
use crate::words::CommandId;

/// Is there a finding before the reviewer's eyes to decide on?
pub(super) fn can_decide(model: &Model) -> Able {
    writable(model)?;
    need(screen::of(model.screen()).shows_finding(model), model.words().desk.no_finding_here())
}

/// The same for the keys that ask nothing: what was decided before must be known.
pub(super) fn can_decide_at_once(model: &Model) -> Able {
    can_decide(model)?;
    saved(model)
}

/// Opens the menu of decisions on the finding under the cursor.
pub(super) fn decide(model: &mut Model) {
    model.overlay = menu(model, None);
}

/// Decides on the finding under the cursor, without a reason, and goes on to the next. A decision that stands is changed
/// where its reason is seen, and not by one key.
pub(super) fn at_once(model: &mut Model, decision: Decision) -> Vec<Effect> {
    let Some(finding) = model.open.as_ref().and_then(Open::finding) else { return Vec::new() };
    let (fingerprint, rule) = (finding.fingerprint, finding.rule);
    if is_decided(model, fingerprint, rule) {
        return Vec::new();
    }
    let begun = begun::begin(model, model.current_item(), act::target_of(fingerprint));
    let verdict = Verdict { decision, reason: SafeText::default() };
    let effects = act::write_verdict(model, begun, fingerprint, verdict);
    if !effects.is_empty() {
        // The cursor is on the next one by now.
        let then = model.work.then.take().map(|then| format!("  {then}")).unwrap_or_default();
        model.work.then = Some(format!("{}{then}", rule_name(model, rule)));
    }
    effects
}

/// Has the finding under the cursor a decision already? Says which, and what changes it.
pub(super) fn is_decided(model: &mut Model, fingerprint: Fingerprint, rule: &Rule) -> bool {
    let review = model.current_item().and_then(|item| model.review_of(item));
    let standing = review.and_then(|review| review.verdict(&fingerprint.to_string()).map(|verdict| verdict.decision));
    let Some(standing) = standing else { return false };
    let words = model.words();
    let key = model.key_text(CommandId::Verdict);
    model.say(Tone::Plain, words.act.decided_before(rule_name(model, rule), standing.label(words), key));
    true
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
