//! The reports of a few directories, each with all that is said of it: what `gouji check` and whatever is written out say.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::check::localise::Block;
use crate::check::{self, Basis, Finding, FindingCounts, Outcome, Severity, Unchecked};
use crate::form;
use crate::report::{Cells, Head, Lean, Narrative, Remark, Report, SafeText};

use super::documents::{Documents, Trouble};
use super::load::{self, Entry, Event};
use super::open::open;
use super::survey::{self, Found, Member};

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
    pub(crate) fn absent(head: Head, finding: Finding) -> Self {
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
    pub(crate) fn without_hints(mut self) -> Self {
        self.hints_aside += self.outcome.counts().info;
        self.outcome.findings.retain(|finding| finding.severity != Severity::Info);
        self
    }

    /// How many findings of each severity, the hints that are put aside among them.
    #[must_use]
    pub(crate) fn counts(&self) -> FindingCounts {
        let counts = self.outcome.counts();
        FindingCounts { info: counts.info + self.hints_aside, ..counts }
    }

    /// Is there a report at all?
    #[must_use]
    pub(crate) fn is_there(&self) -> bool {
        !self.id.is_empty()
    }
}

/// A file that could not be read.
pub(crate) struct UnreadFile {
    /// What the report in it would be called.
    pub(crate) id: SafeText,
    pub(crate) path: SafeText,
    pub(crate) trouble: Trouble,
}

/// Directories that are checked together.
pub struct Batch<'a> {
    documents: &'a dyn Documents,
    basis: Basis<'a>,
    /// Somebody wants it to end.
    cancel: &'a AtomicBool,
    loaded: Vec<Loaded>,
    unread: Vec<UnreadFile>,
    files: usize,
}

/// A report that was loaded; the narrative, where it was costly to read.
struct Loaded {
    member: Member,
    /// The directory that it was found in.
    dir: Arc<Path>,
    path: PathBuf,
    narrative: Option<Box<Narrative>>,
}

/// What was found about a report, kept until that of the others before it is said.
#[derive(Default)]
struct Kept {
    /// What its text and the year before show, and what others do.
    findings: [Vec<Finding>; 2],
    unchecked: [Arc<[Unchecked]>; 2],
    blocks: Vec<Block>,
}

/// What could not be checked, for the same reasons in most reports: kept once.
#[derive(Default)]
struct Gaps(Vec<Arc<[Unchecked]>>);

/// So many reports are put together at a time.
const GROUP: usize = 256;
/// So many different lists of what could not be checked are looked through.
const GAPS: usize = 32;

impl<'a> Batch<'a> {
    #[must_use]
    pub fn new(documents: &'a dyn Documents, basis: Basis<'a>, cancel: &'a AtomicBool) -> Self {
        Self { documents, basis, cancel, loaded: Vec::new(), unread: Vec::new(), files: 0 }
    }

    /// How many files there are that are reports or documents.
    #[must_use]
    pub(crate) fn files(&self) -> usize {
        self.files
    }

    /// How many reports were read.
    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.loaded.len()
    }

    /// Could none of them be read?
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.loaded.is_empty()
    }

    /// The files that could not be read.
    pub(crate) fn take_unread(&mut self) -> Vec<UnreadFile> {
        std::mem::take(&mut self.unread)
    }

    /// Loads a directory: its reports in the order of their ids. It is told what cannot be read, which is kept too.
    pub fn add(&mut self, dir: &Path, tell: &mut dyn FnMut(&Path, &Trouble)) {
        let root: Arc<Path> = dir.into();
        let entries = Mutex::new((Vec::new(), Vec::new()));
        let inspect = |_: &Lean, report: Option<&Report>| report.map(|report| Box::new(report.narrative.clone()));
        let summary = load::load(dir, self.documents, &inspect, self.cancel, &|event| {
            let (Event::Loaded(group), Ok(mut entries)) = (event, entries.lock()) else { return };
            for Entry { id, path, body } in group {
                match body {
                    Ok(body) => {
                        let member = Member { id, lean: Arc::new(body.lean), digest: None };
                        entries.0.push(Loaded { member, dir: Arc::clone(&root), path, narrative: body.summary });
                    }
                    Err(trouble) => entries.1.push((id, path, trouble)),
                }
            }
        });
        self.files += summary.files;
        let (mut loaded, mut troubles) = entries.into_inner().unwrap_or_default();
        loaded.sort_by(|a, b| a.member.id.cmp(&b.member.id));
        troubles.sort_by(|a, b| a.0.cmp(&b.0));
        self.loaded.append(&mut loaded);
        for (id, path, trouble) in troubles {
            tell(&path, &trouble);
            self.unread.push(UnreadFile { id, path: SafeText::path(&path), trouble });
        }
    }

    /// Checks the tables, the texts, the years and what takes all reports, and says which cells are behind what was found.
    /// What is said of each report is made ready on any thread and then taken in order; agencies that have sent nothing
    /// come last. `checked` is told of so many more reports whose texts are checked. Of a batch that is cancelled only the
    /// first reports are taken, or none: how many is the answer.
    ///
    /// # Errors
    /// What `take` says; nothing is taken after that.
    pub fn each<T: Send, E>(
        self,
        checked: &(dyn Fn(usize) + Sync),
        ready: &(dyn Fn(Checked) -> T + Sync),
        take: &mut dyn FnMut(T) -> Result<(), E>,
    ) -> Result<usize, E> {
        let (kept, absent) = self.survey(checked);
        let Self { documents, basis, cancel, loaded, .. } = self;
        let mut taken = 0;
        let mut reports = loaded.into_iter().zip(kept);
        loop {
            let group: Vec<(Loaded, Kept)> = reports.by_ref().take(GROUP).collect();
            if group.is_empty() {
                break;
            }
            if cancel.load(Ordering::Relaxed) {
                return Ok(taken);
            }
            let checked = |(report, kept): (Loaded, Kept)| ready(report.into_checked(kept, documents, &basis));
            let group: Vec<T> = group.into_par_iter().map(checked).collect();
            taken += group.len();
            group.into_iter().try_for_each(&mut *take)?;
        }
        absent.into_iter().try_for_each(|(head, finding)| take(ready(Checked::absent(head, finding))))?;
        Ok(taken)
    }

    /// All that is said, at once.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn check(self) -> Vec<Checked> {
        let mut reports = Vec::new();
        let Ok::<usize, std::convert::Infallible>(_) = self.each(&|_| (), &|report| report, &mut |report| {
            reports.push(report);
            Ok(())
        });
        reports
    }

    fn survey(&self, checked: &(dyn Fn(usize) + Sync)) -> (Vec<Kept>, Vec<(Head, Finding)>) {
        let loaded = &self.loaded;
        let members: Vec<Member> = loaded.iter().map(|report| report.member.clone()).collect();
        let open = |position: usize| loaded.get(position).and_then(|report| report.whole(self.documents));
        let kept: Vec<Kept> = members.iter().map(|_| Kept::default()).collect();
        let kept = Mutex::new((kept, Gaps::default()));
        let absent = survey::survey(&members, &open, &self.basis, self.cancel, &|group| {
            checked(group.iter().filter(|found| !found.of_the_batch).count());
            // A poisoned lock would mean that a check has panicked, which ends the command anyway.
            let Ok(mut kept) = kept.lock() else { return };
            let (kept, gaps) = &mut *kept;
            for more in group {
                if let Some(known) = kept.get_mut(more.member) {
                    known.add(more, gaps);
                }
            }
        });
        (kept.into_inner().unwrap_or_default().0, absent)
    }
}

impl Kept {
    fn add(&mut self, more: Found, gaps: &mut Gaps) {
        let [own, others] = &mut self.findings;
        let [own_gaps, other_gaps] = &mut self.unchecked;
        let (findings, unchecked) = if more.of_the_batch { (others, other_gaps) } else { (own, own_gaps) };
        findings.extend(more.outcome.findings);
        findings.shrink_to_fit();
        if !more.outcome.unchecked.is_empty() {
            let all: Vec<Unchecked> = unchecked.iter().cloned().chain(more.outcome.unchecked).collect();
            *unchecked = gaps.once(all);
        }
        self.blocks.extend(more.blocks);
    }
}

impl Gaps {
    fn once(&mut self, unchecked: Vec<Unchecked>) -> Arc<[Unchecked]> {
        // A rule is known by where it stands: there is one of each.
        let same = |one: &Unchecked, other: &Unchecked| {
            std::ptr::eq(one.rule, other.rule) && one.place == other.place && one.reason == other.reason
        };
        let is_known = |known: &Arc<[Unchecked]>| {
            known.len() == unchecked.len() && known.iter().zip(&unchecked).all(|(one, other)| same(one, other))
        };
        if let Some(known) = self.0.iter().find(|known| is_known(known)) {
            return Arc::clone(known);
        }
        let new: Arc<[Unchecked]> = unchecked.into();
        if self.0.len() < GAPS {
            self.0.push(Arc::clone(&new));
        }
        new
    }
}

/// What others show of a report comes from several threads: by rule, and by the reports that show it.
fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_cached_key(|finding| {
        let others: Vec<SafeText> = finding.evidence().iter().filter_map(|shown| shown.report.clone()).collect();
        (finding.rule.id.clone(), others, finding.fingerprint)
    });
    findings
}

impl Loaded {
    /// The whole report; `None` if its file is gone or has become unreadable since it was loaded.
    fn whole(&self, documents: &dyn Documents) -> Option<Report> {
        match &self.narrative {
            Some(narrative) => Some(Report { lean: (*self.member.lean).clone(), narrative: (**narrative).clone() }),
            None => open(&self.dir, &self.path, documents).ok().map(|(report, _)| report),
        }
    }

    fn into_checked(self, kept: Kept, documents: &dyn Documents, basis: &Basis<'_>) -> Checked {
        let Self { member: Member { id, lean, .. }, dir, path, narrative } = self;
        // The few reports with doubts are read whole once more.
        let read = || open(&dir, &path, documents).ok().map(|(report, _)| report.narrative);
        let narrative = narrative.map(|narrative| *narrative).or_else(|| (lean.remarks > 0).then(read).flatten());
        let remarks = narrative.unwrap_or_default().remarks;
        // Told again faster than kept.
        let mut outcome = check::check(&lean, basis.profile);
        let Kept { findings: [own, others], unchecked, blocks } = kept;
        outcome.findings.extend(own.into_iter().chain(in_order(others)));
        outcome.unchecked.extend(unchecked.iter().flat_map(|gaps| gaps.iter().cloned()));
        Checked { id, path: SafeText::path(&path), lean, remarks, outcome, hints_aside: 0, localisation: blocks }
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
        let running = AtomicBool::new(false);
        let mut batch = Batch::new(&Texts, Basis::standard(), &running);
        batch.add(dir.path(), &mut |_, _| ());
        let reports = batch.check();
        let is_of_others = |finding: &&Finding| finding.evidence().iter().any(|shown| shown.report.is_some());
        let copied: Vec<Finding> = reports[0].outcome.findings.iter().filter(is_of_others).cloned().collect();
        assert!(copied.len() >= 3, "{copied:#?}");
        assert_eq!(in_order(copied.iter().rev().cloned().collect()), copied);
    }

    #[test]
    fn a_batch_that_is_stopped_hands_over_the_first_reports_whole_and_nobody_who_is_missing() {
        let dir = tempfile::tempdir().unwrap();
        for number in 0..2 * GROUP {
            let report = paper("", &format!("松溪县第{number}局"), 2024);
            std::fs::write(dir.path().join(format!("{number:04}.json")), report.json.to_string()).unwrap();
        }
        for (stop_at, expected) in [(0, 0), (1, GROUP), (GROUP + 1, 2 * GROUP)] {
            let stop = AtomicBool::new(false);
            let mut batch = Batch::new(&Texts, Basis::standard(), &stop);
            batch.add(dir.path(), &mut |_, _| ());
            assert_eq!(batch.len(), 2 * GROUP);
            stop.store(stop_at == 0, Ordering::Relaxed);
            let mut ids = Vec::new();
            let taken: Result<usize, ()> = batch.each(&|_| (), &|report| report.id.to_string(), &mut |id| {
                ids.push(id);
                stop.fetch_or(ids.len() == stop_at, Ordering::Relaxed);
                Ok(())
            });
            assert_eq!((taken, ids.len()), (Ok(expected), expected));
            assert!(ids.iter().enumerate().all(|(number, id)| *id == format!("{number:04}")), "{ids:?}");
        }
    }

    #[test]
    fn the_same_gaps_are_kept_once() {
        let rule = check::rules().first().unwrap();
        let gap = |reason| Unchecked { rule, place: None, reason };
        let mut gaps = Gaps::default();
        let first = gaps.once(vec![gap(check::WhyUnchecked::NoText)]);
        assert!(Arc::ptr_eq(&first, &gaps.once(vec![gap(check::WhyUnchecked::NoText)])));
        let other = gaps.once(vec![gap(check::WhyUnchecked::NoTitle)]);
        assert_eq!(*other, [gap(check::WhyUnchecked::NoTitle)]);
        // However many there are, what is given back is what came.
        for section in 0..u8::MAX {
            let known = gaps.once(vec![gap(check::WhyUnchecked::NoSection(section))]);
            assert_eq!(*known, [gap(check::WhyUnchecked::NoSection(section))]);
        }
    }
}
