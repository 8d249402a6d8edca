//! SEC-12: which sentences of the fifth section speak of problems, and which of measures.

use std::ops::Range;

use crate::base::han::rare;
use crate::check::facts::calendar::years;
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::rule::id;

/// The full sentences, with what they speak of.
pub(super) struct Sides {
    sentences: Vec<Sentence>,
}

struct Sentence {
    place: Range<usize>,
    has_problem: bool,
    has_measure: bool,
    /// It praises, or says where the text comes from.
    is_lead: bool,
}

impl Sides {
    /// Of the report of this year.
    pub(super) fn of(year: u16, prose: &Prose<'_>, part: &SectionText) -> Self {
        let words = Words { year, prose, part };
        let sentences = pieces(part, &(0..part.text.len()), &['。', '！', '？', '\n']);
        Self { sentences: sentences.map(|place| words.sentence(place)).collect() }
    }

    /// The case where one side stands there and the other is really absent, and where that begins.
    ///
    /// A sentence that speaks of neither may be of the other side in words that nobody thought of.
    pub(super) fn one_alone(&self) -> Option<(&'static str, Range<usize>)> {
        let first = |is: fn(&Sentence) -> bool| self.sentences.iter().position(is);
        let from = |at: usize| self.sentences.get(at..).unwrap_or_default();
        match (first(|one| one.has_problem), first(|one| one.has_measure)) {
            (Some(at), None) if from(at).iter().all(|one| one.has_problem) => {
                Some(("only-problems", from(at).first()?.place.clone()))
            }
            (None, Some(at)) if self.sentences.iter().all(|one| one.has_measure || one.is_lead) => {
                Some(("only-measures", from(at).first()?.place.clone()))
            }
            _ => None,
        }
    }
}

struct Words<'a> {
    year: u16,
    prose: &'a Prose<'a>,
    part: &'a SectionText,
}

impl Words<'_> {
    fn sentence(&self, place: Range<usize>) -> Sentence {
        let has = |list: &str, place: &Range<usize>| self.prose.speaks_in(id::SEC_12, list, self.part.section, place);
        // What is to come is a plan, in whatever words.
        let to_come = || years(self.part.get(&place)).any(|named| named.year > self.year);
        // 意识有待提高, 培训开展不够: no measures.
        let acts = |clause: Range<usize>| has("measures", &clause) && !has("problems", &clause);
        let has_measure = has("begin-measures", &place)
            || to_come()
            || pieces(self.part, &place, &['，', '；', '：', '、', ',', ';']).any(acts);
        let (has_problem, is_lead) = (has("problems", &place), has("lead", &place));
        Sentence { place, has_problem, has_measure, is_lead }
    }
}

/// The stretches between these marks, none of them a character of Han, that are not empty.
fn pieces<'t>(
    part: &'t SectionText,
    place: &Range<usize>,
    ends: &'t [char],
) -> impl Iterator<Item = Range<usize>> + 't {
    let (text, from) = (part.get(place), place.start);
    let marks = rare(text).filter(|(_, c)| ends.contains(c)).map(|(at, c)| (at, at + c.len_utf8()));
    let mut start = 0;
    let pieces =
        marks.chain([(text.len(), text.len())]).map(move |(end, next)| std::mem::replace(&mut start, next)..end);
    pieces.filter(|piece| !piece.is_empty()).map(move |piece| from + piece.start..from + piece.end)
}
