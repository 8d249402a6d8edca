//! Letters to agencies: to whom, in which order, under which names, and on their way into files; for the command and the desk.

use rayon::prelude::*;

use crate::library::season::{AbsentAgency, Season, SeasonRank, Submission};
use crate::output::names::file_name;
use crate::output::notice::{AgencyNotice, CoverLine, CoverList, Letterhead, NoticeKind};
use crate::output::template::{Layout, OutFormat, OutTemplate};
use crate::output::write::OutDir;
use crate::report::SafeText;
use crate::words::{Describe, Lang, NoticeWords};

use super::outcome::{Failure, said};
use super::season::Opened;

/// So many notices are made at a time: whoever stops it does not wait long.
const GROUP: usize = 64;

/// Who is written to.
enum Addressee<'a> {
    Report(&'a Submission),
    Absent(&'a AbsentAgency),
}

/// Who is to be written to: of which reports, and of those who have not reported whom.
pub(super) struct LettersWanted<'a> {
    pub(crate) report: &'a dyn Fn(&Submission) -> bool,
    pub(crate) absent: &'a dyn Fn(&AbsentAgency) -> bool,
}

/// One notice, before it is made.
struct Letter<'a> {
    to: Addressee<'a>,
    file: String,
}

/// What is written, in order.
pub(super) struct Letters<'a> {
    letters: Vec<Letter<'a>>,
    /// The file of the list of them all.
    cover: Option<String>,
    years: String,
}

impl<'a> Letters<'a> {
    /// Of the reports of which one is wanted, and reminders to those who are to be reminded.
    pub(crate) fn of(season: &'a Season, wanted: &LettersWanted<'_>, head: &Letterhead, format: OutFormat) -> Self {
        let words = head.lang.words().notice;
        let mut ranked: Vec<Letter<'a>> = Vec::new();
        for submission in &season.submissions {
            if (wanted.report)(submission) {
                let tail = words.file_round(submission.year(), submission.review.notice_round());
                let file = file_name(&submission.label, &tail, format.ending());
                ranked.push(Letter { to: Addressee::Report(submission), file });
            }
        }
        for absent in season.absent.iter().filter(|absent| (wanted.absent)(absent) && !absent.is_elsewhere()) {
            let file = file_name(&absent.label, &words.file_reminder(absent.year), format.ending());
            ranked.push(Letter { to: Addressee::Absent(absent), file });
        }
        ranked.sort_by(|one, other| one.to.rank().cmp(other.to.rank()));
        let mut years: Vec<u16> = ranked.iter().map(|letter| letter.to.year()).collect();
        years.sort_unstable();
        years.dedup();
        let years = head.lang.words().season.list(years);
        let cover = format!("{}_{}.{}", words.cover_name(), head.date, format.ending());
        Self { letters: ranked, cover: Some(cover), years }
    }

    /// Without the list of them all.
    pub(crate) fn without_list(self) -> Self {
        Self { cover: None, ..self }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.letters.len()
    }

    /// Those who are reminded.
    pub(crate) fn absent(&self) -> impl Iterator<Item = &'a AbsentAgency> {
        self.letters.iter().filter_map(|letter| match letter.to {
            Addressee::Absent(absent) => Some(absent),
            Addressee::Report(_) => None,
        })
    }

    /// The years that they are about.
    pub(crate) fn years(&self) -> &str {
        &self.years
    }

    /// The file of the first.
    pub(crate) fn first_file(&mut self) -> Option<&mut String> {
        self.letters.first_mut().map(|letter| &mut letter.file)
    }

    /// The first few as they would be, by a template of text.
    pub(crate) fn shown(&self, head: &Letterhead, most: usize, lang: Lang) -> Result<Vec<String>, Failure> {
        let template = OutTemplate::built_in(Layout::Notice, OutFormat::Text).map_err(|error| said(&error, lang))?;
        let shown = self.letters.iter().take(most).enumerate().map(|(at, letter)| {
            let bytes = template.render(&letter.to.notice(at + 1, head)).map_err(|error| said(&error, lang))?;
            Ok(SafeText::lines(&String::from_utf8_lossy(&bytes)).to_string())
        });
        shown.collect()
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

/// Letters on their way into files.
pub(super) struct Mail<'a> {
    pub(crate) letters: &'a Letters<'a>,
    pub(crate) template: &'a OutTemplate,
    /// That of the list.
    pub(crate) cover: &'a OutTemplate,
    pub(crate) out: &'a OutDir,
    pub(crate) head: &'a Letterhead,
}

/// How many were written.
pub(super) struct Mailed {
    pub(crate) notices: usize,
    pub(crate) reminders: usize,
}

impl Mail<'_> {
    /// Writes all, the list last: once it is there, all are. Nothing is said where it was stopped.
    pub(crate) fn write(&self, opened: &Opened, lang: Lang) -> Result<Option<Mailed>, Failure> {
        let words: NoticeWords = lang.words().notice;
        let letters = &self.letters.letters;
        let files = letters.iter().map(|letter| letter.file.as_str()).chain(self.letters.cover.as_deref());
        self.out.must_be_free(files).map_err(|error| said(&error, lang))?;
        opened.progress.begin(letters.len() as u64);
        let mut lines = Vec::new();
        for (group, letters) in letters.chunks(GROUP).enumerate() {
            if opened.interrupt.code().is_some() {
                opened.progress.finish();
                let all = self.letters.len() + usize::from(self.letters.cover.is_some());
                opened.progress.say(&lang.words().season.stopped(lines.len(), all));
                return Ok(None);
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
        if let Some(file) = &self.letters.cover {
            let list = CoverList::of(lines, self.letters.years(), self.head);
            let bytes = self.cover.render(&list).map_err(|error| said(&error, lang))?;
            self.out.write(file, &bytes).map_err(|error| said(&error, lang))?;
        }
        Ok(Some(Mailed { notices, reminders }))
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
