//! Which texts there are. Each struct belongs to one part of the program.

use super::Lang;

/// All texts of one language.
#[derive(Debug)]
pub struct Words {
    /// Which language this is.
    pub lang: Lang,

    /// Why a file is not a report.
    pub report_error: ReportErrorWords,

    /// Loading a directory.
    pub load: LoadWords,

    /// Findings.
    pub check: CheckWords,

    /// Which cell is wrong.
    pub localise: LocaliseWords,

    /// The settings of an office.
    pub profile: ProfileWords,

    /// How bad a finding is.
    pub severity: SeverityWords,

    /// Listings.
    pub output: OutputWords,

    /// The command line.
    pub cli: CliWords,

    /// The commands of the desk.
    pub command: CommandWords,

    /// The desk.
    pub desk: DeskWords,

    /// Reading documents.
    pub read: ReadWords,
    /// Why a file is not a roster.
    pub roster: RosterWords,

    /// The helpers that read documents.
    pub worker: WorkerWords,

    /// Reading documents in masses.
    pub batch: BatchWords,

    /// The journal.
    pub journal: JournalWords,

    /// The sample data.
    pub sample: SampleWords,
}

/// Why a file is not a report.
#[derive(Debug)]
pub struct ReportErrorWords {
    /// Prefix that names the line.
    pub line: &'static str,
    /// Prefix that names the key.
    pub key: &'static str,
    /// The bytes are not UTF-8.
    pub not_utf8: &'static str,
    /// Too many bytes.
    pub too_large: &'static str,
    /// Ends too early.
    pub truncated: &'static str,
    /// Not JSON.
    pub not_json: &'static str,
    /// A required key is missing.
    pub missing_key: &'static str,
    /// A value of another type.
    pub wrong_type: &'static str,
    /// A cell's value that is none.
    pub not_a_cell: &'static str,
    /// Another schema or version.
    pub unknown_schema: &'static str,
    /// Another edition of the form.
    pub unknown_form: &'static str,
    /// A text that must say something is empty.
    pub empty: &'static str,
}

/// Files that are no document, each with the conversion to make.
#[derive(Debug)]
pub struct ForeignWords {
    /// A picture or a scan.
    pub image: &'static str,
    /// Rich text.
    pub rtf: &'static str,
    /// ODT, ODS.
    pub open_document: &'static str,
    /// OFD.
    pub ofd: &'static str,
    /// A saved web page with all its parts.
    pub mht: &'static str,
    /// Word 2003 XML.
    pub flat_xml: &'static str,
    /// Word, Excel or WPS from before 1997.
    pub old: &'static str,
    /// Slides.
    pub slides: &'static str,
    /// An archive of files.
    pub archive: &'static str,
}

/// Why a file is not a roster.
#[derive(Debug)]
pub struct RosterWords {
    /// Prefix that names the line.
    pub line: &'static str,
    /// Prefix that names the column.
    pub column: &'static str,
    /// Between the place and what is wrong.
    pub after_place: &'static str,
    /// Neither text nor a workbook.
    pub unreadable: &'static str,
    /// Too many bytes, lines or columns.
    pub too_large: &'static str,
    /// No column of names.
    pub no_header: &'static str,
    /// A column for the second time.
    pub column_twice: &'static str,
    /// A line without a name.
    pub no_name: &'static str,
    /// An agency for the second time.
    pub twice: &'static str,
}

/// Reading documents.
#[derive(Debug)]
pub struct ReadWords {
    /// No table of the form was found.
    pub nothing_found: &'static str,
    /// The bytes are not text.
    pub not_text: &'static str,
    /// Too many bytes or lines.
    pub too_large: &'static str,
    /// Protected by a password.
    pub encrypted: &'static str,
    /// A container that is not whole.
    pub broken: &'static str,
    /// An archive that unpacks to too much.
    pub unpacks: &'static str,
    /// What a file is instead of a document, and what to do.
    pub foreign: ForeignWords,
    /// A known format that cannot be read yet.
    pub unsupported: &'static str,
    /// A document that consists of pictures.
    pub no_text_layer: &'static str,
    /// No year anywhere.
    pub no_year: &'static str,
    /// No agency anywhere.
    pub no_agency: &'static str,
    /// Remark `extra-value`.
    pub extra_value: &'static str,
    /// Remark `chosen-values`.
    pub chosen_values: &'static str,
    /// What `chosen-values` discarded: two numbers that it reads as one.
    pub apart: &'static str,
    /// What `chosen-values` discarded: blanks elsewhere.
    pub other_blanks: &'static str,
    /// Remark `unsettled-values`.
    pub unsettled_values: &'static str,
    /// Remark `too-few-values`.
    pub too_few_values: &'static str,
    /// Remark `no-values`.
    pub no_values: &'static str,
    /// Remark `doubtful-blank`.
    pub doubtful_blank: &'static str,
    /// Remark `stray-blank`.
    pub stray_blank: &'static str,
    /// Remark `moved-values`.
    pub moved_values: &'static str,
    /// Remark `shifted-row`.
    pub shifted_row: &'static str,
    /// Remark `displaced-row`.
    pub displaced_row: &'static str,
    /// Remark `altered-label`.
    pub altered_label: &'static str,
    /// Remark `missing-column-label`.
    pub missing_column_label: &'static str,
    /// Remark `column-order`.
    pub column_order: &'static str,
    /// Remark `unknown-columns`.
    pub unknown_columns: &'static str,
    /// Remark `merged-row`.
    pub merged_row: &'static str,
    /// Remark `row-not-found`.
    pub row_not_found: &'static str,
    /// Remark `table-not-found`.
    pub table_not_found: &'static str,
    /// Remark `table-twice`.
    pub table_twice: &'static str,
    /// Remark `copies-differ`.
    pub copies_differ: &'static str,
    /// Remark `page-header`.
    pub page_header: &'static str,
    /// Remark `unknown-text`.
    pub unknown_text: &'static str,
    /// Remark `section-not-found`.
    pub section_not_found: &'static str,
    /// Remark `second-report`.
    pub second_report: &'static str,
    /// Remark `year-doubt`.
    pub year_doubt: &'static str,
    /// Remark `agency-doubt`.
    pub agency_doubt: &'static str,
    /// Remark `bad-bytes`.
    pub bad_bytes: &'static str,
    /// A place where a year or name was found.
    pub in_title: &'static str,
    /// A place.
    pub in_text: &'static str,
    /// A place.
    pub in_file: &'static str,
    /// A place: the period the report is on.
    pub in_period: &'static str,
    /// Another place says otherwise.
    pub but_there: &'static str,
    /// Remark `too-much`.
    pub too_much: &'static str,
    /// Remark `too-much`, about the document as a whole.
    pub too_long: &'static str,
    /// Remark `mixed-forms`.
    pub mixed_forms: &'static str,
    /// Remark `glued-values`.
    pub glued_values: &'static str,
    /// What `chosen-values` discarded: other ways to take glued numbers apart.
    pub other_splits: &'static str,
}

/// The helpers that read documents: why one brought no report.
#[derive(Debug)]
pub struct WorkerWords {
    /// It needed too much memory.
    pub memory: &'static str,
    /// It took too long.
    pub time: &'static str,
    /// It ended in the middle.
    pub ended: &'static str,
    /// None could be started.
    pub no_helper: &'static str,
    /// Called off.
    pub cancelled: &'static str,
}

/// Reading documents in masses: `gouji read`.
#[derive(Debug)]
pub struct BatchWords {
    /// The report that is there was read from other bytes.
    pub changed: &'static str,
    /// What was not read because of a signal.
    pub stopped: &'static str,
    /// Column: the format.
    pub format: &'static str,
    /// Column: how many were read.
    pub read: &'static str,
    /// Column: of these, how many with doubts.
    pub doubtful: &'static str,
    /// Column: how many were read before and have not changed.
    pub unchanged: &'static str,
    /// Column: how many failed.
    pub failed: &'static str,
    /// After the error of a format that LibreOffice reads.
    pub hint_convert: &'static str,
    /// After the error of a picture or a scan.
    pub hint_ocr: &'static str,
    /// `--convert` without LibreOffice.
    pub no_converter: &'static str,
    /// The converter made nothing of it.
    pub not_converted: &'static str,
    /// The recogniser made nothing of it.
    pub not_recognised: &'static str,
    /// A program that took too long.
    pub too_long: &'static str,
    /// A program that brought nothing.
    pub brought_nothing: &'static str,
    /// Remark `converted`.
    pub converted: &'static str,
    /// Remark `recognised`.
    pub recognised: &'static str,
}

/// The journal.
#[derive(Debug)]
pub struct JournalWords {
    /// Prefix that names the line of a problem.
    pub line: &'static str,
    /// The line ends too early.
    pub torn: &'static str,
    /// The last line has no line break yet.
    pub unfinished: &'static str,
    /// Too many bytes in a line.
    pub line_too_long: &'static str,
    /// The bytes are not UTF-8.
    pub not_utf8: &'static str,
    /// Not JSON.
    pub not_json: &'static str,
    /// A required key is missing.
    pub missing_key: &'static str,
    /// A value of the wrong type or form.
    pub wrong_type: &'static str,
    /// A line of a newer version.
    pub newer: &'static str,
    /// An id for the second time.
    pub duplicate: &'static str,
    /// No checksum.
    pub no_chain: &'static str,
    /// A wrong checksum.
    pub broken_chain: &'static str,
    /// How many problems are not listed.
    pub more_problems: &'static str,
    /// An error with the journal's file name.
    pub error: &'static str,
    /// No such file.
    pub missing: &'static str,
    /// Not an ordinary file.
    pub not_a_file: &'static str,
    /// Not writable.
    pub read_only: &'static str,
    /// No space left.
    pub full: &'static str,
    /// The lock is held by another program.
    pub locked: &'static str,
    /// The file system has no locks.
    pub no_locks: &'static str,
    /// Too much text.
    pub act_too_long: &'static str,
    /// The file to be made exists.
    pub exists: &'static str,
    /// What was written is not there.
    pub not_read_back: &'static str,
    /// The system cannot read.
    pub cannot_read: &'static str,
    /// The system cannot write.
    pub cannot_write: &'static str,
    /// A note.
    pub act_note: &'static str,
    /// An edit of a note.
    pub act_edit: &'static str,
    /// A retraction.
    pub act_retract: &'static str,
    /// A verdict.
    pub act_verdict: &'static str,
    /// A status.
    pub act_status: &'static str,
    /// A doubtful reading is right.
    pub act_confirm: &'static str,
    /// A doubtful reading is wrong; what the document says is the text of the act.
    pub act_correct: &'static str,
    /// The reason of a verdict.
    pub reason: &'static str,
    /// The act that an edit or a retraction speaks of.
    pub of: &'static str,
    /// Mark of an act that was taken back.
    pub taken_back: &'static str,
    /// The agency must correct it.
    pub decision_return: &'static str,
    /// Accepted with a reason.
    pub decision_accept: &'static str,
    /// Not the agency's fault.
    pub decision_not_a_problem: &'static str,
    /// To be looked up.
    pub decision_to_verify: &'static str,
    /// Nobody looked yet.
    pub status_unreviewed: &'static str,
    /// Being reviewed.
    pub status_reviewing: &'static str,
    /// Sent back.
    pub status_returned: &'static str,
    /// Sent in again.
    pub status_resubmitted: &'static str,
    /// Accepted.
    pub status_accepted: &'static str,
    /// The report as a whole.
    pub target_report: &'static str,
    /// A section.
    pub target_section: &'static str,
    /// A cell.
    pub target_cell: &'static str,
    /// A finding.
    pub target_finding: &'static str,
    /// What a check counted.
    pub verified: &'static str,
    /// The check found nothing altered.
    pub sound: &'static str,
    /// The check found altered or foreign lines.
    pub not_sound: &'static str,
    /// What a merge counted.
    pub merged: &'static str,
    /// Two sources disagree.
    pub conflict: &'static str,
}

/// The sample data.
#[derive(Debug)]
pub struct SampleWords {
    /// What was written.
    pub written: &'static str,
    /// The directory has something in it.
    pub not_empty: &'static str,
    /// A file could not be written.
    pub cannot_write: &'static str,
}

/// Findings.
#[derive(Debug)]
pub struct CheckWords {
    /// Rules that could not be applied, for one reason: `reason`, `rules`.
    pub unchecked: &'static str,
    /// An equation that does not hold.
    pub broken: &'static str,
    /// Between the terms of a sum.
    pub plus: &'static str,
    /// Before a sum.
    pub equals: &'static str,
    /// A sum whose terms are all zero.
    pub all_zero: &'static str,
    /// A blank cell.
    pub blank: &'static str,
    /// A cell that holds no number.
    pub not_a_number: &'static str,
    /// A negative number.
    pub negative: &'static str,
    /// A count with decimals.
    pub not_whole: &'static str,
    /// An amount below one yuan.
    pub too_fine: &'static str,
    /// What stands in a blank cell.
    pub empty: &'static str,
    /// The table is not in the report.
    pub no_table: &'static str,
    /// Cells are not in the report.
    pub missing: &'static str,
    /// Cells hold no number.
    pub no_number: &'static str,
    /// Numbers too large.
    pub overflow: &'static str,
    /// Why: the section is missing. `{section}`
    pub no_section: &'static str,
    /// Why: another edition.
    pub other_edition: &'static str,
    /// Why: the report has no text.
    pub no_text: &'static str,
    /// Why: only the beginning of a very long section was looked at. `{section}`
    pub too_long: &'static str,
    /// Why: the report has no title.
    pub no_title: &'static str,
    /// Why: the agency's level is unknown.
    pub no_level: &'static str,
    /// Why: a passage with several readings. `{text}`
    pub unclear: &'static str,
    /// Why: an input is not there.
    pub needs_last_year: &'static str,
    /// Why: an input is not there.
    pub needs_roster: &'static str,
    /// Why: an input is not there.
    pub needs_batch: &'static str,
    /// Why: an input is not there.
    pub needs_register: &'static str,
    /// Why: an input is not there.
    pub needs_dates: &'static str,
    /// Why: an input is not there.
    pub needs_published_page: &'static str,
    /// Why: an input is not there.
    pub needs_paper_copy: &'static str,
    /// Why: an input is not there.
    pub needs_frozen: &'static str,
    /// Inputs by name, in the order of `Need`.
    pub need_names: [&'static str; 8],
    /// Between names in a list.
    pub separator: &'static str,
    /// A list that was cut.
    pub and_more: &'static str,
}

/// The settings of an office.
#[derive(Debug)]
pub struct ProfileWords {
    /// A problem with its place. `{path}` `{line}` `{key}` `{what}`
    pub place: &'static str,
    /// The file cannot be read. `{path}` `{detail}`
    pub unreadable: &'static str,
    /// After the first problem. `{first}` `{count}`
    pub more: &'static str,
    /// After a problem: what may be meant. `{what}` `{nearest}`
    pub nearest: &'static str,
    /// No such rule.
    pub unknown_rule: &'static str,
    /// The rule has nothing of that name.
    pub unknown_name: &'static str,
    /// No level.
    pub bad_level: &'static str,
    /// No date.
    pub bad_date: &'static str,
    /// No term of a sum.
    pub bad_term: &'static str,
    /// No such cell.
    pub unknown_cell: &'static str,
    /// No relation.
    pub bad_relation: &'static str,
    /// No scope.
    pub bad_scope: &'static str,
    /// No id.
    pub bad_id: &'static str,
    /// The id is another rule's.
    pub taken_id: &'static str,
    /// A placeholder the wording cannot have. `{name}`
    pub bad_placeholder: &'static str,
    /// last: or sum: in a rule of another scope.
    pub wrong_source: &'static str,
    /// A side without terms.
    pub empty_side: &'static str,
    /// A rule without a cell of the report.
    pub no_cells: &'static str,
    /// No section.
    pub bad_section: &'static str,
    /// Neither any nor all.
    pub no_words: &'static str,
    /// The wording of a rule of the office's own. `{name}` is filled first; `{left}` `{relation}` `{right}` `{difference}`
    pub own_broken: &'static str,
    /// The wording of required words. `{name}` is filled first; `{section}` `{words}`
    pub own_missing: &'static str,
}

/// Which cell is wrong.
#[derive(Debug)]
pub struct LocaliseWords {
    /// The names of slips.
    pub kind: SlipWords,
    /// Follows from the relations.
    pub proven: &'static str,
    /// One reading, and no other was found.
    pub only: &'static str,
    /// One reading, far likelier than others.
    pub likely: &'static str,
    /// One of several.
    pub equal: &'static str,
    /// One reading, but others cannot be excluded.
    pub possible: &'static str,
    /// One changed cell.
    pub change: &'static str,
    /// One filled cell.
    pub change_blank: &'static str,
    /// Between changes.
    pub separator: &'static str,
    /// A list of changes that was cut.
    pub and_more: &'static str,
    /// What a reading would do.
    pub reading: &'static str,
    /// What a reading that fills gaps would do.
    pub reading_filled: &'static str,
    /// A note for the agency.
    pub note: &'static str,
    /// A note about gaps.
    pub note_filled: &'static str,
    /// One changed cell in a note.
    pub note_change: &'static str,
    /// One gap in a note.
    pub note_blank: &'static str,
    /// A block with one reading.
    pub located: &'static str,
    /// A block with several readings.
    pub ambiguous: &'static str,
    /// A block without a reading.
    pub unexplained: &'static str,
    /// What the relations cannot show.
    pub limits: &'static str,
    /// Before a line of a listing.
    pub repair: &'static str,
    /// Between the cells of a note.
    pub note_separator: &'static str,
}

/// The names of slips, one for each kind of reading.
#[derive(Debug)]
pub struct SlipWords {
    /// No number given.
    pub blank: &'static str,
    /// One cell wrong.
    pub single: &'static str,
    /// Digits transposed.
    pub transposed: &'static str,
    /// One digit wrong.
    pub digit_replaced: &'static str,
    /// One digit too many.
    pub digit_added: &'static str,
    /// One digit too few.
    pub digit_omitted: &'static str,
    /// Value in the wrong column.
    pub wrong_column: &'static str,
    /// Two columns of a row swapped.
    pub columns_swapped: &'static str,
    /// Value in the wrong row.
    pub wrong_row: &'static str,
    /// Two rows of a column swapped.
    pub rows_swapped: &'static str,
    /// An entry and its row total wrong.
    pub entry_and_row_total: &'static str,
    /// An entry and its column total wrong.
    pub entry_and_column_total: &'static str,
    /// An entry and all its totals wrong.
    pub entry_and_totals: &'static str,
    /// A column total not brought up to date.
    pub stale_total: &'static str,
    /// Totals not brought up to date.
    pub stale_totals: &'static str,
    /// A row shifted by one column.
    pub row_shifted: &'static str,
    /// A row left empty.
    pub row_empty: &'static str,
    /// A row written twice.
    pub row_duplicated: &'static str,
    /// A row wrong in several columns.
    pub row_wrong: &'static str,
    /// Two rows exchanged.
    pub rows_exchanged: &'static str,
    /// Several rows shifted by one row.
    pub block_shifted: &'static str,
    /// Several slips.
    pub several: &'static str,
}

/// Loading a directory.
#[derive(Debug)]
pub struct LoadWords {
    /// The system refuses the file.
    pub unreadable: &'static str,
    /// A document of a format that cannot be read.
    pub unsupported: &'static str,
    /// The path does not exist.
    pub no_such_directory: &'static str,
    /// Nothing was found.
    pub nothing_to_check: &'static str,
    /// Everything failed.
    pub nothing_readable: &'static str,
    /// Reading ended in a fault of ours.
    pub is_a_panic: &'static str,
}

/// How bad a finding is.
#[derive(Debug)]
pub struct SeverityWords {
    /// Cannot be right.
    pub error: &'static str,
    /// To be confirmed.
    pub warning: &'static str,
    /// For the reviewer.
    pub info: &'static str,
    /// One or two cells wide, for lists.
    pub error_mark: &'static str,
    /// One or two cells wide, for lists.
    pub warning_mark: &'static str,
    /// One or two cells wide, for lists.
    pub info_mark: &'static str,
    /// A reading doubt, for lists.
    pub remark_mark: &'static str,
}

/// Listings.
#[derive(Debug)]
pub struct OutputWords {
    /// The line that heads a report.
    pub report: &'static str,
    /// Before a reading doubt.
    pub remark: &'static str,
    /// The last line.
    pub totals: &'static str,
    /// A rule about one cell.
    pub scope_cell: &'static str,
    /// A rule about one table.
    pub scope_table: &'static str,
    /// A rule's scope.
    pub scope_report: &'static str,
    /// A rule's scope.
    pub scope_cross_year: &'static str,
    /// A rule's scope.
    pub scope_cross_agency: &'static str,
    /// How many equations a rule has.
    pub equations: &'static str,
    /// What a rule needs beside the report. `{needs}`
    pub rule_needs: &'static str,
    /// A rule that cannot run yet. `{needs}`
    pub rule_awaits: &'static str,
}

/// A command's name, what it does, and its arguments with their help.
pub type CommandHelp = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// The command line.
#[derive(Debug)]
pub struct CliWords {
    /// What the program is.
    pub about: &'static str,
    /// Exit codes.
    pub after_help: &'static str,
    /// `--lang`.
    pub lang: &'static str,
    /// Every command.
    pub commands: &'static [CommandHelp],
    /// The commands of `gouji journal`.
    pub journal_commands: &'static [CommandHelp],
    /// The name of the sample data on the first line.
    pub demo_name: &'static str,
    /// There is nowhere to put the journal.
    pub no_data_directory: &'static str,
    /// Every document failed.
    pub nothing_read: &'static str,
    /// What reading did.
    pub read_summary: &'static str,
    /// A report is not overwritten.
    pub exists: &'static str,
    /// A report cannot be written.
    pub cannot_write: &'static str,
    /// The settings file is wrong.
    pub bad_settings: &'static str,
    /// A line of the doctor.
    pub doctor_terminal: &'static str,
    /// A line of the doctor.
    pub doctor_locale: &'static str,
    /// A line of the doctor.
    pub doctor_colours: &'static str,
    /// A line of the doctor.
    pub doctor_scrolling: &'static str,
    /// Switched on.
    pub doctor_on: &'static str,
    /// Switched off.
    pub doctor_off: &'static str,
    /// A line of the doctor.
    pub doctor_clipboard: &'static str,
    /// What tmux must be set to.
    pub doctor_tmux: &'static str,
    /// A line of the doctor.
    pub doctor_settings: &'static str,
    /// The file is there.
    pub doctor_there: &'static str,
    /// The file is not there.
    pub doctor_absent: &'static str,
    /// What follows the ruler.
    pub doctor_ambiguous: &'static str,
    /// How fast the line is.
    pub doctor_speed: &'static str,
}

/// A command in one or two words for the footer, and in a sentence for the help.
#[derive(Debug)]
pub struct CommandText {
    /// For the footer.
    pub short: &'static str,
    /// For the help.
    pub help: &'static str,
}

/// The commands of the desk; which key does which is in the command table.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is the text of the command of that name")]
pub struct CommandWords {
    pub group_move: &'static str,
    pub group_jump: &'static str,
    pub group_find: &'static str,
    pub group_review: &'static str,
    pub group_program: &'static str,
    pub enter: CommandText,
    pub back: CommandText,
    pub down: CommandText,
    pub up: CommandText,
    pub left: CommandText,
    pub right: CommandText,
    pub first: CommandText,
    pub last: CommandText,
    pub page_down: CommandText,
    pub page_up: CommandText,
    pub next_finding: CommandText,
    pub previous_finding: CommandText,
    pub next_report: CommandText,
    /// `Command::OtherSide`
    pub other_side: CommandText,
    pub other_report: CommandText,
    pub panel_down: CommandText,
    pub panel_up: CommandText,
    pub previous_report: CommandText,
    pub tab_findings: CommandText,
    pub tab_disclosure: CommandText,
    pub tab_requests: CommandText,
    pub tab_disputes: CommandText,
    pub tab_text: CommandText,
    pub tab_notes: CommandText,
    pub tab_source: CommandText,
    pub tab_doubts: CommandText,
    pub to_source: CommandText,
    pub next_doubt: CommandText,
    pub previous_doubt: CommandText,
    pub compare: CommandText,
    pub filter: CommandText,
    /// `Command::Alike`
    pub alike: CommandText,
    /// `Command::Narrow`
    pub narrow: CommandText,
    pub sort: CommandText,
    pub year: CommandText,
    pub next_reading: CommandText,
    pub previous_reading: CommandText,
    pub correction: CommandText,
    pub note: CommandText,
    pub edit_note: CommandText,
    pub retract_note: CommandText,
    pub verdict: CommandText,
    pub return_report: CommandText,
    pub accept_report: CommandText,
    pub undo: CommandText,
    pub redo: CommandText,
    pub copy: CommandText,
    pub help: CommandText,
    pub redraw: CommandText,
    pub suspend: CommandText,
    pub quit: CommandText,
}

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
    /// Agencies of the roster without a report. `{count}`
    pub absent: &'static str,
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
}
