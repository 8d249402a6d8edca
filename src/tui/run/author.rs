//! From what the desk wants written to acts: whose they are, and what the files of their reports come to.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Duration;

use uuid::Uuid;

use crate::base::digest::Sha256Sum;
use crate::base::{apart, file};
use crate::check::{Fingerprint, Rule, named};
use crate::journal::{Act, Aside, ReportRef, Target, When};
use crate::library::{settings_in_force, several};
use crate::report::{MAX_BYTES, SafeText};
use crate::tui::model::{ItemId, Model, Open};
use crate::tui::msg::{Intent, What};

/// An act waits so long for what its report's file comes to.
const MOMENT: Duration = Duration::from_millis(300);

/// An intent with what only the loop knows of its report.
pub(super) struct Prepared {
    pub(crate) intent: Intent,
    pub(crate) report: ReportRef,
    /// The rule of the finding that it is about.
    rule: Option<&'static Rule>,
    /// What is in force.
    settings: Option<SafeText>,
}

/// Intents, each with its report and what the desk knows of it: the rule of its finding, and what is in force.
pub(super) fn prepare_all(model: &Model, intents: Vec<Intent>) -> Vec<Prepared> {
    let settings = settings_in_force(&model.given.basis).map(|text| SafeText::line(&text));
    let known = |intent: Intent| match &intent {
        Intent::About { item, target, .. } => {
            let rule = rule_of(model, *item, target);
            Prepared { rule, settings: settings.clone(), ..prepare(intent) }
        }
        Intent::Edit { .. } | Intent::Draft { .. } | Intent::Retract { .. } => prepare(intent),
    };
    intents.into_iter().map(known).collect()
}

/// The rule of the finding that something is about.
fn rule_of(model: &Model, item: ItemId, target: &Target) -> Option<&'static Rule> {
    let Target::Finding(name) = target else { return None };
    let name: Fingerprint = name.parse().ok()?;
    let listed = model.library.sheet(item)?.findings.iter().find(|finding| finding.fingerprint == name);
    let open = model.open.as_ref().filter(|open| open.item == item);
    let open = || open.into_iter().flat_map(Open::all_findings).find(|finding| finding.fingerprint == name);
    listed.map(|listed| listed.rule).or_else(|| open().map(|finding| finding.rule))
}

impl Prepared {
    /// What the act says beside. The place of a finding, as far as it can be told, is looked for: that takes a while, and is
    /// nothing for the loop.
    fn aside(&self) -> Aside {
        let rule = self.rule.map(|rule| SafeText::line(&rule.id));
        Aside { rule, place: self.place(), settings: self.settings.clone() }
    }

    fn place(&self) -> Option<SafeText> {
        let Intent::About { target: Target::Finding(name), .. } = &self.intent else { return None };
        let ReportRef { agency, region, year, .. } = &self.report;
        let head = named::head_of(agency, region, *year);
        let (_, place) = named::named(&head, name, self.rule.into_iter())?;
        Some(SafeText::line(&place))
    }
}

/// What the files of some reports come to: of those about which something is written before their texts were read. They
/// are read by another thread, and an act does not wait for a disk that does not answer.
pub(super) struct Sums(Receiver<Vec<(usize, Sha256Sum)>>);

impl Sums {
    /// Has those found out that are not known yet.
    pub(crate) fn missing(model: &Model, prepared: &[Prepared]) -> Option<Self> {
        let files: Vec<(usize, PathBuf)> = prepared
            .iter()
            .enumerate()
            .filter_map(|(number, prepared)| {
                let Intent::About { item, .. } = prepared.intent else { return None };
                // The file of what the item is by now says nothing of the report that it was.
                let is_there = model.reference(item).is_some_and(|now| now == prepared.report);
                let item = model.library.get(item).filter(|_| is_there && prepared.report.sha256.is_none())?;
                Some((number, item.path.clone()))
            })
            .collect();
        let place = files.first()?.1.clone();
        let (tell, sums) = sync_channel(1);
        let sum = |(number, path): (usize, PathBuf)| Some((number, sum_of(&path)?));
        apart::run(&place, move || drop(tell.send(files.into_iter().filter_map(sum).collect()))).ok()?;
        Some(Self(sums))
    }

    /// Waits a moment for them.
    pub(crate) fn fill(self, prepared: &mut [Prepared]) {
        for (number, sum) in self.0.recv_timeout(MOMENT).unwrap_or_default() {
            if let Some(prepared) = prepared.get_mut(number) {
                prepared.report.sha256 = Some(SafeText::line(&sum.to_string()));
            }
        }
    }
}

/// What the bytes of a report's file come to; of one of several reports in a document, those of the document.
fn sum_of(path: &Path) -> Option<Sha256Sum> {
    let (document, _) = several::document_and_number(path);
    Some(Sha256Sum::of(&file::read(&document, MAX_BYTES).ok()?))
}

/// Who writes.
#[derive(Clone)]
pub(super) struct Author(pub(crate) SafeText);

impl Author {
    /// What is being written, as the draft of this id.
    pub(crate) fn draft(&self, intent: Intent, id: Uuid) -> Act {
        Act { id, ..self.act(&prepare(intent)) }
    }

    /// What was prepared, as an act.
    pub(crate) fn act(&self, prepared: &Prepared) -> Act {
        match &prepared.intent {
            Intent::About { target, what, seen, .. } => {
                let report = prepared.report.clone();
                let seen = seen.clone();
                let act = match what {
                    What::Note(text, audience) => {
                        Act::note(&self.0, report, target.clone(), text, seen).read_by(*audience)
                    }
                    What::Status(status, due, reason) => {
                        let act = Act::status(&self.0, report, *status, reason, seen).with_due(*due);
                        // Why it goes back is said to whom it goes.
                        if reason.is_empty() { act } else { act.for_agency() }
                    }
                    What::Reading(reading, text) => Act::reading(&self.0, report, target.clone(), *reading, text, seen),
                    What::Assign(to) => Act::assign(&self.0, report, to.as_deref()),
                    What::Name(name) => Act::name(&self.0, report, name.as_deref()),
                    What::Verdict(verdict) => {
                        let fingerprint = match target {
                            Target::Finding(fingerprint) => fingerprint.as_str(),
                            _ => "",
                        };
                        Act::verdict(&self.0, report, fingerprint, verdict.clone(), seen)
                    }
                };
                act.with_aside(prepared.aside())
            }
            Intent::Edit { of, text, audience, seen } => Act::edit(&self.0, of, text, seen.clone()).read_by(*audience),
            Intent::Draft { of, text } => Act { at: When::now(), ..(**of).clone().with_words(text) },
            Intent::Retract { of } => Act::retract(&self.0, of),
        }
    }
}

/// An intent, with the report that it is about.
pub(super) fn prepare(intent: Intent) -> Prepared {
    let report = match &intent {
        Intent::About { report, .. } => (**report).clone(),
        // These name an act, and with it its report.
        Intent::Edit { .. } | Intent::Draft { .. } | Intent::Retract { .. } => ReportRef::default(),
    };
    Prepared { intent, report, rule: None, settings: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_report_of_a_document_has_the_documents_sum() {
        let dir = tempfile::tempdir().unwrap();
        let document = dir.path().join("年报.txt");
        std::fs::write(&document, "两份").unwrap();
        let sum = Some(Sha256Sum::of("两份".as_bytes()));
        for number in [1, 2] {
            assert_eq!(sum_of(&several::path_of(&document, number)), sum);
        }
        assert_eq!(sum_of(&dir.path().join("没有.txt")), None);
    }
}
