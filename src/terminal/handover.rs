//! Lends the terminal: to an editor, or, for Ctrl-Z, to the shell. Both are the same leaving and coming back.

use std::{fs, io};

use rustix::process::{Signal, kill_current_process_group};

use super::guard::Guard;
use super::{input, signals};

/// All that has to step aside while somebody else has the terminal.
#[derive(Debug, Clone, Copy)]
pub struct Handover<'a> {
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
        self.signals.lend();
        self.guard.leave();
        let result = work();
        let entered = self.guard.reenter();
        self.signals.take_back();
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
    Process::read("self").is_some_and(|own| continued_by_a_parent(own, |id| Process::read(&id.to_string())))
}

fn continued_by_a_parent(own: Process, read: impl Fn(i32) -> Option<Process>) -> bool {
    // The kernel says 0 for a session or group whose leader is outside our namespace of processes: then whoever could
    // continue us cannot be told from anybody else.
    if own.session == 0 || own.group == 0 {
        return false;
    }
    let mut process = own;
    // The group may consist of several generations (a wrapper script); more than these are not likely.
    for _ in 0..16 {
        let Some(parent) = read(process.parent) else { return false };
        if parent.session != own.session {
            return false;
        }
        if parent.group != own.group {
            return true;
        }
        process = parent;
    }
    false
}

/// Where a process belongs, as the kernel tells it. Asking `/proc` rather than `getsid`: the call's wrapper does not
/// expect the 0 that a session led from outside a container has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Process {
    parent: i32,
    group: i32,
    session: i32,
}

impl Process {
    fn read(name: &str) -> Option<Self> {
        Self::parse(&fs::read_to_string(format!("/proc/{name}/stat")).ok()?)
    }

    fn parse(stat: &str) -> Option<Self> {
        // The name in brackets may hold anything.
        let (_, rest) = stat.rsplit_once(") ")?;
        let mut fields = rest.split(' ').skip(1).map(|field| field.parse().ok());
        Some(Self { parent: fields.next()??, group: fields.next()??, session: fields.next()?? })
    }
}

#[cfg(test)]
mod tests {
    use rustix::process::getppid;

    use super::*;

    const SHELL: Process = Process { parent: 1, group: 10, session: 10 };

    fn family(id: i32) -> Option<Process> {
        match id {
            10 => Some(SHELL),
            20 => Some(Process { parent: 10, group: 20, session: 10 }),
            _ => None,
        }
    }

    #[test]
    fn the_kernel_tells_about_us() {
        let own = Process::read("self").unwrap();
        assert_eq!(own.parent, getppid().map_or(0, |id| id.as_raw_nonzero().get()));
    }

    #[test]
    fn a_name_may_hold_anything() {
        let stat = "77 (a) R (b) S 5 6 7 0 -1 4194304";
        assert_eq!(Process::parse(stat), Some(Process { parent: 5, group: 6, session: 7 }));
        assert_eq!(Process::parse("77 (a"), None);
    }

    #[test]
    fn a_shell_continues_us_also_through_a_wrapper() {
        assert!(continued_by_a_parent(Process { parent: 10, group: 20, session: 10 }, family));
        assert!(continued_by_a_parent(Process { parent: 20, group: 20, session: 10 }, family));
    }

    #[test]
    fn nobody_continues_the_leader_of_a_session_or_one_led_from_outside_the_container() {
        assert!(!continued_by_a_parent(Process { parent: 10, group: 30, session: 30 }, family));
        let outside = |_: i32| Some(Process { parent: 1, group: 0, session: 0 });
        assert!(!continued_by_a_parent(Process { parent: 10, group: 0, session: 0 }, outside));
        assert!(!continued_by_a_parent(Process { parent: 10, group: 20, session: 0 }, outside));
    }
}
