//! The list of templates over the note being written: the chosen one is inserted at the cursor, and the note comes back
//! as it was whatever happens.

use crate::tui::model::{Model, Overlay, Tone};
use crate::tui::overlay::editor::{Editor, templates};

use super::state::Ready;
use super::{Pick, PickLine, show};

/// Opens the list over the note; says so where no template can help.
pub(crate) fn open(model: &mut Model, editor: Box<Editor>) {
    let Some(target) = templates::target_of(&editor) else {
        model.say(Tone::Plain, model.words().act.template_not_here());
        model.overlay = Some(Overlay::Editor(editor));
        return;
    };
    let item = editor.item;
    model.work.beneath = Some(editor);
    let templates = templates::ready(model, item, &target);
    let lines = lines(model, &templates);
    show(model, Pick::Template(templates), lines);
}

pub(crate) fn lines(model: &Model, templates: &[Ready]) -> Vec<PickLine> {
    let act = &model.words().act;
    let line = |template: &Ready| {
        let text = template.text.lines().collect::<Vec<_>>().join(" ");
        let mut line = PickLine::new(format!("{}  {text}", template.name));
        line.why_not = template.gap.map(|name| act.template_gap(format!("{{{name}}}")));
        line
    };
    templates.iter().map(line).collect()
}

/// The note comes back, with the chosen template at its cursor.
pub(crate) fn insert(model: &mut Model, template: Option<&Ready>) {
    let Some(mut editor) = model.work.beneath.take() else { return };
    if let Some(template) = template {
        editor.area.insert_str(&template.text);
    }
    model.overlay = Some(Overlay::Editor(editor));
}
