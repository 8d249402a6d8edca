//! Notes at the foot of a page: below a short line, or led by the signs that stand raised in its text.

use std::collections::HashSet;

use crate::read::format::pdf::ink::Rule;
use crate::read::format::pdf::ink::traces::{Lost, Trace};
use crate::read::format::pdf::lines::Line;
use crate::read::format::pdf::page::Page;

use super::margins::Kind;

/// Above this share of a page's height no line parts notes from the text.
const FOOT: f64 = 0.3;
/// Such a line has at most this share of the page's width, and begins no farther from the left of the text, in points.
const SHORT: f64 = 0.45;
const APART: f64 = 12.0;

/// Tells the lines of notes from the text.
pub(in crate::read::format::pdf) fn notes(page: &Page, kinds: &mut [Kind]) {
    let Some(top) = separator(page).or_else(|| first_sign(page)) else { return };
    for (line, kind) in page.lines.iter().zip(kinds).filter(|(line, kind)| line.y >= top && **kind == Kind::Body) {
        if !line.glyphs.is_empty() {
            *kind = Kind::Note;
        }
    }
}

/// Where the lines below the tables begin.
fn bottom(page: &Page) -> f64 {
    page.tables.iter().map(|table| table.frame.bottom()).fold(page.height * FOOT, f64::max)
}

/// A short line at the left, with a note below it.
fn separator(page: &Page) -> Option<f64> {
    let left = page.lines.iter().map(Line::left).fold(f64::INFINITY, f64::min);
    let bottom = bottom(page);
    let is_short =
        |rule: &&Rule| rule.at > bottom && rule.to - rule.from <= page.width * SHORT && rule.from <= left + APART;
    let line = page.rules.iter().rev().find(is_short)?;
    let first = page.lines.iter().find(|text| text.y > line.at)?.text();
    (number(&first).is_some() || first.starts_with(|c: char| matches!(c, '①'..='⑳' | '*' | '※' | '注')))
        .then_some(line.at)
}

/// The first line of those at the end of a page that begins with a sign which stands raised above.
fn first_sign(page: &Page) -> Option<f64> {
    let signs = signs(page);
    if signs.is_empty() {
        return None;
    }
    let bottom = bottom(page);
    let is_note = |line: &&Line| line.y > bottom && number(&line.text()).is_some_and(|sign| signs.contains(&sign));
    page.lines.iter().find(is_note).map(|line| line.y)
}

/// The number that a note begins with; not the ordinal of a paragraph.
fn number(text: &str) -> Option<String> {
    let inner = text.trim_start().trim_start_matches(['[', '(', '（', '〔']);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let sign = inner.get(..inner.len() - rest.len()).filter(|sign| (1..=2).contains(&sign.len()))?;
    let is_ordinal =
        rest.starts_with(['.', '．', '、', ',', '，', '%', '年', '月', '日', '件', '条', '个', '项', '次', '人']);
    (!is_ordinal).then(|| sign.to_owned())
}

/// The numbers that stand raised on a page.
fn signs(page: &Page) -> HashSet<String> {
    let all = page.traces.iter().chain(page.tables.iter().flat_map(|table| &table.traces));
    let is_sign =
        |trace: &&Trace| trace.lost == Lost::Raised && trace.glyph.is_some_and(|glyph| glyph.c.is_ascii_digit());
    let mut raised: Vec<&Trace> = all.filter(is_sign).collect();
    raised.sort_by(|a, b| a.place.1.total_cmp(&b.place.1).then(a.place.0.total_cmp(&b.place.0)));
    let mut signs: Vec<(String, f64, f64)> = Vec::new();
    for trace in raised {
        let Some(glyph) = trace.glyph else { continue };
        match signs.last_mut() {
            Some((sign, right, y)) if trace.place.1 - *y <= 0.5 && (glyph.x - *right).abs() <= glyph.size * 0.3 => {
                sign.push(glyph.c);
                *right = glyph.right();
            }
            _ => signs.push((glyph.c.to_string(), glyph.right(), trace.place.1)),
        }
    }
    signs.into_iter().map(|(sign, ..)| sign).collect()
}
