//! A progress bar on standard error, if that is a terminal: count, rate and time left.

use std::fmt;
use std::time::Duration;

use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use super::outcome::complain;

/// The sign that something goes on turns this often.
const TICK: Duration = Duration::from_millis(120);

/// How far a long command is. May be told from several threads.
pub(super) struct Progress(ProgressBar);

impl Progress {
    pub(crate) fn new(steps: u64) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::stderr());
        // A template that does not parse shows the plain bar instead.
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len}  {per_sec}  {eta}") {
            bar.set_style(style.progress_chars("##-"));
        }
        Self(bar)
    }

    /// Other steps begin: so many.
    pub(crate) fn begin(&self, steps: u64) {
        self.0.reset();
        self.0.set_length(steps);
    }

    /// So many steps are done.
    pub(crate) fn set(&self, done: u64) {
        self.0.set_position(done);
    }

    /// So many more steps are done, of so many as far as is known: never of fewer than are done.
    pub(crate) fn more_of(&self, steps: u64, all: u64) {
        // Told from several threads: what one of them knows of may be less than what another has done.
        self.0.inc(steps);
        self.0.set_length(all.max(self.0.position()));
    }

    /// One more step is done.
    pub(crate) fn step(&self) {
        self.0.inc(1);
    }

    /// Behind the last step something else goes on, of which nobody knows how long it takes: then this is said instead of
    /// how much time is left, and a sign turns.
    pub(super) fn behind_the_last(&self, what: &'static str) {
        let left = move |state: &ProgressState, out: &mut dyn fmt::Write| {
            let is_counting = state.len().is_none_or(|steps| state.pos() < steps);
            // The bar is drawn into memory.
            let _ = if is_counting { write!(out, "{:#}", HumanDuration(state.eta())) } else { out.write_str(what) };
        };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {bar:30} {pos}/{len}  {left}") {
            self.0.set_style(style.progress_chars("##-").with_key("left", left));
        }
        self.0.enable_steady_tick(TICK);
    }

    /// Prints a line on standard error without tearing the bar.
    pub(crate) fn say(&self, line: &str) {
        self.0.suspend(|| complain(line));
    }

    pub(crate) fn finish(&self) {
        self.0.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_more_is_done_than_there_is() {
        let progress = Progress::new(0);
        for (steps, all, expected) in [(2, 5, (2, 5)), (2, 1, (4, 4)), (0, 3, (4, 4)), (1, 9, (5, 9))] {
            progress.more_of(steps, all);
            assert_eq!((progress.0.position(), progress.0.length().unwrap()), expected);
        }
    }
}
