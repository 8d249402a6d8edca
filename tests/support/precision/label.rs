//! What is written beside a report: planted contradictions, and judgements of findings by rule and place.

use serde::Deserialize;

/// The labels of one report.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    pub plants: Vec<Plant>,
    pub findings: Vec<Label>,
}

/// A contradiction that was put into the report.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plant {
    /// The rules that may name it; it is counted under the first.
    pub rules: Vec<String>,
    #[serde(default)]
    pub cells: Vec<String>,
    pub passage: Option<String>,
    /// Where the passage says too little: 0 is the title.
    pub section: Option<u64>,
    pub what: String,
}

/// A finding that was judged.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    pub rule: String,
    #[serde(default)]
    pub cells: Vec<String>,
    pub passage: Option<String>,
    pub section: Option<u64>,
    pub label: Verdict,
    pub why: String,
}

/// What a supervising office would say of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Right,
    /// The agency would rightly send it back.
    Wrong,
    /// True, and worth nobody's time.
    Nagging,
}

/// Where something is: cells, and passages with their section.
#[derive(Debug, Default)]
pub struct Spot {
    pub cells: Vec<String>,
    pub passages: Vec<(Option<u64>, String)>,
}

impl Spot {
    fn of(cells: &[String], passage: Option<&String>, section: Option<u64>) -> Self {
        Self { cells: cells.to_vec(), passages: passage.map(|text| (section, text.clone())).into_iter().collect() }
    }

    fn shares_cells(&self, other: &Self) -> bool {
        self.cells.iter().any(|cell| other.cells.contains(cell))
    }

    fn shares_passages(&self, other: &Self) -> bool {
        self.passages.iter().any(|one| other.passages.iter().any(|two| same_passage(one, two)))
    }

    /// Nothing that both name speaks against it: so a label outlives other words and other cells of its finding.
    fn agrees(&self, other: &Self) -> bool {
        let cells = self.cells.is_empty() || other.cells.is_empty() || self.shares_cells(other);
        let passages = self.passages.is_empty() || other.passages.is_empty() || self.shares_passages(other);
        cells && passages
    }

    fn is_nowhere(&self) -> bool {
        self.cells.is_empty() && self.passages.is_empty()
    }
}

impl Plant {
    /// Is this finding about it?
    pub fn is_named(&self, rule: &str, spot: &Spot) -> bool {
        let place = Spot::of(&self.cells, self.passage.as_ref(), self.section);
        let there = place.is_nowhere() || place.shares_cells(spot) || place.shares_passages(spot);
        there && self.rules.iter().any(|one| one == rule)
    }
}

impl Label {
    /// Was this finding meant?
    pub fn is_of(&self, rule: &str, spot: &Spot) -> bool {
        self.rule == rule && Spot::of(&self.cells, self.passage.as_ref(), self.section).agrees(spot)
    }
}

fn same_passage(one: &(Option<u64>, String), two: &(Option<u64>, String)) -> bool {
    let sections = one.0.is_none() || two.0.is_none() || one.0 == two.0;
    let [first, second] = [bare(&one.1), bare(&two.1)];
    sections && (stands_in(&first, &second) || stands_in(&second, &first))
}

/// Without blanks: documents are wrapped where their pages end.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Does it stand there, and not as the end of a longer number (2件 in 12件)?
fn stands_in(passage: &str, text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let number = passage.starts_with(is_digit);
    let pieces: Vec<&str> = text.split(passage).collect();
    pieces.split_last().is_some_and(|(_, before)| before.iter().any(|piece| !(number && piece.ends_with(is_digit))))
}
