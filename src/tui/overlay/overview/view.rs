//! All reports at a glance: how far the review is, and bars by status, severity, rule and region, in as many columns as
//! there is room for.

use ratatui::layout::{Position, Rect};

use crate::library::in_force;
use crate::report::{Number, SafeText};
use crate::terminal::glyphs::SAFE;
use crate::tui::model::Model;
use crate::tui::model::chip::Chip;
use crate::tui::screen::years;
use crate::tui::theme;
use crate::tui::view::paint::{Canvas, Piece, column, number, run};
use crate::tui::view::popup::popup;
use crate::words::Words;

use super::{Bar, BarKind, Group, Overview, Progress, RosterTally};

/// A column of bars is at least this wide.
const COLUMN: usize = 55;

/// Between columns.
const GAP: u16 = 3;

const MARKER: usize = 2;
const REPORTS: usize = 8;
const FINDINGS: usize = 9;

/// A bar has at least this room, whatever its name.
const LEAST_BAR: usize = 8;

/// The gauge of the progress.
const GAUGE: usize = 30;

/// Draws it over the whole screen; returns the place of the bar under the cursor.
pub(crate) fn draw(canvas: &mut Canvas<'_>, model: &Model, overview: &Overview) -> Option<Position> {
    let screen = canvas.area();
    let inner = popup(canvas, screen.width, screen.height, model.words().see.overview_title());
    let top = progress(model, &overview.progress);
    for (row, line) in (0..inner.height).zip(&top) {
        canvas.pieces(inner, row, line.iter().cloned());
    }
    let above = u16::try_from(top.len()).unwrap_or(u16::MAX).min(inner.height);
    let height = inner.height.saturating_sub(above + 1);
    let body = Rect { y: inner.y + above, height, ..inner };
    let hint = Rect { y: body.bottom(), height: inner.height.min(1), ..inner };
    let sought = format!("/{}", overview.query);
    if overview.typing {
        canvas.line(hint, 0, &sought, theme::PLAIN);
    } else {
        canvas.line(hint, 0, model.words().see.overview_hint(), theme::DIM);
    }
    let columns = columns(&overview.groups, usize::from(body.width));
    let count = u16::try_from(columns.len()).unwrap_or(1).max(1);
    let width = body.width.saturating_sub(GAP * (count - 1)) / count;
    let mut cursor = None;
    for (index, groups) in (0..count).zip(columns) {
        let area = Rect { x: body.x + index * (width + GAP), width, ..body };
        cursor = cursor.or(self::groups(canvas, area, model, overview, &groups));
    }
    if overview.typing {
        let x = u16::try_from(canvas.measure.cells(&sought)).unwrap_or(u16::MAX).min(hint.width.saturating_sub(1));
        return Some(Position { x: hint.x + x, y: hint.y });
    }
    cursor
}

/// How far the review is, and the bar under the cursor.
pub(crate) fn said(model: &Model, overview: &Overview) -> Vec<String> {
    let words = model.words();
    let mut lines = vec![words.see.overview_title().to_owned()];
    lines.extend(progress_texts(model, &overview.progress));
    let group = overview.groups.get(overview.cursor.0).map(|group| name(group.kind, words));
    lines.extend(group.map(str::to_owned));
    lines.extend(overview.current().map(|bar| format!("> {}", bar_text(bar, model))));
    lines
}

/// How far the review is, and by what it goes.
pub(super) fn progress_texts(model: &Model, progress: &Progress) -> Vec<String> {
    let words = model.words();
    let mut lines = vec![
        words.see.overview_reviewed(progress.accepted, progress.reports, progress.returned),
        words.see.overview_decided(progress.decided, progress.findings),
    ];
    lines.extend(expected(progress, words));
    if is_loading(model) {
        lines.push(words.see.overview_loading().to_owned());
    }
    lines.extend(in_force(&model.given.basis, words));
    lines
}

/// Are the numbers not the last?
fn is_loading(model: &Model) -> bool {
    !model.directory.loading.done || !model.directory.loading.checked_all
}

/// Gauges of what is done, and whether the numbers are not the last.
fn progress(model: &Model, progress: &Progress) -> Vec<Vec<Piece>> {
    let words = &model.words().see;
    let gauge = |text: String, done: usize, all: usize| {
        let length = years::height(count(done), count(all), GAUGE);
        let bar = format!("[{}{}] ", SAFE.full.repeat(length), SAFE.shade.repeat(GAUGE - length));
        vec![run(bar, theme::PLAIN), run(text, theme::HEADING)]
    };
    let &Progress { accepted, returned, reports, decided, findings, .. } = progress;
    let mut lines = vec![
        gauge(words.overview_reviewed(accepted, reports, returned), accepted, reports),
        gauge(words.overview_decided(decided, findings), decided, findings),
    ];
    lines.extend(expected(progress, model.words()).map(|text| vec![run(text, theme::HEADING)]));
    if is_loading(model) {
        lines.push(vec![run(words.overview_loading(), theme::WARNING)]);
    }
    lines.extend(in_force(&model.given.basis, model.words()).into_iter().map(|line| vec![run(line, theme::DIM)]));
    lines
}

/// Who should have reported, and who has.
fn expected(progress: &Progress, words: &Words) -> Option<String> {
    let RosterTally { year, reported, missing, unlisted } = progress.expected?;
    let text = words.see.overview_expected(year, reported + missing, reported, missing);
    Some(if unlisted > 0 { text + &words.see.overview_unlisted(unlisted) } else { text })
}

fn count(count: usize) -> Number {
    Number::int(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The groups, by their positions, over as many columns as fit.
fn columns(groups: &[Group], width: usize) -> Vec<Vec<usize>> {
    let most = ((width + usize::from(GAP)) / (COLUMN + usize::from(GAP))).clamp(1, 3);
    let place = |kind: BarKind| match (most, kind) {
        (1, _)
        | (
            _,
            BarKind::Status | BarKind::Todo | BarKind::Due | BarKind::Severity | BarKind::Reading | BarKind::Reviewer,
        ) => 0,
        (2, _) | (_, BarKind::Rule) => 1,
        (_, BarKind::Region) => 2,
    };
    let mut columns = vec![Vec::new(); most];
    for (position, group) in groups.iter().enumerate() {
        if let Some(column) = columns.get_mut(place(group.kind)) {
            column.push(position);
        }
    }
    columns
}

/// One line of a column.
enum Line<'a> {
    Heading(&'static str),
    Bar(&'a Bar, usize, bool),
    Space,
}

fn groups(
    canvas: &mut Canvas<'_>,
    area: Rect,
    model: &Model,
    overview: &Overview,
    positions: &[usize],
) -> Option<Position> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for &position in positions {
        let Some(group) = overview.groups.get(position) else { continue };
        if !lines.is_empty() {
            lines.push(Line::Space);
        }
        lines.push(Line::Heading(name(group.kind, model.words())));
        let most = group.bars.iter().map(size).max().unwrap_or(0);
        let here = |index| overview.cursor == (position, index);
        lines.extend(group.bars.iter().enumerate().map(|(index, bar)| Line::Bar(bar, most, here(index))));
    }
    let width = usize::from(area.width);
    let top = top_level(overview);
    let labels = lines.iter().map(|line| match line {
        Line::Bar(bar, ..) => canvas.measure.cells(&label(bar, model, top)),
        _ => 0,
    });
    let name = labels.max().unwrap_or(0).min(width.saturating_sub(MARKER + REPORTS + FINDINGS + LEAST_BAR)).max(8);
    let at = lines.iter().position(|line| matches!(line, Line::Bar(_, _, true)));
    // The bar under the cursor is the last line shown, until the column fits.
    let first = (at.unwrap_or(0) + 1).saturating_sub(usize::from(area.height));
    for (row, line) in (0..area.height).zip(lines.iter().skip(first)) {
        match line {
            Line::Heading(text) => canvas.pieces(area, row, heading(model, text, name)),
            Line::Bar(bar, most, here) => {
                canvas.pieces(area, row, self::bar(model, (bar, top), *most, *here, (width, name)))
            }
            Line::Space => {}
        }
    }
    let row = u16::try_from(at?.saturating_sub(first)).ok()?;
    (row < area.height).then_some(Position { x: area.x, y: area.y + row })
}

/// The name of a group of bars.
pub(super) fn name(kind: BarKind, words: &Words) -> &'static str {
    let words = &words.see;
    match kind {
        BarKind::Status => words.group_status(),
        BarKind::Todo => words.group_todo(),
        BarKind::Due => words.group_due(),
        BarKind::Reviewer => words.group_reviewer(),
        BarKind::Severity => words.group_severity(),
        BarKind::Reading => words.group_reading(),
        BarKind::Rule => words.group_rule(),
        BarKind::Region => words.group_region(),
    }
}

/// The level of the widest regions.
pub(super) fn top_level(overview: &Overview) -> usize {
    let bars = overview.groups.iter().flat_map(|group| &group.bars);
    let levels =
        bars.filter_map(|bar| if let Some(Chip::Region(chain)) = &bar.chip { Some(chain.len()) } else { None });
    levels.min().unwrap_or(0)
}

/// What a bar is about.
pub(super) fn label(bar: &Bar, model: &Model, top: usize) -> String {
    match &bar.chip {
        None => model.words().see.own_level().to_owned(),
        // Below the region that it lies in.
        Some(Chip::Region(chain)) => {
            let name = chain.last().map(SafeText::as_str).unwrap_or_default();
            format!("{}{name}", "  ".repeat(chain.len().saturating_sub(top)))
        }
        Some(chip) => {
            let label = chip.label(model.words(), model.given.lang);
            let accepted = bar.accepted.map(|count| format!(" {}", model.words().see.bar_accepted(count)));
            label + &accepted.unwrap_or_default()
        }
    }
}

/// How many reports, and findings where it is about findings.
fn counts(bar: &Bar, words: &Words) -> String {
    match bar.findings {
        0 => words.see.bar_reports(bar.reports),
        findings => words.see.bar_findings(bar.reports, findings),
    }
}

/// The bar in words.
pub(super) fn bar_text(bar: &Bar, model: &Model) -> String {
    format!("{} {}", label(bar, model, usize::MAX), counts(bar, model.words()))
}

/// How long a bar is: by findings where it is about findings that not all reports have.
fn size(bar: &Bar) -> usize {
    match bar.chip {
        Some(Chip::Status(_) | Chip::Flag(_) | Chip::Due(_)) => bar.reports,
        _ => bar.findings,
    }
}

fn heading(model: &Model, text: &str, name: usize) -> Vec<Piece> {
    let words = &model.words().see;
    vec![
        column(text, MARKER + name, theme::HEADING),
        number(words.bar_head_reports(), REPORTS, theme::DIM),
        number(words.bar_head_findings(), FINDINGS, theme::DIM),
    ]
}

fn bar(model: &Model, (bar, top): (&Bar, usize), most: usize, here: bool, (width, name): (usize, usize)) -> Vec<Piece> {
    let base = if here { theme::CURSOR } else { theme::PLAIN };
    let room = width.saturating_sub(MARKER + name + REPORTS + FINDINGS + 1);
    let findings = if bar.findings > 0 { bar.findings.to_string() } else { String::new() };
    let length = if room == 0 { 0 } else { years::height(count(size(bar)), count(most), room) };
    vec![
        column(if here { SAFE.marker } else { "" }, MARKER, base),
        column(label(bar, model, top), name, base.patch(style(bar))),
        number(bar.reports.to_string(), REPORTS, base),
        number(findings, FINDINGS, base),
        run(" ", base),
        column(SAFE.full.repeat(length), room, style(bar)),
    ]
}

fn style(bar: &Bar) -> ratatui::style::Style {
    match &bar.chip {
        Some(Chip::Severity(severity)) => theme::severity(*severity),
        Some(Chip::Status(status)) => theme::status(*status),
        _ => theme::PLAIN,
    }
}
