//! `gouji notice`: what each agency is told of its report.

use jiff::civil::Date;
use rayon::prelude::*;

use crate::check::plain_message;
use crate::form;
use crate::journal::{Status, When};
use crate::library::season::{AbsentAgency, Season, SeasonRank, Submission};
use crate::output::names::file_name;
use crate::output::notice::{AgencyNotice, CoverLine, CoverList, Fate, Letterhead, NoticeKind, bare, fate, full};
use crate::output::template::{Layout, OutFormat, OutTemplate};
use crate::output::write::OutDir;
use crate::report::{Cells, SafeText};
use crate::words::{Describe, Lang, NoticeWords};

use super::args::{NoticeArgs, Only};
use super::outcome::{Done, Failure, Outcome, complain, done, said};
use super::season::{self, Opened};
use super::settings::Settings;
use super::template;

/// So many notices are made at a time: whoever stops it does not wait long.
const GROUP: usize = 64;

/// Writes a notice for each agency that is to get one, and the list of them.
pub(super) fn run(args: &NoticeArgs, settings: &Settings, lang: Lang) -> Outcome {
    if args.print_template {
        return template::print(Layout::Notice, args.format.unwrap_or(OutFormat::Docx), lang);
    }
    if args.print_cover_template {
        return template::print(Layout::Cover, args.format.unwrap_or(OutFormat::Docx), lang);
    }
    // The arguments are not taken without them.
    let (Some(dir), Some(out)) = (&args.dir, &args.out) else { return Ok(Done::Fine) };
    super::given::must_exist(dir, lang)?;
    let format = format(args, lang)?;
    let template = template::chosen(args.template.as_deref(), Layout::Notice, format, (&full(), &bare()), lang)?;
    let cover = cover(args, format, lang)?;
    let due = season::date(args.due.as_deref(), lang)?;
    let date = season::date(args.date.as_deref(), lang)?;
    let out = OutDir::open(out, dir, args.season.force).map_err(|error| said(&error, lang))?;
    let opened = match season::open(dir, &args.season, settings, lang)? {
        Ok(opened) => opened,
        Err(done) => return Ok(done),
    };
    let office = opened.profile.office();
    let head = Letterhead {
        lang,
        office: office.name.clone(),
        contact: office.contact.clone(),
        number: office.number.clone(),
        date: date.unwrap_or_else(|| When::now().date()),
        due,
        names_reviewers: !args.no_reviewers,
    };
    if let Some(due) = due.filter(|due| *due < head.date) {
        return Err(Failure::new(lang.words().notice.due_is_over(due, head.date)));
    }
    let plan = Plan::of(&opened.season, args, &head, format);
    beside(&opened, args, lang);
    if plan.letters.is_empty() {
        return Err(Failure::new(nothing(&opened, args.only, lang)));
    }
    let writer = Writer { plan: &plan, template: &template, cover: &cover, out: &out, head: &head };
    writer.write(&opened, lang)
}

/// What is written: a template says by its ending what comes out.
fn format(args: &NoticeArgs, lang: Lang) -> Result<OutFormat, Failure> {
    let words = lang.words().notice;
    let Some(path) = &args.template else { return Ok(args.format.unwrap_or(OutFormat::Docx)) };
    let format = OutFormat::of_name(path).ok_or_else(|| Failure::new(words.template_ending(SafeText::path(path))))?;
    if args.format.is_some_and(|asked| asked != format) {
        return Err(Failure::new(words.template_other_format(format.ending())));
    }
    Ok(format)
}

/// The template of the list, which is of the format of the notices.
fn cover(args: &NoticeArgs, format: OutFormat, lang: Lang) -> Result<OutTemplate, Failure> {
    let own = args.cover_template.as_deref();
    if own.is_some_and(|path| OutFormat::of_name(path) != Some(format)) {
        return Err(Failure::new(lang.words().notice.cover_other_format(format.ending())));
    }
    let blank = Letterhead {
        lang,
        office: SafeText::default(),
        contact: SafeText::default(),
        number: SafeText::default(),
        date: Date::constant(2026, 1, 1),
        due: None,
        names_reviewers: false,
    };
    let tries = (&CoverList::full(&blank), &CoverList::of(Vec::new(), "", &blank));
    template::chosen(own, Layout::Cover, format, tries, lang)
}

/// Who is written to.
enum Addressee<'a> {
    Report(&'a Submission),
    Absent(&'a AbsentAgency),
}

/// One notice, before it is made.
struct Letter<'a> {
    to: Addressee<'a>,
    file: String,
}

/// What is written, in order.
struct Plan<'a> {
    letters: Vec<Letter<'a>>,
    cover: String,
    years: String,
}

impl<'a> Plan<'a> {
    fn of(season: &'a Season, args: &NoticeArgs, head: &Letterhead, format: OutFormat) -> Self {
        let words = head.lang.words().notice;
        let mut ranked: Vec<Letter<'a>> = Vec::new();
        let with_absent = args.only != Only::Returned && args.round.is_none_or(|round| round == 1);
        for submission in &season.submissions {
            if is_wanted(submission, args) {
                let tail = words.file_round(submission.year(), submission.review.notice_round());
                let file = file_name(&submission.label, &tail, format.ending());
                ranked.push(Letter { to: Addressee::Report(submission), file });
            }
        }
        for absent in season.absent.iter().filter(|absent| with_absent && !absent.is_elsewhere()) {
            let file = file_name(&absent.label, &words.file_reminder(absent.year), format.ending());
            ranked.push(Letter { to: Addressee::Absent(absent), file });
        }
        ranked.sort_by(|one, other| one.to.rank().cmp(other.to.rank()));
        let mut years: Vec<u16> = ranked.iter().map(|letter| letter.to.year()).collect();
        years.sort_unstable();
        years.dedup();
        let years = head.lang.words().season.list(years);
        let cover = format!("{}_{}.{}", words.cover_name(), head.date, format.ending());
        Self { letters: ranked, cover, years }
    }
}

impl Addressee<'_> {
    fn rank(&self) -> &SeasonRank {
        match self {
            Self::Report(submission) => submission.rank(),
            Self::Absent(absent) => absent.rank(),
        }
    }

    fn year(&self) -> u16 {
        match self {
            Self::Report(submission) => submission.year(),
            Self::Absent(absent) => absent.year,
        }
    }

    fn label(&self) -> &SafeText {
        match self {
            Self::Report(submission) => &submission.label,
            Self::Absent(absent) => &absent.label,
        }
    }

    fn notice(&self, number: usize, head: &Letterhead) -> AgencyNotice {
        match self {
            Self::Report(submission) => AgencyNotice::of(submission, number, head),
            Self::Absent(absent) => AgencyNotice::reminder(absent, number, head),
        }
    }
}

fn is_wanted(submission: &Submission, args: &NoticeArgs) -> bool {
    let status = submission.review.status;
    let is_of_round = args.round.is_none_or(|round| round == submission.review.notice_round());
    let is_asked = match args.only {
        Only::Returned => status == Status::Returned,
        // Accepted is accepted, whatever was found.
        Only::Errors => {
            let now = &submission.now;
            let mut fates = now.findings().map(|(finding, judgement)| fate(now, finding, judgement));
            status == Status::Returned || (status != Status::Accepted && fates.any(|fate| fate == Fate::Correct))
        }
        Only::All => true,
        Only::Missing => false,
    };
    is_asked && is_of_round
}

/// What is not in the notices, and should not be forgotten.
fn beside(opened: &Opened, args: &NoticeArgs, lang: Lang) {
    let words = lang.words();
    let years = &opened.returned_elsewhere;
    if !years.is_empty() && args.only != Only::Missing {
        complain(&words.notice.returned_elsewhere(words.season.list(years)));
    }
    if !opened.season.unread.is_empty() {
        complain(&words.notice.unread(opened.season.unread.len()));
    }
    if opened.roster.is_none() && args.only != Only::Returned {
        complain(words.notice.no_roster());
    }
    for absent in opened.season.absent.iter().filter(|absent| absent.is_elsewhere()) {
        let (form, finding) = (form::newest(), &absent.finding);
        complain(&plain_message(form, finding, &Cells::missing(form), lang));
    }
    for submission in &opened.season.submissions {
        let disputed = submission.now.findings().filter(|(_, judgement)| judgement.is_disputed).count();
        if disputed > 0 {
            complain(&words.season.disputed(&submission.label, submission.year(), disputed));
        }
        let repeated = submission.repeated();
        if repeated > 0 {
            complain(&words.season.repeated(&submission.label, submission.year(), repeated));
        }
    }
}

fn nothing(opened: &Opened, only: Only, lang: Lang) -> String {
    let words = lang.words().notice;
    let what = match only {
        Only::Returned => words.only_returned(),
        Only::Errors => words.only_errors(),
        Only::All => words.only_all(),
        Only::Missing => words.only_missing(),
    };
    words.nothing(lang.words().season.list(&opened.years), what)
}

struct Writer<'a> {
    plan: &'a Plan<'a>,
    template: &'a OutTemplate,
    cover: &'a OutTemplate,
    out: &'a OutDir,
    head: &'a Letterhead,
}

impl Writer<'_> {
    /// Writes all, the list last: once it is there, all are.
    fn write(&self, opened: &Opened, lang: Lang) -> Outcome {
        let words: NoticeWords = lang.words().notice;
        let letters = &self.plan.letters;
        let files = letters.iter().map(|letter| letter.file.as_str()).chain([self.plan.cover.as_str()]);
        self.out.must_be_free(files).map_err(|error| said(&error, lang))?;
        opened.progress.begin(letters.len() as u64);
        let mut lines = Vec::new();
        for (group, letters) in letters.chunks(GROUP).enumerate() {
            if let Some(code) = opened.interrupt.code() {
                opened.progress.finish();
                complain(&lang.words().season.stopped(lines.len(), self.plan.letters.len() + 1));
                return Ok(Done::Ended(code));
            }
            let numbered = letters.par_iter().enumerate().map(|(at, letter)| {
                let line = self.letter(letter, group * GROUP + at + 1, words);
                opened.progress.step();
                line
            });
            for line in numbered.collect::<Vec<_>>() {
                lines.push(line.map_err(|error| said(&*error, lang))?);
            }
        }
        opened.progress.finish();
        let reminders = lines.iter().filter(|line| line.kind == NoticeKind::Reminder).count();
        let notices = lines.len() - reminders;
        let list = CoverList::of(lines, &self.plan.years, self.head);
        let bytes = self.cover.render(&list).map_err(|error| said(&error, lang))?;
        self.out.write(&self.plan.cover, &bytes).map_err(|error| said(&error, lang))?;
        let place = SafeText::path(self.out.path("").as_path());
        done(words.written(notices, reminders, place, &self.plan.years))
    }

    fn letter(
        &self,
        letter: &Letter<'_>,
        number: usize,
        words: NoticeWords,
    ) -> Result<CoverLine, Box<dyn Describe + Send>> {
        let notice = letter.to.notice(number, self.head);
        let bytes = self.template.render(&notice).map_err(boxed)?;
        self.out.write(&letter.file, &bytes).map_err(boxed)?;
        Ok(CoverLine::of(&notice, number, letter.to.label(), &letter.file, words))
    }
}

fn boxed(error: impl Describe + Send + 'static) -> Box<dyn Describe + Send> {
    Box::new(error)
}
