//! The findings of a report: worst first, and below them what is not known.

pub(crate) mod causes;
pub(crate) mod gaps;
pub(crate) mod grouping;
mod said;
mod state;
mod view;

use ratatui::layout::Position;

use crate::check;
use crate::form::Form;
use crate::journal::Target;
use crate::report::SafeText;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::lines::Lines;
use crate::tui::model::places::PlaceInReport;
use crate::tui::model::{Model, Open, Opened, PanelNeed, Window};
use crate::tui::msg::Effect;
use crate::tui::query::{Query, lines_with};
use crate::tui::view::paint::Canvas;
use crate::tui::view::signs::sign_of;
use crate::tui::why_not::{Able, need};

use super::show::Show;

pub(crate) use said::finding as said_of;
pub(crate) use state::{Findings, Resumed, Sought};

/// The findings of the open report.
pub(crate) struct FindingsScreen;

impl Show for FindingsScreen {
    fn draw(&self, canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
        view::draw(canvas, regions, model)
    }

    fn rows(&self, model: &Model) -> Option<usize> {
        model.opened().map(|opened| view::height(model, &opened))
    }

    fn panel(&self, model: &Model, width: usize) -> PanelNeed {
        model.opened().map(|opened| view::need(model, &opened, width)).unwrap_or_default()
    }

    fn found(&self, model: &Model, query: &Query) -> Vec<Hit> {
        let Some(opened) = model.opened() else { return Vec::new() };
        let findings = opened.open.outcome.findings.iter().map(|finding| said::finding(model, &opened, finding));
        lines_with(query, findings.chain(gaps::gaps(model)))
    }

    /// The rule: the next finding of it.
    fn word(&self, model: &Model) -> Option<String> {
        Some(model.open.as_ref()?.finding()?.rule.id.to_string())
    }

    fn all_lines(&self, model: &Model) -> Lines {
        let Some(opened) = model.opened() else { return Lines::default() };
        let lang = model.given.lang;
        let row = |finding: &check::Finding| {
            let message = check::message(opened.form, finding, &opened.lean.cells, lang);
            let sign = sign_of(finding.severity, lang).to_owned();
            vec![sign, finding.rule.id.to_string(), finding.rule.name(lang).to_owned(), message]
        };
        let gaps = gaps::gaps(model).into_iter().map(|gap| vec![String::new(), String::new(), String::new(), gap]);
        Lines { head: Vec::new(), rows: opened.open.outcome.findings.iter().map(row).chain(gaps).collect() }
    }

    fn lines(&self, model: &Model) -> Vec<String> {
        let Some(opened) = model.opened() else { return Vec::new() };
        vec![match opened.open.finding() {
            Some(finding) => said::finding(model, &opened, finding),
            None => gaps::current(model).unwrap_or_else(|| model.words().desk.no_findings_here().to_owned()),
        }]
    }

    fn copied(&self, model: &Model) -> Option<String> {
        let opened = model.opened()?;
        Some(check::message(opened.form, opened.open.finding()?, &opened.lean.cells, model.given.lang))
    }

    fn target(&self, model: &Model) -> Target {
        let finding = model.open.as_ref().and_then(Open::finding);
        finding.map_or(Target::Report, |finding| Target::Finding(SafeText::line(&finding.fingerprint.to_string())))
    }

    fn can_enter(&self, model: &Model) -> Able {
        need(self.shows_finding(model), model.words().desk.no_finding_on_line())
    }

    fn enter(&self, model: &mut Model) -> Vec<Effect> {
        if let Some((open, form)) = model.opened_mut() {
            open.show_finding(form);
        }
        Vec::new()
    }

    fn window<'o>(&self, open: &'o mut Open) -> Option<&'o mut Window> {
        Some(&mut open.findings.window)
    }

    fn cursor(&self, model: &Model) -> (usize, usize) {
        (model.open.as_ref().map_or(0, |open| open.findings.window.cursor), 0)
    }

    fn step(&self, model: &mut Model, lines: isize) {
        if let Some(open) = model.open.as_mut() {
            open.findings.window.step(lines, usize::MAX);
            open.findings.preview = None;
        }
    }

    fn settle(&self, model: &mut Model, regions: &Regions) {
        let gaps = gaps::gaps(model).len();
        if let Some(open) = model.open.as_mut() {
            open.findings.window.settle(open.outcome.findings.len() + gaps, usize::from(regions.body.height));
        }
    }

    fn count(&self, _model: &Model, opened: &Opened<'_>) -> Option<usize> {
        Some(opened.open.outcome.findings.len())
    }

    fn restore(&self, open: &mut Open, part: &PlaceInReport, _form: &Form) {
        // A finding is found again by its name.
        if part.finding.is_empty() {
            open.findings.window.cursor = part.row;
        }
    }
}

#[cfg(test)]
mod tests;
