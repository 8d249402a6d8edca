//! From a key to a frame with 100 000 reports: update, settle, draw, and the bytes for the terminal, without writing them.
//!
//! Budgets: 16 ms at the 99th percentile, 50 ms for a letter of the filter. Prints a table.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use crossterm::event::KeyCode;
use gouji::sample::{SampleOptions, generate};
use gouji::terminal::{self, Backend, Options};
use gouji::tui::Desk;
use ratatui::Terminal;
use ratatui::layout::Size;

const REPORTS: u64 = 100_000;
const TIMES: usize = 200;
const SIZE: Size = Size { width: 120, height: 40 };

struct Drawn {
    desk: Desk,
    terminal: Terminal<Backend<io::Sink>>,
}

impl Drawn {
    fn new() -> io::Result<Self> {
        let options = SampleOptions { count: REPORTS, ..SampleOptions::default() };
        let reports = generate(&options).map(|generated| (generated.id, generated.report.lean));
        let desk = Desk::open(SIZE, reports);
        let terminal = Terminal::new(Backend::with_size(io::sink(), SIZE, Options::default()))?;
        let mut drawn = Self { desk, terminal };
        drawn.draw()?;
        Ok(drawn)
    }

    fn draw(&mut self) -> io::Result<()> {
        let desk = &mut self.desk;
        terminal::draw(&mut self.terminal, |frame| {
            desk.draw(frame.buffer_mut());
        })?;
        Ok(())
    }

    fn press(&mut self, code: KeyCode) -> io::Result<Duration> {
        let begun = Instant::now();
        self.desk.press(code);
        self.draw()?;
        Ok(begun.elapsed())
    }
}

fn main() -> io::Result<()> {
    let mut desk = Drawn::new()?;
    let c = KeyCode::Char;
    // What is measured is the last key; the ones before bring the desk to where it is pressed.
    let steps: [(&str, &[KeyCode]); 20] = [
        ("agencies: cursor down", &[c('j')]),
        ("agencies: page down", &[KeyCode::PageDown]),
        ("agencies: to the end and back", &[c('g'), c('G')]),
        ("a letter of the filter", &[c('g'), c('/'), c('公')]),
        ("a second letter", &[KeyCode::Esc, c('/'), c('公'), c('局')]),
        ("a letter of pinyin", &[KeyCode::Esc, c('/'), c('j')]),
        ("a fifth letter of pinyin", &[KeyCode::Esc, c('/'), c('j'), c('i'), c('a'), c('o'), c('y')]),
        ("a letter that finds little", &[KeyCode::Esc, c('/'), c('s'), c('x'), c('x'), c('g'), c('a'), c('j'), c('z')]),
        ("Chinese and pinyin mixed", &[KeyCode::Esc, c('/'), c('县'), c('j'), c('y')]),
        ("next finding, across reports", &[KeyCode::Esc, c('n')]),
        ("next finding by severity", &[c(']')]),
        ("next unreviewed agency", &[c('}')]),
        ("table: cursor down", &[c('j')]),
        ("another order", &[KeyCode::Esc, KeyCode::Esc, KeyCode::Esc, c('s')]),
        (
            "an order of three columns",
            &[
                KeyCode::Esc,
                c('S'),
                KeyCode::Tab,
                KeyCode::Down,
                KeyCode::Tab,
                KeyCode::Down,
                KeyCode::Down,
                KeyCode::Down,
                KeyCode::Tab,
            ],
        ),
        ("what the list can be narrowed to", &[KeyCode::Esc, c('f')]),
        ("another year", &[KeyCode::Esc, c('Y')]),
        ("the overview", &[KeyCode::Esc, c(','), c('o')]),
        ("the overview: cursor down", &[c('j')]),
        ("the years of an agency", &[KeyCode::Esc, KeyCode::Esc, KeyCode::Enter, c('9')]),
    ];
    let mut out = io::stdout().lock();
    writeln!(out, "| key, {REPORTS} reports | median | 99th percentile |")?;
    writeln!(out, "|---|---|---|")?;
    for (name, keys) in steps {
        let mut times = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            let mut last = Duration::ZERO;
            for &key in keys {
                last = desk.press(key)?;
            }
            times.push(last);
        }
        times.sort_unstable();
        let at = |share: usize| times.get(TIMES * share / 100).copied().unwrap_or_default();
        writeln!(out, "| {name} | {:.2?} | {:.2?} |", at(50), at(99))?;
    }
    Ok(())
}
