//! The list itself: what is chosen, what is searched for, and the lines found. They are worked out when it opens.

use uuid::Uuid;

use crate::journal::Presence;
use crate::report::{Head, SafeText};
use crate::tui::model::{ItemId, Subject, Window};
use crate::words::{CommandId, Words};

use super::choices::Choice;
use super::line::PickLine;

/// A list to choose from.
#[derive(Debug)]
pub(crate) struct Picker {
    pub(crate) pick: Pick,
    /// What is searched for.
    pub(crate) query: String,
    /// The cursor among the lines found.
    pub(crate) window: Window,
    /// Was a line set while it stays open?
    pub(crate) has_set: bool,
    /// Did the reviewer search or move since it was opened?
    pub(crate) touched: bool,
    lines: Vec<PickLine>,
}

/// What is chosen, with what the lines stand for, in their order.
#[derive(Debug)]
pub(crate) enum Pick {
    /// An agency that has no report.
    Absent(Vec<Head>),
    /// What the list of agencies is narrowed to.
    Narrow(Vec<Choice>),
    /// By which columns the list is ordered.
    Order,
    /// Which columns the list has.
    Columns,
    /// Which saved filter it is set to.
    Saved,
    /// A command; its line tells whether it works just now.
    Command(Vec<(CommandId, PickLine)>),
    /// What was said, to be copied.
    Notice(Vec<String>),
    PlaceMarks(Vec<(char, PickLine)>),
    /// Whose reports are to be.
    Assign(Assigning),
    /// What the agency of a report is called.
    Name(Naming),
    /// Somebody else who is here.
    Here(Vec<Presence>),
    /// What a note begins with.
    Template(Vec<Ready>),
    /// A note of the journal, to go to.
    Notes(Vec<NoteAt>),
    /// What agencies say in one cell.
    Values(CellValues),
    /// Those that say the same there.
    Who(CellId, Vec<ItemId>),
}

/// The id of a cell: forms of different years have it at different places.
pub(crate) type CellId = String;

/// What agencies say in one cell, the most frequent value first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CellValues {
    pub(crate) cell: CellId,
    /// Each value, and who says so.
    pub(crate) values: Vec<(String, Vec<ItemId>)>,
    /// Whose cell was asked about.
    pub(crate) of: ItemId,
}

/// What was chosen and is carried out by those above, who know how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Chosen {
    Command(CommandId),
    /// Going to the place marked with this letter.
    Mark(char),
}

/// Reports being given to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Assigning {
    pub(crate) subjects: Vec<Subject>,
    /// To whom they can be given; `None`: to nobody.
    pub(crate) names: Vec<Option<SafeText>>,
    /// How many of them were known when the list was opened; a name after them is the one being written.
    pub(crate) known: usize,
}

/// A note of the journal, and the loaded report that it is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NoteAt {
    pub(crate) item: ItemId,
    /// The act that wrote it first.
    pub(crate) act: Uuid,
}

/// The agency of a report being named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Naming {
    pub(crate) subject: Subject,
    /// The names to choose from, best first.
    pub(crate) names: Vec<Offer>,
    /// How many of them were known when the list was opened; a name after them is the one being written.
    pub(crate) known: usize,
}

/// A name to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Offer {
    /// The name; `None`: the one that was read.
    pub(crate) name: Option<SafeText>,
    /// Where it comes from.
    pub(crate) from: OfferFrom,
}

/// Where an offered name comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OfferFrom {
    /// It was read, and another was given since.
    Read,
    /// A reviewer gave it to what the file was before it changed.
    Earlier,
    /// A folder that the file lies in.
    Folder,
    /// The name of the file.
    File,
    /// The title or the text of the report.
    Text,
    /// The roster; nobody of this name has reported for the year.
    Missing,
    Roster,
    /// Another report, of another year.
    OtherReport,
    /// The reviewer writes it.
    Written,
}

/// A template as it would be inserted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ready {
    pub(crate) name: String,
    /// Its text, filled in as far as it can be.
    pub(crate) text: String,
    /// What it asks for and there is not.
    pub(crate) gap: Option<&'static str>,
}

impl Pick {
    /// The title of the list, and how it is used.
    #[must_use]
    pub(crate) fn texts(&self, words: &Words) -> (&'static str, &'static str) {
        match self {
            Self::Narrow(_) => (words.desk.narrow_title(), words.desk.narrow_hint()),
            Self::Absent(_) => (words.absent.title(), words.absent.hint()),
            Self::Order => (words.find.order_title(), words.find.order_hint()),
            Self::Columns => (words.find.columns_title(), words.find.columns_hint()),
            Self::Saved => (words.find.filters_title(), words.find.filters_hint()),
            Self::Command(_) => (words.keys.commands_title(), words.keys.commands_hint()),
            Self::Notice(_) => (words.keys.notices_title(), words.keys.notices_hint()),
            Self::PlaceMarks(_) => (words.keys.marks_title(), words.keys.marks_hint()),
            Self::Assign(_) => (words.together.assign_title(), words.together.assign_hint()),
            Self::Name(_) => (words.naming.title(), words.naming.hint()),
            Self::Here(_) => (words.together.here_title(), words.together.here_hint()),
            Self::Template(_) => (words.act.template_title(), words.act.template_hint()),
            Self::Notes(_) => (words.act.notes_title(), words.act.notes_hint()),
            Self::Values(_) => (words.look.values_title(), words.look.values_hint()),
            Self::Who(..) => (words.look.who_title(), words.look.who_hint()),
        }
    }

    /// Does `Enter` set a line and stay, because each has more than two states?
    #[must_use]
    pub(crate) fn is_set_by_enter(&self) -> bool {
        matches!(self, Self::Order | Self::Columns)
    }
}

impl Picker {
    /// A list with its cursor on the first line.
    #[must_use]
    pub(crate) fn new(pick: Pick, lines: Vec<PickLine>) -> Self {
        Self { pick, query: String::new(), window: Window::default(), has_set: false, touched: false, lines }
    }

    /// Other lines; what is searched for and the cursor stay.
    pub(crate) fn relist(&mut self, lines: Vec<PickLine>) {
        self.lines = lines;
    }

    /// Other lines from this one on.
    pub(crate) fn relist_from(&mut self, first: usize, lines: Vec<PickLine>) {
        self.lines.truncate(first);
        self.lines.extend(lines);
    }

    /// The lines found with their numbers: those with all words that are searched for, those that are written so
    /// before those that sound so, and the one that is written out first.
    #[must_use]
    pub(crate) fn found(&self) -> Vec<(usize, &PickLine)> {
        let query = self.query.to_lowercase();
        let mut found: Vec<(usize, usize, &PickLine)> =
            self.lines.iter().enumerate().filter_map(|(index, line)| Some((line.fits(&query)?, index, line))).collect();
        found.sort_by_key(|(rank, index, _)| (*rank, *index));
        found.into_iter().map(|(_, index, line)| (index, line)).collect()
    }

    /// The line under the cursor with its number.
    #[must_use]
    pub(crate) fn current(&self) -> Option<(usize, &PickLine)> {
        self.found().get(self.window.cursor).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(query: &str) -> Vec<usize> {
        let lines = ["退回修改", "通过", "T3-01 会同", "重庆 通过"].map(PickLine::new);
        let mut lines = lines.to_vec();
        lines.push(PickLine::new("别的").also("accept"));
        let mut picker = Picker::new(Pick::Narrow(Vec::new()), lines);
        picker.query = query.to_owned();
        picker.found().into_iter().map(|(index, _)| index).collect()
    }

    #[test]
    fn lines_are_found_by_words_by_sound_and_by_words_that_are_not_shown() {
        assert_eq!(found("").len(), 5);
        assert_eq!(found("通过"), [1, 3]);
        assert_eq!(found("tongguo 重"), [3]);
        assert_eq!(found("cq"), [3]);
        assert_eq!(found("别的"), [4]);
        assert_eq!(found("t3"), [2]);
        assert_eq!(found("Accept"), [4]);
        assert!(found("没有").is_empty());
    }
}
