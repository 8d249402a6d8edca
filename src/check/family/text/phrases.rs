//! TXT-04, TXT-07: fixed political phrases, and how much of a text is boilerplate.

use crate::check::facts::Facts;
use crate::check::facts::prose::{Prose, has_count};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::check::rule::lexicon::partner;

/// Applies the rules.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    let year = report.lean.head.year;
    say_each(prose, "misspelt", found, |say, right| Some(say.with("right", right)));
    let dated = |say: Say| say.with("year", year);
    say_each(prose, "early", found, |say, first| {
        first.parse::<u16>().is_ok_and(|first| year < first).then(|| dated(say))
    });
    if prose.hits(id::TXT_04, "current").is_empty() {
        say_each(prose, "late", found, |say, last| {
            last.parse::<u16>().is_ok_and(|last| year > last).then(|| dated(say))
        });
    }
    boilerplate(prose, found);
}

/// Says each phrase of a list once; `judge` looks at what belongs to it.
fn say_each(prose: &Prose<'_>, list: &str, found: &mut Collector<'_>, judge: impl Fn(Say, &str) -> Option<Say>) {
    let mut said: Vec<&str> = Vec::new();
    for hit in prose.hits(id::TXT_04, list) {
        let Some(part) = prose.part(*hit).filter(|part| part.section > 0) else { continue };
        let place = hit.start..hit.end;
        let phrase = part.get(&place);
        if said.contains(&phrase) {
            continue;
        }
        said.push(phrase);
        let Some(other) = partner(found.profile.words(id::TXT_04, list), phrase) else { continue };
        if let Some(say) = judge(Say::default().with("found", phrase), other) {
            found.say(id::TXT_04, list, &format!("{list}/{phrase}"), say.at(part.evidence(&place)));
        }
    }
}

/// Sentences with slogans, and without a figure, a name in quotes or a document, by their length.
fn boilerplate(prose: &Prose<'_>, found: &mut Collector<'_>) {
    let Some(part) = prose.section(1) else { return };
    let limit = |name: &str| usize::try_from(found.profile.threshold(id::TXT_07, name)).unwrap_or(usize::MAX);
    let (most, least) = (limit("share"), limit("least"));
    let (mut all, mut empty, mut count) = (0_usize, 0_usize, 0_usize);
    let mut slogans = prose.in_section(id::TXT_07, "slogans", 1).peekable();
    for sentence in part.sentences() {
        let text = part.get(&sentence);
        count += 1;
        all += text.len();
        while slogans.peek().is_some_and(|hit| hit.end <= sentence.start) {
            slogans.next();
        }
        let slogan = slogans.peek().is_some_and(|hit| hit.end <= sentence.end);
        if slogan && !has_count(text) && !text.contains(['《', '“']) {
            empty += text.len();
        }
    }
    // Headings and clauses that say what there was not are no boilerplate, so the share is never too high.
    let share = (empty * 100).checked_div(all).unwrap_or(0);
    if count >= least && share > most {
        found.say(id::TXT_07, "share", "1", Say::default().with("share", share));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{SITUATION, evidence, report, said, with_section};

    #[test]
    fn phrases_have_their_wording_and_their_years() {
        let with = |text: &str, year: u16| {
            let mut report = with_section(1, &format!("{SITUATION}\n{text}"));
            report.lean.head.year = year;
            report
        };
        assert_eq!(said(&with("学习中国特色社会主意理论。", 2023), "TXT-04"), ["misspelt"]);
        assert_eq!(evidence(&with("学习党的二十大精神。", 2021), "TXT-04"), ["二十大精神"]);
        assert_eq!(said(&with("学习党的二十大精神。", 2022), "TXT-04"), [""; 0]);
        assert_eq!(said(&with("学习党的十九大精神。", 2023), "TXT-04"), ["late"]);
        assert_eq!(said(&with("学习党的十九大精神。", 2022), "TXT-04"), [""; 0]);
        assert_eq!(said(&with("学习党的十九大精神和二十大精神。", 2023), "TXT-04"), [""; 0]);
    }

    #[test]
    fn boilerplate_is_what_has_slogans_and_nothing_else() {
        assert_eq!(said(&report(), "TXT-07"), [""; 0]);
        let text = "我局高度重视公开工作，切实加强领导。不断完善制度，进一步提升水平。强化责任，抓好落实。";
        assert_eq!(said(&with_section(1, &text.repeat(3)), "TXT-07"), ["share"]);
        assert_eq!(said(&with_section(1, text), "TXT-07"), [""; 0], "too short to tell");
    }
}
