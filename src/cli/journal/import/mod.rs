//! `gouji journal import`: what agencies have filled into a ledger (整改情况) becomes notes on its problems.
//!
//! It says first what it would do. Nothing is written twice: words that stand on a problem already, or stood there and were
//! taken back, are no news. What cannot be placed is named with sheet and line.

mod placing;

use std::collections::HashSet;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use crate::cli::args::ImportArgs;
use crate::cli::given::{journal_path, must_exist};
use crate::cli::outcome::{Done, Failure, Outcome, complain, output};
use crate::cli::settings::Settings;
use crate::journal::{Act, ActKind, Aside, Journal, Review, Target, default_reviewer};
use crate::library;
use crate::report::SafeText;
use crate::report::filled::{FilledLedger, FilledLine, filled};
use crate::report::list::ListErrorKind;
use crate::words::{Describe as _, Lang};

use placing::{Known, Placed, Problems};

use super::failure;

/// Longer words are no remark of an agency.
const LONGEST: usize = 64 << 10;
/// So many lines are listed; of more only how many there are.
const LISTED: usize = 200;

/// Reads the ledger, says what it would do, asks, and appends.
pub(super) fn run(args: &ImportArgs, settings: &Settings, lang: Lang) -> Outcome {
    let words = &lang.words().journal;
    let dir = args.dir.as_deref().unwrap_or(Path::new("."));
    must_exist(&args.file, lang)?;
    must_exist(dir, lang)?;
    let FilledLedger { lines, unread } = ledger(args, lang)?;
    for sheet in &unread {
        complain(&format!("{}: {}", SafeText::path(&args.file), sheet.describe(lang.words())));
    }
    let all_read = if unread.is_empty() { Done::Fine } else { Done::Found };
    if lines.is_empty() {
        writeln!(output(), "{}", words.import_nothing())?;
        return Ok(all_read);
    }
    let path = journal_path(args.by.journal.as_deref().or(settings.journal.as_deref()), dir, lang)?;
    let (mut journal, acts) = Journal::open(&path).map_err(|error| failure(&error, lang))?;
    let review = Review::new(acts);
    let known = match Known::of(dir, args, &review, lang)? {
        Ok(known) => known,
        Err(done) => return Ok(done),
    };
    let plan = Plan::of(&lines, &known.problems, &review);
    plan.tell(lang)?;
    let all_placed = if plan.unplaced.is_empty() { all_read } else { Done::Found };
    if plan.notes.is_empty() {
        return Ok(all_placed);
    }
    if !(args.yes || is_agreed(plan.notes.len(), lang)?) {
        writeln!(output(), "{}", words.import_not_done())?;
        return Ok(Done::Found);
    }
    let named = args.by.reviewer.as_deref().or(settings.reviewer.as_deref()).map(SafeText::line);
    let by = named.filter(|name| !name.trim().is_empty()).or_else(default_reviewer);
    let by = by.unwrap_or_else(|| SafeText::line("?"));
    journal.append(&plan.acts(&by, known.settings.as_ref())).map_err(|error| failure(&error, lang))?;
    writeln!(output(), "{}", words.import_done(plan.notes.len()))?;
    Ok(all_placed)
}

/// The lines that say something.
fn ledger(args: &ImportArgs, lang: Lang) -> Result<FilledLedger, Failure> {
    let words = lang.words();
    let name = SafeText::path(&args.file);
    let bytes = library::read_bounded(&args.file);
    let bytes = bytes.map_err(|trouble| Failure::new(format!("{name}: {}", trouble.describe(words))))?;
    filled(&bytes, args.column.as_deref()).map_err(|error| match &error.kind {
        ListErrorKind::NoHeader(found) => {
            let found: Vec<&str> = found.iter().map(SafeText::as_str).collect();
            let wanted = args.column.as_deref().map(SafeText::line);
            let wanted = wanted.as_deref().unwrap_or(words.notice.label_correction());
            Failure::new(words.journal.import_no_column(&name, wanted, found.join(words.parser.separator())))
        }
        _ => Failure::new(format!("{name}: {}", error.describe(words))),
    })
}

/// What is to be done.
struct Plan<'a> {
    notes: Vec<(&'a FilledLine, Placed<'a>)>,
    /// The words stand, or stood, on the problem already.
    known: usize,
    unplaced: Vec<(&'a FilledLine, Unplaced)>,
}

/// Why a line cannot be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unplaced {
    /// It says neither its mark nor its agency.
    NothingToGoBy,
    /// Its year or region is none.
    Unread,
    /// The mark is that of another agency's problem: columns were sorted apart.
    OtherAgency,
    NoReport,
    /// Several agencies or years fit.
    SeveralReports,
    NoProblem,
    SeveralProblems,
    TooLong,
}

impl<'a> Plan<'a> {
    fn of(lines: &'a [FilledLine], problems: &'a Problems, review: &Review) -> Self {
        let mut plan = Plan { notes: Vec::new(), known: 0, unplaced: Vec::new() };
        let mut said = HashSet::new();
        for line in lines {
            match problems.place(line) {
                Err(why) => plan.unplaced.push((line, why)),
                Ok(_) if line.text.len() > LONGEST => plan.unplaced.push((line, Unplaced::TooLong)),
                Ok(placed) if is_known(&placed, &line.text, review) => plan.known += 1,
                Ok(placed) if !said.insert((placed.mark.clone(), line.text.clone())) => plan.known += 1,
                Ok(placed) => plan.notes.push((line, placed)),
            }
        }
        plan
    }

    fn tell(&self, lang: Lang) -> io::Result<()> {
        let words = &lang.words().journal;
        let mut out = output();
        for (line, placed) in self.notes.iter().take(LISTED) {
            let report = &placed.report;
            let place = placed.place_in(lang);
            let said =
                words.import_note(at(line, lang), &report.agency, report.year, place, SafeText::line(&line.text));
            writeln!(out, "{said}")?;
        }
        for (line, why) in self.unplaced.iter().take(LISTED) {
            writeln!(out, "{}", words.import_unplaced(at(line, lang), why.text(line, lang)))?;
        }
        let more = self.notes.len().saturating_sub(LISTED) + self.unplaced.len().saturating_sub(LISTED);
        if more > 0 {
            writeln!(out, "{}", words.import_more(more))?;
        }
        writeln!(out, "{}", words.import_sum(self.notes.len(), self.known, self.unplaced.len()))
    }

    fn acts(&self, by: &str, settings: Option<&SafeText>) -> Vec<Act> {
        let act = |(line, placed): &(&FilledLine, Placed<'_>)| {
            let target = Target::Finding(placed.mark.clone());
            let aside = Aside { rule: Some(placed.rule()), place: None, settings: settings.cloned() };
            Act::note(by, placed.report.clone(), target, &line.text, placed.seen.clone()).with_aside(aside)
        };
        let mut acts: Vec<Act> = self.notes.iter().map(act).collect();
        Act::unite(&mut acts);
        acts
    }
}

/// Has somebody written these words on the problem, whatever became of them?
fn is_known(placed: &Placed<'_>, text: &SafeText, review: &Review) -> bool {
    let report = &placed.report;
    let Some(known) = review.report(&report.region, &report.agency, report.year) else { return false };
    known.acts().any(|act| {
        let is_words = matches!(act.kind, ActKind::Note | ActKind::Edit { .. });
        is_words && act.text == *text && act.target == Target::Finding(placed.mark.clone())
    })
}

fn at(line: &FilledLine, lang: Lang) -> String {
    let words = &lang.words().journal;
    if line.sheet.is_empty() { words.import_line(line.line) } else { words.import_row(&line.sheet, line.line) }
}

impl Unplaced {
    fn text(self, line: &FilledLine, lang: Lang) -> String {
        let words = lang.words().journal;
        if let (Self::Unread, Some(unread)) = (self, &line.unread) {
            return unread.describe(lang.words());
        }
        let text = match self {
            Self::NothingToGoBy | Self::Unread => words.import_nothing_to_go_by(),
            Self::OtherAgency => words.import_other_agency(),
            Self::NoReport => words.import_no_report(),
            Self::SeveralReports => words.import_several_reports(),
            Self::NoProblem => words.import_no_problem(),
            Self::SeveralProblems => words.import_several_problems(),
            Self::TooLong => words.import_too_long(),
        };
        text.to_owned()
    }
}

/// Asks; without somebody to ask nothing is agreed.
fn is_agreed(count: usize, lang: Lang) -> io::Result<bool> {
    if !io::stdin().is_terminal() {
        return Ok(false);
    }
    write!(output(), "{}", lang.words().journal.import_ask(count))?;
    output().flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes" | "是"))
}
