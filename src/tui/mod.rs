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
mod beside;
pub mod command;
pub mod doubts;
#[cfg(test)]
pub(crate) mod fixture;
pub mod gaps;
pub mod hit;
pub mod kept;
pub mod keymap;
pub mod keys;
pub mod layout;
mod left_behind;
pub mod model;
pub mod msg;
pub mod narrowing;
pub mod notes;
mod opening;
pub mod origins;
pub mod overlay;
pub mod plain;
pub mod prose;
pub mod rounds;
pub mod run;
pub mod screen;
mod theme;
pub mod together;
pub mod update;
pub mod versions;
pub mod view;
mod walk;
mod why_not;
