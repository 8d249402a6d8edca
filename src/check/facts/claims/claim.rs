//! A number stated in the text, with what it is about and where it stands.

use crate::base::glance::stretch;
use crate::check::finding::Evidence;
use crate::report::{Number, Report, SafeText};

use super::lexicon::Who;
use super::metric::Metric;
use super::numeral::Range;

/// A number stated in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What it is about; `None` where the words around it do not say, or say several things.
    pub metric: Option<&'static Metric>,
    /// Of which applicants, where it is not of all.
    pub(crate) who: Option<Who>,
    /// The number; zero where nothing happened.
    pub value: Number,
    /// How exactly it is meant.
    pub(crate) range: Range,
    /// `件`, `万元`, `%`; empty for a statement without a number.
    pub(crate) unit: &'static str,
    /// It says in words that there was nothing: 未收到, 没有.
    pub(crate) is_nothing: bool,
    /// The same number is said of another metric too: 收到并办结.
    pub(crate) is_joined: bool,
    /// For whom and when.
    pub(crate) scope: ClaimScope,
    /// The section's number.
    pub section: u8,
    /// Its first character in the section's text, counted in Unicode scalar values.
    pub(crate) start: usize,
    /// The character after its last, the unit's included.
    pub(crate) end: usize,
    /// First and last of the sentence, in the same way.
    pub(crate) sentence: (usize, usize),
}

/// For whom and when a number is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ClaimScope {
    /// 全市, 全县: of a whole region.
    pub(crate) region: bool,
    /// 本级: of the government itself, without the others.
    pub(crate) own: bool,
    /// Of some offices, or of some kind.
    pub(crate) subset: bool,
    /// 备案.
    pub(crate) filed: bool,
    /// 新收, 新增.
    pub(crate) fresh: bool,
    /// 审结.
    pub(crate) concluded: bool,
    /// Disputes about other matters than disclosure, or about all.
    pub(crate) other_matter: bool,
    /// 发生, 被提起: it befell the agency.
    pub(crate) befell: bool,
    /// 含上年结转.
    pub(crate) including: bool,
    /// Of another year, of several, or of a part of one.
    pub(crate) other_time: bool,
    /// It is plain that information disclosure is meant.
    pub(crate) about_disclosure: bool,
    /// All of it: 全年, 共, 累计 stand before the number, and no channel or medium.
    pub(crate) whole: bool,
    /// Characters before the number that no known word covers.
    pub(crate) unknown: usize,
    /// 新收的5件: those that were spoken of before, or some of them.
    pub(crate) recalled: bool,
}

impl Claim {
    #[must_use]
    pub(crate) fn evidence(&self, report: &Report) -> Evidence {
        evidence(report, self.section, self.start, self.end)
    }

    /// The sentence that it stands in.
    #[must_use]
    pub(crate) fn around(&self, report: &Report) -> SafeText {
        evidence(report, self.section, self.sentence.0, self.sentence.1).text
    }

    /// What the tables should say: its metric and the applicants, as part of a finding's place.
    #[must_use]
    pub fn place(&self) -> String {
        match (self.metric, self.who) {
            (Some(metric), Some(who)) => format!("{}/{}", metric.id, who.id()),
            (Some(metric), None) => metric.id.to_string(),
            (None, _) => String::new(),
        }
    }
}

/// A passage of a section, cut out of its text.
pub(in crate::check) fn evidence(report: &Report, section: u8, start: usize, end: usize) -> Evidence {
    let text = report.narrative.sections.iter().find(|known| known.number == section).map_or("", |known| &known.text);
    let passage = stretch(text, start..end);
    Evidence { report: None, section, start, end, text: SafeText::line(passage) }
}
