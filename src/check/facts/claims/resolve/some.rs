//! Numbers that are of some of those only that the tables count, or of none of them.

use std::ops::Range;

use crate::check::facts::claims::bag::{Around, Bag};
use crate::check::facts::claims::lexicon::{Mark, Topic};
use crate::check::facts::claims::tokens::{Stop, Token};
use crate::check::facts::claims::topic::{is_left_over, is_outcome};

use super::State;

impl State<'_> {
    /// 这5件申请的答复, 还有4件已答复的: some that were spoken of, or are told of beside the others. 尚有2件未办结 are what is left.
    /// 除1件结转外全部办结: what is said of the others is not said of it.
    pub(super) fn points_at_some(&self, around: &Around, at: usize) -> bool {
        const THESE: [&[char]; 11] = [
            &['这'],
            &['该'],
            &['此'],
            &['那'],
            &['上', '述'],
            &['前', '述'],
            &['这', '些'],
            &['有', '关', '的'],
            &['除'],
            &['除', '了'],
            &['除', '有'],
        ];
        const MORE: [&[char]; 6] =
            [&['还', '有'], &['另', '有'], &['曾', '有'], &['仍', '有'], &['尚', '有'], &['另', '外']];
        let before = self.sentence.chars.get(..at).unwrap_or_default();
        let ends = |words: &[&[char]]| words.iter().any(|word| before.ends_with(word));
        let left = around.near.acts.iter().chain(&around.right.acts).any(|act| is_left_over(act))
            || self.is_for_next_year(around);
        ends(&THESE) || (ends(&MORE) && !left && !around.right.marks.has(Mark::Ongoing))
    }

    /// 其余3件将于2024年1月底前答复: what is left when 2023 ends.
    pub(super) fn is_for_next_year(&self, around: &Around) -> bool {
        around.right.years.contains(&(self.before.year + 1))
    }

    /// Of some of them only, or of none that the tables count.
    pub(super) fn is_of_some_only(&self, topic: Option<Topic>, around: &Around, at: usize) -> bool {
        let of_requests = topic == Some(Topic::Request);
        self.outside_of_tables.iter().any(|statement| statement.contains(&at))
            || (of_requests && (self.points_at_some(around, at) || self.is_of_december(at)))
    }

    /// 12月收到的6件: of that month, where it is not the year's end that is meant.
    fn is_of_december(&self, at: usize) -> bool {
        let before = self.sentence.chars.get(..at).unwrap_or_default();
        let clause = before.rsplit(|c| matches!(c, '，' | '；' | '。' | '：')).next().unwrap_or_default();
        let month = |text: &[char]| {
            clause.windows(text.len()).position(|window| window == text).map(|at| (at, at + text.len()))
        };
        let Some((start, end)) = month(&['1', '2', '月']).or_else(|| month(&['十', '二', '月'])) else {
            return false;
        };
        let up_to = clause.get(..start).is_some_and(|text| {
            text.ends_with(&['至']) || text.ends_with(&['到']) || text.ends_with(&['—']) || text.ends_with(&['-'])
        });
        let ends = clause.get(end).is_some_and(|c| matches!(c, '底' | '末' | '份') || c.is_ascii_digit() || *c == '三');
        !up_to && !ends && !clause.starts_with(&['截'])
    }
}

/// 另有4件，未计入表内: whatever the statement counts is no number of the tables. Where such statements stand.
pub(super) fn outside(tokens: &[Token]) -> Vec<Range<usize>> {
    let statements = tokens.split(|token| token.stop() == Some(Stop::Semi));
    let says_so = |token: &Token| token.word().is_some_and(|word| word.mark == Some(Mark::Outside));
    let outside = statements.filter(|statement| statement.iter().any(says_so));
    outside.filter_map(|statement| Some(statement.first()?.start..statement.last()?.end)).collect()
}

/// 涉及行政许可的8件, 涉及行政许可8件、行政处罚3件: what requests are about.
pub(super) fn concerns(chars: &[char], at: usize) -> bool {
    let before = chars.get(..at).unwrap_or_default();
    let clause = before.rsplit(|c| matches!(c, '，' | '；' | '。' | '：')).next().unwrap_or_default();
    clause.windows(2).any(|pair| pair == ['涉', '及'])
}

/// 2022年至2024年共收到102件: of several years.
pub(super) fn spans_years(bag: &Bag, year: i64) -> bool {
    let compared = [Mark::Versus, Mark::Up, Mark::Down].iter().any(|&mark| bag.marks.has(mark));
    bag.years.contains(&year) && bag.years.iter().any(|&other| other < year) && !compared
}

/// 土地类申请中，予以公开4件; 信函申请中予以公开6件: a kind of them was named, and no number of it.
pub(super) fn is_of_kind(bag: &Bag) -> bool {
    let names_a_kind = [Mark::About, Mark::Kinds, Mark::Few, Mark::Sort].iter().any(|&mark| bag.marks.has(mark));
    bag.marks.has(Mark::Among) && (names_a_kind || bag.channels > 0)
}

/// 9件提供信息的答复中，有4件…: of those that are named only.
pub(super) fn is_of_named(around: &Around) -> bool {
    around.right.marks.has(Mark::Among) && around.right.unknown + around.trail > 0
}

/// 企业申请中，予以公开4件; 在行政处罚中，治安类1102件: of some of those that were named before.
pub(super) fn is_of_some(around: &Around) -> bool {
    around.far.marks.has(Mark::Among) && (!around.far.who.is_empty() || around.near.marks.has(Mark::Sort))
}

/// 提前办结5件, 期限未届满即答复10件: of some of them only.
pub(super) fn is_of_few(bag: &Bag) -> bool {
    let is_done = |act: &&str| matches!(*act, "handled" | "answered") || (is_outcome(act) && !is_left_over(act));
    let in_time = bag.acts.contains(&"in_time") || bag.marks.has(Mark::Ongoing);
    // 均在20个工作日内办结: all of them.
    (bag.marks.has(Mark::Few) && !bag.marks.has(Mark::All)) || (in_time && bag.acts.iter().any(is_done))
}
