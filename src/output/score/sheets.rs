//! The score sheet: places, each point that was taken off with its evidence, what cost nothing and why, the spread.

use jiff::civil::Date;

use crate::check::{Points, ScoreScheme, plain_message};
use crate::journal::Status;
use crate::output::notice::{places, region_of};
use crate::output::percent::share;
use crate::output::sheet::{OutColumn, OutField, OutSheet, OutTone, RowSink};
use crate::report::Agency;
use crate::words::{ExportWords, Lang, ScoreWords};

use super::evidence::{ScoreReason, days_late};
use super::rank::{Spread, spreads};
use super::{ReportScore, ScoreLine, Scores};

/// What is written out, and as of when.
pub(crate) struct ScoreBook<'a> {
    pub(crate) scores: &'a Scores<'a>,
    pub(crate) lang: Lang,
    pub(crate) date: Date,
    pub(crate) years: String,
    /// What was asked for, in the words of the command line; empty where all was.
    pub(crate) filter: String,
}

impl ScoreBook<'_> {
    fn words(&self) -> ScoreWords {
        self.lang.words().score
    }

    fn export(&self) -> ExportWords {
        self.lang.words().export
    }

    /// The title of the whole.
    #[must_use]
    pub(crate) fn title(&self) -> String {
        self.words().title(&self.years)
    }

    fn whose_columns(&self) -> Vec<OutColumn> {
        let words = self.export();
        vec![
            OutColumn::new("year", words.year(), 7),
            OutColumn::new("region", words.region(), 22),
            OutColumn::new("agency", words.agency(), 30),
        ]
    }
}

fn whose(agency: &Agency, year: u16) -> Vec<OutField> {
    let region = region_of(&agency.region);
    vec![OutField::count(usize::from(year)), OutField::text(region), OutField::text(agency.name.as_str())]
}

fn points(points: Points) -> OutField {
    OutField::number(points.number())
}

/// All tables of the workbook.
#[must_use]
pub(crate) fn book<'a>(book: &'a ScoreBook<'a>) -> Vec<OutSheet<'a>> {
    vec![ranking(book), details(book, true), details(book, false), spread(book), scheme(book)]
}

/// A row for each report, the best first.
#[must_use]
pub(crate) fn ranking<'a>(book: &'a ScoreBook<'a>) -> OutSheet<'a> {
    let (words, export) = (book.words(), book.export());
    let scheme = book.scores.scheme;
    let mut columns = book.whose_columns();
    columns.extend([
        OutColumn::new("status", export.status(), 9),
        OutColumn::new("rank", words.rank(), 7),
        OutColumn::new("rank_in_region", words.rank_in_region(), 9),
        OutColumn::new("score", words.total(), 8),
    ]);
    if !scheme.grades.is_empty() {
        columns.push(OutColumn::new("grade", words.grade(), 9));
    }
    for (at, aspect) in (1..).zip(&scheme.aspects) {
        columns.push(OutColumn::new(&format!("off_{at}"), &words.off_under(&aspect.name, aspect.points), 12));
    }
    columns.extend([
        OutColumn::new("off_other", words.off_other(), 9),
        OutColumn::new("off", words.off(), 9),
        OutColumn::new("bonus", words.bonus(), 7),
        OutColumn::new("unchecked", export.unchecked(), 7),
        OutColumn::new("reasons", words.reasons(), 60),
    ]);
    let width = columns.len();
    let rows = move |sink: &mut RowSink<'_>| {
        let mut reports: Vec<&ReportScore<'_>> = book.scores.reports.iter().collect();
        reports.sort_by_key(|report| (std::cmp::Reverse(report.submission.year()), report.rank));
        reports.into_iter().try_for_each(|report| sink(&ranked(book, report)))?;
        book.scores.absent.iter().try_for_each(|absent| {
            let mut row = whose(&absent.absent.agency, absent.absent.year);
            row.push(OutField::text(export.missing()).tone(OutTone::Bad));
            row.extend([OutField::empty(), OutField::empty()]);
            row.push(absent.total.map_or_else(OutField::empty, points));
            row.resize_with(width, OutField::empty);
            sink(&row)
        })
    };
    OutSheet { name: words.sheet_ranking().to_owned(), columns, fixed: 3, rows: Box::new(rows) }
}

fn ranked(book: &ScoreBook<'_>, report: &ReportScore<'_>) -> Vec<OutField> {
    let words = book.lang.words();
    let (submission, scheme) = (report.submission, book.scores.scheme);
    let mut row = whose(submission.agency(), submission.year());
    let status = submission.review.status;
    let tone = if status == Status::Accepted { OutTone::Plain } else { OutTone::Ask };
    row.extend([
        OutField::text(status.label(words)).tone(tone),
        OutField::count(report.rank),
        OutField::count(report.rank_in_region),
        points(report.total).tone(OutTone::Strong),
    ]);
    if !scheme.grades.is_empty() {
        row.push(OutField::text(scheme.grade(report.total).map_or("", |grade| &grade.name)));
    }
    row.extend((0..scheme.aspects.len()).map(|at| points(report.off_under(Some(at)))));
    let reasons: Vec<String> = report
        .lines
        .iter()
        .filter(|line| line.taken > Points::NONE)
        .map(|line| words.score.reason(places::of_finding(line.form(), line.finding, book.lang), line.taken))
        .collect();
    row.extend([
        points(report.off_under(None)),
        points(report.off),
        points(report.bonus),
        OutField::count(submission.now.checked.outcome.unchecked.len()),
        OutField::text(reasons.join(words.notice.sentence_separator())),
    ]);
    row
}

impl ScoreLine<'_> {
    fn form(&self) -> &'static crate::form::Form {
        self.judged.checked.lean.form
    }

    /// The aspect (指标) that it stands under; the rule itself where it stands under none.
    #[must_use]
    pub(crate) fn aspect_name<'s>(&'s self, scheme: &'s ScoreScheme, lang: Lang) -> &'s str {
        let aspect = self.aspect.and_then(|at| scheme.aspects.get(at));
        aspect.map_or_else(|| self.finding.rule.name(lang), |aspect| &aspect.name)
    }

    /// The points of its aspect (分值).
    #[must_use]
    pub(crate) fn aspect_points(&self, scheme: &ScoreScheme) -> Option<Points> {
        Some(scheme.aspects.get(self.aspect?)?.points)
    }

    /// What it costs and why (失分原因), or why nothing is taken off.
    #[must_use]
    pub(crate) fn why(&self, lang: Lang) -> String {
        let words = lang.words().score;
        let name = self.finding.rule.name(lang);
        let what = match self.reason {
            ScoreReason::Taken => return taken(self, lang),
            ScoreReason::Capped => return words.capped(taken(self, lang)),
            ScoreReason::SameCause => words.same_cause(),
            ScoreReason::NoPoints => words.no_points(),
            ScoreReason::Hint => words.hint(),
            ScoreReason::NotAProblem => words.not_a_problem(),
            ScoreReason::Settled => words.settled(),
            ScoreReason::Reading => words.reading(),
            ScoreReason::Undecided => words.undecided(),
            ScoreReason::Asked => words.asked(),
            ScoreReason::NoDays => words.no_days(),
        };
        words.nothing_off(name, what)
    }
}

fn taken(line: &ScoreLine<'_>, lang: Lang) -> String {
    let words = lang.words().score;
    let name = line.finding.rule.name(lang);
    let days = days_late(line.finding).filter(|_| line.finding.rule.is(crate::check::id::DOC_11));
    let told = days.map_or_else(|| words.costs(name, line.each), |days| words.costs_days(name, days, line.each));
    if line.is_solved { words.after_return(told) } else { told }
}

/// What was taken off, or what cost nothing: line by line, with the evidence.
fn details<'a>(book: &'a ScoreBook<'a>, is_taken: bool) -> OutSheet<'a> {
    let (words, notice, export) = (book.words(), book.lang.words().notice, book.export());
    let mut columns = book.whose_columns();
    columns.extend([
        OutColumn::new("indicator", export.indicator(), 16),
        OutColumn::new("points", words.points(), 7),
        OutColumn::new("deducted", words.deducted(), 7),
        OutColumn::new("reason", words.reasons(), 34),
        OutColumn::new("place", notice.label_place(), 30),
        OutColumn::new("filed", notice.label_filed(), 18),
        OutColumn::new("problem", export.problem(), 46),
        OutColumn::new("basis", notice.label_basis(), 28),
        OutColumn::new("rule", export.rule(), 9),
        OutColumn::new("fingerprint", export.mark(), 18),
    ]);
    let rows = move |sink: &mut RowSink<'_>| {
        for report in &book.scores.reports {
            let wanted = |line: &&ScoreLine<'_>| (line.taken > Points::NONE) == is_taken;
            report.lines.iter().filter(wanted).try_for_each(|line| sink(&detail(book, report, line)))?;
        }
        Ok(())
    };
    let name = if is_taken { words.sheet_taken() } else { words.sheet_not_taken() };
    OutSheet { name: name.to_owned(), columns, fixed: 3, rows: Box::new(rows) }
}

fn detail(book: &ScoreBook<'_>, report: &ReportScore<'_>, line: &ScoreLine<'_>) -> Vec<OutField> {
    let (lang, scheme) = (book.lang, book.scores.scheme);
    let (lean, finding) = (&line.judged.checked.lean, line.finding);
    let mask = report.submission.mask();
    let filed = places::filed(lean.form, finding, &lean.cells, &mask, lang);
    let mut row = whose(report.submission.agency(), report.submission.year());
    row.extend([
        OutField::text(line.aspect_name(scheme, lang)),
        line.aspect_points(scheme).map_or_else(OutField::empty, points),
        points(line.taken),
        OutField::text(line.why(lang)),
        OutField::text(places::of_finding(lean.form, finding, lang)),
        OutField::text(filed.join(lang.words().notice.sentence_separator())),
        OutField::text(mask.hide(&plain_message(lean.form, finding, &lean.cells, lang))),
        OutField::text(finding.rule.basis.text(lang)),
        OutField::text(finding.rule.id.as_ref()),
        OutField::text(finding.fingerprint.to_string()),
    ]);
    row
}

/// How many reports have how many points.
fn spread<'a>(book: &'a ScoreBook<'a>) -> OutSheet<'a> {
    let (words, export) = (book.words(), book.export());
    let columns = vec![
        OutColumn::new("year", export.year(), 7),
        OutColumn::new("band", words.band(), 24),
        OutColumn::new("reports", words.reports(), 8),
        OutColumn::new("share", words.share(), 9),
        OutColumn::new("points", words.points(), 9),
    ];
    let rows = move |sink: &mut RowSink<'_>| {
        spreads(book.scores).iter().try_for_each(|spread| spread_rows(book, spread, sink))
    };
    OutSheet { name: words.sheet_spread().to_owned(), columns, fixed: 2, rows: Box::new(rows) }
}

fn spread_rows(book: &ScoreBook<'_>, spread: &Spread, sink: &mut RowSink<'_>) -> std::io::Result<()> {
    let words = book.words();
    let amount = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let year = || OutField::count(usize::from(spread.year));
    let mut above: Option<Points> = None;
    for (least, count) in &spread.bands {
        let grade = least.and_then(|least| book.scores.scheme.grade(least));
        let band = match (least, above) {
            (Some(least), None) => words.from(least),
            (Some(least), Some(above)) => words.between(least, above),
            (None, above) => words.below(above.unwrap_or_default()),
        };
        let band = grade.map_or_else(|| band.clone(), |grade| words.band_of_grade(&grade.name, &band));
        let part = OutField::text(share(amount(*count), amount(spread.count)));
        sink(&[year(), OutField::text(band), OutField::count(*count), part, OutField::empty()])?;
        above = *least;
    }
    for (name, value) in [
        (words.mean(), spread.mean),
        (words.median(), spread.median),
        (words.highest(), spread.highest),
        (words.lowest(), spread.lowest),
    ] {
        sink(&[year(), OutField::text(name), OutField::count(spread.count), OutField::empty(), points(value)])?;
    }
    Ok(())
}

/// By what was scored, and as of when.
fn scheme<'a>(book: &'a ScoreBook<'a>) -> OutSheet<'a> {
    let (words, export) = (book.words(), book.export());
    let columns = vec![OutColumn::new("what", export.name(), 24), OutColumn::new("is", export.value(), 90)];
    let rows = move |sink: &mut RowSink<'_>| {
        let scheme = book.scores.scheme;
        let mut say = |name: &str, value: OutField| sink(&[OutField::text(name), value]);
        say(export.about_date(), OutField::day(Some(book.date)))?;
        say(export.about_years(), OutField::text(book.years.as_str()))?;
        say(export.about_reports(), OutField::count(book.scores.reports.len()))?;
        if !book.filter.is_empty() {
            say(export.about_filter(), OutField::text(book.filter.as_str()))?;
        }
        say(words.full(), points(scheme.full))?;
        say(words.least(), points(scheme.least))?;
        for aspect in &scheme.aspects {
            say(&aspect.name, points(aspect.points))?;
        }
        say(words.principle(), OutField::text(words.principle_text()))?;
        say(words.accepted(), OutField::text(words.yes_or_no(scheme.accepted)))?;
        say(words.explain(), OutField::text(words.yes_or_no(scheme.asked)))?;
        say(words.corrected(), OutField::text(words.yes_or_no(scheme.corrected)))
    };
    OutSheet { name: words.sheet_scheme().to_owned(), columns, fixed: 1, rows: Box::new(rows) }
}
