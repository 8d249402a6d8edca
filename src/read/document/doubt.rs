//! What the reader could not settle: the kinds of remarks, and collecting them.

use std::collections::HashMap;
use std::fmt::Display;

use crate::report::{Remark, SafeText, WordedLabel};

use super::Mark;
use super::block::Block;

/// The kinds of remarks that reading can leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Doubt {
    /// A row has more values than cells; which ones count is settled.
    ExtraValue,
    /// A row has more or fewer values than cells; the equations chose one of several readings.
    ChosenValues,
    /// A row has more values than cells, and which ones count is not settled.
    UnsettledValues,
    /// A row has fewer values than cells.
    TooFewValues,
    /// A row's label is there, and no value.
    NoValues,
    /// Some cells of a row are blank; the arithmetic said which.
    DoubtfulBlank,
    /// A row has all its values, and blank fields between them.
    StrayBlank,
    /// A row's values stood before its label or behind another one.
    MovedValues,
    /// A row's label stands in another column than those of its neighbours.
    ShiftedRow,
    /// A row stands out of the form's order.
    DisplacedRow,
    /// A label that is not worded as on the form.
    AlteredLabel,
    /// A column without a header.
    MissingColumnLabel,
    /// The columns' headers stand in another order than on the form.
    ColumnOrder,
    /// The headers do not tell which columns a row's values belong to.
    UnknownColumns,
    /// Several rows of the form are one row here.
    MergedRow,
    /// A row of the form was not found.
    RowNotFound,
    /// A table of the form was not found.
    TableNotFound,
    /// A table stands twice, with the same values.
    TableTwice,
    /// A row stands twice, with different values.
    CopiesDiffer,
    /// A page header inside a table.
    PageHeader,
    /// Words inside a table that belong to no label.
    UnknownText,
    /// A section of the form was not found.
    SectionNotFound,
    /// A second report begins in the same document.
    SecondReport,
    /// The numbers stand beside those of another year, to which the text of the document belongs.
    SideBySide,
    /// The year does not come from the title, or something contradicts it.
    DoubtfulYear,
    /// The agency's name does not come from the title.
    DoubtfulAgency,
    /// No agency's name was found anywhere.
    NoAgency,
    /// Some characters could not be decoded.
    BadBytes,
    /// There is more in the document than the reader looks at.
    TooMuch,
    /// The same, for the document as a whole.
    TooLong,
    /// Pages with more on them than is looked at.
    TooMuchDrawn,
    /// Pages with text in a font that cannot be read.
    UnreadFont,
    /// Labels of two editions of the form.
    MixedForms,
    /// The numbers of a row stand without a gap between them, and there is not one way to take them apart.
    GluedValues,
    /// The numbers of some rows stand without a gap between them, and the equations chose one way to take them apart.
    ChosenSplit,
    /// Headers of columns whose words are torn over two lines.
    TornHeaders,
    /// The numbers of some rows stand apart from their labels, and the equations told where each belongs.
    PlacedBySums,
    /// The numbers of many rows stand apart from their labels, so that those of the others may be in the wrong row.
    ScatteredValues,
    /// The headers stand apart from their numbers or lack some, and nothing says which number each is for.
    LooseHeaders,
    /// The headers do not tell the order of the columns, and the sums of the rows confirm that of the form.
    OrderBySums,
    /// A value is struck out, and nothing stands for it.
    StruckOut,
    /// A value, or a part of it, is raised as the number of a note is.
    RaisedText,
    /// A value, or something beside it, can hardly be seen.
    FaintText,
    /// The digits of a value stand apart.
    SpreadDigits,
    /// A value, or a part of it, is painted over.
    CoveredText,
    /// The report says that its blanks are zeros.
    BlankIsZero,
    /// A number is written as a word.
    SpelledNumber,
    /// A picture stands where a value should.
    Picture,
    /// A picture stands in the text of a report that lacks a table.
    PictureInText,
}

impl Doubt {
    /// The kind's name in a report.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::ExtraValue => "extra-value",
            Self::ChosenValues => "chosen-values",
            Self::UnsettledValues => "unsettled-values",
            Self::TooFewValues => "too-few-values",
            Self::NoValues => "no-values",
            Self::DoubtfulBlank => "doubtful-blank",
            Self::StrayBlank => "stray-blank",
            Self::MovedValues => "moved-values",
            Self::ShiftedRow => "shifted-row",
            Self::DisplacedRow => "displaced-row",
            Self::AlteredLabel => "altered-label",
            Self::MissingColumnLabel => "missing-column-label",
            Self::ColumnOrder => "column-order",
            Self::UnknownColumns => "unknown-columns",
            Self::MergedRow => "merged-row",
            Self::RowNotFound => "row-not-found",
            Self::TableNotFound => "table-not-found",
            Self::TableTwice => "table-twice",
            Self::CopiesDiffer => "copies-differ",
            Self::PageHeader => "page-header",
            Self::UnknownText => "unknown-text",
            Self::SectionNotFound => "section-not-found",
            Self::SecondReport => "second-report",
            Self::SideBySide => "side-by-side",
            Self::DoubtfulYear => "year-doubt",
            Self::DoubtfulAgency | Self::NoAgency => "agency-doubt",
            Self::BadBytes => "bad-bytes",
            Self::TooMuch | Self::TooLong | Self::TooMuchDrawn => "too-much",
            Self::UnreadFont => "unread-font",
            Self::MixedForms => "mixed-forms",
            Self::GluedValues => "glued-values",
            Self::ChosenSplit => "chosen-values",
            Self::OrderBySums => "order-by-sums",
            Self::TornHeaders => "torn-headers",
            Self::PlacedBySums => "placed-by-sums",
            Self::ScatteredValues => "scattered-values",
            Self::LooseHeaders => "loose-headers",
            Self::StruckOut => "struck-out",
            Self::RaisedText => "raised-text",
            Self::FaintText => "faint-text",
            Self::SpreadDigits => "spread-digits",
            Self::BlankIsZero => "blank-is-zero",
            Self::SpelledNumber => "spelled-number",
            Self::CoveredText => "covered-text",
            Self::Picture | Self::PictureInText => "picture",
        }
    }
}

impl Doubt {
    /// The doubt about a value whose field is marked so.
    pub(in crate::read) fn of_mark(mark: Mark) -> Self {
        match mark {
            Mark::Struck => Self::StruckOut,
            Mark::Raised => Self::RaisedText,
            Mark::Faint => Self::FaintText,
            Mark::Spread => Self::SpreadDigits,
            Mark::Picture => Self::Picture,
            Mark::Covered => Self::CoveredText,
        }
    }
}

/// More remarks than this say nothing more.
const MAX: usize = 500;
/// More cells than these are not named.
const MAX_ENTRIES: usize = 1400;
/// Quoted texts are cut after so many characters.
const MAX_QUOTE: usize = 80;

/// The remarks of a document so far: kinds and values, worded when they are shown.
#[derive(Default)]
pub(in crate::read) struct Doubts {
    list: Vec<Remark>,
    /// How many of them say again what one before them says, of another cell.
    entries: usize,
}

impl Doubts {
    /// Adds a remark about a cell (or the document, with an empty id) and a line (0 for none).
    pub(crate) fn add(&mut self, kind: Doubt, cell: &str, line: u32, values: &[(&str, &dyn Display)]) {
        if self.list.len() - self.entries >= MAX {
            return;
        }
        let remark = Remark {
            cell: (!cell.is_empty()).then(|| SafeText::line(cell)),
            label: label(kind, values),
            line: (line > 0).then_some(line),
            ..Remark::new(kind.name(), values)
        };
        debug_assert!(remark.is_worded(), "{kind:?} has no text for {values:?}", values = remark.values);
        self.list.push(remark);
    }

    /// The cells whose values are in doubt so far.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        self.list.iter().filter(|remark| remark.doubts_value()).filter_map(|remark| remark.cell.as_deref())
    }

    /// How many there are so far.
    pub(crate) fn mark(&self) -> (usize, usize) {
        (self.list.len(), self.entries)
    }

    /// Takes back what was added since a mark.
    pub(crate) fn back(&mut self, (length, entries): (usize, usize)) {
        self.list.truncate(length);
        self.entries = entries;
    }

    /// Adds one remark about several cells, each with its line: it stands on each of them, and is one for all.
    pub(crate) fn add_cells<'i>(
        &mut self,
        kind: Doubt,
        cells: impl Iterator<Item = (&'i str, u32)>,
        values: &[(&str, &dyn Display)],
    ) {
        let mut first: Option<Remark> = None;
        for (cell, line) in cells {
            match &first {
                None => {
                    self.add(kind, cell, line, values);
                    first = self.list.last().cloned();
                }
                Some(first) if self.entries < MAX_ENTRIES => {
                    self.entries += 1;
                    let own = Remark {
                        cell: Some(SafeText::line(cell)),
                        line: (line > 0).then_some(line),
                        again: true,
                        ..first.clone()
                    };
                    self.list.push(own);
                }
                Some(_) => return,
            }
        }
    }

    /// In the order of the lines, each with the page of its line.
    pub(crate) fn into_remarks(mut self, blocks: &[Block<'_>]) -> Vec<Remark> {
        for remark in &mut self.list {
            let found = remark.line.and_then(|line| blocks.binary_search_by_key(&line, |block| block.line).ok());
            remark.page = found.and_then(|at| blocks.get(at)).and_then(|block| block.page);
        }
        // What is said of several cells stays together, where the first of them stands.
        let mut groups: Vec<Vec<Remark>> = Vec::new();
        for remark in self.list {
            match groups.last_mut().filter(|_| remark.again) {
                Some(group) => group.push(remark),
                None => groups.push(vec![remark]),
            }
        }
        let mut groups = one_for_each_cause(groups);
        groups.sort_by_key(|group| group.first().and_then(|remark| remark.line));
        groups.into_iter().flatten().collect()
    }
}

/// What of several rows or cells of a table has one cause, and is one remark with their number.
const OF_MANY: [Doubt; 19] = [
    Doubt::UnknownText,
    Doubt::SpelledNumber,
    Doubt::GluedValues,
    Doubt::ExtraValue,
    Doubt::UnsettledValues,
    Doubt::TooFewValues,
    Doubt::NoValues,
    Doubt::DoubtfulBlank,
    Doubt::StrayBlank,
    Doubt::MovedValues,
    Doubt::DisplacedRow,
    Doubt::RowNotFound,
    Doubt::UnknownColumns,
    Doubt::CopiesDiffer,
    Doubt::StruckOut,
    Doubt::RaisedText,
    Doubt::FaintText,
    Doubt::SpreadDigits,
    Doubt::Picture,
];

/// Unites the remarks of one kind and table. Each cell keeps the values of its own row.
fn one_for_each_cause(groups: Vec<Vec<Remark>>) -> Vec<Vec<Remark>> {
    let rows =
        |group: &[Remark]| -> usize { group.first().and_then(|first| first.value("count")?.parse().ok()).unwrap_or(1) };
    let mut united: Vec<(Vec<Remark>, usize)> = Vec::new();
    let mut known: HashMap<(SafeText, String), usize> = HashMap::new();
    for mut group in groups {
        let first = group.first().filter(|first| OF_MANY.iter().any(|kind| kind.name() == &*first.kind));
        let table = first.and_then(|first| {
            let id = first.cell.as_deref().or_else(|| (&*first.kind == Doubt::UnknownText.name()).then_some("/"))?;
            Some((first.kind.clone(), id.split_once('/')?.0.to_owned()))
        });
        let at = table.map_or(united.len(), |table| *known.entry(table).or_insert(united.len()));
        match united.get_mut(at) {
            Some((all, count)) => {
                *count += rows(&group);
                group.iter_mut().for_each(|remark| remark.again = true);
                all.extend(group);
            }
            None => {
                let count = rows(&group);
                united.push((group, count));
            }
        }
    }
    for (group, count) in united.iter_mut().filter(|(_, count)| *count > 1) {
        if let Some(first) = group.first_mut() {
            *first = std::mem::take(first).with("count", count);
        }
    }
    united.into_iter().map(|(group, _)| group).collect()
}

/// The wording that a remark is about, for programs: its message is for people.
fn label(kind: Doubt, values: &[(&str, &dyn Display)]) -> Option<WordedLabel> {
    let is_of_label = matches!(
        kind,
        Doubt::AlteredLabel
            | Doubt::MissingColumnLabel
            | Doubt::UnknownText
            | Doubt::UnknownColumns
            | Doubt::TableTwice
    );
    let value = |wanted: &str| {
        let found = values.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, value)| SafeText::line(&value.to_string()))
    };
    let (official, text) = match kind {
        // What is missing stands on the form only.
        Doubt::MissingColumnLabel => (value("text"), None),
        _ => (value("official"), value("text")),
    };
    is_of_label.then(|| WordedLabel { table: value("table_id"), official, text })
}

/// A text for quoting in a remark.
pub(in crate::read) fn quote(text: &str) -> String {
    let mut chars = text.chars();
    let mut quoted: String = chars.by_ref().take(MAX_QUOTE).collect();
    if chars.next().is_some() {
        quoted.push('…');
    }
    quoted
}
