//! Which problem of which report a line of a ledger is about.

use std::collections::HashMap;
use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;

use crate::check::{Basis, Finding};
use crate::cli::args::ImportArgs;
use crate::cli::documents::Reader;
use crate::cli::given::{inputs, office, published};
use crate::cli::interrupt::Interrupt;
use crate::cli::outcome::{Done, Failure, complain};
use crate::cli::worker::Limits;
use crate::form::Form;
use crate::journal::{ReportRef, Review, Seen};
use crate::library::names::{Named, Names};
use crate::library::{Batch, Checked, seen, settings_in_force};
use crate::output::notice::places;
use crate::report::SafeText;
use crate::report::filled::FilledLine;
use crate::words::{Describe as _, Lang};

use super::Unplaced;

/// What is known of the directory.
pub(super) struct Known {
    pub(super) problems: Problems,
    /// What is in force, as acts name it.
    pub(super) settings: Option<SafeText>,
}

/// The problems of all versions of all reports.
#[derive(Default)]
pub(super) struct Problems {
    all: Vec<Problem>,
    by_mark: HashMap<SafeText, usize>,
    by_agency: HashMap<SafeText, Vec<usize>>,
    /// By agency, the reports that there are: some have no problem.
    reports: HashMap<SafeText, Vec<(u16, Vec<SafeText>)>>,
}

/// A finding of the newest version that has it.
struct Problem {
    report: ReportRef,
    /// Who it is of, as a ledger calls it.
    name: SafeText,
    region: Vec<SafeText>,
    version: Option<u32>,
    form: &'static Form,
    finding: Finding,
    seen: Option<Seen>,
}

/// Where a line belongs.
pub(super) struct Placed<'a> {
    pub(super) mark: SafeText,
    pub(super) report: ReportRef,
    pub(super) seen: Option<Seen>,
    problem: &'a Problem,
}

impl Placed<'_> {
    pub(super) fn rule(&self) -> SafeText {
        SafeText::line(&self.problem.finding.rule.id)
    }

    pub(super) fn place_in(&self, lang: Lang) -> String {
        places::of_finding(self.problem.form, &self.problem.finding, lang)
    }
}

impl Known {
    /// Checks the directory by the rules of the office.
    pub(super) fn of(
        dir: &Path,
        args: &ImportArgs,
        review: &Review,
        lang: Lang,
    ) -> Result<Result<Self, Done>, Failure> {
        let (profile, roster) = office(&args.office, lang)?;
        let interrupt = Interrupt::listen()?;
        let stop = interrupt.flag();
        let reader = Arc::new(Reader::with(Limits::default(), interrupt.flag()).with_roster(roster));
        let inputs = inputs(&args.inputs, profile, lang)?;
        published(&args.inputs, &inputs, &*reader, &stop, lang)?;
        let names = Names::default();
        names.set(review.names().cloned().collect());
        let named = Named { inner: reader, names: Arc::new(names) };
        let basis = Basis::new(profile).with_roster(roster).with_inputs(inputs);
        let settings = settings_in_force(&basis).map(|text| SafeText::line(&text));
        let mut batch = Batch::new(&named, basis, &stop);
        batch.add(dir, &|_, _| {}, &mut |path, trouble| {
            complain(&format!("{}: {}", SafeText::path(path), trouble.describe(lang.words())));
        });
        let mut problems = Problems::default();
        let Ok::<_, Infallible>(_) = batch.each(&|checked| checked, &mut |checked: Checked| {
            problems.enter(checked);
            Ok(())
        });
        match interrupt.code() {
            Some(code) => Ok(Err(Done::Ended(code))),
            None => Ok(Ok(Self { problems, settings })),
        }
    }
}

impl Problems {
    fn enter(&mut self, checked: Checked) {
        if !checked.is_there() {
            return;
        }
        let head = &checked.lean.head;
        let agency = head.agency.key();
        let report = ReportRef {
            agency: agency.name.clone(),
            region: agency.region.to_vec(),
            year: head.year,
            id: checked.id.clone(),
            sha256: None,
        };
        let (name, region) = (head.agency.name.clone(), head.agency.region.to_vec());
        let known = self.reports.entry(name.clone()).or_default();
        if !known.iter().any(|(year, other)| *year == head.year && *other == region) {
            known.push((head.year, region.clone()));
        }
        let version = head.version;
        for finding in checked.outcome.findings {
            let mark = SafeText::line(&finding.fingerprint.to_string());
            let seen = seen::of_finding(&finding, &checked.lean);
            let (report, form) = (report.clone(), checked.lean.form);
            let problem = Problem { report, name: name.clone(), region: region.clone(), version, form, finding, seen };
            match self.by_mark.get(&mark).and_then(|&at| self.all.get_mut(at)) {
                Some(older) if older.version <= version => *older = problem,
                Some(_) => {}
                None => {
                    self.by_mark.insert(mark, self.all.len());
                    self.by_agency.entry(name.clone()).or_default().push(self.all.len());
                    self.all.push(problem);
                }
            }
        }
    }

    /// The problem that a line is about: by its mark, which must be that of its agency; else by agency, rule and place; of a
    /// mark that nobody knows by the year too. What cannot be read of it may speak of another report.
    pub(super) fn place(&self, line: &FilledLine) -> Result<Placed<'_>, Unplaced> {
        if line.unread.is_some() {
            return Err(Unplaced::Unread);
        }
        let marked = line.mark.as_ref().and_then(|mark| self.by_mark.get(mark)).and_then(|&at| self.all.get(at));
        if let Some(problem) = marked {
            return if is_of(problem, line) { Ok(problem.placed()) } else { Err(Unplaced::OtherAgency) };
        }
        let Some(agency) = &line.agency else {
            return Err(if line.mark.is_some() { Unplaced::NoProblem } else { Unplaced::NothingToGoBy });
        };
        let fits = |year: u16, region: &[SafeText]| {
            line.year.is_none_or(|own| own == year) && (line.region.is_empty() || is_in(region, &line.region))
        };
        let reports = self.reports.get(agency).map_or(&[][..], Vec::as_slice);
        match reports.iter().filter(|(year, region)| fits(*year, region)).count() {
            0 => return Err(Unplaced::NoReport),
            1 => {}
            _ => return Err(Unplaced::SeveralReports),
        }
        // A mark that nobody knows is of numbers that are there no more, or of another year: all else must be said then.
        let is_said = match &line.mark {
            Some(_) => line.year.is_some() && line.rule.is_some() && line.place.is_some(),
            None => line.rule.is_some() || line.place.is_some(),
        };
        if !is_said {
            return Err(Unplaced::NoProblem);
        }
        let own = self.by_agency.get(agency).into_iter().flatten().filter_map(|&at| self.all.get(at));
        let mut own = own.filter(|problem| {
            is_of(problem, line)
                && line.rule.as_ref().is_none_or(|rule| problem.finding.rule.id.as_ref() == rule.as_str())
                && line.place.as_ref().is_none_or(|place| problem.is_at(place))
        });
        match (own.next(), own.next()) {
            (Some(only), None) => Ok(only.placed()),
            (None, _) => Err(Unplaced::NoProblem),
            (Some(_), Some(_)) => Err(Unplaced::SeveralProblems),
        }
    }
}

impl Problem {
    fn placed(&self) -> Placed<'_> {
        Placed {
            mark: SafeText::line(&self.finding.fingerprint.to_string()),
            report: self.report.clone(),
            seen: self.seen.clone(),
            problem: self,
        }
    }

    /// Is this what a ledger of either language calls its place?
    fn is_at(&self, place: &str) -> bool {
        [Lang::Zh, Lang::En].iter().any(|lang| places::of_finding(self.form, &self.finding, *lang).trim() == place)
    }
}

/// Does a line say nothing else of agency, region and year than the report?
fn is_of(problem: &Problem, line: &FilledLine) -> bool {
    line.agency.as_ref().is_none_or(|agency| *agency == problem.name)
        && line.year.is_none_or(|year| year == problem.report.year)
        && (line.region.is_empty() || is_in(&problem.region, &line.region))
}

/// Is it the same region, or the end of it from one of its parts on, however these are joined? 东区 is not the end of 浦东区.
fn is_in(region: &[SafeText], written: &[SafeText]) -> bool {
    let whole = |parts: &[SafeText]| parts.iter().map(SafeText::as_str).collect::<String>();
    let written = whole(written);
    (0..region.len()).filter_map(|from| region.get(from..)).any(|end| whole(end) == written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_known_by_whole_parts() {
        let parts = |text: &str| text.split('/').map(SafeText::line).collect::<Vec<_>>();
        for (written, fits) in
            [("骐昌市/浦东区", true), ("骐昌市浦东区", true), ("浦东区", true), ("东区", false), ("骐昌市", false)]
        {
            assert_eq!(is_in(&parts("骐昌市/浦东区"), &parts(written)), fits, "{written}");
        }
    }
}
