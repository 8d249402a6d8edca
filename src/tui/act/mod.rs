//! Review acts: begun on what the reviewer looks at, written, and followed by what comes next.

mod against;
pub(crate) mod begun;
mod next;
mod reading;
mod record;
mod text;
mod write;

pub(crate) use against::against;
pub(crate) use next::{advance, take_up};
pub(crate) use reading::write_reading;
pub(crate) use record::{record, target_of};
pub(crate) use text::{deed_text, first_line};
pub(crate) use write::{is_already, remember_status, set_status, write_note, write_status, write_verdict};
