//! Keys in, model and effects out: the desk's behaviour without a terminal.

mod anything;
mod burst;
mod keys;
mod live;
mod mouse;
mod moved;
mod moving;
mod places;
mod rounds;
mod said;
mod session;
mod severity;
mod stale;
