//! What is written out of a review is asked for, checked and judged here, for every command that writes some of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::base::nearest::nearest;
use crate::check::{Basis, Profile, Rule, id};
use crate::journal::{self, ActKind, Journal, Review, Status};
use crate::library::names::{Named, Names};
use crate::library::season::{Season, SeasonFilter};
use crate::library::{Batch, RegionReports};
use crate::report::roster::Roster;
use crate::report::{Agency, SafeText, parser};
use crate::words::{Describe as _, Lang};

use super::args::SeasonArgs;
use super::documents::Reader;
use super::given::{inputs, journal_path, must_exist, office, published};
use super::interrupt::Interrupt;
use super::outcome::{Done, Failure, complain};
use super::progress::Progress;
use super::settings::Settings;
use super::worker::Limits;

/// A season, as it was asked for.
pub(super) struct Opened {
    pub(crate) season: Season,
    /// The years that it is about, newest first.
    pub(crate) years: Vec<u16>,
    /// What each region has to add up, of all years.
    pub(crate) regions: Vec<RegionReports>,
    /// Other years of which reports were returned.
    pub(crate) returned_elsewhere: Vec<u16>,
    /// Everybody who has reviewed anything, or was given it, by name.
    people: Vec<SafeText>,
    pub(crate) profile: &'static Profile,
    pub(crate) roster: Option<&'static Roster>,
    pub(crate) interrupt: Interrupt,
    pub(crate) progress: Progress,
}

impl Opened {
    /// Leaves the names of reviewers out of their words too, and says how many there were: a name may be part of another word.
    pub(crate) fn hide_people(&mut self, to_agencies: bool, lang: Lang) {
        let words = lang.words();
        let count = self.season.hide_people(&self.people, words.notice.label_reviewer(), to_agencies);
        if count > 0 {
            self.progress.say(&words.season.people_hidden(count, words.notice.label_reviewer()));
        }
    }
}

fn people(review: &Review) -> Vec<SafeText> {
    let given = review.acts().filter_map(|(act, _)| match &act.kind {
        ActKind::Assign(to) => to.clone(),
        _ => None,
    });
    let mut people: Vec<SafeText> = review.reviewers().into_iter().map(SafeText::line).chain(given).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// Checks a directory, reads the journal, and leaves what was asked for; or says how a command ends that was stopped.
pub(super) fn open(
    dir: &Path,
    args: &SeasonArgs,
    settings: &Settings,
    lang: Lang,
) -> Result<Result<Opened, Done>, Failure> {
    open_for(dir, args, settings, More::default(), lang)
}

/// What not every command needs.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct More {
    /// What each region has to add up.
    pub(crate) regions: bool,
    /// The texts of the reports.
    pub(crate) texts: bool,
}

/// The same, with more where that is asked for.
pub(super) fn open_for(
    dir: &Path,
    args: &SeasonArgs,
    settings: &Settings,
    more: More,
    lang: Lang,
) -> Result<Result<Opened, Done>, Failure> {
    must_exist(dir, lang)?;
    let (profile, roster) = office(&args.office, lang)?;
    filter(args, profile, lang)?;
    let review = review(dir, args, settings, lang)?;
    let interrupt = Interrupt::listen()?;
    let stop = interrupt.flag();
    let reader = Reader::with(Limits::default(), interrupt.flag()).with_roster(roster);
    let inputs = inputs(&args.inputs, profile, lang)?;
    published(&args.inputs, &inputs, &reader, &stop, lang)?;
    let basis = Basis::new(profile).with_roster(roster).with_inputs(inputs);
    let known = Known { basis, review };
    open_with(dir, args, known, (reader, interrupt, Progress::new(0)), more, lang)
}

/// What is known before any report is read.
pub(super) struct Known {
    pub(crate) basis: Basis<'static>,
    /// What reviewers did.
    pub(crate) review: Review,
}

/// The same for whoever knows that already; what is on the way to be said is said by way of the progress.
pub(super) fn open_with(
    dir: &Path,
    args: &SeasonArgs,
    Known { basis, review }: Known,
    (reader, interrupt, progress): (Reader, Interrupt, Progress),
    more: More,
    lang: Lang,
) -> Result<Result<Opened, Done>, Failure> {
    let (profile, roster, stop) = (basis.profile, basis.roster, interrupt.flag());
    let filter = filter(args, profile, lang)?;
    let names = Names::default();
    names.set(review.names().cloned().collect());
    let named = Named { inner: Arc::new(reader), names: Arc::new(names) };
    let batch = Batch::new(&named, basis, &stop).keeps_texts(more.texts);
    let batch = load(dir, batch, &progress, &interrupt, lang);
    if batch.is_empty() && interrupt.code().is_none() {
        progress.finish();
        let (words, name) = (&lang.words().load, SafeText::path(dir));
        let files = batch.files();
        let what = if files == 0 { words.nothing_to_check(name) } else { words.nothing_readable(name, files) };
        return Err(Failure::new(what));
    }
    let years = years(args, &batch.years(), batch.season(), lang)?;
    progress.behind_the_last(lang.words().load.comparing());
    let regions = if more.regions { batch.regions() } else { Vec::new() };
    let returned_elsewhere = returned_elsewhere(&review, &years, &batch.years());
    let (mut season, _) = Season::of(batch, &review, roster, &years, &|| ());
    progress.finish();
    if let Some(code) = interrupt.code() {
        progress.say(lang.words().season.stopped_before());
        return Ok(Err(Done::Ended(code)));
    }
    if !profile.is_on(id::DOC_10) {
        season.forget_absent();
    }
    must_be_there(args, &filter, &season, &review, lang)?;
    filter.apply(&mut season);
    let is_wanted =
        |it: &RegionReports| filter.has_region(&Agency { region: it.region.clone().into(), ..Agency::default() });
    let regions = regions.into_iter().filter(is_wanted).collect();
    Ok(Ok(Opened {
        season,
        regions,
        years,
        returned_elsewhere,
        people: people(&review),
        profile,
        roster,
        interrupt,
        progress,
    }))
}

/// All of a directory; what cannot be read is said.
fn load<'a>(dir: &Path, mut batch: Batch<'a>, progress: &Progress, interrupt: &Interrupt, lang: Lang) -> Batch<'a> {
    let checked = |found: usize, more: usize| progress.more_of(more as u64, found as u64);
    batch.add(dir, &checked, &mut |path, trouble| {
        if interrupt.code().is_none() {
            progress.say(&format!("{}: {}", SafeText::path(path), trouble.describe(lang.words())));
        }
    });
    batch
}

/// What reviewers did. One that was named must be there; by default it is made by the first act.
fn review(dir: &Path, args: &SeasonArgs, settings: &Settings, lang: Lang) -> Result<Review, Failure> {
    let named = args.journal.as_deref().or(settings.journal.as_deref());
    let path: PathBuf = journal_path(named, dir, lang)?;
    if args.journal.is_some() {
        must_exist(&path, lang)?;
    } else if !path.exists() {
        complain(&lang.words().season.no_journal(SafeText::path(&path)));
    }
    let (journal, acts) = Journal::open(&path).map_err(|error| Failure::new(error.describe(lang.words())))?;
    // What could not be read of it may be the words of a reviewer.
    journal::show_problems(&mut std::io::stderr().lock(), journal.problems(), lang.words())?;
    if journal.unfinished() > 0 {
        complain(&lang.words().desk.journal_unfinished(journal.unfinished()));
    }
    Ok(Review::new(acts))
}

/// The years that are asked for, else the newest that is collected.
fn years(args: &SeasonArgs, known: &[u16], season: Option<u16>, lang: Lang) -> Result<Vec<u16>, Failure> {
    if args.years.is_empty() {
        return Ok(season.into_iter().collect());
    }
    let words = &lang.words().season;
    if let Some(year) = args.years.iter().find(|year| !known.contains(year)) {
        return Err(Failure::new(words.no_year(year, words.list(known))));
    }
    Ok(known.iter().filter(|year| args.years.contains(year)).copied().collect())
}

/// Returned reports that nobody asked for are not to be forgotten.
fn returned_elsewhere(review: &Review, years: &[u16], known: &[u16]) -> Vec<u16> {
    let reports = review.reports().filter(|report| report.status() == Status::Returned);
    let mut others: Vec<u16> =
        reports.map(|report| report.key().year).filter(|year| known.contains(year) && !years.contains(year)).collect();
    others.sort_unstable_by(|one, other| other.cmp(one));
    others.dedup();
    others
}

/// From words to what is meant.
fn filter(args: &SeasonArgs, profile: &Profile, lang: Lang) -> Result<SeasonFilter, Failure> {
    let statuses = args.statuses.iter().map(|name| status(name, lang)).collect::<Result<_, _>>()?;
    let mut rules = Vec::new();
    for name in &args.rule_names {
        rules.extend(rules_of(name, profile, lang)?);
    }
    let region = |text: &String| {
        text.split(['/', '／', ' ', '\u{3000}']).filter(|part| !part.is_empty()).map(SafeText::line).collect()
    };
    let regions: Vec<Vec<SafeText>> =
        args.regions.iter().map(region).filter(|parts: &Vec<_>| !parts.is_empty()).collect();
    let reviewers = args.reviewers.iter().map(|name| SafeText::line(name.trim())).collect();
    Ok(SeasonFilter { regions, statuses, rules, reviewers })
}

fn status(name: &str, lang: Lang) -> Result<Status, Failure> {
    let labels = |status: Status| [status.id(), status.label(Lang::Zh.words()), status.label(Lang::En.words())];
    let wanted = name.trim().to_lowercase();
    if let Some(status) = Status::ALL.into_iter().find(|status| labels(*status).contains(&wanted.as_str())) {
        return Ok(status);
    }
    let words = lang.words();
    let known = words.season.list(Status::ALL.iter().map(|status| status.label(words)));
    let text = words.season.no_status(SafeText::line(name), known);
    let near = nearest(&wanted, Status::ALL.into_iter().flat_map(labels));
    Err(Failure::new(parser::with_nearest(text, near.as_deref(), words)))
}

/// By id, by the beginning of ids that have the rest in common (`T3`), or by name.
fn rules_of(name: &str, profile: &Profile, lang: Lang) -> Result<Vec<&'static Rule>, Failure> {
    let wanted = name.trim().to_lowercase();
    let group = format!("{wanted}-");
    let fits = |rule: &&Rule| {
        let id = rule.id.to_lowercase();
        id == wanted
            || id.starts_with(&group)
            || [Lang::Zh, Lang::En].iter().any(|lang| rule.name(*lang).to_lowercase() == wanted)
    };
    let found: Vec<&'static Rule> = profile.rules().filter(fits).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let words = lang.words();
    let known: Vec<&'static Rule> = profile.rules().collect();
    let near = nearest(name, known.iter().flat_map(|rule| [&*rule.id, rule.name(lang)]));
    Err(Failure::new(parser::with_nearest(words.season.no_rule(SafeText::line(name)), near.as_deref(), words)))
}

/// A region or a reviewer that nothing is known of was written wrongly: that nothing fits would not say so.
fn must_be_there(
    args: &SeasonArgs,
    filter: &SeasonFilter,
    season: &Season,
    review: &Review,
    lang: Lang,
) -> Result<(), Failure> {
    let words = lang.words();
    let agencies = || {
        let absent = season.absent.iter().map(|absent| &absent.agency);
        season.submissions.iter().map(|submission| submission.agency()).chain(absent)
    };
    for (parts, name) in filter.regions.iter().zip(&args.regions) {
        let alone = SeasonFilter { regions: vec![parts.clone()], ..SeasonFilter::default() };
        if agencies().any(|agency| alone.has_region(agency)) {
            continue;
        }
        let known = agencies().flat_map(|agency| agency.region.iter().map(SafeText::as_str));
        let near = parts.last().and_then(|last| nearest(last, known));
        let text = words.season.no_region(SafeText::line(name));
        return Err(Failure::new(parser::with_nearest(text, near.as_deref(), words)));
    }
    let assignees = season.submissions.iter().filter_map(|submission| submission.review.assignee.as_ref());
    let mut people: Vec<&str> = review.reviewers();
    people.extend(assignees.map(SafeText::as_str));
    match filter.reviewers.iter().find(|name| !people.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => {
            let near = nearest(name, people.iter().copied());
            Err(Failure::new(parser::with_nearest(words.season.no_reviewer(name), near.as_deref(), words)))
        }
    }
}

/// A day as people write it: `2026-02-20`, `2026年2月20日`, `2026/2/20`.
pub(super) fn date(text: Option<&str>, lang: Lang) -> Result<Option<Date>, Failure> {
    let Some(text) = text else { return Ok(None) };
    let bad = |_| Failure::new(lang.words().cli.bad_date(SafeText::line(text)));
    crate::report::list::date(text.trim()).map(Some).map_err(bad)
}
