//! A directory that changes, and all who say something about its reports.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::check::{Basis, Finding, Listed, Unchecked, id};
use crate::journal::Act;
use crate::library::names::{Named, Names};
use crate::library::{Batch, Checked, Directory, Documents, Event, Item, Kind, Request, listing, session};
use crate::read::{self, Format, ReadError};
use crate::report::roster::{Roster, RosterEntry};
use crate::report::{Head, Report, SourceLine};
use crate::tui::fixture::{Desk, reference};
use crate::tui::model::{chip::Chip, seen};
use crate::tui::msg::{Effect, Msg};
use crate::tui::overlay::overview::{self, Overview};
use crate::words::{Describe, Lang};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Reads documents in this process: a test cannot be its own helper.
struct Direct(Option<&'static Roster>);

impl Documents for Direct {
    fn kind(&self, path: &Path) -> Kind {
        if Format::of_name(path).is_some() { Kind::Document } else { Kind::Other }
    }

    fn read(&self, name: &str, bytes: &[u8]) -> Result<Report, Box<dyn Describe + Send + Sync>> {
        self.read_all(name, bytes)?.into_iter().next().ok_or_else(|| Box::new(ReadError::NothingFound) as _)
    }

    fn read_all(&self, name: &str, bytes: &[u8]) -> Result<Vec<Report>, Box<dyn Describe + Send + Sync>> {
        read::read_all(name, bytes).map_err(|error| Box::new(error) as _)
    }

    fn lines(&self, _: &str, _: &[u8]) -> Result<Vec<SourceLine>, Box<dyn Describe + Send + Sync>> {
        Ok(Vec::new())
    }

    fn settle(&self, _: &Path, head: &mut Head) {
        if let Some(roster) = self.0 {
            let _ = roster.settle(&mut head.agency);
        }
    }
}

/// What happens to a directory.
pub(super) enum Change {
    /// A file is there, or is another.
    Write(String, Vec<u8>),
    /// A file is not there any more.
    Remove(String),
    /// A reviewer names the agency of a report.
    Name(&'static str, &'static str),
}

/// What is said of a report, and may not be missed: its id, a rule, and whether it is broken.
pub(super) type Must = (&'static str, &'static str, bool);

/// A directory, and what happens to it one after the other.
#[derive(Default)]
pub(super) struct Case {
    pub(crate) files: Vec<(String, Vec<u8>)>,
    pub(crate) roster: Vec<RosterEntry>,
    pub(crate) must: Vec<Must>,
    pub(crate) steps: Vec<(Vec<Change>, Vec<Must>)>,
}

/// A desk on a directory that is loaded, checked and followed as the program does it.
struct Trial {
    dir: tempfile::TempDir,
    directory: Directory,
    names: Arc<Names>,
    look: Sender<Request>,
    told: Receiver<Event>,
    desk: Desk,
    /// How many reports were opened, and how many of them had cells behind broken relations.
    opened: (usize, usize),
}

impl Trial {
    fn on(files: &[(String, Vec<u8>)], roster: Vec<RosterEntry>) -> Self {
        let dir = tempfile::tempdir().unwrap();
        files.iter().for_each(|(name, bytes)| write(dir.path(), name, bytes));
        let roster: Option<&Roster> =
            if roster.is_empty() { None } else { Some(Box::leak(Box::new(Roster::of(roster)))) };
        let names = Arc::new(Names::default());
        names.set(Vec::new());
        let documents = Arc::new(Named { inner: Arc::new(Direct(roster)), names: Arc::clone(&names) });
        let directory = Directory {
            published: None,
            root: dir.path().to_owned(),
            documents,
            basis: Basis::standard().with_roster(roster),
            words: Lang::Zh.words(),
            poll: None,
            cancel: Arc::default(),
        };
        let ((look, requests), (tell, told)) = (channel(), channel());
        let (known, sender, of) = (Arc::clone(&names), look.clone(), directory.clone());
        thread::spawn(move || session::run(&of, &known, sender, &requests, &|event| drop(tell.send(event))));
        let desk = Desk::on(directory.clone(), 160, 50);
        let mut trial = Self { dir, directory, names, look, told, desk, opened: (0, 0) };
        while !matches!(trial.take(), Taken::Checked) {}
        // Until a key is pressed, the cursor stays on the first line.
        trial.desk.keys("down up");
        trial
    }

    /// What is told next.
    fn take(&mut self) -> Taken {
        let event = self.told.recv_timeout(PATIENCE).unwrap();
        let taken = match &event {
            Event::CheckingDone { .. } => Taken::Checked,
            Event::Changed(changes) if changes.asked => {
                let some = [&changes.arrived, &changes.renamed].iter().any(|items| !items.is_empty());
                if some || !changes.gone.is_empty() { Taken::Something } else { Taken::Nothing }
            }
            _ => Taken::More,
        };
        self.desk.take(Msg::from(event));
        taken
    }

    /// Looks until there is nothing new.
    fn look(&mut self) {
        loop {
            self.look.send(Request::Look).unwrap();
            let taken = loop {
                match self.take() {
                    Taken::More => {}
                    taken => break taken,
                }
            };
            if matches!(taken, Taken::Nothing) {
                return;
            }
        }
    }

    fn change(&mut self, change: &Change) {
        match change {
            Change::Write(name, bytes) => write(self.dir.path(), name, bytes),
            Change::Remove(name) => fs::remove_file(self.dir.path().join(name)).unwrap(),
            Change::Name(id, name) => {
                let sheet = self.desk.model.library.sheet(self.desk.item(id)).unwrap();
                let act = Act::name("li", reference(id, &sheet.lean), Some(name));
                self.desk.hear(vec![act]);
                for effect in self.desk.effects() {
                    if let Effect::Names(acts, paths) = effect {
                        self.names.set(acts);
                        self.look.send(Request::Named(paths)).unwrap();
                    }
                }
            }
        }
    }

    /// Does everybody say the same?
    fn agree(&mut self, must: &[Must]) {
        let basis = self.directory.basis.clone();
        let (root, documents) = (self.directory.root.clone(), Arc::clone(&self.directory.documents));
        let mut unreadable = BTreeSet::new();
        let running = AtomicBool::new(false);
        let mut batch = Batch::new(&*documents, basis, &running);
        batch.add(&root, &|_, _| (), &mut |path, _| {
            unreadable.insert(listing::id(&root, path).to_string());
        });
        let all = batch.check();
        let reports: BTreeMap<String, &Checked> =
            all.iter().filter(|report| report.is_there()).map(|report| (report.id.to_string(), report)).collect();
        let said = Said { reports };
        for (report, rule, broken) in must {
            let found = said.reports[*report].outcome.findings.iter().any(|finding| &*finding.rule.id == *rule);
            assert_eq!(found, *broken, "{report}: {rule}");
        }
        self.list(&said, &unreadable);
        let heads = all.iter().filter(|report| !report.is_there()).map(|report| &report.lean.head);
        assert_eq!(self.desk.model.missing().collect::<Vec<_>>(), heads.collect::<Vec<_>>(), "who is missing");
        self.overview(&said);
        for year in self.desk.model.library.years() {
            self.desk.model.list.year = Some(year);
            self.relisted();
            for item in self.desk.model.list.visible.clone() {
                if self.desk.model.library.sheet(item).is_some() {
                    self.desk.model.list.select(item);
                    self.relisted();
                    assert_eq!(self.desk.model.list.current(), Some(item));
                    self.preview_and_report(&said);
                }
            }
        }
        self.desk.model.list.year = None;
        self.relisted();
    }

    fn relisted(&mut self) {
        self.desk.model.stale.list = true;
        self.desk.resize(160, 50);
    }

    fn list(&self, said: &Said<'_>, unreadable: &BTreeSet<String>) {
        let library = &self.desk.model.library;
        let there = library.in_order().iter().copied().filter(|&item| !library.is_gone(item));
        // Whoever has not reported has a line, and no file.
        let there = there.filter(|&item| library.absent(item).is_none());
        let items: Vec<&Item> = there.filter_map(|item| library.get(item)).collect();
        let ids = |items: &[&Item]| items.iter().map(|item| item.id.to_string()).collect::<BTreeSet<_>>();
        let (read, not): (Vec<&Item>, Vec<&Item>) = items.into_iter().partition(|item| item.body.is_ok());
        assert_eq!(ids(&read), said.reports.keys().cloned().collect());
        assert_eq!(ids(&not), *unreadable);
        for item in read {
            let sheet = item.sheet().unwrap();
            let report = said.reports[item.id.as_str()];
            assert_eq!(sheet.lean.head, report.lean.head, "{}", item.id);
            let expected = Listed::all(&report.outcome.findings);
            assert_eq!(listed(&sheet.findings), listed(&expected), "list: {}", item.id);
        }
    }

    fn overview(&self, said: &Said<'_>) {
        let model = &self.desk.model;
        let mut expected: BTreeMap<&str, usize> = BTreeMap::new();
        for item in model.list.base().iter().filter_map(|&item| model.library.get(item)) {
            let report = said.reports.get(item.id.as_str());
            let findings = report.iter().flat_map(|report| &report.outcome.findings);
            findings.for_each(|finding| *expected.entry(&finding.rule.id).or_default() += 1);
        }
        let overview = Overview::of(&model.list, &model.library, &model.journal.marks, None);
        let groups = overview.groups.iter().filter(|group| group.kind == overview::BarKind::Rule);
        let counted = groups.flat_map(|group| &group.bars).filter_map(|bar| match &bar.chip {
            Some(Chip::Rule(rule)) => Some((&*rule.id, bar.findings)),
            _ => None,
        });
        let counted: BTreeMap<&str, usize> = counted.collect();
        assert_eq!(counted, expected, "overview");
    }

    /// The report under the cursor: beside the list, and opened.
    fn preview_and_report(&mut self, said: &Said<'_>) {
        let preview = findings(&self.desk.model.preview.findings);
        self.desk.keys("enter");
        assert!(self.desk.model.open.is_some(), "{}: {:?}", self.desk.notice(), self.desk.model.overlay);
        let open = self.desk.open();
        let item = self.desk.model.library.get(open.item).unwrap();
        let (id, sheet) = (item.id.to_string(), item.sheet().unwrap());
        let report = said.reports[&id];
        let expected = findings(&report.outcome.findings);
        assert_eq!(findings(open.all_findings()), expected, "open: {id}");
        assert_eq!(gaps(&open.outcome.unchecked), gaps(&report.outcome.unchecked), "open: {id}");
        assert_eq!(open.blocks, report.localisation, "open: {id}");
        assert!(preview.iter().all(|finding| expected.contains(finding)), "preview: {id}: {preview:#?}");
        let of_numbers = report.outcome.findings.iter().filter(|finding| is_of_numbers(finding));
        let of_numbers = findings(&of_numbers.cloned().collect::<Vec<_>>());
        assert!(of_numbers.iter().all(|finding| preview.contains(finding)), "preview: {id}: {of_numbers:#?}");
        for finding in open.all_findings() {
            let seen = seen::of_named(&finding.fingerprint.to_string(), sheet);
            assert_eq!(seen, seen::of_finding(finding, &sheet.lean), "{id}: {}", finding.rule.id);
        }
        self.opened.0 += 1;
        self.opened.1 += usize::from(!open.blocks.is_empty());
        while self.desk.model.open.is_some() {
            self.desk.keys("esc");
        }
    }
}

/// What was told.
enum Taken {
    /// Something by itself.
    More,
    /// Everything is checked.
    Checked,
    /// An answer: there was something new.
    Something,
    /// An answer: there was nothing new.
    Nothing,
}

/// What the command says.
struct Said<'a> {
    reports: BTreeMap<String, &'a Checked>,
}

fn findings<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<String> {
    sorted(findings.into_iter().map(|finding| format!("{finding:?}")))
}

fn listed(findings: &[Listed]) -> Vec<String> {
    sorted(findings.iter().map(|finding| format!("{finding:?}")))
}

fn gaps(unchecked: &[Unchecked]) -> Vec<String> {
    sorted(unchecked.iter().map(|gap| format!("{} {:?} {:?}", gap.rule.id, gap.place, gap.reason)))
}

fn sorted(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines: Vec<String> = lines.collect();
    lines.sort_unstable();
    lines
}

/// Equations, and what is held against the year before, take no text.
fn is_of_numbers(finding: &Finding) -> bool {
    finding.rule.equation || [id::Y_01, id::Y_09].iter().any(|rule| finding.rule.is(*rule))
}

fn write(root: &Path, name: &str, bytes: &[u8]) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Does everybody say the same, after loading and after each step? How many reports were opened, and how many of them had
/// cells behind broken relations.
pub(super) fn agree(case: Case) -> (usize, usize) {
    let Case { files, roster, must, steps } = case;
    let mut trial = Trial::on(&files, roster);
    trial.agree(&must);
    for (changes, must) in steps {
        changes.iter().for_each(|change| trial.change(change));
        trial.look();
        trial.agree(&must);
    }
    trial.opened
}
