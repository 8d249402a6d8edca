//! A report's texts, ready for the rules about them: without blanks, in sentences, with the words of all lists found.
//!
//! Blanks and wrapped lines stand anywhere in texts copied out of documents, so words are looked for in a squeezed
//! text. Its places lead back to the characters of the text as it stands.

use std::cell::OnceCell;
use std::ops::Range;

use crate::base::glance::{Pairs, stretch};
use crate::base::han::{is_common, rare};
use crate::check::finding::Evidence;
use crate::check::rule::RuleId;
use crate::check::rule::confusion::Confusion;
use crate::check::rule::lexicon::{Hit, Lexicon};
use crate::report::{Report, SafeText};

use super::squeeze::{kept, squeeze};

/// Of the words of one list no more than this many are kept: more say nothing more.
const MAX_HITS: usize = 400;
/// Of a section no more than so many characters are looked at; a province's report has some fifteen thousand.
const MAX_TEXT: usize = 200_000;
/// A heading inside a section is not longer than this, in characters.
const MAX_HEADING: usize = 30;
const NUMERALS: &str = "一二三四五六七八九十";

/// The title and the sections.
#[derive(Debug)]
pub(in crate::check) struct Prose<'a> {
    /// In their order; the title first, where there is one.
    pub(crate) parts: Vec<SectionText>,
    lexicon: &'a Lexicon,
    hits: Vec<Vec<Hit>>,
    /// What stands side by side in any of them, with or without the blanks between.
    pairs: Pairs,
}

/// The text of one section, or the title.
#[derive(Debug)]
pub(in crate::check) struct SectionText {
    /// The section's number; 0 for the title.
    pub(crate) section: u8,
    /// As it stands, or the beginning of it.
    pub(crate) original: Box<str>,
    /// Is there more than was looked at?
    pub(crate) cut: bool,
    /// Without blanks, with full-width digits and half-width brackets in their usual form, one line per paragraph.
    pub(crate) text: String,
    sentences: OnceCell<Vec<Range<usize>>>,
}

impl<'a> Prose<'a> {
    /// The texts of a report.
    pub(crate) fn of(report: &Report, lexicon: &'a Lexicon) -> Self {
        let title = report.narrative.title.as_deref().map(|title| SectionText::new(0, title));
        let sections = report.narrative.sections.iter().map(|section| SectionText::new(section.number, &section.text));
        let parts: Vec<SectionText> = title.into_iter().chain(sections).collect();
        let mut hits = vec![Vec::new(); lexicon.len() + 1];
        let mut pairs = Pairs::default();
        for (index, part) in parts.iter().enumerate() {
            for (word, place) in lexicon.search(&part.text, &mut pairs) {
                let hit = Hit { part: index, start: place.start, end: place.end, word };
                for &list in lexicon.owners(word) {
                    if let Some(list) = hits.get_mut(usize::from(list)).filter(|list| list.len() < MAX_HITS) {
                        list.push(hit);
                    }
                }
            }
            if !part.is_squeezed() {
                pairs.add_text(&part.original);
            }
            if part.cut {
                pairs.add_anything();
            }
        }
        Self { parts, lexicon, hits, pairs }
    }

    /// The words of a list that may stand in any of these texts, squeezed or as they are: of most lists none.
    pub(in crate::check) fn left<'w, W: AsRef<str>>(&self, words: &'w [W]) -> Vec<&'w str> {
        self.pairs.left(words)
    }

    /// Has the report sections with any text?
    pub(crate) fn has_text(&self) -> bool {
        self.parts.iter().any(|part| part.section > 0 && !part.text.is_empty())
    }

    /// The first part with this section number.
    pub(crate) fn section(&self, number: u8) -> Option<&SectionText> {
        self.parts.iter().find(|part| part.section == number)
    }

    /// Where the words of a list stand.
    pub(crate) fn hits(&self, rule: RuleId, list: &str) -> &[Hit] {
        self.lexicon.list(rule, list).and_then(|list| self.hits.get(list)).map_or(&[], Vec::as_slice)
    }

    /// Where known confusions stand, with what is meant.
    pub(crate) fn confusions(&self) -> impl Iterator<Item = (Hit, &Confusion)> {
        let hits = self.hits.last().map_or(&[][..], Vec::as_slice);
        hits.iter().filter_map(|hit| Some((*hit, self.lexicon.confusion(hit.word)?)))
    }

    /// The words of a list in a section.
    pub(crate) fn in_section(&self, rule: RuleId, list: &str, section: u8) -> impl Iterator<Item = Hit> {
        let here = move |hit: &Hit| self.parts.get(hit.part).is_some_and(|part| part.section == section);
        self.hits(rule, list).iter().copied().filter(move |hit| here(hit))
    }

    /// Does a word of the list stand in the section?
    pub(crate) fn speaks(&self, rule: RuleId, list: &str, section: u8) -> bool {
        self.in_section(rule, list, section).next().is_some()
    }

    /// Does a word of the list stand in this stretch of the section?
    pub(crate) fn speaks_in(&self, rule: RuleId, list: &str, section: u8, place: &Range<usize>) -> bool {
        self.in_section(rule, list, section).any(|hit| place.start <= hit.start && hit.end <= place.end)
    }

    /// The part that a word stands in.
    pub(crate) fn part(&self, hit: Hit) -> Option<&SectionText> {
        self.parts.get(hit.part)
    }
}

/// A stretch of a section with a heading of its own: `（一）主动公开。…`.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::check) struct Topic {
    /// What it is about.
    pub(crate) heading: Range<usize>,
    /// Heading and text.
    pub(crate) whole: Range<usize>,
}

impl SectionText {
    pub(crate) fn new(section: u8, original: &str) -> Self {
        // No text has more characters than bytes.
        let long = Some(original).filter(|text| text.len() > MAX_TEXT);
        let end = long.and_then(|text| text.char_indices().nth(MAX_TEXT)).map(|(end, _)| end);
        let kept = end.and_then(|end| original.get(..end)).unwrap_or(original);
        Self { section, original: kept.into(), cut: end.is_some(), text: squeeze(kept), sentences: OnceCell::new() }
    }

    /// Were there no blanks and no wrapped lines, and nothing to be put in its usual form?
    pub(crate) fn is_squeezed(&self) -> bool {
        *self.text == *self.original
    }

    /// A stretch of the squeezed text; empty where there is none.
    pub(crate) fn get(&self, place: &Range<usize>) -> &str {
        self.text.get(place.clone()).unwrap_or_default()
    }

    /// The text before a place, at most so many characters of it and not beyond its line.
    pub(crate) fn before(&self, at: usize, count: usize) -> &str {
        let text = self.text.get(..at).unwrap_or_default();
        // The window first: to look for the line's beginning would take the longer the longer the line is.
        let from = text.char_indices().rev().take(count).last().map_or(at, |(from, _)| from);
        let window = text.get(from..).unwrap_or_default();
        window.rsplit('\n').next().unwrap_or_default()
    }

    /// The text from a place on, at most so many characters of it and not beyond its line.
    pub(crate) fn after(&self, at: usize, count: usize) -> &str {
        let text = self.text.get(at..).unwrap_or_default();
        let window = text.char_indices().nth(count).and_then(|(end, _)| text.get(..end)).unwrap_or(text);
        window.split('\n').next().unwrap_or_default()
    }

    /// The sentences, also those that end with a semicolon or with their line.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        self.all_sentences().iter().cloned()
    }

    fn all_sentences(&self) -> &[Range<usize>] {
        self.sentences.get_or_init(|| split(&self.text, ends_sentence).collect())
    }

    /// The sentence around a place.
    pub(crate) fn sentence_at(&self, at: usize) -> Range<usize> {
        let all = self.all_sentences();
        let around = all.get(all.partition_point(|sentence| sentence.end <= at));
        around.filter(|around| around.contains(&at)).cloned().unwrap_or_else(|| self.stretch_at(at))
    }

    /// The same of an end, where no sentence is.
    fn stretch_at(&self, at: usize) -> Range<usize> {
        let before = self.text.get(..at).unwrap_or_default();
        let start = before.char_indices().rev().find(|(_, c)| ends_sentence(*c)).map_or(0, |(at, c)| at + c.len_utf8());
        let rest = self.text.get(at..).unwrap_or_default();
        start..rest.find(ends_sentence).map_or(self.text.len(), |end| at + end)
    }

    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = Range<usize>> {
        split(&self.text, |c| c == '\n')
    }

    /// The stretches that begin with a numbered heading.
    pub(crate) fn topics(&self) -> Vec<Topic> {
        let mut topics: Vec<Topic> = Vec::new();
        for line in self.paragraphs() {
            let Some(heading) = heading(self.get(&line)) else {
                if let Some(last) = topics.last_mut() {
                    last.whole.end = line.end;
                }
                continue;
            };
            topics.push(Topic { heading: line.start + heading.start..line.start + heading.end, whole: line });
        }
        topics
    }

    /// A stretch of the squeezed text as it stands in the report.
    pub(crate) fn evidence(&self, place: &Range<usize>) -> Evidence {
        let mut seen = 0;
        let (mut start, mut end, mut index) = (None, 0, 0);
        let mut text = String::new();
        for (c, kept) in kept(&self.original) {
            let length = kept.map_or(0, char::len_utf8);
            if seen + length > place.start && seen < place.end {
                start.get_or_insert(index);
                text.push(c);
                if length > 0 {
                    end = index + 1;
                }
            }
            seen += length;
            index += 1;
            if seen >= place.end {
                break;
            }
        }
        let start = start.unwrap_or(0);
        self.whole(start..end.max(start), &text)
    }

    /// Characters of the text as it stands.
    pub(crate) fn evidence_of_characters(&self, place: Range<usize>) -> Evidence {
        let text = stretch(&self.original, place.clone());
        self.whole(place, text)
    }

    fn whole(&self, place: Range<usize>, text: &str) -> Evidence {
        Evidence {
            report: None,
            section: self.section,
            start: place.start,
            end: place.end,
            text: SafeText::lines(stretch(text, 0..place.len())),
        }
    }
}

fn ends_sentence(c: char) -> bool {
    !is_common(c) && matches!(c, '。' | '；' | ';' | '！' | '？' | '\n')
}

/// The stretches between some characters, without the empty ones.
fn split<'t>(text: &'t str, ends: impl Fn(char) -> bool + 't) -> impl Iterator<Item = Range<usize>> + 't {
    let ends = rare(text).filter(move |(_, c)| ends(*c)).map(|(at, c)| (at, at + c.len_utf8()));
    let mut start = 0;
    let pieces =
        ends.chain([(text.len(), text.len())]).map(move |(end, next)| std::mem::replace(&mut start, next)..end);
    pieces.filter(|piece| !piece.is_empty())
}

/// The heading that a line begins with, behind its number.
fn heading(line: &str) -> Option<Range<usize>> {
    let numbered = line.trim_start_matches('（');
    let rest = numbered.trim_start_matches(|c| NUMERALS.contains(c));
    let count = numbered.len() - rest.len();
    let digits = numbered.trim_start_matches(|c: char| c.is_ascii_digit());
    let (count, rest) = if count == 0 { (numbered.len() - digits.len(), digits) } else { (count, rest) };
    let rest = match rest.chars().next() {
        Some('是') if count > 0 => rest.trim_start_matches('是'),
        Some('）' | '、' | '.' | '．') if count > 0 => rest.trim_start_matches(['）', '、', '.', '．']),
        _ => return None,
    };
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None; // 1.5万条
    }
    let start = line.len() - rest.len();
    let end = rest.find(['。', '：', ':', '，', '；', '\n']).unwrap_or(rest.len());
    let end = rest.char_indices().nth(MAX_HEADING).map_or(end, |(most, _)| end.min(most));
    Some(start..start + end)
}

/// How many units stand in a text as a count: `12条`, `两次`; years, dates and ordinals are none.
pub(in crate::check) fn has_count(text: &str) -> bool {
    let mut before = ' ';
    let mut number: Option<(char, bool)> = None;
    for c in text.chars() {
        if c.is_ascii_digit() || is_numeral(c) || (c == '.' && number.is_some()) {
            number = Some(number.map_or((before, c.is_ascii_digit()), |(b, arabic)| (b, arabic || c.is_ascii_digit())));
        } else {
            if let Some((ahead, arabic)) = number {
                let counted = is_unit(c) && !(c == '项' && ahead == '（');
                // A bare numeral before `个` or `类` is as often a way of speaking.
                let idle = !arabic
                    && matches!(
                        c,
                        '个' | '类' | '种' | '项' | '%' | '元' | '处' | '通' | '起' | '部' | '名' | '家' | '批' | '则'
                    );
                if counted && !idle && ahead != '第' {
                    return true;
                }
            }
            number = None;
        }
        before = c;
    }
    false
}

fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '零' | '〇')
}

fn is_unit(c: char) -> bool {
    "件条篇次期份个项场万余人部批名家封起幅例多块张宗轮种类栏元%则通处".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(text: &str) -> SectionText {
        SectionText::new(1, text)
    }

    #[test]
    fn blanks_go_and_wrapped_lines_are_joined_but_headings_are_not() {
        let text = "（一） 主动公开\n２０２３ 年，本机关按照要求认真做好各项公开工作和监\n督工作。\n(二)尾";
        assert_eq!(part(text).text, "（一）主动公开\n2023年，本机关按照要求认真做好各项公开工作和监督工作。\n（二）尾");
    }

    #[test]
    fn evidence_is_the_passage_as_it_stands() {
        let text = "甲 乙。\n本机关按照要求认真做好各项公开工作，并加强监督和监\n\n督 检查。完";
        let part = part(text);
        for wanted in ["监督检查", "乙", "甲乙", "完", "甲"] {
            let start = part.text.find(wanted).unwrap();
            let evidence = part.evidence(&(start..start + wanted.len()));
            let slice: String = text.chars().skip(evidence.start).take(evidence.end - evidence.start).collect();
            assert_eq!(evidence.text.as_str(), slice, "{wanted}");
            assert_eq!(squeeze(&slice).replace('\n', ""), wanted);
            assert!(!slice.starts_with(char::is_whitespace) && !slice.ends_with(char::is_whitespace));
        }
    }

    #[test]
    fn sentences_and_topics() {
        let part = part("总述。\n（一）主动公开：甲；乙。\n续\n二、平台建设方面。丙\n3.监督保障。丁\n1.5万条");
        let sentences: Vec<&str> = part.sentences().map(|s| part.text.get(s).unwrap()).collect();
        assert_eq!(
            sentences,
            ["总述", "（一）主动公开：甲", "乙", "续", "二、平台建设方面", "丙", "3.监督保障", "丁", "1.5万条"]
        );
        let topics = part.topics();
        let headings: Vec<&str> = topics.iter().map(|topic| part.get(&topic.heading)).collect();
        assert_eq!(headings, ["主动公开", "平台建设方面", "监督保障"]);
        assert_eq!(part.get(&topics[0].whole), "（一）主动公开：甲；乙。\n续");
    }

    #[test]
    fn what_stands_around_a_place_ends_with_the_line() {
        let part = part("甲乙丙。\n丁戊己庚。\n辛");
        let at = part.text.find('己').unwrap();
        assert_eq!((part.before(at, 9), part.before(at, 1)), ("丁戊", "戊"));
        assert_eq!((part.after(at, 9), part.after(at, 1)), ("己庚。", "己"));
        assert_eq!((part.before(0, 3), part.after(part.text.len(), 3)), ("", ""));
    }

    #[test]
    fn counts_are_told_from_years_and_ordinals() {
        for text in ["公开12条", "培训两次", "共1,251条", "受理十二件", "8个栏目", "100%"] {
            assert!(has_count(text), "{text}");
        }
        for text in ["2023年", "第二十条第（一）项", "12月31日", "711号", "一项工作", "各类信息", "两个方面"]
        {
            assert!(!has_count(text), "{text}");
        }
    }
}
