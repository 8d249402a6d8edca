//! The desk: which texts there are.

/// The desk.
#[derive(Debug)]
pub struct DeskWords {
    /// The name of the program on the first line.
    pub program: &'static str,
    /// A key that has a meaning elsewhere.
    pub not_here: &'static str,
    /// A key without meaning.
    pub unknown_key: &'static str,
    /// Nothing can be written.
    pub journal_read_only: &'static str,
    /// There is no report under the cursor.
    pub no_report: &'static str,
    /// The line under the cursor leads nowhere.
    pub no_finding_on_line: &'static str,
    /// Nothing to jump to.
    pub no_findings: &'static str,
    /// Nothing to decide on.
    pub no_finding_here: &'static str,
    /// Why `Command::OtherSide` does not work.
    pub no_other_side: &'static str,
    /// The finding speaks of no other report, or of one that is not there.
    pub no_other_report: &'static str,
    /// Another report is looked at: `report` is the one that one has come from.
    pub visiting: &'static str,
    /// Above a passage of the open report: `section`.
    pub passage_here: &'static str,
    /// Above a passage of another report: `report`, `section`.
    pub passage_there: &'static str,
    /// A number of the text and the cells that say the same: `metric`, `text`, `cells`, `table`.
    pub tie_agrees: &'static str,
    /// The same, where they differ.
    pub tie_differs: &'static str,
    /// The same, where they need not agree.
    pub tie_apart: &'static str,
    /// The same, where the cells hold no number.
    pub tie_no_number: &'static str,
    /// No number on the line is one of the tables'.
    pub no_claim_here: &'static str,
    /// Nothing under the cursor of the notes.
    pub no_note_here: &'static str,
    /// Only notes have words to edit.
    pub not_a_note: &'static str,
    /// Written by somebody else.
    pub not_yours: &'static str,
    /// The last act is not on disk yet.
    pub still_saving: &'static str,
    /// No act to take back.
    pub nothing_to_undo: &'static str,
    /// What a note speaks of is no longer there.
    pub target_gone: &'static str,
    /// The search went past the end.
    pub wrapped_to_first: &'static str,
    /// The search went past the beginning.
    pub wrapped_to_last: &'static str,
    /// An order.
    pub sort_file: &'static str,
    /// An order.
    pub sort_findings: &'static str,
    /// An order.
    pub sort_status: &'static str,
    /// An order.
    pub sort_name: &'static str,
    /// The order was changed.
    pub sorted: &'static str,
    /// One year is shown.
    pub year_shown: &'static str,
    /// The latest year is shown.
    pub latest_shown: &'static str,
    /// The latest year, as a chip.
    pub year_latest: &'static str,
    /// What the list is narrowed to.
    pub chip_year: &'static str,
    /// The order of the list.
    pub chip_sort: &'static str,
    /// What the names are searched for.
    pub chip_filter: &'static str,
    /// The title of the menu of what the list can be narrowed to.
    pub narrow_title: &'static str,
    /// Its keys.
    pub narrow_hint: &'static str,
    /// The list was narrowed. `{chip}`
    pub narrowed_to: &'static str,
    /// Why `Command::Alike` does not work.
    pub nothing_alike: &'static str,
    /// How many reports. `{count}`
    pub count_reports: &'static str,
    /// A chip.
    pub flag_clean: &'static str,
    /// A chip.
    pub flag_undecided: &'static str,
    /// A chip.
    pub flag_noted: &'static str,
    /// A chip.
    pub flag_stale: &'static str,
    /// A chip.
    pub flag_doubtful: &'static str,
    /// How the list stands.
    pub totals: &'static str,
    /// Asked at Enter: {report}, {now}
    pub report_is_another: &'static str,
    /// Asked at Enter: {report}
    pub report_is_gone: &'static str,
    /// Said at the last key of an act without words: {report}, {now}
    pub acted_on_another: &'static str,
    /// Said at the last key of an act without words: {report}
    pub acted_on_gone: &'static str,
    /// An empty note.
    pub nothing_written: &'static str,
    /// The status is that already.
    pub already: &'static str,
    /// Accepting with open errors.
    pub accept_anyway: &'static str,
    /// The answers to a question.
    pub yes_or_no: &'static str,
    /// An act is on its way to the disk.
    pub saving: &'static str,
    /// A note is on disk.
    pub saved_note: &'static str,
    /// An edit is on disk.
    pub saved_edit: &'static str,
    /// A retraction is on disk.
    pub saved_retraction: &'static str,
    /// A verdict is on disk.
    pub saved_verdict: &'static str,
    /// A status is on disk.
    pub saved_status: &'static str,
    /// Other reviewers wrote something.
    pub others_acted: &'static str,
    /// The directory holds nothing to review.
    pub nothing_found: &'static str,
    /// Some files could not be read.
    pub loaded_with_trouble: &'static str,
    /// How far loading is.
    pub loading: &'static str,
    /// How far checking the texts is. `{checked}` `{all}`
    pub checking: &'static str,
    /// Nothing there yet.
    pub still_loading: &'static str,
    /// Nothing fits the filter.
    pub nothing_shown: &'static str,
    /// A paste outside a text field.
    pub paste_ignored: &'static str,
    /// Words were thrown away.
    pub discarded: &'static str,
    /// Leaving an editor with changes.
    pub discard_question: &'static str,
    /// The keys of the editor.
    pub editor_hint: &'static str,
    /// Title of the editor.
    pub editor_note: &'static str,
    /// Title of the editor.
    pub editor_edit: &'static str,
    /// Title of the editor.
    pub editor_reason: &'static str,
    /// The external editor failed.
    pub editor_failed: &'static str,
    /// Where unsaved words were kept.
    pub draft_kept: &'static str,
    /// Words from an earlier session.
    pub drafts_found: &'static str,
    /// The keys below it.
    pub drafts_hint: &'static str,
    /// Above such words while they are edited.
    pub editor_draft: &'static str,
    /// The journal has bad lines.
    pub journal_problems: &'static str,
    /// The journal has lines of a newer version.
    pub journal_newer: &'static str,
    /// Title of the help.
    pub help_title: &'static str,
    /// Heading of the help.
    pub help_editor: &'static str,
    /// Heading of the help.
    pub help_marks: &'static str,
    /// Title of the menu of decisions.
    pub verdict_title: &'static str,
    /// A reason to be written.
    pub reason_written: &'static str,
    /// The verdict on a finding.
    pub decided: &'static str,
    /// The difference of an equation.
    pub difference: &'static str,
    /// Terms that are zero.
    pub zeros_left_out: &'static str,
    /// The left side of an equation.
    pub left: &'static str,
    /// The right side of an equation.
    pub right: &'static str,
    /// How many equations could not be checked.
    pub unchecked: &'static str,
    /// A report without findings.
    pub no_findings_here: &'static str,
    /// The terminal is too small.
    pub too_small: &'static str,
    /// A column of the list.
    pub column_status: &'static str,
    /// A column of the list.
    pub column_agency: &'static str,
    /// A column of the list.
    pub column_year: &'static str,
    /// A column of the list.
    pub column_progress: &'static str,
    /// A column of the list.
    pub column_region: &'static str,
    /// The sign of notes in lists.
    pub note_mark: &'static str,
    /// The status of a file that could not be read.
    pub unreadable: &'static str,
    /// Heading.
    pub equations_of_cell: &'static str,
    /// Heading.
    pub notes_of_cell: &'static str,
    /// An equation holds.
    pub equation_holds: &'static str,
    /// An equation could not be checked.
    pub equation_unchecked: &'static str,
    /// A cell in no equation.
    pub no_equations: &'static str,
    /// What stands in a cell.
    pub value_number: &'static str,
    /// What stands in a cell.
    pub value_raw: &'static str,
    /// What stands in a cell.
    pub value_blank: &'static str,
    /// What stands in a cell.
    pub value_missing: &'static str,
    /// A blank cell of the grid.
    pub short_blank: &'static str,
    /// A missing cell of the grid.
    pub short_missing: &'static str,
    /// Where a value stood.
    pub origin: &'static str,
    /// The text is being read.
    pub text_pending: &'static str,
    /// A report without text.
    pub no_text: &'static str,
    /// A report without notes.
    pub no_notes: &'static str,
    /// An act about other values.
    pub stale: &'static str,
    /// A finding that is no longer there.
    pub settled_finding: &'static str,
    /// There is no shell to come back from.
    pub suspend_failed: &'static str,
    /// The program broke down.
    pub crashed: &'static str,
    /// The program broke down and could not say why in a file.
    pub crashed_unwritten: &'static str,
    /// Not a terminal.
    pub no_terminal: &'static str,
    /// The reasons for accepting a finding, in the order of the menu.
    pub reasons: [&'static str; 3],
    /// The keys of the editor, for the help.
    pub editor_keys: &'static [(&'static str, &'static str)],
    /// The marks of the tables, for the help.
    pub marks: &'static [(&'static str, &'static str)],
    /// A side of an equation whose terms are all zero.
    pub all_zero: &'static str,
    /// Where copied text went.
    pub copied_terminal: &'static str,
    /// Where copied text went.
    pub copied_both: &'static str,
    /// Where copied text went.
    pub copied_tmux: &'static str,
    /// Where copied text went.
    pub copied_file: &'static str,
    /// Nothing was copied.
    pub copy_failed: &'static str,
    /// Nothing explains the finding.
    pub no_readings: &'static str,
    /// Before the reading that is previewed.
    pub preview: &'static str,
    /// The journal ends with a line that is not whole.
    pub journal_unfinished: &'static str,
    /// Heading of the help.
    pub help_limits: &'static str,
    /// There is nothing further out.
    pub outermost: &'static str,
    /// No act to restore.
    pub nothing_to_redo: &'static str,
    /// Nothing under the cursor.
    pub nothing_to_copy: &'static str,
    /// A retraction was taken back.
    pub restored: &'static str,
    /// Which act was taken back.
    pub undone: &'static str,
    /// Returning a report without findings.
    pub return_anyway: &'static str,
    /// Behind a note about one of several readings.
    pub one_of_several: &'static str,
    /// Words of an earlier session are in the journal now.
    pub drafts_saved: &'static str,
    /// There is no place for the journal.
    pub journal_cannot_be_made: &'static str,
    /// Who has found a reading right: `{by}`.
    pub reading_confirmed: &'static str,
    /// Who has found a reading wrong, and what is right: `{value}`, `{by}`.
    pub reading_corrected: &'static str,
    /// What was found of a reading is on disk: `{reading}`.
    pub saved_reading: &'static str,
    /// What the document says is being written.
    pub editor_reading: &'static str,
    /// Title of the menu of what the document shows.
    pub compare_title: &'static str,
    /// Its lines: right, wrong.
    pub compare_choices: [&'static str; 2],
    /// The report has no reading doubts.
    pub no_doubts: &'static str,
    /// No report on the list has.
    pub no_doubts_anywhere: &'static str,
    /// No cell was read from the line.
    pub no_cell_on_line: &'static str,
    /// The doubt is about no cell.
    pub no_cell_of_doubt: &'static str,
    /// Nobody knows where in the document it stood.
    pub no_origin: &'static str,
    /// A page: `{page}`.
    pub page: &'static str,
    /// The document is being read.
    pub source_pending: &'static str,
    /// It has no lines.
    pub source_empty: &'static str,
    /// Heading of the document: `{file}`, `{count}` lines.
    pub source_head: &'static str,
    /// It is not the file that was read.
    pub source_changed: &'static str,
    /// The report does not name its document.
    pub source_not_named: &'static str,
    /// The document `{file}` is not there.
    pub source_not_beside: &'static str,
    /// Before a doubt of the reader.
    pub remark_line: &'static str,
    /// How many cells a doubt is about.
    pub doubt_cells: &'static str,
}
