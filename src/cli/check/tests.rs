//! List, open report, preview, overview and `gouji check` say the same of every report: of whatever kind of file, after
//! loading, and after its file, another's, or the name of its agency has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::*;
use crate::check::{Basis, Finding, Listed, Unchecked, id};
use crate::journal::Act;
use crate::library::fixture::{Paper, paper};
use crate::library::names::{Named, Names};
use crate::library::{Directory, Documents, Event, Item, Kind, Request, listing, session, survey};
use crate::read::{self, Format, ReadError};
use crate::report::roster::{Roster, RosterEntry};
use crate::report::{Agency, Head, Report, SourceLine};
use crate::tui::fixture::{Desk, reference};
use crate::tui::model::{chip::Chip, seen};
use crate::tui::msg::{Effect, Msg};
use crate::tui::overlay::overview::{self, Overview};

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
enum Change {
    /// A file is there, or is another.
    Write(String, Vec<u8>),
    /// A file is not there any more.
    Remove(String),
    /// A reviewer names the agency of a report.
    Name(&'static str, &'static str),
}

/// What is said of a report, and may not be missed: its id, a rule, and whether it is broken.
type Must = (&'static str, &'static str, bool);

/// A directory, and what happens to it one after the other.
#[derive(Default)]
struct Case {
    files: Vec<(String, Vec<u8>)>,
    roster: Vec<RosterEntry>,
    must: Vec<Must>,
    steps: Vec<(Vec<Change>, Vec<Must>)>,
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

    /// Does everybody say the same? What only a look at all reports shows is not known of what came in since: with
    /// `alone`, only what a report and the year before show is compared.
    fn agree(&mut self, must: &[Must], alone: bool) {
        let basis = self.directory.basis.clone();
        let skipped: BTreeSet<&str> =
            survey::not_since(&basis).iter().filter(|_| alone).map(|entry| &*entry.rule.id).collect();
        let (root, documents) = (self.directory.root.clone(), Arc::clone(&self.directory.documents));
        let mut unreadable = BTreeSet::new();
        let mut batch = Batch::new(&*documents, basis);
        batch.add(&root, &mut |path, _| {
            unreadable.insert(listing::id(&root, path).to_string());
        });
        let all = batch.check();
        let reports: BTreeMap<String, &Checked> =
            all.iter().filter(|report| report.is_there()).map(|report| (report.id.to_string(), report)).collect();
        let said = Said { reports, skipped };
        for (report, rule, broken) in must {
            let found = said.reports[*report].outcome.findings.iter().any(|finding| &*finding.rule.id == *rule);
            assert_eq!(found, *broken, "{report}: {rule}");
        }
        self.list(&said, &unreadable);
        if !alone {
            let heads = all.iter().filter(|report| !report.is_there()).map(|report| &report.lean.head);
            assert_eq!(self.desk.model.missing().collect::<Vec<_>>(), heads.collect::<Vec<_>>(), "who is missing");
        }
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
            assert_eq!(said.listed(&sheet.findings), said.listed(&expected), "list: {}", item.id);
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
        let overview = Overview::of(&model.list, &model.library, &model.marks);
        let groups = overview.groups.iter().filter(|group| group.kind == overview::BarKind::Rule);
        let counted = groups.flat_map(|group| &group.bars).filter_map(|bar| match &bar.chip {
            Some(Chip::Rule(rule)) => Some((&*rule.id, bar.findings)),
            _ => None,
        });
        let is_told = |(rule, _): &(&str, usize)| !said.skipped.contains(rule);
        let counted: BTreeMap<&str, usize> = counted.filter(is_told).collect();
        let expected: BTreeMap<&str, usize> = expected.into_iter().filter(is_told).collect();
        assert_eq!(counted, expected, "overview");
    }

    /// The report under the cursor: beside the list, and opened.
    fn preview_and_report(&mut self, said: &Said<'_>) {
        let preview = said.findings(&self.desk.model.preview.findings);
        self.desk.keys("enter");
        assert!(self.desk.model.open.is_some(), "{}: {:?}", self.desk.notice(), self.desk.model.overlay);
        let open = self.desk.open();
        let item = self.desk.model.library.get(open.item).unwrap();
        let (id, sheet) = (item.id.to_string(), item.sheet().unwrap());
        let report = said.reports[&id];
        let expected = said.findings(&report.outcome.findings);
        assert_eq!(said.findings(&open.outcome.findings), expected, "open: {id}");
        assert_eq!(said.gaps(&open.outcome.unchecked), said.gaps(&report.outcome.unchecked), "open: {id}");
        assert_eq!(open.blocks, report.localisation, "open: {id}");
        assert!(preview.iter().all(|finding| expected.contains(finding)), "preview: {id}: {preview:#?}");
        let of_numbers = report.outcome.findings.iter().filter(|finding| is_of_numbers(finding));
        let of_numbers = said.findings(&of_numbers.cloned().collect::<Vec<_>>());
        assert!(of_numbers.iter().all(|finding| preview.contains(finding)), "preview: {id}: {of_numbers:#?}");
        for finding in open.outcome.findings.iter().filter(|finding| said.is_told(&finding.rule.id)) {
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
    /// These rules are not compared.
    skipped: BTreeSet<&'a str>,
}

impl Said<'_> {
    fn is_told(&self, rule: &str) -> bool {
        !self.skipped.contains(rule)
    }

    fn findings(&self, findings: &[Finding]) -> Vec<String> {
        let told = findings.iter().filter(|finding| self.is_told(&finding.rule.id));
        sorted(told.map(|finding| format!("{finding:?}")))
    }

    fn listed(&self, findings: &[Listed]) -> Vec<String> {
        let told = findings.iter().filter(|finding| self.is_told(&finding.rule.id));
        sorted(told.map(|finding| format!("{finding:?}")))
    }

    fn gaps(&self, unchecked: &[Unchecked]) -> Vec<String> {
        let told = unchecked.iter().filter(|gap| self.is_told(&gap.rule.id));
        sorted(told.map(|gap| format!("{} {:?} {:?}", gap.rule.id, gap.place, gap.reason)))
    }
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

fn agree(case: Case) -> (usize, usize) {
    let Case { files, roster, must, steps } = case;
    let mut trial = Trial::on(&files, roster);
    trial.agree(&must, false);
    for (changes, must) in steps {
        changes.iter().for_each(|change| trial.change(change));
        trial.look();
        trial.agree(&must, true);
    }
    trial.opened
}

/// A paper in a file of its own.
fn file(paper: Paper) -> (String, Vec<u8>) {
    (format!("{}.json", paper.id), paper.json.to_string().into_bytes())
}

fn written(paper: Paper) -> Change {
    let (name, bytes) = file(paper);
    Change::Write(name, bytes)
}

fn removed(name: &str) -> Change {
    Change::Remove(name.to_owned())
}

fn data(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// A parsed report of the repository with another value at a place.
fn changed(name: &str, place: &str, value: Value) -> Vec<u8> {
    let mut json: Value = serde_json::from_slice(&data(name)).unwrap();
    *json.pointer_mut(place).unwrap() = value;
    json.to_string().into_bytes()
}

/// Five requests, of which so many are carried over to the next year.
fn carried(id: &str, agency: &str, year: u16, out: u32) -> Paper {
    ["natural", "total"].into_iter().fold(paper(id, agency, year), |paper, column| {
        paper
            .set(&format!("requests/carried_out/{column}"), out.into())
            .set(&format!("requests/handled/{column}"), (5 - out).into())
            .set(&format!("requests/granted/{column}"), (5 - out).into())
    })
}

#[test]
fn of_the_sample_data() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let entries = walkdir::WalkDir::new(&root).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file() && entry.depth() > 1).map(|entry| {
        let name = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        (name, fs::read(entry.path()).unwrap())
    });
    let [one, two, three] = ["01", "02", "03"].map(|number| format!("reports/2024/0100-{number}.json"));
    let [first, third] = [&one, &three].map(|name| format!("sample-data/{name}"));
    let steps = vec![
        (vec![Change::Write(one, changed(&first, "/tables/requests/carried_out/total", json!(77)))], vec![]),
        (vec![removed(&two), Change::Write(three, changed(&third, "/agency/name", json!("骐昌市教育体育局")))], vec![]),
    ];
    let (opened, located) = agree(Case { files: files.collect(), steps, ..Case::default() });
    assert!(opened > 180 && located > 30, "{opened} opened, {located} with cells behind what is broken");
}

#[test]
fn of_documents_of_several_formats() {
    let zoo = |name: &str| data(&format!("tests/data/zoo/{name}"));
    // What the year before carried over is what came over.
    let before = |total: Option<u32>| {
        let mut json: Value = serde_json::from_slice(&zoo("harbour/truth.json")).unwrap();
        json["year"] = json!(2023);
        json["agency"]["region"] = json!(["溪州市"]);
        let requests = &mut json["tables"]["requests"];
        requests["carried_out"] = requests["carried_in"].clone();
        if let Some(total) = total {
            requests["carried_out"]["total"] = json!(total);
        }
        json.to_string().into_bytes()
    };
    let files = vec![
        ("港口/2024.docx".to_owned(), zoo("harbour/office.docx")),
        ("港口/2023.json".to_owned(), before(None)),
        ("青阜.html".to_owned(), zoo("hills/page.html")),
        ("水文.txt".to_owned(), zoo("trial/pandoc-plain.txt")),
        ("坏.txt".to_owned(), "这不是年报".into()),
    ];
    let steps = vec![
        (
            vec![
                Change::Write("港口/2023.json".to_owned(), before(Some(77))),
                Change::Write("青阜.html".to_owned(), zoo("hills/mammoth.html")),
            ],
            vec![("港口/2024.docx", "Y-01", true)],
        ),
        (
            vec![removed("港口/2024.docx"), Change::Write("港口/2024.rtf".to_owned(), zoo("harbour/office.rtf"))],
            vec![("港口/2024.rtf", "Y-01", true)],
        ),
        (vec![Change::Write("坏.txt".to_owned(), zoo("trial/office.txt")), removed("水文.txt")], vec![]),
    ];
    agree(Case { files, steps, must: vec![("港口/2024.docx", "Y-01", false)], ..Case::default() });
}

#[test]
fn where_agencies_were_merged_or_split() {
    let entry = |name: &str, predecessors: &[&str]| RosterEntry {
        name: name.into(),
        predecessors: predecessors.iter().map(|name| (*name).into()).collect(),
        ..RosterEntry::default()
    };
    let papers = [
        paper("now", "松溪县商务局", 2024).set("requests/carried_in/natural", json!(1)),
        paper("own", "松溪县商务局", 2023),
        paper("other", "松溪县招商局", 2023),
        paper("east", "松溪县东区", 2024),
        paper("whole", "松溪县开发区", 2023),
    ];
    let roster = vec![
        entry("松溪县商务局", &["松溪县招商局"]),
        entry("松溪县招商局", &[]),
        entry("松溪县东区", &["松溪县开发区"]),
        entry("松溪县西区", &["松溪县开发区"]),
    ];
    let steps = vec![
        // What the year before says of a predecessor counts as much as what it says of the agency itself.
        (vec![written(carried("other", "松溪县招商局", 2023, 2))], vec![("now", "Y-09", true)]),
        (vec![written(paper("late", "松溪县招商局", 2024))], vec![("now", "Y-09", false)]),
        (vec![removed("late.json"), removed("own.json")], vec![]),
        (vec![written(paper("west", "松溪县西区", 2024)), removed("whole.json")], vec![]),
    ];
    agree(Case { files: papers.map(file).into(), roster, must: vec![("now", "Y-09", true)], steps });
}

#[test]
fn of_what_is_likely_an_error_of_our_reading() {
    let values = [
        ("requests/new", ["natural", "business", "total"]),
        ("requests/granted", ["business", "research", "total"]),
        ("requests/handled", ["natural", "business", "total"]),
    ];
    let doubt = json!([
        { "kind": "chosen-values", "cell": "requests/granted/natural", "message": "按勾稽关系选取", "line": 97 }
    ]);
    // A row that is shifted, in which reading left a doubt.
    let shifted = || {
        let mut report = paper("a", "松溪县教育局", 2024).with("remarks", doubt.clone());
        for column in ["natural", "business", "research", "total"] {
            report = report.set(&format!("requests/granted/{column}"), 0.into());
        }
        for (row, columns) in values {
            for (column, value) in columns.into_iter().zip([12, 3, 15]) {
                report = report.set(&format!("{row}/{column}"), value.into());
            }
        }
        report
    };
    let steps = vec![
        (vec![written(paper("a", "松溪县教育局", 2024))], vec![("a", "EXT-02", false)]),
        (vec![written(shifted())], vec![("a", "EXT-02", true)]),
    ];
    agree(Case { files: vec![file(shifted())], must: vec![("a", "EXT-02", true)], steps, ..Case::default() });
}

#[test]
fn of_versions_and_of_several_reports_for_one_year() {
    let version = |id: &str, year: u16, version: u32, out: u32| {
        carried(id, "松溪县教育局", year, out).with("version", json!(version))
    };
    let files = vec![
        file(version("2023/1", 2023, 1, 2)),
        file(version("2023/2", 2023, 2, 0)),
        file(paper("2024", "松溪县教育局", 2024)),
        // Of two without a version the first by id counts, whichever is read first.
        file(carried("z", "松溪县公安局", 2023, 2)),
        file(carried("y", "松溪县公安局", 2023, 0)),
        file(paper("x", "松溪县公安局", 2024)),
    ];
    let steps = vec![
        (vec![written(version("2023/3", 2023, 3, 3))], vec![("2024", "Y-01", true)]),
        // Read again, it is no later than the other for that.
        (vec![written(carried("y", "松溪县公安局", 2023, 1))], vec![("x", "Y-01", true)]),
        (vec![written(carried("y", "松溪县公安局", 2023, 0))], vec![("x", "Y-01", false)]),
        (vec![removed("2023/3.json"), removed("y.json")], vec![("2024", "Y-01", false), ("x", "Y-01", true)]),
    ];
    agree(Case { files, must: vec![("2024", "Y-01", false), ("x", "Y-01", false)], steps, ..Case::default() });
}

#[test]
fn under_the_name_that_a_reviewer_has_given() {
    // The name says where the agency lies.
    let placed = |paper: Paper| {
        let name = paper.json["agency"]["name"].as_str().unwrap().to_owned();
        let region = Agency::of_name(&name).region;
        file(paper.with("agency", json!({ "name": name, "region": region })))
    };
    let write = |paper: Paper| {
        let (name, bytes) = placed(paper);
        Change::Write(name, bytes)
    };
    let files = vec![
        file(paper("unnamed", "未具名·0123abcd", 2024)),
        placed(carried("before", "松溪县教育局", 2023, 2)),
        placed(paper("other", "松溪县公安局", 2024)),
    ];
    let steps = vec![
        (vec![Change::Name("unnamed", "松溪县教育局")], vec![("unnamed", "Y-01", true)]),
        (vec![write(carried("before", "松溪县教育局", 2023, 0))], vec![("unnamed", "Y-01", false)]),
        (
            vec![write(carried("other", "松溪县教育局", 2023, 2)), removed("before.json")],
            vec![("unnamed", "Y-01", true)],
        ),
    ];
    agree(Case { files, must: vec![("unnamed", "Y-01", false)], steps, ..Case::default() });
}
