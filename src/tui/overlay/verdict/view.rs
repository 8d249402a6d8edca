//! The menu of decisions, drawn and said.

use ratatui::layout::Position;

use crate::journal::Decision;
use crate::terminal::glyphs::SAFE;
use crate::tui::about::rule_name;
use crate::tui::model::Model;
use crate::tui::view::paint::Canvas;
use crate::tui::view::popup::menu;
use crate::words::CommandId;

use super::{Choice, Reason, VerdictMenu, choices, reason};

pub(crate) fn draw(canvas: &mut Canvas<'_>, model: &Model, verdict: &VerdictMenu) -> Option<Position> {
    menu(canvas, &title(model, verdict), lines(model), verdict.cursor);
    None
}

/// The same in lines.
pub(crate) fn said(model: &Model, verdict: &VerdictMenu) -> Vec<String> {
    let choices = lines(model).into_iter().enumerate().map(|(index, line)| {
        let marker = if index == verdict.cursor { ">" } else { " " };
        format!("{marker} {line}")
    });
    std::iter::once(title(model, verdict)).chain(choices).collect()
}

/// What a decision is asked for: one finding, or all of its rule.
fn title(model: &Model, menu: &VerdictMenu) -> String {
    let words = model.words();
    let finding = || model.opened().and_then(|opened| opened.open.finding().map(|finding| finding.rule));
    let (title, rule) = match menu.all {
        Some(rule) => (words.act.verdict_all_title(), Some(rule)),
        None => (words.desk.verdict_title(), finding()),
    };
    rule.map_or_else(|| title.to_owned(), |rule| format!("{title} {} {}", SAFE.marker, rule_name(model, rule)))
}

/// The decisions to choose from, each with its number and its reason.
fn lines(model: &Model) -> Vec<String> {
    let words = model.words();
    let with = |reason: &str| words.journal.reason(reason);
    let line = |(number, choice): (usize, Choice)| {
        let Choice { decision, reason } = choice;
        let reason = match reason {
            Reason::None => String::new(),
            Reason::Listed(index) => with(self::reason(model, index)),
            Reason::Written => with(words.desk.reason_written()),
        };
        let key = key(model, choice).map(|key| format!("  {key}")).unwrap_or_default();
        format!("{number} {}{reason}{key}", decision.label(words))
    };
    (1..).zip(choices(model)).map(line).collect()
}

/// The key that decides the same without the menu.
fn key(model: &Model, Choice { decision, reason }: Choice) -> Option<String> {
    if reason != Reason::None {
        return None;
    }
    let command = match decision {
        Decision::Return => CommandId::MustCorrect,
        Decision::Accept => CommandId::AcceptFinding,
        Decision::NotAProblem => CommandId::NotAProblem,
        Decision::ToVerify => CommandId::ToVerify,
    };
    Some(model.key_text(command))
}
