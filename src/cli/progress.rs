//! How far something long is: a bar on standard error, if that is a terminal, with count, rate and time left; or told to
//! the desk, which has the terminal.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use super::outcome::complain;

/// The sign that something goes on turns this often.
const TICK: Duration = Duration::from_millis(120);

/// Who is told how many steps are done, of how many.
pub(super) type Listener = Arc<dyn Fn(u64, u64) + Send + Sync>;

/// How far a long command is. May be told from several threads.
pub(super) struct Progress {
    bar: ProgressBar,
    /// Who is told instead of standard error.
    listener: Option<Listener>,
    /// What was said to them.
    said: Mutex<Vec<String>>,
}

impl Progress {
    /// Somebody is told, and nothing is written to standard error.
    pub(crate) fn told(listener: Listener) -> Self {
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        Self { bar, listener: Some(listener), said: Mutex::default() }
    }

    /// What was said to them.
    pub(crate) fn said(&self) -> Vec<String> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn tell(&self) {
        if let Some(listener) = &self.listener {
            listener(self.bar.position(), self.bar.length().unwrap_or(0));
        }
    }

    pub(crate) fn new(steps: u64) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::stderr());
        // A template that does not parse shows the plain bar instead.
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len}  {per_sec}  {eta}") {
            bar.set_style(style.progress_chars("##-"));
        }
        Self { bar, listener: None, said: Mutex::default() }
    }

    /// Other steps begin: so many.
    pub(crate) fn begin(&self, steps: u64) {
        self.bar.reset();
        self.bar.set_length(steps);
        self.tell();
    }

    /// So many steps are done.
    pub(crate) fn set(&self, done: u64) {
        self.bar.set_position(done);
    }

    /// So many more steps are done, of so many as far as is known: never of fewer than are done.
    pub(crate) fn more_of(&self, steps: u64, all: u64) {
        // Told from several threads: what one of them knows of may be less than what another has done.
        self.bar.inc(steps);
        self.bar.set_length(all.max(self.bar.position()));
        self.tell();
    }

    /// One more step is done.
    pub(crate) fn step(&self) {
        self.bar.inc(1);
        self.tell();
    }

    /// Behind the last step something else goes on, of which nobody knows how long it takes: then this is said instead of
    /// how much time is left, and a sign turns.
    pub(super) fn behind_the_last(&self, what: &'static str) {
        if self.listener.is_some() {
            return;
        }
        let left = move |state: &ProgressState, out: &mut dyn fmt::Write| {
            let is_counting = state.len().is_none_or(|steps| state.pos() < steps);
            // The bar is drawn into memory.
            let _ = if is_counting { write!(out, "{:#}", HumanDuration(state.eta())) } else { out.write_str(what) };
        };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {bar:30} {pos}/{len}  {left}") {
            self.bar.set_style(style.progress_chars("##-").with_key("left", left));
        }
        self.bar.enable_steady_tick(TICK);
    }

    /// Prints a line on standard error without tearing the bar; or keeps it for who is told.
    pub(crate) fn say(&self, line: &str) {
        match self.listener {
            Some(_) => self.said.lock().unwrap_or_else(PoisonError::into_inner).push(line.to_owned()),
            None => self.bar.suspend(|| complain(line)),
        }
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
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
            assert_eq!((progress.bar.position(), progress.bar.length().unwrap()), expected);
        }
    }
}
