//! The last metre: from frames and keys to a terminal at the other end of a slow line. Knows no report.
//!
//! | part | does |
//! |---|---|
//! | [`Backend`], [`draw()`] | what changed, as one write |
//! | [`Guard`] | takes the terminal and always gives it back |
//! | [`signals`] | a thread that hears HUP, TERM, INT, QUIT, TSTP, CONT |
//! | [`input`] | a thread that reads keys, pastes and sizes |
//! | [`handover`] | lends the terminal to an editor or, for Ctrl-Z, to the shell |
//! | [`width`] | measures, cuts, pads and wraps by cells |
//! | [`clipboard`], [`pacing`], [`glyphs`] | copying, the time between frames, safe chrome |

pub(crate) mod backend;
pub(crate) mod clipboard;
pub mod crash;
mod extent;
pub mod glyphs;
pub(crate) mod guard;
pub mod handover;
pub mod input;
mod keys;
pub(crate) mod pacing;
mod paint;
mod pen;
mod picture;
mod scroll;
pub mod signals;
pub(crate) mod still;
pub mod tty;
pub mod width;

pub use backend::{Backend, Options, draw};
pub use guard::Guard;
pub use tty::Output;
