//! What several tests share, and some benches and programs.
//!
//! Who includes it uses a part of it.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "shared by tests that fail by panicking, each of which needs a part"
)]

pub mod command;
pub mod copies;
pub mod desk;
pub mod dice;
pub mod docs;
pub mod formats;
pub mod labelled;
pub mod monkey;
pub mod precision;
pub mod pty;
pub mod region;
pub mod slips;
pub mod soak;
pub mod years;
pub mod zoo;
