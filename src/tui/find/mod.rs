//! Finding on the screens of a report: what is typed, or what is under the cursor, as written or as it sounds; and going
//! from one place that has it to the next.
//!
//! Knows no screen: each says which of its places have it.

use crossterm::event::KeyCode;

use crate::report::SafeText;

use super::hit::Hit;
use super::keys::Key;
use super::model::{Model, Tone};
use super::msg::Effect;
use super::query::Query;
use super::screen;
use super::screen::walk::{Direction, say_wrapped};

/// What is looked for is no longer.
const MOST: usize = 60;

/// Begins to type what is looked for.
pub(crate) fn start(model: &mut Model) {
    let here = screen::of(model.screen()).hit(model);
    model.find.typing = Some((String::new(), here));
}

/// Is the reviewer typing it?
#[must_use]
pub(crate) fn is_typing(model: &Model) -> bool {
    model.find.typing.is_some() && model.open.is_some()
}

/// A key while it is typed: the cursor follows at once. `Enter` stays there, `Esc` goes back to where it was begun; `Enter`
/// without anything typed goes on with what was looked for before.
pub(crate) fn typed(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some((mut query, from)) = model.find.typing.take() else { return Vec::new() };
    let is = |text: &str| Key::parse(text) == Some(key);
    match key.code() {
        KeyCode::Esc => {
            screen::of(model.screen()).put(model, from);
            return Vec::new();
        }
        _ if is("ctrl-c") => {
            screen::of(model.screen()).put(model, from);
            return Vec::new();
        }
        KeyCode::Enter if query.trim().is_empty() => {
            step(model, Direction::Forward);
            return Vec::new();
        }
        KeyCode::Enter => {
            query.trim().clone_into(&mut model.find.query);
            model.find.marked = true;
            say_where(model);
            return Vec::new();
        }
        KeyCode::Backspace => drop(query.pop()),
        _ if is("ctrl-u") => query.clear(),
        _ => query.extend(key.typed()),
    }
    written(model, query, from);
    Vec::new()
}

/// Pasted text is looked for.
pub(crate) fn pasted(model: &mut Model, text: &str) {
    if let Some((query, from)) = model.find.typing.take() {
        written(model, query + &SafeText::line(text.lines().next().unwrap_or_default()), from);
    }
}

/// The query is another one: the cursor goes to the first place from where it was that has it.
fn written(model: &mut Model, query: String, from: Hit) {
    let query: String = query.chars().take(MOST).collect();
    let shown = screen::of(model.screen());
    let found = if query.trim().is_empty() { Vec::new() } else { shown.found(model, &Query::of(&query)) };
    let first = found.iter().copied().find(|hit| place(*hit) >= place(from)).or(found.first().copied());
    shown.put(model, first.unwrap_or(from));
    model.find.typing = Some((query, from));
}

/// To the next place that has it, or the one before.
pub(crate) fn step(model: &mut Model, direction: Direction) {
    model.find.marked = true;
    let shown = screen::of(model.screen());
    let found = shown.found(model, &Query::of(&model.find.query));
    let here = place(shown.hit(model));
    let (next, end) = match direction {
        Direction::Forward => (found.iter().find(|hit| place(**hit) > here), found.first()),
        Direction::Backward => (found.iter().rev().find(|hit| place(**hit) < here), found.last()),
    };
    let Some(to) = next.or(end).copied() else {
        say_where(model);
        return;
    };
    let wrapped = next.is_none();
    shown.put(model, to);
    match wrapped && found.len() > 1 {
        true => say_wrapped(model, direction),
        false => say_where(model),
    }
}

/// Looks for what is under the cursor.
pub(crate) fn under_cursor(model: &mut Model) {
    if let Some(word) = screen::of(model.screen()).word(model) {
        model.find.query = word.chars().take(MOST).collect();
        step(model, Direction::Forward);
    }
}

/// Which of how many places it is, or that there is none.
fn say_where(model: &mut Model) {
    let shown = screen::of(model.screen());
    let found = shown.found(model, &Query::of(&model.find.query));
    let here = found.iter().position(|hit| *hit == shown.hit(model));
    let (words, query) = (&model.words().look, &model.find.query);
    match here {
        Some(number) => model.say(Tone::Plain, words.found_at(query, number + 1, found.len())),
        None => model.say(Tone::Bad, words.not_found(query)),
    }
}

/// What is being typed, as the line above the footer has it.
#[must_use]
pub(crate) fn prompt(model: &Model) -> Option<String> {
    let (query, _) = model.find.typing.as_ref().filter(|_| is_typing(model))?;
    Some(format!("/{query}"))
}

/// The order of places on a screen: by row, then by column.
fn place(hit: Hit) -> (usize, usize) {
    match hit {
        Hit::Line(line) | Hit::Choice(line) => (line, 0),
        Hit::Cell(row, column) => (row, column),
        Hit::Tab(_) | Hit::Table(_) | Hit::Command(_) => (0, 0),
    }
}

#[cfg(test)]
mod tests;
