//! The command table: the one place that says what can be done, by which keys, and where.
//!
//! Keys, footer and help are all made from it. Words are in `words`, effects in `update`.

use crate::words::{CommandText, CommandWords};

use super::model::Screen;
use super::sequence::Sequence;

/// What a reviewer can do; the texts of each are in the words of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is described in `words`, in both languages")]
pub enum Command {
    Enter,
    Back,
    Down,
    Up,
    Left,
    Right,
    First,
    Last,
    PageDown,
    PageUp,
    NextFinding,
    PreviousFinding,
    OtherSide,
    OtherReport,
    PanelDown,
    PanelUp,
    NextReport,
    PreviousReport,
    TabFindings,
    TabDisclosure,
    TabRequests,
    TabDisputes,
    TabText,
    TabNotes,
    TabSource,
    TabDoubts,
    TabYears,
    TabVersions,
    ToSource,
    NextDoubt,
    PreviousDoubt,
    Compare,
    Filter,
    Narrow,
    Absent,
    Alike,
    Sort,
    Year,
    Copy,
    NextReading,
    PreviousReading,
    Correction,
    Note,
    EditNote,
    RetractNote,
    Verdict,
    Return,
    Accept,
    Undo,
    Redo,
    Palette,
    ListNotices,
    OlderPlace,
    NewerPlace,
    SetMark,
    ToMark,
    ListMarks,
    Assign,
    Name,
    Mine,
    WhoIsHere,
    Reload,
    Select,
    SelectAll,
    VerdictAll,
    Repeat,
    AllNotes,
    Due,
    Help,
    Theme,
    Redraw,
    Suspend,
    Quit,
    Preview,
    Overview,
    NextBySeverity,
    PreviousBySeverity,
    NextUnreviewed,
    PreviousUnreviewed,
    OrderBy,
    SaveFilter,
    Filters,
}

/// Groups of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is described in `words`, in both languages")]
pub enum Group {
    Move,
    Jump,
    Find,
    Review,
    Program,
}

impl Group {
    /// In the order of the help.
    pub const ALL: [Self; 5] = [Self::Move, Self::Jump, Self::Find, Self::Review, Self::Program];

    /// Its name.
    #[must_use]
    pub fn name(self, words: CommandWords) -> &'static str {
        match self {
            Self::Move => words.group_move(),
            Self::Jump => words.group_jump(),
            Self::Find => words.group_find(),
            Self::Review => words.group_review(),
            Self::Program => words.group_program(),
        }
    }
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// What it does.
    pub command: Command,
    /// Its keys until the reviewer sets others, as text: several after one another with blanks between them, with the
    /// name of a place and a colon before them where they are for this place only; the first is the one shown.
    pub keys: &'static [&'static str],
    /// Its group in the help.
    pub group: Group,
    /// Where it works.
    pub places: &'static [Screen],
    /// Its words.
    pub text: fn(CommandWords) -> CommandText,
    /// Its rank in the footer, 1 first; 0: not there.
    pub footer: u8,
}

use Group::{Find, Jump, Move, Program, Review};
use Screen::{Agencies, Cell, Doubts, Findings, Notes, Source, Table, Text, Versions, Years};

/// All places.
pub const EVERYWHERE: &[Screen] = &Screen::ALL;
const IN_REPORT: &[Screen] = &[Findings, Table, Text, Notes, Source, Doubts, Cell, Years, Versions];
const LISTS: &[Screen] = &[Agencies, Findings, Table, Text, Notes, Source, Doubts, Years, Versions];
/// Where the next of the kind is a finding.
const OF_FINDINGS: &[Screen] = &[Agencies, Findings, Table, Text, Notes, Source, Cell, Years, Versions];

macro_rules! spec {
    ($command:ident, $keys:expr, $group:expr, $places:expr, $text:ident, $footer:expr) => {
        Spec {
            command: Command::$command,
            keys: &$keys,
            group: $group,
            places: $places,
            text: CommandWords::$text,
            footer: $footer,
        }
    };
}

/// All commands, in the order of the help.
pub const COMMANDS: &[Spec] = &[
    spec!(Enter, ["enter"], Move, LISTS, enter, 1),
    spec!(Back, ["esc", "backspace"], Move, EVERYWHERE, back, 2),
    spec!(Down, ["j", "down"], Move, LISTS, down, 0),
    spec!(Up, ["k", "up"], Move, LISTS, up, 0),
    spec!(Left, ["h", "left"], Move, &[Table, Years], left, 0),
    spec!(Right, ["l", "right"], Move, &[Table, Years], right, 0),
    spec!(First, ["g", "home"], Move, LISTS, first, 0),
    spec!(Last, ["G", "end"], Move, LISTS, last, 0),
    spec!(PageDown, ["pagedown", "ctrl-d", "ctrl-f"], Move, LISTS, page_down, 0),
    spec!(PageUp, ["pageup", "ctrl-u"], Move, LISTS, page_up, 0),
    spec!(NextFinding, ["n"], Jump, OF_FINDINGS, next_finding, 3),
    spec!(PreviousFinding, ["N"], Jump, OF_FINDINGS, previous_finding, 0),
    spec!(NextDoubt, ["n"], Jump, &[Doubts], next_doubt, 3),
    spec!(PreviousDoubt, ["N"], Jump, &[Doubts], previous_doubt, 0),
    spec!(ToSource, ["o"], Jump, &[Table, Cell, Doubts], to_source, 8),
    spec!(OtherSide, ["x"], Jump, &[Findings, Table, Text], other_side, 7),
    spec!(OtherReport, ["X"], Jump, &[Findings, Text], other_report, 8),
    spec!(PanelDown, ["tab"], Jump, &[Text], panel_down, 6),
    spec!(PanelUp, ["backtab"], Jump, &[Text], panel_up, 0),
    spec!(NextReport, ["J"], Jump, IN_REPORT, next_report, 12),
    spec!(PreviousReport, ["K"], Jump, IN_REPORT, previous_report, 0),
    spec!(NextBySeverity, ["]"], Jump, OF_FINDINGS, next_by_severity, 0),
    spec!(PreviousBySeverity, ["["], Jump, OF_FINDINGS, previous_by_severity, 0),
    spec!(NextUnreviewed, ["}", "agencies:tab"], Jump, EVERYWHERE, next_unreviewed, 0),
    spec!(PreviousUnreviewed, ["{"], Jump, EVERYWHERE, previous_unreviewed, 0),
    spec!(TabFindings, ["1"], Jump, IN_REPORT, tab_findings, 0),
    spec!(TabDisclosure, ["2"], Jump, IN_REPORT, tab_disclosure, 0),
    spec!(TabRequests, ["3"], Jump, IN_REPORT, tab_requests, 0),
    spec!(TabDisputes, ["4"], Jump, IN_REPORT, tab_disputes, 0),
    spec!(TabText, ["5"], Jump, IN_REPORT, tab_text, 0),
    spec!(TabNotes, ["6"], Jump, IN_REPORT, tab_notes, 0),
    spec!(TabSource, ["7"], Jump, IN_REPORT, tab_source, 0),
    spec!(TabDoubts, ["8"], Jump, IN_REPORT, tab_doubts, 0),
    spec!(TabYears, ["9"], Jump, IN_REPORT, tab_years, 0),
    spec!(TabVersions, ["0"], Jump, IN_REPORT, tab_versions, 0),
    spec!(AllNotes, [", n"], Jump, EVERYWHERE, all_notes, 0),
    spec!(Filter, ["/"], Find, &[Agencies], filter, 4),
    spec!(Narrow, ["f"], Find, &[Agencies], narrow, 5),
    spec!(Absent, [", u"], Find, EVERYWHERE, absent, 0),
    spec!(Alike, ["="], Find, &[Agencies, Findings, Table, Text], alike, 0),
    spec!(Sort, ["s"], Find, &[Agencies], sort, 5),
    spec!(Year, ["Y"], Find, &[Agencies], year, 6),
    spec!(Preview, ["p"], Find, &[Agencies], preview, 8),
    spec!(Overview, [", o"], Find, EVERYWHERE, overview, 0),
    spec!(OrderBy, ["S"], Find, &[Agencies], order_by, 0),
    spec!(SaveFilter, [", s"], Find, &[Agencies], save_filter, 0),
    spec!(Filters, ["F"], Find, &[Agencies], filters, 0),
    spec!(NextReading, ["tab"], Review, &[Findings, Table], next_reading, 6),
    spec!(PreviousReading, ["backtab"], Review, &[Findings, Table], previous_reading, 0),
    spec!(Correction, ["c"], Review, &[Findings, Table], correction, 7),
    spec!(Note, ["a"], Review, EVERYWHERE, note, 5),
    spec!(EditNote, ["e"], Review, &[Notes], edit_note, 8),
    spec!(RetractNote, ["d"], Review, &[Notes], retract_note, 9),
    spec!(Verdict, ["v"], Review, &[Findings, Table, Text, Cell], verdict, 4),
    spec!(Compare, ["v"], Review, &[Doubts], compare, 4),
    spec!(Return, ["R"], Review, EVERYWHERE, return_report, 9),
    spec!(Accept, ["A"], Review, EVERYWHERE, accept_report, 10),
    spec!(Undo, ["u"], Review, EVERYWHERE, undo, 11),
    spec!(Redo, ["ctrl-r"], Review, EVERYWHERE, redo, 0),
    spec!(OlderPlace, ["<"], Jump, EVERYWHERE, older_place, 0),
    spec!(NewerPlace, [">"], Jump, EVERYWHERE, newer_place, 0),
    spec!(SetMark, ["m a-z"], Jump, EVERYWHERE, set_mark, 0),
    spec!(ToMark, ["' a-z"], Jump, EVERYWHERE, to_mark, 0),
    spec!(ListMarks, [", m"], Jump, EVERYWHERE, list_marks, 0),
    spec!(Palette, [":"], Program, EVERYWHERE, palette, 13),
    spec!(ListNotices, [", e"], Program, EVERYWHERE, list_notices, 0),
    spec!(Assign, [", a"], Review, EVERYWHERE, assign, 0),
    spec!(Name, [", r"], Review, EVERYWHERE, name, 3),
    spec!(Mine, ["M"], Find, &[Agencies], mine, 0),
    spec!(WhoIsHere, [", w"], Jump, EVERYWHERE, who_is_here, 0),
    spec!(Reload, [", l"], Program, EVERYWHERE, reload, 0),
    spec!(Repeat, ["."], Review, EVERYWHERE, repeat, 0),
    spec!(VerdictAll, ["V"], Review, &[Findings, Table, Text, Cell], verdict_all, 0),
    spec!(Due, [", d"], Review, EVERYWHERE, due, 0),
    spec!(Select, ["space"], Review, &[Agencies], select, 0),
    spec!(SelectAll, ["*"], Review, &[Agencies], select_all, 0),
    spec!(Copy, ["y"], Program, EVERYWHERE, copy, 0),
    spec!(Help, ["?", "f1"], Program, EVERYWHERE, help, 13),
    spec!(Theme, [", t"], Program, EVERYWHERE, theme, 0),
    spec!(Redraw, ["ctrl-l"], Program, EVERYWHERE, redraw, 0),
    spec!(Suspend, ["ctrl-z"], Program, EVERYWHERE, suspend, 0),
    spec!(Quit, ["q", "ctrl-c"], Program, EVERYWHERE, quit, 14),
];

impl Command {
    /// Without it a reviewer could be lost: it always has a key.
    #[must_use]
    pub fn is_essential(self) -> bool {
        matches!(self, Self::Back | Self::Help | Self::Quit)
    }

    /// Must it be told a letter?
    #[must_use]
    pub fn takes_letter(self) -> bool {
        matches!(self, Self::SetMark | Self::ToMark)
    }
}

impl Spec {
    /// The line of a command.
    #[must_use]
    pub fn of(command: Command) -> Option<&'static Self> {
        COMMANDS.iter().find(|spec| spec.command == command)
    }

    /// Its keys in the table, each with the place that it is for, if it is for one only.
    pub fn defaults(&self) -> impl Iterator<Item = (Option<Screen>, Sequence)> {
        self.keys.iter().filter_map(|text| {
            let there = text.split_once(':').and_then(|(place, keys)| Some((Screen::parse(place)?, keys)));
            let (place, keys) = there.map_or((None, *text), |(place, keys)| (Some(place), keys));
            Some((place, Sequence::parse(keys)?))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::sequence::Step;
    use super::*;

    #[test]
    fn every_command_stands_once_in_the_table_and_every_key_can_be_read_and_arrives() {
        for (index, spec) in COMMANDS.iter().enumerate() {
            assert!(COMMANDS[..index].iter().all(|other| other.command != spec.command), "{:?}", spec.command);
            assert!(!spec.keys.is_empty() && !spec.places.is_empty());
            assert_eq!(spec.defaults().count(), spec.keys.len(), "{:?}", spec.command);
            for (place, sequence) in spec.defaults() {
                assert!(place.is_none_or(|place| spec.places.contains(&place)), "{:?}", spec.command);
                assert_eq!(spec.command.takes_letter(), sequence.before_letter().is_some(), "{sequence}");
                for step in sequence.steps() {
                    assert!(
                        matches!(step, Step::Letter)
                            || matches!(step, Step::Key(key) if key.arrives() && !key.is_taken())
                    );
                }
            }
        }
    }

    #[test]
    fn a_key_can_be_for_one_place_only_and_a_colon_is_a_key_too() {
        let spec = Spec { keys: &["}", "agencies:tab", ":", "cell::"], ..*Spec::of(Command::Palette).unwrap() };
        let read: Vec<String> = spec.defaults().map(|(place, keys)| format!("{place:?} {keys}")).collect();
        assert_eq!(read, ["None }", "Some(Agencies) tab", "None :", "Some(Cell) :"]);
    }
}
