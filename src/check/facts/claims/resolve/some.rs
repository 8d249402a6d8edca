//! Numbers that are of some of those only that the tables count, or of none of them.

use crate::check::facts::claims::bag::{Around, Bag, Marks};
use crate::check::facts::claims::lexicon::Mark;
use crate::check::facts::claims::tokens::Token;
use crate::check::facts::claims::topic::{is_left_over, is_outcome};

use super::State;

impl State<'_> {
    /// 这5件申请的答复, 还有4件已答复的: some that were spoken of, or are told of beside the others. 尚有2件未办结 are what is left.
    pub(super) fn points_at_some(&self, around: &Around, at: usize) -> bool {
        const THESE: [&[char]; 8] =
            [&['这'], &['该'], &['此'], &['那'], &['上', '述'], &['前', '述'], &['这', '些'], &['有', '关', '的']];
        const MORE: [&[char]; 6] =
            [&['还', '有'], &['另', '有'], &['曾', '有'], &['仍', '有'], &['尚', '有'], &['另', '外']];
        let before = self.sentence.chars.get(..at).unwrap_or_default();
        let ends = |words: &[&[char]]| words.iter().any(|word| before.ends_with(word));
        let left = around.near.acts.iter().chain(&around.right.acts).any(|act| is_left_over(act));
        ends(&THESE) || (ends(&MORE) && !left && !around.right.marks.has(Mark::Ongoing))
    }
}

/// 另有4件，未计入表内: whatever the sentence counts is no number of the tables.
pub(super) fn outside(tokens: &[Token]) -> Marks {
    let mut marks = Marks::default();
    if tokens.iter().filter_map(Token::word).any(|word| word.mark == Some(Mark::Outside)) {
        marks.add(Mark::Subset);
    }
    marks
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
