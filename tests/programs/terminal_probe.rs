//! A desk with nothing on it: shows what arrives from the terminal. For the pty tests, and for trying out a terminal.
//!
//! `q` ends, `h` hangs, `p` and `t` panic (here, in a thread), `e` lends the terminal to `$EDITOR`, Ctrl-Z stops.

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::sync::mpsc::{Receiver, channel};
use std::{env, io, thread, time::Duration};

use gouji::terminal::handover::Handover;
use gouji::terminal::input::{Input, KeyCode, KeyModifiers};
use gouji::terminal::signals::{Signal, exit_code};
use gouji::terminal::tty::Output;
use gouji::terminal::{Backend, Guard, Options, crash, input, signals};
use ratatui::Terminal;

enum Message {
    Input(Input),
    Signal(Signal),
}

struct Probe {
    terminal: Terminal<Backend<Output>>,
    guard: Guard,
    input: input::Handle,
    signals: signals::Handle,
    log: Vec<String>,
}

fn main() -> io::Result<ExitCode> {
    crash::install(crash::Crash {
        file: env::var_os("PROBE_CRASH").map_or_else(|| PathBuf::from("crash.txt"), PathBuf::from),
        save: |file, text| gouji::journal::replace(file, text.as_bytes()).map(|()| file.to_owned()),
        heading: "probe".into(),
        say: Box::new(|file| format!("crashed: {file:?}")),
    });
    let (tell, messages) = channel();
    let tell_signal = tell.clone();
    let deaf = env::var_os("PROBE_DEAF").is_some();
    let signals = signals::spawn(move |signal| {
        if !deaf {
            drop(tell_signal.send(Message::Signal(signal)));
        }
    })?;
    let guard = Guard::enter()?;
    let input = input::spawn(move |input| drop(tell.send(Message::Input(input))))?;
    let terminal = Terminal::new(Backend::new(Output::open()?, Options::default()))?;
    let mut probe = Probe { terminal, guard, input, signals: signals.clone(), log: vec!["ready".into()] };
    let code = probe.run(&messages);
    probe.guard.leave();
    signals.finish();
    Ok(ExitCode::from(u8::try_from(code?).unwrap_or(1)))
}

impl Probe {
    fn run(&mut self, messages: &Receiver<Message>) -> io::Result<i32> {
        loop {
            self.draw()?;
            let Ok(message) = messages.recv() else { return Ok(1) };
            let code = match message {
                Message::Signal(Signal::Terminate(signal)) => Some(exit_code(signal)),
                Message::Signal(Signal::Suspend) => self.suspend()?,
                Message::Signal(Signal::Continue) => {
                    self.guard.reenter()?;
                    self.repaint("continued")?
                }
                Message::Input(Input::Gone) => Some(1),
                Message::Input(Input::Key(key))
                    if key.modifiers == KeyModifiers::CONTROL && key.code == KeyCode::Char('z') =>
                {
                    self.suspend()?
                }
                Message::Input(Input::Key(key)) if key.modifiers.is_empty() => self.key(key.code)?,
                Message::Input(other) => self.note(format!("{other:?}")),
            };
            if let Some(code) = code {
                return Ok(code);
            }
        }
    }

    fn key(&mut self, code: KeyCode) -> io::Result<Option<i32>> {
        match code {
            KeyCode::Char('q') => return Ok(Some(0)),
            KeyCode::Char('h') => loop {
                thread::sleep(Duration::from_secs(60));
            },
            #[expect(clippy::panic, reason = "how the terminal is left then is what is probed")]
            KeyCode::Char('p') => panic!("a planted panic"),
            #[expect(clippy::panic, reason = "how the terminal is left then is what is probed")]
            KeyCode::Char('t') => drop(thread::spawn(|| panic!("a planted panic")).join()),
            KeyCode::Char('e') => {
                let editor = env::var("EDITOR").unwrap_or_else(|_| "true".into());
                let status = self.handover().run(|| Command::new("sh").args(["-c", &editor]).status())??;
                return self.repaint(&format!("editor {status}"));
            }
            _ => {}
        }
        Ok(self.note(format!("key {code:?}")))
    }

    fn handover(&self) -> Handover<'_> {
        Handover { guard: &self.guard, input: &self.input, signals: &self.signals }
    }

    fn suspend(&mut self) -> io::Result<Option<i32>> {
        let stopped = self.handover().suspend()?;
        self.repaint(if stopped { "stopped and continued" } else { "no shell to stop for" })
    }

    fn repaint(&mut self, why: &str) -> io::Result<Option<i32>> {
        self.terminal.clear()?;
        Ok(self.note(why.into()))
    }

    fn note(&mut self, line: String) -> Option<i32> {
        self.log.push(line);
        None
    }

    fn draw(&mut self) -> io::Result<()> {
        let log = &self.log;
        gouji::terminal::draw(&mut self.terminal, |frame| {
            let area = frame.area();
            let first = log.len().saturating_sub(usize::from(area.height));
            for (y, line) in (0..area.height).zip(log.iter().skip(first)) {
                frame.buffer_mut().set_stringn(0, y, line, usize::from(area.width), ratatui::style::Style::new());
            }
            frame.set_cursor_position((0, area.height.saturating_sub(1)));
        })?;
        Ok(())
    }
}
