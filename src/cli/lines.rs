//! Lines of standard input, as they come: read by a thread of their own while those before are worked on, bounded in all.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

/// So many bytes are read ahead at most, and one line more.
const AHEAD: usize = 8 << 20;
/// So many bytes are handed out at a time, and one line more.
const TOGETHER: usize = 2 << 20;
/// Read at once from a file; a pipe gives less.
const BUFFER: usize = 256 << 10;
/// How soon it is seen that nobody wants any more.
const PATIENCE: Duration = Duration::from_millis(50);

/// A line without its end; `None` for one that is too long.
pub(super) struct Line {
    /// From 1.
    pub(crate) number: u64,
    pub(crate) bytes: Option<Vec<u8>>,
}

impl Line {
    fn len(&self) -> usize {
        self.bytes.as_ref().map_or(0, Vec::len)
    }
}

/// Lines that came together, or why no more come.
type Block = io::Result<Vec<Line>>;

/// The lines of an input, in their order.
pub(super) struct Lines {
    blocks: Receiver<Block>,
    held: Arc<Held>,
    /// Bytes of those that were handed out last.
    out: usize,
    /// Why no more come, until all before that were handed out.
    failed: Option<io::Error>,
}

/// How many bytes were read and are not done with.
#[derive(Default)]
struct Held {
    bytes: Mutex<usize>,
    less: Condvar,
}

impl Held {
    fn more(&self, bytes: usize) {
        // A poisoned lock would mean that a thread has panicked, which ends the program anyway.
        let Ok(held) = self.bytes.lock() else { return };
        if let Ok(mut held) = self.less.wait_while(held, |held| *held > AHEAD) {
            *held += bytes;
        }
    }

    fn done(&self, bytes: usize) {
        if let Ok(mut held) = self.bytes.lock() {
            *held = held.saturating_sub(bytes);
            self.less.notify_all();
        }
    }
}

impl Lines {
    /// Of standard input, none of more than so many bytes. The thread that reads is left when nobody wants any more: it
    /// may wait for ever.
    pub(crate) fn of_standard_input(most: usize) -> Self {
        Self::of(io::stdin(), most)
    }

    fn of(input: impl Read + Send + 'static, most: usize) -> Self {
        let (sender, blocks) = channel();
        let held = Arc::new(Held::default());
        let lines = Self { blocks, held: Arc::clone(&held), out: 0, failed: None };
        thread::spawn(move || {
            if let Err(error) = read(BufReader::with_capacity(BUFFER, input), most, &sender, &held) {
                let _ = sender.send(Err(error));
            }
        });
        lines
    }

    /// The next lines: what has come by now. `None` at the end, or once they are not wanted any more.
    ///
    /// # Errors
    /// What the system says.
    pub(crate) fn next(&mut self, is_wanted: &dyn Fn() -> bool) -> io::Result<Option<Vec<Line>>> {
        self.held.done(std::mem::take(&mut self.out));
        let mut lines = loop {
            if !is_wanted() {
                return Ok(None);
            }
            if let Some(error) = self.failed.take() {
                return Err(error);
            }
            match self.blocks.recv_timeout(PATIENCE) {
                Ok(block) => break block?,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(None),
            }
        };
        let mut bytes: usize = lines.iter().map(Line::len).sum();
        while bytes < TOGETHER {
            match self.blocks.try_recv() {
                Ok(Ok(more)) => {
                    bytes += more.iter().map(Line::len).sum::<usize>();
                    lines.extend(more);
                }
                Ok(Err(error)) => {
                    self.failed = Some(error);
                    break;
                }
                Err(_) => break,
            }
        }
        self.out = bytes;
        Ok(Some(lines))
    }
}

/// Hands on whatever has come before it waits for more.
fn read(mut input: impl BufRead + Buffered, most: usize, sender: &Sender<Block>, held: &Held) -> io::Result<()> {
    let (mut block, mut bytes) = (Vec::new(), 0);
    for number in 1.. {
        let Some(content) = line(&mut input, most)? else { break };
        let line = Line { number, bytes: content };
        bytes += line.len();
        held.more(line.len());
        block.push(line);
        // What is not handed on is little: whoever waits for less to be held would wait for itself.
        if bytes >= BUFFER || !input.has_line() {
            bytes = 0;
            if sender.send(Ok(std::mem::take(&mut block))).is_err() {
                return Ok(());
            }
        }
    }
    if !block.is_empty() {
        let _ = sender.send(Ok(block));
    }
    Ok(())
}

/// A reader that knows what it holds.
trait Buffered {
    /// Can a line be had without waiting?
    fn has_line(&self) -> bool;
}

impl<R: Read> Buffered for BufReader<R> {
    fn has_line(&self) -> bool {
        self.buffer().contains(&b'\n')
    }
}

/// One line; within, `None` for one that is too long, of which the rest is passed over.
fn line(input: &mut impl BufRead, most: usize) -> io::Result<Option<Option<Vec<u8>>>> {
    let mut bytes = Vec::new();
    let with_end = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    if input.by_ref().take(with_end).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
    } else if bytes.len() > most {
        input.skip_until(b'\n')?;
        return Ok(Some(None));
    }
    Ok(Some(Some(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: usize = 1 << 20;

    fn all(input: impl Read + Send + 'static) -> Vec<(u64, Option<usize>)> {
        let mut lines = Lines::of(input, MOST);
        let mut all = Vec::new();
        while let Some(some) = lines.next(&|| true).unwrap() {
            all.extend(some.iter().map(|line| (line.number, line.bytes.as_ref().map(Vec::len))));
        }
        all
    }

    #[test]
    fn lines_come_in_their_order_the_last_one_without_an_end_too() {
        assert_eq!(all(&b""[..]), []);
        assert_eq!(all(&b"ab\n\nc"[..]), [(1, Some(2)), (2, Some(0)), (3, Some(1))]);
        let many = "0123456789\n".repeat(300_000);
        let lines = all(io::Cursor::new(many));
        assert!(lines.len() == 300_000 && lines.iter().zip(1..).all(|(line, number)| *line == (number, Some(10))));
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over_and_the_next_one_is_read() {
        let long = io::repeat(b'x').take(MOST as u64 + 5);
        assert_eq!(all(long.chain(&b"\nab\n"[..])), [(1, None), (2, Some(2))]);
        let just = io::repeat(b'x').take(MOST as u64);
        assert_eq!(all(just.chain(&b"\nab\n"[..])), [(1, Some(MOST)), (2, Some(2))]);
    }

    /// Gives so many lines, then waits for ever.
    struct Slow(usize);

    impl Read for Slow {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.0 == 0 {
                loop {
                    thread::park();
                }
            }
            self.0 -= 1;
            buffer[..2].copy_from_slice(b"x\n");
            Ok(2)
        }
    }

    #[test]
    fn what_has_come_is_handed_on_before_more_is_waited_for() {
        let mut lines = Lines::of(Slow(2), MOST);
        let mut seen = 0;
        while seen < 2 {
            seen += lines.next(&|| true).unwrap().unwrap().len();
        }
        let calls = std::cell::Cell::new(0);
        let is_wanted = || {
            calls.set(calls.get() + 1);
            calls.get() < 3
        };
        assert!(lines.next(&is_wanted).unwrap().is_none());
    }

    /// Two lines, then an error.
    struct Broken(bool);

    impl Read for Broken {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if std::mem::replace(&mut self.0, true) {
                return Err(io::Error::other("broken"));
            }
            buffer[..4].copy_from_slice(b"x\ny\n");
            Ok(4)
        }
    }

    #[test]
    fn what_came_before_an_error_is_handed_on_first() {
        let mut lines = Lines::of(Broken(false), MOST);
        assert_eq!(lines.next(&|| true).unwrap().unwrap().len(), 2);
        assert!(lines.next(&|| true).is_err());
    }
}
