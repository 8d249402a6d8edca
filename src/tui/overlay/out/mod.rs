//! Writing out: what there is to be written, letters as they would be, and how far it is.

mod entries;
mod state;
#[cfg(test)]
mod tests;
mod texts;
pub(super) mod update;
pub(super) mod view;

pub(crate) use state::{OutBox, Shown};
pub(crate) use update::{after_return, follow, open, put_off, remind, shown, told, waits, written};
