//! To the agencies that nobody has looked at yet.

use crate::journal::Status;
use crate::tui::model::{ItemId, Model, Tone};
use crate::tui::msg::Effect;
use crate::tui::screen::opening;
use crate::tui::screen::walk::{Direction, next_report, say_wrapped};

/// To the next one of the list; from inside a report it is opened on the same tab.
pub(crate) fn go(model: &mut Model, direction: Direction) -> Vec<Effect> {
    let is_unreviewed = |model: &Model, item: ItemId| {
        let status = model.journal.marks.get(item).map(|mark| mark.status).unwrap_or_default();
        status == Status::Unreviewed && model.library.sheet(item).is_some()
    };
    let Some((item, wrapped)) = next_report(model, direction, false, &is_unreviewed) else {
        model.say(Tone::Good, model.words().find.all_reviewed());
        return Vec::new();
    };
    let effects = match &model.open {
        Some(_) => opening::open_on_same_screen(model, item),
        None => {
            model.list.select(item);
            Vec::new()
        }
    };
    if wrapped {
        say_wrapped(model, direction);
    }
    effects
}
