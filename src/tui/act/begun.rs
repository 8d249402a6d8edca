//! Acts are about the report that the reviewer looked at when they began, whatever its file becomes until the last key.
//!
//! What lies over the screen keeps what its act is about ([`Begun`]) from when it is opened. If the item is another
//! report by the last key, or none, that is said and nothing is saved; of another version the act says what was seen
//! before.

use crate::journal::{Act, Seen, Target};
use crate::tui::about;
use crate::tui::model::{Begun, ItemId, Model, Subject, Tone};
use crate::tui::msg::{Effect, Intent, What};

use super::record::{nothing_there, record, seen_of};

/// What an act that the reviewer begins now will be about.
pub(crate) fn begin(model: &Model, item: Option<ItemId>, target: Target) -> Option<Begun> {
    Some(about(model, model.subject(item)?, target))
}

/// The same of a subject that is known; nothing was seen of it where the item is another report by now.
pub(crate) fn about(model: &Model, subject: Subject, target: Target) -> Begun {
    let seen = is_there(model, &subject).then(|| seen_of(model, Some(subject.item), &target)).flatten();
    Begun { subject, target, seen }
}

/// What whoever changes the words of an act has before their eyes: nothing, where the item is another report by now than
/// the act is about.
pub(crate) fn seen_by(model: &Model, item: Option<ItemId>, act: &Act) -> Option<Seen> {
    about(model, Subject { item: item?, report: Box::new(act.report.clone()) }, act.target.clone()).seen
}

/// Is the item still this report? It may be another version of it.
fn is_there(model: &Model, subject: &Subject) -> bool {
    model.reference(subject.item).is_some_and(|now| now.key() == subject.report.key())
}

/// The name of the report, where the item is not this report any more; with that of the one it is now, if it is one.
pub(crate) fn moved(model: &Model, subject: &Subject) -> Option<(String, Option<String>)> {
    let Subject { item, report } = subject;
    let is_gone = model.library.is_gone(*item);
    if !is_gone && is_there(model, subject) {
        return None;
    }
    let now = model.library.sheet(*item).filter(|_| !is_gone);
    Some((about::report_name(model, report), now.map(|sheet| sheet.lean.head.name())))
}

/// The last key of an act without words: was the report looked at another one? Says so; nothing must be saved then.
pub(crate) fn has_moved(model: &mut Model, subject: &Subject) -> bool {
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
pub(crate) fn intent(model: &Model, begun: Begun, what: What) -> Intent {
    let Begun { subject: Subject { item, mut report }, target, seen } = begun;
    if report.sha256.is_none() {
        let now = model.reference(item).filter(|now| now.sha256.is_some() && now.key() == report.key());
        let now = now.filter(|_| seen_of(model, Some(item), &target) == seen);
        report.sha256 = now.and_then(|now| now.sha256);
    }
    Intent::About { item, report, target, what, seen }
}

/// Has the act written.
pub(crate) fn act(model: &mut Model, begun: Option<Begun>, what: What) -> Vec<Effect> {
    let Some(begun) = begun else { return nothing_there(model) };
    let intent = intent(model, begun, what);
    record(model, vec![intent])
}

/// The intent, with what the reviewer has before their eyes: nothing, where the item is another report by now.
pub(crate) fn intent_on(model: &Model, subject: Subject, target: Target, what: What) -> Intent {
    intent(model, about(model, subject, target), what)
}
