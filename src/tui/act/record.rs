//! Having acts written, and what the reviewer has before their eyes of what they are on.

use crate::check::Fingerprint;
use crate::form::Cell;
use crate::journal::{Seen, Target};
use crate::report::SafeText;
use crate::tui::model::{ItemId, Model, Open, Tone, seen};
use crate::tui::msg::{Effect, Intent};

/// A finding as a target.
pub(crate) fn target_of(fingerprint: Fingerprint) -> Target {
    Target::Finding(SafeText::line(&fingerprint.to_string()))
}

/// What the reviewer has before their eyes of a target.
pub(crate) fn seen_of(model: &Model, item: Option<ItemId>, target: &Target) -> Option<Seen> {
    let sheet = model.library.sheet(item?)?;
    let lean = &*sheet.lean;
    match target {
        Target::Report => seen::of_report(lean),
        Target::Section(_) => None,
        Target::Cell(id) => {
            let cell: Cell = lean.form.cell(id)?;
            seen::of_cell(cell, lean)
        }
        Target::Finding(fingerprint) => {
            let open = model.open.as_ref().filter(|open| Some(open.item) == item);
            let mut findings = open.into_iter().flat_map(Open::all_findings);
            match findings.find(|finding| finding.fingerprint.to_string() == **fingerprint) {
                Some(finding) => seen::of_finding(finding, lean),
                None => seen::of_named(fingerprint, sheet),
            }
        }
    }
}

/// What was to be acted on is no report any more.
pub(crate) fn nothing_there(model: &mut Model) -> Vec<Effect> {
    model.say(Tone::Bad, model.words().desk.no_report());
    Vec::new()
}

/// Has acts written, as one.
pub(crate) fn record(model: &mut Model, intents: Vec<Intent>) -> Vec<Effect> {
    model.journal.saving += 1;
    model.say(Tone::Plain, model.words().desk.saving());
    vec![Effect::Record(intents)]
}
