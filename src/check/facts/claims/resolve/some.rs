//! Numbers that are of some of those only that the tables count, or of none of them.

use crate::check::facts::claims::bag::{Around, Bag, Marks};
use crate::check::facts::claims::lexicon::Mark;
use crate::check::facts::claims::tokens::Token;
use crate::check::facts::claims::topic::{is_left_over, is_outcome};

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

/// 企业申请中，予以公开4件; 在行政处罚中，治安类1102件: of some of those that were named before.
pub(super) fn is_of_some(around: &Around) -> bool {
    around.far.marks.has(Mark::Among) && (!around.far.who.is_empty() || around.near.marks.has(Mark::Sort))
}

/// 提前办结5件, 期限未届满即答复10件: of some of them only.
pub(super) fn is_of_few(bag: &Bag) -> bool {
    let is_done = |act: &&str| matches!(*act, "handled" | "answered") || (is_outcome(act) && !is_left_over(act));
    let in_time = bag.acts.contains(&"in_time") || bag.marks.has(Mark::Ongoing);
    bag.marks.has(Mark::Few) || (in_time && bag.acts.iter().any(is_done))
}
