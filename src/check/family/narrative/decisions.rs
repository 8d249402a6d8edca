//! Decisions that were shown to the public, as many as were made but for digits in another order: N-11.

use crate::base::glance::has_any;
use crate::check::facts::Facts;
use crate::check::facts::counts::Count;
use crate::check::facts::figures::Figures;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;

use super::counted::at;

/// What is decided, its row, and its name in English.
const ROWS: [(&str, &str, &str); 3] = [
    ("行政许可", "licensing", "administrative licences"),
    ("行政处罚", "penalties", "administrative penalties"),
    ("行政强制", "coercion", "administrative coercion"),
];
const SHOWN: [&str; 5] = ["公示", "公开", "公布", "发布", "归集"];
/// Of some of them, of another time, or of something else about them.
const NARROW: [&str; 14] =
    ["其中", "累计", "上年", "去年", "上半年", "下半年", "季度", "月", "事项", "依据", "案例", "典型", "类", "不予"];
/// So many digits at least.
const DIGITS: usize = 3;

/// Applies the rule: once for each row. Fewer may have been shown than made; 437 of 473 is a slip.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let report = facts.report();
    let figures = Figures::new(&report.lean);
    for (word, row, name) in ROWS {
        let cell = format!("disclosure/{row}/decisions");
        let Some(table) = figures.int(&cell) else { continue };
        let mut counts = facts.counted().iter().flat_map(|said| said.counts.iter().map(move |count| (said, count)));
        // Where the text has the number of the table too, the other is one of something else.
        if counts.clone().any(|(_, count)| count.value.as_int() == Some(table)) {
            continue;
        }
        let slip =
            counts.find(|(_, count)| is_shown(count, word) && count.value.as_int().is_some_and(|n| is_slip(n, table)));
        let Some((said, count)) = slip else { continue };
        let passage = at(report, said.section, count);
        if found.has_said(&[id::N_11], &passage) {
            continue;
        }
        let say = Say::default()
            .with("metric", word)
            .with("metric_en", name)
            .with("text", count.value)
            .with("table", table)
            .sides(count.value, crate::report::Number::int(table))
            .cells(figures.cells(&[&cell]))
            .at(passage);
        found.say(id::N_11, "differs", &format!("shown/{row}"), say);
    }
}

/// 公示行政处罚决定437件.
fn is_shown(count: &Count, word: &str) -> bool {
    let (label, named) = (count.label.as_str(), count.named());
    let alone = ROWS.iter().filter(|(other, ..)| named.contains(other)).count() == 1;
    let is_plain = count.exact && !count.bracketed && matches!(count.unit, "件" | "条" | "宗" | "项" | "件次");
    is_plain && alone && named.contains(word) && has_any(label, &SHOWN) && !has_any(&count.words(), &NARROW)
}

/// The same digits in another order.
fn is_slip(one: i64, other: i64) -> bool {
    let digits = |number: i64| {
        let mut digits: Vec<u8> = number.to_string().into_bytes();
        digits.sort_unstable();
        digits
    };
    one != other && digits(one).len() >= DIGITS && digits(one) == digits(other)
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::narrative::{raised, report};

    fn passages(text: &str) -> Vec<String> {
        let cells = [("penalties/decisions", "473"), ("licensing/decisions", "2186")];
        let found = raised(&report("青岚县水务局", 1, text, &cells));
        found.into_iter().filter(|(rule, _)| rule == "N-11").map(|(_, passage)| passage).collect()
    }

    #[test]
    fn digits_in_another_order_are_a_slip() {
        for (text, passage) in [
            ("全年公示行政处罚决定437件。", "437件"),
            ("按要求公开行政处罚信息347条。", "347条"),
            ("在网站公布行政处罚734件。", "734件"),
            ("及时公示行政许可决定2168件。", "2168件"),
            ("全年归集并公示行政许可2618件。", "2618件"),
            ("公开了1286件行政许可。", "1286件"),
        ] {
            assert_eq!(passages(text), [passage], "{text}");
        }
        for text in [
            "全年公示行政处罚决定473件。",
            "全年公示行政处罚决定412件。",
            "其中公示食品类行政处罚决定437件。",
            "公示行政处罚事项437项。",
            "累计公示行政处罚决定743件。",
            "公示行政许可和行政处罚信息437条。",
            "作出行政处罚473件，公示行政处罚决定437件。",
            "公布典型案例437件。",
        ] {
            assert_eq!(passages(text), [""; 0], "{text}");
        }
    }
}
