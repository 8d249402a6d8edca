//! What the list of agencies can be narrowed to: chips that stack.
//!
//! Chips of one kind widen each other (errors or warnings), chips of different kinds narrow each other (errors, and
//! returned).

use jiff::civil::Date;
use serde_json::Value;

use crate::check::{Area, Rule, Severity};
use crate::journal::Status;
use crate::report::SafeText;
use crate::words::Words;

use super::library::{ItemId, Library, Sheet};
use super::marks::{Marks, ReviewMark};

/// One condition on the reports that are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Chip {
    /// How far its review is.
    Status(Status),
    /// It has a finding of this severity.
    Severity(Severity),
    /// Something else about it.
    Flag(Flag),
    /// It has a finding of this rule.
    Rule(&'static Rule),
    /// It lies in this region: the whole chain, from the outside in.
    Region(Box<[SafeText]>),
    /// It has a finding there.
    Part(Area),
    /// It is of this year, be it the agency's latest or not.
    Year(u16),
    /// This reviewer has acted on it.
    Reviewer(SafeText),
    /// A condition of a saved filter that means nothing here, as it stands in the file: nothing fits it.
    Lost(Value),
    /// It is this reviewer's to look at; `None`: nobody's.
    Assignee(Option<SafeText>),
    /// It is returned, and due on this day; `None`: without a date.
    Due(Option<Date>),
}

/// What else can be asked of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flag {
    /// Nothing was found, and nothing of its reading is in doubt.
    Clean,
    /// There are findings without a verdict.
    Undecided,
    Noted,
    /// Some act speaks of values that are no longer there.
    Stale,
    /// Reviewers disagree.
    Conflict,
    /// Its reader left doubts.
    Doubtful,
    /// It could not be read at all.
    Unreadable,
    /// There is none, and there should be.
    Missing,
    /// It is returned, and its date is over.
    Overdue,
    /// It is returned, and its date is today.
    DueToday,
    /// It was reported anew, and nobody has decided on that.
    Resubmitted,
    /// Something in it must be corrected, and the agency has not been told.
    ToReturn,
}

impl Flag {
    /// In the order of the menu.
    pub(crate) const ALL: [Self; 12] = [
        Self::ToReturn,
        Self::Resubmitted,
        Self::Overdue,
        Self::DueToday,
        Self::Undecided,
        Self::Conflict,
        Self::Noted,
        Self::Stale,
        Self::Doubtful,
        Self::Clean,
        Self::Unreadable,
        Self::Missing,
    ];

    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::DueToday => "due-today",
            Self::Resubmitted => "resubmitted",
            Self::ToReturn => "to-return",
            Self::Clean => "clean",
            Self::Undecided => "undecided",
            Self::Conflict => "conflict",
            Self::Noted => "noted",
            Self::Stale => "stale",
            Self::Doubtful => "doubtful",
            Self::Unreadable => "unreadable",
            Self::Missing => "missing",
        }
    }

    /// Does a report fit, with what the journal says of it?
    #[must_use]
    pub(crate) fn fits(self, sheet: Option<&Sheet>, mark: ReviewMark, today: Option<Date>) -> bool {
        let Some(sheet) = sheet else { return self.fits_file(mark, today) };
        match self {
            Self::Conflict => mark.conflicts > 0,
            Self::Clean => sheet.counts.to_decide() == 0 && !mark.has_open_doubts(sheet),
            Self::Undecided => sheet.counts.to_decide() > mark.decided,
            Self::Noted => mark.notes > 0,
            Self::Stale => mark.stale,
            Self::Doubtful => sheet.lean.remarks > 0,
            Self::Overdue => mark.is_overdue(today),
            Self::DueToday => mark.is_due_today(today),
            Self::Resubmitted => mark.status == Status::Resubmitted,
            Self::ToReturn => mark.unreturned > 0,
            Self::Unreadable | Self::Missing => false,
        }
    }

    /// The same of a file that could not be read.
    fn fits_file(self, mark: ReviewMark, today: Option<Date>) -> bool {
        match self {
            Self::Unreadable => true,
            Self::Noted => mark.notes > 0,
            Self::Overdue => mark.is_overdue(today),
            Self::DueToday => mark.is_due_today(today),
            Self::Clean
            | Self::Undecided
            | Self::Stale
            | Self::Conflict
            | Self::Doubtful
            | Self::Resubmitted
            | Self::Missing
            | Self::ToReturn => false,
        }
    }

    fn name(self, words: &Words) -> &'static str {
        let (together, act) = (&words.together, &words.act);
        let words = &words.desk;
        match self {
            Self::Conflict => together.flag_conflict(),
            Self::Overdue => act.flag_overdue(),
            Self::DueToday => act.flag_due_today(),
            Self::Resubmitted => act.flag_resubmitted(),
            Self::ToReturn => act.flag_to_return(),
            Self::Clean => words.flag_clean(),
            Self::Undecided => words.flag_undecided(),
            Self::Noted => words.flag_noted(),
            Self::Stale => words.flag_stale(),
            Self::Doubtful => words.flag_doubtful(),
            Self::Unreadable => words.unreadable(),
            Self::Missing => words.missing(),
        }
    }
}

impl Chip {
    /// What it says on the screen.
    #[must_use]
    pub(crate) fn label(&self, words: &Words, lang: crate::words::Lang) -> String {
        match self {
            Self::Status(status) => status.label(words).to_owned(),
            Self::Severity(Severity::Error) => words.severity.error().to_owned(),
            Self::Severity(Severity::Warning) => words.severity.warning().to_owned(),
            Self::Severity(Severity::Info) => words.severity.info().to_owned(),
            Self::Flag(flag) => flag.name(words).to_owned(),
            Self::Rule(rule) => format!("{} {}", rule.id, rule.name(lang)),
            Self::Region(chain) => chain.iter().map(SafeText::as_str).collect::<Vec<_>>().join(" "),
            Self::Part(part) => part.label(words).to_owned(),
            Self::Year(year) => words.find.chip_year(year),
            Self::Reviewer(name) => words.find.chip_reviewer(name),
            Self::Lost(value) => words.find.chip_lost(lost_text(value)),
            Self::Assignee(Some(name)) => words.together.chip_assignee(name),
            Self::Assignee(None) => words.together.chip_unassigned().to_owned(),
            Self::Due(Some(date)) => words.act.chip_due(date),
            Self::Due(None) => words.act.chip_undated().to_owned(),
        }
    }

    /// The same in few characters, for the line of chips.
    #[must_use]
    pub(crate) fn short(&self, words: &Words, lang: crate::words::Lang) -> String {
        match self {
            Self::Rule(rule) => rule.id.to_string(),
            Self::Region(chain) => chain.last().map(SafeText::to_string).unwrap_or_default(),
            other => other.label(words, lang),
        }
    }

    /// What it is about, as in files: chips of one kind widen each other.
    #[must_use]
    pub(crate) fn kind(&self) -> &str {
        match self {
            Self::Status(_) => "status",
            Self::Severity(_) => "severity",
            Self::Flag(_) => "flag",
            Self::Rule(_) => "rule",
            Self::Region(_) => "region",
            Self::Part(_) => "part",
            Self::Year(_) => "year",
            Self::Reviewer(_) => "reviewer",
            Self::Assignee(_) => "assignee",
            Self::Due(_) => "due",
            Self::Lost(value) => lost_kind(value),
        }
    }

    /// Does a report fit?
    #[must_use]
    pub(crate) fn fits(&self, item: ItemId, library: &Library, marks: &Marks) -> bool {
        let sheet = library.sheet(item);
        let mark = marks.get(item).unwrap_or_default();
        match (self, sheet) {
            (Self::Flag(Flag::Missing), _) => library.absent(item).is_some(),
            (Self::Flag(Flag::Unreadable), _) => sheet.is_none() && library.absent(item).is_none(),
            (Self::Region(chain), None) => {
                library.absent(item).is_some_and(|head| head.agency.region.starts_with(chain))
            }
            (Self::Flag(flag), sheet) => flag.fits(sheet, mark, marks.today),
            (Self::Status(_), None) if library.absent(item).is_some() => false,
            (Self::Status(Status::Unreviewed), None) => false,
            (Self::Status(status), _) => mark.status == *status,
            (Self::Reviewer(name), _) => marks.has_acted(item, name),
            (Self::Due(due), _) => mark.status == Status::Returned && mark.due == *due,
            (Self::Assignee(Some(name)), _) => marks.is_assigned_to(item, name),
            (_, None) => false,
            (Self::Severity(severity), Some(sheet)) => sheet.counts.of(*severity) > 0,
            (Self::Rule(rule), Some(sheet)) => sheet.findings.iter().any(|finding| finding.rule.id == rule.id),
            (Self::Region(chain), Some(sheet)) => sheet.lean.head.agency.region.starts_with(chain),
            (Self::Part(part), Some(sheet)) => sheet.findings.iter().any(|finding| part.holds(finding.rule)),
            (Self::Year(year), Some(sheet)) => sheet.lean.head.year == *year,
            (Self::Lost(_), Some(_)) => false,
            (Self::Assignee(None), Some(_)) => mark.assignee.is_none(),
        }
    }
}

/// The one key of a condition in a file.
fn lost_kind(value: &Value) -> &str {
    value.as_object().and_then(|object| object.keys().next()).map_or("", String::as_str)
}

/// Its value, if that is a text, else its key. Long ones are cut: files are not to be trusted.
fn lost_text(value: &Value) -> String {
    let inner = value.as_object().and_then(|object| object.values().next()).unwrap_or(value);
    let text = inner.as_str().unwrap_or_else(|| lost_kind(value));
    SafeText::line(&text.chars().take(40).collect::<String>()).to_string()
}

/// The chips that are set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Chips(Vec<Chip>);

impl FromIterator<Chip> for Chips {
    fn from_iter<I: IntoIterator<Item = Chip>>(chips: I) -> Self {
        let mut set = Self::default();
        for chip in chips {
            if !set.contains(&chip) {
                set.0.push(chip);
            }
        }
        set
    }
}

impl Chips {
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All that are set, in the order in which they were.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Chip> {
        self.0.iter()
    }

    #[must_use]
    pub(crate) fn contains(&self, chip: &Chip) -> bool {
        self.0.contains(chip)
    }

    /// Sets a chip that is not set, and the other way round.
    pub(crate) fn toggle(&mut self, chip: Chip) {
        match self.0.iter().position(|known| *known == chip) {
            Some(index) => drop(self.0.remove(index)),
            None => self.0.push(chip),
        }
    }

    /// Takes the chip away that was set last.
    pub(crate) fn pop(&mut self) {
        self.0.pop();
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// The years that are looked for; empty: the latest of each agency.
    pub(crate) fn years(&self) -> impl Iterator<Item = u16> + '_ {
        self.0.iter().filter_map(|chip| match chip {
            Chip::Year(year) => Some(*year),
            _ => None,
        })
    }

    /// Does a report fit: for each kind that is set, one of its chips?
    #[must_use]
    pub(crate) fn fit(&self, item: ItemId, library: &Library, marks: &Marks) -> bool {
        self.0.iter().all(|chip| {
            let mut same_kind = self.0.iter().filter(|other| other.kind() == chip.kind());
            same_kind.any(|other| other.fits(item, library, marks))
        })
    }
}

/// How many reports, in words.
#[must_use]
pub(crate) fn count_text(words: &Words, count: usize) -> String {
    words.desk.count_reports(count)
}

#[cfg(test)]
mod tests {
    use super::super::library::tests::item;
    use super::*;

    fn library() -> Library {
        let mut library = Library::default();
        library.add(item("a", "甲", 2024, None, 2));
        library.add(item("b", "乙", 2024, None, 0));
        library.add(super::super::Item { id: "x".into(), path: std::path::PathBuf::new(), body: Err("bad".into()) });
        library.settle();
        library
    }

    fn fitting(chips: &[Chip]) -> Vec<ItemId> {
        let (library, marks) = (library(), Marks::default());
        let chips = Chips(chips.to_vec());
        (0..3).filter(|&item| chips.fit(item, &library, &marks)).collect()
    }

    #[test]
    fn chips_of_one_kind_widen_and_of_several_kinds_narrow() {
        let error = Chip::Severity(Severity::Error);
        assert_eq!(fitting(&[]), [0, 1, 2]);
        assert_eq!(fitting(std::slice::from_ref(&error)), [0]);
        assert_eq!(fitting(&[Chip::Flag(Flag::Clean), Chip::Flag(Flag::Unreadable)]), [1, 2]);
        assert!(fitting(&[error.clone(), Chip::Flag(Flag::Clean)]).is_empty());
        assert_eq!(fitting(&[error, Chip::Status(Status::Unreviewed), Chip::Flag(Flag::Undecided)]), [0]);
    }
}
