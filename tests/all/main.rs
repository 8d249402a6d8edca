//! The tests from outside, as one program: it is linked once, and what it shares is compiled once.
//!
//! Each folder is a part of the house. Whatever a test sets is its own (a directory, an environment, a process); what counts
//! the memory of the whole process is a program of its own: `tests/linear`, `tests/peak.rs`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test fails by panicking, and says why it was skipped and what it measured"
)]

mod architecture;
mod book;
mod check;
mod cli;
mod desk;
mod read;
#[path = "../support/mod.rs"]
mod support;
mod terminal;
