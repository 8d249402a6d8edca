//! Lists to choose from, by keys.

mod absent;
mod assign;
mod find;
mod naming;
