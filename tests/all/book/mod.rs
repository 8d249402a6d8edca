//! The book, `docs/book`: Chinese, with English beside. What it says is what the program does.
//!
//! `GOUJI_UPDATE_DOCS=1 cargo test --test all book` writes anew what the program writes: the outputs of its command lines,
//! keys, rules, usage. The rest is written by hand, and held against the program here.

mod built;
mod commands;
mod generated;
mod keys;
mod links;
mod page;
mod pictures;
mod twins;
