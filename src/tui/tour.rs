//! The first steps on the sample data: what to press next stands on the last line until it is done.

use crate::journal::{ActKind, Status, Update};

use super::model::{Model, Notice, Tone, TourStep};
use super::msg::Msg;

/// What happened may be what the tour was waiting for.
pub(crate) fn seen(model: &Model, msg: &Msg) -> Option<TourStep> {
    let step = model.tour?;
    if matches!(msg, Msg::LoadingDone) {
        return Some(step);
    }
    let Msg::Saved(update) = msg else { return None };
    is_done_by(step, update).then(|| step.next())
}

fn is_done_by(step: TourStep, update: &Update) -> bool {
    let has = |wanted: &dyn Fn(&ActKind) -> bool| update.acts.iter().any(|act| wanted(&act.kind));
    match step {
        TourStep::Find | TourStep::Done => false,
        TourStep::Decide => has(&|kind| matches!(kind, ActKind::Verdict(_))),
        TourStep::Note => has(&|kind| matches!(kind, ActKind::Note)),
        TourStep::Return => has(&|kind| matches!(kind, ActKind::Status(Status::Returned))),
        TourStep::Undo => has(&|kind| matches!(kind, ActKind::Retract { .. })),
    }
}

/// Says what comes next, where nothing else is being said; not before there is something to be found.
pub(crate) fn say(model: &mut Model, next: Option<TourStep>) {
    let Some(mut step) = next.or(model.tour).filter(|_| model.directory.loading.done) else { return };
    if step == TourStep::Find && model.open.as_ref().is_some_and(|open| open.finding().is_some()) {
        step = step.next();
    }
    let is_new = next.is_some() || model.tour != Some(step);
    model.tour = Some(step);
    let text = text(model, step);
    match (&model.notices.shown, is_new) {
        // What comes next is said first: it must not be cut.
        (Some(said), true) => {
            let text = format!("{text}  {}", said.text);
            model.notices.shown = Some(Notice { text, tone: said.tone });
        }
        (Some(_), false) => {}
        (None, _) if model.overlay.is_none() => model.notices.shown = Some(Notice { text, tone: Tone::Plain }),
        (None, _) => {}
    }
}

fn text(model: &Model, step: TourStep) -> String {
    let words = &model.words().tour;
    match step {
        TourStep::Find => words.find(),
        TourStep::Decide => words.decide(),
        TourStep::Note => words.note(),
        TourStep::Return => words.give_back(),
        TourStep::Undo => words.undo(),
        TourStep::Done => words.done(),
    }
    .to_owned()
}
