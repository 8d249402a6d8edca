//! An agency over the years.

mod state;

pub use state::{Column, FIGURES, Figure, Shown, Years, height};
