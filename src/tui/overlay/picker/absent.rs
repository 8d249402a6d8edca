//! The agencies of the roster that have no report: who they are, and their names to write to them.

use crate::report::Head;
use crate::tui::model::Model;
use crate::tui::msg::Effect;
use crate::words::CommandId;

use super::{Pick, PickLine, show};

/// That there are some, and which key lists them.
pub(crate) fn notice(model: &Model) -> String {
    let key = model.key_text(CommandId::Absent);
    model.words().absent.notice(model.missing().count(), &key)
}

pub(crate) fn open(model: &mut Model) {
    let missing: Vec<Head> = model.missing().cloned().collect();
    let lines = lines(model, &missing);
    show(model, Pick::Absent(missing), lines);
}

pub(crate) fn lines(model: &Model, missing: &[Head]) -> Vec<PickLine> {
    let words = &model.words().absent;
    let line = |head: &Head| {
        let region: Vec<_> = head.agency.region.iter().map(|part| part.name()).collect();
        let line = PickLine::new(head.agency.name.name()).also(&region.join(" "));
        line.right(words.year(head.year))
    };
    missing.iter().map(line).collect()
}

/// The name on the line, to be written to, whoever has reported since it was listed.
pub(crate) fn copy(missing: &[Head], number: usize) -> Vec<Effect> {
    missing.get(number).map(|head| Effect::Copy(head.agency.name.to_string())).into_iter().collect()
}

/// Why there is nothing to list.
pub(crate) fn why_none(model: &Model) -> &'static str {
    let words = &model.words().absent;
    match (model.given.basis.roster, model.directory.loading.checked_all) {
        (None, _) => words.no_roster(),
        (Some(_), false) => words.not_yet(),
        (Some(_), true) => words.nobody(),
    }
}
