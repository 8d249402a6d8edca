//! What a text says about last year, and what it says again.

use std::collections::HashMap;

use crate::check::collect::{Collector, Say};
use crate::check::figures::{Figures, list, threshold};
use crate::check::finding::Evidence;
use crate::check::passage::{Sentence, leading_number, of_section, sentences};
use crate::report::{Number, Report, SafeText};

/// Shorter parts of sentences are the same by chance.
const SHORTEST: usize = 8;

pub(super) fn check(report: &Report, before: &Report, found: &mut Collector<'_>) {
    quoted(report, before, found);
    again(report, before, found);
}

/// Y-06: the text names last year's requests, and last year's report has another number.
fn quoted(report: &Report, before: &Report, found: &mut Collector<'_>) {
    let profile = found.profile;
    let word = |name| list(profile, "Y-06", name);
    let figures = Figures::new(&before.lean);
    let Some(new) = figures.int("requests/new/total") else { return };
    let with_carried = figures.sum(&["requests/new/total", "requests/carried_in/total"]);
    let last_year = format!("{}年", before.lean.head.year);
    for sentence in sentences(report, &[1, 5]) {
        for clause in clauses(&sentence) {
            let speaks = clause.text.contains(&last_year) || clause.has(word("last_year"));
            if !speaks || clause.has(word("other")) || !clause.has(word("object")) {
                continue;
            }
            let Some(said) = stated(clause.text, word("received")) else { continue };
            if said != new && Some(said) != with_carried {
                let say =
                    Say::default().with("last_year", before.lean.head.year).with("said", said).with("before", new);
                let say = say.sides(Number::int(said), Number::int(new)).at(clause.evidence());
                return found.say("Y-06", "requests", "requests/new/total", say);
            }
        }
    }
}

/// The first number before 件 after one of these words.
fn stated(text: &str, words: &[Box<str>]) -> Option<i64> {
    let after = words.iter().filter(|word| !word.is_empty()).find_map(|word| Some(text.split_once(&**word)?.1))?;
    let from = after.find(|c: char| c.is_ascii_digit())?;
    let number = after.get(from..)?;
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    unit.starts_with('件').then(|| leading_number(number)).flatten()
}

/// The parts of a sentence between commas.
fn clauses<'a>(sentence: &Sentence<'a>) -> impl Iterator<Item = Sentence<'a>> {
    let (section, mut at) = (sentence.section, sentence.start);
    sentence.text.split_inclusive(['，', ',', '：', ':']).map(move |part| {
        let start = at;
        at += part.chars().count();
        let body = part.trim_end_matches(['，', ',', '：', ':']).trim_end();
        let text = body.trim_start();
        Sentence { section, start: start + body.chars().count() - text.chars().count(), text }
    })
}

/// Y-10: the problems of section five are last year's, word for word.
fn again(report: &Report, before: &Report, found: &mut Collector<'_>) {
    let profile = found.profile;
    let word = |name| list(profile, "Y-10", name);
    let of = |report| problems(report, word("problems"), word("measures"));
    let (now, then) = (of(report), of(before));
    let known: HashMap<String, &Sentence<'_>> = then.iter().map(|clause| (masked(clause.text), clause)).collect();
    let length = |clause: &Sentence<'_>| clause.text.chars().count();
    let repeated: Vec<(&Sentence<'_>, &Sentence<'_>)> =
        now.iter().filter_map(|clause| Some((clause, *known.get(&masked(clause.text))?))).collect();
    let all: usize = now.iter().map(length).sum();
    let same: usize = repeated.iter().map(|(clause, _)| length(clause)).sum();
    let percent = i64::try_from(same * 100 / all.max(1)).unwrap_or(0);
    let is_long = i64::try_from(same).is_ok_and(|same| same >= threshold(profile, "Y-10", "least"));
    let Some((mine, theirs)) = repeated.iter().max_by_key(|(clause, _)| length(clause)) else { return };
    if !is_long || percent < threshold(profile, "Y-10", "percent") {
        return;
    }
    let other = Evidence { report: Some(SafeText::line(&before.lean.head.name())), ..theirs.evidence() };
    let say = Say::default().with("last_year", before.lean.head.year).with("percent", percent);
    found.say("Y-10", "again", "section/5", say.at(mine.evidence()).at(other));
}

/// The parts of section five that name problems: from where it says so, to where it turns to measures.
fn problems<'a>(report: &'a Report, from: &[Box<str>], to: &[Box<str>]) -> Vec<Sentence<'a>> {
    let Some(section) = report.narrative.sections.iter().find(|section| section.number == 5) else { return Vec::new() };
    let all: Vec<Sentence<'_>> =
        of_section(section).flat_map(|sentence| clauses(&sentence).collect::<Vec<_>>()).collect();
    let start = all.iter().position(|clause| clause.has(from)).unwrap_or(0);
    let after = all.into_iter().skip(start);
    // "存在的主要问题及改进情况" opens the section as often as not.
    let named = after.enumerate().take_while(|(at, clause)| *at == 0 || !clause.has(to)).map(|(_, clause)| clause);
    named.filter(|clause| clause.text.chars().count() >= SHORTEST).collect()
}

/// The words without numbers: years change, problems do not.
fn masked(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect()
}
