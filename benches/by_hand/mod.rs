//! A program that is run by hand for a long time: what it was asked for, and figures that outlive an interruption.
//!
//! Each line goes to standard output at once and, with all before it, to a file below `target/`.

#![expect(clippy::unwrap_used, reason = "a program run by hand fails by panicking")]

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Instant;

/// The program under test: `GOUJI_PROGRAM`, else the one built with this.
pub fn program() -> PathBuf {
    std::env::var_os("GOUJI_PROGRAM").map_or_else(|| env!("CARGO_BIN_EXE_gouji").into(), PathBuf::from)
}

/// One run.
pub struct Run {
    /// How much was asked for: seconds, kills.
    pub amount: u64,
    pub seed: u64,
    begun: Instant,
    log: Mutex<File>,
}

impl Run {
    /// From the command line: `AMOUNT [SEED]`; so much without.
    pub fn begin(name: &str, unit: &str, usual: u64) -> Self {
        let mut numbers = std::env::args().skip(1).filter_map(|argument| argument.parse::<u64>().ok());
        let amount = numbers.next().unwrap_or(usual);
        let seed = numbers.next().unwrap_or_else(|| u64::from(std::process::id()));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{seed}.log"));
        let log = Mutex::new(File::create(&path).unwrap());
        let run = Self { amount, seed, begun: Instant::now(), log };
        run.say(&format!("{name}: {amount} {unit}, seed {seed}, {}; told in {}", program().display(), path.display()));
        run
    }

    /// Says how far it is.
    pub fn say(&self, text: &str) {
        let line = format!("{:>5} s: {text}\n", self.begun.elapsed().as_secs());
        let mut out = std::io::stdout().lock();
        // Nobody may be there any more to read it; the file is.
        let _ = out.write_all(line.as_bytes()).and_then(|()| out.flush());
        let mut log = self.log.lock().unwrap();
        log.write_all(line.as_bytes()).and_then(|()| log.flush()).unwrap();
    }

    /// The last word.
    pub fn end(&self, good: bool, troubles: &[String]) -> ExitCode {
        troubles.iter().for_each(|trouble| self.say(trouble));
        self.say(if good { "the end: nothing is lost and nothing broke" } else { "the end: SOMETHING IS WRONG" });
        if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
