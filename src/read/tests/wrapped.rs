//! Numbers whose digits are torn apart by narrow cells: the sums of the row say what is one number.

use super::written::*;
use super::*;

/// A report whose rows of table 三 are written otherwise.
fn with_row(new: &str) -> Report {
    let text = written(Style::Tabs, |_| "0".to_owned());
    let at = text.find("一、本年新收").unwrap();
    let (before, row) = text.split_at(at);
    let (_, after) = row.split_at(row.find('\n').unwrap());
    read_text(&format!("{before}一、本年新收政府信息公开申请数量\t{new}{after}"))
}

fn doubted(report: &Report) -> Vec<(Option<i64>, bool)> {
    let named: Vec<&str> =
        report.narrative.remarks.iter().filter_map(|m| m.cell.as_ref().map(SafeText::as_str)).collect();
    ["natural", "business", "research", "welfare", "legal", "other", "total"]
        .iter()
        .map(|column| {
            let id = format!("requests/new/{column}");
            let cell = report.lean.form.cell(&id).unwrap();
            let number = report.lean.cells.get(cell).number().and_then(|number| number.as_int());
            (number, named.contains(&&*id))
        })
        .collect()
}

#[test]
fn what_the_sums_confirm_is_one_number_with_a_remark() {
    let whole = [2147, 1702, 276, 99, 457, 129, 4810].map(Some);
    for written in [
        "214 7\t1702\t276\t99\t457\t12 9\t48 10",
        "214\t7\t1702\t276\t99\t457\t12\t9\t48\t10",
        "2147\t1702\t276\t99\t457\t129\t4 8 1 0",
    ] {
        let read = doubted(&with_row(written));
        assert_eq!(read.iter().map(|cell| cell.0).collect::<Vec<_>>(), whole, "{written}");
        assert!(read[6].1, "{written}");
    }
}

#[test]
fn what_nothing_confirms_is_no_number_and_has_a_remark() {
    // The sum of the row is another one.
    let read = doubted(&with_row("2147\t1702\t276\t99\t457\t129\t48 11"));
    assert_eq!(read[6], (None, true));
    assert_eq!(read[0], (Some(2147), false));
    let read = doubted(&with_row("214\t7\t1702\t276\t99\t457\t12\t9\t48\t11"));
    assert!(read.iter().all(|cell| *cell == (None, true)), "{read:?}");
}

/// A row whose numbers' last digits stand on a line of their own below it.
fn wrapped_below(row: &str, below: &str) -> Vec<(Option<i64>, bool)> {
    let text = written(Style::Tabs, |_| "0".to_owned());
    let text: String = text.lines().map(|line| line.replace('\t', " ") + "\n").collect();
    let at = text.find("一、本年新收").unwrap();
    let (before, own) = text.split_at(at);
    let (_, after) = own.split_at(own.find('\n').unwrap());
    doubted(&read_text(&format!("{before}一、本年新收政府信息公开申请数量 {row}\n{below}{after}")))
}

#[test]
fn digits_on_the_line_below_are_the_ends_of_numbers_or_a_doubt_on_all_of_them() {
    // The first line has a sum that holds, too: 10 + 41 = 51.
    let read = wrapped_below("10 41 0 0 0 0 51", "6 2 8");
    let numbers: Vec<Option<i64>> = read.iter().map(|cell| cell.0).collect();
    assert_eq!(numbers, [106, 412, 0, 0, 0, 0, 518].map(Some));
    assert!([0, 1, 6].iter().all(|at| read[*at].1), "{read:?}");
    // Nothing says where these belong.
    let read = wrapped_below("10 41 7 0 0 0 58", "6 2 9 1");
    assert!(read.iter().all(|(number, doubted)| number.is_none() || *doubted), "{read:?}");
    let read = wrapped_below("2 2 0 0 0 0 4", "1 1 2 5 7");
    assert!(read.iter().all(|(number, doubted)| number.is_none() || *doubted), "{read:?}");
}

#[test]
fn blanks_of_other_lines_are_no_blanks_of_a_row_without_a_doubt() {
    // The numbers are gone: a program that guesses columns has put them elsewhere, and its empty columns are blank.
    for (row, below) in [
        ("\t\t\t\t\t\t\t", "\t\t\t\t\t\t\t"),
        ("\t5\t\t", "\t\t\t\t\t5\t"),
        // The row is blank, and what is below it may be another's.
        ("\t\u{3000}\t\u{3000}\t\u{3000}\t\u{3000}\t\u{3000}\t\u{3000}\t\u{3000}", "1\t0\t0\t0\t0\t0\t1"),
    ] {
        let text = written(Style::Tabs, |_| "0".to_owned());
        let at = text.find("一、本年新收").unwrap();
        let (before, own) = text.split_at(at);
        let (_, after) = own.split_at(own.find('\n').unwrap());
        let read = doubted(&read_text(&format!("{before}一、本年新收政府信息公开申请数量{row}\n{below}{after}")));
        assert!(read.iter().all(|cell| cell.1), "{row:?} {below:?} {read:?}");
    }
}

#[test]
fn two_numbers_in_one_field_and_a_blank_beside_them_are_a_doubt_on_the_whole_row() {
    for row in ["5\t\t3\t2 0\t1\t0\t11", "5\t\t3 ,\t2\t1\t0\t11", "|(((5\t\t3\t2\t1\t0\t11", "5\t\t\t\t\t\\n\", \"\t11"]
    {
        let read = doubted(&with_row(row));
        assert!(read.iter().all(|cell| cell.1), "{row:?} {read:?}");
    }
    // A blank alone, a word alone and digits apart alone are none.
    for row in ["5\t\t3\t2\t1\t0\t11", "5\t无\t3\t2\t1\t0\t11", "5件\t\t3\t2\t1\t0\t11"] {
        let read = doubted(&with_row(row));
        assert!(!read[0].1 && !read[6].1, "{row:?} {read:?}");
    }
}

#[test]
fn numbers_of_a_row_at_two_heights_may_stand_in_another_order() {
    // As printed: 7 0 0 0 0 0 7, the zeros a little above the sevens.
    let read = wrapped_below("0 0 0 0 0", "7 7");
    assert!(read.iter().all(|(number, doubted)| number.is_none() || *doubted), "{read:?}");
    // A total alone on the next line leaves one order whose sum holds.
    let read = wrapped_below("2 0 0 0 0 0", "2");
    assert!(read.iter().zip([2, 0, 0, 0, 0, 0, 2]).all(|(cell, right)| *cell == (Some(right), false)), "{read:?}");
    let read = wrapped_below("2 0 0 0 0 0", "3");
    assert!(read.iter().all(|(number, doubted)| number.is_none() || *doubted), "{read:?}");
    // One and the same number has no order.
    let read = wrapped_below("0 0 0 0 0", "0 0");
    assert!(read.iter().all(|(number, doubted)| *number == Some(0) && !doubted), "{read:?}");
}

#[test]
fn a_row_that_a_page_has_torn_is_one() {
    let torn = |head: &str, ends: &str| {
        let report =
            written(Style::Merged, |id| if id.starts_with("requests/partial/") { "12" } else { "0" }.to_owned());
        let line = report.lines().find(|line| line.contains("（二）部分公开")).unwrap();
        let label = line.split('\t').find(|field| field.contains("部分公开")).unwrap();
        let (first, rest) = label.split_at(label.find('开').unwrap());
        let first = line.replace(label, &format!("{head}{first}"));
        read_text(&report.replace(line, &format!("{first}\n\n理结果\t\t{rest}\t{ends}\t")))
    };
    for head in ["", "度办 "] {
        let report = torn(head, "\t\t\t\t\t\t3");
        let whole = [12, 12, 12, 12, 12, 12, 123];
        assert_eq!(row(&report, "requests/partial"), some(&whole), "{head}");
        let doubted: Vec<_> = report.narrative.remarks.iter().filter(|remark| remark.doubts_value()).collect();
        assert_eq!(doubted.len(), 1, "{doubted:?}");
        assert_eq!(doubted[0].cell.as_deref(), Some("requests/partial/total"));
        assert_eq!(row(&torn(head, "\t\t\t\t\t\t"), "requests/partial"), some(&[12; 7]), "{head}");
    }
}

#[test]
fn labels_over_two_columns_are_not_torn() {
    let text =
        written(Style::Bars, |id| if id.contains("/natural") || id.contains("/total") { "21" } else { "0" }.to_owned());
    let over = |text: String, label: &str, at: &str| text.replace(label, &label.replace(at, &format!(" | {at}")));
    let text = over(text, "一、本年新收政府信息公开申请数量", "息公开申请数量");
    let text = over(text, "二、上年结转政府信息公开申请数量", "息公开申请数量");
    let report = read_text(&text);
    for id in ["requests/new", "requests/carried_in"] {
        assert_eq!(row(&report, id), some(&[21, 0, 0, 0, 0, 0, 21]), "{id}");
    }
}
