//! The desk: model, messages, update, view, and the loop that joins them to a terminal.
//!
//! ```text
//! terminal, loader, journal ──Msg──▶ update(model) ──Effect──▶ worker
//!                                        │
//!                                        ▼
//!                                   view(model) ──▶ terminal
//! ```
//!
//! `model` is plain data. `update` changes it and says what is to be done outside, as data; it has no clock, no file
//! and no terminal. `view` draws it and changes nothing. `run` is the only part that touches the world.
//!
//! What differs from screen to screen stands in the folder of the screen (`screen`), what lies over it in that of the
//! overlay (`overlay`): each has its state, which knows no model, what it does, and its picture. Whoever asks which one
//! is shown asks once, by `screen::of`. What a reviewer can do is in `command`, what is written of it in `act`.

mod about;
pub(crate) mod act;
mod alone;
pub(crate) mod command;
pub(crate) mod find;
#[cfg(test)]
pub(crate) mod fixture;
pub(crate) mod hit;
pub(crate) mod kept;
pub(crate) mod keymap;
pub(crate) mod keys;
pub(crate) mod layout;
mod leaving;
mod left_behind;
pub(crate) mod lines;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod outgoing;
pub(crate) mod overlay;
pub(crate) mod plain;
pub(crate) mod query;
pub(crate) mod rounds;
pub(crate) mod run;
pub(crate) mod screen;
mod theme;
pub(crate) mod together;
pub(crate) mod tour;
pub(crate) mod update;
pub(crate) mod view;
mod why_not;

pub use alone::{Desk, read_keys};
