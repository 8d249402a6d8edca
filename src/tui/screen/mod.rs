//! The screens of the desk, each in a folder of its own.

pub mod table;
