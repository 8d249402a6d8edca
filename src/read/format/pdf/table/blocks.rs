//! Labels beside rows of numbers that no lines divide: the lines of each label, and the row that it belongs to.
//!
//! A label's lines stand below one another; a new label begins with its ordinal, below a ruling line, or after a gap.
//! Its numbers stand on the height of one of its lines: of the first, the last or one between.

use crate::read::format::pdf::ink::Rule;
use crate::read::format::pdf::lines::values::{is_label, nearest};
use crate::read::format::pdf::lines::{Line, Run, join};

/// Lines of one label are not farther apart, in sizes of the print.
const APART: f64 = 1.75;

/// A piece of a line, with its characters.
#[derive(Debug, Clone)]
struct Piece {
    line: Line,
    left: f64,
    right: f64,
    begins: bool,
}

/// Lines of one label.
#[derive(Debug, Clone, Default)]
struct Block {
    lines: Vec<Line>,
    /// Does it begin with an ordinal?
    begins: bool,
    left: f64,
    right: f64,
}

impl Block {
    fn top(&self) -> f64 {
        self.lines.first().map_or(0.0, |line| line.y)
    }

    fn bottom(&self) -> f64 {
        self.lines.last().map_or(0.0, |line| line.y)
    }

    fn size(&self) -> f64 {
        self.lines.iter().map(|line| line.size).fold(1.0, f64::max)
    }
}

/// A row's words: of the headings that begin with it, and of its own label.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::read::format::pdf) struct Label {
    pub(crate) groups: String,
    pub(crate) own: String,
}

/// The labels of rows whose numbers stand on `heights`, and the words that belong to none, each with its height.
/// `lines` are the parts of lines left of the numbers.
pub(in crate::read::format::pdf) fn labels(lines: &[Line], heights: &[f64], rules: &[Rule]) -> (Vec<Label>, Vec<Line>) {
    let blocks = blocks(lines, rules);
    let mut own: Vec<Vec<&Line>> = vec![Vec::new(); heights.len()];
    let mut lefts: Vec<f64> = vec![f64::NAN; heights.len()];
    let mut owners: Vec<Option<(usize, usize)>> = blocks.iter().map(|block| reach(block, heights, rules)).collect();
    // The rightmost text beside a row's numbers is its label; those left of it are headings over several rows.
    for row in 0..heights.len() {
        let beside = owners.iter().enumerate().filter(|(_, rows)| rows.is_some_and(|(a, b)| (a..b).contains(&row)));
        let right = |at: &usize| blocks.get(*at).map_or(0.0, |block| block.left);
        let Some(leaf) = beside.map(|(at, _)| at).max_by(|a, b| right(a).total_cmp(&right(b))) else { continue };
        let (Some(block), Some((from, to))) = (blocks.get(leaf), owners.get(leaf).copied().flatten()) else { continue };
        let near = heights.get(from..to).unwrap_or_default();
        if let Some(left) = lefts.get_mut(row) {
            *left = block.left;
        }
        if let Some(slot) = own.get_mut(row) {
            slot.extend(block.lines.iter().filter(|line| nearest(near, line.y) == row.checked_sub(from)));
        }
    }
    let is_used = |block: &Block| {
        block.lines.first().is_some_and(|first| own.iter().flatten().any(|line| std::ptr::eq(*line, first)))
    };
    let mut groups: Vec<Vec<&Block>> = vec![Vec::new(); heights.len()];
    let mut rest = Vec::new();
    for (block, rows) in blocks.iter().zip(&mut owners).filter(|(block, _)| !is_used(block)) {
        let next = || block.begins.then(|| heights.partition_point(|&y| y < block.top()));
        // What stands where the labels stand is one of them, of a row without numbers.
        let is_label =
            |row: &usize| lefts.get(*row).is_some_and(|left| (left - block.left).abs() <= block.size() * 0.4);
        let next = || next().filter(|row| !is_label(row));
        match rows.take().map(|(row, _)| row).or_else(next).and_then(|row| groups.get_mut(row)) {
            Some(slot) => slot.push(block),
            None => rest.extend(block.lines.iter().cloned()),
        }
    }
    let text = |lines: &[&Line]| join(&lines.iter().copied().cloned().collect::<Vec<_>>());
    let labels = own.iter().zip(groups).map(|(own, mut groups)| {
        groups.sort_by(|a, b| a.left.total_cmp(&b.left));
        let groups: Vec<&Line> = groups.iter().flat_map(|block| &block.lines).collect();
        Label { groups: text(&groups), own: text(own) }
    });
    (labels.collect(), rest)
}

/// Which rows' numbers stand beside a block.
fn reach(block: &Block, heights: &[f64], rules: &[Rule]) -> Option<(usize, usize)> {
    let slack = block.size() * 0.65;
    let from = heights.partition_point(|&y| y < block.top() - slack);
    let to = heights.partition_point(|&y| y <= block.bottom() + slack);
    if from < to {
        return Some((from, to));
    }
    // Between the same two ruling lines.
    if rules.is_empty() {
        return None;
    }
    let row = nearest(heights, (block.top() + block.bottom()) / 2.0)?;
    let y = heights.get(row).copied()?;
    let near = (y - block.top()).abs().min((y - block.bottom()).abs()) <= block.size() * 6.0;
    (near && !is_divided(rules, block, y)).then_some((row, row + 1))
}

fn is_divided(rules: &[Rule], block: &Block, y: f64) -> bool {
    let (low, high) = (block.top().min(y), block.bottom().max(y));
    crossing(rules, (block.left + block.right) / 2.0, low, high)
}

/// Does a ruling line run between two heights?
fn crossing(rules: &[Rule], x: f64, low: f64, high: f64) -> bool {
    let from = rules.partition_point(|rule| rule.at <= low);
    let between = rules.get(from..).unwrap_or_default().iter().take_while(|rule| rule.at < high);
    between.into_iter().any(|rule| (rule.from..=rule.to).contains(&x))
}

fn blocks(lines: &[Line], rules: &[Rule]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines {
        let begun = blocks.len();
        for piece in pieces(line) {
            // Only the last texts can go on.
            let open = blocks.iter_mut().take(begun).rev().take(12).find(|block| goes_on(block, &piece, rules));
            match open {
                Some(block) => {
                    block.left = block.left.min(piece.left);
                    block.right = block.right.max(piece.right);
                    block.lines.push(piece.line);
                }
                None => blocks.push(Block {
                    lines: vec![piece.line],
                    begins: piece.begins,
                    left: piece.left,
                    right: piece.right,
                }),
            }
        }
    }
    blocks
}

fn goes_on(block: &Block, piece: &Piece, rules: &[Rule]) -> bool {
    let size = block.size().max(piece.line.size);
    let gap = piece.line.y - block.bottom();
    let common = block.right.min(piece.right) - block.left.max(piece.left);
    let narrow = (block.right - block.left).min(piece.right - piece.left);
    !piece.begins
        && (size * 0.5..=size * APART).contains(&gap)
        && common >= narrow * 0.5
        && !crossing(rules, (piece.left + piece.right) / 2.0, block.bottom(), piece.line.y - size * 0.3)
}

fn pieces(line: &Line) -> Vec<Piece> {
    let piece = |run: &Run| {
        let glyphs: Vec<_> =
            line.glyphs.iter().filter(|glyph| (run.left - 0.01..run.right).contains(&glyph.x)).copied().collect();
        Piece { line: Line { glyphs, ..line.clone() }, left: run.left, right: run.right, begins: is_label(&run.text) }
    };
    // The ordinal of a label may stand a little apart from it.
    line.runs(0.7).iter().flat_map(|run| parted(line, run)).map(|run| piece(&run)).collect()
}

/// A heading and a label that touch are two: the label is drawn by itself, and begins with its ordinal.
fn parted(line: &Line, run: &Run) -> Vec<Run> {
    let own: Vec<_> =
        line.glyphs.iter().filter(|glyph| (run.left - 0.01..run.right).contains(&glyph.x)).copied().collect();
    let is_begin = |at: &usize| {
        let pair = at.checked_sub(1).and_then(|before| own.get(before)).zip(own.get(*at));
        pair.is_some_and(|(a, b)| a.order != b.order)
            && is_label(&own.get(*at..).unwrap_or_default().iter().take(4).map(|glyph| glyph.c).collect::<String>())
    };
    let Some(cut) = (1..own.len()).find(is_begin).and_then(|at| own.get(at)) else { return vec![run.clone()] };
    let text =
        |left: f64, right: f64| own.iter().filter(|g| (left - 0.01..right).contains(&g.x)).map(|g| g.c).collect();
    let first = Run { left: run.left, right: cut.x - 0.02, text: text(run.left, cut.x - 0.02) };
    let second = Run { left: cut.x, right: run.right, text: text(cut.x, run.right) };
    vec![first, second]
}
