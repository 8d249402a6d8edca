//! gouji (勾稽): the terminal desk of an office that supervises government disclosure.
//!
//! ```text
//! documents ──read──▶ reports (JSON) ──load──▶ library ──check──▶ findings ─┐
//!                                                                           ├─▶ screens, listings
//!                                              journal ──replay──▶ review ──┘
//! ```
//!
//! Arrows go from left to right and never back; `tests/all/architecture` reads the `use` lines and fails on any other:
//!
//! | module | knows | never |
//! |---|---|---|
//! | [`base`] | files: how they are read, and small ones written | anything else |
//! | [`words`] | what texts say, in each language | anything else |
//! | [`form`] | the statutory forms, their cells and equations | a report |
//! | [`report`] | one parsed report | a rule, a document format |
//! | [`sample`] | forms and reports: invented ones, and the truth about them | a rule, a reader |
//! | [`read`] | documents | a rule |
//! | [`check`] | rules and findings | the journal |
//! | [`journal`] | review acts | a table |
//! | [`library`] | a directory of reports, and what is said of each | a screen, a document format |
//! | [`terminal`] | the last metre to the terminal | anything of ours |
//! | [`tui`], [`output`] | screens, listings | how to compute what `check` could |
//! | [`cli`] | one file per command | |
//!
//! # For other programs
//!
//! `examples/` has small programs: one document is read, reports are checked, wrong cells are told, a journal is replayed.
//! They use what is public here, and nothing more is meant for others: [`read::read`], [`report::parse`] and
//! [`report::to_json`], [`check::check_whole`] and [`check::message`], [`check::causes`], [`journal::Journal`] and
//! [`journal::Review`], [`form::editions`]. It may change with any version, unlike what `gouji` writes (`gouji schema`,
//! `gouji check --format jsonl`).
//!
//! ```
//! use gouji::check::{Basis, check_whole, message};
//! use gouji::report::parse;
//! use gouji::words::Lang;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let report = parse(&std::fs::read("sample-data/reports/2025/0100-01.json")?)?;
//! let lean = &report.lean;
//! let outcome = check_whole(&report, &Basis::standard());
//! let said: Vec<String> = outcome
//!     .findings
//!     .iter()
//!     .map(|finding| format!("{}: {}", finding.rule.id, message(lean.form, finding, &lean.cells, Lang::En)))
//!     .collect();
//! assert!(said.iter().any(|line| line.starts_with("T3-0")), "{said:?}");
//! # Ok(())
//! # }
//! ```

#![warn(unreachable_pub)]

pub mod base;
pub mod check;
pub mod cli;
pub mod form;
pub mod journal;
pub mod library;
pub mod output;
pub mod read;
pub mod report;
pub mod sample;
pub mod terminal;
pub mod tui;
pub mod words;
