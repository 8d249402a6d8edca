//! Acts are about the report that the reviewer looked at when they began, whatever its file becomes until the last key.
//!
//! What lies over the screen keeps what its act is about ([`Begun`]) from when it is opened. If the item is another
//! report by the last key, or none, that is said and nothing is saved; of another version the act says what was seen
//! before.

use crate::journal::{Act, Seen, Target};
use crate::tui::model::{Begun, ItemId, Model, Subject, Tone};
use crate::tui::msg::{Effect, Intent, What};

use super::{naming, review};

/// What an act that the reviewer begins now will be about.
pub(super) fn begin(model: &Model, item: Option<ItemId>, target: Target) -> Option<Begun> {
    Some(about(model, model.subject(item)?, target))
}

/// The same of a subject that is known; nothing was seen of it where the item is another report by now.
pub(super) fn about(model: &Model, subject: Subject, target: Target) -> Begun {
    let seen = is_there(model, &subject).then(|| review::seen_of(model, Some(subject.item), &target)).flatten();
    Begun { subject, target, seen }
}

/// What whoever changes the words of an act has before their eyes: nothing, where the item is another report by now than
/// the act is about.
pub(super) fn seen_by(model: &Model, item: Option<ItemId>, act: &Act) -> Option<Seen> {
    about(model, Subject { item: item?, report: Box::new(act.report.clone()) }, act.target.clone()).seen
}

/// Is the item still this report? It may be another version of it.
fn is_there(model: &Model, subject: &Subject) -> bool {
    model.reference(subject.item).is_some_and(|now| now.key() == subject.report.key())
}

/// The name of the report, where the item is not this report any more; with that of the one it is now, if it is one.
pub(super) fn moved(model: &Model, subject: &Subject) -> Option<(String, Option<String>)> {
    let Subject { item, report } = subject;
    let is_gone = model.library.is_gone(*item);
    if !is_gone && is_there(model, subject) {
        return None;
    }
    let now = model.library.sheet(*item).filter(|_| !is_gone);
    Some((naming::shown(model, report), now.map(|sheet| sheet.lean.head.name())))
}

/// The last key of an act without words: was the report looked at another one? Says so; nothing must be saved then.
pub(super) fn has_moved(model: &mut Model, subject: &Subject) -> bool {
    let words = &model.words().desk;
    let Some((report, now)) = moved(model, subject) else { return false };
    let why = match now {
        Some(now) => words.acted_on_another(report, now),
        None => words.acted_on_gone(report),
    };
    model.say(Tone::Bad, why);
    true
}

/// The act. What its file comes to may have become known since; it is that of the same values only.
pub(super) fn intent(model: &Model, begun: Begun, what: What) -> Intent {
    let Begun { subject: Subject { item, mut report }, target, seen } = begun;
    if report.sha256.is_none() && review::seen_of(model, Some(item), &target) == seen {
        let now = model.reference(item).filter(|now| now.key() == report.key());
        report.sha256 = now.and_then(|now| now.sha256);
    }
    Intent::About { item, report, target, what, seen }
}

/// Has the act written.
pub(super) fn act(model: &mut Model, begun: Option<Begun>, what: What) -> Vec<Effect> {
    let Some(begun) = begun else { return review::nothing_there(model) };
    let intent = intent(model, begun, what);
    review::record(model, vec![intent])
}
