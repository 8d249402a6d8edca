//! What an agency is asked about: one item for each cause, not for each relation that it breaks.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::check::localise::{Block, BlockStatus, Certainty, Change, Repair};
use crate::check::{Finding, Fingerprint, Mask, letter_message};
use crate::journal::{Status, Target};
use crate::library::Checked;
use crate::library::season::{Judged, NoteOn, Submission};
use crate::words::Lang;

use super::causes::by_cause;
use super::fate::{Fate, fate};
use super::{Unasked, places};

/// So many equally good explanations are named; more are no help.
const CHOICES: usize = 5;

/// One thing that an agency is asked about.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NoticeItem {
    /// From 1, in its list.
    pub(crate) no: usize,
    pub(crate) place: String,
    /// What the report says there.
    pub(crate) filed: String,
    /// What does not agree, with the numbers.
    pub(crate) wrong: Vec<String>,
    pub(crate) basis: Vec<String>,
    pub(crate) ask: String,
    /// The reviewers' own words.
    pub(crate) words: Vec<String>,
    /// Was it named in the last round already?
    pub(crate) is_open: bool,
    pub(crate) rules: Vec<String>,
    #[serde(skip)]
    pub(super) fingerprints: Vec<Fingerprint>,
}

/// All that a notice says of a report.
#[derive(Debug, Default)]
pub(super) struct Items {
    pub(super) must: Vec<NoticeItem>,
    pub(super) explain: Vec<NoticeItem>,
    pub(super) solved: String,
    pub(super) unasked: Vec<Unasked>,
    pub(super) rules: String,
}

impl Items {
    pub(super) fn of(submission: &Submission, lang: Lang) -> Self {
        let mask = submission.mask();
        let (mut must, mut explain) = lists(&submission.now, &mask, lang);
        if submission.review.status == Status::Accepted {
            // Accepted is accepted, whatever was found; what a reviewer wrote to the agency still goes out.
            must.clear();
            explain.retain(|item| !item.words.is_empty());
            (1..).zip(&mut explain).for_each(|(number, item)| item.no = number);
        }
        let mut rules: Vec<String> = must.iter().chain(&explain).flat_map(|item| item.rules.clone()).collect();
        rules.sort();
        rules.dedup();
        let before = submission.since.as_ref().map(|since| lists(&since.before, &mask, lang));
        let before: Vec<NoticeItem> =
            before.into_iter().flat_map(|(must, explain)| must.into_iter().chain(explain)).collect();
        let named: BTreeSet<Fingerprint> = before.iter().flat_map(|item| item.fingerprints.iter().copied()).collect();
        for item in must.iter_mut().chain(&mut explain) {
            let is_open = |it: &Fingerprint| submission.since.iter().any(|since| since.open.contains(it));
            item.is_open = item.fingerprints.iter().any(|it| named.contains(it) && is_open(it));
        }
        let rules = rules.join(lang.words().notice.separator());
        Self { solved: solved(submission, &before, lang), unasked: unasked(submission, lang), must, explain, rules }
    }
}

/// What was named in the last round and is gone, in one line.
fn solved(submission: &Submission, before: &[NoticeItem], lang: Lang) -> String {
    let words = lang.words().notice;
    let Some(since) = &submission.since else {
        let gone = if submission.review.round > 1 { submission.now.gone } else { 0 };
        return if gone > 0 { words.solved_count(gone) } else { String::new() };
    };
    let is_gone = |item: &&NoticeItem| {
        !item.fingerprints.is_empty() && item.fingerprints.iter().all(|it| since.fixed.contains(it))
    };
    let places: Vec<&str> = before.iter().filter(is_gone).map(|item| item.place.as_str()).collect();
    if places.is_empty() { String::new() } else { words.solved(places.len(), places.join(words.sentence_separator())) }
}

fn unasked(submission: &Submission, lang: Lang) -> Vec<Unasked> {
    let Some(since) = &submission.since else { return Vec::new() };
    let (before, now) = (&since.before.checked, &submission.now.checked);
    let mask = submission.mask();
    let value = |checked: &Checked, cell| places::value(checked.lean.cells.get(cell), &mask, lang);
    let unasked = since.unasked.iter().map(|&cell| Unasked {
        place: places::cell(now.lean.form, cell, lang),
        before: value(before, cell),
        now: value(now, cell),
    });
    unasked.collect()
}

/// Both lists, in the order of the report.
fn lists(judged: &Judged, mask: &Mask, lang: Lang) -> (Vec<NoticeItem>, Vec<NoticeItem>) {
    let told = Told { judged, mask, lang };
    let list = |wanted: Fate| {
        let causes = by_cause(judged, &|finding, judgement| fate(judged, finding, judgement) == wanted);
        let items = causes.into_iter().map(|cause| match cause.block {
            Some(block) => told.of_block(block, &cause.findings),
            None => told.of_findings(&cause.findings),
        });
        items.collect::<Vec<NoticeItem>>()
    };
    let (mut must, mut explain) = (list(Fate::Correct), list(Fate::Explain));
    explain.extend(told.of_notes());
    for items in [&mut must, &mut explain] {
        (1..).zip(items).for_each(|(number, item)| item.no = number);
    }
    (must, explain)
}

/// A report as its agency hears of it.
struct Told<'a> {
    judged: &'a Judged,
    mask: &'a Mask,
    lang: Lang,
}

impl Told<'_> {
    /// Findings that have one cause.
    fn of_block(&self, block: usize, findings: &[&Finding]) -> NoticeItem {
        let mut item = self.of_findings(findings);
        let Some(block) = self.judged.checked.localisation.get(block) else { return item };
        if let Some(only) = self.only(block, findings) {
            let form = self.judged.checked.lean.form;
            let cells: Vec<_> = only.cells.iter().map(|change| change.cell).collect();
            item.place = places::several(form, &cells, self.lang);
            let cells = &self.judged.checked.lean.cells;
            let filed = only.cells.iter().map(|change| places::value(cells.get(change.cell), self.mask, self.lang));
            item.filed = filed.collect::<Vec<_>>().join(self.lang.words().notice.separator());
        }
        if let Some(ask) = self.question(block, findings) {
            item.ask = ask;
        }
        item
    }

    /// The only explanation of a block, if all that speaks for it is said to the agency, and is sure.
    fn only<'b>(&self, block: &'b Block, findings: &[&Finding]) -> Option<&'b Repair> {
        let [repair] = block.repairs.as_slice() else { return None };
        let is_sure = matches!(repair.certainty, Certainty::Proven | Certainty::Only);
        (block.status == BlockStatus::Located && is_sure && self.is_whole(repair, findings)).then_some(repair)
    }

    /// Is all that a repair would settle said, and nothing of it put aside?
    fn is_whole(&self, repair: &Repair, findings: &[&Finding]) -> bool {
        let is_said = |print: &Fingerprint| findings.iter().any(|finding| finding.fingerprint == *print);
        let cells = &self.judged.checked.lean.cells;
        let is_plain = |change: &Change| !cells.has_doubts() || !cells.is_doubtful(change.cell);
        repair.settles.iter().all(is_said) && repair.cells.iter().all(is_plain)
    }

    /// What should stand there, where one thing only can; else which of several places it is.
    fn question(&self, block: &Block, findings: &[&Finding]) -> Option<String> {
        let words = self.lang.words().notice;
        let form = self.judged.checked.lean.form;
        if let Some(only) = self.only(block, findings) {
            let asks = only.cells.iter().map(|change| {
                let cell = places::cell(form, change.cell, self.lang);
                match change.from {
                    Some(from) => words.ask_should(cell, change.to, from),
                    None => words.ask_should_blank(cell, change.to),
                }
            });
            return Some(asks.collect::<Vec<_>>().join(words.sentence_separator()));
        }
        let cells = |repair: &Repair| {
            let cells: Vec<_> = repair.cells.iter().map(|change| change.cell).collect();
            places::several(form, &cells, self.lang)
        };
        match block.repairs.as_slice() {
            [] => None,
            repairs if !repairs.iter().all(|repair| self.is_whole(repair, findings)) => None,
            [one] => Some(words.ask_first(cells(one))),
            several => {
                let choices = several.iter().take(CHOICES).zip(1..).map(|(repair, at)| words.choice(at, cells(repair)));
                let list = choices.collect::<Vec<_>>().join(words.sentence_separator());
                let more = several.len() > CHOICES;
                Some(words.ask_which(if more { words.and_more(list, several.len()) } else { list }))
            }
        }
    }

    fn of_findings(&self, findings: &[&Finding]) -> NoticeItem {
        let (lean, words) = (&self.judged.checked.lean, self.lang.words().notice);
        let mut item = NoticeItem::new();
        let (mut places, mut filed, mut asks) = (Vec::new(), Vec::new(), Vec::new());
        for finding in findings {
            once(&mut places, places::of_finding(lean.form, finding, self.lang));
            for text in places::filed(lean.form, finding, &lean.cells, self.mask, self.lang) {
                once(&mut filed, text);
            }
            let message = letter_message(lean.form, finding, &lean.cells, self.lang);
            once(&mut item.wrong, self.mask.hide(&message));
            once(&mut item.basis, finding.rule.basis.text(self.lang).to_owned());
            once(&mut asks, finding.ask(self.lang).to_owned());
            once(&mut item.rules, finding.rule.id.to_string());
            for note in self.judged.notes_on(finding).filter(|note| note.goes_out()) {
                once(&mut item.words, self.mask.hide(&note.text));
            }
            item.fingerprints.push(finding.fingerprint);
        }
        item.place = places.join(words.separator());
        item.filed = filed.join(words.sentence_separator());
        item.ask = asks.join(words.sentence_separator());
        item
    }

    /// Words for the agency on what is no finding, or one that is not told otherwise.
    fn of_notes(&self) -> Vec<NoticeItem> {
        let lean = &self.judged.checked.lean;
        let is_told = |note: &NoteOn| {
            self.judged.findings().any(|(finding, judgement)| {
                fate(self.judged, finding, judgement) != Fate::Out
                    && self.judged.notes_on(finding).any(|other| std::ptr::eq(other, note))
            })
        };
        let mut items: Vec<(String, NoticeItem)> = Vec::new();
        for note in self.judged.notes.iter().filter(|note| note.goes_out() && !is_told(note)) {
            let (place, filed) = match &note.target {
                Target::Cell(id) => match lean.form.cell(id) {
                    Some(cell) => {
                        let value = places::value(lean.cells.get(cell), self.mask, self.lang);
                        (places::cell(lean.form, cell, self.lang), value)
                    }
                    None => (self.lang.words().notice.whole_report().to_owned(), String::new()),
                },
                Target::Finding(name) => {
                    let finding = self.judged.findings().find(|(finding, _)| finding.fingerprint.to_string() == **name);
                    let place = finding.map(|(finding, _)| places::of_finding(lean.form, finding, self.lang));
                    (place.unwrap_or_else(|| self.lang.words().notice.whole_report().to_owned()), String::new())
                }
                // They stand before all items.
                Target::Report | Target::Section(_) => continue,
            };
            let text = self.mask.hide(&note.text);
            match items.iter_mut().find(|(known, _)| *known == place) {
                Some((_, item)) => once(&mut item.words, text),
                None => {
                    items.push((place.clone(), NoticeItem { place, filed, words: vec![text], ..NoticeItem::new() }))
                }
            }
        }
        items.into_iter().map(|(_, item)| item).collect()
    }
}

impl NoticeItem {
    pub(super) fn new() -> Self {
        Self {
            no: 0,
            place: String::new(),
            filed: String::new(),
            wrong: Vec::new(),
            basis: Vec::new(),
            ask: String::new(),
            words: Vec::new(),
            is_open: false,
            rules: Vec::new(),
            fingerprints: Vec::new(),
        }
    }
}

fn once(list: &mut Vec<String>, text: String) {
    if !text.is_empty() && !list.contains(&text) {
        list.push(text);
    }
}
