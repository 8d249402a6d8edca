//! `gouji journal settle`: acts that stand under an agency of another place.
//!
//! Earlier versions took a county's agency for the city's of the same kind where the roster had that one only: what was
//! written about the report of one stands under the name of the other. Which report it was the act says itself, by its id
//! and the digest of its file. Nothing is rewritten: the act is written again under the right name, and the old one is
//! taken back.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::sync::Arc;

use serde_json::Value;
use uuid::Uuid;

use crate::base::digest::Sha256Sum;
use crate::base::file;
use crate::check::region::kind;
use crate::check::{Basis, Fingerprint, Profile, named};
use crate::cli::args::SettleArgs;
use crate::cli::documents::Reader;
use crate::cli::given::{journal_path, must_exist, office};
use crate::cli::interrupt::Interrupt;
use crate::cli::outcome::{Done, Failure, Outcome, complain, output};
use crate::cli::worker::Limits;
use crate::journal::{Act, ActKind, Journal, ReportRef, Review, Target, default_reviewer};
use crate::library::{Batch, Checked, several};
use crate::report::roster::Roster;
use crate::report::{Head, Lean, MAX_BYTES, SafeText, places};
use crate::words::{Describe as _, Lang};

use super::failure;

/// Looks for such acts, says what it found, asks, and appends.
pub(super) fn run(args: &SettleArgs, lang: Lang) -> Outcome {
    must_exist(&args.dir, lang)?;
    let path = journal_path(args.by.journal.as_deref(), &args.dir, lang)?;
    must_exist(&path, lang)?;
    let (profile, roster) = office(&args.office, lang)?;
    let reports = reports(&args.dir, profile, roster, lang)?;
    let (mut journal, acts) = Journal::open(&path).map_err(|error| failure(&error, lang))?;
    let review = Review::new(acts);
    let found = misplaced(&review, &reports, profile);
    let words = &lang.words().cli;
    if found.is_empty() {
        writeln!(output(), "{}", words.nothing_misplaced())?;
        return Ok(Done::Fine);
    }
    for ((from, to, id), one) in &found {
        writeln!(output(), "{}", words.acts_misplaced(one.moves.len() + one.unsure, from, to, id))?;
        if one.unsure > 0 {
            writeln!(output(), "{}", words.acts_unsure(one.unsure))?;
        }
    }
    let moves: Vec<Move<'_>> = found.into_values().flat_map(|one| one.moves).collect();
    if moves.is_empty() || !(args.yes || is_agreed(moves.len(), lang)?) {
        writeln!(output(), "{}", words.not_moved())?;
        return Ok(Done::Found);
    }
    let by = args.by.reviewer.as_deref().map(SafeText::line).or_else(default_reviewer);
    let by = by.unwrap_or_else(|| SafeText::line("?"));
    journal.append(&appended(&moves, &by)).map_err(|error| failure(&error, lang))?;
    writeln!(output(), "{}", words.moved(moves.len()))?;
    let superseded = moves.iter().filter(|one| one.is_superseded).count();
    if superseded > 0 {
        writeln!(output(), "{}", words.moved_superseded(superseded))?;
    }
    Ok(Done::Fine)
}

/// What is known of a report of the directory.
struct Known {
    head: Head,
    /// What its file comes to, and the document that it was read from.
    digests: Vec<SafeText>,
}

/// The reports of the directory, by their ids.
fn reports(
    dir: &Path,
    profile: &'static Profile,
    roster: Option<&'static Roster>,
    lang: Lang,
) -> Result<HashMap<SafeText, Known>, Failure> {
    let interrupt = Interrupt::listen()?;
    let stop = interrupt.flag();
    let reader = Reader::with(Limits::default(), interrupt.flag()).with_roster(roster);
    let mut batch = Batch::new(&reader, Basis::new(profile).with_roster(roster), &stop);
    batch.add(dir, &|_, _| {}, &mut |path, trouble| {
        complain(&format!("{}: {}", SafeText::path(path), trouble.describe(lang.words())));
    });
    let mut reports = HashMap::new();
    let brief = |checked: Checked| (checked.id, checked.path, checked.lean);
    let taken: Result<_, Infallible> = batch.each(&brief, &mut |(id, path, lean): (SafeText, SafeText, Arc<Lean>)| {
        if !id.is_empty() {
            let (document, _) = several::document_and_number(Path::new(path.as_str()));
            let digests = file::read(&document, MAX_BYTES).map(|bytes| digests(&bytes)).unwrap_or_default();
            reports.insert(id, Known { head: lean.head.clone(), digests });
        }
        Ok(())
    });
    match taken {
        Ok(_) => Ok(reports),
        Err(never) => match never {},
    }
}

fn digests(bytes: &[u8]) -> Vec<SafeText> {
    let of_file = SafeText::line(&Sha256Sum::of(bytes).to_string());
    let report: Option<Value> = serde_json::from_slice(bytes).ok();
    let of_source = report.as_ref().and_then(|report| report.get("source")?.get("sha256")?.as_str());
    std::iter::once(of_file).chain(of_source.map(SafeText::line)).collect()
}

/// An act that is to be written again.
struct Move<'r> {
    act: &'r Act,
    to: ReportRef,
    target: Target,
    /// Its words after all edits.
    text: SafeText,
    /// Under the right name somebody has decided the same since: that stays in force.
    is_superseded: bool,
}

/// The acts on one report that stand under another agency.
#[derive(Default)]
struct Misplaced<'r> {
    moves: Vec<Move<'r>>,
    /// How many nobody can be sure of.
    unsure: usize,
}

/// By the agency that they stand under, the one whose report it is, and the report.
type Found<'r> = BTreeMap<(String, String, SafeText), Misplaced<'r>>;

fn misplaced<'r>(review: &'r Review, reports: &HashMap<SafeText, Known>, profile: &Profile) -> Found<'r> {
    let texts = edited(review);
    let mut found = Found::new();
    for (act, _) in review.acts().filter(|(act, effective)| *effective && is_own(&act.kind)) {
        let Some(known) = reports.get(&act.report.id).filter(|known| is_elsewhere(&act.report, &known.head)) else {
            continue;
        };
        let agency = known.head.agency.key();
        let names = (placed(&act.report.agency, &act.report.region), placed(&agency.name, &agency.region));
        let one = found.entry((names.0, names.1, act.report.id.clone())).or_default();
        match target(act, &known.head, profile).filter(|_| is_of(act, known)) {
            Some(target) => {
                let to =
                    ReportRef { agency: agency.name.clone(), region: agency.region.to_vec(), ..act.report.clone() };
                let text = texts.get(&act.id).unwrap_or(&act.text).clone();
                let is_superseded = is_superseded(review, act, &to, &target);
                one.moves.push(Move { act, to, target, text, is_superseded });
            }
            None => one.unsure += 1,
        }
    }
    found
}

/// Has the same been decided later under the right name? Written behind that, the act would be taken for the last word.
fn is_superseded(review: &Review, act: &Act, to: &ReportRef, target: &Target) -> bool {
    let Some(report) = review.report(&to.region, &to.agency, to.year) else { return false };
    let standing = match &act.kind {
        ActKind::Status(_) => report.status_act(),
        ActKind::Verdict(_) => match target {
            Target::Finding(name) => report.verdict_act(name),
            Target::Report | Target::Section(_) | Target::Cell(_) => None,
        },
        ActKind::Reading(_) => report.reading_act(target, act.seen.as_ref()),
        ActKind::Assign(_) => report.assignment_act(),
        ActKind::Name(_) => report.name_act(),
        ActKind::Note | ActKind::Edit { .. } | ActKind::Retract { .. } => None,
    };
    standing.is_some_and(|standing| review.position(&standing.id) > review.position(&act.id))
}

/// Edits and retractions go with what they speak of.
fn is_own(kind: &ActKind) -> bool {
    !matches!(kind, ActKind::Edit { .. } | ActKind::Retract { .. })
}

/// The words of notes after their edits, by the notes.
fn edited(review: &Review) -> HashMap<Uuid, SafeText> {
    let mut notes: HashMap<Uuid, Uuid> = HashMap::new();
    let mut texts = HashMap::new();
    for (act, effective) in review.acts() {
        if let ActKind::Edit { of } = act.kind {
            let note = notes.get(&of).copied().unwrap_or(of);
            notes.insert(act.id, note);
            if effective {
                texts.insert(note, act.text.clone());
            }
        }
    }
    texts
}

/// Is the report that of an agency of another name in another place?
fn is_elsewhere(report: &ReportRef, head: &Head) -> bool {
    let agency = head.agency.key();
    let (own, other) = (whole(&report.region), whole(&agency.region));
    report.year == head.year && report.agency != agency.name && !own.is_empty() && !other.is_empty() && own != other
}

/// Is it certain that the act is about this report? Its file is the same; where the act does not say which file it was, the
/// one agency can be taken for the other: they are of one kind, and the place of one lies in that of the other.
fn is_of(act: &Act, known: &Known) -> bool {
    if let Some(digest) = &act.report.sha256 {
        return known.digests.contains(digest);
    }
    let before = named::head_of(&act.report.agency, &act.report.region, act.report.year).agency;
    let agency = known.head.agency.key();
    let (own, other) = (whole(&before.region), whole(&agency.region));
    let kind_before = kind(&before, None);
    kind_before.is_some() && kind_before == kind(agency, None) && other.starts_with(&own)
}

/// A region with the parts that it leaves out.
fn whole(region: &[SafeText]) -> Vec<String> {
    places::whole(region).map_or_else(
        || region.iter().map(ToString::to_string).collect(),
        |whole| whole.into_iter().map(ToOwned::to_owned).collect(),
    )
}

/// What the act is on, by the name that it has under the right agency; `None` for a finding that cannot be told.
fn target(act: &Act, head: &Head, profile: &Profile) -> Option<Target> {
    let Target::Finding(name) = &act.target else { return Some(act.target.clone()) };
    let before = named::head_of(&act.report.agency, &act.report.region, act.report.year);
    let (rule, place) = named::named(&before, name, profile.rules())?;
    Some(Target::Finding(SafeText::line(&Fingerprint::new(head, &rule.id, &place).to_string())))
}

fn placed(agency: &str, region: &[SafeText]) -> String {
    let region: Vec<&str> = region.iter().map(SafeText::as_str).collect();
    format!("{agency}（{}）", region.join("/"))
}

/// The acts under the right names, by whom and when they were done, then what takes the old ones back, and those of the new
/// ones that are no longer in force.
fn appended(moves: &[Move<'_>], by: &SafeText) -> Vec<Act> {
    let again = moves.iter().map(|one| Act {
        id: Uuid::now_v7(),
        report: one.to.clone(),
        target: one.target.clone(),
        text: one.text.clone(),
        batch: None,
        ..one.act.clone()
    });
    let again: Vec<Act> = again.collect();
    let superseded = moves.iter().zip(&again).filter(|(one, _)| one.is_superseded).map(|(_, again)| again);
    let old = moves.iter().map(|one| one.act);
    let mut back: Vec<Act> = old.chain(superseded).map(|act| Act::retract(by, act)).collect();
    Act::unite(&mut back);
    again.into_iter().chain(back).collect()
}

/// Asks; without somebody to ask nothing is agreed.
fn is_agreed(count: usize, lang: Lang) -> io::Result<bool> {
    if !io::stdin().is_terminal() {
        return Ok(false);
    }
    write!(output(), "{}", lang.words().cli.ask_to_move(count))?;
    output().flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes" | "是"))
}
