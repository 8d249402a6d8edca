//! A list to choose from by typing, wherever there is more than a handful to choose from.

pub(crate) mod absent;
pub(crate) mod assign;
mod choices;
pub(crate) mod columns;
pub(crate) mod here;
mod line;
pub(crate) mod naming;
pub(crate) mod narrow;
pub(crate) mod notes;
pub(crate) mod notices;
pub(crate) mod order;
pub(crate) mod saved;
mod show;
mod state;
pub(crate) mod template;
#[cfg(test)]
mod tests;
pub(super) mod update;
pub(crate) mod values;
pub(super) mod view;

#[cfg(test)]
pub(crate) use choices::choices;
pub(crate) use line::PickLine;
pub(crate) use show::show;
pub(crate) use state::{Assigning, CellValues, Chosen, Naming, NoteAt, Offer, OfferFrom, Pick, Picker, Ready};
pub(crate) use update::refresh;
