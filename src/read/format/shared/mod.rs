//! What several formats need: archives within bounds, lines on their way, looks, automatic numbers, the flow of a
//! word processor.

pub(super) mod archive;
pub(super) mod bytes;
pub(super) mod compound;
pub(super) mod lines;
pub(super) mod looks;
pub(super) mod numbering;
pub(super) mod properties;
pub(super) mod story;
pub(super) mod words;
pub(super) mod xml;
