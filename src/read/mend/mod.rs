//! Rows as they were before a page or a program took them apart, or put them elsewhere.

pub(super) mod across;
pub(super) mod astray;
pub(super) mod unroll;
