//! Opening the overview, keeping it up to date, and going from a bar to the reports it counts.

use crossterm::event::KeyCode;
use rustc_hash::FxHashSet;

use crate::report::SafeText;
use crate::report::roster::RosterEntry;
use crate::tui::keys::Key;
use crate::tui::model::{Model, Overlay, Tone};
use crate::tui::query::Query;
use crate::tui::screen::agencies::narrowing;

use super::{Overview, RosterTally, view};

/// Counts everything and shows it.
pub(crate) fn open(model: &mut Model) {
    model.overlay = Some(Overlay::Overview(Box::new(counted(model))));
}

/// Counts everything.
pub(super) fn counted(model: &Model) -> Overview {
    Overview::of(&model.list, &model.library, &model.journal.marks, expected(model))
}

/// Counts anew while it is looked at and something has come.
pub(crate) fn settle(model: &mut Model, changed: bool) {
    if !changed || !matches!(model.overlay, Some(Overlay::Overview(_))) {
        return;
    }
    let expected = expected(model);
    if let Some(Overlay::Overview(overview)) = model.overlay.as_mut() {
        overview.refresh(&model.list, &model.library, &model.journal.marks, expected);
    }
}

/// Who should report for the year that is shown (the last), by the roster; not before everything is checked.
fn expected(model: &Model) -> Option<RosterTally> {
    let roster = model.given.basis.roster.filter(|_| model.directory.loading.checked_all)?;
    let sheets = || model.list.base().iter().filter_map(|&item| model.library.sheet(item));
    let missing = || model.missing().map(|head| head.year);
    let year = model.list.year.or_else(|| sheets().map(|sheet| sheet.lean.head.year).chain(missing()).max())?;
    let mut expected =
        RosterTally { year, missing: missing().filter(|one| *one == year).count(), ..RosterTally::default() };
    // Agencies, not reports: two of one agency that nobody has chosen between are one that has reported, and so are two
    // that name it differently.
    let mut reported: FxHashSet<*const RosterEntry> = FxHashSet::default();
    for head in sheets().map(|sheet| &sheet.lean.head).filter(|head| head.year == year) {
        match roster.lookup(&head.agency.name, &head.agency.region) {
            Some(entry) => expected.reported += usize::from(reported.insert(entry)),
            None => expected.unlisted += 1,
        }
    }
    Some(expected)
}

/// A key while it lies over the screen.
pub(crate) fn pressed(model: &mut Model, mut overview: Box<Overview>, key: Key) {
    let page = isize::try_from(model.size.height).unwrap_or(1).max(12) - 8;
    if overview.typing {
        typed(model, &mut overview, key);
        model.overlay = Some(Overlay::Overview(overview));
        return;
    }
    match key.code() {
        KeyCode::Char('/') => (overview.query, overview.typing) = (String::new(), true),
        KeyCode::Char('n' | ')') => find(model, &mut overview, false, false),
        KeyCode::Char('N' | '(') => find(model, &mut overview, false, true),
        KeyCode::Char('j') | KeyCode::Down => overview.step(1),
        KeyCode::Char('k') | KeyCode::Up => overview.step(-1),
        KeyCode::PageDown => overview.step(page),
        KeyCode::PageUp => overview.step(-page),
        KeyCode::Char('g') | KeyCode::Home => overview.step(isize::MIN),
        KeyCode::Char('G') | KeyCode::End => overview.step(isize::MAX),
        KeyCode::Char('l') | KeyCode::Right | KeyCode::Tab => overview.step_group(1),
        KeyCode::Char('h') | KeyCode::Left | KeyCode::BackTab => overview.step_group(-1),
        KeyCode::Enter => return enter(model, overview),
        KeyCode::Esc | KeyCode::Char('q') => return,
        _ if Key::parse("ctrl-c") == Some(key) => return,
        _ => {}
    }
    model.overlay = Some(Overlay::Overview(overview));
}

/// A key while something is looked for: the cursor follows at once.
fn typed(model: &mut Model, overview: &mut Overview, key: Key) {
    match key.code() {
        KeyCode::Esc | KeyCode::Enter => {
            overview.typing = false;
            return;
        }
        KeyCode::Backspace => drop(overview.query.pop()),
        _ if Key::parse("ctrl-c") == Some(key) => {
            overview.typing = false;
            return;
        }
        _ if Key::parse("ctrl-u") == Some(key) => overview.query.clear(),
        _ => overview.query.extend(key.typed()),
    }
    find(model, overview, true, false);
}

/// Pasted text is looked for.
pub(crate) fn pasted(overview: &mut Overview, text: &str) {
    overview.query += &SafeText::line(text.lines().next().unwrap_or_default());
}

/// To the next bar that has what is looked for.
fn find(model: &mut Model, overview: &mut Overview, from_here: bool, back: bool) {
    let query = Query::of(&overview.query);
    if query.len() > 0 && !overview.find(from_here, back, |bar| query.fits(&view::bar_text(bar, model))) {
        model.say(Tone::Bad, model.words().look.not_found(&overview.query));
    }
}

/// Closes, and narrows the list to the bar under the cursor.
fn enter(model: &mut Model, overview: Box<Overview>) {
    match overview.current().and_then(|bar| bar.chip.clone()) {
        Some(chip) => {
            model.open = None;
            narrowing::narrow_to(model, chip);
        }
        None => {
            model.say(Tone::Bad, model.words().see.cannot_narrow());
            model.overlay = Some(Overlay::Overview(overview));
        }
    }
}
