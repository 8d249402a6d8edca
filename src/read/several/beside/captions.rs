//! Tables that stand twice, each under its year.

use std::ops::Range;

use crate::read::spelling::years::{Tag, Year};

use super::cut::Cutter;
use super::fields::{Share, is_of_table};

impl<'a> Cutter<'_, '_, 'a> {
    /// Tables one after the other, each under its year.
    pub(super) fn by_captions(&mut self, region: &Range<usize>) -> Option<Vec<Share<'a>>> {
        let caption = |at: usize| {
            let block = self.blocks.get(at).filter(|block| !block.is_row())?;
            Some((at, Tag::alone(block.filled().next()?)?.year))
        };
        let captions: Vec<(usize, Year)> = region.clone().filter_map(caption).collect();
        let (first, one) = *captions.first()?;
        let other = captions.iter().map(|(_, year)| *year).find(|year| *year != one)?;
        // They take turns.
        let expected = [one, other].into_iter().cycle();
        if !captions.len().is_multiple_of(2)
            || captions.iter().zip(expected).any(|((_, year), expected)| *year != expected)
        {
            return None;
        }
        let is_row = |at: usize| self.blocks.get(at).is_some_and(is_of_table);
        let ends: Vec<usize> = captions.iter().skip(1).map(|(at, _)| *at).chain([region.end]).collect();
        let has_rows = |(from, to): (usize, usize)| (from..to).any(is_row);
        if !captions.iter().map(|(at, _)| *at).zip(ends.iter().copied()).all(has_rows)
            || (region.start..first).any(is_row)
        {
            return None;
        }
        let halves = self.halves([one, other])?;
        let last = region.clone().rev().find(|at| is_row(*at)).unwrap_or(region.start);
        let share = |at: usize| {
            let before = captions.partition_point(|(from, _)| *from <= at).checked_sub(1);
            let own = before.and_then(|before| captions.get(before)).filter(|_| at <= last);
            let Some((from, year)) = own else { return Share::Both };
            let [of_one, of_other] = halves;
            let half = if *year == other { of_other } else { of_one };
            let block = self.blocks.get(at).filter(|_| at != *from).cloned();
            Share::Cut(if half == 0 { [block, None] } else { [None, block] })
        };
        Some(region.clone().map(share).collect())
    }
}
