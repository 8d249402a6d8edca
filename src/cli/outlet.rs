//! What goes out of the desk, written as the commands write it: `gouji notice`, `gouji circular`, `gouji export`.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use directories::UserDirs;
use jiff::civil::Date;

use crate::check::Basis;
use crate::journal::{Journal, ReportKey, Review, When};
use crate::library::season::{AbsentAgency, Submission};
use crate::output::circular::{AgencyNames, Circular};
use crate::output::dossier::{Gathered, write_dossier};
use crate::output::export::{self, Export, ExportTable};
use crate::output::names::file_name;
use crate::output::notice::{Letterhead, bare, full};
use crate::output::score::Scores;
use crate::output::summary::RegionSums;
use crate::output::template::{Layout, OutFormat, OutTemplate};
use crate::output::write::{OutDir, write_file};
use crate::report::SafeText;
use crate::tui::outgoing::{OutFile, OutOrder, OutPreview, OutText, OutWatch, Outgoing, Outlet};
use crate::words::Lang;

use super::args::SeasonArgs;
use super::documents::Reader;
use super::interrupt::Interrupt;
use super::letters::{Letters, LettersWanted, Mail};
use super::outcome::{Done, Failure, said};
use super::progress::Progress;
use super::season::{Known, More, Opened, open_with};
use super::tables::{Destination, TableFormat};
use super::worker::Limits;
use super::{export as export_command, notice, template};

/// So many letters are shown before they are written.
const SHOWN: usize = 20;

/// The desk is told this often how far it is: each time is a frame.
const TOLD: u64 = 50;

/// The place that is reviewed, and where things go.
pub(super) struct DeskOutlet {
    pub(crate) reports: PathBuf,
    pub(crate) journal: PathBuf,
    pub(crate) basis: Basis<'static>,
    /// `None`: the user has no directory of documents.
    pub(crate) into: Option<PathBuf>,
    /// An office's own template of notices.
    pub(crate) template: Option<PathBuf>,
    pub(crate) lang: Lang,
}

/// Where things go unless the settings say otherwise: a folder for what is reviewed, in the user's documents.
pub(super) fn usual_place(reviewed: &Path) -> Option<PathBuf> {
    let user = UserDirs::new()?;
    let documents = user.document_dir().map(Path::to_owned).unwrap_or_else(|| user.home_dir().join("Documents"));
    let name = reviewed.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = if name.is_empty() { "gouji".to_owned() } else { name };
    // A relative `HOME` would mean whatever directory the program happens to be started in.
    documents.is_absolute().then(|| documents.join("gouji").join(name))
}

/// A season for the desk, and the day on which it is written out.
struct Taken {
    opened: Opened,
    date: Date,
}

impl Outlet for DeskOutlet {
    fn place(&self) -> Option<&Path> {
        self.into.as_deref()
    }

    fn preview(&self, order: &OutOrder, watch: &OutWatch) -> Result<OutPreview, String> {
        self.shown(order, watch).map_err(|failure| text_of(failure, self.lang))
    }

    fn write(&self, order: &OutOrder, watch: &OutWatch) -> Result<OutFile, String> {
        self.written(order, watch).map_err(|failure| text_of(failure, self.lang))
    }
}

fn text_of(failure: Failure, lang: Lang) -> String {
    match failure {
        Failure::Message(text) => SafeText::lines(&text).to_string(),
        // Nothing goes to standard output here.
        Failure::ClosedPipe | Failure::NoOutput(_) => lang.words().outgoing.cancelled().to_owned(),
    }
}

impl DeskOutlet {
    fn shown(&self, order: &OutOrder, watch: &OutWatch) -> Result<OutPreview, Failure> {
        let taken = self.take(order, watch)?;
        let head = notice::letterhead(taken.opened.profile, taken.date, self.lang);
        let letters = self.letters(&taken, order, &head, OutFormat::Text)?;
        let texts = letters.shown(&head, SHOWN, self.lang)?;
        Ok(OutPreview { texts, letters: letters.len(), said: taken.opened.progress.said() })
    }

    fn written(&self, order: &OutOrder, watch: &OutWatch) -> Result<OutFile, Failure> {
        let words = self.lang.words().outgoing;
        let into = self.into.as_deref().ok_or_else(|| Failure::new(words.no_place()))?;
        // Refused before anything is read.
        OutDir::open(into, &self.reports, false).map_err(|error| said(&error, self.lang))?;
        if let Outgoing::Text(text) = &order.what {
            return self.text(text, into);
        }
        let taken = self.take(order, watch)?;
        let mut reminded = Vec::new();
        let (path, what) = match &order.what {
            Outgoing::Notices(_) | Outgoing::Reminders(_) => {
                let (path, what, to) = self.mail(&taken, order, into)?;
                reminded = to;
                (path, what)
            }
            Outgoing::Ledger => (self.book(&taken, into, None)?, words.what_ledger().to_owned()),
            Outgoing::Progress => {
                (self.book(&taken, into, Some(ExportTable::Progress))?, words.what_progress().to_owned())
            }
            Outgoing::Circular => (self.circular(&taken, into)?, words.what_circular().to_owned()),
            Outgoing::Dossier => (self.dossier(&taken, into)?, words.what_dossier().to_owned()),
            Outgoing::Text(text) => return self.text(text, into),
        };
        let text = words.written(what, SafeText::path(&path));
        Ok(OutFile { path, text, reminded, said: taken.opened.progress.said() })
    }

    /// What the desk shows needs nothing to be read.
    fn text(&self, OutText { name, text }: &OutText, into: &Path) -> Result<OutFile, Failure> {
        let words = self.lang.words().outgoing;
        let path = into.join(free(into, &file_name(name, &When::now().date().to_string(), "txt")));
        write_file(&path, &self.reports, text.as_bytes(), false).map_err(|error| said(&error, self.lang))?;
        let text = words.written(words.what_view(), SafeText::path(&path));
        Ok(OutFile { path, text, reminded: Vec::new(), said: Vec::new() })
    }

    /// All of the directory, checked anew: what goes out is what the commands would write now.
    fn take(&self, order: &OutOrder, watch: &OutWatch) -> Result<Taken, Failure> {
        let words = self.lang.words();
        let (_, acts) = Journal::open(&self.journal).map_err(|error| Failure::new(error.describe(words)))?;
        let known = Known { basis: self.basis.clone(), review: Review::new(acts) };
        let interrupt = Interrupt::by(Arc::clone(&watch.stop));
        let reader = Reader::with(Limits::default(), interrupt.flag()).with_roster(self.basis.roster);
        let progress = Progress::told(seldom(watch));
        let args = SeasonArgs { years: years(order), ..SeasonArgs::default() };
        let more = More { regions: order.what == Outgoing::Ledger, texts: order.what == Outgoing::Dossier };
        match open_with(&self.reports, &args, known, (reader, interrupt, progress), more, self.lang)? {
            Ok(opened) => Ok(Taken { opened, date: When::now().date() }),
            Err(Done::Fine | Done::Found | Done::Ended(_)) => Err(Failure::new(words.outgoing.cancelled())),
        }
    }

    fn letters<'a>(
        &self,
        taken: &'a Taken,
        order: &OutOrder,
        head: &Letterhead,
        format: OutFormat,
    ) -> Result<Letters<'a>, Failure> {
        let words = self.lang.words().outgoing;
        let (wanted, none): (HashSet<&ReportKey>, _) = match &order.what {
            Outgoing::Notices(keys) => (keys.iter().collect(), words.none_of_report()),
            _ => (HashSet::new(), words.none_missing()),
        };
        let is_wanted = |submission: &Submission| wanted.contains(&key_of(submission));
        let is_reminded = |absent: &AbsentAgency| match &order.what {
            Outgoing::Reminders(keys) => keys.is_empty() || keys.iter().any(|key| is_of(key, absent)),
            _ => false,
        };
        let wanted = LettersWanted { report: &is_wanted, absent: &is_reminded };
        let letters = Letters::of(&taken.opened.season, &wanted, head, format);
        if letters.is_empty() { Err(Failure::new(none)) } else { Ok(letters) }
    }

    /// One letter is a file, several are a folder with the list of them; and who was reminded.
    fn mail(&self, taken: &Taken, order: &OutOrder, into: &Path) -> Result<(PathBuf, String, Vec<ReportKey>), Failure> {
        let words = self.lang.words();
        let own = self.template.as_deref();
        let format = notice::format_of(own, self.lang)?.unwrap_or(OutFormat::Docx);
        let template = template::chosen(own, Layout::Notice, format, (&full(), &bare()), self.lang)?;
        let head = notice::letterhead(taken.opened.profile, taken.date, self.lang);
        let mut letters = self.letters(taken, order, &head, format)?;
        let (dir, one) = if letters.len() == 1 {
            letters = letters.without_list();
            let file = letters.first_file().map(|file| {
                *file = free(into, file);
                file.clone()
            });
            (into.to_owned(), file)
        } else {
            let name = format!("{}_{}", words.outgoing.folder_notices(), taken.date);
            (into.join(free(into, &name)), None)
        };
        let out = OutDir::open(&dir, &self.reports, false).map_err(|error| said(&error, self.lang))?;
        let cover = OutTemplate::built_in(Layout::Cover, format).map_err(|error| said(&error, self.lang))?;
        let mail = Mail { letters: &letters, template: &template, cover: &cover, out: &out, head: &head };
        if mail.write(&taken.opened, self.lang)?.is_none() {
            let detail = taken.opened.progress.said().pop().unwrap_or_default();
            return Err(Failure::new(words.outgoing.cancelled_some(detail)));
        }
        let path = one.map_or(dir, |file| into.join(file));
        let reminded = letters.absent().map(key_of_absent).collect();
        Ok((path, words.outgoing.what_notices(letters.len()), reminded))
    }

    fn book(&self, taken: &Taken, into: &Path, only: Option<ExportTable>) -> Result<PathBuf, Failure> {
        let words = self.lang.words();
        let Taken { opened, date } = taken;
        let scores = opened.profile.score().map(|scheme| Scores::of(&opened.season, scheme));
        let export = self.export(taken, scores.as_ref());
        let summary = RegionSums::of(&opened.season, &opened.regions, &opened.years, self.lang);
        let (name, sheets) = match only {
            Some(table) => (words.outgoing.file_progress(), vec![export::table(&export, table)]),
            None => (words.outgoing.file_ledger(), export_command::book(&export, Some(&summary))),
        };
        let path = into.join(free(into, &file_name(name, &self.tail(taken), "xlsx")));
        let to = Destination { path: &path, reports: &self.reports, force: false, title: export.title(), date: *date };
        match to.write(TableFormat::Xlsx, sheets, &opened.interrupt, &opened.progress, self.lang)? {
            Some(_) => Ok(path),
            None => Err(Failure::new(words.outgoing.cancelled())),
        }
    }

    /// All of it, for the office.
    fn export<'a>(&self, Taken { opened, date }: &'a Taken, scores: Option<&'a Scores<'a>>) -> Export<'a> {
        Export {
            season: &opened.season,
            lang: self.lang,
            date: *date,
            years: self.lang.words().season.list(&opened.years),
            filter: String::new(),
            for_agencies: false,
            names_reviewers: true,
            scores,
        }
    }

    fn dossier(&self, taken: &Taken, into: &Path) -> Result<PathBuf, Failure> {
        let words = self.lang.words();
        let scores = taken.opened.profile.score().map(|scheme| Scores::of(&taken.opened.season, scheme));
        let export = self.export(taken, scores.as_ref());
        let path = into.join(free(into, &file_name(words.outgoing.file_dossier(), &self.tail(taken), "html")));
        let (title, date) = (export.title(), taken.date);
        let to = Destination { path: &path, reports: &self.reports, force: false, title, date };
        let (all, stop) = (Gathered::of(&export), || taken.opened.interrupt.code().is_some());
        match to.write_text(self.lang, |out| write_dossier(out, &all, &stop))? {
            Some(_) => Ok(path),
            None => Err(Failure::new(words.outgoing.cancelled())),
        }
    }

    fn circular(&self, taken: &Taken, into: &Path) -> Result<PathBuf, Failure> {
        let words = self.lang.words();
        let opened = &taken.opened;
        let head = Letterhead { names_reviewers: false, ..notice::letterhead(opened.profile, taken.date, self.lang) };
        let (years, naming) = (words.season.list(&opened.years), AgencyNames::hidden(&opened.season));
        let circular = Circular::of(&opened.season, &years, opened.roster.is_some(), &naming, &head);
        let template =
            OutTemplate::built_in(Layout::Circular, OutFormat::Docx).map_err(|error| said(&error, self.lang))?;
        let bytes = template.render(&circular).map_err(|error| said(&error, self.lang))?;
        let path = into.join(free(into, &file_name(words.outgoing.file_circular(), &self.tail(taken), "docx")));
        write_file(&path, &self.reports, &bytes, false).map_err(|error| said(&error, self.lang))?;
        Ok(path)
    }

    /// What tells a file from those of other years and days.
    fn tail(&self, taken: &Taken) -> String {
        let years: Vec<String> = taken.opened.years.iter().map(ToString::to_string).collect();
        format!("{}_{}", years.join("-"), taken.date)
    }
}

fn key_of(submission: &Submission) -> ReportKey {
    let key = submission.agency().key();
    ReportKey { region: key.region.to_vec(), agency: key.name.clone(), year: submission.year() }
}

fn key_of_absent(absent: &AbsentAgency) -> ReportKey {
    let key = absent.agency.key();
    ReportKey { region: key.region.to_vec(), agency: key.name.clone(), year: absent.year }
}

/// Is it this agency? A roster need not say its region.
fn is_of(key: &ReportKey, absent: &AbsentAgency) -> bool {
    let region = &absent.agency.region;
    key.agency == absent.agency.name && key.year == absent.year && (region.is_empty() || **region == *key.region)
}

/// The years that are asked for; none: the newest.
fn years(order: &OutOrder) -> Vec<u16> {
    let mut years: Vec<u16> = match &order.what {
        Outgoing::Notices(keys) => keys.iter().map(|key| key.year).collect(),
        Outgoing::Reminders(keys) if !keys.is_empty() => keys.iter().map(|key| key.year).collect(),
        Outgoing::Reminders(_)
        | Outgoing::Ledger
        | Outgoing::Progress
        | Outgoing::Circular
        | Outgoing::Dossier
        | Outgoing::Text(_) => order.year.into_iter().collect(),
    };
    years.sort_unstable();
    years.dedup();
    years
}

/// A name that nothing there has: what was written before stays.
fn free(dir: &Path, name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').map_or((name, ""), |(stem, ending)| (stem, ending));
    let dot = if ending.is_empty() { "" } else { "." };
    let numbered = (2..).map(|number: u32| format!("{stem} ({number}){dot}{ending}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| dir.join(name).symlink_metadata().is_err()).unwrap_or_else(|| name.to_owned())
}

/// Told now and then.
fn seldom(watch: &OutWatch) -> super::progress::Listener {
    let (told, last) = (Arc::clone(&watch.told), AtomicU64::new(u64::MAX));
    Arc::new(move |done, all| {
        let part = done.saturating_mul(TOLD) / all.max(1);
        if last.swap(part, Ordering::Relaxed) != part {
            told(done, all);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_a_number_before_its_ending() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(free(dir.path(), "台账_2024.xlsx"), "台账_2024.xlsx");
        std::fs::write(dir.path().join("台账_2024.xlsx"), "").unwrap();
        std::fs::create_dir(dir.path().join("通知书_1")).unwrap();
        assert_eq!(free(dir.path(), "台账_2024.xlsx"), "台账_2024 (2).xlsx");
        std::fs::write(dir.path().join("台账_2024 (2).xlsx"), "").unwrap();
        assert_eq!(free(dir.path(), "台账_2024.xlsx"), "台账_2024 (3).xlsx");
        assert_eq!(free(dir.path(), "通知书_1"), "通知书_1 (2)");
    }
}
