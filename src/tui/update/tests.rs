//! Keys in, model and effects out: the desk's behaviour without a terminal.

mod anything;
mod keys;
mod listing;
mod live;
mod mouse;
mod moved;
mod moving;
mod places;
mod readings;
mod rounds;
mod said;
mod see;
mod session;
mod severity;
mod source;
mod stale;
mod texts;
