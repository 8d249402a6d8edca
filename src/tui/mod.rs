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
