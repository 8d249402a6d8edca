//! What wakes the loop: the threads know this and nothing else of it.

use crate::terminal::input::Input;
use crate::terminal::signals::Signal;
use crate::tui::msg::Msg;

/// What wakes the loop.
pub(super) enum Wake {
    Msg(Msg),
    Input(Input),
    Signal(Signal),
}
