use std::fmt::Write as _;

use super::*;
use crate::report::Value;
use crate::sample::{SampleOptions, generate};

fn reports() -> Vec<Report> {
    let options = SampleOptions { seed: 6, count: 60, slips_per_thousand: 0, ..SampleOptions::default() };
    generate(&options).map(|generated| generated.report).collect()
}

fn squeezed(text: &str) -> String {
    let plain = text.replace('(', "（").replace(')', "）").replace(',', "，");
    plain.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The numbers of a document's part, in their order; numbers within a word (`1.`) are none.
fn numbers(text: &str) -> Vec<String> {
    text.split_whitespace().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit())).map(String::from).collect()
}

fn part(text: &str, from: &str, to: &str) -> String {
    let (_, rest) = text.split_once(from).unwrap();
    rest.split_once(to).unwrap().0.to_owned()
}

fn values(report: &Report, table: usize) -> Vec<String> {
    let cells = report.lean.form.cells_of(table);
    cells.map(|cell| report.lean.cells.get(cell).number().unwrap().to_string()).collect()
}

#[test]
fn every_layout_shows_every_label_but_those_cut_around_their_numbers() {
    for report in reports().iter().take(4) {
        for layout in TextShape::ALL {
            let text = squeezed(&render(report, layout));
            for table in &report.lean.form.tables {
                for row in &table.rows {
                    let cut = layout == TextShape::Wrapped { values: Beside::Between };
                    assert!(cut || text.contains(&squeezed(&row.label.zh)), "{layout:?} {}", row.label.zh);
                }
                for column in table.columns.iter() {
                    assert!(text.contains(&squeezed(&column.label.zh)), "{layout:?} {}", column.label.zh);
                }
                for group in &table.groups {
                    assert!(text.contains(&squeezed(&group.label.zh)), "{layout:?} {}", group.label.zh);
                }
            }
        }
    }
}

#[test]
fn the_values_stand_in_the_order_of_the_form() {
    for report in &reports() {
        for layout in TextShape::ALL {
            let text = render(report, layout);
            let form = report.lean.form;
            let [two, three, four, five] =
                [2, 3, 4, 5].map(|number| form.sections.iter().find(|section| section.number == number).unwrap());
            let between = |from: &FormSection, to: &FormSection| {
                part(&text, &from.label.zh, &format!("{}、{}", to.numeral, to.label.zh))
            };
            if layout != (TextShape::PageBreak { extra_value: true }) {
                assert_eq!(numbers(&between(three, four)), values(report, 1), "{layout:?}");
            }
            assert_eq!(numbers(&between(four, five)), values(report, 2), "{layout:?}");
            let fee = values(report, 0).pop().unwrap();
            assert!(between(two, three).split_whitespace().any(|word| word == fee), "{layout:?} {fee}");
        }
    }
}

#[test]
fn rows_below_the_page_break_have_one_value_too_many() {
    let report = &reports()[5];
    let text = render(report, TextShape::PageBreak { extra_value: true });
    let counts: Vec<usize> = text
        .lines()
        .filter(|line| line.contains('\t'))
        .map(|line| numbers(line).len())
        .filter(|count| *count > 6)
        .collect();
    assert_eq!(counts[..2], [7, 7]);
    assert_eq!(counts[2..25], [8; 23]);
    assert_eq!(counts[25..], [15]);
    let title = report.narrative.title.as_ref().unwrap();
    assert_eq!(text.matches(title.as_str()).count(), 2);
}

#[test]
fn merged_cells_are_empty_fields_and_all_lines_of_a_table_are_equally_wide() {
    let text = render(&reports()[0], TextShape::Headings);
    let widths: Vec<usize> =
        text.lines().filter(|line| line.contains('\t')).map(|line| line.split('\t').count()).collect();
    assert_eq!(widths[..10], [4; 10]);
    assert_eq!(widths[10..14], [2; 4]);
    assert_eq!(widths[14..42], [10; 28]);
    assert_eq!(widths[42..], [15; 4]);
    assert!(text.lines().any(|line| line.starts_with("\t(三) 不予公开\t1. 属于国家秘密\t")));
    assert!(text.lines().any(|line| line.starts_with("3. 其他\t\t")));
}

#[test]
fn blanks_and_words_are_rendered_as_they_are() {
    let mut report = reports().remove(0);
    let cell = |id: &str| report.lean.form.cell(id).unwrap();
    let (blank, raw, missing) = (cell("requests/new/business"), cell("disclosure/licensing/decisions"), 1);
    report.lean.cells.set(blank, Value::Blank);
    report.lean.cells.set(raw, Value::Raw("5件"));
    let row: Vec<_> = report.lean.form.tables[1].cells_in_row(missing).collect();
    row.into_iter().for_each(|cell| report.lean.cells.set(cell, Value::Missing));
    for layout in TextShape::ALL {
        let text = render(&report, layout);
        assert!(text.contains("5件"));
        assert!(!text.contains("上年结转政府信息公开申请数量"));
    }
    let text = render(&report, TextShape::Tabbed);
    assert!(text.lines().any(|line| line.starts_with("一、") && line.contains("\t\t0\t")));
}

#[test]
fn words_and_numbers_are_cut_at_the_margin() {
    let mut shown = String::new();
    for line in printed::cut("全年共计 12345 条", 8) {
        write!(shown, "{line}|").unwrap();
    }
    assert_eq!(shown, "全年共计|12345 条|");
    assert_eq!(printed::spaced("共12件3.5万元"), "共 12 件 3.5 万元");
}
