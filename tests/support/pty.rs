//! A program in a pty, and a screen to look at: waits for what should be seen, never for a time.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long anything may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// What came from the program.
struct Seen {
    parser: vt100::Parser,
    raw: Vec<u8>,
    reads: usize,
    closed: bool,
    /// Bytes per second that the line carries; 0: as many as come.
    speed: usize,
}

/// A program in a terminal of its own.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Arc<Mutex<Box<dyn Write + Send>>>,
    /// What is typed whether or not somebody reads it.
    queue: Option<Sender<Vec<u8>>>,
    child: Box<dyn Child + Send + Sync>,
    tty: Option<PathBuf>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
}

/// How a program is started.
pub struct Start {
    command: CommandBuilder,
    size: (u16, u16),
}

impl Start {
    /// A program, in the current directory (not in `$HOME`, as the library would).
    pub fn new(program: impl AsRef<Path>) -> Self {
        let mut command = CommandBuilder::new(program.as_ref());
        command.cwd(std::env::current_dir().unwrap());
        command.env("TERM", "xterm-256color");
        command.env_remove("TMUX");
        Self { command, size: (80, 24) }
    }

    pub fn args<A: AsRef<std::ffi::OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.command.args(args);
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<std::ffi::OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn cwd(mut self, directory: impl AsRef<Path>) -> Self {
        self.command.cwd(directory.as_ref());
        self
    }

    /// Columns and rows.
    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    pub fn spawn(self) -> Pty {
        let (cols, rows) = self.size;
        let pair = native_pty_system().openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        let child = pair.slave.spawn_command(self.command).unwrap();
        drop(pair.slave);
        let parser = vt100::Parser::new(NonZeroU16::new(rows).unwrap(), NonZeroU16::new(cols).unwrap(), 0);
        let seen =
            Arc::new((Mutex::new(Seen { parser, raw: Vec::new(), reads: 0, closed: false, speed: 0 }), Condvar::new()));
        let reader = pair.master.try_clone_reader().unwrap();
        let theirs = Arc::clone(&seen);
        thread::spawn(move || watch(reader, &theirs));
        let tty = pair.master.tty_name();
        let writer = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        Pty { master: pair.master, writer, queue: None, child, tty, seen }
    }
}

fn watch(mut reader: impl Read, seen: &(Mutex<Seen>, Condvar)) {
    let mut buffer = [0; 65536];
    loop {
        let speed = seen.0.lock().unwrap().speed;
        let slice = if speed > 0 { 256 } else { buffer.len() };
        let count = reader.read(buffer.get_mut(..slice).unwrap()).unwrap_or(0);
        if speed > 0 {
            thread::sleep(Duration::from_secs_f64(count as f64 / speed as f64));
        }
        let mut now = seen.0.lock().unwrap();
        now.reads += usize::from(count > 0);
        now.closed = count == 0;
        let bytes = buffer.get(..count).unwrap();
        now.parser.process(bytes);
        now.raw.extend_from_slice(bytes);
        seen.1.notify_all();
        if count == 0 {
            return;
        }
    }
}

impl Pty {
    /// Types.
    pub fn send(&mut self, keys: impl AsRef<[u8]>) -> &mut Self {
        let mut writer = self.writer.lock().unwrap();
        writer.write_all(keys.as_ref()).unwrap();
        writer.flush().unwrap();
        drop(writer);
        self
    }

    /// Waits until the screen is as wanted. Panics, with the screen, if it does not become so.
    #[track_caller]
    pub fn wait_for(&self, what: &str, wanted: impl Fn(&str) -> bool) -> &Self {
        self.wait_until(what, PATIENCE, |seen| wanted(&seen.parser.screen().contents()))
    }

    /// The same for what takes long on a slow machine.
    #[track_caller]
    pub fn wait_for_within(&self, what: &str, limit: Duration, wanted: impl Fn(&str) -> bool) -> &Self {
        self.wait_until(what, limit, |seen| wanted(&seen.parser.screen().contents()))
    }

    /// Waits until a text is on the screen.
    #[track_caller]
    pub fn wait_text(&self, text: &str) -> &Self {
        self.wait_for(text, |screen| screen.contains(text))
    }

    /// Waits until the raw stream holds a sequence.
    #[track_caller]
    pub fn wait_raw(&self, bytes: &[u8]) -> &Self {
        let what = String::from_utf8_lossy(bytes).escape_debug().to_string();
        self.wait_until(&what, PATIENCE, |seen| seen.raw.windows(bytes.len()).any(|window| window == bytes))
    }

    #[track_caller]
    fn wait_until(&self, what: &str, limit: Duration, wanted: impl Fn(&Seen) -> bool) -> &Self {
        let seen = self.seen.0.lock().unwrap();
        let (seen, result) = self.seen.1.wait_timeout_while(seen, limit, |seen| !wanted(seen) && !seen.closed).unwrap();
        let found = wanted(&seen);
        let screen = seen.parser.screen().contents();
        drop(seen);
        assert!(
            found,
            "waited for {what:?} ({}); the screen:\n{screen}",
            if result.timed_out() { "time" } else { "closed" }
        );
        self
    }

    /// Waits until the screen is as wanted, and tells whether it became so.
    pub fn becomes(&self, limit: Duration, wanted: impl Fn(&str) -> bool) -> bool {
        let wanted = |seen: &Seen| wanted(&seen.parser.screen().contents());
        let seen = self.seen.0.lock().unwrap();
        let (seen, _) = self.seen.1.wait_timeout_while(seen, limit, |seen| !wanted(seen) && !seen.closed).unwrap();
        wanted(&seen)
    }

    /// Waits until the program has written more than so many bytes, or nothing more can come.
    pub fn writes_more(&self, than: usize, limit: Duration) -> bool {
        let seen = self.seen.0.lock().unwrap();
        let (seen, _) =
            self.seen.1.wait_timeout_while(seen, limit, |seen| seen.raw.len() <= than && !seen.closed).unwrap();
        seen.raw.len() > than
    }

    /// Types and does not wait: a terminal whose program has ended takes some kilobytes and then nothing for ever.
    pub fn try_send(&mut self, keys: impl AsRef<[u8]>) {
        let writer = &self.writer;
        let queue = self.queue.get_or_insert_with(|| {
            let (queue, orders) = channel::<Vec<u8>>();
            let writer = Arc::clone(writer);
            thread::spawn(move || {
                for keys in orders {
                    let mut writer = writer.lock().unwrap();
                    let _ = writer.write_all(&keys).and_then(|()| writer.flush());
                }
            });
            queue
        });
        let _ = queue.send(keys.as_ref().to_vec());
    }

    /// Has the program ended?
    pub fn exited(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().unwrap()
    }

    /// Ends the program as a power cut would.
    pub fn end_at_once(&mut self) {
        let process = i32::try_from(self.process()).ok().and_then(rustix::process::Pid::from_raw).unwrap();
        let _ = rustix::process::kill_process(process, rustix::process::Signal::KILL);
        self.child.wait().unwrap();
    }

    /// Waits until nothing has come for a while: only to count what a step has cost, never to see that it happened.
    pub fn settle(&self) -> &Self {
        self.settle_for(Duration::from_millis(150))
    }

    /// The same, for so long.
    pub fn settle_for(&self, quiet: Duration) -> &Self {
        let mut count = usize::MAX;
        while count != self.bytes() {
            count = self.bytes();
            let seen = self.seen.0.lock().unwrap();
            drop(self.seen.1.wait_timeout_while(seen, quiet, |seen| seen.raw.len() == count && !seen.closed).unwrap());
        }
        self
    }

    /// The text on the screen.
    pub fn screen(&self) -> String {
        self.look(|screen| screen.contents())
    }

    /// Looks at the emulated screen: colours, cursor, modes.
    pub fn look<T>(&self, look: impl FnOnce(&vt100::Screen) -> T) -> T {
        look(self.seen.0.lock().unwrap().parser.screen())
    }

    /// All bytes so far.
    pub fn raw(&self) -> Vec<u8> {
        self.seen.0.lock().unwrap().raw.clone()
    }

    /// How many bytes so far.
    pub fn bytes(&self) -> usize {
        self.seen.0.lock().unwrap().raw.len()
    }

    /// How many reads they took: at most as many as the program's writes.
    pub fn reads(&self) -> usize {
        self.seen.0.lock().unwrap().reads
    }

    pub fn resize(&self, cols: u16, rows: u16) {
        let size = [rows, cols].map(|n| NonZeroU16::new(n).unwrap());
        self.seen.0.lock().unwrap().parser.screen_mut().set_size(size[0], size[1]);
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).unwrap();
    }

    /// From now on the line carries so many bytes a second.
    pub fn slow_down(&self, bytes_per_second: usize) {
        self.seen.0.lock().unwrap().speed = bytes_per_second;
    }

    /// Reads nothing more, as a line that stands still, until the answer is dropped.
    pub fn freeze(&self) -> Sender<()> {
        let (thaw, thawed) = channel::<()>();
        let (held, holding) = channel();
        let seen = Arc::clone(&self.seen);
        thread::spawn(move || {
            let lock = seen.0.lock().unwrap();
            held.send(()).unwrap();
            let _ = thawed.recv();
            drop(lock);
        });
        holding.recv().unwrap();
        thaw
    }

    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Sends a signal by its name to the program.
    pub fn kill(&self, signal: &str) {
        kill(self.process(), signal);
    }

    /// The modes of the terminal, for comparing before and after.
    pub fn stty(&self) -> String {
        let tty = std::fs::File::open(self.tty.as_ref().unwrap()).unwrap();
        let output = Command::new("stty").arg("-a").stdin(Stdio::from(tty)).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    /// Waits until the program has ended.
    #[track_caller]
    pub fn wait_exit(&mut self, limit: Duration) -> ExitStatus {
        let until = Instant::now() + limit;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < until, "still running after {limit:?}; the screen:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until everything that the program wrote has been read.
    pub fn wait_closed(&self) -> &Self {
        self.wait_until("the end", PATIENCE, |seen| seen.closed)
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

/// Sends a signal to a process.
pub fn kill(process: u32, signal: &str) {
    let status = Command::new("kill").args(["-s", signal, &process.to_string()]).status().unwrap();
    assert!(status.success(), "kill -s {signal} {process}");
}

/// The state of a process as the kernel names it: `R`, `S`, `T` (stopped), `Z`; and the processor time used, in ticks.
pub fn process_state(process: u32) -> Option<(char, u64)> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
    let ticks = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
    Some((fields.first()?.chars().next()?, ticks))
}

/// A program in a terminal that can be taken away.
pub struct Held {
    holder: Pty,
    process: u32,
    _directory: tempfile::TempDir,
}

impl Held {
    /// Starts a program, and waits until it shows a text.
    pub fn spawn(program: &[&Path], text: &str) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("process");
        let holder =
            Start::new(example("pty_holder")).args(std::iter::once(file.as_path()).chain(program.iter().copied()));
        let holder = holder.size(60, 20).spawn();
        holder.wait_text(text);
        let process = std::fs::read_to_string(file).unwrap().parse().unwrap();
        Self { holder, process, _directory: directory }
    }

    pub fn process(&self) -> u32 {
        self.process
    }

    /// Takes the terminal away.
    pub fn hang_up(&self) {
        self.holder.kill("KILL");
    }

    /// Waits until the program has ended; the processor time, in ticks, that it took to notice.
    #[track_caller]
    pub fn wait_gone(&self, limit: Duration) -> u64 {
        let until = Instant::now() + limit;
        let mut times = Vec::new();
        while let Some((_, ticks)) = process_state(self.process).filter(|(state, _)| *state != 'Z') {
            times.push(ticks);
            assert!(Instant::now() < until, "still running after {limit:?}");
            thread::sleep(Duration::from_millis(5));
        }
        times.last().zip(times.first()).map_or(0, |(last, first)| last - first)
    }
}

/// An example of this package, built before it is first used: `cargo test --test …` alone does not build examples.
pub fn example(name: &str) -> PathBuf {
    static BUILT: Mutex<Vec<String>> = Mutex::new(Vec::new());
    let mut built = BUILT.lock().unwrap();
    if !built.iter().any(|known| known == name) {
        let mut cargo = Command::new(env!("CARGO"));
        let status = cargo.args(["build", "--quiet", "--offline", "--example", name]).status().unwrap();
        assert!(status.success(), "cargo build --example {name}");
        built.push(name.to_owned());
    }
    let mut directory = std::env::current_exe().unwrap();
    directory.pop();
    if directory.ends_with("deps") {
        directory.pop();
    }
    directory.join("examples").join(name)
}
