//! Desks that are killed at random moments while reviewers write: what the screen has said to be saved is in the
//! journal, or the soak fails.
//!
//! Who includes this also includes `command` and `support`.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use gouji::journal::{Journal, verify};

use crate::support::command::{Place, broken, clean};
use crate::support::dice::Dice;
use crate::support::pty::{Pty, Start};

/// So long may a desk take to be there, or to save, on a busy machine; whoever is slower is killed all the same.
const PATIENCE: Duration = Duration::from_secs(20);

/// So many kills on one journal, then a new one: what a desk reads at its start stays short.
const ROUND: usize = 200;

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    pub kills: usize,
    /// Killed before the list of agencies was there.
    pub starting: usize,
    /// Killed between Enter and the word "saved".
    pub saving: usize,
    /// Notes that the screen said were saved.
    pub confirmed: usize,
    /// Confirmed, and not in the journal.
    pub lost: Vec<String>,
    /// Notes whose Enter was pressed and of which the screen had said nothing yet.
    pub open: usize,
    /// Of those, in the journal.
    pub arrived: usize,
    /// Of those, in a draft.
    pub drafted: usize,
    /// Lines that a kill tore.
    pub torn: u64,
    /// Lines of all journals.
    pub lines: u64,
    /// Journals that `verify` does not find sound.
    pub unsound: usize,
    /// A desk that ended by itself.
    pub ended: Vec<String>,
}

impl Tally {
    pub fn is_good(&self) -> bool {
        self.lost.is_empty() && self.unsound == 0 && self.ended.is_empty()
    }

    fn add(&mut self, other: Self) {
        self.kills += other.kills;
        self.starting += other.starting;
        self.saving += other.saving;
        self.confirmed += other.confirmed;
        self.lost.extend(other.lost);
        self.open += other.open;
        self.arrived += other.arrived;
        self.drafted += other.drafted;
        self.torn += other.torn;
        self.lines += other.lines;
        self.unsound += other.unsound;
        self.ended.extend(other.ended);
    }
}

/// So many kills with so many desks on one journal, told after each round.
pub fn soak(program: &Path, desks: usize, kills: usize, seed: u64, mut tell: impl FnMut(&Tally)) -> Tally {
    let mut tally = Tally::default();
    let mut dice = Dice::new(seed);
    while tally.kills < kills {
        tally.add(round(program, desks, ROUND.min(kills - tally.kills), dice.roll()));
        tell(&tally);
    }
    tally
}

/// One journal.
fn round(program: &Path, desks: usize, kills: usize, seed: u64) -> Tally {
    let place = Place::new();
    place.write("in/a.json", broken("松溪县教育局", 2024).to_string());
    place.write("in/b.json", clean("松溪县公安局", 2024).to_string());
    let left = AtomicUsize::new(kills);
    let workers: Vec<Worker> = thread::scope(|scope| {
        let start = |number: usize| {
            let mut worker = Worker::new(program, &place, number, seed);
            let left = &left;
            scope.spawn(move || {
                while left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok() {
                    worker.session();
                }
                worker
            })
        };
        let running: Vec<_> = (0..desks).map(start).collect();
        running.into_iter().map(|worker| worker.join().unwrap()).collect()
    });
    examine(&place, workers)
}

/// What the journal says to what the screens said.
#[expect(clippy::print_stderr, reason = "who reads of a loss must be told where the journal is")]
fn examine(place: &Place, workers: Vec<Worker>) -> Tally {
    let journal = place.path("j.jsonl");
    let mut tally = Tally::default();
    let mut written = HashSet::new();
    if journal.exists() {
        let checked = verify(&journal).unwrap();
        (tally.lines, tally.torn) = (checked.lines, checked.problems.total());
        tally.unsound = usize::from(!checked.is_sound());
        written.extend(Journal::open(&journal).unwrap().1.iter().map(|act| act.text.to_string()));
    }
    let drafts = drafts(&place.path(""));
    for worker in workers {
        tally.kills += worker.kills;
        tally.starting += worker.starting;
        tally.saving += worker.open.len();
        tally.confirmed += worker.confirmed.len();
        tally.lost.extend(worker.confirmed.into_iter().filter(|text| !written.contains(text)));
        tally.open += worker.open.len();
        for text in worker.open {
            tally.arrived += usize::from(written.contains(&text));
            tally.drafted += usize::from(drafts.contains(&text));
        }
        tally.ended.extend(worker.ended);
    }
    if !tally.is_good() {
        let kept = std::env::temp_dir().join(format!("gouji-soak-{}.jsonl", std::process::id()));
        let _ = fs::copy(&journal, &kept);
        eprintln!("the journal is kept as {}", kept.display());
    }
    tally
}

/// All drafts beside the journal, as one text.
fn drafts(directory: &Path) -> String {
    let files = fs::read_dir(directory).unwrap().flatten();
    let drafts = files.filter(|file| file.file_name().to_string_lossy().contains(".draft-"));
    drafts.filter_map(|file| fs::read_to_string(file.path()).ok()).collect()
}

/// A reviewer whose desk is killed again and again.
struct Worker {
    program: PathBuf,
    directory: PathBuf,
    environment: Vec<(&'static str, PathBuf)>,
    number: usize,
    dice: Dice,
    kills: usize,
    starting: usize,
    confirmed: Vec<String>,
    open: Vec<String>,
    ended: Vec<String>,
}

/// When a desk is killed.
enum When {
    /// So long after its start.
    After(Duration),
    /// So long after Enter of the note with this number.
    Entered(usize, Duration),
}

impl Worker {
    fn new(program: &Path, place: &Place, number: usize, seed: u64) -> Self {
        Self {
            program: program.to_owned(),
            directory: place.path(""),
            environment: place.environment().into(),
            number,
            dice: Dice::new(seed ^ (number as u64 + 1).wrapping_mul(0xD1B5_4A32_D192_ED03)),
            kills: 0,
            starting: 0,
            confirmed: Vec::new(),
            open: Vec::new(),
            ended: Vec::new(),
        }
    }

    /// From a start to a kill.
    fn session(&mut self) {
        let when = match self.dice.below(10) {
            // Somewhere in the start, or in the first notes.
            0..=2 => When::After(self.dice.micros(900_000)),
            // Around a write: it takes some milliseconds from Enter to "saved".
            _ => When::Entered(self.dice.below(5), self.dice.micros(60_000)),
        };
        // Nobody's drafts are asked about: each session is another reviewer.
        let reviewer = format!("w{}-{}", self.number, self.kills);
        let start = Start::new(&self.program).args(["in", "--journal", "j.jsonl", "--reviewer", &reviewer]);
        let start =
            self.environment.iter().fold(start.cwd(&self.directory), |start, (name, value)| start.env(name, value));
        let mut pty = start.spawn();
        self.work(&mut pty, &when);
        if let Some(status) = pty.exited() {
            self.ended.push(format!("{reviewer}: {status:?}, the screen:\n{}", pty.screen()));
        }
        pty.end_at_once();
        self.kills += 1;
    }

    /// Works until the moment has come.
    fn work(&mut self, pty: &mut Pty, when: &When) {
        let until = Instant::now() + if let When::After(after) = when { *after } else { PATIENCE };
        let left = || until.saturating_duration_since(Instant::now());
        if !pty.becomes(left(), |screen| screen.contains("家，退回") && !screen.contains("正在读取")) {
            self.starting += 1;
            return;
        }
        for note in 0..12 {
            let text = format!("批{}次{}第{note}条", self.number, self.kills);
            pty.try_send("a");
            if !pty.becomes(left(), |screen| screen.contains("Ctrl-J")) {
                return;
            }
            pty.try_send(&text);
            // What was said before is not to be taken for the word on this one.
            if !pty.becomes(left(), |screen| screen.contains(&text) && !screen.contains("已保存")) {
                return;
            }
            pty.try_send("\r");
            let limit = match when {
                When::Entered(number, after) if *number == note => *after,
                _ => left(),
            };
            let saved = |screen: &str| screen.contains("已保存批注") && !screen.contains("Ctrl-J");
            if !pty.becomes(limit, saved) {
                self.open.push(text);
                return;
            }
            self.confirmed.push(text);
            if matches!(when, When::Entered(number, _) if *number == note) {
                return;
            }
        }
    }
}
