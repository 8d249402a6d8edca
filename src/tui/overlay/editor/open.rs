//! Opening the field.

use crate::tui::model::{Model, Overlay};

use super::Editor;

/// Lays a field over the screen.
pub(crate) fn open(model: &mut Model, editor: Editor) {
    model.overlay = Some(Overlay::Editor(Box::new(editor)));
}
