//! Writing words, and having them written.

use crossterm::event::KeyEvent;

use crate::journal::{Comparison, Decision, Verdict};
use crate::report::SafeText;
use crate::tui::act::{self, begun};
use crate::tui::keys::Key;
use crate::tui::model::{Begun, Model, Overlay, Tone};
use crate::tui::msg::{DraftMsg, Effect, Intent};
use crate::tui::overlay::bulk::{self, BulkDeed};
use crate::tui::overlay::left_over;
use crate::tui::overlay::picker::template;

use super::{Editor, Purpose, subject};

/// `Enter` saves, `Alt-Enter` and `Ctrl-J` break the line, `Esc` asks before it throws words away, `Tab` says who may read
/// a note, `Ctrl-T` is for templates, `Ctrl-O` for the reviewer's own editor; everything else is editing.
pub(crate) fn pressed(model: &mut Model, mut editor: Box<Editor>, key: Key, event: KeyEvent) -> Vec<Effect> {
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
        if let Some(why) = subject::moved(model, &editor).filter(|_| !editor.told_moved) {
            editor.told_moved = true;
            model.overlay = Some(Overlay::Editor(editor));
            model.say(Tone::Bad, why);
            return Vec::new();
        }
        return written(model, *editor);
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
    } else if is("tab") && editor.has_audience() {
        editor.audience = editor.audience.other();
    } else if is("ctrl-o") {
        effects.push(Effect::Edit(editor.text()));
    } else if is("ctrl-t") {
        template::open(model, editor);
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
            vec![Effect::Drafts(DraftMsg::Forget(editor.text()))]
        }
        _ => {
            model.overlay = Some(Overlay::Editor(editor));
            Vec::new()
        }
    }
}

/// The external editor is done.
pub(crate) fn edited(model: &mut Model, result: Result<String, String>) {
    let Some(Overlay::Editor(editor)) = model.overlay.as_mut() else { return };
    match result {
        Ok(text) => {
            let (original, report) = (std::mem::take(&mut editor.original), editor.report.take());
            let safe = SafeText::lines(text.trim_end());
            **editor = Editor {
                original,
                report,
                ..Editor::new(editor.item, editor.purpose.clone(), &safe).read_by(editor.audience)
            };
        }
        Err(why) => model.say(Tone::Bad, why),
    }
}

/// Pasted text goes to the cursor.
pub(crate) fn pasted(editor: &mut Editor, text: &str) {
    editor.discarding = false;
    editor.area.insert_str(SafeText::lines(text).as_str());
}

/// The words of an editor are done.
fn written(model: &mut Model, editor: Editor) -> Vec<Effect> {
    let text = editor.text().trim_end().to_owned();
    if text.trim().is_empty() {
        model.say(Tone::Plain, model.words().desk.nothing_written());
        return Vec::new();
    }
    let subject = subject::subject(model, &editor);
    match editor.purpose {
        Purpose::Note(target) => {
            let begun = subject.map(|subject| begun::about(model, subject, target));
            act::write_note(model, begun, text, editor.audience)
        }
        Purpose::NoteAll => {
            bulk::preview(model, BulkDeed::Note(text, editor.audience));
            Vec::new()
        }
        Purpose::ReasonAll(rule) => {
            let verdict = Verdict { decision: Decision::Accept, reason: SafeText::line(&text) };
            bulk::decide(model, rule, verdict);
            Vec::new()
        }
        Purpose::Draft(of) => {
            let of = Box::new(of.read_by(editor.audience));
            act::record(model, vec![Intent::Draft { of, text }])
        }
        Purpose::Edit(of) => {
            let seen = begun::seen_by(model, editor.item, &of);
            act::record(model, vec![Intent::Edit { of, text, audience: editor.audience, seen }])
        }
        Purpose::Reading { target, seen } => {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            act::write_reading(
                model,
                subject.map(|subject| Begun { subject, target, seen }),
                Comparison::Corrected,
                text,
            )
        }
        Purpose::Reason(fingerprint) => {
            let verdict = Verdict { decision: Decision::Accept, reason: SafeText::line(&text) };
            let begun = subject.map(|subject| begun::about(model, subject, act::target_of(fingerprint)));
            act::write_verdict(model, begun, fingerprint, verdict)
        }
    }
}
