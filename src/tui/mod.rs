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

pub mod about;
pub(crate) mod act;
pub mod command;
#[cfg(test)]
pub(crate) mod fixture;
pub mod hit;
pub mod kept;
pub mod keymap;
pub mod keys;
pub mod layout;
mod left_behind;
pub mod model;
pub mod msg;
pub mod overlay;
pub mod plain;
pub mod rounds;
pub mod run;
pub mod screen;
mod theme;
pub mod together;
pub mod update;
pub mod view;
mod why_not;
