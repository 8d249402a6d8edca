//! How the headings of the six sections are worded: as on the form, or in the words that offices use instead.
//!
//! A heading in other words counts only with its numeral: without one, half of these wordings stand in prose.

use crate::form::Form;
use crate::read::label::wordings;
use crate::read::spelling::normalise::key;

/// The parts of a heading in other words, in order; of each part the first that fits. An empty one may be left out.
type Parts = &'static [&'static [&'static str]];

/// Other wordings, by the section's number.
const OTHERS: &[(u8, Parts)] = &[
    (1, &[&["政府信息公开", ""], &["工作", ""], &["总体", "整体"], &["工作", ""], &["情况"]]),
    (2, &[SUBJECT, &["主动公开"], &["政府信息"], &["工作", ""], &["的", ""], &["情况"]]),
    (
        3,
        &[
            SUBJECT,
            &["收到", "受理"],
            AND,
            &["处理", "办理", "答复", ""],
            &["政府信息"],
            &["依申请", ""],
            &["公开申请", "公开"],
            &["的", ""],
            &["情况"],
        ],
    ),
    (
        4,
        &[
            &["因", ""],
            SUBJECT,
            &["政府信息公开", "信息公开", ""],
            &["工作", ""],
            &["被申请", "被提起", "涉及", "的", ""],
            &["行政复议"],
            AND,
            &["被提起", "提起", ""],
            &["行政诉讼"],
            &["的", ""],
            &["情况"],
        ],
    ),
    (
        5,
        &[
            SUBJECT,
            &["政府信息公开", ""],
            &["工作", ""],
            &["中", ""],
            &["存在的主要", "存在主要", "存在的", "存在", "主要"],
            &["问题", "困难", "不足"],
            &["和不足", "与不足", "及不足", "及原因", "和困难", ""],
            &["以及", "及其", "及", "和", "与", ""],
            &["下一步", "下步", "今后", "采取的", "下一年度", ""],
            &["主要", "的", ""],
            &["改进", "整改", "工作", "解决", "努力"],
            &["工作", ""],
            &["的", ""],
            &["情况", "措施", "举措", "打算", "思路", "计划", "方向", "意见", "安排", "建议", "办法"],
        ],
    ),
    (5, &[&["存在的主要", "存在主要", "存在的", "存在"], &["问题"], &["和不足", "与不足", "及不足", ""]]),
    (6, &[&["其他", "其它"], &["需要", "需", "应当", ""], &["报告", "说明", ""], &["的", ""], &["事项", "情况"]]),
];

/// Whose heading it is.
const SUBJECT: &[&str] = &["行政机关", "本行政机关", "本机关", "本单位", "本部门", "我局", ""];
const AND: &[&str] = &["和", "及", "与", "或", "并", ""];

/// A heading at some place of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) struct Heading {
    /// Position in `Form::sections`.
    pub(crate) section: usize,
    /// How many characters it has, with its numeral.
    pub(crate) length: usize,
    /// Does it have its own numeral, not that of another section?
    pub(crate) own: bool,
    /// Is it worded as on the form?
    pub(crate) official: bool,
}

/// All wordings of a form's sections.
pub(in crate::read) struct Headings {
    sections: Vec<Names>,
    /// For each position in `sections`, parts in other words.
    others: Vec<(usize, Vec<Vec<Vec<char>>>)>,
}

struct Names {
    numeral: Vec<char>,
    wordings: Vec<Vec<char>>,
}

impl Headings {
    pub(crate) fn new(form: &Form) -> Self {
        let names = |section: &crate::form::FormSection| {
            let mut all: Vec<Vec<char>> =
                wordings(&section.label.zh, &section.aliases).map(|(_, text)| key(text)).collect();
            all.sort_by_key(|wording| std::cmp::Reverse(wording.len()));
            Names { numeral: key(&section.numeral), wordings: all }
        };
        let parts = |parts: Parts| parts.iter().map(|part| part.iter().map(|text| key(text)).collect()).collect();
        let at = |number: u8| form.sections.iter().position(|section| section.number == number);
        let others = OTHERS.iter().filter_map(|(number, list)| Some((at(*number)?, parts(list)))).collect();
        Self { sections: form.sections.iter().map(names).collect(), others }
    }

    /// The heading that a normalised text begins with, numeral first; the surest, then the longest.
    pub(crate) fn at(&self, text: &[char]) -> Option<Heading> {
        let first = text.first().filter(|c| is_numeral(**c))?;
        let rest = text.get(1..)?;
        let mut best: Option<Heading> = None;
        for (section, length, official) in self.wordings_at(rest) {
            let own = self.sections.get(section).is_some_and(|names| names.numeral == [*first]);
            if !own && !official {
                continue;
            }
            let here = Heading { section, length: length + 1, own, official };
            let rank = |heading: &Heading| (heading.own, heading.length);
            if best.as_ref().is_none_or(|best| rank(best) < rank(&here)) {
                best = Some(here);
            }
        }
        best
    }

    /// The sections whose wording a text begins with, each with its length and whether it is the form's.
    fn wordings_at<'s>(&'s self, text: &'s [char]) -> impl Iterator<Item = (usize, usize, bool)> + 's {
        let official = self.sections.iter().enumerate().filter_map(|(section, names)| {
            let wording = names.wordings.iter().find(|wording| text.starts_with(wording))?;
            Some((section, wording.len(), true))
        });
        let others = self.others.iter().filter_map(|(section, parts)| Some((*section, length_of(parts, text)?, false)));
        official.chain(others)
    }
}

/// One of the numerals that sections are numbered with.
pub(in crate::read) fn is_numeral(c: char) -> bool {
    "一二三四五六七八".contains(c)
}

/// How much of a text the parts cover, if all of them are there.
fn length_of(parts: &[Vec<Vec<char>>], text: &[char]) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(0) };
    let fitting = part.iter().filter(|wording| text.starts_with(wording));
    fitting.filter_map(|wording| Some(wording.len() + length_of(rest, text.get(wording.len()..)?)?)).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;

    fn at(text: &str) -> Option<(u8, usize, bool)> {
        let form = form::newest();
        let heading = Headings::new(form).at(&key(text))?;
        Some((form.sections[heading.section].number, heading.length, heading.own))
    }

    #[test]
    fn headings_in_other_words_are_known_with_their_numeral() {
        for (text, number) in [
            ("五、存在的主要问题及整改措施", 5),
            ("五、存在的主要问题及下一步改进措施", 5),
            ("五、存在的主要问题和下步工作打算", 5),
            ("五、政府信息公开工作存在的问题与改进思路", 5),
            ("六、其他需报告的事项", 6),
            ("二、行政机关主动公开政府信息情况", 2),
            ("三、行政机关收到和处理政府信息公开申请情况", 3),
            ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4),
            ("一、政府信息公开工作总体情况", 1),
        ] {
            assert_eq!(at(text), Some((number, key(text).len(), true)), "{text}");
            assert_eq!(at(&format!("{text}本机关今年")), Some((number, key(text).len(), true)), "{text}");
        }
    }

    #[test]
    fn another_numeral_asks_for_the_wording_of_the_form() {
        assert_eq!(at("二、收到和处理政府信息公开申请情况"), Some((3, 16, false)));
        for text in ["三、主动公开工作情况", "四、政府信息公开申请情况", "七、存在的问题", "总体情况", "一、本年新收"]
        {
            assert_eq!(at(text), None, "{text}");
        }
    }
}
