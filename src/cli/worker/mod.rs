//! Documents are read in child processes, because some of them kill the process that reads them.
//!
//! A library that allocates what a hostile document asks for aborts the whole process, and nothing can catch that. So
//! the desk never reads such a document itself: a helper does, which is this same program started as
//! `gouji read-one`, with limits for memory and processor time. Helpers live long and read one document after the
//! other; one that dies costs the document that killed it, and nothing else.
//!
//! ```text
//! Pool ──Request──▶ serve ──read──▶ report or lines
//!      ◀───Reply──
//! ```
//!
//! `pool` is the parent's side, `serve` the child's, `protocol` what goes over the pipes, `limits` what the child may
//! use. The pipes are the only tie: when the parent ends, however it ends, the child's input ends and so does it.

mod error;
mod limits;
mod pool;
mod protocol;
mod serve;

use std::time::Duration;

pub(super) use error::WorkerError;
pub(super) use pool::{Pool, Program};
pub(super) use protocol::Want;
pub(super) use serve::run;

/// What one document may use.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Address space of a helper, in MiB.
    pub(crate) memory: u64,
    /// Processor time for one document, in seconds.
    pub(crate) cpu: u64,
    /// Time on the clock for one document: more than `cpu`, for the machine may be busy.
    pub(crate) time: Duration,
    /// So many documents are read by one helper before another takes its place.
    pub(crate) documents: u32,
}

impl Limits {
    /// So many MiB, and so many seconds of processor time: three times as many on the clock.
    pub(crate) fn new(memory: u64, cpu: u64) -> Self {
        Self { memory, cpu, time: Duration::from_secs(cpu.saturating_mul(3).max(10)), documents: 200 }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::new(2048, 30)
    }
}
