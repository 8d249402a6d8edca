//! Walking along the list of reports: the next one that fits, and a notice where its end was passed.

use crate::tui::model::{ItemId, Model, Tone};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Forward,
    Backward,
}

/// The next item of the list that fits, and whether the end of the list was passed on the way.
pub(crate) fn next_report(
    model: &Model,
    direction: Direction,
    from_here: bool,
    fits: &dyn Fn(&Model, ItemId) -> bool,
) -> Option<(ItemId, bool)> {
    let items = &model.list.visible;
    let len = items.len();
    let here = model.open.as_ref().and_then(|open| items.iter().position(|&item| item == open.item));
    let here = here.unwrap_or(model.list.window.cursor);
    let first = usize::from(!from_here);
    (first..=len).find_map(|step| {
        let (index, wrapped) = match direction {
            Direction::Forward => ((here + step) % len, here + step >= len),
            Direction::Backward => ((here + len - step % len) % len, step > here),
        };
        let item = *items.get(index)?;
        fits(model, item).then_some((item, wrapped))
    })
}

pub(crate) fn say_wrapped(model: &mut Model, direction: Direction) {
    let words = &model.words().desk;
    let text = match direction {
        Direction::Forward => words.wrapped_to_first(),
        Direction::Backward => words.wrapped_to_last(),
    };
    model.say(Tone::Plain, text);
}
