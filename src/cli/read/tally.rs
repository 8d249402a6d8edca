//! What became of the documents, by format.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use unicode_width::UnicodeWidthStr;

use crate::report::SafeText;
use crate::words::Lang;

use super::job::Result;

/// Counts, filled by several threads.
#[derive(Default)]
pub(super) struct Tally(Mutex<BTreeMap<String, Counts>>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Counts {
    read: usize,
    doubtful: usize,
    unchanged: usize,
    failed: usize,
}

impl Counts {
    fn of(result: &Result) -> Self {
        let mut counts = Self::default();
        match result {
            Result::Read(doubts) => (counts.read, counts.doubtful) = (1, usize::from(*doubts > 0)),
            Result::Unchanged => counts.unchanged = 1,
            Result::Failed(_) => counts.failed = 1,
            Result::Stopped => {}
        }
        counts
    }

    fn plus(self, other: Self) -> Self {
        Self {
            read: self.read + other.read,
            doubtful: self.doubtful + other.doubtful,
            unchanged: self.unchanged + other.unchanged,
            failed: self.failed + other.failed,
        }
    }

    fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl Tally {
    pub(crate) fn count(&self, document: &Path, result: &Result) {
        let format = document.extension().map(|ending| ending.to_string_lossy().to_uppercase()).unwrap_or_default();
        let mut formats = self.formats();
        let counts = formats.entry(format).or_default();
        *counts = counts.plus(Counts::of(result));
    }

    /// How many documents were dealt with.
    pub(crate) fn done(&self) -> usize {
        let sum = self.sum();
        sum.read + sum.unchanged + sum.failed
    }

    /// How many documents have a report now.
    pub(crate) fn good(&self) -> usize {
        let sum = self.sum();
        sum.read + sum.unchanged
    }

    fn formats(&self) -> MutexGuard<'_, BTreeMap<String, Counts>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn sum(&self) -> Counts {
        self.formats().values().fold(Counts::default(), |sum, counts| sum.plus(*counts))
    }

    /// A table of the formats where there are several, and a sentence.
    pub(crate) fn describe(&self, lang: Lang) -> String {
        let (words, sum) = (lang.words(), self.sum());
        let sentence = words.cli.read_summary(sum.read, sum.doubtful, sum.unchanged, sum.failed);
        let formats = self.formats();
        let formats: Vec<_> = formats.iter().filter(|(_, counts)| !counts.is_empty()).collect();
        if formats.len() < 2 {
            return sentence + "\n";
        }
        let texts = &words.batch;
        let head =
            [texts.format(), texts.read(), texts.doubtful(), texts.unchanged(), texts.failed()].map(str::to_owned);
        let row = |(format, counts): &(&String, &Counts)| {
            let numbers =
                [counts.read, counts.doubtful, counts.unchanged, counts.failed].map(|count| count.to_string());
            let [read, doubtful, unchanged, failed] = numbers;
            [SafeText::line(format).to_string(), read, doubtful, unchanged, failed]
        };
        let rows: Vec<[String; 5]> = std::iter::once(head).chain(formats.iter().map(row)).collect();
        aligned(&rows) + &sentence + "\n"
    }
}

/// Names to the left, numbers to the right.
fn aligned(rows: &[[String; 5]]) -> String {
    let widest = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|text| text.width()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..5).map(widest).collect();
    let mut out = String::new();
    for row in rows {
        for (column, (text, width)) in row.iter().zip(&widths).enumerate() {
            let room = " ".repeat(width.saturating_sub(text.width()));
            out += &if column == 0 { format!("{text}{room}") } else { format!("  {room}{text}") };
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_lines_of_a_table_in_which_columns_align() {
        let tally = Tally::default();
        for (name, result) in [
            ("a.docx", Result::Read(0)),
            ("b.DOCX", Result::Read(3)),
            ("c.txt", Result::Unchanged),
            ("d.pdf", Result::Failed(String::new())),
            ("e.odt", Result::Stopped),
        ] {
            tally.count(Path::new(name), &result);
        }
        assert_eq!((tally.done(), tally.good()), (4, 3));
        assert_eq!(
            tally.describe(Lang::En),
            "format  read  with doubts  unchanged  failed\n\
             DOCX       2            1          0       0\n\
             PDF        0            0          0       1\n\
             TXT        0            0          1       0\n\
             2 read, 1 of them with doubts, 1 unchanged, 1 failed\n"
        );
        let zh = tally.describe(Lang::Zh);
        assert_eq!(zh.lines().next(), Some("格式  读取  有疑点  未变  失败"));
        assert_eq!(zh.lines().nth(1), Some("DOCX     2       1     0     0"));
    }

    #[test]
    fn one_format_needs_no_table() {
        let tally = Tally::default();
        tally.count(Path::new("a.txt"), &Result::Read(0));
        assert_eq!(tally.describe(Lang::En).lines().count(), 1);
    }
}
