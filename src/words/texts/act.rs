//! Acting on many reports at once, by rounds, again, and from templates: which texts there are.

/// Acting: marks, bulk acts, rounds, templates, the list of all notes, versions.
#[derive(Debug)]
pub struct ActWords {
    /// The draft of words that were meant for several reports. `{count} {names} {text}`
    pub draft_for_all: &'static str,
    /// How many agencies are marked.
    pub selected: &'static str,
    /// The marks were taken away.
    pub unselected: &'static str,
    /// What a bulk return would do; with its date.
    pub bulk_return: &'static str,
    /// The same without a date.
    pub bulk_return_undated: &'static str,
    /// What a bulk acceptance would do.
    pub bulk_accept: &'static str,
    /// What the same note on all would do.
    pub bulk_note: &'static str,
    /// What the same decision on all findings of a rule would do.
    pub bulk_verdict: &'static str,
    /// How many of the marked it would not touch.
    pub bulk_skipped: &'static str,
    /// The keys of the preview.
    pub bulk_hint: &'static str,
    /// Said instead of doing it.
    pub bulk_changed: &'static str,
    /// Nothing of what is marked can be treated so.
    pub bulk_nothing: &'static str,
    /// Why a marked file is left out: there is no report.
    pub special_unreadable: &'static str,
    /// Why a report is left out: it has the status already.
    pub special_already: &'static str,
    /// Errors that nobody has accepted.
    pub special_errors: &'static str,
    /// It is another one, another version, or more was found in it since the list was shown.
    pub special_changed: &'static str,
    /// How often it was returned before.
    pub special_returned: &'static str,
    /// Nothing was found in it.
    pub special_clean: &'static str,
    /// It is marked but the list does not show it.
    pub special_hidden: &'static str,
    /// On how many findings of a report.
    pub special_count: &'static str,
    /// On how many there is a decision that stays.
    pub special_decided: &'static str,
    /// Several acts are on disk.
    pub saved_bulk: &'static str,
    /// Several acts were taken back.
    pub undone_bulk: &'static str,
    /// Several acts were restored.
    pub restored_bulk: &'static str,
    /// What the editor writes for all that are marked.
    pub editor_note_all: &'static str,
    /// What the editor writes for all findings of a rule.
    pub editor_reason_all: &'static str,
    /// The title of the menu of decisions on all findings of a rule.
    pub verdict_all_title: &'static str,
    /// All findings of the rule are decided on.
    pub none_undecided: &'static str,
    /// What was repeated.
    pub repeated: &'static str,
    /// Nothing was done yet that could be repeated.
    pub nothing_to_repeat: &'static str,
    /// There is a decision on every finding of the report.
    pub all_decided: &'static str,
    /// Which report comes next.
    pub next_undecided: &'static str,
    /// There is none.
    pub nothing_undecided: &'static str,
    /// The title of the date until when a returned report is to be reported anew.
    pub due_title: &'static str,
    /// The same for several.
    pub due_title_all: &'static str,
    /// What `Enter` takes.
    pub due_default: &'static str,
    /// `Enter` sets no date.
    pub due_default_none: &'static str,
    /// What can be written.
    pub due_hint: &'static str,
    /// What was written is no date.
    pub due_bad: &'static str,
    /// The date is over.
    pub due_over: &'static str,
    /// Only a returned report has a date.
    pub not_returned: &'static str,
    /// Instead of the status, when the date is over.
    pub overdue: &'static str,
    /// The condition on the list.
    pub flag_overdue: &'static str,
    /// The title of the list of templates.
    pub template_title: &'static str,
    /// Its keys.
    pub template_hint: &'static str,
    /// What a template asks for and there is not.
    pub template_gap: &'static str,
    /// No template can help with what is being written.
    pub template_not_here: &'static str,
    /// The templates: name and text.
    pub templates: &'static [(&'static str, &'static str)],
    /// Of a note: its file is another report by now. `{report}`.
    pub note_left: &'static str,
    /// The title of the list of all notes.
    pub notes_title: &'static str,
    /// Its keys.
    pub notes_hint: &'static str,
    /// There are none.
    pub no_notes_anywhere: &'static str,
    /// The report has no earlier version.
    pub no_versions: &'static str,
    /// Which versions are compared.
    pub versions_head: &'static str,
    /// Findings of the version before that are no longer there.
    pub group_fixed: &'static str,
    /// Findings that still are.
    pub group_open: &'static str,
    /// Findings that were not there before.
    pub group_new: &'static str,
    /// Cells that changed though nothing asked for it.
    pub group_unasked: &'static str,
    /// Cells that changed and were asked about.
    pub group_asked: &'static str,
    /// A group with how many it has.
    pub group: &'static str,
    /// A finding that is no longer there cannot be gone to.
    pub finding_gone: &'static str,
    /// The forms differ: cells cannot be compared.
    pub other_form: &'static str,
}
