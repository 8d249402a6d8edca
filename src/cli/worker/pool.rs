//! The helpers that are there, and lending them out: as many as there are documents being read at once.

use std::ffi::OsString;
use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustix::process::Signal;

use crate::cli::process::{Bounds, Broken, Piped, Want as Piece};

use super::protocol::{GREETING, Incoming, Progress, Reply, Want, request};
use super::{Limits, WorkerError};

/// How long a helper may take to start on a busy machine.
const START: Duration = Duration::from_secs(30);
/// What the standard library says before it ends a process that gets no memory.
const NO_MEMORY: &str = "memory allocation of";

/// What a helper is started as.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Program {
    path: PathBuf,
    args: Vec<OsString>,
}

impl Program {
    /// This program itself.
    pub(crate) fn this(limits: &Limits) -> Self {
        let args = ["read-one".into(), "--memory".into(), limits.memory.to_string().into(), "--cpu".into()];
        let args = args.into_iter().chain([limits.cpu.to_string().into()]).collect();
        // On Linux the process itself and not its path: an update may have put another program there meanwhile.
        let own = PathBuf::from("/proc/self/exe");
        let path = if own.exists() { own } else { std::env::current_exe().unwrap_or_else(|_| "gouji".into()) };
        Self { path, args }
    }
}

/// Helpers, started when needed.
pub(in crate::cli) struct Pool {
    program: Program,
    limits: Limits,
    idle: Mutex<Vec<Worker>>,
    /// Once set, every document is an error at once, and those being read are left.
    cancel: Arc<AtomicBool>,
}

struct Worker {
    process: Piped,
    /// How many documents it has read.
    served: u32,
}

impl Pool {
    /// No helper is started yet.
    pub(crate) fn new(program: Program, limits: Limits, cancel: Arc<AtomicBool>) -> Self {
        Self { program, limits, idle: Mutex::default(), cancel }
    }

    /// The JSON that a helper makes of a document.
    pub(crate) fn read(&self, want: Want, name: &str, bytes: &[u8]) -> Result<Vec<u8>, WorkerError> {
        let frame = request(want, name, bytes);
        let (fresh, result) = self.attempt(&frame);
        match result {
            // An old helper may have died of all that it read before: a new one is asked once more.
            Err(WorkerError::Memory(_) | WorkerError::Ended(_)) if !fresh => {
                self.rest();
                self.attempt(&frame).1
            }
            result => result,
        }
    }

    /// Ends the helpers that have nothing to do.
    pub(crate) fn rest(&self) {
        let idle = std::mem::take(&mut *self.idle());
        drop(idle);
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Worker>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks one helper; was it a new one?
    fn attempt(&self, frame: &[u8]) -> (bool, Result<Vec<u8>, WorkerError>) {
        let mut worker = match self.worker() {
            Ok(worker) => worker,
            Err(error) => return (true, Err(error)),
        };
        let fresh = worker.served == 0;
        let reply = self.ask(&mut worker, frame);
        worker.served += 1;
        let result = match reply {
            Ok(Reply::Panic) => return (fresh, Err(WorkerError::Panic)),
            Ok(Reply::Done(json)) => Ok(json),
            Ok(Reply::Error(said)) => Err(WorkerError::Document(said)),
            Err(error) => return (fresh, Err(error)),
        };
        if worker.served < self.limits.documents {
            self.idle().push(worker);
        }
        (fresh, result)
    }

    /// One that lives, or a new one.
    fn worker(&self) -> Result<Worker, WorkerError> {
        loop {
            let Some(mut worker) = self.idle().pop() else { return self.start() };
            if !worker.process.has_ended() {
                return Ok(worker);
            }
        }
    }

    fn start(&self) -> Result<Worker, WorkerError> {
        let Program { path, args } = &self.program;
        let mut command = Command::new(path);
        let process = Piped::spawn(command.arg0("gouji").args(args));
        let mut process = process.map_err(|error| WorkerError::NoHelper(error.to_string()))?;
        let mut heard: Vec<u8> = Vec::new();
        let greeted = process.talk(&[], &Bounds::within(START, &self.cancel), &mut |bytes| {
            heard.extend_from_slice(bytes);
            match heard.as_slice() {
                GREETING => Piece::Enough,
                heard if GREETING.starts_with(heard) => Piece::More,
                _ => Piece::Stop,
            }
        });
        match greeted {
            Ok(()) => Ok(Worker { process, served: 0 }),
            Err(Broken::Cancelled) => Err(WorkerError::Cancelled),
            Err(_) => Err(WorkerError::NoHelper(last_line(&process.tail()))),
        }
    }

    fn ask(&self, worker: &mut Worker, frame: &[u8]) -> Result<Reply, WorkerError> {
        let mut incoming = Incoming::default();
        let talked =
            worker.process.talk(frame, &Bounds::within(self.limits.time, &self.cancel), &mut |bytes| match incoming
                .take(bytes)
            {
                Progress::Incomplete => Piece::More,
                Progress::Complete => Piece::Enough,
                Progress::Nonsense => Piece::Stop,
            });
        match talked {
            Ok(()) => incoming.finish().ok_or_else(|| WorkerError::Ended("?".to_owned())),
            Err(Broken::Time) => Err(WorkerError::Time(self.limits.time.as_secs())),
            Err(Broken::Cancelled) => Err(WorkerError::Cancelled),
            Err(Broken::Refused) => Err(WorkerError::Ended("?".to_owned())),
            Err(Broken::Io(error)) => Err(WorkerError::Ended(error.to_string())),
            Err(Broken::Closed) => Err(self.cause_of_death(worker)),
        }
    }

    /// Why a helper ended in the middle of a document.
    fn cause_of_death(&self, worker: &mut Worker) -> WorkerError {
        let status = worker.process.end();
        let words = worker.process.tail();
        match status {
            Ok(status) if status.signal() == Some(Signal::XCPU.as_raw()) => WorkerError::Time(self.limits.cpu),
            _ if words.contains(NO_MEMORY) => WorkerError::Memory(self.limits.memory),
            Ok(status) if words.trim().is_empty() => WorkerError::Ended(status.to_string()),
            _ => WorkerError::Ended(last_line(&words)),
        }
    }
}

/// The last line that says something, cut to what fits on one.
fn last_line(text: &str) -> String {
    let line = text.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("?");
    line.trim().chars().take(200).collect()
}

#[cfg(test)]
mod tests;
