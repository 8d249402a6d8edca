use super::*;
use proptest::prelude::*;

fn figure(text: &str) -> (String, Class, String, Range) {
    let chars: Vec<char> = text.chars().collect();
    let at = chars.iter().position(|c| c.is_ascii_digit() || "一二三四五六七八九十两廿百零".contains(*c)).unwrap();
    let figure = read(&chars, at).unwrap();
    (figure.value.to_string(), figure.class, figure.unit.to_owned(), figure.range)
}

#[test]
fn the_many_ways_of_writing_a_count() {
    for (text, value, unit, range) in [
        ("5件", "5", "件", Range::Exact),
        ("1,251条", "1251", "条", Range::Exact),
        ("1 286件", "1286", "件", Range::Exact),
        ("3 052 100条", "3052100", "条", Range::Exact),
        ("1.2万余条", "12000", "条", Range::AtLeast),
        ("3万条", "30000", "条", Range::Exact),
        ("三件", "3", "件", Range::Exact),
        ("十二件", "12", "件", Range::Exact),
        ("一百零五件", "105", "件", Range::Exact),
        ("廿三件", "23", "件", Range::Exact),
        ("两千余条", "2000", "条", Range::AtLeast),
        ("三万二千条", "32000", "条", Range::Exact),
        ("一百一十件", "110", "件", Range::Exact),
        ("近500条", "500", "条", Range::About),
        ("超过20件", "20", "件", Range::AtLeast),
        ("30件左右", "30", "件", Range::About),
        ("10余件", "10", "件", Range::AtLeast),
        ("零件", "0", "件", Range::Exact),
    ] {
        assert_eq!(figure(text), (value.to_owned(), Class::Count, unit.to_owned(), range), "{text}");
    }
}

#[test]
fn money_per_cent_and_years() {
    assert_eq!(figure("0.35万元").1, Class::Money);
    assert_eq!(figure("0.35万元").2, "万元");
    assert_eq!(figure("300元").2, "元");
    for text in ["1.05%", "百分之三", "百分之百"] {
        assert_eq!(figure(text).1, Class::Percent, "{text}");
    }
    for text in ["2023年", "二零二三年"] {
        assert_eq!((figure(text).0, figure(text).1), ("2023".to_owned(), Class::Year), "{text}");
    }
}

#[test]
fn what_is_no_count() {
    for text in [
        "第36条",
        "第三十六条",
        "〔2019〕60号",
        "0398-2933333",
        "20个工作日",
        "12月31日",
        "3至5件",
        "12 52件",
        "2023 152件",
        "1 286 5件",
        "0 286件",
        "1-3件",
        "711号",
        "每一件",
        "二三件",
        "数十件",
        "5个月",
        "3.5个百分点",
        "1，251条件中251条",
        "5 0 0",
    ] {
        let class = figure(text).1;
        assert!(
            !matches!(class, Class::Count | Class::Money | Class::Percent) || text.contains('，'),
            "{text}: {class:?}"
        );
    }
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in "[0-9一二十百千万零两,.%件条余元年月第〔〕 -]{0,30}") {
        let chars: Vec<char> = text.chars().collect();
        for at in 0..chars.len() {
            if let Some(figure) = read(&chars, at) {
                prop_assert!(figure.end > at && figure.end <= chars.len());
            }
        }
    }

    #[test]
    fn numerals_in_words_are_read_back(number in 1_i64..99_999) {
        let words: Vec<char> = words(number).chars().collect();
        prop_assert_eq!(value(&words), Some(number));
    }
}

/// A number in words, written independently of the reader.
fn words(number: i64) -> String {
    if number >= 10_000 {
        let rest = number % 10_000;
        let tail = if rest == 0 { String::new() } else { words(rest) };
        let zero = if rest > 0 && rest < 1000 { "零" } else { "" };
        return format!("{}万{zero}{tail}", words(number / 10_000));
    }
    for (unit, sign) in [(1000, '千'), (100, '百'), (10, '十')] {
        if number >= unit {
            let rest = number % unit;
            let tail = if rest == 0 { String::new() } else { words(rest) };
            let zero = if rest > 0 && rest < unit / 10 { "零" } else { "" };
            return format!("{}{sign}{zero}{tail}", words(number / unit));
        }
    }
    "零一二三四五六七八九".chars().nth(usize::try_from(number).unwrap()).unwrap().to_string()
}
