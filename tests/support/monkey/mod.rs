//! A monkey at two desks on one journal: random keys, bytes, pastes and sizes, while reports and the journal change
//! underneath. No panic, no stall, no lost word.
//!
//! What it does follows from its seed alone; when things happen depends on the machine. Who includes this also
//! includes `command`, `dice` and `support`.

mod heart;
mod keys;
mod world;

use std::collections::{HashSet, VecDeque};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use gouji::journal::{Journal, verify};

use crate::support::command::Place;
use crate::support::dice::Dice;
use crate::support::pty::{Pty, Start, process_state};
use heart::waited;
use world::World;

/// So many inputs are told when something goes wrong.
const REMEMBERED: usize = 80;
/// Whoever shows nothing for so long stands still for ever.
const FOR_EVER: Duration = Duration::from_secs(60);
/// A desk may be this long at one thing, not counting the time that the machine gave to others.
const STALL: Duration = Duration::from_secs(1);

/// What came of it.
#[derive(Debug, Default)]
pub struct Tally {
    pub inputs: usize,
    pub bytes: usize,
    /// How often a desk was asked for a frame.
    pub beats: usize,
    /// The longest time until it came, and what of it the machine took.
    pub slowest: (Duration, Duration),
    /// Longer than a second even without that.
    pub stalls: Vec<String>,
    pub starts: usize,
    /// Changes of reports and of the journal underneath.
    pub changes: usize,
    /// Of these, pipes that were put among the reports.
    pub pipes: usize,
    /// And journals that were put away.
    pub put_away: usize,
    /// Notes that the screen said were saved.
    pub confirmed: usize,
    pub lost: Vec<String>,
    pub lines: u64,
    /// Whatever else is wrong.
    pub faults: Vec<String>,
}

impl Tally {
    /// Is all well, but for the time it took? A busy machine is no fault of the desk.
    pub fn is_sound(&self) -> bool {
        self.lost.is_empty() && self.faults.is_empty()
    }
}

/// Lets the monkey loose for a while.
pub fn run(program: PathBuf, seed: u64, time: Duration, mut tell: impl FnMut(&Tally)) -> Tally {
    let mut monkey = Monkey::new(program, seed);
    let (until, mut told) = (Instant::now() + time, Instant::now());
    while Instant::now() < until && monkey.tally.is_sound() {
        monkey.step();
        if told.elapsed() > Duration::from_secs(60) {
            monkey.look_after_words();
            tell(&monkey.tally);
            told = Instant::now();
        }
    }
    monkey.finish()
}

struct Desk {
    pty: Pty,
    name: &'static str,
    size: (u16, u16),
    inputs: VecDeque<String>,
}

struct Monkey {
    program: PathBuf,
    place: Place,
    world: World,
    dice: Dice,
    desks: Vec<Desk>,
    confirmed: Vec<String>,
    tally: Tally,
    notes: usize,
}

impl Monkey {
    fn new(program: PathBuf, seed: u64) -> Self {
        let place = Place::new();
        let world = World::new(&place);
        // The editor that a reviewer calls: it adds a line, and sometimes fails.
        place.write("editor.sh", "echo 外面写的 >> \"$1\"; test $(( $$ % 3 )) -gt 0\n");
        let mut monkey = Self {
            program,
            place,
            world,
            dice: Dice::new(seed),
            desks: Vec::new(),
            confirmed: Vec::new(),
            tally: Tally::default(),
            notes: 0,
        };
        for name in ["li", "王芳"] {
            let desk = monkey.start(name);
            monkey.desks.push(desk);
        }
        monkey
    }

    fn start(&mut self, name: &'static str) -> Desk {
        self.tally.starts += 1;
        let size = (100, 30);
        let arguments = ["in", "--journal", "共用/j.jsonl", "--reviewer", name];
        let start = Start::new(&self.program).args(arguments).cwd(self.place.path("")).size(size.0, size.1);
        let editor = format!("sh {}", self.place.path("editor.sh").display());
        let start = self.place.environment().into_iter().fold(start, |start, (name, value)| start.env(name, value));
        let start = start.env("VISUAL", editor).env("GOUJI_FRESH", "").env("RUST_BACKTRACE", "0");
        let pty = start.spawn();
        pty.becomes(Duration::from_secs(10), |screen| screen.contains('家'));
        Desk { pty, name, size, inputs: VecDeque::new() }
    }

    /// One thing after the other, as the dice fall.
    fn step(&mut self) {
        let which = self.dice.below(self.desks.len());
        match self.dice.below(100) {
            0..=59 => self.press(which),
            60..=69 => self.paste(which),
            70..=77 => self.resize(which),
            78..=87 => {
                self.world.change(&mut self.dice);
                self.tally.changes += 1;
                (self.tally.pipes, self.tally.put_away) = (self.world.pipes, self.world.put_away);
            }
            _ => self.note(which),
        }
        if self.dice.percent(15) {
            self.beat(which);
        }
        if self.dice.percent(30) {
            std::thread::sleep(self.dice.micros(30_000));
        }
        self.look_after(which);
    }

    fn send(&mut self, which: usize, bytes: &[u8]) {
        self.tally.inputs += 1;
        self.tally.bytes += bytes.len();
        let Some(desk) = self.desks.get_mut(which) else { return };
        let mut shown = bytes.escape_ascii().to_string();
        shown.truncate(120);
        desk.inputs.push_back(shown);
        if desk.inputs.len() > REMEMBERED {
            desk.inputs.pop_front();
        }
        // A desk that has ended takes nothing; that is looked after next.
        desk.pty.try_send(bytes);
    }

    fn press(&mut self, which: usize) {
        for _ in 0..=self.dice.below(6) {
            let bytes = keys::some(&mut self.dice);
            // Some sequences arrive in two pieces, as on a bad line.
            if bytes.len() > 1 && self.dice.percent(10) {
                let (first, second) = bytes.split_at(1 + self.dice.below(bytes.len() - 1));
                self.send(which, first);
                std::thread::sleep(self.dice.micros(60_000));
                self.send(which, second);
            } else {
                self.send(which, &bytes);
            }
        }
    }

    fn paste(&mut self, which: usize) {
        let text = keys::text(&mut self.dice);
        self.send(which, &[b"\x1b[200~", text.as_bytes(), b"\x1b[201~"].concat());
    }

    fn resize(&mut self, which: usize) {
        let size = match self.dice.below(6) {
            0 => (self.dice.from(1..=8), self.dice.from(1..=8)),
            1 => (self.dice.from(1..=300), self.dice.from(1..=100)),
            2 => (80, 24),
            _ => (self.dice.from(40..=140), self.dice.from(10..=50)),
        };
        self.set_size(which, size);
    }

    fn set_size(&mut self, which: usize, size: (u16, u16)) {
        let Some(desk) = self.desks.get_mut(which) else { return };
        desk.inputs.push_back(format!("<{}x{}>", size.0, size.1));
        desk.pty.resize(size.0, size.1);
        desk.size = size;
    }

    /// A note as a reviewer writes it. Whatever is in the way is given up first.
    fn note(&mut self, which: usize) {
        let text = format!("第{}句话", self.notes);
        self.notes += 1;
        if self.desks.get(which).is_some_and(|desk| desk.size.0 < 60 || desk.size.1 < 15) {
            self.set_size(which, (100, 30));
        }
        for _ in 0..3 {
            self.send(which, b"\x1b");
            std::thread::sleep(Duration::from_millis(60));
            self.send(which, b"n");
        }
        self.send(which, b"a");
        let wait = |monkey: &Self, wanted: &dyn Fn(&str) -> bool| {
            monkey.desks.get(which).is_some_and(|desk| desk.pty.becomes(Duration::from_millis(700), wanted))
        };
        if !wait(self, &|screen| screen.contains("Ctrl-J")) {
            return;
        }
        self.send(which, text.as_bytes());
        if !wait(self, &|screen| screen.contains(&text) && !screen.contains("已保存批注")) {
            return;
        }
        self.send(which, b"\r");
        if wait(self, &|screen| screen.contains("已保存批注") && !screen.contains("Ctrl-J")) {
            self.confirmed.push(text);
            self.tally.confirmed += 1;
        }
    }

    /// Asks for a frame: another size is always answered.
    fn beat(&mut self, which: usize) {
        let Some(desk) = self.desks.get_mut(which) else { return };
        desk.pty.settle_for(Duration::from_millis(20));
        let before = desk.pty.bytes();
        let size = (if desk.size.0 > 299 { 150 } else { desk.size.0 + 1 }, desk.size.1);
        desk.inputs.push_back(format!("<beat {}x{}>", size.0, size.1));
        let process = desk.pty.process();
        let (began, used) = (Instant::now(), process_state(process).map_or(0, |(_, ticks)| ticks));
        let waiting = waited(process);
        desk.pty.resize(size.0, size.1);
        desk.size = size;
        let mut came = desk.pty.writes_more(before, Duration::from_millis(300));
        while !came && began.elapsed() < FOR_EVER && desk.pty.exited().is_none() {
            // One that was sent to the background by its own key is called back.
            if process_state(process).is_some_and(|(state, _)| state == 'T') {
                desk.pty.kill("CONT");
            }
            came = desk.pty.writes_more(before, Duration::from_millis(300));
        }
        let (took, machine) = (began.elapsed(), waited(process).saturating_sub(waiting));
        let busy = process_state(process).map_or(0, |(_, ticks)| ticks.saturating_sub(used));
        self.tally.beats += 1;
        if took.saturating_sub(machine) > self.tally.slowest.0.saturating_sub(self.tally.slowest.1) {
            self.tally.slowest = (took, machine);
        }
        if took.saturating_sub(machine) > STALL && desk.pty.exited().is_none() {
            let told = tell(desk);
            let stall = format!("{took:?}, of which the machine took {machine:?}; {busy} ticks of work; {told}");
            self.tally.stalls.push(stall);
            if took >= FOR_EVER {
                self.tally.faults.push(format!("stands still: {told}"));
            }
        }
    }

    /// A desk that was left is started again; one that broke down is a fault.
    fn look_after(&mut self, which: usize) {
        let Some(desk) = self.desks.get_mut(which) else { return };
        if process_state(desk.pty.process()).is_some_and(|(state, _)| state == 'T') {
            desk.pty.kill("CONT");
        }
        let Some(status) = desk.pty.exited() else { return };
        let name = desk.name;
        if status.exit_code() != 0 || self.place.path("home/data/gouji/crash.txt").exists() {
            let told = tell(desk);
            let crash = fs::read_to_string(self.place.path("home/data/gouji/crash.txt")).unwrap_or_default();
            self.tally.faults.push(format!("ended with {status:?}: {told}\n{crash}"));
        }
        let desk = self.start(name);
        if let Some(old) = self.desks.get_mut(which) {
            *old = desk;
        }
    }

    /// Is everything there that was said to be saved? In the journal, or in one that was put away.
    fn look_after_words(&mut self) {
        let mut written = HashSet::new();
        self.tally.lines = 0;
        for journal in self.world.journals() {
            let Ok((_, acts)) = Journal::open(&journal) else {
                self.tally.faults.push(format!("{} cannot be opened", journal.display()));
                continue;
            };
            written.extend(acts.iter().map(|act| act.text.to_string()));
            self.tally.lines += verify(&journal).map_or(0, |checked| checked.lines);
        }
        // There may have been other words in the field before.
        let is_there = |text: &String| written.contains(text) || written.iter().any(|words| words.contains(text));
        self.tally.lost = self.confirmed.iter().filter(|text| !is_there(text)).cloned().collect();
        if !self.world.reports_are_as_left() {
            self.tally.faults.push("something was written among the reports".to_owned());
        }
    }

    fn finish(mut self) -> Tally {
        for desk in &mut self.desks {
            desk.pty.kill("TERM");
            let until = Instant::now() + FOR_EVER;
            while desk.pty.exited().is_none() {
                if process_state(desk.pty.process()).is_some_and(|(state, _)| state == 'T') {
                    desk.pty.kill("CONT");
                }
                if Instant::now() > until {
                    self.tally.faults.push(format!("does not end at SIGTERM: {}", tell(desk)));
                    break;
                }
                std::thread::sleep(Duration::from_millis(10));
            }
        }
        self.look_after_words();
        self.tally
    }
}

/// A desk and what it was last told.
fn tell(desk: &Desk) -> String {
    let mut text = format!("the desk of {}, {}×{}; the last inputs:\n", desk.name, desk.size.0, desk.size.1);
    for input in &desk.inputs {
        let _ = write!(text, "{input} ");
    }
    let _ = write!(text, "\nthe screen:\n{}", desk.pty.screen());
    text
}
