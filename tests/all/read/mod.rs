//! Documents to reports: every format, every shape, the damaged and the hostile.

mod cases;
mod compared;
mod documents;
mod hostile;
mod lost;
mod mutations;
mod pages;
mod seeds;
mod two;
mod years;
mod zoo;
