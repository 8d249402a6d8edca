//! DOC-05, DOC-07: whether the form is the one in force, and what became of its labels.
//!
//! What the labels were is known from the reader's remarks only, whose kinds are a part of the report's format. A
//! report without remarks says nothing about its labels.

use crate::base::han::is_alphanumeric;
use crate::check::facts::Facts;
use crate::check::facts::prose::Prose;
use crate::check::finding::collect::{Collector, Say};
use crate::check::finding::spare::ABSENT;
use crate::check::rule::id;
use crate::form::Cell;
use crate::report::{Remark, Report};

/// So many markers are named; more say nothing more.
const SHOWN: usize = 3;
/// So many remarks of a kind are looked at; reading leaves no more that say something new.
const MOST: usize = 500;
/// The wording for a row that is not there, for certain.
/// The edition that is not in force any more.
const OLD: &str = "2019";
/// The first of the rows that were one row in it.
const OLD_ROW: &str = "closed.not_corrected";

/// Applies the rules.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    let merged: Vec<(usize, usize)> =
        of_kind(report, "merged-row").filter_map(|remark| group(report, remark)).map(|(place, _)| place).collect();
    edition(report, prose, found);
    let unread = facts.unread();
    let mut seen: Vec<(&str, String)> = Vec::new();
    for remark in report.narrative.remarks.iter().filter(|remark| !remark.again).take(MOST) {
        let Some((case, alone)) = case(&remark.kind) else { continue };
        // Rows that were filled in as one are not missing besides, and the old form's one row is DOC-05.
        let group = group(report, remark);
        let again = case == "row" && group.is_some_and(|(place, _)| merged.contains(&place));
        let old = case == "merged" && group.is_some_and(|(_, first)| first == OLD_ROW);
        if again || old || (case == "altered" && is_torn(report, remark)) {
            continue;
        }
        let cell = remark.cell.as_deref().and_then(|id| report.lean.form.cell(id));
        if case == "row" && cell.is_some_and(|cell| unread.may_hold_row_of(cell)) {
            continue;
        }
        let place = place(report, remark, cell, alone);
        // Several labels without a cell of their own are told apart by their number.
        let again = seen.iter().filter(|(kind, known)| *kind == case && *known == place).count();
        let numbered = if again == 0 { format!("{case}/{place}") } else { format!("{case}/{place}/{again}") };
        seen.push((case, place));
        let say = Say::default().doubt(remark).cells(cell);
        let is_sure = case == "row" && cell.is_some_and(|cell| unread.is_absent(remark, cell));
        found.say(id::DOC_07, if is_sure { ABSENT } else { case }, &numbered, say);
    }
}

fn of_kind<'r>(report: &'r Report, kind: &str) -> impl Iterator<Item = &'r Remark> {
    report
        .narrative
        .remarks
        .iter()
        .filter(|remark| !remark.again)
        .take(MOST)
        .filter(move |remark| &*remark.kind == kind)
}

/// The group of rows that a remark is about, as table and group, and the id of the group's first row.
fn group<'r>(report: &'r Report, remark: &Remark) -> Option<((usize, usize), &'r str)> {
    let form = report.lean.form;
    let spec = form.spec(form.cell(remark.cell.as_deref()?)?)?;
    let table = form.tables.get(spec.table)?;
    let group = table.rows.get(spec.row)?.group?;
    let first = table.rows.iter().find(|row| row.group == Some(group))?;
    Some(((spec.table, group), &first.id))
}

/// Was the label only torn by the page: cut where its line ended, or mixed with the heading beside it?
fn is_torn(report: &Report, remark: &Remark) -> bool {
    let letters = |text: &str| -> Vec<char> { text.chars().filter(|c| is_alphanumeric(*c)).collect() };
    // Without its wordings, all that is known is that it was altered.
    let wordings = remark.label.as_ref().and_then(|label| label.official.as_ref().zip(label.text.as_ref()));
    let Some((official, text)) = wordings else { return false };
    let (official, text) = (letters(official), letters(text));
    if holds_other_labels(report, &official, &text) {
        return true;
    }
    if text.len() < official.len() {
        // A page drops what stood where a line ended: the beginning and the end are there.
        let same = official.iter().zip(&text).take_while(|(one, other)| one == other).count();
        let end = official.iter().rev().zip(text.iter().rev()).take_while(|(one, other)| one == other).count();
        if report.nature().is_set && same > 0 && end > 0 && same + end >= text.len() {
            return true;
        }
        if text.len() * 2 >= official.len() && (official.starts_with(&text) || official.ends_with(&text)) {
            return true;
        }
        // The rest of it stands there too, and was not understood.
        let unknown = report.narrative.remarks.iter().filter(|remark| &*remark.kind == "unknown-text").take(MOST);
        let mut words = unknown.filter_map(|remark| remark.label.as_ref()?.text.as_deref()).map(letters);
        return words.any(|word| {
            !word.is_empty() && ([&*text, &*word].concat() == official || [&*word, &*text].concat() == official)
        });
    }
    let Some(rest) = without(&text, &official).filter(|rest| !rest.is_empty()) else { return false };
    let groups = report.lean.form.tables.iter().flat_map(|table| &table.groups);
    groups.map(|group| letters(&group.label.zh)).any(|group| without(&group, &rest).is_some())
}

/// Was the label read together with others of the form?
fn holds_other_labels(report: &Report, official: &[char], text: &[char]) -> bool {
    const LEAST: usize = 4;
    if text.len() < official.len() + LEAST {
        return false;
    }
    let tables = report.lean.form.tables.iter();
    let labels = tables.flat_map(|table| {
        table.columns.iter().map(|column| &column.label.zh).chain(table.rows.iter().map(|row| &row.label.zh))
    });
    let letters = |label: &str| -> Vec<char> { label.chars().filter(|c| c.is_alphanumeric()).collect() };
    let mut others = labels.map(|label| letters(label)).filter(|label| label.len() >= LEAST && label != official);
    others.any(|label| text.windows(label.len()).any(|part| part == label) && !contains(official, &label))
}

fn contains(text: &[char], part: &[char]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

/// What is left of a text when another, whose characters stand in it in their order, is taken out.
fn without(text: &[char], other: &[char]) -> Option<Vec<char>> {
    let mut other = other.iter().peekable();
    let rest = text.iter().filter(|c| other.next_if_eq(c).is_none()).copied().collect();
    other.peek().is_none().then_some(rest)
}

/// The wording for a kind of remark, and whether it is about one label alone. Other kinds are doubts of reading only.
fn case(kind: &str) -> Option<(&'static str, bool)> {
    match kind {
        "altered-label" => Some(("altered", true)),
        "missing-column-label" => Some(("column", false)),
        "column-order" | "displaced-row" => Some(("order", true)),
        "merged-row" => Some(("merged", true)),
        "row-not-found" => Some(("row", true)),
        "table-twice" => Some(("twice", false)),
        _ => None,
    }
}

/// The cell's id, or else the table's as far as the remark tells it.
fn place(report: &Report, remark: &Remark, cell: Option<Cell>, alone: bool) -> String {
    let form = report.lean.form;
    match cell {
        Some(cell) if alone => form.id(cell).to_owned(),
        Some(cell) => {
            form.spec(cell).and_then(|spec| form.tables.get(spec.table)).map_or("", |table| &table.id).to_owned()
        }
        None => {
            let named = remark.label.as_ref().and_then(|label| label.table.as_deref());
            form.tables.iter().find(|table| named == Some(&*table.id)).map_or("", |table| &table.id).to_owned()
        }
    }
}

fn edition(report: &Report, prose: &Prose<'_>, found: &mut Collector<'_>) {
    let head = &report.lean.head;
    if i64::from(head.year) < found.profile.threshold(id::DOC_05, "from") {
        return;
    }
    let edition = &*report.lean.form.edition;
    if edition == OLD {
        found.say(id::DOC_05, "edition", "form", Say::default().with("year", head.year).with("edition", edition));
        return;
    }
    let mut markers: Vec<&str> = Vec::new();
    let mut say = Say::default();
    for hit in prose.hits(id::DOC_05, "markers") {
        // Only below the headings of the tables: elsewhere a report may speak of the old form.
        let Some(part) = prose.part(*hit).filter(|part| matches!(part.section, 2..=4)) else { continue };
        let text = part.get(&(hit.start..hit.end));
        if !markers.contains(&text) && markers.len() < SHOWN {
            markers.push(text);
            say = say.at(part.evidence(&(hit.start..hit.end)));
        }
    }
    let of_labels = |remark: &&Remark| matches!(&*remark.kind, "altered-label" | "unknown-text" | "unknown-columns");
    for remark in report.narrative.remarks.iter().filter(of_labels).take(MOST) {
        let text = remark.label.as_ref().and_then(|label| label.text.as_deref()).unwrap_or_default();
        let marker = found.profile.words(id::DOC_05, "markers").iter().find(|marker| text.contains(&***marker));
        markers.extend(marker.map(|marker| &**marker).filter(|marker| !markers.contains(marker)));
    }
    let one_row = of_kind(report, "merged-row").filter(|remark| group(report, remark).is_some_and(|g| g.1 == OLD_ROW));
    let one_row: Vec<&Remark> = one_row.collect();
    if !one_row.is_empty() {
        markers.insert(0, "（六）其他处理（只有一行）");
    }
    if !markers.is_empty() {
        let cells = one_row.iter().filter_map(|remark| report.lean.form.cell(remark.cell.as_deref()?));
        say = say.cells(cells);
        markers.truncate(SHOWN);
        found.say(id::DOC_05, "marker", "form", say.with("markers", markers.join("、")));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{remark, report, reworded, said, with_section};

    #[test]
    fn altered_labels_are_findings_and_doubtful_values_are_not() {
        let mut report = report();
        report.narrative.remarks = vec![
            remark("altered-label", "disclosure/regulations/repealed", "表式中的“本年废止件数”在文中是“本年废件数”"),
            remark("altered-label", "", "表式中的“（三）不予公开”在文中是“（三）不公开”"),
            remark("altered-label", "", "表式中的“（四）无法提供”在文中是“（四）没法提供”"),
            remark("row-not-found", "requests/granted/natural", "没有找到“（一）予以公开”一行"),
            remark("table-twice", "", "表三有内容在文中出现两次，数值相同"),
            remark("missing-column-label", "", "没有找到列标题：科研机构"),
            remark("column-order", "requests/new/legal", "列标题的次序与表式不同"),
            remark("extra-value", "requests/new/natural", "多一个数"),
        ];
        let expected = ["altered", "altered", "altered", "row", "twice", "column", "order"];
        assert_eq!(said(&report, "DOC-07"), expected);
        let outcome = crate::check::fixture::outcome(&report);
        let mut prints: Vec<_> = outcome.findings.iter().map(|finding| finding.fingerprint).collect();
        prints.sort_unstable();
        prints.dedup();
        assert_eq!(prints.len(), outcome.findings.len());
    }

    #[test]
    fn rows_filled_in_as_one_are_one_finding() {
        let mut report = report();
        report.narrative.remarks = vec![
            remark("row-not-found", "requests/closed.not_corrected/natural", "没有找到“1.逾期不补正”一行"),
            remark("row-not-found", "requests/closed.other/natural", "没有找到“3.其他”一行"),
            remark("merged-row", "requests/closed.not_corrected/natural", "“（六）其他处理”合并成一行填报"),
        ];
        assert_eq!(said(&report, "DOC-07"), [""; 0]);
        assert_eq!(said(&report, "DOC-05"), ["marker"]);
        report.narrative.remarks.pop();
        report.narrative.remarks.push(remark("merged-row", "requests/unavailable.not_held/natural", "合并成一行填报"));
        assert_eq!(said(&report, "DOC-07"), ["row", "row", "merged"]);
    }

    #[test]
    fn a_label_torn_by_the_page_is_not_altered() {
        for (official, text, expected) in [
            ("商业企业", "商业企", vec![]),
            ("2.逾期未缴费", "（六）其2、逾期未他处理缴费", vec![]),
            ("商业企业", "商企业", vec!["altered"]),
            ("3.危及“三安全一稳定”", "3.危及三安全一稳", vec![]),
            ("收费金额", "收费金额（保留四位小数）", vec!["altered"]),
            // A report of an older version does not say what stands there.
            ("", "", vec!["altered"]),
        ] {
            let mut report = report();
            report.narrative.remarks = vec![reworded("altered-label", "requests/new/business", official, text)];
            assert_eq!(said(&report, "DOC-07"), expected, "{text}");
        }
    }

    #[test]
    fn labels_of_the_old_form_are_an_error_from_2021_on() {
        let text = "信息内容 本年新制作数量 本年新公开数量 对外公开总数量";
        assert_eq!(said(&with_section(2, text), "DOC-05"), ["marker"]);
        assert_eq!(said(&with_section(1, "表二不再有本年新制作数量一栏，公开3条。"), "DOC-05"), [""; 0]);
        let mut old = with_section(2, text);
        old.lean.head.year = 2020;
        assert_eq!(said(&old, "DOC-05"), [""; 0]);
        let mut read = report();
        read.narrative.remarks = vec![reworded("unknown-text", "", "", "其他对外管理服务事项")];
        assert_eq!(said(&read, "DOC-05"), ["marker"]);
    }
}
