//! The reports of a few directories, each with all that is said of it: what `gouji check` and whatever is written out say.
//!
//! Each is read once, and its texts are checked then; a few numbers of them are kept for what takes other reports
//! ([`Texts`]). Only those are read again whose texts are needed to say what others show.

mod checked;
mod kept;
mod regions;
mod shards;
mod texts;

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::check::region;
use crate::check::similar::Comparer;
use crate::check::{Basis, Finding};
use crate::report::{Head, Lean, Narrative, Remark, Report, SafeText, Section};

use super::agencies::Agencies;
use super::assess::{Assessed, Case, NOTHING};
use super::digests::DigestPlace;
use super::documents::{Documents, Kind, Trouble};
use super::load::{self, Entry, Event, Loaded};
use super::open::open;
use super::several;
use super::survey::{self, Member, Survey};

pub(crate) use regions::{RegionReports, UnitReport};

pub use checked::Checked;

use kept::{Gaps, Kept};
use texts::{Says, Texts};

/// What was handed over of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// So many reports.
    pub reports: usize,
    /// Was each held against the others?
    pub are_compared: bool,
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
    comparer: Comparer<'a>,
    /// Somebody wants it to end.
    cancel: &'a AtomicBool,
    members: Vec<Member>,
    /// One for each member.
    files: Vec<File>,
    texts: Vec<Texts>,
    gaps: Gaps,
    unread: Vec<UnreadFile>,
    found: usize,
    /// Does somebody want to show the texts?
    keeps_texts: bool,
    /// Were all directories loaded to their end? Else nobody knows what the reports are that were not read.
    is_whole: bool,
    /// Is nothing to be said but what takes other reports? The rest was said when digests were made.
    is_survey: bool,
}

/// Where a report was found, and what is kept of it.
struct File {
    place: Place,
    kept: Option<Box<AtHand>>,
    sections: Vec<Section>,
}

/// Where a report is to be found again.
enum Place {
    /// In a file below this directory.
    File(Arc<Path>, PathBuf),
    /// On a line of digests, as far as others may ask for it.
    Line(DigestPlace),
}

/// What of a report need not be read again.
enum AtHand {
    /// All of it: it was costly to read, or more will be asked of it.
    Narrative(Narrative),
    /// What its reader could not settle.
    Remarks(Vec<Remark>),
}

/// A report as it was read.
struct Fresh {
    texts: Texts,
    kept: Option<Box<AtHand>>,
    /// Its text, where somebody wants to show it.
    sections: Vec<Section>,
}

/// A file that was read: the id of its report, and what is known of that.
type Read = (SafeText, PathBuf, Result<(Arc<Lean>, Fresh), Trouble>);

/// So many reports are put together at a time.
const GROUP: usize = 256;

impl<'a> Batch<'a> {
    #[must_use]
    pub fn new(documents: &'a dyn Documents, basis: Basis<'a>, cancel: &'a AtomicBool) -> Self {
        let comparer = Comparer::new(&basis);
        let (members, files, texts) = (Vec::new(), Vec::new(), Vec::new());
        let (gaps, unread) = (Gaps::default(), Vec::new());
        Self {
            documents,
            basis,
            comparer,
            cancel,
            members,
            files,
            texts,
            gaps,
            unread,
            found: 0,
            keeps_texts: false,
            is_whole: true,
            is_survey: false,
        }
    }

    /// The text of each report that is added from now on is handed over with it.
    #[must_use]
    pub fn keeps_texts(mut self, keeps: bool) -> Self {
        self.keeps_texts = keeps;
        self
    }

    /// How many files there are that are reports or documents.
    #[must_use]
    pub(crate) fn files(&self) -> usize {
        self.found
    }

    /// How many reports were read.
    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.members.len()
    }

    /// The newest year that is collected: of the next one a few reports may have come before all others.
    #[must_use]
    pub(crate) fn season(&self) -> Option<u16> {
        let count = |year: u16| self.members.iter().filter(|member| member.lean.head.year == year).count();
        let years = self.years();
        let is_collected = |year: &u16| {
            let before = year.checked_sub(1).map_or(0, count);
            !region::is_early(count(*year), before)
        };
        years.iter().find(|year| is_collected(year)).or(years.first()).copied()
    }

    /// The years that were reported on, newest first.
    #[must_use]
    pub(crate) fn years(&self) -> Vec<u16> {
        let years: BTreeSet<u16> = self.members.iter().map(|member| member.lean.head.year).collect();
        years.into_iter().rev().collect()
    }

    /// Could none of them be read?
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The files that could not be read.
    pub(crate) fn take_unread(&mut self) -> Vec<UnreadFile> {
        std::mem::take(&mut self.unread)
    }

    /// Loads a directory, and checks the texts of each of its reports while they are at hand; the reports stand in the order
    /// of their ids. `checked` is told how many files there are as far as is known, and how many more of them were read; `tell`
    /// what cannot be, which is kept too.
    pub fn add(&mut self, dir: &Path, checked: &(dyn Fn(usize, usize) + Sync), tell: &mut dyn FnMut(&Path, &Trouble)) {
        let before = self.found;
        let read = Mutex::new((Vec::new(), std::mem::take(&mut self.gaps), before));
        let inspect = |report: &Report, kind: &Kind| {
            let texts = Texts::of(report, &self.basis, &self.comparer);
            let kept = AtHand::of(report, kind, &texts).map(Box::new);
            let sections = if self.keeps_texts { report.narrative.sections.clone() } else { Vec::new() };
            Fresh { texts, kept, sections }
        };
        let summary = load::load_whole(dir, self.documents, &inspect, self.cancel, &|event| {
            // A poisoned lock would mean that a check has panicked, which ends the command anyway.
            let Ok(mut read) = read.lock() else { return };
            let (entries, gaps, found) = &mut *read;
            let mut more = 0;
            match event {
                Event::Found(so_far) => *found = before + so_far,
                Event::Loaded(group) => {
                    // A document with two reports is one file.
                    more = group.iter().filter(|entry| several::document_and_number(&entry.path).1 < 2).count();
                    entries.extend(group.into_iter().map(|Entry { id, path, body }| {
                        let body = body.map(|Loaded { lean, mut summary }| {
                            summary.texts.share(gaps);
                            // Moved only once: there are many.
                            (Arc::new(lean), summary)
                        });
                        (id, path, body)
                    }));
                }
            }
            checked(*found, more);
        });
        self.found += summary.files;
        self.is_whole &= !summary.cancelled;
        let (mut entries, gaps, _) = read.into_inner().unwrap_or_default();
        self.gaps = gaps;
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        let root: Arc<Path> = dir.into();
        entries.into_iter().for_each(|entry| self.enter(entry, &root, tell));
    }

    fn enter(&mut self, (id, path, body): Read, dir: &Arc<Path>, tell: &mut dyn FnMut(&Path, &Trouble)) {
        match body {
            Ok((lean, Fresh { texts, kept, sections })) => {
                self.members.push(Member { id, lean, digest: None });
                self.files.push(File { place: Place::File(Arc::clone(dir), path), kept, sections });
                self.texts.push(texts);
            }
            Err(trouble) => {
                tell(&path, &trouble);
                self.unread.push(UnreadFile { id, path: SafeText::path(&path), trouble });
            }
        }
    }

    /// Checks the tables, the years and what takes all reports, and says which cells are behind what was found. What is
    /// said of each report is made ready on any thread and then taken in order; agencies that have sent nothing come last.
    /// Of a batch that is cancelled only the first reports are taken; where that is before all were compared, each with what
    /// is certain by itself.
    ///
    /// # Errors
    /// What `take` says; nothing is taken after that.
    pub fn each<T: Send, E>(
        mut self,
        ready: &(dyn Fn(Checked) -> T + Sync),
        take: &mut dyn FnMut(T) -> Result<(), E>,
    ) -> Result<Taken, E> {
        let agencies = Agencies::of(self.members.iter().map(|member| &member.lean.head));
        // What is found until somebody stops it is a part of it, and another one each time.
        let (is_whole, cancel) = (self.is_whole, self.cancel);
        let says = if self.is_survey { Says::WithOthers } else { Says::All };
        let is_wanted = || is_whole && !cancel.load(Ordering::Relaxed);
        let compared = is_wanted().then(|| self.together(&agencies)).filter(|_| is_wanted());
        let are_compared = compared.is_some();
        let (kept, absent) = compared.unwrap_or_else(|| (self.nothing_kept(), Vec::new()));
        let stopped = if are_compared { Vec::new() } else { survey::stopped(&self.basis) };
        let mut taken = Taken { reports: 0, are_compared };
        let parts = std::mem::take(&mut self.files).into_iter().zip(std::mem::take(&mut self.texts)).zip(kept);
        let mut reports = self.members.iter().zip(parts);
        loop {
            let group: Vec<_> = reports.by_ref().take(GROUP).collect();
            if group.is_empty() {
                break;
            }
            if are_compared && cancel.load(Ordering::Relaxed) {
                return Ok(taken);
            }
            let group = group.into_par_iter().map(|(member, ((file, texts), kept))| {
                let before = || agencies.before(&member.lean.head, self.basis.roster, &*self.members);
                // What there is may not be what stands for the year before.
                let before = is_whole.then(before).unwrap_or_default();
                let case = Case { lean: &member.lean, before, batch: &NOTHING, basis: self.basis.clone() };
                let checked = file.checked(member, (texts, says), kept, &case, self.documents);
                ready(if are_compared { checked } else { checked.by_itself(&stopped) })
            });
            let group: Vec<T> = group.collect();
            taken.reports += group.len();
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
        let Ok::<Taken, std::convert::Infallible>(_) = self.each(&|report| report, &mut |report| {
            reports.push(report);
            Ok(())
        });
        reports
    }

    /// Nothing is known of any from others.
    fn nothing_kept(&self) -> Vec<Kept> {
        self.members.iter().map(|_| Kept::default()).collect()
    }

    /// What takes all of them.
    fn together(&mut self, agencies: &Agencies) -> (Vec<Kept>, Vec<(Head, Finding)>) {
        let nothing = self.nothing_kept();
        let Self { documents, members, files, .. } = self;
        let open = |position: usize| {
            let (file, member) = files.get(position).zip(members.get(position))?;
            file.open(&member.lean, *documents)
        };
        let drawn = self.texts.iter_mut().map(Texts::take_drawn).collect();
        let kept = Mutex::new((nothing, Gaps::default()));
        let survey = Survey {
            members,
            open: &open,
            basis: &self.basis,
            comparer: &self.comparer,
            cancel: self.cancel,
            sink: &|group| {
                let Ok(mut kept) = kept.lock() else { return };
                let (kept, gaps) = &mut *kept;
                for more in group {
                    if let Some(known) = kept.get_mut(more.member) {
                        known.add(more, gaps);
                    }
                }
            },
        };
        let absent = survey.together(agencies, drawn);
        (kept.into_inner().unwrap_or_default().0, absent)
    }
}

impl AtHand {
    fn of(report: &Report, kind: &Kind, texts: &Texts) -> Option<Self> {
        let narrative = &report.narrative;
        let has_doubts = report.lean.remarks > 0;
        // Of what its tables do not hold, its text tells whether the doubts are behind it.
        if *kind != Kind::Json || (has_doubts && texts.has_broken_tables()) {
            return Some(Self::Narrative(narrative.clone()));
        }
        has_doubts.then(|| Self::Remarks(narrative.remarks.clone()))
    }

    fn into_remarks(self) -> Vec<Remark> {
        match self {
            Self::Narrative(narrative) => narrative.remarks,
            Self::Remarks(remarks) => remarks,
        }
    }
}

impl File {
    /// The whole report; `None` if its file is gone or has become unreadable since it was loaded.
    fn open(&self, lean: &Lean, documents: &dyn Documents) -> Option<Report> {
        match self.kept.as_deref() {
            Some(AtHand::Narrative(narrative)) => Some(Report { lean: lean.clone(), narrative: narrative.clone() }),
            Some(AtHand::Remarks(_)) | None => match &self.place {
                Place::File(dir, path) => open(dir, path, documents).ok().map(|(report, _)| report),
                Place::Line(place) => place.open(),
            },
        }
    }

    fn checked(
        self,
        member: &Member,
        (texts, says): (Texts, Says),
        kept: Kept,
        case: &Case<'_>,
        documents: &dyn Documents,
    ) -> Checked {
        // The few reports that last year's contradicts are read once more.
        let report = OnceCell::new();
        let open = || report.get_or_init(|| self.open(case.lean, documents)).as_ref();
        let Assessed { mut outcome, blocks } = texts.assess(says, case, &open);
        kept.append_to(&mut outcome);
        let remarks = self.kept.map(|kept| kept.into_remarks()).unwrap_or_default();
        let path = match &self.place {
            Place::File(_, path) => SafeText::path(path),
            Place::Line(_) => SafeText::default(),
        };
        let (id, lean, sections) = (member.id.clone(), Arc::clone(&member.lean), self.sections);
        Checked { id, path, lean, remarks, outcome, hints_aside: 0, localisation: blocks, sections }
    }
}

#[cfg(test)]
mod tests;
