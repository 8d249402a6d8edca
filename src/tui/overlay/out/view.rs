//! What can be written out, letters, and how far it is: drawn and said.

use ratatui::layout::{Position, Rect, Size};

use crate::terminal::glyphs::SAFE;
use crate::tui::model::Model;
use crate::tui::theme;
use crate::tui::view::paint::{Canvas, column, run};
use crate::tui::view::popup::{cells, popup};

use super::entries::{Entry, entries};
use super::{OutBox, Shown};

/// A letter is no wider than its page.
const WIDEST: u16 = 100;

/// The box while it is waited for.
const WAITING: u16 = 44;

pub(crate) fn draw(canvas: &mut Canvas<'_>, model: &Model, what: &OutBox) -> Option<Position> {
    match what {
        OutBox::Menu(cursor) => menu(canvas, model, *cursor),
        OutBox::Waiting => waiting(canvas, &waiting_lines(model), model.words().outgoing.title()),
        OutBox::Leaving => waiting(canvas, &leaving_lines(model), model.words().outgoing.title()),
        OutBox::Shown(shown) => letters(canvas, model, shown),
    }
    None
}

fn menu(canvas: &mut Canvas<'_>, model: &Model, cursor: usize) {
    let words = &model.words().outgoing;
    let (entries, into) = (entries(model), into(model));
    let widest = entries.iter().map(|entry| cells(canvas, &entry.text) + 6).max().unwrap_or(0);
    let width = widest.max(cells(canvas, words.hint())).max(cells(canvas, &into));
    let height = u16::try_from(entries.len() + 2).unwrap_or(u16::MAX);
    let inner = popup(canvas, width, height, words.title());
    for (row, (index, entry)) in (0..inner.height).zip(entries.iter().enumerate()) {
        let base = if entry.what.is_ok() { theme::PLAIN } else { theme::DIM };
        let style = if index == cursor { theme::CURSOR } else { base };
        let marker = column(if index == cursor { SAFE.marker } else { "" }, 2, style);
        let key = column(entry.key.to_string(), 3, theme::KEY);
        canvas.pieces(inner, row, [marker, key, run(entry.text.as_str(), style)]);
    }
    let rows = u16::try_from(entries.len()).unwrap_or(u16::MAX);
    canvas.line(inner, rows, &into, theme::DIM);
    canvas.line(inner, rows.saturating_add(1), words.hint(), theme::DIM);
}

/// Where it goes.
fn into(model: &Model) -> String {
    let words = &model.words().outgoing;
    match &model.out.place {
        Some(place) => words.to_place(place),
        None => words.no_place().to_owned(),
    }
}

fn waiting(canvas: &mut Canvas<'_>, lines: &[String], title: &str) {
    let inner = popup(canvas, WAITING, 3, title);
    for (row, line) in (0..inner.height).zip(lines) {
        canvas.line(inner, row, line, theme::PLAIN);
    }
}

/// The same while the desk is to be left.
fn leaving_lines(model: &Model) -> Vec<String> {
    let words = &model.words().outgoing;
    vec![words.leaving().to_owned(), count(model), words.leaving_hint().to_owned()]
}

/// How far it is.
fn count(model: &Model) -> String {
    let (done, all) = model.out.running.as_ref().map_or((0, 0), |running| running.told);
    if all > 0 { model.words().outgoing.waiting_count(done, all) } else { String::new() }
}

fn waiting_lines(model: &Model) -> Vec<String> {
    let words = &model.words().outgoing;
    let running = model.out.running.as_ref();
    let hint = if running.is_some_and(|running| running.writes) { words.waiting_hint() } else { words.showing_hint() };
    vec![words.waiting().to_owned(), count(model), hint.to_owned()]
}

/// The room for letters.
fn size(screen: Size) -> Size {
    Size { width: screen.width.saturating_sub(4).min(WIDEST), height: screen.height.saturating_sub(2) }
}

/// How many of their lines are shown at once.
#[must_use]
pub(super) fn height(screen: Size) -> usize {
    usize::from(size(screen).height.saturating_sub(1))
}

/// The letters line by line, as wide as there is room for.
#[must_use]
pub(super) fn lines(model: &Model, shown: &Shown) -> Vec<String> {
    let width = usize::from(size(model.size).width).max(1);
    let measure = model.display.measure;
    let mut lines: Vec<String> = shown.preview.said.iter().flat_map(|line| measure.wrap(line, width)).collect();
    for (index, text) in shown.preview.texts.iter().enumerate() {
        if index > 0 || !lines.is_empty() {
            lines.push(SAFE.across.repeat(width.min(60)));
        }
        lines.extend(text.lines().flat_map(|line| measure.wrap(line, width)));
    }
    let more = shown.preview.letters.saturating_sub(shown.preview.texts.len());
    if more > 0 {
        lines.push(model.words().outgoing.preview_more(more));
    }
    lines
}

fn letters(canvas: &mut Canvas<'_>, model: &Model, shown: &Shown) {
    let words = &model.words().outgoing;
    let size = size(model.size);
    let inner = popup(canvas, size.width, size.height, &words.preview_title(shown.preview.letters));
    let lines = lines(model, shown);
    let body = Rect { height: inner.height.saturating_sub(1), ..inner };
    for (row, line) in (0..body.height).zip(lines.iter().skip(shown.offset)) {
        canvas.line(body, row, line, theme::PLAIN);
    }
    let hint = Rect { y: body.bottom(), height: inner.height.min(1), ..inner };
    canvas.line(hint, 0, &format!("{}  {}", words.preview_hint(), into(model)), theme::DIM);
}

/// The same in lines.
pub(crate) fn said(model: &Model, what: &OutBox) -> Vec<String> {
    let words = &model.words().outgoing;
    match what {
        OutBox::Menu(cursor) => {
            let line = |(index, Entry { key, text, .. }): (usize, Entry)| {
                format!("{} {key} {text}", if index == *cursor { ">" } else { " " })
            };
            let lines = entries(model).into_iter().enumerate().map(line);
            std::iter::once(words.title().to_owned())
                .chain(lines)
                .chain([into(model), words.hint().to_owned()])
                .collect()
        }
        OutBox::Waiting => waiting_lines(model),
        OutBox::Leaving => leaving_lines(model),
        OutBox::Shown(shown) => {
            let title = words.preview_title(shown.preview.letters);
            let lines = lines(model, shown).into_iter().skip(shown.offset).take(height(model.size));
            std::iter::once(title).chain(lines).chain([words.preview_hint().to_owned()]).collect()
        }
    }
}
