//! Bytes to the terminal per key, for every screen at 120×40: the stock crossterm backend beside ours, in one run.
//!
//! No timing: the figures are the same on every machine. `cargo bench --bench bytes` prints the table of
//! `docs/terminal.md`.

use std::io::{self, Write};

use crossterm::event::KeyCode;
use gouji::sample::{SampleOptions, generate};
use gouji::terminal::{self, Backend, Options};
use gouji::tui::Desk;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};

const SIZE: Size = Size { width: 120, height: 40 };
const AGENCIES: u64 = 5000;

/// Counts what is written, and in how many writes.
#[derive(Default, Clone)]
struct Counter(std::rc::Rc<std::cell::Cell<(usize, usize)>>);

impl Counter {
    fn take(&self) -> (usize, usize) {
        self.0.take()
    }
}

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let (sum, writes) = self.0.get();
        self.0.set((sum + bytes.len(), writes + 1));
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Bench {
    desk: Desk,
    narratives: Vec<gouji::report::Narrative>,
    stock: Terminal<CrosstermBackend<io::LineWriter<Counter>>>,
    stock_bytes: Counter,
    ours: Terminal<Backend<Counter>>,
    our_bytes: Counter,
}

impl Bench {
    fn new() -> io::Result<Self> {
        let options = SampleOptions { count: AGENCIES, years: 2025..=2025, ..SampleOptions::default() };
        let (mut reports, mut narratives) = (Vec::new(), Vec::new());
        for generated in generate(&options) {
            narratives.push(generated.report.narrative);
            reports.push((generated.id, generated.report.lean));
        }
        let (stock_bytes, our_bytes) = (Counter::default(), Counter::default());
        // As `ratatui::init` does it: standard output is a line buffer of 1 KiB.
        let stock = CrosstermBackend::new(io::LineWriter::with_capacity(1024, stock_bytes.clone()));
        let viewport = Viewport::Fixed(Rect::new(0, 0, SIZE.width, SIZE.height));
        let stock = Terminal::with_options(stock, TerminalOptions { viewport })?;
        let ours = Terminal::new(Backend::with_size(our_bytes.clone(), SIZE, Options::default()))?;
        Ok(Self { desk: Desk::open(SIZE, reports), narratives, stock, stock_bytes, ours, our_bytes })
    }

    /// Presses keys, drawing after each; the bytes and writes of the last.
    fn press(&mut self, keys: &[KeyCode]) -> io::Result<[(usize, usize); 2]> {
        let mut last = self.draw()?;
        for &code in keys {
            for item in self.desk.press(code) {
                if let Some(narrative) = usize::try_from(item).ok().and_then(|index| self.narratives.get(index)) {
                    self.desk.bring(item, narrative.clone());
                }
            }
            last = self.draw()?;
        }
        Ok(last)
    }

    fn draw(&mut self) -> io::Result<[(usize, usize); 2]> {
        let desk = &mut self.desk;
        self.stock.draw(|frame| {
            if let Some(position) = desk.draw(frame.buffer_mut()) {
                frame.set_cursor_position(position);
            }
        })?;
        terminal::draw(&mut self.ours, |frame| {
            if let Some(position) = desk.draw(frame.buffer_mut()) {
                frame.set_cursor_position(position);
            }
        })?;
        Ok([self.stock_bytes.take(), self.our_bytes.take()])
    }
}

fn main() -> io::Result<()> {
    let mut bench = Bench::new()?;
    let mut out = io::stdout().lock();
    writeln!(out, "| step | stock: bytes (writes) | ours: bytes (writes) |")?;
    writeln!(out, "|---|---|---|")?;
    let c = KeyCode::Char;
    let steps: [(&str, &[KeyCode]); 20] = [
        ("agencies: first frame", &[]),
        ("agencies: nothing changed", &[]),
        ("agencies: cursor down", &[c('j')]),
        ("agencies: scroll one row", &[KeyCode::PageDown, KeyCode::PageDown, c('j')]),
        ("agencies: page down", &[KeyCode::PageDown]),
        ("agencies: to the end", &[c('G')]),
        ("agencies: a letter of the filter", &[c('g'), c('/'), c('公')]),
        ("agencies: filter kept", &[c('安'), KeyCode::Enter]),
        ("n: into the first finding", &[KeyCode::Esc, c('g'), c('n')]),
        ("n: to the next finding", &[c('n')]),
        ("table: cursor down", &[c('3'), c('g'), c('j')]),
        ("table: cursor right", &[c('l')]),
        ("table: another table", &[c('2')]),
        ("cell", &[KeyCode::Enter]),
        ("text: first page", &[KeyCode::Esc, c('5')]),
        ("text: cursor down", &[c('j')]),
        ("findings", &[c('1')]),
        ("help", &[c('?')]),
        ("a letter of a note", &[KeyCode::Esc, c('a'), c('请')]),
        ("back to the list", &[KeyCode::Esc, c('y'), KeyCode::Esc]),
    ];
    for (name, keys) in steps {
        let [stock, ours] = bench.press(keys)?;
        writeln!(out, "| {name} | {} ({}) | {} ({}) |", stock.0, stock.1, ours.0, ours.1)?;
    }
    Ok(())
}
