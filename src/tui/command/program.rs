//! The program itself: its lists, its looks, what it is told by the system; and copying.

use crate::tui::keymap::Group::Program;
use crate::tui::lines::Lines;
use crate::tui::model::{Model, Tone};
use crate::tui::msg::Effect;
use crate::tui::overlay::picker::notices;
use crate::tui::overlay::{help, out};
use crate::tui::screen::{self, agencies};
use crate::tui::why_not::{Able, always, need, saved};
use crate::words::CommandId as Id;

use super::value::{Command, EVERYWHERE, Run};
use super::{own, palette};

pub(super) const COMMANDS: &[Command] = &[
    Command::new(Id::Palette, &[":"], Program, EVERYWHERE, always, Run::Changes(palette::open)).footer(13),
    Command::new(Id::ListNotices, &[", e"], Program, EVERYWHERE, has_notices, Run::Changes(notices::open)),
    Command::new(Id::Reload, &[", l"], Program, EVERYWHERE, can_reload, Run::Effects(reload)),
    Command::new(Id::Copy, &["y"], Program, EVERYWHERE, can_copy, Run::Effects(copy_here)),
    Command::new(Id::Still, &[", p", "f12"], Program, EVERYWHERE, always, Run::Effects(|_| vec![Effect::Still])),
    Command::new(Id::CopyView, &[", y"], Program, EVERYWHERE, has_lines, Run::Effects(copy_view)),
    Command::new(Id::CopyText, &[", Y"], Program, EVERYWHERE, has_lines, Run::Effects(copy_text)),
    Command::new(Id::WriteOut, &["W"], Program, EVERYWHERE, can_write_out, Run::Changes(out::open)),
    Command::new(Id::Help, &["?", "f1"], Program, EVERYWHERE, always, Run::Changes(help::open)).footer(13).essential(),
    Command::new(Id::Program, &["! a-z"], Program, EVERYWHERE, own::can, Run::Letter(own::run)),
    Command::new(Id::Theme, &[", t"], Program, EVERYWHERE, always, Run::Changes(next_theme)),
    Command::new(Id::Redraw, &["ctrl-l"], Program, EVERYWHERE, always, Run::Effects(|_| vec![Effect::Redraw])),
    Command::new(Id::Suspend, &["ctrl-z"], Program, EVERYWHERE, always, Run::Effects(|_| vec![Effect::Suspend])),
    Command::new(Id::Quit, &["q", "ctrl-c"], Program, EVERYWHERE, always, Run::Effects(|_| vec![Effect::Quit]))
        .footer(14)
        .essential(),
];

fn has_notices(model: &Model) -> Able {
    need(model.notices.newest().next().is_some(), model.words().keys.no_notices())
}

/// What reviewers did goes out as the journal has it.
fn can_write_out(model: &Model) -> Able {
    saved(model)
}

fn can_reload(model: &Model) -> Able {
    need(model.directory.loading.checked_all, model.words().live.not_yet())
}

fn can_copy(model: &Model) -> Able {
    need(screen::of(model.screen()).copied(model).is_some(), model.words().desk.nothing_to_copy())
}

fn has_lines(model: &Model) -> Able {
    need(screen::of(model.screen()).has_lines(model), model.words().desk.nothing_to_copy())
}

/// All lines of the view, or of the range begun in it, as a table with tabs.
fn copy_view(model: &mut Model) -> Vec<Effect> {
    let lines = range(model).unwrap_or_else(|| screen::of(model.screen()).all_lines(model));
    vec![Effect::Copy(lines.tsv())]
}

/// The same as text in columns.
fn copy_text(model: &mut Model) -> Vec<Effect> {
    let lines = range(model).unwrap_or_else(|| screen::of(model.screen()).all_lines(model));
    vec![Effect::Copy(lines.text(model.display.measure))]
}

/// The range that was begun here; copied, it has done what it was for.
fn range(model: &mut Model) -> Option<Lines> {
    let lines = screen::of(model.screen()).range(model)?;
    if let Some(open) = model.open.as_mut() {
        open.tables.range = None;
    }
    Some(lines)
}

/// The range that was begun here; else what is under the cursor; with marks on the list, the marked lines; with a count, so many from the cursor on.
fn copy_here(model: &mut Model) -> Vec<Effect> {
    if let Some(lines) = range(model) {
        return vec![Effect::Copy(lines.tsv())];
    }
    let shown = screen::of(model.screen());
    if let Some(count) = model.keys.rows.take() {
        return vec![Effect::Copy(shown.all_lines(model).part(shown.cursor(model).0, count.into()).tsv())];
    }
    if model.acts_on_many() {
        return vec![Effect::Copy(agencies::marked_lines(model).tsv())];
    }
    screen::of(model.screen()).copied(model).map(Effect::Copy).into_iter().collect()
}

/// Which theme is kept is a setting.
fn next_theme(model: &mut Model) {
    model.display.theme = model.display.theme.next();
    let words = model.words();
    let (theme, setting) = (model.display.theme.name(words), model.display.theme.setting());
    model.say(Tone::Plain, words.look.theme_set(theme, setting));
}

/// The reviewer asks for a look.
fn reload(model: &mut Model) -> Vec<Effect> {
    model.say(Tone::Plain, model.words().live.reloading());
    vec![Effect::Reload]
}
