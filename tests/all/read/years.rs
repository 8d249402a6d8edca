//! Two years in one table, in every way that people set them side by side, and in every format: two entries, each with the
//! numbers of its own year and its own places.

use crate::support::formats;
use crate::support::years::{WAYS, Way, text, truth};
use gouji::read::read_all;
use gouji::report::{Report, Value};

fn wrong(report: &Report, year: usize) -> Vec<String> {
    let form = report.lean.form;
    let is_right = |(id, value): &(String, usize)| {
        let value = Value::int(u32::try_from(*value).unwrap().into());
        report.lean.cells.get(form.cell(id).unwrap()) == value
    };
    truth(year).into_iter().filter(|cell| !is_right(cell)).map(|(id, value)| format!("{id} {value}")).collect()
}

#[test]
fn years_side_by_side_are_two_entries_in_every_format() {
    let title = "漪水县统计局2023年政府信息公开工作年度报告";
    let mut faults: Vec<String> = Vec::new();
    for way in WAYS {
        for (number, (heads, shown)) in [
            (["2023年", "2022年"], [2023, 2022]),
            (["2022年度", "2023年度"], [2022, 2023]),
            (["本年", "上年"], [2023, 2022]),
        ]
        .into_iter()
        .enumerate()
        {
            // 本年制发件数 and 本年新收 are the form's own words.
            if way == Way::Headers && heads[0] == "本年" {
                continue;
            }
            for (at, (ending, bytes)) in formats::all(&text(way, heads, title)).into_iter().enumerate() {
                // Every second format, but for the first of the heads: all would take long.
                if number > 0 && !(at + number + way as usize).is_multiple_of(2) {
                    continue;
                }
                // The tables are broader than the pages made here, and blank cells end the rows of a doc made here.
                if ending == "pdf" || ending == "doc" {
                    continue;
                }
                let reports = read_all(&format!("a.{ending}"), &bytes).unwrap();
                let years: Vec<u16> = reports.iter().map(|report| report.lean.head.year).collect();
                // The year of the title comes first.
                if years == [2023, 2022] {
                    let of = |report: &Report| usize::from(shown[0] != report.lean.head.year);
                    faults.extend(
                        reports
                            .iter()
                            .flat_map(|report| of_half(report, of(report)))
                            .map(|what| format!("{way:?} {heads:?} {ending} {what}")),
                    );
                    let other = places(&reports[1]);
                    let is_shared = places(&reports[0]).iter().any(|place| other.contains(place));
                    faults.extend(is_shared.then(|| format!("{way:?} {heads:?} {ending}: shared places")));
                } else {
                    faults.push(format!("{way:?} {heads:?} {ending} {years:?}"));
                }
            }
        }
    }
    let count = faults.len();
    assert!(faults.is_empty(), "{count}\n{}", faults[..count.min(60)].join("\n"));
}

/// Texts whose heads do not stand over their numbers: blank fields lost, spaces between fields, a cell on each line.
#[test]
fn years_are_told_apart_where_their_heads_stand_over_nothing() {
    let title = "漪水县统计局2023年政府信息公开工作年度报告";
    let joined = |text: &str, between: &str| -> String {
        let line = |line: &str| line.split('\t').filter(|field| !field.is_empty()).collect::<Vec<_>>().join(between);
        text.lines().map(line).collect::<Vec<_>>().join("\n")
    };
    let mut faults: Vec<String> = Vec::new();
    for way in [Way::Groups, Way::Pairs, Way::Captions] {
        for between in ["\t", " ", "\n"] {
            let bytes = joined(&text(way, ["2022年", "2023年"], title), between);
            let name = format!("{way:?} {between:?}");
            let reports = read_all("a.txt", bytes.as_bytes()).unwrap();
            if let [one, other] = &*reports {
                faults.extend(
                    [one, other]
                        .iter()
                        .enumerate()
                        .flat_map(|(at, report)| wrong(report, 1 - at))
                        .map(|what| format!("{name} {what}")),
                );
            } else {
                faults.push(name);
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A value lost, a field more, a head lost, a row lost: a number is right, or it has a remark.
#[test]
fn damage_to_two_years_is_never_silent() {
    let title = "漪水县统计局2023年政府信息公开工作年度报告";
    let mut faults: Vec<String> = Vec::new();
    for way in WAYS {
        let whole = text(way, ["2023年", "2022年"], title);
        let lines: Vec<&str> = whole.lines().collect();
        for (at, line) in lines.iter().enumerate().skip(4).step_by(13) {
            let fields: Vec<&str> = line.split('\t').collect();
            let last = fields.len() - 1;
            let less: Vec<&str> = [&fields[..last.saturating_sub(2)], &fields[last.saturating_sub(1)..]].concat();
            let dropped: Vec<&str> = fields.iter().copied().filter(|field| !field.is_empty()).collect();
            let blanked = fields.iter().enumerate().map(|(at, field)| if at == last / 2 { "" } else { *field });
            let blanked = blanked.collect::<Vec<_>>().join("\t");
            // A word or a number more before the values of a row.
            let value = fields.iter().position(|field| field.parse::<u32>().is_ok());
            let with = |word: &str| Some([&fields[..value?], &[word], &fields[value?..]].concat().join("\t"));
            let whole = || (*line).to_owned();
            let kinds = [
                ("more", Some(with("件").unwrap_or_else(whole))),
                ("counted", Some(with("1").unwrap_or_else(whole))),
                ("less", Some(less.join("\t"))),
                ("dropped", Some(dropped.join("\t"))),
                ("blank", Some(blanked)),
                ("none", None),
            ];
            for (number, (what, other)) in kinds.into_iter().enumerate() {
                let mut mine: Vec<String> = lines.iter().map(ToString::to_string).collect();
                match other {
                    Some(other) => mine[at] = other,
                    None => drop(mine.remove(at)),
                }
                // One of the two after the other: both would take long.
                let (ending, bytes) = if (at / 13 + number).is_multiple_of(2) {
                    ("txt", mine.join("\n").into_bytes())
                } else {
                    ("html", formats::html(&mine.join("\n")).into_bytes())
                };
                let name = format!("{way:?} {ending} {what} {}", at + 1);
                for report in read_all(&format!("a.{ending}"), &bytes).unwrap_or_default() {
                    let silent = silent(&report, !matches!(what, "none" | "dropped" | "more" | "counted"));
                    let year = report.lean.head.year;
                    faults.extend(silent.into_iter().map(|fault| format!("{name} {year} {fault}")));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
}

/// Cells with another number than that of their year, and no remark. What was blanked or lost may be blank.
fn silent(report: &Report, may_be_blank: bool) -> Vec<String> {
    let form = report.lean.form;
    let is_silent = |(id, value): &(String, usize)| {
        let read = report.lean.cells.get(form.cell(id).unwrap());
        let is_doubted = || report.narrative.remarks.iter().any(|remark| remark.cell.as_deref() == Some(id));
        let is_right = read == Value::int(u32::try_from(*value).unwrap().into()) || matches!(read, Value::Missing);
        let is_blank = may_be_blank && matches!(read, Value::Blank);
        !(is_right || is_blank || is_doubted())
    };
    let year = usize::from(report.lean.head.year != 2023);
    truth(year)
        .into_iter()
        .filter(is_silent)
        .map(|(id, value)| format!("{id} {value} {:?}", report.lean.cells.get(form.cell(&id).unwrap())))
        .collect()
}

fn places(report: &Report) -> Vec<String> {
    report.narrative.origins.values().filter_map(|origin| Some(origin.place.as_ref()?.to_string())).collect()
}

/// What is wrong with one of the two.
fn of_half(report: &Report, year: usize) -> Vec<String> {
    let own = report.lean.head.year;
    let mut faults = wrong(report, year);
    if &*report.lean.head.agency.name != "漪水县统计局" {
        faults.push(report.lean.head.agency.name.to_string());
    }
    faults.extend(
        report
            .narrative
            .remarks
            .iter()
            .filter(|remark| remark.doubts_value() && !remark.again)
            .map(|remark| remark.kind.to_string()),
    );
    if report.narrative.sections.is_empty() != (own == 2022) {
        faults.push("sections".into());
    }
    faults.iter().map(|what| format!("{own}: {what}")).collect()
}
