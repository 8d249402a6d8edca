//! Everything that differs from screen to screen: whoever asks need not know which one is shown.

use ratatui::layout::Position;

use crate::form::Form;
use crate::journal::Target;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::lines::Lines;
use crate::tui::model::places::PlaceInReport;
use crate::tui::model::{Model, Open, Opened, PanelNeed, Window};
use crate::tui::msg::Effect;
use crate::tui::query::Query;
use crate::tui::screen::source::Sought;
use crate::tui::view::paint::Canvas;
use crate::tui::why_not::Able;

/// A screen of the desk.
pub(crate) trait Show: Sync {
    /// Draws it; returns where the cursor is.
    fn draw(&self, canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position>;

    /// How many lines there are to show, whatever room there is; `None`: more than any screen has.
    fn rows(&self, _model: &Model) -> Option<usize> {
        None
    }

    /// How many lines the panel of this width has to say.
    fn panel(&self, _model: &Model, _width: usize) -> PanelNeed {
        PanelNeed::default()
    }

    /// What is under the cursor, for those who do not see it drawn.
    fn lines(&self, model: &Model) -> Vec<String>;

    /// The same in one line above the footer, of so many terminal cells; `None` where nothing need be added.
    fn peek(&self, _model: &Model, _room: usize) -> Option<String> {
        None
    }

    /// The text of what is under the cursor, to be pasted into a letter; `None` where there is nothing.
    fn copied(&self, model: &Model) -> Option<String>;

    /// All its lines, in the order of its cursor.
    fn all_lines(&self, _model: &Model) -> Lines {
        Lines::default()
    }

    /// The lines of a range that was begun here, to be copied; `None` where none was.
    fn range(&self, _model: &Model) -> Option<Lines> {
        None
    }

    /// Are there any? Asked for every frame while a key waits for the next.
    fn has_lines(&self, model: &Model) -> bool {
        !self.all_lines(model).rows.is_empty()
    }

    /// What a note written here is about.
    fn target(&self, model: &Model) -> Target;

    /// Is the finding that a verdict would be on before the reviewer's eyes?
    fn shows_finding(&self, model: &Model) -> bool {
        model.open.as_ref().is_some_and(|open| open.finding().is_some())
    }

    /// What going to the document from here would look for; `None` where nothing says where that is.
    fn sought(&self, _model: &Model) -> Option<Sought> {
        None
    }

    /// Is there something to go into under the cursor? `Err` says in the reviewer's language why not.
    fn can_enter(&self, model: &Model) -> Able;

    fn enter(&self, model: &mut Model) -> Vec<Effect>;

    /// Asks outside for what the screen needs and has not got.
    fn wish(&self, _model: &mut Model) -> Option<Effect> {
        None
    }

    /// The cursor in its list; `None` where it has none of its own.
    fn window<'o>(&self, _open: &'o mut Open) -> Option<&'o mut Window> {
        None
    }

    /// Where the cursor is: the row, and the column of a table.
    fn cursor(&self, model: &Model) -> (usize, usize);

    /// The same as a mouse sees it.
    fn hit(&self, model: &Model) -> Hit {
        Hit::Line(self.cursor(model).0)
    }

    /// Puts the cursor where a mouse has pointed.
    fn put(&self, model: &mut Model, hit: Hit) {
        let window = model.open.as_mut().and_then(|open| self.window(open));
        if let (Some(window), Hit::Line(line)) = (window, hit) {
            window.cursor = line;
        }
    }

    /// Its places that have what is looked for, in their order.
    fn found(&self, _model: &Model, _query: &Query) -> Vec<Hit> {
        Vec::new()
    }

    /// What is looked for when nothing was typed: what is under the cursor, in few words.
    fn word(&self, _model: &Model) -> Option<String> {
        None
    }

    /// Moves the cursor by so many lines; settling keeps to those that there are.
    fn step(&self, model: &mut Model, lines: isize) {
        if let Some(window) = model.open.as_mut().and_then(|open| self.window(open)) {
            window.step(lines, usize::MAX);
        }
    }

    /// Moves it by so many columns.
    fn step_column(&self, _model: &mut Model, _columns: isize) {}

    /// Keeps the cursor within what there is, and on the screen.
    fn settle(&self, model: &mut Model, regions: &Regions);

    /// Is the cursor moved from elsewhere too, while another screen is shown?
    fn is_moved_unseen(&self) -> bool {
        false
    }

    /// Is there something behind its tab for this report?
    fn has_tab(&self, _model: &Model, _opened: &Opened<'_>) -> bool {
        true
    }

    /// How many lines there are to see: its tab says so.
    fn count(&self, _model: &Model, _opened: &Opened<'_>) -> Option<usize> {
        None
    }

    /// Text was pasted and no overlay has taken it: is it taken here?
    fn paste(&self, _model: &mut Model, _text: &str) -> bool {
        false
    }

    /// The row and the column to come back to: those of the cursor, unless there is a better name for the line.
    fn spot(&self, model: &Model, _opened: &Opened<'_>) -> (usize, usize) {
        self.cursor(model)
    }

    /// Comes back to a place, on this screen of its report already.
    fn restore(&self, open: &mut Open, part: &PlaceInReport, _form: &Form) {
        if let Some(window) = self.window(open) {
            window.cursor = part.row;
        }
    }
}
