//! One spelling for what is written in many: texts for comparing labels, numbers as offices write them.

use unicode_normalization::UnicodeNormalization;

use crate::read::document::block::{is_invisible, trim};
use crate::report::{Number, Value};

/// The characters of a text that count when labels are compared: NFKC, letters and digits only.
pub(in crate::read) fn key(text: &str) -> Vec<char> {
    let mut key = Vec::with_capacity(text.len() / 2);
    for c in text.chars() {
        match alone(c) {
            Some(UNCOUNTED) => {}
            Some(c) => key.push(c),
            None => return text.nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect(),
        }
    }
    key
}

/// Stands for what does not count in a key.
const UNCOUNTED: char = ' ';

/// What a character becomes in a key, as far as that is certain whatever stands beside it: for nearly all that reports
/// are written in no table of Unicode need be asked.
fn alone(c: char) -> Option<char> {
    match c {
        'a'..='z' | '0'..='9' | '\u{4E00}'..='\u{9FFF}' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        '\0'..='\x7F' => Some(UNCOUNTED),
        // As wide as a character of Han.
        '\u{FF01}'..='\u{FF5E}' => alone(char::from_u32(u32::from(c) - 0xFEE0)?),
        '\u{A0}' | '·' | '–'..='―' | '‘'..='‟' | '…' | '\u{3000}'..='。' | '〈'..='】' | '〔' | '〕' => {
            Some(UNCOUNTED)
        }
        _ => None,
    }
}

/// The number a text is, if it is one and nothing else: `5`, `５`, `1,234`, `0.37`, `-11`.
///
/// Full-width digits are replaced one by one and not by NFKC, which would turn a footnote mark into a digit (`5²`).
pub(in crate::read) fn number(text: &str) -> Option<Number> {
    let text = trim(text);
    let may_stand = |c: char| matches!(plain(c), '0'..='9' | '.' | ',' | '-') || is_invisible(c);
    if text.len() > 64 || !text.chars().all(may_stand) {
        return None;
    }
    let text: String = text.chars().filter(|&c| !is_invisible(c)).map(plain).collect();
    Number::parse(&without_separators(&text)?)
}

fn plain(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        // Digits of mathematics, in each of their styles.
        '\u{1D7CE}'..='\u{1D7FF}' => char::from_digit((u32::from(c) - 0x1D7CE) % 10, 10).unwrap_or(c),
        '．' => '.',
        '，' => ',',
        '－' | '−' => '-',
        _ => c,
    }
}

/// Takes thousands separators away where they stand between groups of three digits; `None` where they do not.
fn without_separators(text: &str) -> Option<String> {
    if !text.contains(',') {
        return Some(text.to_owned());
    }
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default().trim_start_matches('-');
    let regular = (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3);
    let whole = whole.replace(',', "");
    regular.then(|| fraction.map_or(whole.clone(), |fraction| format!("{whole}.{fraction}")))
}

/// A number in Chinese numerals, up to 99: `零`, `〇`, `三`, `十二`.
pub(in crate::read) fn spelled(text: &str) -> Option<Number> {
    let digit = |c: char| "〇一二三四五六七八九".chars().position(|known| known == c);
    let value = |text: &str| {
        let mut chars = text.chars();
        let value = chars.next().and_then(digit);
        value.filter(|_| chars.next().is_none())
    };
    let text = trim(text);
    let number = match text.split_once('十') {
        _ if text == "零" => 0,
        None => value(text)?,
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { value(tens).filter(|tens| *tens > 0)? };
            tens * 10 + if ones.is_empty() { 0 } else { value(ones).filter(|ones| *ones > 0)? }
        }
    };
    Number::parse(&number.to_string())
}

/// What programs write for a blank cell.
pub(in crate::read) fn is_written_blank(text: &str) -> bool {
    matches!(trim(text), "nan" | "NaN" | "NAN" | "None" | "null" | "NULL" | "NaT" | "<NA>" | "#N/A")
}

/// A number with a sign, as the change to another year is written: `+3`, `增加3`, `减3`, `-3`.
pub(in crate::read) fn signed(text: &str) -> Option<Number> {
    let text = trim(text);
    let plus = ["+", "＋", "增加", "增"].into_iter().find_map(|sign| text.strip_prefix(sign));
    let minus = ["减少", "减"].into_iter().find_map(|sign| text.strip_prefix(sign));
    let bare = plus.or(minus).unwrap_or(text);
    let number = number(bare).filter(|number| bare.len() == text.len() || !number.is_negative())?;
    if minus.is_some() { Number::ZERO.checked_sub(number) } else { Some(number) }
}

/// A number with something about it, which makes it no number any more, and still a value: `30件`, `0.37万元`, `+5`,
/// `减3`, `22（其中修订16件）`.
pub(in crate::read) fn is_written_number(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let bare = text.trim_start_matches(['+', '＋', '-', '－', '−', '增', '减', '约', '加', '少']);
    let sign = text.len() - bare.len();
    let rest = bare.trim_start_matches(|c: char| is_digit(c) || ".,，．".contains(c));
    if sign > 9 || !bare.starts_with(is_digit) || bare.len() - rest.len() > 40 {
        return false;
    }
    let words = rest.trim_start_matches(['件', '元', '万', '条', '次', '份', '宗', '项', '个', '余', '多', '亿']);
    match words.chars().next() {
        None => rest.chars().count() <= 3 && (sign > 0 || !rest.is_empty()),
        Some(first) if is_opening(first) => words.ends_with(is_closing) && words.chars().count() <= 30,
        Some(_) => words.chars().count() <= 3 && words.chars().all(is_note_sign),
    }
}

/// A bracket that may open a note behind a number.
pub(in crate::read) fn is_opening(c: char) -> bool {
    "（(【[［〔".contains(c)
}

/// A bracket that may close one.
pub(in crate::read) fn is_closing(c: char) -> bool {
    "）)】]］〕".contains(c)
}

/// A sign that points to a note: `①`, `*`, `²`.
pub(in crate::read) fn is_note_sign(c: char) -> bool {
    matches!(c, '①'..='⑳' | '¹' | '²' | '³' | '⁴'..='⁹' | '*' | '＊' | '※' | '†')
}

/// A word for "nothing" that stands where a number would: `无`.
pub(in crate::read) fn is_word_for_nothing(text: &str) -> bool {
    text.contains(char::is_alphabetic) && Value::Raw(text).is_blank_mark()
}

/// `/`, `-`, `—` …: a mark for "nothing" without a letter in it.
pub(in crate::read) fn is_mark(text: &str) -> bool {
    !text.contains(char::is_alphanumeric) && Value::Raw(text).is_blank_mark()
}

/// A digit or a Chinese numeral, as they stand before a label.
pub(in crate::read) fn is_ordinal(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十".contains(c)
}

/// What stands above a table or below it, and is no part of it: its number (`表3`, `续表 2`), its unit (`单位：件`), a
/// note (`注：不含 4 件`).
pub(in crate::read) fn is_caption(text: &str) -> bool {
    if text.len() > 600 {
        return false;
    }
    let bare = text.trim_matches(|c: char| c.is_whitespace() || is_opening(c) || is_closing(c) || is_note_sign(c));
    let numbered = ["续表", "附表", "表"].iter().find_map(|word| bare.strip_prefix(word)).is_some_and(|rest| {
        rest.trim_start().starts_with(|c: char| is_ordinal(c) || ('０'..='９').contains(&c))
            && rest.chars().count() < 40
    });
    let unit = bare.strip_prefix("单位").and_then(|rest| rest.trim_start().strip_prefix(['：', ':']));
    let is_unit = |text: &str| matches!(text.trim(), "件" | "万元" | "件次" | "条" | "个" | "宗");
    numbered || unit.is_some_and(|units| units.split(['、', '，', ',', '/', '／']).all(is_unit)) || is_note(bare)
}

/// `注：…`, `备注1：…`, `说明：…`
pub(in crate::read) fn is_note(text: &str) -> bool {
    let rest = ["备注", "附注", "注释", "说明", "注"].iter().find_map(|word| text.strip_prefix(word));
    let rest = rest.map(|rest| rest.trim_start().trim_start_matches(is_ordinal));
    rest.is_some_and(|rest| rest.starts_with(['：', ':', '．', '、']) && rest.chars().nth(2).is_some())
}

/// The number a page carries, alone on its line: `- 5 -`, `— 5 —`, `第 5 页`, `第5页 共9页`, `5/9`.
pub(in crate::read) fn is_page_number(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let text: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    let is_dash = |c: char| "-—–―−·~".contains(c);
    let bare = text.trim_matches(is_dash);
    let digits = |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits(bare) {
        return text.starts_with(is_dash) && text.ends_with(is_dash);
    }
    if let Some((page, pages)) = bare.split_once('/') {
        return digits(page) && digits(pages);
    }
    let rest = bare.strip_prefix('第').and_then(|rest| rest.split_once('页'));
    rest.is_some_and(|(page, rest)| digits(page) && rest.chars().all(|c| "共页/,,()".contains(c) || c.is_ascii_digit()))
}

/// How many characters must be changed, added or removed; `None` if more than `limit`.
pub(in crate::read) fn distance(left: &[char], right: &[char], limit: usize) -> Option<usize> {
    if left.len().abs_diff(right.len()) > limit {
        return None;
    }
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut diagonal = i;
        let mut before = i + 1;
        if let Some(first) = row.first_mut() {
            *first = before;
        }
        for (b, slot) in right.iter().zip(row.iter_mut().skip(1)) {
            let cost = (diagonal + usize::from(a != b)).min(before + 1).min(*slot + 1);
            diagonal = std::mem::replace(slot, cost);
            before = cost;
        }
    }
    row.last().copied().filter(|&cost| cost <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_ignore_width_spaces_and_punctuation() {
        assert_eq!(key("（七） 总　计"), key("(七)总计"));
        assert_eq!(key("危及“三安全一稳定”"), key("危及三安全一稳定"));
        assert_eq!(key("１．⾏政许可"), key("1.行政许可"));
    }

    #[test]
    fn what_becomes_of_a_character_alone_is_what_unicode_says() {
        use unicode_normalization::{IsNormalized, is_nfkc_quick};
        let by_unicode = |c: char| -> Vec<char> {
            std::iter::once(c).nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        for c in ('\0'..=char::MAX).filter(|c| alone(*c).is_some()) {
            let counting: Vec<char> = alone(c).into_iter().filter(|c| *c != UNCOUNTED).collect();
            assert_eq!(counting, by_unicode(c), "{c:?}");
            // Nothing becomes one with what stands before it.
            assert!(std::iter::once(c).nfkc().all(|c| is_nfkc_quick(std::iter::once(c)) == IsNormalized::Yes), "{c:?}");
        }
        assert!("本年新收（件）：Ａ１，、“三公”".chars().all(|c| alone(c).is_some()));
        assert!("e\u{301}①㈠ﬁ\u{338}가".chars().skip(1).all(|c| alone(c).is_none()));
        assert_eq!(key("e\u{301}①"), ['é', '1']);
    }

    #[test]
    fn numbers_are_read_only_where_they_are_numbers() {
        for (text, value) in [
            ("５", "5"),
            ("1,234", "1234"),
            ("１，２３４", "1234"),
            (" 0.37\u{a0}", "0.37"),
            ("－11", "-11"),
            ("12\u{200B}", "12"),
        ] {
            assert_eq!(number(text).unwrap().to_string(), value, "{text}");
        }
        for text in ["5²", "5件", "1,2", "0,000", "1,2345", "1 2", "251000元", "", "-", "①", "+5", "1."] {
            assert!(number(text).is_none(), "{text}");
        }
    }

    #[test]
    fn captions_are_told_from_labels() {
        for text in [
            "表3",
            "续表 3",
            "（续表二）",
            "表3 收到和处理情况",
            "单位：件",
            "（单位:件、万元）",
            "注：不含 4 件",
            "备注1：甲乙",
        ] {
            assert!(is_caption(text), "{text}");
        }
        for text in ["表彰 3 件", "单位：万件", "注册 3 件", "说明", "3.其他", "", "总计"] {
            assert!(!is_caption(text), "{text}");
        }
    }

    #[test]
    fn numbers_with_words_or_signs_are_values_and_no_numbers() {
        for text in [
            "30件",
            "251000元",
            "0.37万元",
            "+1036",
            "减3",
            "22（其中修订16件）",
            "约５件",
            "5²",
            "5【注1】",
            "8①",
            "7*",
        ] {
            assert!(is_written_number(text) && number(text).is_none(), "{text}");
        }
        for text in ["5", "1.", "1.属于", "2、", "件", "2023年", "（5）", "5月", "3其他", "5①其他", "5****"]
        {
            assert!(!is_written_number(text), "{text}");
        }
        for (text, value) in [("+1036", 1036), ("减3", -3), ("-11", -11), ("增加2", 2), ("5", 5)] {
            assert_eq!(signed(text).and_then(|number| number.as_int()), Some(value), "{text}");
        }
        for text in ["减-3", "+", "减", "3件", "/", "++3"] {
            assert_eq!(signed(text), None, "{text}");
        }
    }

    #[test]
    fn page_numbers() {
        for text in ["- 5 -", "—12—", "第 5 页", "第5页 共9页", "－ 5 －", "3 / 12"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["5", "-5", "5-", "- 5 5 - 0", "规章 - 5 -", "第二十条第（五）项", "-"] {
            assert!(!is_page_number(text), "{text}");
        }
    }

    #[test]
    fn distances() {
        let far = |a: &str, b: &str| distance(&key(a), &key(b), 9);
        assert_eq!(far("本年度止件数", "本年废止件数"), Some(1));
        assert_eq!(far("行政法复议", "行政复议"), Some(1));
        assert_eq!(far("", "行政"), Some(2));
        assert_eq!(far("行政", "行政"), Some(0));
        assert_eq!(distance(&key("行政许可"), &key("公开"), 1), None);
    }
}
