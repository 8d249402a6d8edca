//! Grids of `+---+---+`, and of box drawing: pandoc, reStructuredText, database shells, consoles.
//!
//! A line between rows may divide some columns only: the cells of the others go on (`|   +---+`).

use crate::read::document::MAX_FIELDS;
use crate::read::format::shared::words::join;

use super::raw::{Drawn, EACH_ONE, Raw, is_number, width};

/// A cut may lie so many columns beside its border: characters of unclear width shift what stands behind them.
const NEAR: usize = 4;

/// A piece of a line between two borders.
struct Piece<'l> {
    /// Column of the grid where it begins, and where it ends.
    from: usize,
    to: usize,
    text: &'l str,
}

impl Piece<'_> {
    fn is_rule(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(|c| "-=:".contains(c))
    }
}

/// The grid that begins on a line.
pub(super) fn table(raw: &[Raw<'_>], at: usize) -> Option<Drawn> {
    let first = plain(raw.get(at)?.text);
    if !is_rule(&first) {
        return None;
    }
    let lines: Vec<(u32, String)> = raw
        .iter()
        .skip(at)
        .map(|line| (line.number, plain(line.text)))
        .take_while(|(_, line)| line.starts_with(['|', '+']))
        .collect();
    let next = at + lines.len();
    let unclear = counted(&first, &lines);
    let borders = borders(&lines, unclear);
    let columns = borders.len().checked_sub(1).filter(|columns| (1..=MAX_FIELDS).contains(columns))?;
    let by_line = is_by_line(&lines, &borders, unclear);
    let mut grid = Grid { bands: Vec::new(), open: vec![0; columns] };
    for (number, line) in &lines {
        let pieces = cut(line, &borders, unclear);
        if pieces.iter().any(Piece::is_rule) {
            grid.rule(&pieces);
        } else {
            grid.line(*number, &pieces, by_line);
        }
    }
    Some(Drawn { rows: grid.finish(), next })
}

/// How the program that drew a grid counted characters of unclear width, if not every character as one column: most of its
/// lines are as wide as the rule above it.
fn counted(rule: &str, lines: &[(u32, String)]) -> usize {
    let wide = |line: &str, unclear: usize| line.chars().map(|c| width(c, unclear)).sum::<usize>();
    let fitting = |unclear: usize| {
        let rule = wide(rule, unclear);
        lines.iter().filter(|(_, line)| wide(line, unclear) == rule).count()
    };
    // Of equals the first.
    [1, 2, EACH_ONE].into_iter().rev().max_by_key(|unclear| fitting(*unclear)).unwrap_or(1)
}

/// Is each line a row, without a rule between them?
fn is_by_line(lines: &[(u32, String)], borders: &[usize], unclear: usize) -> bool {
    let mut numbered = 0;
    lines.iter().any(|(_, line)| {
        let pieces = cut(line, borders, unclear);
        if pieces.iter().any(Piece::is_rule) {
            numbered = 0;
        } else if pieces.iter().filter(|piece| is_number(piece.text)).count() > 1 {
            numbered += 1;
        }
        numbered > 1
    })
}

/// Box drawing as the signs that a keyboard has.
fn plain(line: &str) -> String {
    let line = line.trim();
    if !line.starts_with(|c| ('\u{2500}'..='\u{257F}').contains(&c)) {
        return line.to_owned();
    }
    let sign = |c: char| match c {
        '─' | '━' | '═' | '┄' | '┅' | '┈' | '┉' | '╌' | '╍' | '╴' | '╶' | '╸' | '╺' => '-',
        '│' | '┃' | '║' | '┆' | '┇' | '┊' | '┋' | '╎' | '╏' => '|',
        '\u{2500}'..='\u{257F}' => '+',
        c => c,
    };
    line.chars().map(sign).collect()
}

/// A line that divides all columns.
fn is_rule(line: &str) -> bool {
    line.starts_with('+')
        && line.ends_with('+')
        && line.contains("--") | line.contains("==")
        && line.chars().all(|c| "+-=:".contains(c))
}

/// Where columns begin and end: at each corner of a rule.
fn borders(lines: &[(u32, String)], unclear: usize) -> Vec<usize> {
    let mut borders = std::collections::BTreeSet::new();
    for (_, line) in lines.iter().filter(|(_, line)| line.contains("+-") || line.contains("-+") || line.contains("=+"))
    {
        let mut column = 0;
        let mut before = ' ';
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            let is_rule = |c: char| "-=:".contains(c);
            if c == '+' && (is_rule(before) || chars.peek().is_some_and(|&c| is_rule(c))) {
                borders.insert(column);
            }
            column += width(c, unclear);
            before = c;
            if borders.len() > MAX_FIELDS + 1 {
                return Vec::new();
            }
        }
    }
    borders.into_iter().collect()
}

fn cut<'l>(line: &'l str, borders: &[usize], unclear: usize) -> Vec<Piece<'l>> {
    let cuts = cuts(line, borders, unclear);
    let ends = cuts.iter().skip(1).map(|&(at, border)| (at, border));
    cuts.iter()
        .zip(ends)
        .map(|(&(from, column), (to, end))| Piece {
            from: column,
            to: end,
            text: line.get(from + 1..to).unwrap_or_default(),
        })
        .collect()
}

/// Where a line is cut: byte, and the border that it is.
fn cuts(line: &str, borders: &[usize], unclear: usize) -> Vec<(usize, usize)> {
    let mut signs = Vec::new();
    let mut column = 0;
    for (at, c) in line.char_indices() {
        if c == '|' || c == '+' {
            signs.push((at, column));
        }
        column += width(c, unclear);
    }
    if signs.len() == borders.len() {
        return signs.into_iter().enumerate().map(|(border, (at, _))| (at, border)).collect();
    }
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, column) in signs {
        let next = found.last().map_or(0, |(_, border)| border + 1);
        let near = borders.iter().enumerate().skip(next).map(|(border, &place)| (place.abs_diff(column), border)).min();
        if let Some((_, border)) = near.filter(|(off, _)| *off < NEAR) {
            found.push((at, border));
        }
    }
    found
}

/// What stands between two rules: by column, the lines of the cell that begins here.
struct Band<'l> {
    number: u32,
    fields: Vec<Vec<&'l str>>,
}

struct Grid<'l> {
    bands: Vec<Band<'l>>,
    /// For each column, the band in which its cell began.
    open: Vec<usize>,
}

impl<'l> Grid<'l> {
    fn begin(&mut self) -> usize {
        let band = self.bands.len();
        self.bands.push(Band { number: 0, fields: vec![Vec::new(); self.open.len()] });
        band
    }

    /// A line that ends the cells of some columns; the text of the others goes on.
    fn rule(&mut self, pieces: &[Piece<'l>]) {
        let band = self.begin();
        for piece in pieces {
            if piece.is_rule() {
                self.open.iter_mut().take(piece.to).skip(piece.from).for_each(|open| *open = band);
            } else {
                self.add(piece);
            }
        }
    }

    fn line(&mut self, number: u32, pieces: &[Piece<'l>], by_line: bool) {
        if by_line || self.bands.is_empty() {
            let band = self.begin();
            self.open.fill(band);
        }
        if let Some(band) = self.bands.last_mut().filter(|band| band.number == 0) {
            band.number = number;
        }
        pieces.iter().for_each(|piece| self.add(piece));
    }

    /// Text of the cell that is open in a column.
    fn add(&mut self, piece: &Piece<'l>) {
        let text = piece.text.trim();
        let band = self.open.get(piece.from).and_then(|&band| self.bands.get_mut(band));
        if let Some(field) = band.and_then(|band| band.fields.get_mut(piece.from)).filter(|_| !text.is_empty()) {
            field.push(text);
        }
    }

    fn finish(self) -> Vec<(u32, Vec<String>)> {
        let bands = self.bands.into_iter().filter(|band| band.number > 0);
        bands
            .map(|band| (band.number, band.fields.into_iter().map(|lines| join(lines.into_iter())).collect()))
            .collect()
    }
}
