//! Tables of a page: within ruling lines, or told by the numbers that stand below one another.

mod blocks;
pub(super) mod columns;
pub(super) mod grid;
mod stairs;
