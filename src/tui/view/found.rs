//! What is looked for stands out wherever it is on the screen, as long as it is looked for.

use ratatui::layout::Rect;

use crate::tui::model::Model;
use crate::tui::query::Query;

use super::paint::Canvas;

/// Marks it on the lines of an area: as far as it can be seen, for that is where it is looked for with the eyes.
pub(super) fn mark(canvas: &mut Canvas<'_>, area: Rect, model: &Model) {
    let Some(query) = model.find.shown().filter(|_| model.open.is_some()).map(Query::of) else { return };
    for row in 0..area.height {
        let drawn = canvas.drawn(area, row);
        let line: Vec<char> = drawn.iter().map(|(character, _)| *character).collect();
        for span in query.spans(&line) {
            let begin = drawn.get(span.start).map_or(area.right(), |(_, x)| *x);
            let end = drawn.get(span.end).map_or(area.right(), |(_, x)| *x);
            canvas.set_off(area.y + row, begin..end);
        }
    }
}
