//! What stands in a cell: numbers of every spelling, blanks, marks and words.

use super::written::*;
use super::*;

#[test]
fn values_of_every_spelling() {
    let text = written(Style::Merged, |id| {
        match id {
            "requests/new/natural" => "1,234",
            "requests/new/business" => "５",
            "requests/new/research" => "",
            "requests/new/welfare" => "/",
            "requests/new/legal" => "5件",
            "requests/new/other" => "无",
            "requests/new/total" => "1 234",
            "disclosure/fees/amount" => "251000元",
            "disclosure/penalties/decisions" => "22（其中修订 16 件）",
            _ => "0",
        }
        .to_owned()
    });
    let report = read_text(&text);
    let expected = [
        Value::int(1234),
        Value::int(5),
        Value::Blank,
        Value::Raw("/"),
        Value::Raw("5件"),
        Value::Raw("无"),
        Value::Raw("1 234"),
    ];
    for (column, expected) in
        ["natural", "business", "research", "welfare", "legal", "other", "total"].iter().zip(expected)
    {
        assert_eq!(value(&report, &format!("requests/new/{column}")), expected, "{column}");
    }
    assert_eq!(value(&report, "disclosure/fees/amount"), Value::Raw("251000元"));
    assert_eq!(value(&report, "disclosure/penalties/decisions"), Value::Raw("22（其中修订 16 件）"));
    assert_eq!(report.narrative.origins["requests/new/natural"].text.as_deref(), Some("1,234"));
}

#[test]
fn units_behind_numbers_in_wrapped_text_make_them_raw() {
    let report = with_line(Style::Wrapped, "行政许可", |line| format!("{line} 5 件\n删"));
    assert_eq!(value(&report, "disclosure/licensing/decisions").number(), None);
}

#[test]
fn a_blank_form_is_blank_and_not_missing() {
    for style in [Style::Tabs, Style::Merged, Style::Bars] {
        let report = read_text(&written(style, |_| String::new()));
        assert!(report.lean.form.cells_of(1).all(|cell| report.lean.cells.get(cell) == Value::Blank), "{style:?}");
    }
}

#[test]
fn a_number_written_with_a_space_is_a_doubt() {
    let report = with_line(Style::Wrapped, "申请数量", |_| "申请数量\n1 234 0 0 0 0 0 1 234\n".to_owned());
    assert!(row(&report, "requests/new").iter().all(Option::is_none));
    assert!(kinds(&report).contains(&"unsettled-values"), "{:?}", kinds(&report));
}

#[test]
fn glued_values_that_add_up_in_one_way_are_taken_apart_with_a_remark() {
    let text = written(Style::Tabs, |_| "0".to_owned());
    let text = text.replace("申请数量\t0\t0\t0\t0\t0\t0\t0", "申请数量710000071").replace("行政许可\t0", "行政许可12");
    let report = read_text(&text);
    assert_eq!(row(&report, "requests/new"), some(&[71, 0, 0, 0, 0, 0, 71]));
    assert_eq!(value(&report, "disclosure/licensing/decisions"), Value::int(12));
    assert_eq!(kinds(&report), ["chosen-values"]);
    for id in ["requests/new/natural", "requests/carried_in/total"] {
        assert!(report.narrative.remarks.iter().any(|remark| remark.cell.as_deref() == Some(id)), "{id}");
    }
}

#[test]
fn glued_values_are_taken_apart_where_there_is_one_way() {
    let form = form::newest();
    let value_of = |id: &str| match id.split('/').collect::<Vec<_>>()[..] {
        ["requests", "new" | "granted" | "handled", "natural" | "total"] => 71,
        ["disputes", "litigation_direct", "upheld" | "total"] => 1,
        _ => 0,
    };
    let text = written(Style::Glued, |id| value_of(id).to_string());
    assert!(text.contains("数量710000071"));
    let report = read_text(&text);
    for cell in form.cells_of(1).chain(form.cells_of(2)) {
        assert_eq!(report.lean.cells.get(cell), Value::int(value_of(form.id(cell))), "{}", form.id(cell));
    }
    // A number has no zero before it: these are three.
    assert_eq!(row(&report, "disclosure/regulations"), some(&[0; 3]));
    assert_eq!(value(&report, "disclosure/licensing/decisions"), Value::int(0));
    let count = |kind: &str| kinds(&report).iter().filter(|known| **known == kind).count();
    // Rows whose digits leave one way were never in doubt; the others have one cause.
    assert_eq!((count("glued-values"), count("chosen-values")), (0, 1));
    let origin = &report.narrative.origins["requests/new/total"];
    assert_eq!(origin.text.as_deref(), Some("71"));
    // The whole table on one line is the same.
    let [head, table, tail] = parts(&text, "一、本年新收");
    let line: String = table.split_whitespace().collect();
    let report = read_text(&format!("{head}{line}\n\n{tail}"));
    assert_eq!(row(&report, "requests/granted"), some(&[71, 0, 0, 0, 0, 0, 71]), "{:?}", kinds(&report));
}

#[test]
fn a_change_may_have_a_sign_and_other_counts_may_not() {
    let form = form::edition("2019").unwrap();
    for style in [Style::Merged, Style::Wrapped, Style::Lines, Style::Bars] {
        let text = written_of(form, style, |id| {
            match id {
                "disclosure/licensing/change" => "+1036",
                "disclosure/penalties/change" => "-11",
                "disclosure/coercion/change" => "减3",
                "disclosure/licensing/previous" => "+7",
                "disclosure/procurement/amount" => "5394432.52元",
                "disclosure/procurement/items" => "30件",
                _ => "0",
            }
            .to_owned()
        });
        let report = read_text(&text);
        for (row, change) in [("licensing", 1036), ("penalties", -11), ("coercion", -3), ("fees", 0)] {
            assert_eq!(value(&report, &format!("disclosure/{row}/change")), Value::int(change), "{style:?} {row}");
        }
        assert_eq!(value(&report, "disclosure/licensing/previous"), Value::Raw("+7"), "{style:?}");
        assert_eq!(value(&report, "disclosure/procurement/amount"), Value::Raw("5394432.52元"), "{style:?}");
        assert_eq!(value(&report, "disclosure/procurement/items"), Value::Raw("30件"), "{style:?}");
        assert_eq!(report.narrative.origins["disclosure/coercion/change"].text.as_deref(), Some("减3"));
        assert!(kinds(&report).is_empty(), "{style:?} {:?}", kinds(&report));
    }
}

#[test]
fn places_and_pages_come_with_the_values() {
    let text = written(Style::Tabs, |_| "4".to_owned());
    let mut document = document("a.txt", text.as_bytes()).unwrap();
    for (at, line) in document.lines.iter_mut().enumerate() {
        line.page = Some(if at < 10 { 1 } else { 2 });
        for (column, field) in line.fields.iter_mut().enumerate() {
            field.place = Some(format!("Sheet1!R{}C{}", line.number, column + 1).into());
        }
    }
    document.lines.last_mut().unwrap().fields[0].text = "17".to_owned();
    let whole = Whole { name: "a.txt", document: &document, is_cut: false, half: None };
    let report = several::reports(whole, document.blocks()).unwrap().remove(0);
    let origin = &report.narrative.origins["requests/granted/business"];
    let line = origin.line.unwrap();
    assert_eq!((origin.page, origin.place.as_deref()), (Some(2), Some(&*format!("Sheet1!R{line}C3"))));
}

#[test]
fn marks_and_words_are_values_one_to_a_line_and_between_spaces() {
    for style in [Style::Lines, Style::Wrapped] {
        let text = written(style, |id| {
            match id {
                "requests/new/natural" => "1,234",
                "requests/new/business" => "０",
                "requests/new/research" => "/",
                "requests/new/total" => "——",
                "disclosure/fees/amount" => "0.37万元",
                "disclosure/penalties/decisions" => "30件",
                "disclosure/regulations/in_force" => "22（其中修订 16 件）",
                "disputes/litigation_after/total" => "——",
                _ => "0",
            }
            .to_owned()
        });
        let report = read_text(&text);
        assert_eq!(value(&report, "requests/new/natural"), Value::int(1234), "{style:?}");
        assert_eq!(value(&report, "requests/new/business"), Value::int(0), "{style:?}");
        assert_eq!(value(&report, "requests/new/research"), Value::Raw("/"), "{style:?}");
        assert_eq!(value(&report, "requests/new/total"), Value::Raw("——"), "{style:?}");
        assert_eq!(value(&report, "disclosure/fees/amount"), Value::Raw("0.37万元"), "{style:?}");
        assert_eq!(value(&report, "disclosure/penalties/decisions"), Value::Raw("30件"), "{style:?}");
        assert_eq!(value(&report, "disclosure/regulations/in_force"), Value::Raw("22（其中修订 16 件）"), "{style:?}");
        assert_eq!(value(&report, "disputes/litigation_after/total"), Value::Raw("——"), "{style:?}");
        assert!(kinds(&report).is_empty(), "{style:?} {:?}", kinds(&report));
    }
}

#[test]
fn digits_that_leave_one_way_are_read_as_they_stand_also_where_nothing_adds_up() {
    let text = written(Style::Glued, |id| if id.ends_with("/natural") { "4" } else { "0" }.to_owned());
    let report = read_text(&text);
    assert_eq!(row(&report, "requests/new"), some(&[4, 0, 0, 0, 0, 0, 0]));
    assert!(kinds(&report).is_empty(), "{:?}", kinds(&report));
}

#[test]
fn half_glued_values_are_taken_apart_and_what_stays_open_is_missing() {
    let values = |row: &'static str, values: &'static str| {
        let text = written(Style::Glued, |_| "0".to_owned());
        let (head, tail) = text.split_at(text.find(row).unwrap());
        read_text(&[head, &tail.replacen("0000000", values, 1)].concat())
    };
    for (text, expected) in [
        ("20 0 0 0 02", [2, 0, 0, 0, 0, 0, 2]),
        ("10 00001", [1, 0, 0, 0, 0, 0, 1]),
        ("1400000 14", [14, 0, 0, 0, 0, 0, 14]),
        ("130 0 0 0 013", [13, 0, 0, 0, 0, 0, 13]),
        (" 11 0 0 0 0 0 11", [11, 0, 0, 0, 0, 0, 11]),
    ] {
        let report = values("予以公开", text);
        assert_eq!(row(&report, "requests/granted"), some(&expected), "{text}");
        assert_eq!(row(&report, "requests/partial"), some(&[0; 7]), "{text}");
    }
    // 1 234, 12 34 or 123 4, and nothing adds up: what every way has is read, the rest has a remark on each cell.
    let report = values("予以公开", "1234 0 0 0 09");
    assert_eq!(row(&report, "requests/granted")[2..6], some(&[0; 4]));
    for column in ["natural", "business"] {
        let id = format!("requests/granted/{column}");
        assert_eq!(value(&report, &id), Value::Missing, "{id}");
        assert!(report.narrative.remarks.iter().any(|remark| remark.cell.as_deref() == Some(&*id)), "{id}");
    }
}

#[test]
fn a_number_on_a_line_below_glued_values_is_not_counted_among_them_without_a_word() {
    let text = written(Style::Glued, |id| if id == "disclosure/normative/repealed" { "1" } else { "0" }.to_owned());
    let line = text.lines().find(|line| line.contains("规范性文件")).unwrap();
    let report = read_text(&text.replace(line, &format!("{line}\n17")));
    for (column, right) in [("issued", 0), ("repealed", 1), ("in_force", 0)] {
        let id = format!("disclosure/normative/{column}");
        let said = report.narrative.remarks.iter().any(|remark| remark.cell.as_deref() == Some(&id));
        assert!(said || value(&report, &id) == Value::int(right), "{id}: {:?}", value(&report, &id));
    }
}

#[test]
fn a_blank_is_zero_only_where_the_report_says_so() {
    for style in [Style::Tabs, Style::Bars, Style::Merged] {
        let blank = |id: &str| if id == "requests/new/business" { "\u{a0}".to_owned() } else { "0".to_owned() };
        let text = written(style, blank);
        let plain = read_text(&text);
        assert_eq!(value(&plain, "requests/new/business"), Value::Blank, "{style:?}");
        let said = read_text(&format!("{text}\n注：表中空白表示0。\n"));
        assert_eq!(value(&said, "requests/new/business"), Value::int(0), "{style:?}");
        assert!(kinds(&said).contains(&"blank-is-zero"));
        let asked = read_text(&format!("{text}\n注：没有的请填0，不得空白。\n"));
        assert_eq!(value(&asked, "requests/new/business"), Value::Blank, "{style:?}");
    }
    // A dash is a mark for nothing, and zero only where the report says so.
    let dash = |id: &str| if id == "requests/new/legal" { "—".to_owned() } else { "0".to_owned() };
    let text = written(Style::Tabs, dash);
    assert_eq!(value(&read_text(&text), "requests/new/legal"), Value::Raw("—"));
    assert_eq!(value(&read_text(&format!("{text}\n注：“—”表示0\n")), "requests/new/legal"), Value::int(0));
}

#[test]
fn numerals_of_any_kind_are_numbers_and_what_a_program_writes_for_a_blank_is_one() {
    let texts = ["零", "〇", "三", "十二", "nan", "𝟐𝟏", "２４"];
    let columns = ["natural", "business", "research", "welfare", "legal", "other", "total"];
    let text = written(Style::Tabs, |id| {
        let own = columns.iter().position(|column| id == format!("requests/new/{column}"));
        own.map_or("0", |at| texts[at]).to_owned()
    });
    let report = read_text(&text);
    let expected = [Some(0), Some(0), Some(3), Some(12), None, Some(21), Some(24)];
    assert_eq!(row(&report, "requests/new"), expected);
    assert_eq!(value(&report, "requests/new/legal"), Value::Blank);
    // A word may have been a dash: it is a doubt, and zero is none.
    let said: Vec<&str> = report
        .narrative
        .remarks
        .iter()
        .filter(|remark| &*remark.kind == "spelled-number")
        .filter_map(|remark| remark.cell.as_deref())
        .collect();
    assert_eq!(said, ["requests/new/research", "requests/new/welfare"]);
}
