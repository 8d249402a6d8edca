//! The thread without a desk: files are written, and what it says is waited for.

use std::fs;
use std::sync::mpsc::channel;
use std::thread;

use super::*;
use crate::report::load::Kind;
use crate::report::{Report, SourceLine};
use crate::tui::fixture::{Paper, item, paper};
use crate::words::{Describe, ZH};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// Parsed reports only.
struct NoDocuments;

impl Documents for NoDocuments {
    fn kind(&self, _: &Path) -> Kind {
        Kind::Other
    }

    fn read(&self, _: &str, _: &[u8]) -> Result<Report, Box<dyn Describe + Send + Sync>> {
        unreachable!("nothing else is read")
    }

    fn lines(&self, _: &str, _: &[u8]) -> Result<Vec<SourceLine>, Box<dyn Describe + Send + Sync>> {
        Ok(Vec::new())
    }
}

/// A followed directory.
struct Trial {
    dir: tempfile::TempDir,
    orders: Sender<Order>,
    said: Receiver<Wake>,
}

impl Trial {
    /// On these reports, loaded before.
    fn on(papers: &[Paper]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut books = Books::default();
        for paper in papers {
            let path = dir.path().join(format!("{}.json", paper.id));
            fs::write(&path, paper.json.to_string()).unwrap();
            let lean = item(paper).body.map(|sheet| sheet.lean).ok();
            books.enter(Known { id: paper.id.as_str().into(), path, lean, stamp: None, gone: false });
        }
        let (orders, received) = channel();
        let (tell, said) = channel();
        let followed = Followed {
            root: dir.path().to_owned(),
            documents: Arc::new(NoDocuments),
            profile: Profile::standard(),
            roster: None,
            words: ZH,
            poll: None,
            began: SystemTime::now() + Duration::from_secs(1),
            tell,
            cancel: Arc::default(),
        };
        let sender = orders.clone();
        thread::spawn(move || follow(followed, books, &received, sender));
        let trial = Self { dir, orders, said };
        // The first look is over.
        assert!(trial.asked().arrived.is_empty());
        trial
    }

    fn write(&self, paper: &Paper) {
        fs::write(self.dir.path().join(format!("{}.json", paper.id)), paper.json.to_string()).unwrap();
    }

    #[track_caller]
    fn next(&self) -> Changes {
        match self.said.recv_timeout(PATIENCE) {
            Ok(Wake::Msg(Msg::Changed(changes))) => changes,
            Ok(Wake::Msg(other)) => panic!("{other:?}"),
            _ => panic!("nothing was said"),
        }
    }

    #[track_caller]
    fn asked(&self) -> Changes {
        self.orders.send(Order::Look).unwrap();
        let changes = self.next();
        assert!(changes.asked);
        changes
    }
}

fn ids(items: &[crate::tui::model::Item]) -> Vec<&str> {
    items.iter().map(|item| item.id.as_str()).collect()
}

fn rules(item: &crate::tui::model::Item) -> Vec<&str> {
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
    trial.orders.send(Order::Everything).unwrap();
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
        trial.orders.send(Order::Touched(vec![trial.dir.path().join("linked/x.json")])).unwrap();
    }
    fs::write(trial.dir.path().join(".a.json"), "{}").unwrap();
    assert!(trial.asked().arrived.is_empty());
    trial.write(&paper("b", "乙", 2024));
    assert_eq!(ids(&trial.next().arrived), ["b"]);
}
