//! The commands of the desk: which texts there are.

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
    pub select: CommandText,
    pub select_all: CommandText,
    pub verdict_all: CommandText,
    pub repeat: CommandText,
    pub all_notes: CommandText,
    pub due: CommandText,
    pub tab_versions: CommandText,
}
