//! The prose of a report: six sections whose numbers agree with the tables.

use std::cell::RefCell;
use std::fmt::Display;

use crate::form::{Cell, EquationLine, Form};
use crate::report::{Cells, SafeText, Section};
use crate::words::fill;

use super::phrases;
use super::problems::{self, PROBLEMS, Problem};
use super::random::Random;
use super::region::Office;

/// The prose of a report.
pub(super) struct Prose {
    /// The six sections. Those that hold a table have no text of their own.
    pub(crate) sections: Vec<Section>,
    /// The cells that the text speaks of: when one of them changes, the text is no longer true.
    pub(crate) spoken: Vec<Cell>,
}

pub(super) fn write(form: &Form, office: &Office, year: u16, cells: &Cells, random: &mut Random) -> Prose {
    let facts = Facts { form, cells, spoken: RefCell::default() };
    let mut writer = Writer { office, year, facts: &facts, random };
    let sections = form
        .sections
        .iter()
        .map(|section| {
            let text = match section.number {
                1 => writer.situation(),
                5 => writer.problems(),
                6 => writer.fees(),
                _ => String::new(),
            };
            Section {
                number: section.number,
                heading: SafeText::line(&format!("{}、{}", section.numeral, section.label.zh)),
                text: SafeText::lines(&text),
            }
        })
        .collect();
    Prose { sections, spoken: facts.spoken.into_inner() }
}

/// Numbers out of the tables.
struct Facts<'a> {
    form: &'a Form,
    cells: &'a Cells,
    /// What was asked for.
    spoken: RefCell<Vec<Cell>>,
}

impl Facts<'_> {
    fn value(&self, cell: Cell) -> i64 {
        self.spoken.borrow_mut().push(cell);
        self.cells.get(cell).number().and_then(crate::report::Number::as_int).unwrap_or_default()
    }

    fn at(&self, id: &str) -> i64 {
        self.form.cell(id).map_or(0, |cell| self.value(cell))
    }

    /// A row of the requests, all applicants together.
    fn requests(&self, row: &str) -> i64 {
        self.at(&format!("requests/{row}/total"))
    }

    /// How the requests ended, as the form groups the outcomes: only what happened.
    fn outcomes(&self) -> Vec<(String, i64)> {
        let Some((table, spec)) = self.form.table("requests") else { return Vec::new() };
        let Some((total, _)) = spec.column("total") else { return Vec::new() };
        let results = self
            .form
            .equations
            .iter()
            .find(|e| e.table == table && e.line == EquationLine::Column(total) && e.left.len() == 1);
        let mut outcomes: Vec<(String, i64)> = Vec::new();
        for &cell in results.iter().flat_map(|equation| equation.right.iter()) {
            let Some(row) = self.form.spec(cell).and_then(|place| spec.rows.get(place.row)) else { continue };
            let group = row.group.and_then(|group| spec.groups.get(group)).filter(|group| group.parent.is_some());
            let name = group.map_or(&*row.label.short, |group| bare(&group.label.zh)).to_owned();
            match outcomes.last_mut().filter(|(last, _)| *last == name) {
                Some((_, sum)) => *sum += self.value(cell),
                None => outcomes.push((name, self.value(cell))),
            }
        }
        outcomes.retain(|(_, count)| *count > 0);
        outcomes
    }
}

/// A label without its `（一）`.
fn bare(label: &str) -> &str {
    label.split_once('）').map_or(label, |(_, rest)| rest)
}

struct Writer<'a, 'r> {
    office: &'a Office,
    year: u16,
    facts: &'a Facts<'a>,
    random: &'r mut Random,
}

impl Writer<'_, '_> {
    /// One of the wordings, with its numbers.
    fn say(&mut self, texts: &[&'static str], values: &[(&str, &dyn Display)]) -> String {
        let text = self.random.text(texts);
        let mut all: Vec<(&str, &dyn Display)> = vec![
            ("year", &self.year),
            ("own", &self.office.kind.own),
            ("name", &self.office.name),
            ("field", &self.office.kind.field),
        ];
        all.extend(values.iter().copied());
        fill(text, &all)
    }

    fn situation(&mut self) -> String {
        let next = self.year + 1;
        let mut paragraphs = vec![self.say(&phrases::OPENING, &[("next", &next)])];
        let aspects = [self.proactive(), self.on_request(), self.management(), self.platform(), self.safeguards()];
        for ((number, name), text) in ["一", "二", "三", "四", "五"].iter().zip(phrases::ASPECTS).zip(aspects) {
            paragraphs.push(format!("（{number}）{name}。{text}"));
        }
        paragraphs.join("\n")
    }

    fn proactive(&mut self) -> String {
        let (site, account) = (60 + self.random.below(900), 20 + self.random.below(400));
        let all = site + account;
        let mut text = self.say(&phrases::PUBLISHED, &[("all", &all), ("site", &site), ("account", &account)]);
        let at = |id: &str| self.facts.at(&format!("disclosure/{id}"));
        let (issued, repealed, in_force) = (at("normative/issued"), at("normative/repealed"), at("normative/in_force"));
        let (licensing, penalties) = (at("licensing/decisions"), at("penalties/decisions"));
        if in_force + issued + repealed > 0 {
            let values: [(&str, &dyn Display); 3] =
                [("issued", &issued), ("repealed", &repealed), ("in_force", &in_force)];
            text += &self.say(&phrases::DOCUMENTS, &values);
        }
        if licensing > 0 && penalties > 0 {
            text += &self.say(&phrases::DECISIONS, &[("licensing", &licensing), ("penalties", &penalties)]);
        }
        text
    }

    fn on_request(&mut self) -> String {
        let row = |id: &str| self.facts.requests(id);
        let (new, before, handled) = (row("new"), row("carried_in"), row("handled"));
        if new + before == 0 {
            return self.say(&phrases::NO_REQUESTS, &[]) + &self.disputes();
        }
        let values: [(&str, &dyn Display); 3] = [("new", &new), ("before", &before), ("handled", &handled)];
        let mut text = self.say(if before > 0 { &phrases::REQUESTS_CARRIED } else { &phrases::REQUESTS }, &values);
        // Every other report says how the requests ended.
        let outcomes = if self.random.chance(1, 2) { self.facts.outcomes() } else { Vec::new() };
        if outcomes.len() > 1 {
            let list: Vec<String> = outcomes.iter().map(|(name, count)| format!("{name}{count}件")).collect();
            text += &self.say(&phrases::OUTCOMES, &[("list", &list.join("、"))]);
        }
        // And some say nothing about what is left.
        if self.random.chance(3, 4) {
            let after = self.facts.requests("carried_out");
            text += &self.say(if after > 0 { &phrases::LEFT } else { &phrases::NOTHING_LEFT }, &[("after", &after)]);
        }
        text + &self.disputes()
    }

    fn disputes(&mut self) -> String {
        let at = |id: &str| self.facts.at(&format!("disputes/{id}"));
        let reviews = at("reconsideration/total");
        let suits = at("litigation_direct/total") + at("litigation_after/total");
        let corrected =
            at("reconsideration/corrected") + at("litigation_direct/corrected") + at("litigation_after/corrected");
        let values: [(&str, &dyn Display); 3] = [("reviews", &reviews), ("suits", &suits), ("corrected", &corrected)];
        if reviews + suits == 0 {
            return self.say(&phrases::NO_DISPUTES, &[]);
        }
        let mut text = self.say(&phrases::DISPUTES, &values);
        if corrected > 0 {
            text += &self.say(&phrases::CORRECTED, &values);
        }
        text
    }

    fn management(&mut self) -> String {
        self.say(&phrases::MANAGEMENT, &[]) + &self.say(&phrases::MANAGEMENT_TOO, &[])
    }

    fn platform(&mut self) -> String {
        let columns = 4 + self.random.below(14);
        self.say(&phrases::PLATFORM, &[("columns", &columns)]) + &self.say(&phrases::PLATFORM_TOO, &[])
    }

    fn safeguards(&mut self) -> String {
        let trainings = 1 + self.random.below(5);
        let mut text = self.say(&phrases::SAFEGUARDS, &[("trainings", &trainings)]);
        text += &self.say(&phrases::SAFEGUARDS_TOO, &[]);
        if self.office.level == "town" {
            for texts in [&phrases::ASSESSMENT[..], &phrases::APPRAISAL, &phrases::ACCOUNTABILITY] {
                text += &self.say(texts, &[]);
            }
        }
        text
    }

    /// As many measures as problems; the problems of one year are not those of the next.
    fn problems(&mut self) -> String {
        let next = self.year + 1;
        let all: Vec<&Problem> = PROBLEMS.iter().skip(usize::from(self.year % 2)).step_by(2).collect();
        let chosen = self.choose(all, 3);
        let (whats, measures): (Vec<String>, Vec<String>) =
            chosen.into_iter().map(|problem| (self.problem(problem), self.measure(problem))).unzip();
        let list = |texts: Vec<String>| -> String {
            let numbered = texts.into_iter().zip(["一是", "二是", "三是"]);
            numbered.map(|(text, number)| format!("{number}{text}")).collect::<Vec<_>>().join("；")
        };
        let last = self.year - 1;
        let done = self.say(&problems::DONE_FIRST, &[("last", &last)]) + &self.say(&problems::DONE_THEN, &[]);
        [
            done,
            self.say(&problems::PROBLEMS_ARE, &[("list", &list(whats))]),
            self.say(&problems::MEASURES_ARE, &[("list", &list(measures)), ("next", &next)]),
        ]
        .join("\n")
    }

    /// So many of them, each once.
    fn choose<T>(&mut self, mut all: Vec<T>, count: usize) -> Vec<T> {
        (0..count.min(all.len())).map(|_| all.swap_remove(self.random.index(all.len()))).collect()
    }

    fn problem(&mut self, problem: &Problem) -> String {
        let before = self.random.text(&problems::WHERE);
        let after = self.random.text(&problems::WHY);
        format!("{before}{}，{after}", self.random.text(&problem.what))
    }

    fn measure(&mut self, problem: &Problem) -> String {
        let before = self.random.text(&problems::WHO);
        let after = self.random.text(&problems::UNTIL);
        format!("{before}{}，{after}", self.random.text(&problem.measure))
    }

    /// The fee for processing information, which the law wants stated even where there is none.
    fn fees(&mut self) -> String {
        let notices = self.facts.requests("closed.fee_unpaid");
        let values: [(&str, &dyn Display); 2] = [("notices", &notices), ("yuan", &(notices * 100))];
        let mut text = self.say(if notices > 0 { &phrases::FEES } else { &phrases::NO_FEES }, &values);
        text.push('\n');
        text + &self.say(&phrases::NOTHING_ELSE, &[])
    }
}
