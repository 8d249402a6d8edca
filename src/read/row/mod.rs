//! The rows of one table: from its stretch of the document to the values of each label.
//!
//! ```text
//! blocks ─stream─▶ one text and its tokens ─align─▶ labels at their places ─slots─▶ values of each ─settle─▶ cells
//! ```

pub(super) mod align;
pub(super) mod settle;
pub(super) mod slots;
pub(super) mod stream;
pub(super) mod wrapped;
