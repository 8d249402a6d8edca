//! A row of a table that is repeated by what stands in its first and its last cell.

use crate::output::template::error::TemplateError;

use super::tags::{Tag, tags};
use super::xml::{Element, Node};

/// `| {% for item in must %}{{ item.no }} | {{ item.place }}{% endfor %} |`: what begins before the row, the row without it,
/// and what ends behind it. `None` where a row is not repeated so.
pub(super) fn repeated(row: &Element, text: &str) -> Result<Option<(Tag, Element, Tag)>, TemplateError> {
    let tags = tags(text)?;
    let (Some(first), Some(last)) = (tags.first(), tags.last()) else { return Ok(None) };
    let is_before = text.get(..first.start).is_some_and(|text| text.trim().is_empty());
    let is_behind = text.get(last.end..).is_some_and(|text| text.trim().is_empty());
    if !(is_before && is_behind && is_pair(&tags) && is_over_cells(row, first.end, last.start)) {
        return Ok(None);
    }
    let mut row = row.clone();
    let mut at = 0;
    strip(&mut row, &mut at, &[first.start..first.end, last.start..last.end]);
    Ok(Some((first.clone(), row, last.clone())))
}

/// Does the last tag end what the first begins?
fn is_pair(tags: &[Tag]) -> bool {
    let mut depth = 0_i32;
    let ends = tags.iter().enumerate().find_map(|(at, tag)| {
        depth += match tag.word() {
            "for" | "if" => 1,
            "endfor" | "endif" => -1,
            _ => 0,
        };
        (depth <= 0).then_some(at)
    });
    tags.len() > 1 && ends == tags.len().checked_sub(1)
}

/// Do they stand in different cells? In one, they mean what is in it.
fn is_over_cells(row: &Element, first: usize, last: usize) -> bool {
    let (mut at, mut cells) = (0, Vec::new());
    for node in &row.children {
        if let Node::Element(cell) = node
            && cell.name == "w:tc"
        {
            let start = at;
            at += super::tags::all_texts(cell).iter().map(String::len).sum::<usize>();
            cells.push(start..at);
        }
    }
    let cell_of = |place: usize| cells.iter().position(|cell| cell.contains(&place));
    cell_of(first.saturating_sub(1)) != cell_of(last)
}

/// Takes these parts of its text away.
fn strip(element: &mut Element, at: &mut usize, gone: &[std::ops::Range<usize>]) {
    for node in &mut element.children {
        let Node::Element(inner) = node else { continue };
        if inner.name != "w:t" {
            strip(inner, at, gone);
            continue;
        }
        let text = inner.text();
        let start = *at;
        *at += text.len();
        let is_left = |place: &usize| !gone.iter().any(|range| range.contains(&(start + place)));
        let left: String = text.char_indices().filter(|(place, _)| is_left(place)).map(|(_, c)| c).collect();
        if left != text {
            inner.children = vec![Node::Raw(super::tags::escape(&left))];
        }
    }
}
