//! A still of a screen for documents: as text, and as SVG with its colours. Pure; nothing is written here.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell, CellWidth as _};
use ratatui::style::{Color, Modifier};

/// Pixels of a cell.
const WIDTH: usize = 9;
const HEIGHT: usize = 19;
/// Around the cells.
const MARGIN: usize = 10;

/// The grounds and the text on them.
const DARK: (&str, &str) = ("#1c1c1c", "#e4e4e4");
const LIGHT: (&str, &str) = ("#ffffff", "#1c1c1c");

/// The sixteen colours as xterm has them.
const SIXTEEN: [&str; 16] = [
    "#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5", "#7f7f7f", "#ff0000",
    "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff",
];

/// The lines of a screen, without the blanks at their ends.
#[must_use]
pub(crate) fn text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for row in rows(buffer) {
        let line: String = row.iter().map(|(_, cell)| cell.symbol()).collect();
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A screen with its colours, on a dark ground or a light one.
#[must_use]
pub(crate) fn svg(buffer: &Buffer, on_light: bool) -> String {
    let (ground, ink) = if on_light { LIGHT } else { DARK };
    let (width, height) = (usize::from(buffer.area.width) * WIDTH, usize::from(buffer.area.height) * HEIGHT);
    let (width, height) = (width + 2 * MARGIN, height + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{ground}\"/>\n\
         <g font-family=\"'Noto Sans Mono CJK SC','Sarasa Mono SC',monospace\" font-size=\"15\" fill=\"{ink}\" xml:space=\"preserve\">\n"
    );
    for (y, row) in rows(buffer).enumerate() {
        let mut rest = row.as_slice();
        while let Some((x, first)) = rest.first() {
            let alike = rest.iter().take_while(|(_, cell)| is_alike(cell, first)).count().max(1);
            let (run, after) = rest.split_at(alike.min(rest.len()));
            draw(&mut svg, (*x, y), first, run, (ground, ink));
            rest = after;
        }
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// The cells of each row with their columns; the second halves of wide ones are left out.
fn rows(buffer: &Buffer) -> impl Iterator<Item = Vec<(usize, &Cell)>> {
    let width = usize::from(buffer.area.width).max(1);
    buffer.content.chunks(width).map(|row| {
        let mut cells = Vec::new();
        let mut next = 0;
        for (x, cell) in row.iter().enumerate() {
            if x >= next {
                next = x + usize::from(cell.cell_width()).max(1);
                cells.push((x, cell));
            }
        }
        cells
    })
}

fn is_alike(a: &Cell, b: &Cell) -> bool {
    (a.fg, a.bg, a.modifier) == (b.fg, b.bg, b.modifier)
}

/// Cells of one look: their ground, if it is another one, and their text, as wide as it is on the screen whatever the
/// font makes of it.
fn draw(svg: &mut String, (x, y): (usize, usize), look: &Cell, run: &[(usize, &Cell)], (ground, ink): (&str, &str)) {
    let cells = cells_of(run);
    let (left, top, width) = (MARGIN + x * WIDTH, MARGIN + y * HEIGHT, cells * WIDTH);
    let (mut front, mut back) = (hex(look.fg, ink), hex(look.bg, ground));
    if look.modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut front, &mut back);
    }
    // Writing into a string cannot fail.
    if back != ground {
        let _ = writeln!(svg, "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{HEIGHT}\" fill=\"{back}\"/>");
    }
    let mut style = String::new();
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        (Modifier::DIM, " opacity=\"0.65\""),
    ] {
        if look.modifier.contains(modifier) {
            style.push_str(attribute);
        }
    }
    if front != ink {
        let _ = write!(style, " fill=\"{front}\"");
    }
    let base = top + HEIGHT - 5;
    // Signs, wide characters and others are each as wide as they are meant to be: a font that has them otherwise would
    // move whatever stands behind them.
    for part in run.chunk_by(|(_, a), (_, b)| kind(a) == kind(b)) {
        let text: String = part.iter().map(|(_, cell)| cell.symbol()).collect();
        let is_seen = !text.trim().is_empty() || look.modifier.contains(Modifier::UNDERLINED);
        let (Some((at, _)), true) = (part.first(), is_seen) else { continue };
        let (left, width, text) = (MARGIN + at * WIDTH, cells_of(part) * WIDTH, escaped(&text));
        let _ = writeln!(
            svg,
            "<text x=\"{left}\" y=\"{base}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\"{style}>{text}</text>"
        );
    }
}

fn cells_of(run: &[(usize, &Cell)]) -> usize {
    run.iter().map(|(_, cell)| usize::from(cell.cell_width()).max(1)).sum()
}

/// Which characters a font has alike.
fn kind(cell: &Cell) -> (bool, Option<&str>) {
    let is_sign = cell.cell_width() < 2 && !cell.symbol().is_ascii();
    (cell.cell_width() > 1, Some(cell.symbol()).filter(|_| is_sign))
}

/// Blanks are no-break ones: most viewers make one of several.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            ' ' => escaped.push('\u{a0}'),
            c if c.is_control() => escaped.push('?'),
            c => escaped.push(c),
        }
    }
    escaped
}

fn hex(colour: Color, own: &str) -> String {
    let index = match colour {
        Color::Reset => return own.to_owned(),
        Color::Rgb(red, green, blue) => return format!("#{red:02x}{green:02x}{blue:02x}"),
        Color::Indexed(index) => usize::from(index),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    match (SIXTEEN.get(index), index.checked_sub(232)) {
        (Some(hex), _) => (*hex).to_owned(),
        (None, Some(grey)) => {
            let level = 8 + 10 * grey;
            format!("#{level:02x}{level:02x}{level:02x}")
        }
        (None, None) => {
            let step = |place: usize| match place % 6 {
                0 => 0,
                step => 55 + 40 * step,
            };
            let index = index - 16;
            format!("#{:02x}{:02x}{:02x}", step(index / 36), step(index / 6), step(index))
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn screen() -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 2));
        buffer.set_string(0, 0, "退回 <a&b>", Style::new().fg(Color::Red).add_modifier(Modifier::BOLD));
        buffer.set_string(2, 1, "7", Style::new().add_modifier(Modifier::REVERSED));
        buffer
    }

    #[test]
    fn the_text_has_each_character_once() {
        assert_eq!(text(&screen()), "退回 <a&b>\n  7\n");
    }

    #[test]
    fn the_picture_says_how_wide_each_run_is_and_lets_no_text_out() {
        let svg = svg(&screen(), false);
        assert!(svg.contains("textLength=\"36\"") && svg.contains(">退回</text>"), "{svg}");
        assert!(svg.contains("textLength=\"54\"") && svg.contains(">\u{a0}&lt;a&amp;b&gt;</text>"), "{svg}");
        assert!(svg.contains("fill=\"#cd0000\"") && svg.contains("font-weight=\"bold\""), "{svg}");
        assert!(svg.contains("<rect x=\"28\" y=\"29\" width=\"9\""), "{svg}");
        assert!(svg.ends_with("</svg>\n") && svg.matches("<text").count() == svg.matches("</text>").count());
    }
}
