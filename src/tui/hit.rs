//! What a mouse can point at, and what it does there.

use crate::words::CommandId;

use super::model::Screen;

/// Something on the screen that can be clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hit {
    /// A line of the list or text shown, by its position in it.
    Line(usize),
    /// A cell of the table shown: row and column.
    Cell(usize, usize),
    Tab(Screen),
    /// The tab of a table, by its position in the form.
    Table(usize),
    /// A command of the footer.
    Command(CommandId),
    /// A line of the list that lies over the screen, by its position among those found.
    Choice(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mouse {
    /// The button was pressed on this.
    Click(Hit),
    /// The wheel was turned towards the reviewer.
    WheelDown,
    /// The wheel was turned away.
    WheelUp,
}
