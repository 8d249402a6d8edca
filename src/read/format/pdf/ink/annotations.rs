//! Annotations that bring no appearance of their own: fields of forms with their values, texts and lines laid over a
//! page. Those that bring one are drawn as the page is.

use hayro_syntax::object::{Array, Dict, Name, Rect as Corners, String as Bytes};
use hayro_syntax::page::Page;
use kurbo::{Affine, Rect};

use crate::read::format::shared::words::is_wide;

use super::Rule;
use super::pen::Pen;
use super::traces::Trace;

/// No more annotations of a page than this are looked at.
const MAX: usize = 5000;
/// Of a longer text only the beginning.
const MAX_TEXT: usize = 2000;
/// The size of print that no font is named for: at least, and at most.
const SIZE: (f64, f64) = (4.0, 11.0);
/// What is larger stands for no number: a stamp upon a page.
const MAX_STAMP: (f64, f64) = (130.0, 45.0);
/// Hidden, or not for the screen.
const UNSEEN: u32 = (1 << 1) | (1 << 5);

/// Draws the annotations of a page that have no appearance, or an empty one.
pub(in crate::read::format::pdf) fn draw(page: &Page<'_>, transform: Affine, pen: &mut Pen<'_>) {
    let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots") else { return };
    for (at, annotation) in annotations.iter::<Dict<'_>>().enumerate() {
        if at == MAX {
            pen.ink.is_cut = true;
            return;
        }
        let _ = one(&annotation, transform, pen);
    }
}

fn one(annotation: &Dict<'_>, transform: Affine, pen: &mut Pen<'_>) -> Option<()> {
    let kind = annotation.get::<Name<'_>>(b"Subtype")?;
    if annotation.get::<u32>(b"F").unwrap_or(0) & UNSEEN != 0 {
        return None;
    }
    let area = annotation.get::<Corners>(b"Rect")?;
    let area = transform.transform_rect_bbox(Rect::new(area.x0, area.y0, area.x1, area.y1));
    if !area.is_finite() {
        return None;
    }
    let is_drawn = annotation.contains_key(b"AP");
    match kind.as_ref() {
        // The value of a field counts, also where no program has drawn it yet.
        b"Widget" if !pen.has_text(area) => write(pen, area, &value(annotation)?),
        b"FreeText" if !is_drawn => write(pen, area, &text(annotation, b"Contents")?),
        b"StrikeOut" if !is_drawn => {
            pen.ink.across.push(Rule { at: area.center().y, from: area.x0, to: area.x1 });
        }
        b"Stamp" | b"Ink" if !is_drawn && area.width() <= MAX_STAMP.0 && area.height() <= MAX_STAMP.1 => {
            pen.ink.traces.push(Trace::drawn(area));
        }
        _ => {}
    }
    Some(())
}

/// The value of a text field or of a choice; it may be that of a field above.
fn value(field: &Dict<'_>) -> Option<String> {
    let above = field.get::<Dict<'_>>(b"Parent");
    let kind = field.get::<Name<'_>>(b"FT").or_else(|| above.as_ref()?.get::<Name<'_>>(b"FT"))?;
    if !matches!(kind.as_ref(), b"Tx" | b"Ch") {
        return None;
    }
    text(field, b"V").or_else(|| text(above.as_ref()?, b"V"))
}

/// A text of a dictionary: UTF-16 or UTF-8 if it says so.
fn text(dict: &Dict<'_>, key: &[u8]) -> Option<String> {
    let bytes = dict.get::<Bytes<'_>>(key)?;
    let bytes: &[u8] = bytes.as_bytes();
    let text: String = if let Some(units) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let units =
            units.chunks_exact(2).take(MAX_TEXT).filter_map(|pair| Some(u16::from_be_bytes(pair.try_into().ok()?)));
        char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{FFFD}')).collect()
    } else {
        let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
        let bytes = bytes.get(..MAX_TEXT).unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|&byte| char::from(byte)).collect(),
        }
    };
    Some(text).filter(|text| !text.trim().is_empty())
}

/// Writes a text into an area, line by line.
fn write(pen: &mut Pen<'_>, area: Rect, text: &str) {
    let lines = text.lines().count().max(1) as f64;
    let size = (area.height() / lines * 0.75).clamp(SIZE.0, SIZE.1);
    let mut y = area.center().y - (lines - 1.0) * size * 0.6 + size * 0.35;
    for line in text.lines() {
        let mut x = area.x0 + 1.0;
        for c in line.chars() {
            let width = if is_wide(c) { size } else { size * 0.5 };
            pen.write(c, (x, y), width, size);
            x += width;
        }
        y += size * 1.2;
    }
}
