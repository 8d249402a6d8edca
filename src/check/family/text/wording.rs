//! TXT-01: misspellings, characters and punctuation written twice, blanks inside of words.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::base::han::is_common;
use crate::check::facts::Facts;
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;

use super::{SHOWN, is_prose};

/// So many of each kind are said at most.
const MOST: usize = 10;
const NUMERALS: &str = "一二三四五六七八九十";

/// Applies the rule.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    confusions(prose, found);
    doubled(prose, found);
    twice(prose, found);
    marks(prose, found);
    ordinals(prose, found);
    // A page is set with blanks of any width.
    if !report.nature().is_set {
        blanks(prose, found);
    }
}

fn confusions(prose: &Prose<'_>, found: &mut Collector<'_>) {
    let mut said: BTreeSet<&str> = BTreeSet::new();
    for (hit, confusion) in prose.confusions() {
        let Some(part) = prose.part(hit) else { continue };
        if confusion.is_right(&part.text, hit.start) || said.len() >= MOST || !said.insert(&confusion.wrong) {
            continue;
        }
        let say = Say::default().with("wrong", &confusion.wrong).with("right", &confusion.right);
        let say = say.at(part.evidence(&(hit.start..hit.end)));
        found.say(id::TXT_01, "confusion", &format!("confusion/{}", confusion.wrong), say);
    }
}

/// Of the words of one list those outside the words of another.
fn outside<'p, 'a>(
    prose: &'p Prose<'a>,
    list: &'p str,
    except: &'p str,
) -> impl Iterator<Item = (&'p SectionText, Range<usize>)> {
    let right = prose.hits(id::TXT_01, except);
    prose.hits(id::TXT_01, list).iter().filter_map(move |hit| {
        let within = |other: &&crate::check::rule::lexicon::Hit| {
            other.part == hit.part && other.start <= hit.start && hit.end <= other.end
        };
        let part = prose.part(*hit).filter(|part| is_prose(part))?;
        (!right.iter().any(|other| within(&other))).then_some((part, hit.start..hit.end))
    })
}

fn doubled(prose: &Prose<'_>, found: &mut Collector<'_>) {
    for (part, place) in outside(prose, "doubled", "doubled-right").take(MOST) {
        let text = part.get(&place);
        let say = Say::default().with("text", text).at(part.evidence(&place));
        found.say(id::TXT_01, "doubled", &format!("doubled/{}/{text}", part.section), say);
    }
}

/// `精神精神`: a word of two characters written twice.
fn twice(prose: &Prose<'_>, found: &mut Collector<'_>) {
    let profile = found.profile;
    let words = |list| profile.words(id::TXT_01, list);
    let mut said: BTreeSet<(u8, &str)> = BTreeSet::new();
    for part in prose.parts.iter().filter(|part| is_prose(part)) {
        for place in words_twice(&part.text) {
            let (text, after) = (part.get(&place), part.text.get(place.end..).unwrap_or_default());
            let word = text.get(..text.len() / 2).unwrap_or_default();
            // 为民服务服务中心: the second begins a longer word.
            let begins = |longer: &str| longer.strip_prefix(word).is_some_and(|rest| after.starts_with(rest));
            let right = words("twice-right").iter().any(|known| **known == *word)
                || words("twice-begins").iter().any(|longer| begins(longer));
            if right || said.len() >= MOST || !said.insert((part.section, word)) {
                continue;
            }
            let say = Say::default().with("text", text).at(part.evidence(&place));
            found.say(id::TXT_01, "twice", &format!("twice/{}/{word}", part.section), say);
        }
    }
}

/// Two characters of the common Chinese ones, in bytes.
const WORD: usize = 6;

/// Where two different Chinese characters stand twice in a row, and not a third time.
fn words_twice(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let at = |place: usize| text.get(place..place + WORD);
    repeats(text.as_bytes()).flatten().filter_map(move |place| {
        let word = at(place).filter(|word| at(place + WORD) == Some(word))?;
        let mut chars = word.chars();
        let (first, second) = (chars.next()?, chars.next()?);
        let is_han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c) && !NUMERALS.contains(c);
        let more = at(place + 2 * WORD) == Some(word) || place.checked_sub(WORD).and_then(at) == Some(word);
        (first != second && is_han(first) && is_han(second) && !more).then_some(place..place + 2 * WORD)
    })
}

/// The places from which on so many bytes as a word has are those of one word later.
fn repeats(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    /// So many bytes are compared at once,
    const FEW: usize = 4;
    /// which all stretches of a word's length hold that begin at one of so many places.
    const STEP: usize = WORD - FEW + 1;
    let is_same = |place: usize| bytes.get(place).is_some_and(|byte| Some(byte) == bytes.get(place + WORD));
    let few = |place: usize| bytes.get(place..)?.first_chunk::<FEW>();
    // Nearly nowhere the bytes are those of six places later.
    let is_alike = move |&place: &usize| few(place + WORD).is_some_and(|later| few(place) == Some(later));
    let mut known = 0;
    (0..bytes.len()).step_by(STEP).filter(is_alike).filter_map(move |place| {
        if place < known {
            return None;
        }
        let start = place - (known..place).rev().take_while(|&before| is_same(before)).count();
        known = (place..).find(|&behind| !is_same(behind)).unwrap_or(bytes.len());
        let end = (known + 1).saturating_sub(WORD);
        (start < end).then_some(start..end)
    })
}

fn marks(prose: &Prose<'_>, found: &mut Collector<'_>) {
    let mut said: BTreeSet<(u8, &str)> = BTreeSet::new();
    for hit in prose.hits(id::TXT_01, "marks") {
        let Some(part) = prose.part(*hit).filter(|part| is_prose(part)) else { continue };
        let place = hit.start..hit.end;
        let text = part.get(&place);
        if said.len() < MOST && said.insert((part.section, text)) {
            let say = Say::default().with("text", text).at(part.evidence(&place));
            found.say(id::TXT_01, "mark", &format!("mark/{}/{text}", part.section), say);
        }
    }
}

/// `（一）、主动公开`: one finding for the report.
fn ordinals(prose: &Prose<'_>, found: &mut Collector<'_>) {
    let mut places: Vec<(&SectionText, Range<usize>)> = Vec::new();
    for part in prose.parts.iter().filter(|part| is_prose(part)) {
        for line in part.paragraphs() {
            let text = part.get(&line);
            if !text.starts_with('（') {
                continue;
            }
            let rest = text.trim_start_matches('（').trim_start_matches(|c| NUMERALS.contains(c));
            let number = text.len() - rest.len();
            if number > "（".len() && rest.starts_with("）、") {
                places.push((part, line.start..line.start + number + "）、".len()));
            }
        }
    }
    let Some((first, place)) = places.first() else { return };
    let say = Say::default().with("text", first.get(place));
    let say = places.iter().take(SHOWN).fold(say, |say, (part, place)| say.at(part.evidence(place)));
    found.say(id::TXT_01, "ordinal", "ordinal", say);
}

/// Blanks inside of words: one finding for the report.
fn blanks(prose: &Prose<'_>, found: &mut Collector<'_>) {
    let has_blanks = |part: &&SectionText| is_prose(part) && !part.is_squeezed() && part.original.contains(is_blank);
    let parts: Vec<&SectionText> = prose.parts.iter().filter(has_blanks).collect();
    if parts.is_empty() {
        return;
    }
    let words: BTreeSet<(char, char)> = found
        .profile
        .words(id::TXT_01, "split")
        .iter()
        .filter_map(|word| Some((word.chars().next()?, word.chars().nth(1).filter(|_| word.chars().count() == 2)?)))
        .collect();
    let most = usize::try_from(found.profile.threshold(id::TXT_01, "blanks")).unwrap_or(0);
    let mut places: Vec<(&SectionText, Range<usize>)> = Vec::new();
    for part in parts {
        let left = (most + 1).saturating_sub(places.len());
        places.extend(split_words(&part.original, &words).take(left).map(|place| (part, place)));
    }
    if places.is_empty() || places.len() > most {
        return;
    }
    let shown = || places.iter().take(SHOWN).map(|(part, place)| part.evidence_of_characters(place.clone()));
    let texts: Vec<String> = shown().map(|evidence| format!("“{}”", evidence.text)).collect();
    let say = Say::default().with("text", texts.join("、"));
    found.say(id::TXT_01, "blank", "blanks", shown().fold(say, Say::at));
}

fn is_blank(c: char) -> bool {
    !is_common(c) && c != '\n' && c.is_whitespace()
}

/// Words in two halves, blanks between them, in characters of the text.
fn split_words<'t>(text: &'t str, words: &'t BTreeSet<(char, char)>) -> impl Iterator<Item = Range<usize>> + 't {
    let mut before: Option<(usize, char)> = None;
    let mut blank = false;
    text.chars().enumerate().filter_map(move |(at, c)| {
        if is_blank(c) {
            blank = true;
            return None;
        }
        let split = before.filter(|(_, first)| blank && words.contains(&(*first, c)));
        before = (c != '\n').then_some((at, c));
        blank = false;
        split.map(|(start, _)| start..at + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::{WORD, repeats};
    use crate::check::fixture::{SITUATION, evidence, report, said, with_section};

    fn in_text(text: &str) -> Vec<String> {
        evidence(&with_section(1, &format!("{SITUATION}\n{text}")), "TXT-01")
    }

    #[test]
    fn confusions_are_found_and_right_words_are_not() {
        assert_eq!(said(&report(), "TXT-01"), [""; 0]);
        for (text, expected) in [
            ("推动公开工作建康发展。", vec!["建康发展"]),
            ("作出统一布 署。", vec!["布 署"]),
            ("文件发布署名单位。", vec![]),
            ("布署会上布署工作，文件发布署名。", vec!["布署"]),
            ("回应群众过度期待，全部份额已分配。", vec![]),
        ] {
            assert_eq!(in_text(text), expected, "{text}");
        }
    }

    #[test]
    fn characters_written_twice_are_found_and_words_that_meet_are_not() {
        for (text, expected) in [
            ("我局的的公开工作。", vec!["的的"]),
            ("以服务为目的的活动，进行了了解，参与与监督，一是是否公开。", vec![]),
            ("工作有序推进，，成效明显。。", vec!["，，", "。。"]),
            ("公开、解读，回应；监督。", vec![]),
        ] {
            assert_eq!(in_text(text), expected, "{text}");
        }
    }

    #[test]
    fn words_written_twice_are_found_and_those_that_may_be_are_not() {
        for (text, expected) in [
            ("认真落实会议精神精神，解决存在的问题问题。", vec!["精神精神", "问题问题"]),
            ("加强加强信息审核，加强加强学习。", vec!["加强加强"]),
            ("有关事项应研究研究再定，公开公开再公开。", vec![]),
            ("推进政府信息信息化，便民服务服务中心和综合管理管理局配合。", vec![]),
            ("会同行政行政机关，依法行政行政复议减少，年年有进步。", vec![]),
            ("二一二一，三三两两，ABAB，好好好好。", vec![]),
        ] {
            assert_eq!(in_text(text), expected, "{text}");
        }
    }

    #[test]
    fn ordinals_take_no_comma_and_words_no_blank() {
        assert_eq!(in_text("（六）、培训。\n第（一）、（二）项。"), ["（六）、"]);
        assert_eq!(in_text("政府信 息公开 工作 2 次"), ["信 息"]);
        assert_eq!(in_text(&"信 息".repeat(30)), [""; 0]);
        let mut page = with_section(1, &format!("{SITUATION}\n政府信 息"));
        let source = crate::report::Source { format: Some("pdf".into()), ..crate::report::Source::default() };
        page.narrative.source = Some(source);
        assert_eq!(said(&page, "TXT-01"), [""; 0]);
    }

    #[test]
    fn repeats_are_found_wherever_they_begin() {
        let slow = |bytes: &[u8]| -> Vec<usize> {
            let is_same = |place: usize| bytes.get(place).is_some_and(|byte| Some(byte) == bytes.get(place + WORD));
            (0..bytes.len()).filter(|&place| (place..place + WORD).all(is_same)).collect()
        };
        for text in [
            "",
            "服务服务",
            "a服务服务",
            "1.服务服务服务，服务",
            "精神神精神神",
            "公开公开公开公公",
            "aaaaaaaaaaaaaaa",
            "为民为民服务服务",
        ] {
            let found: Vec<usize> = repeats(text.as_bytes()).flatten().collect();
            assert_eq!(found, slow(text.as_bytes()), "{text}");
        }
    }
}
