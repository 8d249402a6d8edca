//! What a report says, worked out for all rules: sentences, words, claims, figures, names, and what was not read.
//!
//! Owns no rule: nothing here is right or wrong.

pub(in crate::check) mod agency;
pub(in crate::check) mod calendar;
pub mod claims;
pub(in crate::check) mod figures;
pub(in crate::check) mod passage;
pub(in crate::check) mod places;
pub(in crate::check) mod prose;
pub(in crate::check) mod script;
pub(in crate::check) mod unread;
