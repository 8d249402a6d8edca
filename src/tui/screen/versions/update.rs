//! The tab of versions: the version before is checked when the tab is shown, and what changed can be gone to.

use crate::check::Outcome;
use crate::journal::Target;
use crate::library::Assessed;
use crate::report::SafeText;
use crate::tui::model::{ItemId, Model, Screen};
use crate::tui::msg::Effect;

use super::changes::{self as versions, VersionLine};
use super::state::Earlier;

/// Checks the version before, and asks for its texts.
pub(crate) fn wish(model: &mut Model) -> Option<Effect> {
    let opened = model
        .opened()
        .filter(|opened| opened.open.screen == Screen::Versions && opened.open.versions.earlier.is_none())?;
    let item = versions::version_before(model, opened.lean)?;
    let Assessed { outcome, blocks } = model.case(item)?.lean();
    model.open.as_mut()?.versions.earlier = Some(Earlier { item, outcome, blocks, texts: false });
    Some(Effect::Open(item))
}

/// The texts of the version before were checked.
pub(crate) fn arrived(model: &mut Model, item: ItemId, texts: Outcome) {
    let earlier = model.open.as_mut().and_then(|open| open.versions.earlier.as_mut());
    if let Some(earlier) = earlier.filter(|earlier| earlier.item == item && !earlier.texts) {
        earlier.outcome.append(texts);
        earlier.texts = true;
    }
}

/// Is there something to go to under the cursor?
pub(crate) fn can_enter(model: &Model) -> Result<(), &'static str> {
    let act = &model.words().act;
    match versions::current(model) {
        None => Err(act.no_versions()),
        Some(VersionLine::Gone(_, cells)) if cells.is_empty() => Err(act.finding_gone()),
        Some(_) => Ok(()),
    }
}

/// Goes to the finding or the cell under the cursor; from a cell it is one level out to here.
pub(crate) fn enter(model: &mut Model) {
    let entry = versions::current(model);
    let Some(form) = model.opened().map(|opened| opened.form) else { return };
    let Some(open) = model.open.as_mut() else { return };
    match entry {
        Some(VersionLine::Present(finding)) => {
            if !open.put_on(finding.fingerprint) {
                return;
            }
            open.show_finding(form);
        }
        Some(VersionLine::Gone(_, cells)) => cells.first().into_iter().for_each(|cell| open.show_cell(form, *cell)),
        Some(VersionLine::Changed(cell)) => open.show_cell(form, cell),
        None => return,
    }
    open.back = Some(Screen::Versions);
}

/// What a note written here is about.
pub(crate) fn target(model: &Model) -> Target {
    let form = model.opened().map(|opened| opened.form);
    match (versions::current(model), form) {
        (Some(VersionLine::Present(finding) | VersionLine::Gone(finding, _)), _) => {
            Target::Finding(SafeText::line(&finding.fingerprint.to_string()))
        }
        (Some(VersionLine::Changed(cell)), Some(form)) => Target::Cell(SafeText::line(form.id(cell))),
        _ => Target::Report,
    }
}
