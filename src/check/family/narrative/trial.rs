//! What only the tables of the trial form hold, as the text gives it: purchases, and how many matters there are (N-11).

use crate::base::glance::has_any;
use crate::check::facts::Facts;
use crate::check::facts::counts::{Count, Counted};
use crate::check::facts::figures::Figures;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::form::Cell;
use crate::report::Number;

use super::counted::at;

/// A number of the text, and what the table has for it.
struct Against<'a> {
    said: &'a Counted,
    count: &'a Count,
    name: Name,
    table: Number,
    cells: Vec<Cell>,
}

/// Applies the rule: once for each row.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let report = facts.report();
    let figures = Figures::new(&report.lean);
    if figures.cell(ITEMS).is_none() {
        return;
    }
    let mut done: Vec<&str> = Vec::new();
    for said in facts.counted() {
        let bought = said.counts.iter().enumerate().filter_map(|(at, _)| purchases(said, at, figures));
        let matters = said.counts.windows(2).filter_map(|pair| matters(said, pair, figures));
        for against in bought.chain(matters.flatten()) {
            if against.count.value == against.table || done.contains(&against.name.1) {
                continue;
            }
            done.push(against.name.1);
            let say = Say::default()
                .with("metric", against.name.0)
                .with("metric_en", against.name.1)
                .with("text", against.count.value)
                .with("table", against.table)
                .sides(against.count.value, against.table)
                .cells(against.cells)
                .at(at(report, against.said.section, against.count));
            found.say(id::N_11, "differs", against.name.1, say);
        }
    }
}

const ITEMS: &str = "disclosure/procurement/items";
const AMOUNT: &str = "disclosure/procurement/amount";
/// Of some purchases, or of another time.
const NARROW: [&str; 9] = ["其中", "上年", "去年", "同比", "较", "网上", "节约", "预算", "工程"];

/// `集中采购项目263个`, `采购总金额18452.37万元`.
fn purchases<'a>(said: &'a Counted, at: usize, figures: Figures<'_>) -> Option<Against<'a>> {
    let count = said.counts.get(at)?;
    let is_of_purchases = |count: &Count| count.label.contains("集中采购");
    let before = at.checked_sub(1).and_then(|before| said.counts.get(before));
    let narrow = has_any(&count.label, &NARROW) || !count.exact || count.bracketed;
    let sum = ["采购总金额", "采购金额", "采购总额"].iter().any(|end| count.label.ends_with(end));
    let behind = matches!(count.label.as_str(), "总金额" | "金额" | "采购总金额" | "采购金额")
        && before.is_some_and(is_of_purchases);
    let is_amount = count.unit == "万元" && ((sum && is_of_purchases(count)) || behind);
    let is_items = matches!(count.unit, "个" | "项") && count.label.ends_with("采购项目") && is_of_purchases(count);
    let (id, name) = match (is_items, is_amount) {
        (true, _) => (ITEMS, ("政府集中采购项目", "purchases")),
        (_, true) => (AMOUNT, ("政府集中采购总金额", "amount of purchases")),
        _ => return None,
    };
    let table = figures.number(id).filter(|_| !narrow)?;
    Some(Against { said, count, name, table, cells: figures.cells(&[id]) })
}

/// What a number is called in both languages.
type Name = (&'static str, &'static str);

/// How many matters of a row there were, and are.
struct Matters {
    word: &'static str,
    row: &'static str,
    then: Name,
    now: Name,
}

const MATTERS: [Matters; 3] = [
    Matters {
        word: "行政许可事项由",
        row: "licensing",
        then: ("上一年行政许可项目", "licences before"),
        now: ("行政许可项目", "licences now"),
    },
    Matters {
        word: "行政处罚事项由",
        row: "penalties",
        then: ("上一年行政处罚项目", "penalties before"),
        now: ("行政处罚项目", "penalties now"),
    },
    Matters {
        word: "行政强制事项由",
        row: "coercion",
        then: ("上一年行政强制项目", "coercion before"),
        now: ("行政强制项目", "coercion now"),
    },
];

/// `行政许可事项由15项减少到13项`: how many there were before, and are now.
fn matters<'a>(said: &'a Counted, pair: &'a [Count], figures: Figures<'_>) -> Option<[Against<'a>; 2]> {
    const TO: [&str; 12] =
        ["减至", "减少到", "减少至", "减为", "降至", "压减到", "压减至", "增至", "增加到", "增加至", "增为", "调整为"];
    let [before, now] = pair else { return None };
    let moves = before.label.ends_with('由') && before.unit == "项" && now.unit == "项" && now.lead.is_empty();
    let to = now.stop.is_none() && TO.contains(&now.label.as_str());
    let matters = MATTERS.iter().find(|known| moves && to && before.label.ends_with(known.word))?;
    let row = matters.row;
    let (then_id, change_id) = (format!("disclosure/{row}/previous"), format!("disclosure/{row}/change"));
    let (previous, change) = (figures.number(&then_id)?, figures.number(&change_id)?);
    let both = figures.cells(&[&then_id, &change_id]);
    Some([
        Against { said, count: before, name: matters.then, table: previous, cells: figures.cells(&[&then_id]) },
        Against { said, count: now, name: matters.now, table: previous.checked_add(change)?, cells: both },
    ])
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::narrative::{raised, report};
    use crate::form;
    use crate::report::{Cells, Report, Value};

    fn trial(text: &str) -> Vec<(String, String)> {
        let Report { mut lean, narrative } = report("青岚县水务局", 1, text, &[]);
        lean.form = form::editions().iter().find(|form| form.cell(super::ITEMS).is_some()).unwrap();
        lean.cells = Cells::missing(lean.form);
        for (id, value) in [
            (super::ITEMS, 236),
            (super::AMOUNT, 1840),
            ("disclosure/licensing/previous", 15),
            ("disclosure/licensing/change", -2),
            ("disclosure/normative/made", 5),
        ] {
            lean.cells.set(lean.form.cell(id).unwrap(), Value::int(value));
        }
        let mut found = raised(&Report { lean, narrative });
        found.retain(|(rule, _)| matches!(rule.as_str(), "N-10" | "N-11"));
        found
    }

    #[test]
    fn what_only_the_trial_form_has_is_held_against_the_text() {
        for (text, rule, passage) in [
            ("全年集中采购项目263个。", "N-11", "263个"),
            ("政府集中采购项目236个，总金额1480万元。", "N-11", "1480万元"),
            ("行政许可事项由15项减少到12项。", "N-11", "12项"),
            ("行政许可事项由16项减少到13项。", "N-11", "16项"),
            ("本年新制作规范性文件6件。", "N-10", "6件"),
        ] {
            assert_eq!(trial(text), [(rule.to_owned(), passage.to_owned())], "{text}");
        }
        for text in [
            "全年集中采购项目236个，采购总金额1840万元。",
            "行政许可事项由15项减少到13项。",
            "其中网上集中采购项目120个。",
            "上年集中采购项目263个。",
            "采购总金额960万元的装备已经公示。",
            "行政许可事项由15项减少到13项，办理时限由20个工作日减少到12个工作日。",
            "本年新制作规范性文件5件。",
        ] {
            assert_eq!(trial(text), [], "{text}");
        }
    }
}
