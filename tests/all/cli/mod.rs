//! The program as a command: output, exit codes, what it leaves alone, and what it holds.

mod acts;
mod acts_listed;
mod commands;
mod cookbook;
mod examples;
mod export;
mod filled;
mod findings;
mod inputs;
mod keys;
mod many;
mod mapped;
mod memory;
mod messages;
mod notice;
mod planted;
mod profile;
mod reading;
mod roster;
mod safe;
mod score;
mod settings;
mod settle;
mod stopped;
mod summary;
mod worker;
