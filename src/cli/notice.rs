//! `gouji notice`: what each agency is told of its report.

use std::path::Path;

use jiff::civil::Date;

use crate::check::{Profile, plain_message};
use crate::form;
use crate::journal::{Status, When};
use crate::library::season::Submission;
use crate::output::notice::{CoverList, Fate, Letterhead, bare, fate, full};
use crate::output::template::{Layout, OutFormat, OutTemplate};
use crate::output::write::OutDir;
use crate::report::{Cells, SafeText};
use crate::words::Lang;

use super::args::{NoticeArgs, Only};
use super::letters::{Letters, LettersWanted, Mail, Mailed};
use super::outcome::{Done, Failure, Outcome, complain, done, said};
use super::season::{self, Opened};
use super::settings::Settings;
use super::template;

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
    let mut opened = match season::open(dir, &args.season, settings, lang)? {
        Ok(opened) => opened,
        Err(done) => return Ok(done),
    };
    if args.no_reviewers {
        opened.hide_people(true, lang);
    }
    let date = date.unwrap_or_else(|| When::now().date());
    let head = Letterhead { due, names_reviewers: !args.no_reviewers, ..letterhead(opened.profile, date, lang) };
    if let Some(due) = due.filter(|due| *due < head.date) {
        return Err(Failure::new(lang.words().notice.due_is_over(due, head.date)));
    }
    let with_absent = args.only != Only::Returned && args.round.is_none_or(|round| round == 1);
    let wanted = LettersWanted { report: &|submission| is_wanted(submission, args), absent: &|_| with_absent };
    let plan = Letters::of(&opened.season, &wanted, &head, format);
    beside(&opened, args, lang);
    if plan.is_empty() {
        return Err(Failure::new(nothing(&opened, args.only, lang)));
    }
    let mail = Mail { letters: &plan, template: &template, cover: &cover, out: &out, head: &head };
    let Some(Mailed { notices, reminders }) = mail.write(&opened, lang)? else {
        return Ok(Done::Ended(opened.interrupt.code().unwrap_or(1)));
    };
    let place = SafeText::path(out.path("").as_path());
    done(lang.words().notice.written(notices, reminders, place, plan.years()))
}

/// What an office says in all its notices, as of a day.
pub(super) fn letterhead(profile: &Profile, date: Date, lang: Lang) -> Letterhead {
    let office = profile.office();
    Letterhead {
        lang,
        office: office.name.clone(),
        contact: office.contact.clone(),
        number: office.number.clone(),
        date,
        due: None,
        names_reviewers: true,
    }
}

/// What is written: a template says by its ending what comes out.
fn format(args: &NoticeArgs, lang: Lang) -> Result<OutFormat, Failure> {
    let words = lang.words().notice;
    let format = format_of(args.template.as_deref(), lang)?;
    let Some(format) = format else { return Ok(args.format.unwrap_or(OutFormat::Docx)) };
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

/// What comes out of an office's own template.
pub(super) fn format_of(template: Option<&Path>, lang: Lang) -> Result<Option<OutFormat>, Failure> {
    let bad = |path| Failure::new(lang.words().notice.template_ending(SafeText::path(path)));
    template.map(|path| OutFormat::of_name(path).ok_or_else(|| bad(path))).transpose()
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
