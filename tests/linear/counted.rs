//! Work counted by what it asks of the memory: once, and of twice as much. Who includes this makes [`COUNTED`] its
//! allocator by that, and runs one measurement at a time.

use std::alloc::System;
use std::sync::Mutex;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
pub static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// One measurement at a time: the counters are the whole process's.
pub static ALONE: Mutex<()> = Mutex::new(());

/// Twice the text may take so many times the work, in thousandths: vectors double.
const GROWTH: usize = 2_300;
/// What any text costs, long or short: lists of words, tables of the form.
const BASE: (usize, usize) = (4_000, 2_000_000);

/// Allocations and bytes.
pub fn counted<T>(work: impl FnOnce() -> T) -> (usize, usize) {
    let region = Region::new(COUNTED);
    let result = work();
    let change = region.change();
    drop(result);
    (change.allocations + change.reallocations, change.bytes_allocated)
}

pub fn grows_too_fast(once: (usize, usize), twice: (usize, usize)) -> bool {
    let fast = |once: usize, twice: usize, base: usize| twice > base + once * GROWTH / 1000;
    fast(once.0, twice.0, BASE.0) || fast(once.1, twice.1, BASE.1)
}

/// What is wrong with work on so much and on twice as much, if anything.
pub fn doubled<T>(what: &str, amount: usize, make: impl Fn(usize) -> T, work: impl Fn(&T)) -> Option<String> {
    // Whatever is set up once is set up here.
    work(&make(1));
    let (short, long) = (make(amount), make(2 * amount));
    let (once, twice) = (counted(|| work(&short)), counted(|| work(&long)));
    grows_too_fast(once, twice).then(|| format!("{what}: {once:?} → {twice:?}"))
}
