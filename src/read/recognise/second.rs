//! A second report in the same document: where it begins, and what of it was not read.

use crate::read::document::block::Block;
use crate::read::section::Sections;
use crate::read::who::title;

/// The title of a report stands so many blocks at most before its first heading.
const BEFORE: usize = 30;

/// The block where the report that follows the first one begins: its title, or else its first heading.
pub(in crate::read) fn begin(blocks: &[Block<'_>], sections: &Sections<'_>) -> Option<usize> {
    let second = sections.second?;
    let from = from(sections, second);
    let found = title::title(blocks.get(from..second)?, second);
    Some(found.map_or(second, |title| from + title.at))
}

fn from(sections: &Sections<'_>, second: usize) -> usize {
    sections.found.last().map_or(0, |found| found.at + 1).max(second.saturating_sub(BEFORE))
}

/// What follows the first report and was not read: its title, or else its first heading, and the line of it.
pub(super) fn unread(blocks: &[Block<'_>], sections: &Sections<'_>) -> Option<(String, u32)> {
    let second = sections.second?;
    let between = blocks.get(from(sections, second)..second)?;
    let title = title::title(between, between.len()).and_then(|title| Some((title.text, between.get(title.at)?.line)));
    title.or_else(|| blocks.get(second).map(|block| (block.text().into_owned(), block.line)))
}
