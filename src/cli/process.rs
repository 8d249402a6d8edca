//! A child process that is talked to over its pipes, with bounds: a time, an amount, and a way to call it off.
//!
//! Owns: writing to a child and reading from it at once, without a thread and without waiting for either for ever.
//! The child has a process group of its own: a Ctrl-C at the terminal is for us, and what it started ends with it.

use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, ioctl_fionbio};
use rustix::process::{Pid, Signal, kill_process_group};

/// How often the call to stop is looked at while the child is silent.
const SLICE: Timespec = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };
/// How long a child that has closed its output may take to end by itself, so that its exit code is its own.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// How much of the end of its standard error is kept.
const TAIL: usize = 4096;

/// How long a child may be waited for.
pub(super) struct Bounds<'a> {
    pub(crate) deadline: Instant,
    /// Set when nobody wants the answer any more.
    pub(crate) cancel: &'a AtomicBool,
}

impl<'a> Bounds<'a> {
    /// From now on for so long.
    pub(crate) fn within(time: Duration, cancel: &'a AtomicBool) -> Self {
        let now = Instant::now();
        Self { deadline: now.checked_add(time).unwrap_or(now), cancel }
    }
}

/// Does the reader of an answer want more of it?
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    More,
    Enough,
    /// This is no answer, or too long a one.
    Stop,
}

/// Why a talk ended without an answer.
#[derive(Debug)]
pub(super) enum Broken {
    /// It took too long.
    Time,
    /// Nobody wants the answer any more.
    Cancelled,
    /// The child has closed its output.
    Closed,
    /// The reader of the answer did not want this.
    Refused,
    /// The system refuses.
    Io(io::Error),
}

/// A child and its pipes.
pub(super) struct Piped {
    child: Child,
    stdin: Option<ChildStdin>,
    stdout: ChildStdout,
    stderr: Option<ChildStderr>,
    tail: Vec<u8>,
}

#[derive(Default)]
struct Ready {
    stdin: bool,
    stdout: bool,
    stderr: bool,
}

impl Piped {
    /// Starts a child in a process group of its own.
    pub(crate) fn spawn(command: &mut Command) -> io::Result<Self> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0);
        let mut child = command.spawn()?;
        let stdin = child.stdin.take();
        let (Some(stdout), stderr) = (child.stdout.take(), child.stderr.take()) else {
            return Err(io::Error::other("no pipe"));
        };
        let piped = Self { child, stdin, stdout, stderr, tail: Vec::new() };
        ioctl_fionbio(&piped.stdout, true)?;
        if let Some(stdin) = &piped.stdin {
            ioctl_fionbio(stdin, true)?;
        }
        if let Some(stderr) = &piped.stderr {
            ioctl_fionbio(stderr, true)?;
        }
        Ok(piped)
    }

    /// Nothing more will be written.
    pub(crate) fn close_input(&mut self) {
        self.stdin = None;
    }

    /// Writes the input while giving what comes back to `take`, until that has enough.
    pub(crate) fn talk(
        &mut self,
        mut input: &[u8],
        bounds: &Bounds<'_>,
        take: &mut dyn FnMut(&[u8]) -> Want,
    ) -> Result<(), Broken> {
        loop {
            if bounds.cancel.load(Ordering::Relaxed) {
                return Err(Broken::Cancelled);
            }
            let ready = self.wait(!input.is_empty()).map_err(Broken::Io)?;
            if ready.stderr {
                self.listen();
            }
            if ready.stdin {
                input = self.write(input).map_err(Broken::Io)?;
            }
            if ready.stdout {
                match self.read(take)? {
                    Want::More => {}
                    Want::Enough => return Ok(()),
                    Want::Stop => return Err(Broken::Refused),
                }
            } else if Instant::now() >= bounds.deadline {
                // Only when there is nothing to read: this process may have been stopped for a while itself.
                return Err(Broken::Time);
            }
        }
    }

    /// Which pipes can be used; waits for a slice of time at most.
    fn wait(&self, has_input: bool) -> io::Result<Ready> {
        let mut fds = vec![PollFd::new(&self.stdout, PollFlags::IN)];
        if let Some(stderr) = &self.stderr {
            fds.push(PollFd::new(stderr, PollFlags::IN));
        }
        let stdin = self.stdin.as_ref().filter(|_| has_input);
        if let Some(stdin) = stdin {
            fds.push(PollFd::new(stdin, PollFlags::OUT));
        }
        match poll(&mut fds, Some(&SLICE)) {
            Ok(_) => {}
            Err(Errno::INTR) => return Ok(Ready::default()),
            Err(error) => return Err(error.into()),
        }
        let mut events = fds.iter().map(|fd| !fd.revents().is_empty());
        let mut next = |is_there: bool| is_there && events.next().unwrap_or(false);
        Ok(Ready { stdout: next(true), stderr: next(self.stderr.is_some()), stdin: next(stdin.is_some()) })
    }

    /// Writes what the pipe takes; the rest of the input.
    fn write<'a>(&mut self, input: &'a [u8]) -> io::Result<&'a [u8]> {
        let Some(stdin) = &mut self.stdin else { return Ok(&[]) };
        match stdin.write(input) {
            Ok(count) => Ok(input.get(count..).unwrap_or_default()),
            Err(error) if is_passing(&error) => Ok(input),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                // It may have something to say all the same; and if not, its output ends too.
                self.stdin = None;
                Ok(&[])
            }
            Err(error) => Err(error),
        }
    }

    fn read(&mut self, take: &mut dyn FnMut(&[u8]) -> Want) -> Result<Want, Broken> {
        let mut buffer = [0; 1 << 16];
        match self.stdout.read(&mut buffer) {
            Ok(0) => Err(Broken::Closed),
            Ok(count) => Ok(take(buffer.get(..count).unwrap_or_default())),
            Err(error) if is_passing(&error) => Ok(Want::More),
            Err(error) => Err(Broken::Io(error)),
        }
    }

    /// Takes in what came on standard error, and keeps the end of it.
    fn listen(&mut self) {
        let Some(stderr) = &mut self.stderr else { return };
        let mut buffer = [0; TAIL];
        match stderr.read(&mut buffer) {
            Ok(0) => self.stderr = None,
            Ok(count) => {
                self.tail.extend_from_slice(buffer.get(..count).unwrap_or_default());
                let surplus = self.tail.len().saturating_sub(TAIL);
                self.tail.drain(..surplus);
            }
            Err(error) if is_passing(&error) => {}
            Err(_) => self.stderr = None,
        }
    }

    /// Has it ended by itself?
    pub(crate) fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// After its output was closed: how it ended, by itself or, after a moment, by force.
    pub(crate) fn end(&mut self) -> io::Result<ExitStatus> {
        self.stdin = None;
        let begun = Instant::now();
        while begun.elapsed() < LAST_WORDS {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            thread::sleep(Duration::from_millis(2));
        }
        self.kill();
        self.child.wait()
    }

    /// The end of what it said on standard error.
    pub(crate) fn tail(&mut self) -> String {
        // What is in the pipe already, which is little: nobody writes to it any more.
        for _ in 0..16 {
            self.listen();
        }
        String::from_utf8_lossy(&self.tail).into_owned()
    }

    /// Ends it and all that it started.
    fn kill(&mut self) {
        if let Some(pid) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) {
            let _ = kill_process_group(pid, Signal::KILL);
        }
        let _ = self.child.kill();
    }
}

impl Drop for Piped {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.kill();
            let _ = self.child.wait();
        }
    }
}

fn is_passing(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Piped {
        Piped::spawn(Command::new("sh").args(["-c", script])).unwrap()
    }

    /// Everything it says until it closes its output.
    fn hear(piped: &mut Piped, input: &[u8], time: Duration) -> (Vec<u8>, Result<(), Broken>) {
        let mut heard = Vec::new();
        let never = AtomicBool::new(false);
        let result = piped.talk(input, &Bounds::within(time, &never), &mut |bytes| {
            heard.extend_from_slice(bytes);
            Want::More
        });
        (heard, result)
    }

    const LONG: Duration = Duration::from_secs(20);

    #[test]
    fn more_than_a_pipe_holds_goes_both_ways_at_once() {
        let input = b"0123456789abcdef".repeat(1 << 16);
        let mut cat = shell("head -c 1048576");
        let (heard, result) = hear(&mut cat, &input, LONG);
        assert!(matches!(result, Err(Broken::Closed)));
        assert!(heard == input);
        assert!(cat.end().unwrap().success());
    }

    #[test]
    fn a_child_that_neither_reads_nor_writes_is_left_in_time() {
        let begun = Instant::now();
        let input = vec![0; 1 << 20];
        let mut silent = shell("exec sleep 100");
        assert!(matches!(hear(&mut silent, &input, Duration::from_millis(200)).1, Err(Broken::Time)));
        drop(silent);
        assert!(begun.elapsed() < LONG);
    }

    #[test]
    fn a_child_that_floods_standard_error_is_left_in_time_and_only_the_end_is_kept() {
        let mut loud = shell("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa >&2; done");
        assert!(matches!(hear(&mut loud, b"", Duration::from_millis(300)).1, Err(Broken::Time)));
        assert!(loud.tail().len() <= TAIL);
    }

    #[test]
    fn calling_off_ends_the_talk_at_once() {
        let mut silent = shell("exec sleep 100");
        let cancel = AtomicBool::new(true);
        let result = silent.talk(b"", &Bounds::within(LONG, &cancel), &mut |_| Want::More);
        assert!(matches!(result, Err(Broken::Cancelled)));
    }

    #[test]
    fn what_a_child_started_ends_with_it() {
        let mut parent = shell("sleep 100 & echo $!; wait");
        let mut heard = Vec::new();
        let never = AtomicBool::new(false);
        let line = |bytes: &[u8]| {
            heard.extend_from_slice(bytes);
            if heard.ends_with(b"\n") { Want::Enough } else { Want::More }
        };
        parent.talk(b"", &Bounds::within(LONG, &never), &mut { line }).unwrap();
        let grandchild = String::from_utf8(heard).unwrap().trim().to_owned();
        drop(parent);
        let is_alive = || {
            let stat = std::fs::read_to_string(format!("/proc/{grandchild}/stat")).unwrap_or_default();
            stat.rsplit_once(") ").is_some_and(|(_, rest)| !rest.starts_with('Z'))
        };
        let begun = Instant::now();
        while is_alive() {
            assert!(begun.elapsed() < LONG, "{grandchild} lives");
            thread::sleep(Duration::from_millis(5));
        }
    }

    #[test]
    fn the_last_words_and_the_exit_code_are_the_childs_own() {
        let mut child = shell("echo first >&2; echo last >&2; exit 7");
        assert!(matches!(hear(&mut child, b"", LONG).1, Err(Broken::Closed)));
        assert_eq!(child.end().unwrap().code(), Some(7));
        assert_eq!(child.tail(), "first\nlast\n");
    }
}
