//! The six sections: where their headings stand. Found by wording and numeral together, in order, because a
//! narrative has numerals of its own.

pub(super) mod heading;
pub(super) mod narrative;

use std::ops::Range;

use crate::form::Form;
use crate::read::document::block::{Block, trim};
use crate::read::label::chain::{Find, MAX_FINDS, chain};
use crate::read::label::wordings;
use crate::read::spelling::normalise::{distance, key};

use heading::{Headings, is_numeral};

/// A section in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found<'a> {
    /// Position in `Form::sections`.
    pub(crate) section: usize,
    /// The heading as it stands, without marks of Markdown.
    pub(crate) heading: String,
    /// What follows the heading on its line.
    pub(crate) rest: &'a str,
    /// The block of the heading.
    pub(crate) at: usize,
    /// The blocks below the heading.
    pub(crate) body: Range<usize>,
}

/// The sections of a document.
pub(super) struct Sections<'a> {
    pub(crate) found: Vec<Found<'a>>,
    /// The block where another report seems to begin.
    pub(crate) second: Option<usize>,
}

struct Candidate<'a> {
    find: Find,
    heading: String,
    rest: &'a str,
}

/// A heading is not longer than this; of longer lines only the beginning is looked at.
const MAX_HEADING: usize = 64;
const EXACT: u32 = 8;
/// Worded differently than on the form, with its own numeral.
const IN_OTHER_WORDS: u32 = 7;
/// Worded as on the form, with the numeral of another section.
const OTHER_NUMERAL: u32 = 6;
const UNNUMBERED: u32 = 5;

/// Finds the headings.
pub(super) fn find<'a>(form: &Form, blocks: &[Block<'a>]) -> Sections<'a> {
    let names = names(form);
    let headings = Headings::new(form);
    let mut all: Vec<Candidate<'a>> = Vec::new();
    for at in 0..blocks.len() {
        // What stands inside of a heading over several lines is none.
        if all.last().is_none_or(|last| last.find.end <= at) {
            all.extend(candidate(&names, &headings, blocks, at));
        }
        if all.len() > MAX_FINDS {
            break;
        }
    }
    let finds: Vec<Find> = all.iter().map(|candidate| candidate.find).collect();
    // The lines of a table of contents are followed by the next line of it.
    let listed = |at: usize, find: &Find| {
        let next = finds.get(at + 1).is_some_and(|next| next.start == find.end && next.order == find.order + 1);
        next && finds.iter().skip(at + 1).any(|other| other.order == find.order)
    };
    let true_ones: Vec<usize> =
        finds.iter().enumerate().filter(|(at, find)| !listed(*at, find)).map(|(at, _)| at).collect();
    let kept: Vec<Find> = true_ones.iter().filter_map(|&at| finds.get(at).copied()).collect();
    let chosen: Vec<usize> = chain(&kept).into_iter().filter_map(|at| true_ones.get(at).copied()).collect();
    let last = chosen.last().copied();
    let second = last.and_then(|last| {
        let later = finds.iter().skip(last + 1).find(|find| find.weight >= UNNUMBERED);
        later.map(|find| find.start)
    });
    let ends: Vec<usize> = chosen.iter().skip(1).filter_map(|&at| finds.get(at)).map(|find| find.start).collect();
    let ends = ends.into_iter().chain([second.unwrap_or(blocks.len())]);
    let found = chosen.iter().zip(ends).filter_map(|(&at, end)| {
        let Candidate { find, heading, rest } = all.get(at)?;
        Some(Found { section: find.order, heading: heading.clone(), rest, at: find.start, body: find.end..end })
    });
    Sections { found: found.collect(), second }
}

/// A section's numeral, and one of its wordings.
struct Name {
    order: usize,
    numeral: Vec<char>,
    wording: Vec<char>,
    /// Numeral and wording.
    full: Vec<char>,
}

fn names(form: &Form) -> Vec<Name> {
    let mut names = Vec::new();
    for (order, section) in form.sections.iter().enumerate() {
        for (_, wording) in wordings(&section.label.zh, &section.aliases) {
            let (numeral, wording) = (key(&section.numeral), key(wording));
            names.push(Name { order, full: [&*numeral, &wording].concat(), numeral, wording });
        }
    }
    names
}

fn candidate<'a>(names: &[Name], headings: &Headings, blocks: &[Block<'a>], at: usize) -> Option<Candidate<'a>> {
    let block = blocks.get(at).filter(|block| !block.is_row())?;
    let text = plain(block.filled().next()?);
    let start: String = text.chars().take(MAX_HEADING).collect();
    let chars = key(&start);
    let short = chars.len() < MAX_HEADING / 2;
    let with = |name: &Name, weight, end, heading: &str, rest| Candidate {
        find: Find { order: name.order, start: at, end, weight },
        heading: heading.to_owned(),
        rest,
    };
    if let Some(name) = names.iter().find(|name| chars == name.full) {
        return Some(with(name, EXACT, at + 1, text, ""));
    }
    if let Some(name) = names.iter().find(|name| chars == name.wording) {
        return Some(with(name, UNNUMBERED, at + 1, text, ""));
    }
    if let Some((name, joined, end)) = torn(names, blocks, at, &chars).filter(|_| short) {
        return Some(with(name, EXACT, end, &joined, ""));
    }
    if let Some(name) = names.iter().find(|name| chars.starts_with(&name.full)) {
        let (heading, rest) = split(text, name.full.len());
        // Dots and a page number: a table of contents.
        return rest.contains(char::is_alphabetic).then(|| with(name, 4, at + 1, heading, rest));
    }
    if let Some(heading) = headings.at(&chars).filter(|_| text.chars().next().is_some_and(is_numeral)) {
        let (words, rest) = split(text, heading.length);
        let is_whole = heading.length == chars.len();
        let weight = match (is_whole, heading.own, heading.official) {
            (true, true, _) => IN_OTHER_WORDS,
            (true, false, _) => OTHER_NUMERAL,
            (false, true, _) => 4,
            _ => 2,
        };
        let find = Find { order: heading.section, start: at, end: at + 1, weight };
        let whole = if is_whole { (text, "") } else { (words, rest) };
        let told = is_whole || rest.contains(char::is_alphabetic);
        return told.then(|| Candidate { find, heading: whole.0.to_owned(), rest: whole.1 });
    }
    let numbered = |name: &&Name| {
        let marked = text.chars().find(|c| !c.is_alphanumeric()).is_some_and(|c| "、.．,，：: ".contains(c));
        marked && chars.starts_with(&name.numeral)
    };
    let near = |name: &&Name| {
        let core = chars.get(name.numeral.len()..).unwrap_or_default();
        distance(core, &name.wording, (name.wording.len() / 4).max(1)).is_some()
    };
    let name = names.iter().filter(|_| short).filter(numbered).find(near)?;
    Some(with(name, 3, at + 1, text, ""))
}

/// A heading is not torn over more lines.
const MAX_LINES: usize = 8;

/// A heading that goes on on the next lines, whole at the end of one of them: where it ends, too.
fn torn<'n>(names: &'n [Name], blocks: &[Block<'_>], at: usize, first: &[char]) -> Option<(&'n Name, String, usize)> {
    // A line of dashes is a cell, not the first half of a heading.
    let begins = |chars: &[char]| !chars.is_empty() && names.iter().any(|name| name.full.starts_with(chars));
    if !begins(first) {
        return None;
    }
    let mut joined = plain(blocks.get(at)?.filled().next()?).to_owned();
    for end in at + 1..at + MAX_LINES {
        let next = blocks.get(end).filter(|next| !next.is_row())?;
        let text = plain(next.filled().next().unwrap_or_default());
        if text.len() >= 100 {
            return None;
        }
        joined.push_str(text);
        let chars = key(&joined);
        if let Some(name) = names.iter().find(|name| chars == name.full) {
            return Some((name, joined, end + 1));
        }
        if !begins(&chars) {
            return None;
        }
    }
    None
}

/// Without marks of Markdown around it.
pub(super) fn plain(text: &str) -> &str {
    trim(trim(text).trim_matches(|c| c == '#' || c == '*'))
}

/// Splits after so many counting characters.
fn split(text: &str, count: usize) -> (&str, &str) {
    let mut seen = 0;
    for (at, c) in text.char_indices() {
        if seen >= count {
            return text.split_at_checked(at).unwrap_or((text, ""));
        }
        seen += key(c.encode_utf8(&mut [0; 4])).len();
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;
    use crate::read::document::block::blocks;

    fn found(text: &str) -> Vec<(u8, String, usize)> {
        let form = form::newest();
        let sections = find(form, &blocks(text).unwrap());
        sections.found.iter().map(|f| (form.sections[f.section].number, f.heading.clone(), f.body.len())).collect()
    }

    #[test]
    fn headings_are_told_from_items_by_their_wording() {
        let text = "## 一、总体情况\n一、健全机制\n二、加强培训\n**二、主动公开政府信息情况**\n三、收到和处理政府信息公开\n申请情况\n\
                    三、本年度办理结果\n四、结转下年度继续办理\n五、存在的主要问题及改进的情况\n甲\n其他需要报告的事项\n无";
        let found = found(text);
        let numbers: Vec<u8> = found.iter().map(|(number, ..)| *number).collect();
        assert_eq!(numbers, [1, 2, 3, 5, 6]);
        assert_eq!(found[1].1, "二、主动公开政府信息情况");
        assert_eq!((found[0].2, found[2].2), (2, 2));
    }

    #[test]
    fn a_heading_may_be_torn_over_lines() {
        let text = "一、\n总体情况\n甲\n二、主动\n公开政府信\n息情况\n乙\n三、\n丙";
        let found = found(text);
        assert_eq!(found.iter().map(|(number, ..)| *number).collect::<Vec<_>>(), [1, 2]);
        assert_eq!((&*found[1].1, found[0].2, found[1].2), ("二、主动公开政府信息情况", 1, 3));
        let all = blocks("一、\n总体情况\n甲").unwrap();
        assert_eq!(find(form::newest(), &all).second, None);
    }

    #[test]
    fn a_table_of_contents_is_not_the_text() {
        let text = "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况……3\n一、总体情况\n甲\n二、主动公开政府信息情况\n乙";
        assert_eq!(found(text).iter().map(|(_, _, length)| *length).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn text_may_follow_on_the_line_of_the_heading() {
        let all = blocks("六、其他需要报告的事项：本年未收费。").unwrap();
        let sections = find(form::newest(), &all);
        assert_eq!(sections.found[0].rest, "：本年未收费。");
    }
}
