//! What the list of agencies can be narrowed to: chips that stack.
//!
//! Chips of one kind widen each other (errors or warnings), chips of different kinds narrow each other (errors, and
//! returned).

use crate::check::{Rule, Severity};
use crate::journal::Status;
use crate::report::SafeText;
use crate::tui::rounds;
use crate::words::{Words, fill};

use super::library::{ItemId, Library};
use super::marks::Marks;

/// One condition on the reports that are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chip {
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
}

/// What else can be asked of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// Nothing was found.
    Clean,
    /// There are findings without a verdict.
    Undecided,
    /// There are notes.
    Noted,
    /// Some act speaks of values that are no longer there.
    Stale,
    /// Its reader left doubts.
    Doubtful,
    /// It could not be read at all.
    Unreadable,
    /// It is returned, and its date is over.
    Overdue,
}

impl Flag {
    /// In the order of the menu.
    pub const ALL: [Self; 7] =
        [Self::Overdue, Self::Undecided, Self::Noted, Self::Stale, Self::Doubtful, Self::Clean, Self::Unreadable];

    fn name(self, words: &Words) -> &'static str {
        let act = &words.act;
        let words = &words.desk;
        match self {
            Self::Overdue => act.flag_overdue,
            Self::Clean => words.flag_clean,
            Self::Undecided => words.flag_undecided,
            Self::Noted => words.flag_noted,
            Self::Stale => words.flag_stale,
            Self::Doubtful => words.flag_doubtful,
            Self::Unreadable => words.unreadable,
        }
    }
}

impl Chip {
    /// What it says on the screen.
    #[must_use]
    pub fn label(&self, words: &Words, lang: crate::words::Lang) -> String {
        match self {
            Self::Status(status) => status.label(words).to_owned(),
            Self::Severity(Severity::Error) => words.severity.error.to_owned(),
            Self::Severity(Severity::Warning) => words.severity.warning.to_owned(),
            Self::Severity(Severity::Info) => words.severity.info.to_owned(),
            Self::Flag(flag) => flag.name(words).to_owned(),
            Self::Rule(rule) => format!("{} {}", rule.id, rule.name(lang)),
            Self::Region(chain) => chain.iter().map(SafeText::as_str).collect::<Vec<_>>().join(" "),
        }
    }

    /// The same in few characters, for the line of chips.
    #[must_use]
    pub fn short(&self, words: &Words, lang: crate::words::Lang) -> String {
        match self {
            Self::Rule(rule) => rule.id.to_string(),
            Self::Region(chain) => chain.last().map(SafeText::to_string).unwrap_or_default(),
            other => other.label(words, lang),
        }
    }

    fn kind(&self) -> std::mem::Discriminant<Self> {
        std::mem::discriminant(self)
    }

    fn fits(&self, item: ItemId, library: &Library, marks: &Marks) -> bool {
        let sheet = library.sheet(item);
        let mark = marks.get(item).unwrap_or_default();
        match (self, sheet) {
            (Self::Flag(Flag::Unreadable), sheet) => sheet.is_none(),
            (_, None) => false,
            (Self::Status(status), Some(_)) => mark.status == *status,
            (Self::Severity(severity), Some(sheet)) => sheet.counts.of(*severity) > 0,
            (Self::Rule(rule), Some(sheet)) => sheet.findings.iter().any(|finding| finding.rule == *rule),
            (Self::Region(chain), Some(sheet)) => sheet.lean.head.agency.region.starts_with(chain),
            (Self::Flag(flag), Some(sheet)) => match flag {
                Flag::Clean => sheet.counts.total() == 0,
                Flag::Undecided => sheet.counts.total() > mark.decided,
                Flag::Noted => mark.notes > 0,
                Flag::Stale => mark.stale,
                Flag::Doubtful => sheet.lean.remarks > 0,
                Flag::Overdue => rounds::is_overdue(mark, marks.today),
                Flag::Unreadable => false,
            },
        }
    }
}

/// The chips that are set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chips(Vec<Chip>);

impl Chips {
    /// None set?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All that are set, in the order in which they were.
    pub fn iter(&self) -> impl Iterator<Item = &Chip> {
        self.0.iter()
    }

    /// Is this one set?
    #[must_use]
    pub fn contains(&self, chip: &Chip) -> bool {
        self.0.contains(chip)
    }

    /// Sets a chip that is not set, and the other way round.
    pub fn toggle(&mut self, chip: Chip) {
        match self.0.iter().position(|known| *known == chip) {
            Some(index) => drop(self.0.remove(index)),
            None => self.0.push(chip),
        }
    }

    /// Takes the chip away that was set last.
    pub fn pop(&mut self) {
        self.0.pop();
    }

    /// Takes all away.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The rules whose findings are looked for; empty: all.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> + '_ {
        self.0.iter().filter_map(|chip| match chip {
            Chip::Rule(rule) => Some(*rule),
            _ => None,
        })
    }

    /// Does a report fit: for each kind that is set, one of its chips?
    #[must_use]
    pub fn fit(&self, item: ItemId, library: &Library, marks: &Marks) -> bool {
        self.0.iter().all(|chip| {
            let mut same_kind = self.0.iter().filter(|other| other.kind() == chip.kind());
            same_kind.any(|other| other.fits(item, library, marks))
        })
    }
}

/// A chip that could be set, and how many of the reports shown without any chip it fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The chip.
    pub chip: Chip,
    /// How many reports.
    pub count: usize,
}

/// Everything the list can be narrowed to: only what fits at least one of `items`.
#[must_use]
pub fn choices(items: &[ItemId], library: &Library, marks: &Marks) -> Vec<Choice> {
    let fixed = Status::ALL.into_iter().map(Chip::Status);
    let fixed = fixed.chain(Severity::ALL.into_iter().map(Chip::Severity)).chain(Flag::ALL.into_iter().map(Chip::Flag));
    let mut choices: Vec<Choice> = fixed
        .map(|chip| Choice { count: items.iter().filter(|&&item| chip.fits(item, library, marks)).count(), chip })
        .filter(|choice| choice.count > 0)
        .collect();
    choices.extend(rules(items, library));
    choices.extend(regions(items, library));
    choices
}

/// The rules that have findings, most common first.
fn rules(items: &[ItemId], library: &Library) -> Vec<Choice> {
    let mut counts: Vec<(&'static Rule, usize)> = Vec::new();
    for sheet in items.iter().filter_map(|&item| library.sheet(item)) {
        let mut seen: Vec<&'static Rule> = Vec::new();
        for rule in sheet.findings.iter().map(|finding| finding.rule) {
            if seen.contains(&rule) {
                continue;
            }
            seen.push(rule);
            match counts.iter_mut().find(|(known, _)| *known == rule) {
                Some((_, count)) => *count += 1,
                None => counts.push((rule, 1)),
            }
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.id.cmp(&b.0.id)));
    counts.into_iter().map(|(rule, count)| Choice { chip: Chip::Rule(rule), count }).collect()
}

/// The regions, and those around them, in their order.
fn regions(items: &[ItemId], library: &Library) -> Vec<Choice> {
    let mut counts: std::collections::BTreeMap<&[SafeText], usize> = std::collections::BTreeMap::new();
    for sheet in items.iter().filter_map(|&item| library.sheet(item)) {
        let chain = &sheet.lean.head.agency.region;
        for depth in 1..=chain.len() {
            *counts.entry(chain.get(..depth).unwrap_or_default()).or_default() += 1;
        }
    }
    // A region that everything lies in narrows nothing.
    let all = items.len();
    let narrowing = counts.into_iter().filter(|(_, count)| *count < all);
    narrowing.map(|(chain, count)| Choice { chip: Chip::Region(chain.into()), count }).collect()
}

/// How many reports, in words.
#[must_use]
pub fn count_text(words: &Words, count: usize) -> String {
    fill(words.desk.count_reports, &[("count", &count)])
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

    #[test]
    fn only_what_fits_something_can_be_chosen() {
        let library = library();
        let found = choices(&[0, 1, 2], &library, &Marks::default());
        let count = |chip: &Chip| found.iter().find(|choice| choice.chip == *chip).map(|choice| choice.count);
        assert_eq!(count(&Chip::Status(Status::Unreviewed)), Some(2));
        assert_eq!(count(&Chip::Severity(Severity::Error)), Some(1));
        assert_eq!(count(&Chip::Flag(Flag::Unreadable)), Some(1));
        assert_eq!(count(&Chip::Status(Status::Returned)), None);
    }
}
