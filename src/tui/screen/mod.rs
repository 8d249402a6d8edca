//! The screens of the desk, each in a folder of its own.

pub mod findings;
pub mod source;
pub mod table;
pub mod text;
pub mod versions;
pub mod years;
