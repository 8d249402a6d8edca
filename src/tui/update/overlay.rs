//! Keys and pastes for what lies over the screen.

use crossterm::event::{KeyCode, KeyEvent};

use crate::tui::keys::Key;
use crate::tui::model::{Model, Overlay, Tone};
use crate::tui::msg::{Drafts, Effect};
use crate::tui::overlay::editor::{Editor, Purpose};
use crate::tui::overlay::verdict::{self, VerdictMenu};

use super::{bulk, doubts, due, find, help, left_over, overview, picker, prompt, review, templates, writing};

/// A key while something lies over the screen.
pub(super) fn pressed(model: &mut Model, key: Key, event: KeyEvent) -> Vec<Effect> {
    match model.overlay.take() {
        Some(Overlay::Help(help)) => help::pressed(model, help, key),
        Some(Overlay::Editor(editor)) => return editor_pressed(model, editor, key, event),
        Some(Overlay::Verdict(menu)) => return menu_pressed(model, menu, key),
        Some(Overlay::Compare(menu)) => return doubts::pressed(model, menu, key),
        Some(Overlay::Picker(menu)) => return picker::pressed(model, menu, key),
        Some(Overlay::Prompt(asked)) => return prompt::pressed(model, asked, key),
        Some(Overlay::Due(prompt)) => return due::pressed(model, prompt, key),
        Some(Overlay::Bulk(preview)) => return bulk::pressed(model, preview, key),
        Some(Overlay::Question(question)) => match key.typed() {
            Some('y' | 'Y') => return review::confirmed(model, question),
            Some('n' | 'N') => {}
            _ if key.code() == KeyCode::Esc => {}
            _ => model.overlay = Some(Overlay::Question(question)),
        },
        Some(Overlay::LeftOver(cursor)) => return left_over::pressed(model, cursor, key),
        Some(Overlay::Overview(overview)) => overview::pressed(model, overview, key),
        None => {}
    }
    Vec::new()
}

/// Text was pasted: it belongs into a text field, and does nothing elsewhere.
pub(super) fn pasted(model: &mut Model, text: &str) -> Vec<Effect> {
    if let Some(Overlay::Editor(editor)) = model.overlay.as_mut() {
        editor.discarding = false;
        editor.area.insert_str(crate::report::SafeText::lines(text).as_str());
    } else if matches!(model.overlay, Some(Overlay::Picker(_))) {
        picker::pasted(model, text);
    } else if let Some(Overlay::Prompt(asked)) = model.overlay.as_mut() {
        prompt::pasted(asked, text);
    } else if let Some(Overlay::Help(help)) = model.overlay.as_mut()
        && help.typing
    {
        help::pasted(help, text);
    } else if let Some(Overlay::Due(prompt)) = model.overlay.as_mut() {
        due::type_text(prompt, text);
    } else if model.list.typing && model.open.is_none() {
        find::pasted(model, text);
    } else {
        model.say(Tone::Plain, model.words().desk.paste_ignored());
    }
    Vec::new()
}

/// The external editor is done.
pub(super) fn edited(model: &mut Model, result: Result<String, String>) {
    let Some(Overlay::Editor(editor)) = model.overlay.as_mut() else { return };
    match result {
        Ok(text) => {
            let (original, report) = (std::mem::take(&mut editor.original), editor.report.take());
            let safe = crate::report::SafeText::lines(text.trim_end());
            **editor = Editor { original, report, ..Editor::new(editor.item, editor.purpose.clone(), &safe) };
        }
        Err(why) => model.say(Tone::Bad, why),
    }
}

fn menu_pressed(model: &mut Model, mut menu: VerdictMenu, key: Key) -> Vec<Effect> {
    match key.code() {
        KeyCode::Char('j') | KeyCode::Down => menu.cursor = (menu.cursor + 1).min(verdict::choices(model).len() - 1),
        KeyCode::Char('k') | KeyCode::Up => menu.cursor = menu.cursor.saturating_sub(1),
        KeyCode::Enter => return review::chosen(model, &menu),
        KeyCode::Esc | KeyCode::Char('q') => return Vec::new(),
        KeyCode::Char(digit) => {
            let number = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
            if let Some(cursor) =
                number.and_then(|number| number.checked_sub(1)).filter(|&n| n < verdict::choices(model).len())
            {
                menu.cursor = cursor;
                return review::chosen(model, &menu);
            }
        }
        _ => {}
    }
    model.overlay = Some(Overlay::Verdict(menu));
    Vec::new()
}

/// `Enter` saves, `Alt-Enter` and `Ctrl-J` break the line, `Esc` asks before it throws words away, `Ctrl-T` is for
/// templates, `Ctrl-E` for the reviewer's own editor; everything else is editing.
fn editor_pressed(model: &mut Model, mut editor: Box<Editor>, key: Key, event: KeyEvent) -> Vec<Effect> {
    let is = |text: &str| Key::parse(text) == Some(key);
    let asked = std::mem::take(&mut editor.discarding);
    if asked {
        return answer_discard(model, editor, key);
    }
    let leaves = is("esc") || is("ctrl-c");
    // Words of an earlier session are thrown away where they are offered, and nowhere else: an empty field is none of
    // them, and what was kept while it was being emptied, or changed and changed back, is not what they were.
    if (leaves || is("enter"))
        && let Purpose::Draft(act) = &editor.purpose
    {
        let text = editor.text();
        if text.trim().is_empty() || (leaves && text == act.words()) {
            return left_over::put_back(model, (**act).clone());
        }
    }
    if is("enter") {
        if let Some(why) = writing::moved(model, &editor).filter(|_| !editor.told_moved) {
            editor.told_moved = true;
            model.overlay = Some(Overlay::Editor(editor));
            model.say(Tone::Bad, why);
            return Vec::new();
        }
        return review::written(model, *editor);
    }
    if leaves {
        if editor.is_changed() {
            editor.discarding = true;
            model.overlay = Some(Overlay::Editor(editor));
        }
        return Vec::new();
    }
    let mut effects = Vec::new();
    if is("alt-enter") || is("ctrl-j") {
        editor.area.insert_newline();
    } else if is("ctrl-e") {
        effects.push(Effect::Edit(editor.text()));
    } else if is("ctrl-t") {
        templates::open(model, editor);
        return effects;
    } else {
        editor.area.input(event);
    }
    model.overlay = Some(Overlay::Editor(editor));
    effects
}

/// Thrown away only when the reviewer says so; any other key goes on writing.
fn answer_discard(model: &mut Model, editor: Box<Editor>, key: Key) -> Vec<Effect> {
    match key.typed() {
        Some('y' | 'Y') => {
            if let Purpose::Draft(act) = editor.purpose {
                return left_over::put_back(model, *act);
            }
            model.say(Tone::Plain, model.words().desk.discarded());
            // What could not be saved before was kept as a draft: it is not wanted any more.
            vec![Effect::Drafts(Drafts::Forget(editor.text()))]
        }
        _ => {
            model.overlay = Some(Overlay::Editor(editor));
            Vec::new()
        }
    }
}
