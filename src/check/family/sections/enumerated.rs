//! Lists in prose, in whatever way they are numbered: 一是, （一）, 1., ①, 第一, 首先; and counts: 三个方面的问题.

use std::ops::Range;

use crate::base::han::rare;

const NUMERALS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
const CIRCLED: [char; 9] = ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨'];

/// How a list is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// 一是.
    Is,
    /// （一）.
    Bracketed,
    /// 一、.
    Pause,
    /// 1. or 1、.
    Digit,
    /// （1）.
    BracketedDigit,
    /// ①.
    Circled,
    /// 第一，.
    Ordinal,
}

const STYLES: [Style; 7] =
    [Style::Is, Style::Bracketed, Style::Pause, Style::Digit, Style::BracketedDigit, Style::Circled, Style::Ordinal];

/// One list: where it begins, and how many items it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Enumerated {
    pub(crate) at: usize,
    /// After its first mark.
    pub(crate) end: usize,
    pub(crate) count: usize,
}

/// The lists of a text, for each way of numbering; none for one that is out of order.
pub(super) fn lists(text: &str) -> Vec<Vec<Enumerated>> {
    let marks: Vec<(Style, Range<usize>, usize)> = marks(text);
    STYLES.iter().filter_map(|style| of_style(*style, &marks)).filter(|lists| !lists.is_empty()).collect()
}

fn of_style(style: Style, marks: &[(Style, Range<usize>, usize)]) -> Option<Vec<Enumerated>> {
    let mut lists: Vec<Enumerated> = Vec::new();
    for (_, place, number) in marks.iter().filter(|(known, _, _)| *known == style) {
        match lists.last_mut() {
            _ if *number == 1 => lists.push(Enumerated { at: place.start, end: place.end, count: 1 }),
            Some(last) if *number == last.count + 1 => last.count = *number,
            _ => return None,
        }
    }
    Some(lists)
}

fn marks(text: &str) -> Vec<(Style, Range<usize>, usize)> {
    let is_before = |c: char| matches!(c, '。' | '；' | '：' | '，' | '、' | '！' | '\n' | ';' | ':' | ',' | '）');
    let begins = rare(text).filter(|(_, c)| is_before(*c)).map(|(at, c)| at + c.len_utf8());
    let marked = [0].into_iter().chain(begins).filter_map(|at| {
        let (style, length, number) = mark(text.get(at..)?)?;
        Some((style, at..at + length, number))
    });
    marked.collect()
}

/// The mark that a text begins with: its style, its length and its number.
fn mark(text: &str) -> Option<(Style, usize, usize)> {
    let mut chars = text.chars();
    let (first, second, third) = (chars.next()?, chars.next()?, chars.next());
    let length = |count: usize| text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    let numeral = |c: char| NUMERALS.iter().position(|known| *known == c).map(|at| at + 1);
    let digit = |c: char| c.to_digit(10).filter(|digit| *digit > 0).and_then(|digit| usize::try_from(digit).ok());
    if let Some(number) = CIRCLED.iter().position(|known| *known == first) {
        return Some((Style::Circled, first.len_utf8(), number + 1));
    }
    match (first, second, third) {
        (_, '是', _) => Some((Style::Is, length(2), numeral(first)?)),
        ('（', _, Some('）')) => match numeral(second) {
            Some(number) => Some((Style::Bracketed, length(3), number)),
            None => Some((Style::BracketedDigit, length(3), digit(second)?)),
        },
        ('第', _, Some('，' | '、' | '：' | ',')) => Some((Style::Ordinal, length(3), numeral(second)?)),
        (_, '、', _) if numeral(first).is_some() => Some((Style::Pause, length(2), numeral(first)?)),
        // 1.5万条 is no item; 2.2023年… is one.
        (_, '.' | '、' | '．', next) if next.is_none_or(|c| !c.is_ascii_digit()) || is_year(text) => {
            Some((Style::Digit, length(2), digit(first)?))
        }
        _ => None,
    }
}

/// Does a year stand behind the first two characters?
fn is_year(text: &str) -> bool {
    let mut behind = text.chars().skip(2);
    behind.by_ref().take(4).filter(char::is_ascii_digit).count() == 4 && behind.next() == Some('年')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_found_in_whatever_way_they_are_numbered() {
        for text in [
            "问题：一是甲；二是乙。措施：一是丙。",
            "问题：1.甲；2.乙。措施：1.丙。",
            "（一）甲。（二）乙。\n（一）丙。",
            "问题：①甲；②乙。措施：①丙。",
            "问题：第一，甲。第二，乙。措施：第一，丙。",
            "问题：（1）甲；（2）乙。措施：（1）丙。",
            "问题：1.甲；2.2023年乙。措施：1.2024年丙。",
        ] {
            let all = lists(text);
            let counts: Vec<Vec<usize>> =
                all.iter().map(|lists| lists.iter().map(|list| list.count).collect()).collect();
            assert_eq!(counts, [[2, 1]], "{text}");
        }
        assert_eq!(lists("一是甲；三是乙。"), Vec::<Vec<Enumerated>>::new());
        assert_eq!(lists("公开信息1.5万条，统一是必要的。"), Vec::<Vec<Enumerated>>::new());
    }
}
