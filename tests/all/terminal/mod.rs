//! The last metre to the terminal, without a desk.

mod probe;
mod stream;
