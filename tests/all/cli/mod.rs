//! The program as a command: output, exit codes, what it leaves alone, and what it holds.

mod commands;
mod examples;
mod keys;
mod many;
mod mapped;
mod memory;
mod messages;
mod profile;
mod roster;
mod safe;
mod worker;
