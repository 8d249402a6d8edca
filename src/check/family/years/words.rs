//! What a text says about last year.

use crate::check::facts::Facts;
use crate::check::facts::figures::Figures;
use crate::check::facts::passage::{Sentence, leading_number};
use crate::check::family::narrative;
use crate::check::finding::collect::{Collector, Say};
use crate::check::finding::doubted::Whose;
use crate::check::rule::id;
use crate::report::{Lean, Number};

/// Y-06: the text names last year's requests, and last year's report has another number.
pub(super) fn check(facts: &Facts<'_>, before: &Lean, found: &mut Collector<'_>) {
    let profile = found.profile;
    let word = |name| profile.words(id::Y_06, name);
    let figures = Figures::new(before);
    const RECEIVED: [&str; 2] = ["requests/new/total", "requests/carried_in/total"];
    let Some(new) = figures.int("requests/new/total") else { return };
    let with_carried = figures.sum(&RECEIVED);
    let last_year = format!("{}年", before.head.year);
    let other = |said: i64, evidence| {
        let say = Say::default().with("last_year", before.head.year).with("said", said).with("before", new);
        let say = say.sides(Number::int(said), Number::int(new)).at(evidence);
        say.rests_on(Whose::LastYear, before, figures.cells(&RECEIVED))
    };
    for sentence in facts.speaking(&[1, 5], word("object")) {
        for clause in clauses(&sentence) {
            let speaks = clause.text.contains(&last_year) || clause.has(word("last_year"));
            if !speaks || clause.has(word("other")) || !clause.has(word("object")) {
                continue;
            }
            let Some(said) = stated(clause.text, word("received")) else { continue };
            if said != new && Some(said) != with_carried {
                return found.say(id::Y_06, "requests", "requests/new/total", other(said, clause.evidence()));
            }
        }
    }
    // 比上年的41件增长: as what the number of this year is compared with.
    let differs = |said: i64| said != new && Some(said) != with_carried;
    let compared = narrative::compared(facts, before.head.year).into_iter().find_map(|(grown, old)| {
        let (now, scope) = (grown.scope, old.scope);
        let is_of_some = now.subset || now.own || now.region || scope.subset || scope.own || scope.region;
        let is_received = grown.who.is_none() && grown.metric.is_some_and(|metric| &*metric.id == "received");
        let said = old.value.as_int().filter(|said| is_received && !is_of_some && differs(*said))?;
        Some((said, old.evidence(facts.report())))
    });
    if let Some((said, evidence)) = compared {
        found.say(id::Y_06, "requests", "requests/new/total", other(said, evidence));
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
    let is_end = |c: char| matches!(c, '，' | ',' | '：' | ':');
    sentence.text.split_inclusive(is_end).map(move |part| {
        let start = at;
        at += part.chars().count();
        let body = part.trim_end_matches(is_end).trim_end();
        let text = body.trim_start();
        Sentence { section, start: start + body.chars().count() - text.chars().count(), text }
    })
}
