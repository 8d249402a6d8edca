//! A total and the parts that the text lists of it.

use crate::check::facts::claims::{Around, Class, Item, Mark, Range};

use super::division::Division;

/// `51件，其中予以公开8件、…`.
pub(super) struct List<'a> {
    pub(crate) total: &'a Item,
    pub(crate) parts: Vec<(&'a Item, Division)>,
    /// The text says that these are all: 分别, brackets with nothing but parts, 其他 as the last.
    pub(crate) is_whole: bool,
    /// In words, and not by brackets alone.
    pub(crate) is_told: bool,
    /// 等, or something among them that is not understood.
    pub(crate) is_open: bool,
}

/// The lists in the numbers of some sentences that belong together.
pub(super) fn lists<'a>(items: &[&'a Item]) -> Vec<List<'a>> {
    let mut found = Vec::new();
    for (index, total) in items.iter().enumerate() {
        let rest = items.get(index + 1..).unwrap_or_default();
        if is_plain(total) && total.claim.metric.is_some() && !total.around.bracketed {
            found.extend(in_brackets(total, rest));
            found.extend(behind(total, rest));
        }
    }
    found
}

/// May this number be added?
pub(in crate::check::family::narrative) fn is_plain(item: &Item) -> bool {
    item.class == Class::Count
        && item.claim.range == Range::Exact
        && !item.claim.is_joined
        && !item.claim.scope.other_time
        && !is_growth(item)
        && !item.around.near.marks.has(Mark::Share)
        && !item.around.near.marks.has(Mark::LastYear)
}

fn is_growth(item: &Item) -> bool {
    let near = item.around.near.marks;
    near.has(Mark::Up) || near.has(Mark::Down) || near.has(Mark::Versus)
}

fn begins_parts(around: &Around) -> bool {
    around.near.marks.has(Mark::Part) || around.far.marks.has(Mark::Part)
}

/// 共计 and nothing else: the sum of what stands before it.
fn is_sum(item: &Item) -> bool {
    let near = &item.around.near;
    let named = [Mark::Others, Mark::Medium, Mark::Channel].iter().any(|&mark| near.marks.has(mark));
    near.marks.has(Mark::Total)
        && !named
        && near.unknown + item.around.lead == 0
        && near.topics.is_empty()
        && near.who.is_empty()
}

/// 等 behind it, or of the kind "mainly".
fn is_open(item: &Item) -> bool {
    item.around.right.marks.has(Mark::Etc) || item.around.near.marks.has(Mark::Etc) || item.around.near.unknown > 12
}

/// `35件（自然人30件，法人5件）`.
fn in_brackets<'a>(total: &'a Item, rest: &[&'a Item]) -> Option<List<'a>> {
    let inside: Vec<&'a Item> = rest.iter().copied().take_while(|item| item.around.bracketed).collect();
    let first = inside.first().filter(|first| first.around.inside)?;
    let fits = |item: &&&'a Item| is_plain(item) && item.claim.unit == total.claim.unit;
    let parts: Vec<(&Item, Division)> =
        inside.iter().filter(fits).filter_map(|item| Some((*item, Division::of(item, total)?))).collect();
    let is_open = parts.len() < inside.len() || inside.iter().any(|item| is_open(item));
    let is_whole = !begins_parts(&first.around) && !is_open;
    let is_told = first.marks.has(Mark::Each) || ends_in_others(&parts);
    Some(List { total, parts, is_whole, is_told, is_open })
}

/// `35件，其中网上21件、信函9件、当面5件`; parts may be divided by semicolons, and begin a sentence of their own.
fn behind<'a>(total: &'a Item, rest: &[&'a Item]) -> Option<List<'a>> {
    let beside = |item: &&'a Item| item.around.bracketed || item.class == Class::Percent || is_growth(item);
    let rest: Vec<&'a Item> = rest.iter().copied().filter(|item| !beside(item)).collect();
    let first = *rest.first()?;
    let of_all = total.claim.who.is_none() && total.claim.metric.is_some_and(|metric| metric.is_of_coming());
    let named = of_all && matches!(Division::of(first, total), Some(Division::Who | Division::Channel));
    let is_next = first.claim.sentence != total.claim.sentence;
    // 当面提交5件。按申请人分，自然人92件: another sentence divides all of them, and not what was last spoken of.
    let is_all = of_all && total.claim.metric.is_some_and(|metric| &*metric.id != "channel");
    let divides = |division| match division {
        Division::Who | Division::Channel => !is_all,
        Division::Outcome => of_all && !is_all,
        _ => false,
    };
    if is_next && Division::of(first, total).is_some_and(divides) {
        return None;
    }
    let listed = first.around.listed && Division::of(first, total).is_some();
    if !(begins_parts(&first.around) || is_next || listed || (named && !first.around.starts)) {
        return None;
    }
    let mut list = List { total, parts: Vec::new(), is_whole: false, is_told: false, is_open: false };
    // Divided by semicolons: then all of them are.
    let by_parts = rest.get(1).is_some_and(|second| second.around.starts);
    for (position, item) in rest.iter().enumerate() {
        let begins_more = position > 0 && (begins_parts(&item.around) || item.around.starts != by_parts);
        if begins_more || is_sum(item) {
            list.is_open |= begins_more && by_parts && !item.around.starts;
            break;
        }
        let division = Division::of(item, total).filter(|_| is_plain(item) && item.claim.unit == total.claim.unit);
        let Some(division) = division else {
            list.is_open |= item.claim.unit == total.claim.unit && item.claim.metric.is_none();
            break;
        };
        list.is_open |= is_open(item);
        list.parts.push((item, division));
    }
    list.is_told = first.marks.has(Mark::Each) || ends_in_others(&list.parts);
    list.is_whole = list.is_told;
    list.of_one_kind();
    Some(list)
}

/// 其他 as the last of several.
fn ends_in_others(parts: &[(&Item, Division)]) -> bool {
    parts.len() > 1 && parts.last().is_some_and(|(item, _)| item.around.near.marks.has(Mark::Others))
}

impl List<'_> {
    /// 其他渠道 behind media is another of them.
    fn of_one_kind(&mut self) {
        let of_media = self.parts.first().is_some_and(|(_, division)| *division == Division::Medium);
        for (item, division) in self.parts.iter_mut().filter(|_| of_media) {
            let near = item.around.near.marks;
            if near.has(Mark::Others) || near.has(Mark::Channel) {
                *division = Division::Medium;
            }
        }
    }
}
