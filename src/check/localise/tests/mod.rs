//! Localisation on hand-made reports, and against exhaustive search.

mod solver;

use super::*;
use crate::check::{Profile, check};
use crate::report::{Agency, Cells, Head, SafeText};
use crate::words::Lang;

/// A consistent report: what is not named is zero.
const CONSISTENT: &[(&str, i64)] = &[
    ("requests/new/natural", 45),
    ("requests/new/business", 6),
    ("requests/new/total", 51),
    ("requests/carried_in/natural", 2),
    ("requests/carried_in/total", 2),
    ("requests/granted/natural", 30),
    ("requests/granted/business", 4),
    ("requests/granted/total", 34),
    ("requests/denied.secret/business", 1),
    ("requests/denied.secret/total", 1),
    ("requests/closed.other/natural", 15),
    ("requests/closed.other/total", 15),
    ("requests/handled/natural", 45),
    ("requests/handled/business", 5),
    ("requests/handled/total", 50),
    ("requests/carried_out/natural", 2),
    ("requests/carried_out/business", 1),
    ("requests/carried_out/total", 3),
    ("disputes/reconsideration/upheld", 3),
    ("disputes/reconsideration/other", 1),
    ("disputes/reconsideration/total", 4),
];

fn report(changes: &[(&str, Value<'_>)]) -> Lean {
    let form = form::newest();
    let mut cells = Cells::missing(form);
    for cell in form.cells() {
        cells.set(cell, Value::int(0));
    }
    let consistent = CONSISTENT.iter().map(|&(id, value)| (id, Value::int(value)));
    for (id, value) in consistent.chain(changes.iter().copied()) {
        cells.set(form.cell(id).unwrap(), value);
    }
    let agency = Agency { name: SafeText::line("甲县乙局"), ..Agency::default() };
    Lean { head: Head { agency, year: 2023, version: None }, form, cells, remarks: 0 }
}

fn found(report: &Lean) -> Vec<Block> {
    localise(report, &check(report, Profile::standard()), &KnownCells::NONE)
}

fn in_words(report: &Lean, reading: &Repair) -> String {
    repair_text(report.form, reading, Lang::Zh)
}

#[test]
fn a_consistent_report_gives_nothing() {
    assert_eq!(found(&report(&[])), []);
}

#[test]
fn a_wrong_grand_total_is_found_with_its_value() {
    let report = report(&[("requests/handled/total", Value::int(52))]);
    let blocks = found(&report);
    assert_eq!((blocks.len(), blocks[0].name, blocks[0].status), (1, "requests", BlockStatus::Located));
    let reading = &blocks[0].repairs[0];
    assert_eq!(in_words(&report, reading), "若 （七）总计·总计 52→50，3 条关系全部成立");
    assert_eq!(
        note_text(report.form, reading, Lang::Zh),
        "请核对：（七）总计·总计 应为 50，填报为 52，影响 3 条勾稽关系"
    );
    assert_eq!(
        note_text(report.form, reading, Lang::En),
        "Please check: Total handled·total should be 50, reported as 52; 3 relations depend on it"
    );
    assert_eq!(reading.kind, RepairKind::DigitReplaced);
    assert_eq!(blocks[0].common, [report.form.cell("requests/handled/total").unwrap()]);
    assert_eq!(
        reading.settles,
        check(&report, Profile::standard()).findings.iter().map(|f| f.fingerprint).collect::<Vec<_>>()
    );
}

#[test]
fn digits_in_the_wrong_order_are_named() {
    let report = report(&[("requests/closed.other/natural", Value::int(51))]);
    let blocks = found(&report);
    assert_eq!(blocks[0].repairs[0].kind, RepairKind::Transposed);
    assert!(block_text(report.form, &blocks[0], Lang::Zh).contains("数字颠倒"));
}

#[test]
fn a_blank_is_filled_where_the_relations_prove_it() {
    let report = report(&[("requests/carried_in/welfare", Value::Blank), ("requests/new/total", Value::Raw("/"))]);
    let blocks = found(&report);
    let reading = &blocks[0].repairs[0];
    assert_eq!((reading.kind, reading.certainty, reading.equations), (RepairKind::Blank, Certainty::Proven, 0));
    assert_eq!(in_words(&report, reading), "若 一、本年新收·总计 填为 51、二、上年结转·公益 填为 0，勾稽关系全部成立");
    assert_eq!(reading.settles.len(), 2);
}

#[test]
fn a_whole_column_of_totals_left_blank_is_proved_from_the_rows() {
    let form = form::newest();
    let ids: Vec<&str> = form.cells().map(|cell| form.id(cell)).filter(|id| id.starts_with("requests/")).collect();
    let totals: Vec<(&str, Value<'_>)> =
        ids.iter().filter(|id| id.ends_with("/total")).map(|id| (*id, Value::Blank)).collect();
    let blocks = found(&report(&totals));
    assert_eq!((blocks[0].status, blocks[0].repairs[0].cells.len()), (BlockStatus::Located, 25));
    for (change, (id, _)) in blocks[0].repairs[0].cells.iter().zip(&totals) {
        let expected = CONSISTENT.iter().find(|(known, _)| known == id).map_or(0, |(_, value)| *value);
        assert_eq!((form.id(change.cell), change.to), (*id, expected));
    }
}

#[test]
fn a_blank_next_to_a_wrong_cell_does_not_hide_it() {
    let damaged = [("requests/granted/total", Value::Blank), ("requests/denied.secret/natural", Value::int(7))];
    let report = report(&damaged);
    let blocks = found(&report);
    let truth = |reading: &Repair| {
        let cells: Vec<(&str, i64)> = reading.cells.iter().map(|c| (report.form.id(c.cell), c.to)).collect();
        cells == [("requests/granted/total", 34), ("requests/denied.secret/natural", 0)]
    };
    assert!(blocks[0].repairs.iter().any(truth), "{blocks:?}");
}

#[test]
fn two_blanks_that_prove_nothing_stay_open() {
    let gaps =
        ["new", "carried_in"].map(|row| ["natural", "business"].map(|column| format!("requests/{row}/{column}")));
    let gaps: Vec<(&str, Value<'_>)> = gaps.iter().flatten().map(|id| (id.as_str(), Value::Blank)).collect();
    assert_eq!(found(&report(&gaps)), []);
}

#[test]
fn nothing_is_preferred_among_the_disputes() {
    let report = report(&[("disputes/reconsideration/total", Value::int(6))]);
    let blocks = found(&report);
    assert_eq!((blocks[0].name, blocks[0].status), ("disputes/reconsideration", BlockStatus::Ambiguous));
    assert!(blocks[0].repairs.len() >= 5 && blocks[0].common.is_empty());
}

#[test]
fn last_years_report_decides_between_new_and_carried_over() {
    // Two requests too many were carried in, and added to the total.
    let wrong = [("requests/carried_in/natural", Value::int(4)), ("requests/carried_in/total", Value::int(4))];
    let this_year = report(&wrong);
    let mut last_year = report(&[("requests/carried_out/natural", Value::int(2))]);
    last_year.cells.set(last_year.form.cell("requests/carried_out/business").unwrap(), Value::int(0));
    last_year.cells.set(last_year.form.cell("requests/carried_out/total").unwrap(), Value::int(2));
    let outcome = check(&this_year, Profile::standard());
    let alone = localise(&this_year, &outcome, &KnownCells::NONE);
    assert_eq!(alone[0].status, BlockStatus::Ambiguous);
    let informed = localise(&this_year, &outcome, &KnownCells::last_year(this_year.form, &last_year));
    assert_eq!(informed[0].status, BlockStatus::Located);
    assert_eq!(
        in_words(&this_year, &informed[0].repairs[0]),
        "若 二、上年结转·自然人 4→2、二、上年结转·总计 4→2，2 条关系全部成立"
    );
}

#[test]
fn what_small_changes_cannot_explain_is_said_to_be_unexplained() {
    let form = form::newest();
    let ids: Vec<String> = form.cells().map(|cell| form.id(cell).to_owned()).collect();
    let noise: Vec<(&str, Value<'_>)> = ids
        .iter()
        .enumerate()
        .filter(|(_, id)| id.starts_with("requests/"))
        .map(|(index, id)| (id.as_str(), Value::int(i64::try_from(index * index * 7 % 101).unwrap())))
        .collect();
    let report = report(&noise);
    let blocks = found(&report);
    assert_eq!((blocks[0].status, blocks[0].repairs.len()), (BlockStatus::Unexplained, 0));
    assert_eq!(block_text(report.form, &blocks[0], Lang::Zh), "表三：没有找到改动很少的解释");
}

#[test]
fn numbers_beyond_all_counts_do_no_harm() {
    for value in ["999999999999999999", "-999999999999999999", "12.5"] {
        let value = Value::Number(crate::report::Number::parse(value).unwrap());
        let report = report(&[("requests/new/total", value)]);
        let blocks = found(&report);
        assert_eq!(blocks[0].repairs[0].cells[0].to, 51);
    }
}

#[test]
fn every_kind_and_certainty_has_its_words() {
    let mut names: Vec<&str> = RepairKind::ALL.iter().map(|&kind| kind_name(kind, Lang::Zh)).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), RepairKind::ALL.len());
    assert_eq!(serde_json::to_string(&RepairKind::DigitReplaced).unwrap(), "\"digit-replaced\"");
}

#[test]
fn the_form_says_which_cells_it_cannot_tell_apart() {
    let form = form::newest();
    let groups: Vec<Vec<&str>> =
        indistinguishable(form).iter().map(|cells| cells.iter().map(|&cell| form.id(cell)).collect()).collect();
    assert_eq!((groups.len(), groups[0].len()), (3, 5));
    assert_eq!(groups[0][0], "disputes/reconsideration/upheld");
    assert!(Lang::Zh.words().localise.limits().contains("矩形"));
}

/// Whatever the edition: a cell that the relations tell apart from all others is found, with its value.
#[test]
fn every_edition_finds_every_single_cell() {
    for form in form::editions() {
        let mut zeros = report(&[]);
        zeros.form = form;
        zeros.cells = Cells::missing(form);
        form.cells().for_each(|cell| zeros.cells.set(cell, Value::int(0)));
        let doubtful: Vec<Cell> = indistinguishable(form).concat();
        for cell in form.cells().filter(|&cell| form.equations_of(cell).count() > 0 && !doubtful.contains(&cell)) {
            let mut damaged = zeros.clone();
            damaged.cells.set(cell, Value::int(12));
            let blocks = found(&damaged);
            let expected = Change { cell, from: Some(12), to: 0 };
            assert_eq!((blocks[0].status, &*blocks[0].repairs[0].cells), (BlockStatus::Located, &[expected][..]));
        }
    }
}

/// The least number of cells by trying every set of up to three, without any use of the engine's own steps.
fn least_by_trying_all(graph: &Graph, values: &[i64], syndrome: &Syndrome) -> Option<usize> {
    let cells: Vec<Local> = graph.locals().collect();
    let mask = |cell: Local| graph.place(cell).unwrap().mask;
    let solves = |set: &[Local]| {
        let all = set.iter().fold(0, |all, &cell| all | mask(cell));
        syndrome.mask & !all == 0 && solvable(graph, values, syndrome, set)
    };
    if cells.iter().any(|&cell| solves(&[cell])) {
        return Some(1);
    }
    for (index, &first) in cells.iter().enumerate() {
        for &second in &cells[index + 1..] {
            if solves(&[first, second]) {
                return Some(2);
            }
        }
    }
    for (i, &first) in cells.iter().enumerate() {
        for (j, &second) in cells.iter().enumerate().skip(i + 1) {
            for &third in &cells[j + 1..] {
                if solves(&[first, second, third]) {
                    return Some(3);
                }
            }
        }
    }
    None
}

/// Gaussian elimination over the rationals, then whole and not negative.
fn solvable(graph: &Graph, values: &[i64], syndrome: &Syndrome, set: &[Local]) -> bool {
    let mut rows: Vec<Vec<i128>> = (0..graph.relations.len())
        .map(|relation| {
            let relation = u8::try_from(relation).unwrap();
            let sign = |&cell: &Local| {
                let touch = graph.touches(cell).iter().find(|touch| touch.relation == relation);
                touch.map_or(0, |touch| i128::from(touch.sign))
            };
            set.iter().map(sign).chain([i128::from(-syndrome.off(relation))]).collect()
        })
        .filter(|row: &Vec<i128>| row.iter().any(|value| *value != 0))
        .collect();
    let mut solution = Vec::new();
    for column in 0..set.len() {
        let Some(pivot) = rows.iter().skip(column).position(|row| row[column] != 0) else { return false };
        rows.swap(column, column + pivot);
        let pivot = rows[column].clone();
        for (index, row) in rows.iter_mut().enumerate() {
            if index != column && row[column] != 0 {
                let (a, b) = (pivot[column], row[column]);
                for (value, base) in row.iter_mut().zip(&pivot) {
                    *value = *value * a - base * b;
                }
            }
        }
    }
    for (column, &cell) in set.iter().enumerate() {
        let (times, sum) = (rows[column][column], rows[column][set.len()]);
        if sum % times != 0 {
            return false;
        }
        solution.push(values[usize::from(cell)] + i64::try_from(sum / times).unwrap());
    }
    rows.iter().skip(set.len()).all(|row| row[set.len()] == 0) && solution.iter().all(|value| *value >= 0)
}

#[test]
fn the_least_number_of_cells_agrees_with_trying_all_sets() {
    let prepared = &prepared(form::newest())[0];
    let cells: Vec<Cell> = prepared.graph.places.iter().map(|place| place.cell).collect();
    let form = form::newest();
    let mut state = 7_u64;
    let mut below = |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % limit
    };
    for case in 0..300 {
        let changes: Vec<(&str, Value<'_>)> = (0..case % 3 + 1)
            .map(|_| (form.id(cells[below(cells.len())]), Value::int(i64::try_from(below(40)).unwrap())))
            .collect();
        let report = report(&changes);
        let values = Values::of(&prepared.graph, cells.iter().map(|&cell| usable(&report, cell)));
        let syndrome = Syndrome::of(&prepared.graph, &values.values, values.active);
        if syndrome.mask == 0 {
            continue;
        }
        let least = least_by_trying_all(&prepared.graph, &values.values, &syndrome);
        let search = Search::new(&prepared.graph, &prepared.operations, &values, syndrome, &[]);
        assert_eq!(search.least_cells(), least, "{changes:?}");
    }
}
