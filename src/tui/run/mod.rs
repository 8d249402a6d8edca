//! The loop that joins the desk to the world: the only part of it with threads, files and a terminal.
//!
//! | thread | does |
//! |---|---|
//! | main | takes messages, updates, draws |
//! | input, signals | `terminal` |
//! | load | reads and checks the directory, then follows what changes in it |
//! | open | reads narratives when somebody looks |
//! | out | writes what goes out |
//! | drafts, drafts-disk | keep words that are not in the journal yet |
//! | journal | writes acts, follows the acts of others |
//!
//! One message wakes the loop, all waiting ones are taken, then one frame is drawn. There are no ticks.

mod author;
mod editor;
mod journal;
mod keeper;
mod kept;
mod out;
mod outward;
mod program;
mod reader;
mod setup;
mod source;
mod still;
mod wake;
mod writing;

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

use ratatui::Terminal;
use ratatui::layout::{Position, Size};
use uuid::Uuid;

use crate::journal::{Drafts, When};
use crate::library::Request;
use crate::library::names::{Named, Names};
use crate::report::SafeText;
use crate::terminal::handover::Handover;
use crate::terminal::input::{self, Button, Input, Pointed};
use crate::terminal::signals::{self, Signal};
use crate::terminal::tty::{self, Output};
use crate::terminal::{Backend, Guard, Options, pacing};

use super::hit::Mouse;
pub(crate) use setup::{Kept, Setup};

use super::keys::Key;
use super::model::{ItemId, Model, Order, Tone, TourStep};
use super::msg::{DraftMsg as Drafting, Effect, Msg};
use super::plain::Plain;
use super::{leaving, update, view};
use setup::install_crash_report;
use wake::Wake;

/// Runs the desk until the reviewer leaves; the exit code.
///
/// # Errors
/// If there is no terminal, or threads cannot be had. The terminal is given back in any case.
pub(crate) fn run(mut setup: Setup) -> io::Result<u8> {
    let names = Arc::new(Names::default());
    let inner = Arc::clone(&setup.documents);
    setup.documents = Arc::new(Named { inner, names: Arc::clone(&names) });
    install_crash_report(&setup);
    let (tell, wakes) = channel();
    let to_signal = tell.clone();
    let signals = signals::spawn(move |signal| drop(to_signal.send(Wake::Signal(signal))))?;
    let guard = match (setup.plain, setup.mouse) {
        (true, _) => Guard::enter_for_lines()?,
        (false, true) => Guard::enter_with_mouse()?,
        (false, false) => Guard::enter()?,
    };
    let to_input = tell.clone();
    let input = input::spawn(move |input| drop(to_input.send(Wake::Input(input))))?;
    let cancel = Arc::new(AtomicBool::new(false));
    let directory = setup.directory(Arc::clone(&cancel));
    let look = reader::spawn_loader(directory.clone(), Arc::clone(&names), tell.clone())?;
    let opener = reader::spawn_opener(directory, tell.clone())?;
    let drafts = Drafts::of(&setup.journal);
    let keeper = keeper::Keeper::spawn(&drafts)?;
    let journal = journal::spawn(&setup, tell.clone(), keeper.clone())?;
    let writing = writing::Writing::new(keeper, author::Author(setup.reviewer.clone()));
    let size = tty::size();
    let mut model = Model::new(setup.lang, setup.reviewer.clone(), setup.name.clone(), size, setup.keymap.clone());
    model.journal.path = SafeText::path(&setup.journal);
    model.display = setup.display;
    model.list.order = Order::worst_first();
    model.given.programs.clone_from(&setup.programs);
    model.given.basis = setup.basis.clone();
    model.tour = setup.tour.then_some(TourStep::Find);
    model.out.place = setup.outlet.place().map(SafeText::path);
    let out = out::spawn(Arc::clone(&setup.outlet), tell.clone())?;
    let kept = kept::begin(&setup, &mut model, tell)?;
    let ambiguous = setup.display.measure.ambiguous;
    let options = Options { scroll_region: setup.scroll_region, ambiguous, ..Options::default() };
    let terminal = Terminal::new(Backend::new(Output::open()?, options))?;
    let mut desk = Desk {
        terminal,
        guard,
        input,
        signals: signals.clone(),
        opener,
        look,
        names,
        journal,
        drafts,
        writing,
        kept,
        out,
        model,
        copy_file: setup.copy_file,
        plain: setup.plain.then(Plain::default),
        held: pacing::Held::default(),
        here: None,
        next_frame: None,
    };
    let code = desk.run(&wakes);
    // The line may have dropped in the middle of a sentence.
    desk.writing.finish(&desk.model);
    cancel.store(true, Ordering::Relaxed);
    desk.out.finish();
    // A place that could not be kept is not worth a word: the terminal is about to be given back.
    let _ = desk.kept.finish(&desk.model);
    // Acts on their way to the disk get there before the terminal is given back.
    desk.journal.finish();
    desk.guard.leave();
    signals.finish();
    if matches!(code, Ok(0)) {
        // Nobody may be listening any more.
        let mut out = io::stdout().lock();
        let _ = leaving::lines(&desk.model).iter().try_for_each(|line| writeln!(out, "{line}"));
    }
    code
}

struct Desk {
    terminal: Terminal<Backend<Output>>,
    guard: Guard,
    input: input::Handle,
    signals: signals::Handle,
    opener: Sender<reader::Wanted>,
    look: Sender<Request>,
    names: Arc<Names>,
    journal: journal::Handle,
    drafts: Drafts,
    /// The words that are not in the journal yet.
    writing: writing::Writing,
    kept: kept::Handle,
    out: out::Handle,
    model: Model,
    copy_file: PathBuf,
    /// What was said last, if the desk is one in lines.
    plain: Option<Plain>,
    held: pacing::Held,
    /// The report that others were told this desk looks at.
    here: Option<ItemId>,
    /// Not before this: the link is busy with the last frame.
    next_frame: Option<Instant>,
}

/// What the loop does after a message.
enum Next {
    GoOn,
    End(u8),
}

impl Desk {
    fn run(&mut self, wakes: &Receiver<Wake>) -> io::Result<u8> {
        self.draw()?;
        let mut dirty = false;
        loop {
            let wake = self.wait(wakes, dirty);
            self.writing.keep_due(&self.model, Instant::now());
            let Some(wake) = wake else {
                if dirty {
                    self.draw()?;
                }
                dirty = false;
                continue;
            };
            dirty = true;
            let mut next = self.take(wake)?;
            while let (Next::GoOn, Ok(wake)) = (&next, wakes.try_recv()) {
                next = self.take(wake)?;
            }
            if let Next::End(code) = next {
                return Ok(code);
            }
        }
    }

    /// The next message; `None` when it is time for a frame, or for a draft.
    fn wait(&self, wakes: &Receiver<Wake>, dirty: bool) -> Option<Wake> {
        let frame = dirty.then(|| self.next_frame.unwrap_or_else(Instant::now));
        match frame.into_iter().chain(self.writing.due()).min() {
            Some(at) => wakes.recv_timeout(at.saturating_duration_since(Instant::now())).ok(),
            // The senders are threads that live as long as the loop.
            None => wakes.recv().ok(),
        }
    }

    fn take(&mut self, wake: Wake) -> io::Result<Next> {
        let msg = match wake {
            Wake::Msg(msg) => msg,
            Wake::Input(Input::Key(event)) => {
                self.held.key(event, Instant::now());
                Msg::Key(Key::from(event), event)
            }
            Wake::Input(Input::Paste(text)) => Msg::Paste(text),
            Wake::Input(Input::Burst(text)) => Msg::Burst(text),
            Wake::Input(Input::Mouse(pointed)) => match self.pointed(pointed) {
                Some(mouse) => Msg::Mouse(mouse),
                None => return Ok(Next::GoOn),
            },
            Wake::Input(Input::Resize(width, height)) => {
                // What the terminal shows now is its own idea.
                self.repaint()?;
                Msg::Resize(Size { width, height })
            }
            Wake::Input(Input::Gone) => return Ok(Next::End(1)),
            Wake::Signal(Signal::Terminate(signal)) => {
                return Ok(Next::End(u8::try_from(signals::exit_code(signal)).unwrap_or(1)));
            }
            Wake::Signal(Signal::Suspend) => return self.perform(Effect::Suspend),
            Wake::Signal(Signal::Continue) => {
                self.guard.reenter()?;
                return self.perform(Effect::Redraw);
            }
        };
        self.tell_day();
        self.writing.arrived(&msg);
        for effect in update::update(&mut self.model, msg) {
            if let Next::End(code) = self.perform(effect)? {
                return Ok(Next::End(code));
            }
        }
        self.writing.look(&self.model, Instant::now());
        Ok(Next::GoOn)
    }

    /// What the mouse did to what is on the screen.
    fn pointed(&self, pointed: Pointed) -> Option<Mouse> {
        match pointed.what {
            Button::WheelDown => Some(Mouse::WheelDown),
            Button::WheelUp => Some(Mouse::WheelUp),
            Button::First => view::hit(&self.model, Position::new(pointed.column, pointed.row)).map(Mouse::Click),
        }
    }

    /// A desk may stay open over midnight.
    fn tell_day(&mut self) {
        let today = When::now().date();
        if self.model.journal.marks.today != Some(today) {
            update::update(&mut self.model, Msg::Today(today));
        }
    }

    fn perform(&mut self, effect: Effect) -> io::Result<Next> {
        match effect {
            Effect::Open(item) => {
                if let Some(found) = self.model.library.get(item)
                    && let Some(lean) = found.sheet().map(|sheet| Arc::clone(&sheet.lean))
                {
                    let before = self.model.year_before(&lean);
                    // The thread lives as long as the loop; if it died, the text stays "being read".
                    let wanted = reader::ToNarrate { item, path: found.path.clone(), lean, before };
                    let _ = self.opener.send(reader::Wanted::Narrative(wanted));
                }
            }
            Effect::OpenSource(item) => {
                if let Some(wanted) = source::Wanted::of(&self.model, item) {
                    let _ = self.opener.send(reader::Wanted::Source(wanted));
                }
            }
            Effect::Record(intents) => {
                let draft = self.writing.record(&self.model, &intents);
                self.journal.record(&self.model, intents, draft);
            }
            Effect::Edit(text) => self.edit(&text)?,
            Effect::Copy(text) => self.copy(&text),
            Effect::Still => self.keep_still(),
            Effect::CopyBeside(text) => self.copy_beside(&text),
            Effect::Out(job) => self.out.take(job),
            Effect::Run { arguments, terminal } => self.run_program(&arguments, terminal)?,
            Effect::Drafts(Drafting::Forget(text)) => self.writing.forget(&text),
            Effect::Drafts(Drafting::Restore(act)) => self.writing.restore(*act),
            Effect::Drafts(drafts) => self.journal.drafts(drafts),
            Effect::Keep(keep) => self.kept.change(keep),
            Effect::Names(acts, files) => {
                self.names.set(acts);
                if !files.is_empty() {
                    let _ = self.look.send(Request::Named(files));
                }
            }
            Effect::Reload => drop(self.look.send(Request::Look)),
            Effect::Redraw => self.repaint()?,
            Effect::Suspend => {
                if !self.handover().suspend()? {
                    self.model.say(Tone::Bad, self.model.words().desk.suspend_failed());
                }
                self.repaint()?;
            }
            Effect::Quit => return Ok(Next::End(0)),
        }
        Ok(Next::GoOn)
    }

    /// The reviewer's own editor has the words: they are on disk before and after.
    fn edit(&mut self, text: &str) -> io::Result<()> {
        let id = self.writing.keep_now(&self.model).unwrap_or_else(Uuid::now_v7);
        let (drafts, all) = (self.drafts.clone(), self.model.words());
        let words = &all.desk;
        let failed = |error: &dyn std::fmt::Display| words.editor_failed(error);
        let (guard, input, signals) = (&self.guard, &self.input, &self.signals);
        let (model, writing) = (&mut self.model, &mut self.writing);
        let mut keep = |text: &str| {
            update::update(model, Msg::Edited(Ok(text.to_owned())));
            writing.keep_now(model);
        };
        let result = Handover { guard, input, signals }.run(|| editor::edit(&drafts, &id, text, all, &mut keep))?;
        let trouble = match result {
            Ok(trouble) => trouble.map(|trouble| failed(&trouble)),
            Err(error) => Some(failed(&error)),
        };
        if let Some(trouble) = trouble {
            update::update(&mut self.model, Msg::Edited(Err(trouble)));
        }
        self.repaint()
    }

    fn handover(&self) -> Handover<'_> {
        Handover { guard: &self.guard, input: &self.input, signals: &self.signals }
    }

    /// The next frame is drawn as if nothing were on the screen.
    fn repaint(&mut self) -> io::Result<()> {
        self.model.size = tty::size();
        if self.plain.is_some() {
            self.plain = Some(Plain::default());
            return Ok(());
        }
        self.terminal.clear()
    }

    /// Others are told which report is open.
    fn tell_where(&mut self) {
        let here = self.model.open.as_ref().map(|open| open.item);
        if self.here != here {
            self.here = here;
            self.journal.look_at(&self.model, here);
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let begun = Instant::now();
        update::settle(&mut self.model);
        self.tell_where();
        if let Some(plain) = self.plain.as_mut() {
            let text = plain.next(&self.model);
            return self.terminal.backend_mut().out().write_all(text.as_bytes());
        }
        let model = &mut self.model;
        let written = crate::terminal::draw(&mut self.terminal, |frame| {
            // The terminal may have changed its size since the last message said so.
            let size = frame.area().as_size();
            if model.size != size {
                model.size = size;
                update::settle(model);
            }
            if let Some(position) = view::draw(frame.buffer_mut(), model) {
                frame.set_cursor_position(position);
            }
        })?;
        // While a large directory loads, working out the list again is most of a frame: it gets a quarter of the time.
        let pause = self.held.interval(written.bytes, written.took).max(begun.elapsed().saturating_mul(3));
        self.next_frame = Instant::now().checked_add(pause);
        Ok(())
    }
}
