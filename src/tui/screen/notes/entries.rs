//! The notes, decisions and status of the open report, in the order of the journal: what the tab of notes shows.

use crate::check;
use crate::journal::{Act, Audience, Note, Target, describe_act, describe_target};
use crate::tui::about;
use crate::tui::model::{ItemId, Model, Opened, Screen, marks};
use crate::words::{CommandId, Words};

/// One line of the tab.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NoteLine<'a> {
    /// The act: of a note the one that wrote it first.
    pub(crate) act: &'a Act,
    pub(crate) note: Option<Note<'a>>,
    /// Does it speak of values that are no longer there?
    pub(crate) stale: bool,
    /// Is it a decision that another reviewer contradicts?
    pub(crate) disputed: bool,
}

impl<'a> NoteLine<'a> {
    #[must_use]
    pub(crate) fn is_note(&self) -> bool {
        self.note.is_some()
    }

    /// Who may read them.
    #[must_use]
    pub(crate) fn audience(&self) -> Audience {
        self.note.map_or(self.act.audience, |note| note.audience())
    }

    /// The act in words, as it is now.
    #[must_use]
    pub(crate) fn described(&self, words: &Words) -> String {
        describe_act(&self.act.clone().read_by(self.audience()), words)
    }

    /// What it is about, by name; of a finding that is gone, by its rule.
    #[must_use]
    pub(crate) fn place(&self, model: &Model, opened: &Opened<'_>) -> String {
        let name = target_name(model, opened, &self.act.target);
        let rule = self.act.aside.rule.as_ref().and_then(|rule| check::rule(rule));
        match rule.filter(|_| name == model.words().desk.settled_finding()) {
            Some(rule) => format!("{name} {}", about::rule_name(model, rule)),
            None => name,
        }
    }

    /// The words in effect.
    #[must_use]
    pub(crate) fn text(&self) -> &'a str {
        self.note.map_or(&self.act.text, |note| note.text())
    }
}

/// That there are none, and how to write one.
#[must_use]
pub(crate) fn none(model: &Model) -> String {
    model.words().desk.no_notes(model.key_text(CommandId::Note))
}

/// Everything in effect about the open report, oldest first.
#[must_use]
pub(crate) fn entries(model: &Model) -> Vec<NoteLine<'_>> {
    model.open.as_ref().map(|open| entries_of(model, open.item)).unwrap_or_default()
}

/// Everything in effect about a report, oldest first.
#[must_use]
pub(crate) fn entries_of(model: &Model, item: ItemId) -> Vec<NoteLine<'_>> {
    let Some(review) = model.review_of(item) else { return Vec::new() };
    // Of a file that cannot be read nothing was seen.
    let sheet = model.library.sheet(item);
    let is_stale = |target: &Target, seen| sheet.is_some_and(|sheet| marks::is_stale(target, seen, sheet));
    let notes = review.notes().map(|note| NoteLine {
        act: note.act(),
        note: Some(note),
        stale: note.seen().is_some_and(|seen| is_stale(note.target(), seen)),
        disputed: false,
    });
    let verdicts = review.verdicts().flat_map(|(name, act)| match review.conflict(name) {
        agreed if agreed.is_empty() => vec![(act, false)],
        views => views.into_iter().map(|view| (view, true)).collect(),
    });
    let others = review.readings().chain(review.status_act()).chain(review.assignment_act());
    let others = verdicts.chain(others.map(|act| (act, false)));
    let others = others.map(|(act, disputed)| {
        let stale = sheet.is_some_and(|sheet| marks::is_stale_act(act, sheet));
        NoteLine { act, note: None, stale, disputed }
    });
    let mut entries: Vec<NoteLine<'_>> = notes.chain(others).collect();
    entries.sort_by_key(|entry| model.journal.review.position(&entry.act.id));
    entries
}

/// The entry under the cursor, while the tab is shown.
#[must_use]
pub(crate) fn current(model: &Model) -> Option<NoteLine<'_>> {
    let open = model.open.as_ref().filter(|open| open.screen == Screen::Notes)?;
    entries(model).into_iter().nth(open.notes.cursor)
}

/// What an act is about, by its name in the form rather than its id.
#[must_use]
pub(crate) fn target_name(model: &Model, opened: &Opened<'_>, target: &Target) -> String {
    match target {
        Target::Cell(id) => match opened.form.cell(id) {
            Some(cell) => check::cell_name(opened.form, cell, model.given.lang),
            None => id.to_string(),
        },
        Target::Finding(fingerprint) => {
            let mut findings = opened.open.all_findings();
            match findings.find(|finding| finding.fingerprint.to_string() == **fingerprint) {
                Some(finding) => about::rule_name(model, finding.rule),
                None => model.words().desk.settled_finding().to_owned(),
            }
        }
        other => describe_target(other, model.words()),
    }
}
