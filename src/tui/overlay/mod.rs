//! What lies over the screen and takes the keys: each with its state, its keys and its picture in a folder of its own.
//!
//! The one place that asks which of them it is.

pub(crate) mod bulk;
pub(crate) mod compare;
pub(crate) mod due;
pub(crate) mod editor;
mod given_back;
pub(crate) mod help;
pub(crate) mod left_over;
pub(crate) mod out;
pub(crate) mod overview;
pub(crate) mod picker;
pub(crate) mod prompt;
pub(crate) mod question;
pub(crate) mod verdict;
mod writing;

use crossterm::event::KeyEvent;
use ratatui::layout::Position;

use super::find;
use super::keys::Key;
use super::model::{Model, Overlay};
use super::msg::Effect;
use super::view::paint::Canvas;

pub(crate) use given_back::give_back;
pub(crate) use writing::{draft_in_hand, draft_of, is_writing, unfinished, words_at_risk};

/// A key while something lies over the screen.
pub(super) fn pressed(model: &mut Model, key: Key, event: KeyEvent) -> Vec<Effect> {
    let Some(overlay) = model.overlay.take() else { return Vec::new() };
    match overlay {
        Overlay::Help(help) => help::update::pressed(model, help, key),
        Overlay::Overview(overview) => overview::update::pressed(model, overview, key),
        Overlay::Editor(editor) => return editor::update::pressed(model, editor, key, event),
        Overlay::Verdict(menu) => return verdict::update::pressed(model, menu, key),
        Overlay::Compare(menu) => return compare::update::pressed(model, menu, key),
        Overlay::Picker(picker) => return picker::update::pressed(model, picker, key),
        Overlay::Prompt(prompt) => return prompt::update::pressed(model, prompt, key),
        Overlay::Question(question) => return question::update::pressed(model, question, key),
        Overlay::Due(prompt) => return due::update::pressed(model, prompt, key),
        Overlay::Bulk(bulk) => return bulk::update::pressed(model, bulk, key),
        Overlay::LeftOver(list) => return left_over::update::pressed(model, list, key),
        Overlay::Out(what) => return out::update::pressed(model, *what, key),
    }
    Vec::new()
}

/// Is text being written, so that keys are characters?
#[must_use]
pub(super) fn takes_text(model: &Model) -> bool {
    match &model.overlay {
        Some(Overlay::Editor(_) | Overlay::Picker(_) | Overlay::Prompt(_)) => true,
        Some(Overlay::Help(help)) => help.typing,
        Some(Overlay::Overview(overview)) => overview.typing,
        Some(Overlay::Due(prompt)) => prompt.field != due::DueField::Findings,
        Some(
            Overlay::Verdict(_)
            | Overlay::Compare(_)
            | Overlay::Question(_)
            | Overlay::Bulk(_)
            | Overlay::LeftOver(_)
            | Overlay::Out(_),
        ) => false,
        None => find::is_typing(model) || model.list.typing && model.open.is_none(),
    }
}

/// Text was pasted: did it belong into a text field that lies over the screen?
pub(super) fn pasted(model: &mut Model, text: &str) -> bool {
    match model.overlay.as_mut() {
        Some(Overlay::Editor(editor)) => editor::update::pasted(editor, text),
        Some(Overlay::Picker(_)) => picker::update::pasted(model, text),
        Some(Overlay::Prompt(prompt)) => prompt::update::pasted(prompt, text),
        Some(Overlay::Help(help)) if help.typing => help::update::pasted(help, text),
        Some(Overlay::Overview(overview)) if overview.typing => overview::update::pasted(overview, text),
        Some(Overlay::Due(prompt)) => due::update::pasted(prompt, text),
        Some(
            Overlay::Help(_)
            | Overlay::Verdict(_)
            | Overlay::Compare(_)
            | Overlay::Question(_)
            | Overlay::Overview(_)
            | Overlay::Bulk(_)
            | Overlay::LeftOver(_)
            | Overlay::Out(_),
        )
        | None => return false,
    }
    true
}

/// Draws what lies over the screen; returns the cursor of a text field.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model) -> Option<Position> {
    match model.overlay.as_ref()? {
        Overlay::Help(help) => help::view::draw(canvas, model, help),
        Overlay::Editor(editor) => editor::view::draw(canvas, model, editor),
        Overlay::Verdict(menu) => verdict::view::draw(canvas, model, menu),
        Overlay::Compare(menu) => compare::view::draw(canvas, model, menu),
        Overlay::Picker(picker) => picker::view::draw(canvas, model, picker),
        Overlay::Prompt(prompt) => prompt::view::draw(canvas, model, prompt),
        Overlay::Question(question) => question::view::draw(canvas, model, question),
        Overlay::Overview(overview) => overview::view::draw(canvas, model, overview),
        Overlay::Due(prompt) => due::view::draw(canvas, model, prompt),
        Overlay::Bulk(bulk) => bulk::view::draw(canvas, model, bulk),
        Overlay::LeftOver(list) => left_over::view::draw(canvas, model, *list),
        Overlay::Out(what) => out::view::draw(canvas, model, what),
    }
}

/// The same in lines.
pub(super) fn said(model: &Model, overlay: &Overlay) -> Vec<String> {
    match overlay {
        Overlay::Help(help) => help::view::said(model, help),
        Overlay::Editor(editor) => editor::view::said(model, editor),
        Overlay::Verdict(menu) => verdict::view::said(model, menu),
        Overlay::Compare(menu) => compare::view::said(model, menu),
        Overlay::Picker(picker) => picker::view::said(model, picker),
        Overlay::Prompt(_) => prompt::view::said(model),
        Overlay::Question(question) => question::view::said(model, question),
        Overlay::Overview(overview) => overview::view::said(model, overview),
        Overlay::Due(prompt) => due::view::said(model, prompt),
        Overlay::Bulk(bulk) => bulk::view::said(model, bulk),
        Overlay::LeftOver(list) => left_over::view::said(model, *list),
        Overlay::Out(what) => out::view::said(model, what),
    }
}

/// What has been typed into the text field that is open, if one is.
pub(super) fn typed(overlay: &Overlay) -> Option<String> {
    match overlay {
        Overlay::Editor(editor) => Some(editor.text()),
        Overlay::Prompt(prompt) => Some(prompt.text.clone()),
        Overlay::Help(help) => help.typing.then(|| help.query.clone()),
        Overlay::Overview(overview) => overview.typing.then(|| overview.query.clone()),
        Overlay::Due(prompt) => Some(due::said_typed(prompt)),
        Overlay::Verdict(_)
        | Overlay::Compare(_)
        | Overlay::Picker(_)
        | Overlay::Question(_)
        | Overlay::Bulk(_)
        | Overlay::LeftOver(_)
        | Overlay::Out(_) => None,
    }
}
