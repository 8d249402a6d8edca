//! What lies over the screen and takes the keys: each with its state, its keys and its picture in a folder of its own.

pub mod bulk;
pub mod compare;
pub mod due;
pub mod editor;
pub mod help;
pub mod left_over;
pub mod overview;
pub mod picker;
pub mod prompt;
pub mod question;
pub mod verdict;
