//! The reports of a few directories, each with all that is said of it: what `gouji check` and whatever is written out say.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::check::localise::Block;
use crate::check::{self, Basis, Finding, FindingCounts, Outcome, Severity};
use crate::form;
use crate::report::{Cells, Head, Lean, Narrative, Remark, Report, SafeText};

use super::assess::Assessed;
use super::documents::{Documents, Trouble};
use super::load::{self, Entry, Event};
use super::open::open;
use super::survey::{self, Absent, Member};

/// A report with all that is said of it.
pub struct Checked {
    pub id: SafeText,
    pub path: SafeText,
    pub lean: Arc<Lean>,
    /// What its reader could not settle.
    pub remarks: Vec<Remark>,
    /// What checking it gave.
    pub outcome: Outcome,
    /// How many hints are not among its findings.
    pub hints_aside: u32,
    /// Which cells are behind it.
    pub localisation: Vec<Block>,
}

impl Checked {
    /// What stands for an agency that is expected to report and has not: a report without an id, and without numbers.
    #[must_use]
    pub fn absent(head: Head, finding: Finding) -> Self {
        let form = form::newest();
        let lean = Lean { head, form, cells: Cells::missing(form), remarks: 0 };
        Self {
            id: SafeText::default(),
            path: SafeText::default(),
            lean: Arc::new(lean),
            remarks: Vec::new(),
            outcome: Outcome { findings: vec![finding], unchecked: Vec::new() },
            hints_aside: 0,
            localisation: Vec::new(),
        }
    }

    /// The same without its hints, which are counted only.
    #[must_use]
    pub fn without_hints(mut self) -> Self {
        self.hints_aside += self.outcome.counts().info;
        self.outcome.findings.retain(|finding| finding.severity != Severity::Info);
        self
    }

    /// How many findings of each severity, the hints that are put aside among them.
    #[must_use]
    pub fn counts(&self) -> FindingCounts {
        let counts = self.outcome.counts();
        FindingCounts { info: counts.info + self.hints_aside, ..counts }
    }

    /// Is there a report at all?
    #[must_use]
    pub fn is_there(&self) -> bool {
        !self.id.is_empty()
    }
}

/// A file that could not be read.
pub struct UnreadFile {
    /// What the report in it would be called.
    pub id: SafeText,
    pub path: SafeText,
    pub trouble: Trouble,
}

/// Directories that are checked together.
pub struct Batch<'a> {
    documents: &'a dyn Documents,
    basis: Basis<'a>,
    loaded: Vec<Tabled>,
    unread: Vec<UnreadFile>,
    files: usize,
}

/// A report whose tables are checked; the narrative, where it was costly to read.
struct Tabled {
    member: Member,
    /// The directory that it was found in.
    dir: PathBuf,
    path: PathBuf,
    outcome: Outcome,
    narrative: Option<Narrative>,
}

impl<'a> Batch<'a> {
    #[must_use]
    pub fn new(documents: &'a dyn Documents, basis: Basis<'a>) -> Self {
        Self { documents, basis, loaded: Vec::new(), unread: Vec::new(), files: 0 }
    }

    /// How many files there are that are reports or documents.
    #[must_use]
    pub fn files(&self) -> usize {
        self.files
    }

    /// Could none of them be read?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.loaded.is_empty()
    }

    /// The files that could not be read.
    pub fn take_unread(&mut self) -> Vec<UnreadFile> {
        std::mem::take(&mut self.unread)
    }

    /// Loads a directory, and checks its tables: its reports in the order of their ids. It is told what cannot be read,
    /// which is kept too.
    pub fn add(&mut self, dir: &Path, tell: &mut dyn FnMut(&Path, &Trouble)) {
        let entries = Mutex::new(Vec::new());
        let inspect = |lean: &Lean, report: Option<&Report>| {
            (check::check(lean, self.basis.profile), report.map(|report| report.narrative.clone()))
        };
        let summary = load::load(dir, self.documents, &inspect, &AtomicBool::new(false), &|event| {
            if let (Event::Loaded(group), Ok(mut entries)) = (event, entries.lock()) {
                entries.extend(group);
            }
        });
        self.files += summary.files;
        let mut entries: Vec<Entry<_>> = entries.into_inner().unwrap_or_default();
        entries.sort_by(|a, b| a.id.cmp(&b.id));
        for Entry { id, path, body } in entries {
            match body {
                Ok(body) => {
                    let (outcome, narrative) = body.summary;
                    let member = Member { id, lean: Arc::new(body.lean), digest: None };
                    self.loaded.push(Tabled { member, dir: dir.to_owned(), path, outcome, narrative });
                }
                Err(trouble) => {
                    tell(&path, &trouble);
                    self.unread.push(UnreadFile { id, path: SafeText::path(&path), trouble });
                }
            }
        }
    }

    /// Checks the texts, the years and what takes all reports, and says which cells are behind what was found. Agencies
    /// that have sent nothing come last.
    #[must_use]
    pub fn check(self) -> Vec<Checked> {
        let Self { documents, basis, loaded, .. } = self;
        let members: Vec<Member> = loaded.iter().map(|report| report.member.clone()).collect();
        let open = |position: usize| loaded.get(position).and_then(|report| report.whole(documents));
        let found = Mutex::new(vec![(Assessed::default(), Outcome::default()); members.len()]);
        let Absent { findings: absent, .. } =
            survey::survey(&members, &open, &basis, &AtomicBool::new(false), &|group| {
                // A poisoned lock would mean that a check has panicked, which ends the command anyway.
                let Ok(mut found) = found.lock() else { return };
                for more in group {
                    if let Some((known, batch)) = found.get_mut(more.member) {
                        if more.of_the_batch { batch } else { &mut known.outcome }.append(more.outcome);
                        known.blocks.extend(more.blocks);
                    }
                }
            });
        let found = found.into_inner().unwrap_or_default();
        let checked = |(report, (mut more, batch)): (Tabled, (Assessed, Outcome))| {
            more.outcome.append(in_order(batch));
            report.into_checked(more, documents)
        };
        let mut reports: Vec<Checked> = loaded.into_par_iter().zip(found).map(checked).collect();
        reports.extend(absent.into_iter().map(|(head, finding)| Checked::absent(head, finding)));
        reports
    }
}

/// What others show of a report comes from several threads: by rule, and by the reports that show it.
fn in_order(mut batch: Outcome) -> Outcome {
    batch.findings.sort_by_cached_key(|finding| {
        let others: Vec<SafeText> = finding.evidence().iter().filter_map(|shown| shown.report.clone()).collect();
        (finding.rule.id.clone(), others, finding.fingerprint)
    });
    batch
}

impl Tabled {
    /// The whole report; `None` if its file is gone or has become unreadable since it was loaded.
    fn whole(&self, documents: &dyn Documents) -> Option<Report> {
        match &self.narrative {
            Some(narrative) => Some(Report { lean: (*self.member.lean).clone(), narrative: narrative.clone() }),
            None => open(&self.dir, &self.path, documents).ok().map(|(report, _)| report),
        }
    }

    fn into_checked(self, more: Assessed, documents: &dyn Documents) -> Checked {
        let Self { member: Member { id, lean, .. }, dir, path, mut outcome, narrative } = self;
        // The few reports with doubts are read whole once more.
        let read = || open(&dir, &path, documents).ok().map(|(report, _)| report.narrative);
        let narrative = narrative.or_else(|| (lean.remarks > 0).then(read).flatten());
        let remarks = narrative.unwrap_or_default().remarks;
        outcome.append(more.outcome);
        Checked { id, path: SafeText::path(&path), lean, remarks, outcome, hints_aside: 0, localisation: more.blocks }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Texts;
    use super::super::fixture::paper;
    use super::*;

    #[test]
    fn what_copies_show_of_a_report_is_said_in_one_order_whoever_finds_it_first() {
        let dir = tempfile::tempdir().unwrap();
        let text = "本年度建立了公开清单，逐项核对办理时限，并由专人登记每一件申请的去向；夜间值守人员负责当日汇总。";
        for (number, name) in ["教育局", "公安局", "水务局", "林业局"].iter().enumerate() {
            let sections = serde_json::json!([{ "number": 1, "heading": "一、总体情况", "text": text.repeat(4) }]);
            let report = paper("", &format!("松溪县{name}"), 2024).with("sections", sections);
            std::fs::write(dir.path().join(format!("{number}.json")), report.json.to_string()).unwrap();
        }
        let mut batch = Batch::new(&Texts, Basis::standard());
        batch.add(dir.path(), &mut |_, _| ());
        let reports = batch.check();
        let is_of_others = |finding: &&Finding| finding.evidence().iter().any(|shown| shown.report.is_some());
        let copied: Vec<Finding> = reports[0].outcome.findings.iter().filter(is_of_others).cloned().collect();
        assert!(copied.len() >= 3, "{copied:#?}");
        let turned = Outcome { findings: copied.iter().rev().cloned().collect(), unchecked: Vec::new() };
        assert_eq!(in_order(turned).findings, copied);
    }
}
