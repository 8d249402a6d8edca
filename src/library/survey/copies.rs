//! Texts that stand in several reports: each report is opened once, and compared with all that it may be like.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::check::similar::{Candidates, Comparable, Packed, Pair, PairSide, Sketch, TemplateGroup};

use super::{Drawn, Survey};

/// One comparison, found by the report that is opened for it.
struct Task {
    /// Its position.
    own: usize,
    with: With,
}

/// What a report is compared with.
enum With {
    /// Another one, in these sections.
    Other(usize, [bool; 2]),
    /// The leader of a group.
    Leader(usize),
}

/// Reports that seem to follow one template.
struct Group {
    template: TemplateGroup,
    leader: usize,
    /// The first member that is like the leader indeed.
    first: AtomicUsize,
}

/// Nobody.
const NONE: usize = usize::MAX;

impl Survey<'_> {
    pub(super) fn copies(&self, drawn: Vec<Option<Drawn>>) {
        let sketches: Vec<&Sketch> =
            drawn.iter().map(|drawn| drawn.as_ref().map_or(&Sketch::NONE, |drawn| &*drawn.sketch)).collect();
        let (mut tasks, groups) = self.tasks(&sketches);
        drop(sketches);
        let packed: Vec<Option<Packed>> = drawn.into_iter().map(|drawn| drawn?.packed).collect();
        let texts = Texts { survey: self, packed, opened: Mutex::default() };
        tasks.sort_by_key(|task| task.own);
        tasks.par_chunk_by(|one, other| one.own == other.own).for_each(|tasks| {
            let Some(first) = tasks.first().filter(|_| !self.cancelled()) else { return };
            let Some(own) = texts.ready(first.own) else { return };
            for task in tasks {
                match task.with {
                    With::Other(other, sections) => self.pair((task.own, &own), other, sections, &texts),
                    With::Leader(group) => {
                        if let Some(group) = groups.get(group) {
                            self.member((task.own, &own), group, &texts);
                        }
                    }
                }
            }
        });
        groups.par_iter().for_each(|group| self.leader(group, &texts));
    }

    /// What is to be compared, and the groups: whose sketch stands where its report does. Nothing is looked for once
    /// nobody wants it: to look takes long.
    fn tasks(&self, sketches: &[&Sketch]) -> (Vec<Task>, Vec<Group>) {
        if self.cancelled() {
            return (Vec::new(), Vec::new());
        }
        let Candidates { pairs, groups } = self.comparer.candidates(sketches);
        let pair = |pair: Pair| {
            let with = With::Other(usize::try_from(pair.second).ok()?, pair.sections);
            Some(Task { own: usize::try_from(pair.first).ok()?, with })
        };
        let mut tasks: Vec<Task> = pairs.into_iter().filter_map(pair).collect();
        let mut known = Vec::new();
        for mut template in groups {
            let Ok(leader) = usize::try_from(template.leader) else { continue };
            let members = std::mem::take(&mut template.members).into_iter().filter_map(|own| usize::try_from(own).ok());
            tasks.extend(members.map(|own| Task { own, with: With::Leader(known.len()) }));
            known.push(Group { template, leader, first: AtomicUsize::new(NONE) });
        }
        (tasks, known)
    }

    fn pair(&self, own: (usize, &Comparable), other: usize, sections: [bool; 2], texts: &Texts<'_>) {
        let Some(second) = texts.ready(other) else { return };
        let found = self.comparer.check_pair(own.1, &second, sections);
        self.tell(
            found.into_iter().map(|(side, finding)| (if side == PairSide::First { own.0 } else { other }, finding)),
        );
    }

    fn member(&self, own: (usize, &Comparable), group: &Group, texts: &Texts<'_>) {
        let Some(lead) = texts.ready(group.leader) else { return };
        if let Some(finding) = self.comparer.check_group(own.1, &lead, &group.template) {
            group.first.fetch_min(own.0, Ordering::Relaxed);
            self.tell([(own.0, finding)]);
        }
    }

    /// Of the leader it is said with the first that is like it.
    fn leader(&self, group: &Group, texts: &Texts<'_>) {
        let first = group.first.load(Ordering::Relaxed);
        if first == NONE || self.cancelled() {
            return;
        }
        let (Some(lead), Some(member)) = (texts.ready(group.leader), texts.ready(first)) else { return };
        let finding = self.comparer.check_group(&lead, &member, &group.template);
        self.tell(finding.map(|finding| (group.leader, finding)));
    }
}

/// The texts of the members.
struct Texts<'a> {
    survey: &'a Survey<'a>,
    /// Those that were kept when they were read.
    packed: Vec<Option<Packed>>,
    opened: Mutex<Opened>,
}

impl Texts<'_> {
    /// A report to be compared, made ready if it was not just now.
    fn ready(&self, position: usize) -> Option<Arc<Comparable>> {
        // A poisoned lock would mean that a check has panicked: nothing is kept then.
        let known = self.opened.lock().ok().and_then(|mut opened| opened.get(position));
        if known.is_some() {
            return known;
        }
        let ready = Arc::new(self.comparable(position)?);
        if let Ok(mut opened) = self.opened.lock() {
            opened.keep(position, Arc::clone(&ready));
        }
        Some(ready)
    }

    fn comparable(&self, position: usize) -> Option<Comparable> {
        let Survey { members, comparer, open, .. } = self.survey;
        let member = members.get(position)?;
        match self.packed.get(position).and_then(Option::as_ref) {
            Some(packed) => Some(comparer.unpacked(&member.lean.head, packed, &member.id)),
            None => Some(comparer.comparable(&open(position)?, &member.id)),
        }
    }
}

/// Bytes of texts after which those are forgotten that nobody has asked for since as many before.
const KEPT: usize = 2 << 20;

/// The reports that were opened last: many pairs are of neighbours, and all that follow a template have one leader.
#[derive(Default)]
struct Opened {
    young: HashMap<usize, Arc<Comparable>>,
    old: HashMap<usize, Arc<Comparable>>,
    /// Of the young ones.
    bytes: usize,
}

impl Opened {
    fn get(&mut self, position: usize) -> Option<Arc<Comparable>> {
        if let Some(ready) = self.young.get(&position) {
            return Some(Arc::clone(ready));
        }
        let ready = self.old.remove(&position)?;
        self.keep(position, Arc::clone(&ready));
        Some(ready)
    }

    fn keep(&mut self, position: usize, ready: Arc<Comparable>) {
        if self.bytes >= KEPT {
            self.old = std::mem::take(&mut self.young);
            self.bytes = 0;
        }
        self.bytes += ready.bytes();
        self.young.insert(position, ready);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use super::*;
    use crate::check::similar::Comparer;
    use crate::check::{Basis, Digest, Facts, Outcome};
    use crate::library::fixture::paper;
    use crate::library::survey::Member;
    use crate::report::Report;

    #[test]
    fn once_nobody_wants_it_no_pairs_are_looked_for() {
        let text = "本年度建立了公开清单，逐项核对办理时限，并由专人登记每一件申请的去向；夜间值守人员负责当日汇总。";
        let sections = serde_json::json!([{ "number": 1, "heading": "一、总体情况", "text": text.repeat(4) }]);
        let report = |agency| {
            let paper = paper("", agency, 2024).with("sections", sections.clone());
            crate::report::parse(paper.json.to_string().as_bytes()).unwrap()
        };
        let (basis, cancel) = (Basis::standard(), AtomicBool::new(false));
        let comparer = Comparer::new(&basis);
        let reports = [report("松溪县教育局"), report("松溪县公安局")];
        let digest = |report: &Report| Digest::of(&Facts::of(report, &basis), &Outcome::default(), &comparer);
        let sketches: Vec<Sketch> = reports.iter().map(|report| digest(report).sketch).collect();
        let (open, sink) = (|_| None, |_| ());
        let members: Vec<Member> = Vec::new();
        let survey =
            Survey { members: &members, open: &open, basis: &basis, comparer: &comparer, cancel: &cancel, sink: &sink };
        let tasks = || survey.tasks(&sketches.iter().collect::<Vec<_>>()).0.len();
        assert_eq!(tasks(), 1);
        cancel.store(true, Ordering::Relaxed);
        assert_eq!(tasks(), 0);
    }

    #[test]
    fn of_the_texts_that_were_opened_only_so_many_are_kept_and_the_leader_that_all_ask_for_is() {
        let basis = Basis::standard();
        let comparer = Comparer::new(&basis);
        let text = "本".repeat(20_000);
        let json = serde_json::json!({
            "schema": "gouji/report/1", "agency": { "name": "松溪县教育局" }, "year": 2024, "form": "2021",
            "sections": [{ "number": 1, "heading": "", "text": text }], "tables": {},
        });
        let report = crate::report::parse(json.to_string().as_bytes()).unwrap();
        let ready = || Arc::new(comparer.comparable(&report, "x"));
        assert_eq!(ready().bytes(), 40_000);
        let mut opened = Opened::default();
        for position in 0..400 {
            opened.keep(position, ready());
            assert!(position == 0 || opened.get(0).is_some(), "{position}");
        }
        let bytes: usize = opened.young.values().chain(opened.old.values()).map(|ready| ready.bytes()).sum();
        assert!(bytes <= 2 * (KEPT + 40_000), "{bytes}");
        assert!(opened.get(1).is_none() && opened.get(399).is_some());
    }
}
