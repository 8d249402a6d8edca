//! Whatever is written is read, and whatever is torn, glued, shifted or dropped: no wrong number without a remark.

use proptest::prelude::*;

use super::written::*;
use super::*;
use crate::base::spent::Spent;

/// Harms one line of a document and looks for numbers that are wrong without a remark on their row.
fn alone(
    form: &Form,
    style: Style,
    text: &str,
    numbers: &[u32],
    at: prop::sample::Index,
    harm: usize,
) -> Result<(), TestCaseError> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let start = lines.iter().position(|line| line.contains("二、主动公开")).unwrap() + 1;
    let place = start + at.index(lines.len() - start);
    let line = lines[place].clone();
    match harm {
        0 => drop(lines.remove(place)),
        1 => lines.insert(place, "17".to_owned()),
        2 => lines[place] = line.rsplit_once(['\t', ' ']).map_or(String::new(), |(head, _)| head.to_owned()),
        3 => lines[place] = format!("{line}\t17"),
        _ => lines[place] = line.chars().filter(|c| !"一二三四五六七总其项请规".contains(*c)).collect(),
    }
    let Ok(report) = read("a.txt", lines.join("\n").as_bytes()) else { return Ok(()) };
    if report.lean.form.edition != form.edition {
        return Ok(());
    }
    for (cell, number) in form.cells().zip(numbers) {
        let found = report.lean.cells.get(cell);
        let right = found == Value::int(i64::from(*number));
        let plain = found.number().is_some() || found == Value::Blank;
        let row = form.id(cell).rsplit_once('/').unwrap().0;
        let about = |remark: &&crate::report::Remark| {
            remark
                .cell
                .as_deref()
                .is_some_and(|id| id.starts_with(row) || id.starts_with("disputes") && row.starts_with("disputes"))
        };
        let said = report.narrative.remarks.iter().any(|remark| about(&remark));
        prop_assert!(right || !plain || said, "{style:?} harm {harm} {line:?}: {} {found:?}", form.id(cell));
    }
    Ok(())
}

/// Numbers that satisfy every equation of a form, made of any: totals and results are added up.
pub(super) fn balanced(form: &Form, numbers: &[u32]) -> Vec<u32> {
    let mut values = numbers.to_vec();
    let at = |id: &str| form.cell(id).unwrap().index();
    for equation in form.equations.iter().filter(|equation| &*equation.rule == "T3-02") {
        values[equation.left[0].index()] = equation.right.iter().map(|cell| values[cell.index()]).sum();
    }
    for column in ["natural", "business", "research", "welfare", "legal", "other"] {
        let cell = |row: &str| at(&format!("requests/{row}/{column}"));
        values[cell("carried_in")] = 0;
        values[cell("new")] = values[cell("handled")] + values[cell("carried_out")];
    }
    for equation in form.equations.iter().filter(|equation| equation.left.len() == 1 && &*equation.rule != "T3-02") {
        values[equation.left[0].index()] = equation.right.iter().map(|cell| values[cell.index()]).sum();
    }
    values
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_is_written_is_read(numbers in prop::collection::vec(prop_oneof![Just(0_u32), 0..40_u32, any::<u32>()], 200), style in 0..6_usize) {
        let form = form::newest();
        let text = written(STYLES[style], |id| numbers[form.cell(id).unwrap().index()].to_string());
        let report = read_text(&text);
        for (cell, number) in form.cells().zip(&numbers) {
            prop_assert_eq!(report.lean.cells.get(cell), Value::int(i64::from(*number)), "{:?} {}", STYLES[style], form.id(cell));
        }
        let crooked: Vec<_> = report.narrative.remarks.iter()
            .filter(|remark| STYLES[style] != Style::Around || &*remark.kind != "moved-values").collect();
        prop_assert!(crooked.is_empty(), "{:?} {:?}", STYLES[style], crooked);
        prop_assert_eq!(report.narrative.sections.len(), 6);
        prop_assert_eq!(report.narrative.sections[1].text.as_str(), "");
    }

    #[test]
    fn blanks_stay_blank_where_fields_show_them(mask in prop::collection::vec(0..4_u8, 200), style in prop_oneof![Just(0), Just(5)]) {
        let form = form::newest();
        let blank = |id: &str| mask[form.cell(id).unwrap().index()] == 0;
        let text = written(STYLES[style], |id| if blank(id) { String::new() } else { "7".to_owned() });
        let report = read_text(&text);
        for cell in form.cells() {
            let value = report.lean.cells.get(cell);
            let expected = if blank(form.id(cell)) { Value::Blank } else { Value::int(7) };
            // What is not certain may be missing, with a remark; it may never be another number.
            prop_assert!(value == expected || value == Value::Missing && report.lean.remarks > 0, "{} {value:?}", form.id(cell));
        }
    }

    /// The principle: whatever is lost or added, a number that is wrong does not come without a remark
    /// on its row.
    #[test]
    fn a_wrong_number_never_comes_alone(
        numbers in prop::collection::vec(0..30_u32, 200),
        style in 0..6_usize,
        at in any::<prop::sample::Index>(),
        harm in 0..5_usize,
    ) {
        let form = form::newest();
        let text = written(STYLES[style], |id| numbers[form.cell(id).unwrap().index()].to_string());
        alone(form, STYLES[style], &text, &numbers, at, harm)?;
    }

    /// The same for the trial form and for layouts that are seldom read whole.
    #[test]
    fn a_wrong_number_never_comes_alone_elsewhere(
        numbers in prop::collection::vec(prop_oneof![Just(0_u32), 0..30_u32], 200),
        style in 0..4_usize,
        older in any::<bool>(),
        at in any::<prop::sample::Index>(),
        harm in 0..5_usize,
    ) {
        let form = form::edition(if older { "2019" } else { "2021" }).unwrap();
        let style = [Style::Glued, Style::Spelled, Style::Lines, Style::Merged][style];
        let balanced = balanced(form, &numbers);
        let text = written_of(form, style, |id| balanced[form.cell(id).unwrap().index()].to_string());
        alone(form, style, &text, &balanced, at, harm)?;
    }

    #[test]
    fn the_trial_form_is_read(numbers in prop::collection::vec(prop_oneof![Just(0_u32), 0..40_u32, any::<u32>()], 200), style in 0..6_usize) {
        let form = form::edition("2019").unwrap();
        let text = written_of(form, STYLES[style], |id| numbers[form.cell(id).unwrap().index()].to_string());
        let report = read_text(&text);
        prop_assert_eq!(&*report.lean.form.edition, "2019");
        for (cell, number) in form.cells().zip(&numbers) {
            prop_assert_eq!(report.lean.cells.get(cell), Value::int(i64::from(*number)), "{:?} {}", STYLES[style], form.id(cell));
        }
        let crooked: Vec<_> = report.narrative.remarks.iter()
            .filter(|remark| STYLES[style] != Style::Around || &*remark.kind != "moved-values").collect();
        prop_assert!(crooked.is_empty(), "{:?} {:?}", STYLES[style], crooked);
    }

    #[test]
    fn no_bytes_can_break_it(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read("a.txt", &bytes);
    }

    #[test]
    fn no_damage_can_break_it(cuts in prop::collection::vec((0..6000_usize, 0..60_usize, "[0-9\\t\\n |其他总计一二三（）./-]{0,6}"), 0..12), style in 0..6_usize) {
        let mut chars: Vec<char> = written(STYLES[style], |_| "0".to_owned()).chars().collect();
        for (at, length, insert) in cuts {
            let at = at.min(chars.len());
            let end = (at + length).min(chars.len());
            chars.splice(at..end, insert.chars());
        }
        let text: String = chars.into_iter().collect();
        let _ = read("临江县示例局2023.txt", text.as_bytes());
    }
}

#[test]
fn masses_of_garbage_end_soon() {
    let piece = "其他 总计 0 （一）予以公开 行政许可 5\t\t/ 规章\n三、收到和处理政府信息公开申请情况\n";
    let text = piece.repeat(10_000);
    let spent = Spent::from_now();
    let _ = read("临江县示例局2023.txt", text.as_bytes());
    let _ = read("a.txt", "一".repeat(400_000).as_bytes());
    let _ = read("a.txt", "3.其他\t0\n".repeat(60_000).as_bytes());
    assert!(spent.by_now().as_secs() < 60, "{:?}", spent.by_now());
}

/// Numbers apart from their labels, in masses: what is searched is bounded, and tried only where the count fits.
#[test]
fn masses_of_numbers_apart_from_labels_end_soon() {
    let head = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n（一）予以公开\n\
                1.属于国家秘密\n2.重复申请\n（七）总计\n四、结转下年度继续办理\n";
    let spent = Spent::from_now();
    for text in [
        format!("{head}{}", "7 0 ".repeat(1 << 17)),
        format!("{head}{}", "3\n\n".repeat(20_000)),
        format!("{head}{}", "0\t".repeat(100_000)),
        format!("{head}|{}", "5|".repeat(100_000)),
        "1.属于国家秘密\n0\n".repeat(20_000),
        "（七）总计 0 0 ".repeat(20_000),
        format!("{head}{}", "1\n0\n0\n2\n0\n0\n3\n".repeat(25)),
        format!("{head}{}", "1\n0\n0\n2\n0\n0\n0\n".repeat(25)),
    ] {
        let _ = read("临江县示例局2023.txt", text.as_bytes());
    }
    assert!(spent.by_now().as_secs() < 120, "{:?}", spent.by_now());
}
