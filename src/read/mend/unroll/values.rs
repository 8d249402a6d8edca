//! Where the values behind a label end, in a text that goes on without a break.

use crate::read::spelling::normalise::{is_closing, is_note_sign, is_opening};

/// A note behind a number is not longer than this.
const MAX_NOTE: usize = 40;

pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn is_unit(c: char) -> bool {
    "元万亿件条次份宗项个笔".contains(c)
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || c == '|'
}

fn is_dash(c: char) -> bool {
    "/／\\-－–—―−─".contains(c)
}

/// Where the values end that begin at `from`, if there are any before `limit`; the next label begins at `limit`, or
/// where nobody knows. A digit before a point is the ordinal of what follows, four before 年 are a year.
pub(super) fn end(text: &str, from: usize, limit: usize) -> Option<usize> {
    let run = text.get(from..limit)?;
    let mut end = 0;
    let mut digits = 0;
    let mut rest = run;
    while let Some(c) = rest.chars().next() {
        let at = run.len() - rest.len();
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let next = after.chars().next();
        let follows = |c: Option<char>| c.is_none_or(|c| is_gap(c) || is_digit(c) || is_dash(c));
        let mut length = c.len_utf8();
        if is_digit(c) {
            digits += 1;
            end = at + length;
        } else if is_gap(c) {
            digits = 0;
        } else if ".,．，".contains(c) && digits > 0 && next.is_some_and(is_digit) {
            end = at + length;
        } else if is_dash(c)
            || is_note_sign(c) && digits > 0
            || "+＋增减".contains(c) && next.is_some_and(is_digit)
            || c == '无' && follows(next)
        {
            end = at + length;
            digits = 0;
        } else if is_unit(c) && digits > 0 {
            let units = rest.find(|c| !is_unit(c)).unwrap_or(rest.len());
            let behind = rest.get(units..).unwrap_or_default().chars().next();
            if !(follows(behind) || behind.is_some_and(is_opening)) {
                break;
            }
            length = units;
            end = at + length;
            digits = 0;
        } else if let Some(note) = note(rest).filter(|_| end == at && at > 0) {
            length = note;
            end = at + length;
            digits = 0;
        } else {
            end = behind(run, end, digits, c);
            break;
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    let found = run.get(..end).is_some_and(|run| run.contains(|c| is_digit(c) || is_dash(c) || c == '无'));
    found.then_some(from + end)
}

/// Where values end if `c` follows their last digits: those of an ordinal or a year are not theirs.
fn behind(run: &str, end: usize, digits: usize, c: char) -> usize {
    let theirs = match c {
        '.' | '．' | '、' => 1,
        '年' if digits >= 4 => 4,
        _ => 0,
    };
    let values = run.get(..end).unwrap_or_default();
    let cut = values.char_indices().rev().take(theirs.min(digits)).last();
    cut.map_or(end, |(at, _)| at)
}

/// The length of a bracket that is a note to the number before it: `（其中修订16件）`, `【注1】`. Everything else in
/// brackets is a label's.
fn note(text: &str) -> Option<usize> {
    text.chars().next().filter(|c| is_opening(*c))?;
    let (close, c) = text.char_indices().take(MAX_NOTE).find(|(_, c)| is_closing(*c))?;
    let inner = text.get(..close)?.trim_start_matches(is_opening);
    let words = ["其中", "含", "注", "包括", "同比", "修订", "较上年", "比上年", "见"];
    let begins = words.iter().any(|word| inner.starts_with(word)) || inner.contains("其中") || inner.contains("不含");
    begins.then_some(close + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_end_where_the_next_label_begins() {
        for (text, values) in [
            ("65537010400796二、上年", "65537010400796"),
            ("0 0 0 0 0 002.其他", "0 0 0 0 0 00"),
            ("20 0 0 0 02 （三）不予", "20 0 0 0 02"),
            ("707.4404 三、收到", "707.4404"),
            ("0.37万元", "0.37万元"),
            ("2笔 984361元", "2笔 984361元"),
            ("02024年，主动", "0"),
            ("12件，其中", "12"),
            ("011（二）部分公开", "011"),
            ("22（其中修订16件） 0 本", "22（其中修订16件） 0"),
            ("— / 无 5", "— / 无 5"),
            ("+10 减3", "+10 减3"),
            ("1,234 5", "1,234 5"),
            ("|0|0||17|总", "|0|0||17"),
        ] {
            assert_eq!(end(text, 0, text.len()), Some(values.len()), "{text}");
        }
        for text in ["件", "（一）", "", " ", "无法提供", "2024年"] {
            assert_eq!(end(text, 0, text.len()), None, "{text}");
        }
    }
}
