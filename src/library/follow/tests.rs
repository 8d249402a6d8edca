//! Files are written, and what is told of them is waited for.

use std::fs;
use std::sync::mpsc::channel;
use std::thread;

use super::super::fixture::{Paper, item, paper};
use super::super::names::{Named, Names};
use super::super::{Documents, Item, Kind};
use super::*;
use crate::check::Basis;
use crate::journal::{Act, ReportRef};
use crate::report::roster::{Roster, RosterEntry};
use crate::report::{self, Head, Report, SourceLine};
use crate::words::{Describe, ZH};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// Documents are lists of parsed reports.
struct Lists;

impl Documents for Lists {
    fn kind(&self, path: &Path) -> Kind {
        if path.extension().is_some_and(|ending| ending == "txt") { Kind::Document } else { Kind::Other }
    }

    fn read(&self, _: &str, _: &[u8]) -> Result<Report, Box<dyn Describe + Send + Sync>> {
        unreachable!("all of them are read")
    }

    fn read_all(&self, _: &str, bytes: &[u8]) -> Result<Vec<Report>, Box<dyn Describe + Send + Sync>> {
        let parse = |text: &serde_json::Value| report::parse(text.to_string().as_bytes());
        let found: Vec<serde_json::Value> = serde_json::from_slice(bytes).unwrap();
        found.iter().map(parse).collect::<Result<_, _>>().map_err(|error| Box::new(error) as _)
    }

    fn lines(&self, _: &str, _: &[u8]) -> Result<Vec<SourceLine>, Box<dyn Describe + Send + Sync>> {
        Ok(Vec::new())
    }
}

/// A followed directory.
struct Trial {
    dir: tempfile::TempDir,
    requests: Sender<Request>,
    said: Receiver<Event>,
}

impl Trial {
    /// On these reports, loaded before.
    fn on(papers: &[Paper]) -> Self {
        Self::reading(papers, |_| Arc::new(Lists))
    }

    fn reading(papers: &[Paper], documents: impl Fn(&Path) -> Arc<dyn Documents + Send + Sync>) -> Self {
        Self::with(papers, documents, None)
    }

    fn with(
        papers: &[Paper],
        documents: impl Fn(&Path) -> Arc<dyn Documents + Send + Sync>,
        roster: Option<&'static Roster>,
    ) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let documents = documents(dir.path());
        let mut books = Books::default();
        for paper in papers {
            let path = dir.path().join(format!("{}.json", paper.id));
            fs::write(&path, paper.json.to_string()).unwrap();
            let lean = item(paper).body.map(|sheet| sheet.lean).ok();
            books.enter(Known { id: paper.id.as_str().into(), path, lean, stamp: None, gone: false, drawn: None });
        }
        let (requests, received) = channel();
        let (tell, said) = channel();
        let directory = Directory {
            published: None,
            root: dir.path().to_owned(),
            documents,
            basis: Basis::standard().with_roster(roster),
            words: ZH,
            poll: None,
            cancel: Arc::default(),
        };
        let began = SystemTime::now() + Duration::from_secs(1);
        let begun = Begun { began, without_published: false };
        let sender = requests.clone();
        thread::spawn(move || {
            follow(&directory, begun, books, &received, sender, &|event| drop(tell.send(event)));
        });
        let trial = Self { dir, requests, said };
        // The first look is over.
        assert!(trial.asked().arrived.is_empty());
        trial
    }

    fn write(&self, paper: &Paper) {
        fs::write(self.dir.path().join(format!("{}.json", paper.id)), paper.json.to_string()).unwrap();
    }

    #[track_caller]
    fn next(&self) -> Changes {
        loop {
            match self.said.recv_timeout(PATIENCE) {
                Ok(Event::Changed(changes)) => return changes,
                // What others show of reports is told when it is known.
                Ok(Event::Compared(_) | Event::ComparingDone { .. }) => {}
                Ok(other) => panic!("{other:?}"),
                _ => panic!("nothing was said"),
            }
        }
    }

    #[track_caller]
    fn asked(&self) -> Changes {
        self.requests.send(Request::Look).unwrap();
        let changes = self.next();
        assert!(changes.asked);
        changes
    }
}

fn ids(items: &[Item]) -> Vec<&str> {
    items.iter().map(|item| item.id.as_str()).collect()
}

fn rules(item: &Item) -> Vec<&str> {
    item.sheet().unwrap().findings.iter().map(|finding| &*finding.rule.id).collect()
}

#[test]
fn a_changed_report_is_checked_as_at_loading_and_so_is_the_year_after_it() {
    let carried = |id: &str, year: u16, out: u32| {
        let paper = paper(id, "松溪县教育局", year);
        ["natural", "total"].into_iter().fold(paper, |paper, column| {
            paper
                .set(&format!("requests/carried_out/{column}"), out.into())
                .set(&format!("requests/handled/{column}"), (5 - out).into())
                .set(&format!("requests/granted/{column}"), (5 - out).into())
        })
    };
    let trial =
        Trial::on(&[carried("old", 2023, 0), paper("new", "松溪县教育局", 2024), paper("b", "松溪县公安局", 2024)]);
    trial.write(&carried("old", 2023, 2));
    let changes = trial.next();
    assert_eq!((ids(&changes.arrived), ids(&changes.concerned)), (vec!["old"], vec!["new"]));
    assert!(rules(&changes.concerned[0]).contains(&"Y-01"), "{:?}", rules(&changes.concerned[0]));
    let sheet = changes.arrived[0].sheet().unwrap();
    assert!(sheet.texts_checked);
    assert!(
        sheet.batch.unchecked.iter().any(|entry| &*entry.rule.id == "SIM-02"),
        "what takes all reports is not known"
    );
    // Both at once: each is held against the other as it is now.
    trial.write(&carried("old", 2023, 0));
    trial.write(&paper("new", "松溪县教育局", 2024).set("requests/new/other", 1.into()));
    let mut arrived = Vec::new();
    while arrived.len() < 2 {
        arrived.extend(trial.next().arrived);
    }
    let new = arrived.iter().rfind(|item| &*item.id == "new").unwrap();
    assert!(!rules(new).contains(&"Y-01") && rules(new).contains(&"T3-01"), "{:?}", rules(new));
    fs::remove_file(trial.dir.path().join("old.json")).unwrap();
    let changes = trial.next();
    assert_eq!((changes.gone[0].as_str(), ids(&changes.concerned)), ("old", vec!["new"]));
}

#[test]
fn a_report_of_merged_agencies_is_held_against_all_of_them_after_a_change_too() {
    let heir = RosterEntry {
        name: "松溪县商务局".into(),
        predecessors: vec!["松溪县招商局".into()],
        ..RosterEntry::default()
    };
    let roster: &Roster = Box::leak(Box::new(Roster::of(vec![heir])));
    let now = paper("now", "松溪县商务局", 2024);
    let papers = [now, paper("own", "松溪县商务局", 2023), paper("other", "松溪县招商局", 2023)];
    let trial = Trial::with(&papers, |_| Arc::new(Lists), Some(roster));
    let [now, _, other] = papers;
    trial.write(&now.set("requests/new/other", 1.into()));
    let arrived = trial.next().arrived;
    assert!(rules(&arrived[0]).contains(&"Y-09"), "{:?}", rules(&arrived[0]));
    trial.write(&other.set("requests/new/other", 1.into()));
    let again = |changes: &Changes| {
        let now = changes.concerned.iter().find(|item| &*item.id == "now").unwrap();
        rules(now).contains(&"Y-09")
    };
    let changes = trial.next();
    assert_eq!(ids(&changes.arrived), ["other"]);
    assert!(again(&changes));
    // Whether it was this year is told by who reports: with the other there, it was not.
    trial.write(&paper("late", "松溪县招商局", 2024));
    let changes = trial.next();
    assert_eq!(ids(&changes.arrived), ["late"]);
    assert!(!again(&changes));
}

#[test]
fn what_is_replaced_is_no_loss_and_what_comes_back_the_same_is_nothing() {
    let trial = Trial::on(&[paper("a", "甲", 2024)]);
    let path = trial.dir.path().join("a.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::remove_file(&path).unwrap();
    fs::write(&path, &text).unwrap();
    let changes = trial.next();
    assert_eq!((ids(&changes.arrived), changes.gone.len()), (vec!["a"], 0));
    let aside = trial.dir.path().join(".aside");
    fs::rename(&path, &aside).unwrap();
    fs::rename(&aside, &path).unwrap();
    assert!(trial.asked().arrived.is_empty(), "the same file");
}

#[test]
fn a_directory_that_is_away_has_not_lost_its_files() {
    let trial = Trial::on(&[paper("a", "甲", 2024)]);
    let (root, away) = (trial.dir.path().to_owned(), trial.dir.path().with_extension("away"));
    fs::rename(&root, &away).unwrap();
    trial.requests.send(Request::Everything).unwrap();
    let changes = trial.asked();
    fs::rename(&away, &root).unwrap();
    assert!(changes.gone.is_empty() && changes.arrived.is_empty());
}

#[test]
fn links_and_hidden_files_are_passed_over_as_in_loading() {
    let trial = Trial::on(&[]);
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("x.json"), paper("x", "甲", 2024).json.to_string()).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(outside.path().join("x.json"), trial.dir.path().join("link.json")).unwrap();
        std::os::unix::fs::symlink(outside.path(), trial.dir.path().join("linked")).unwrap();
        trial.requests.send(Request::Touched(vec![trial.dir.path().join("linked/x.json")])).unwrap();
    }
    fs::write(trial.dir.path().join(".a.json"), "{}").unwrap();
    assert!(trial.asked().arrived.is_empty());
    trial.write(&paper("b", "乙", 2024));
    assert_eq!(ids(&trial.next().arrived), ["b"]);
}

fn list(trial: &Trial, name: &str, papers: &[Paper]) {
    let reports: Vec<_> = papers.iter().map(|paper| &paper.json).collect();
    fs::write(trial.dir.path().join(name), serde_json::to_string(&reports).unwrap()).unwrap();
}

#[test]
fn a_file_that_comes_to_have_two_reports_has_two_entries_and_one_again_when_it_has_one() {
    let trial = Trial::on(&[]);
    let (one, two) = (|| paper("", "松溪县教育局", 2023), || paper("", "松溪县教育局", 2024));
    list(&trial, "a.txt", &[one()]);
    assert_eq!(ids(&trial.next().arrived), ["a.txt"]);
    list(&trial, "a.txt", &[one(), two()]);
    let changes = trial.next();
    assert_eq!((ids(&changes.arrived), changes.gone.len()), (vec!["a.txt", "a.txt#2"], 0));
    assert_eq!(changes.arrived[1].sheet().unwrap().lean.head.year, 2024);
    list(&trial, "a.txt", &[two()]);
    let changes = trial.next();
    assert_eq!((ids(&changes.arrived), changes.gone.len()), (vec!["a.txt"], 1));
    assert_eq!(changes.gone[0].as_str(), "a.txt#2");
    list(&trial, "a.txt", &[one(), two(), one()]);
    assert_eq!(ids(&trial.next().arrived), ["a.txt", "a.txt#2", "a.txt#3"]);
    fs::remove_file(trial.dir.path().join("a.txt")).unwrap();
    let mut gone: Vec<String> = trial.next().gone.iter().map(ToString::to_string).collect();
    gone.sort();
    assert_eq!(gone, ["a.txt", "a.txt#2", "a.txt#3"]);
}

/// The report that acts speak of.
fn reference(id: &str, head: &Head) -> ReportRef {
    let key = head.agency.key();
    let (agency, region) = (key.name.clone(), key.region.to_vec());
    ReportRef { agency, region, year: head.year, id: id.into(), sha256: None }
}

#[test]
fn a_report_is_read_and_checked_again_under_the_name_that_it_was_given() {
    let names = Arc::new(Names::default());
    let shared = Arc::clone(&names);
    let trial = Trial::reading(
        &[paper("a", "未具名·0123abcd", 2024), paper("next", "松溪县教育局", 2025)],
        move |_| Arc::new(Named { inner: Arc::new(Lists), names: Arc::clone(&shared) }),
    );
    let unnamed = item(&paper("a", "未具名·0123abcd", 2024));
    let report = reference("a", &unnamed.sheet().unwrap().lean.head);
    let mut reads = vec![trial.dir.path().join("a.json")];
    names.set(vec![Act::name("li", report, Some("松溪县教育局"))]);
    trial.requests.send(Request::Named(reads.clone())).unwrap();
    let changes = trial.next();
    assert_eq!((ids(&changes.renamed), changes.arrived.len()), (vec!["a"], 0));
    let agency = &changes.renamed[0].sheet().unwrap().lean.head.agency;
    assert_eq!((agency.name.as_str(), agency.key().name.as_str()), ("松溪县教育局", "未具名·0123abcd"));
    // Taken back; a file that is not there is nothing.
    names.set(Vec::new());
    reads.push(trial.dir.path().join("nowhere.json"));
    trial.requests.send(Request::Named(reads)).unwrap();
    let changes = trial.next();
    assert_eq!(ids(&changes.renamed), ["a"]);
    assert!(changes.renamed[0].sheet().unwrap().lean.head.agency.is_unnamed());
}

/// What others show of each report, as it is told next.
#[track_caller]
fn compared(trial: &Trial) -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    loop {
        match trial.said.recv_timeout(PATIENCE).expect("it is told") {
            Event::Compared(reports) => all.extend(reports),
            Event::ComparingDone { .. } => break,
            _ => {}
        }
    }
    let rules = |outcome: crate::check::Outcome| {
        let mut rules: Vec<String> = outcome.findings.iter().map(|finding| finding.rule.id.to_string()).collect();
        rules.sort_unstable();
        rules.dedup();
        rules
    };
    all.into_iter().map(|(id, outcome)| (id.to_string(), rules(outcome))).collect()
}

#[test]
fn after_a_change_all_are_compared_again_behind_it() {
    let trial = Trial::on(&[]);
    let text = "本年度建立了公开清单，逐项核对办理时限，并由专人登记每一件申请的去向；夜间值守人员负责当日汇总。";
    let with = |id: &str, agency: &str, text: &str| {
        let sections = serde_json::json!([{ "number": 1, "heading": "一、总体情况", "text": text.repeat(4) }]);
        paper(id, agency, 2024).with("sections", sections)
    };
    trial.write(&with("a", "松溪县教育局", text));
    trial.write(&with("b", "松溪县公安局", text));
    trial.write(&paper("c", "松溪县水务局", 2024));
    let found = |report: usize, all: &[(String, Vec<String>)]| all[report].1.contains(&"SIM-02".to_owned());
    let mut all = compared(&trial);
    while all.len() < 3 {
        // Not all were read at once.
        all = compared(&trial);
    }
    assert_eq!([0, 1, 2].map(|report| found(report, &all)), [true, true, false], "{all:?}");
    trial.write(&with("b", "松溪县公安局", "渔汛公告张贴位置偏僻，老人看不到，等到潮水退了才有人捎来口信。"));
    let all = compared(&trial);
    assert!(!found(0, &all) && !found(1, &all), "the one that did not change is told too: {all:?}");
    trial.write(&paper("d", "松溪县水务局", 2024).set("disclosure/penalties/decisions", 7.into()));
    let all = compared(&trial);
    let twice = |report: usize| all[report].1.contains(&"DOC-09".to_owned());
    assert_eq!([1, 2, 3].map(twice), [false, true, true], "{all:?}");
    fs::remove_file(trial.dir.path().join("d.json")).unwrap();
    let all = compared(&trial);
    assert!(all.len() == 3 && !all[2].1.contains(&"DOC-09".to_owned()), "{all:?}");
    // Nobody is told that nothing has changed before all is told.
    trial.write(&with("b", "松溪县公安局", text));
    assert_eq!(ids(&trial.next().arrived), ["b"]);
    trial.requests.send(Request::Look).unwrap();
    assert!(found(0, &compared(&trial)));
    assert!(trial.next().asked);
}
