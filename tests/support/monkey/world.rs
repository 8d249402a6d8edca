//! What changes underneath: reports come, go, break and are no files any more; another desk writes the journal,
//! something else writes into it, and somebody puts it away.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use gouji::journal::{Act, Journal, ReportRef, Target};

use crate::support::command::{Place, broken, clean};
use crate::support::dice::Dice;

const AGENCIES: [&str; 6] =
    ["松溪县教育局", "松溪县公安局", "松溪县民政局", "松溪县司法局", "松溪县财政局", "松溪县水利局"];

pub struct World {
    reports: PathBuf,
    journal: PathBuf,
    /// What is in the files under review, as far as it was put there as a file.
    left: BTreeMap<PathBuf, Vec<u8>>,
    pub put_away: usize,
    pub pipes: usize,
}

impl World {
    pub fn new(place: &Place) -> Self {
        fs::create_dir_all(place.path("共用")).unwrap();
        let (reports, journal) = (place.path("in"), place.path("共用/j.jsonl"));
        let mut world = Self { reports, journal, left: BTreeMap::new(), put_away: 0, pipes: 0 };
        fs::create_dir_all(&world.reports).unwrap();
        for number in 0..AGENCIES.len() {
            world.report(number, 2024, number % 2 == 0);
        }
        world
    }

    fn report(&mut self, number: usize, year: u16, is_clean: bool) {
        let agency = AGENCIES.get(number).copied().unwrap_or_default();
        let report = if is_clean { clean(agency, year) } else { broken(agency, year) };
        self.put(&format!("{number}-{year}.json"), report.to_string().as_bytes());
    }

    /// A file, in the place of whatever has its name.
    fn put(&mut self, name: &str, bytes: &[u8]) {
        let path = self.reports.join(name);
        clear(&path);
        if fs::write(&path, bytes).is_ok() {
            self.left.insert(path, bytes.to_vec());
        }
    }

    fn take(&mut self, name: &str) -> PathBuf {
        let path = self.reports.join(name);
        clear(&path);
        self.left.remove(&path);
        path
    }

    pub fn change(&mut self, dice: &mut Dice) {
        let (number, year) = (dice.below(AGENCIES.len()), dice.from(2021..=2025));
        let name = format!("{number}-{year}.json");
        match dice.below(16) {
            0..=4 => self.report(number, year, dice.percent(50)),
            5 => drop(self.take(&name)),
            6 => {
                let half = broken("松溪县水利局", year).to_string();
                let end = dice.below(half.len());
                self.put(&name, half.as_bytes().get(..end).unwrap_or_default());
            }
            7 => {
                let noise: Vec<u8> = (0..dice.below(5000)).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
                self.put(dice.pick(&["x.pdf", "y.docx", "z.html", "w.txt", "v.xlsx"]), &noise);
            }
            8 => _ = fs::create_dir(self.take(&name)),
            9 => {
                let path = self.take(&name);
                let made = std::process::Command::new("mkfifo").arg(path).status();
                self.pipes += usize::from(made.is_ok_and(|status| status.success()));
            }
            10 => {
                #[cfg(unix)]
                let _ = std::os::unix::fs::symlink("/proc/self/mem", self.take(&name));
            }
            11 => self.torn_line(dice),
            12 if dice.percent(25) => self.put_away(),
            13 => self.hold(dice.micros(400_000)),
            _ => self.other_desk(dice),
        }
    }

    /// Another reviewer, as a desk on another machine.
    fn other_desk(&self, dice: &mut Dice) {
        let Ok((mut journal, _)) = Journal::open(&self.journal) else { return };
        let agency = dice.pick(&AGENCIES);
        let report = ReportRef {
            agency: agency.into(),
            region: vec!["骐昌市".into()],
            year: 2024,
            id: "0-2024.json".into(),
            ..ReportRef::default()
        };
        let act = Act::note("赵", report, Target::Report, "别处写的", Default::default());
        let _ = journal.append(&[act]);
    }

    /// What a killed program or an editor leaves.
    fn torn_line(&self, dice: &mut Dice) {
        let torn: &[u8] = dice.pick(&[&b"{\"id\":\"019b"[..], b"\n\n", b"\x00\x00\x00", b"not a line\n", b"{}\n"]);
        let file = fs::OpenOptions::new().append(true).open(&self.journal);
        let _ = file.and_then(|mut file| {
            file.lock()?;
            file.write_all(torn)
        });
    }

    /// Somebody moves the journal away; the next append makes a new one.
    fn put_away(&mut self) {
        let away = self.journal.with_extension(format!("{}.old", self.put_away));
        if fs::rename(&self.journal, away).is_ok() {
            self.put_away += 1;
        }
    }

    /// Another program holds the lock for a while.
    fn hold(&self, time: Duration) {
        let Ok(file) = fs::OpenOptions::new().append(true).open(&self.journal) else { return };
        let _ = file.lock();
        std::thread::sleep(time);
    }

    /// The journal, and those that were put away.
    pub fn journals(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(self.journal.parent().unwrap()).unwrap().flatten().map(|file| file.path());
        files.filter(|path| path.extension().is_some_and(|end| end == "old" || end == "jsonl")).collect()
    }

    /// Nobody but us has written there.
    pub fn reports_are_as_left(&self) -> bool {
        self.left.iter().all(|(path, bytes)| fs::read(path).is_ok_and(|now| now == *bytes))
            && fs::read_dir(&self.reports).unwrap().flatten().all(|file| {
                let is_file = file.metadata().is_ok_and(|metadata| metadata.is_file());
                !is_file || self.left.contains_key(&file.path())
            })
    }
}

fn clear(path: &Path) {
    let _ = fs::remove_file(path);
    let _ = fs::remove_dir(path);
}
