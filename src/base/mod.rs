//! The ground that every other module stands on: files are read and small ones written here, and nowhere else.
//!
//! | part | does |
//! |---|---|
//! | [`mod@file`] | the one door for reading: regular files only, never waiting for ever |
//! | [`apart`] | work that may hang, done where it stops nobody |
//! | [`dir`] | a directory of the program's own, reached by its descriptor and never through a link |
//! | [`digest`] | what the bytes of a file come to |
//! | [`glance`] | which characters a text has, for looking for a few words in it |
//! | [`han`] | characters that are one in the simplified script, for comparing |
//! | [`lines`] | the line of a text where something stands |
//! | [`mod@nearest`] | which of several names was meant |
//! | [`text`] | text from outside, made safe to show |
//! | [`mod@whole`] | a file for others, there whole or not at all |

pub(crate) mod apart;
pub(crate) mod digest;
pub(crate) mod dir;
pub mod file;
pub(crate) mod glance;
pub(crate) mod han;
pub(crate) mod lines;
pub(crate) mod nearest;
#[cfg(test)]
pub(crate) mod spent;
pub(crate) mod text;
pub(crate) mod whole;
