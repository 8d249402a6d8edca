//! 表三: outcomes that are rare, large or at odds with the text.

use crate::base::glance::has_any;
use crate::check::facts::Facts;
use crate::check::facts::agency;
use crate::check::facts::agency::Level;
use crate::check::facts::figures::Figures;
use crate::check::facts::places::places;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::Number;
use crate::words::Lang;

use super::disclosure::is_low;

/// Where a report speaks for itself.
const TEXTS: [u8; 3] = [1, 5, 6];
const NEW: &str = "requests/new/total";
const CARRIED_IN: &str = "requests/carried_in/total";
const CARRIED_OUT: &str = "requests/carried_out/total";
const PARTIAL: &str = "requests/partial/total";

pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let figures = Figures::new(&facts.report().lean);
    slipped_rows(figures, found);
    counted_twice(facts, figures, found);
    otherwise_closed(facts, figures, found);
    rare_grounds(figures, found);
    fee_unpaid(facts, figures, found);
    excessive(figures, found);
    applicants(figures, found);
    carried_over(facts, figures, found);
    nothing_at_all(facts, figures, found);
}

/// T3-06: a row that would balance had its digits not been split, or its values not moved.
fn slipped_rows(figures: Figures<'_>, found: &mut Collector<'_>) {
    let Some((_, table)) = figures.lean.form.table("requests") else { return };
    let mut values: Vec<i64> = Vec::with_capacity(table.columns.len());
    for (index, row) in table.rows.iter().enumerate() {
        let cells = || table.cells_in_row(index);
        values.clear();
        values.extend(cells().map_while(|cell| figures.at(cell)));
        let are_all = values.len() == cells().count();
        let Some(case) = slip(&values).filter(|_| are_all) else { continue };
        let name = |lang| table.row_name(index, lang);
        let say = Say::default().with("row", name(Lang::Zh)).with("row_en", name(Lang::En)).cells(cells());
        found.say(id::T3_06, case, &format!("requests/{}", row.id), say);
    }
}

/// What would explain a row that does not balance: the last value is the total.
fn slip(values: &[i64]) -> Option<&'static str> {
    let (total, parts) = values.split_last()?;
    let sum = parts.iter().try_fold(0_i64, |sum, value| sum.checked_add(*value))?;
    if sum == *total {
        return None;
    }
    let (last, before) = parts.split_last()?;
    let shorter = before.iter().try_fold(0_i64, |sum, value| sum.checked_add(*value))?;
    if *total == 0 && *last > 0 && shorter == *last {
        return Some("shifted");
    }
    // Two digits read as one number: ten times the first in the place of once.
    let is_digit = |value: &i64| (0..=9).contains(value);
    let splits = |pair: &[i64]| match pair {
        [first, second] => *first > 0 && is_digit(first) && is_digit(second) && sum + 9 * first == *total,
        _ => false,
    };
    parts.windows(2).any(splits).then_some("split")
}

/// T3-07: a request that was partly granted stands in one row only.
fn counted_twice(facts: &Facts<'_>, figures: Figures<'_>, found: &mut Collector<'_>) {
    let Some(partial) = figures.int(PARTIAL).filter(|partial| *partial > 0) else { return };
    if let (Some(outcomes), Some(received)) = (outcomes(figures), figures.sum(&[NEW, CARRIED_IN])) {
        let excess = outcomes - received;
        if (1..=partial).contains(&excess) {
            let say = Say::default().with("outcomes", outcomes).with("received", received).with("partial", partial);
            let say = say.sides(Number::int(outcomes), Number::int(received));
            return found.say(id::T3_07, "excess", PARTIAL, say.cells(figures.cells(&[PARTIAL, NEW, CARRIED_IN])));
        }
    }
    let twice = found.profile.words(id::T3_07, "twice");
    let says = |text: &str| text.contains("部分公开");
    let Some(sentence) = facts.speaking(&TEXTS, twice).find(|part| says(part.text)) else { return };
    found.say(id::T3_07, "text", PARTIAL, Say::default().at(sentence.evidence()).cells(figures.cell(PARTIAL)));
}

/// The sum of all outcomes in the column of totals, as the form's own equation adds them.
fn outcomes(figures: Figures<'_>) -> Option<i64> {
    let equations = &figures.lean.form.equations;
    let equation = equations.iter().find(|one| &*one.rule == id::T3_02.as_str() && &*one.place == "requests/total")?;
    equation.right.iter().try_fold(0_i64, |sum, &cell| sum.checked_add(figures.at(cell)?))
}

/// T3-08: many requests closed for other reasons, and no word about them.
fn otherwise_closed(facts: &Facts<'_>, figures: Figures<'_>, found: &mut Collector<'_>) {
    let profile = found.profile;
    let id = "requests/closed.other/total";
    let (Some(other), Some(handled)) = (figures.int(id), figures.int("requests/handled/total")) else { return };
    let (least, percent) = (profile.threshold(id::T3_08, "least"), profile.threshold(id::T3_08, "percent"));
    let is_many = other >= least && other.saturating_mul(100) >= handled.saturating_mul(percent);
    if is_many && !facts.prose().has_text() {
        return found.unchecked(id::T3_08, WhyUnchecked::NoText);
    }
    if !is_many || facts.speaking(&TEXTS, profile.words(id::T3_08, "explained")).next().is_some() {
        return;
    }
    let say = Say::default().with("count", other).with("handled", handled);
    found.say(id::T3_08, "many", id, say.cells(figures.cells(&[id, "requests/handled/total"])));
}

/// T3-09 and T3-10: grounds that hardly ever apply.
fn rare_grounds(figures: Figures<'_>, found: &mut Collector<'_>) {
    let secret = "requests/denied.secret/total";
    if let Some(count) = figures.int(secret).filter(|count| *count > 0) {
        let agency = &figures.lean.head.agency;
        let counts_others = agency::is_government(agency) || agency::is_government_office(agency);
        let guards = has_any(&agency.name, found.profile.words(id::T3_09, "guards"));
        match agency::level(agency) {
            // A county's own figures include those of the bodies that keep secrets.
            Some(Level::County) if counts_others || guards || places(&agency.name).1.is_empty() => {}
            Some(level) if is_low(level) => {
                found.say(id::T3_09, "low", secret, Say::default().with("count", count).cells(figures.cell(secret)));
            }
            Some(_) => {}
            None => found.unchecked(id::T3_09, WhyUnchecked::NoLevel),
        }
    }
    for (case, id) in
        [("prohibited", "requests/denied.prohibited/total"), ("stability", "requests/denied.stability/total")]
    {
        let Some(count) = figures.int(id).filter(|count| *count > 0) else { continue };
        found.say(id::T3_10, case, id, Say::default().with("count", count).cells(figures.cell(id)));
    }
}

/// T3-11: somebody did not pay, and the text knows of no notice.
fn fee_unpaid(facts: &Facts<'_>, figures: Figures<'_>, found: &mut Collector<'_>) {
    let id = "requests/closed.fee_unpaid/total";
    let Some(count) = figures.int(id).filter(|count| *count > 0) else { return };
    if !facts.prose().has_text() {
        return found.unchecked(id::T3_11, WhyUnchecked::NoText);
    }
    let words = found.profile.words(id::T3_11, "fees");
    if facts.speaking(&TEXTS, words).next().is_none() {
        found.say(id::T3_11, "silent", id, Say::default().with("count", count).cells(figures.cell(id)));
    }
}

/// T3-12: "excessive" among few.
fn excessive(figures: Figures<'_>, found: &mut Collector<'_>) {
    let id = "requests/declined.excessive/total";
    let (Some(count), Some(received)) = (figures.int(id), figures.sum(&[NEW, CARRIED_IN])) else { return };
    if count > 0 && received < found.profile.threshold(id::T3_12, "few") {
        let say = Say::default().with("count", count).with("received", received);
        found.say(id::T3_12, "few", id, say.cells(figures.cells(&[id, NEW, CARRIED_IN])));
    }
}

/// T3-13: applicants that a town hardly has, and everything under "others".
fn applicants(figures: Figures<'_>, found: &mut Collector<'_>) {
    let row = ["research", "welfare", "legal", "other"].map(|column| format!("requests/new/{column}"));
    let ids = row.each_ref().map(String::as_str);
    let (Some(rare), Some(other), Some(total)) =
        (figures.sum(&ids), figures.int("requests/new/other"), figures.int(NEW))
    else {
        return;
    };
    if other == total && total >= found.profile.threshold(id::T3_13, "least") {
        let say = Say::default().with("count", total);
        found.say(id::T3_13, "all_other", "requests/new", say.cells(figures.cells(&["requests/new/other", NEW])));
    } else if rare >= found.profile.threshold(id::T3_13, "town").max(1)
        && agency::level(&figures.lean.head.agency) == Some(Level::Town)
    {
        found.say(id::T3_13, "town", "requests/new", Say::default().with("count", rare).cells(figures.cells(&ids)));
    }
}

/// T3-14: much is carried over, or something although all is said to be done.
fn carried_over(facts: &Facts<'_>, figures: Figures<'_>, found: &mut Collector<'_>) {
    let profile = found.profile;
    let Some(count) = figures.int(CARRIED_OUT).filter(|count| *count > 0) else { return };
    let limit = |name| profile.threshold(id::T3_14, name);
    let word = |name| profile.words(id::T3_14, name);
    let all_done =
        facts.speaking(&[1], word("all_done")).find(|part| part.has(word("about")) && !part.has(word("not_this_year")));
    let say = Say::default().with("count", count);
    if let Some(sentence) = all_done {
        return found.say(
            id::T3_14,
            "all_done",
            CARRIED_OUT,
            say.at(sentence.evidence()).cells(figures.cell(CARRIED_OUT)),
        );
    }
    let Some(new) = figures.int(NEW).filter(|new| *new >= 0) else { return };
    if count >= limit("least") && count.saturating_mul(100) > new.saturating_mul(limit("percent")) {
        found.say(id::T3_14, "many", CARRIED_OUT, say.with("new", new).cells(figures.cells(&[CARRIED_OUT, NEW])));
    }
}

/// T3-15: a table of zeros under a text that speaks of requests answered. Numbers in the text are for the claims.
fn nothing_at_all(facts: &Facts<'_>, figures: Figures<'_>, found: &mut Collector<'_>) {
    let Some((table, _)) = figures.lean.form.table("requests") else { return };
    if !figures.lean.form.cells_of(table).all(|cell| figures.at(cell) == Some(0)) {
        return;
    }
    let word = |name| found.profile.words(id::T3_15, name);
    let says = |text: &str| text.contains("申请") && !text.contains(|c: char| c.is_ascii_digit());
    let sentence = facts.speaking(&[1], word("answered")).find(|part| says(part.text) && !part.has(word("none")));
    let Some(sentence) = sentence else { return };
    found.say(id::T3_15, "text", "requests", Say::default().at(sentence.evidence()).cells(figures.cells(&[NEW])));
}

#[cfg(test)]
mod tests {
    use super::slip;

    #[test]
    fn only_a_row_that_a_slip_would_balance_is_one() {
        assert_eq!(slip(&[1, 2, 0, 0, 0, 0, 12]), Some("split"));
        assert_eq!(slip(&[4, 1, 0, 0, 0, 5, 0]), Some("shifted"));
        assert_eq!(slip(&[4, 1, 0, 0, 0, 0, 5]), None);
        assert_eq!(slip(&[4, 1, 0, 0, 0, 0, 6]), None);
        assert_eq!(slip(&[12, 2, 0, 0, 0, 0, 122]), None);
        assert_eq!(slip(&[]), None);
        assert_eq!(slip(&[i64::MAX, i64::MAX, 0]), None);
    }
}
