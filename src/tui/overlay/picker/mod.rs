//! A list to choose from by typing, wherever there is more than a handful to choose from.

mod line;
pub mod state;

pub use line::PickLine;
pub use state::{Assigning, Naming, NoteAt, Offer, OfferFrom, Pick, Picker, Ready};
