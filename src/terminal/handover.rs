//! Lends the terminal: to an editor, or, for Ctrl-Z, to the shell. Both are the same leaving and coming back.

use std::{fs, io};

use rustix::process::{Pid, Signal, getpgrp, getpid, getsid, kill_current_process_group};

use super::guard::Guard;
use super::{input, signals};

/// All that has to step aside while somebody else has the terminal.
#[derive(Debug, Clone, Copy)]
pub struct Handover<'a> {
    /// The terminal.
    pub guard: &'a Guard,
    /// The thread that reads keys.
    pub input: &'a input::Handle,
    /// The thread that hears signals.
    pub signals: &'a signals::Handle,
}

impl Handover<'_> {
    /// Runs `work` with the terminal as it was before the desk; then takes it again. The caller repaints everything.
    ///
    /// # Errors
    /// If the terminal cannot be had again.
    pub fn run<T>(self, work: impl FnOnce() -> T) -> io::Result<T> {
        self.input.pause();
        self.signals.set_lent(true);
        self.guard.leave();
        let result = work();
        let entered = self.guard.reenter();
        self.signals.set_lent(false);
        self.input.resume();
        entered.map(|()| result)
    }

    /// Ctrl-Z: stops the process group until the shell continues it. `false`, and nothing happens, if there is no shell
    /// that could: the desk would be stopped for ever.
    ///
    /// # Errors
    /// If the terminal cannot be had again.
    pub fn suspend(self) -> io::Result<bool> {
        if !has_job_control() {
            return Ok(false);
        }
        self.run(|| kill_current_process_group(Signal::STOP).is_ok())
    }
}

/// Whether some process of our session, outside our group, is there to continue us (the group is not *orphaned*).
fn has_job_control() -> bool {
    let (Ok(session), group) = (getsid(None), getpgrp()) else { return false };
    let mut process = getpid();
    // The group may consist of several generations (a wrapper script); more than these are not likely.
    for _ in 0..16 {
        let Some(parent) = parent(process) else { return false };
        if parent.session != session.as_raw_nonzero().get() {
            return false;
        }
        if parent.group != group.as_raw_nonzero().get() {
            return true;
        }
        process = parent.id;
    }
    false
}

/// A process by its numbers.
struct Process {
    id: Pid,
    group: i32,
    session: i32,
}

fn parent(process: Pid) -> Option<Process> {
    let [id, ..] = numbers(process)?;
    let id = Pid::from_raw(id)?;
    let [_, group, session] = numbers(id)?;
    Some(Process { id, group, session })
}

/// Parent, group and session of a process, as the kernel tells them.
fn numbers(process: Pid) -> Option<[i32; 3]> {
    let stat = fs::read_to_string(format!("/proc/{}/stat", process.as_raw_nonzero())).ok()?;
    // The name in brackets may hold anything.
    let (_, rest) = stat.rsplit_once(") ")?;
    let mut fields = rest.split(' ').skip(1).map(|field| field.parse().ok());
    Some([fields.next()??, fields.next()??, fields.next()??])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kernel_tells_about_us() {
        let [_, group, session] = numbers(getpid()).unwrap();
        assert_eq!(group, getpgrp().as_raw_nonzero().get());
        assert_eq!(session, getsid(None).unwrap().as_raw_nonzero().get());
    }
}
