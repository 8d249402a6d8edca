//! The desk in a real terminal: a program in a pty, typed to and looked at.

mod act;
mod bytes;
mod drafts;
mod inputs;
mod keys;
mod live;
mod missing;
mod monkey;
mod naming;
mod review;
mod safe;
mod see;
mod session;
mod soak;
mod source;
mod strokes;
mod stuck;
mod terminal;
mod verdicts;
