//! 表二: fees, who may issue what, documents in force.

use crate::check::facts::Facts;
use crate::check::facts::agency;
use crate::check::facts::agency::Level;
use crate::check::facts::figures::Figures;
use crate::check::facts::passage::{Sentence, leading_number};
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::form::Cell;
use crate::report::Number;

/// Rows of 表二 that count decisions, with their cells.
pub(super) const DECISIONS: [&str; 3] =
    ["disclosure/licensing/decisions", "disclosure/penalties/decisions", "disclosure/coercion/decisions"];

pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let figures = Figures::new(&facts.report().lean);
    fee_unit(figures, found);
    regulations(facts, figures, found);
    stock(figures, found);
    powers(facts, figures, found);
    only_published(facts, figures, found);
}

/// T2-06: an amount in yuan where 万元 are asked for.
fn fee_unit(figures: Figures<'_>, found: &mut Collector<'_>) {
    let id = "disclosure/fees/amount";
    let (Some(cell), Some(amount)) = (figures.cell(id), figures.number(id)) else { return };
    let limit = |name| found.profile.threshold(id::T2_06, name);
    let whole = amount.as_int();
    let looks_like_yuan = whole.is_some_and(|whole| whole >= limit("yuan") && whole % 100 == 0);
    // A summary, and whoever is not known, may well have much.
    let agency = &figures.lean.head.agency;
    let is_one = !agency.is_unnamed() && !agency::stands_for_region(agency);
    let large = match agency::level(agency) {
        Some(Level::County | Level::Town) => "large",
        Some(Level::City) => "large_city",
        // Ministries belong to no region.
        Some(Level::Province) | None => "large_province",
    };
    let is_large = amount >= Number::int(limit(large)) && is_one;
    let case = match (looks_like_yuan, is_large) {
        (true, _) => "yuan",
        (_, true) => "large",
        _ => return,
    };
    found.say(id::T2_06, case, id, Say::default().with("amount", amount).cells([cell]));
}

/// T2-07: only some may issue 规章.
fn regulations(facts: &Facts<'_>, figures: Figures<'_>, found: &mut Collector<'_>) {
    let cells: Vec<Cell> = figures
        .row("disclosure", "regulations")
        .into_iter()
        .filter(|&cell| figures.lean.cells.get(cell).number().is_some_and(|number| !number.is_zero()))
        .collect();
    if cells.is_empty() {
        return regulations_in_text(facts, figures, found);
    }
    let first = cells.first().and_then(|&cell| figures.lean.cells.get(cell).number()).unwrap_or(Number::ZERO);
    match may_issue_regulations(facts, figures, found) {
        Some(true) => {}
        Some(false) => {
            let say = Say::default().with("agency", &figures.lean.head.agency.name).with("count", first);
            found.say(id::T2_07, "forbidden", "disclosure/regulations", say.cells(cells));
        }
        None => found.unchecked(id::T2_07, WhyUnchecked::NoLevel),
    }
}

/// `None` where the level would decide and is not known.
fn may_issue_regulations(facts: &Facts<'_>, figures: Figures<'_>, found: &Collector<'_>) -> Option<bool> {
    let agency = &figures.lean.head.agency;
    let words = |name| found.profile.words(id::T2_07, name);
    let ends = |list| words(list).iter().any(|end| !end.is_empty() && agency.name.ends_with(&**end));
    let starts = |list| words(list).iter().any(|start| agency.name.starts_with(&**start));
    // A ministry belongs to no region, and its name names none.
    let is_central = agency.region.is_empty() && (starts("central") || (ends("ministries") && !starts("local")));
    if ends("bodies") || is_central {
        return Some(true);
    }
    // The office of a government often reports for it, and a summary may bear the name of its region alone.
    let for_region =
        agency::stands_for_region(agency) || agency::is_government_office(agency) || speaks_for_region(facts, found);
    let level = agency::level(agency);
    if for_region {
        return level.map(|level| words("levels").iter().any(|known| **known == *level.id()));
    }
    // Whose department it is must be known before it is told what it may not do.
    level.or(agency.region.first().map(|_| Level::County)).map(|_| false)
}

/// Does the office of a government say that it counts for all of its region?
fn speaks_for_region(facts: &Facts<'_>, found: &Collector<'_>) -> bool {
    let name = &facts.report().lean.head.agency.name;
    let is_office = found.profile.words(id::T2_07, "speakers").iter().any(|end| name.ends_with(&**end));
    is_office && facts.speaking(&[1], found.profile.words(id::T2_11, "region")).next().is_some()
}

/// T2-07: the text boasts of 规章 of which the table knows none.
fn regulations_in_text(facts: &Facts<'_>, figures: Figures<'_>, found: &mut Collector<'_>) {
    let (profile, agency) = (found.profile, &figures.lean.head.agency);
    let words = |name| profile.words(id::T2_07, name);
    let speaks = words("speakers").iter().any(|end| agency.name.ends_with(&**end));
    let id = "disclosure/regulations/in_force";
    let (Some(cell), Some(0)) = (figures.cell(id), figures.int(id)) else { return };
    if !speaks {
        return;
    }
    let mut passages = facts.speaking(&[1], words("own"));
    let Some(sentence) = passages.find(|part| part.has(words("collections"))) else { return };
    found.say(id::T2_07, "text", "text", Say::default().at(sentence.evidence()).cells([cell]));
}

/// T2-08: what is in force cannot be less than what this year added.
fn stock(figures: Figures<'_>, found: &mut Collector<'_>) {
    for row in ["regulations", "normative"] {
        let ids = ["issued", "repealed", "in_force"].map(|column| format!("disclosure/{row}/{column}"));
        let [issued, repealed, in_force] = ids.each_ref().map(|id| figures.int(id));
        let (Some(issued), Some(repealed), Some(in_force)) = (issued, repealed, in_force) else { continue };
        let Some(added) = issued.checked_sub(repealed) else { continue };
        if in_force >= added || issued < 0 || repealed < 0 {
            continue;
        }
        let cells = figures.cells(&ids.each_ref().map(String::as_str));
        let say = Say::default().with("issued", issued).with("repealed", repealed).with("in_force", in_force);
        let say = say.sides(Number::int(in_force), Number::int(added)).cells(cells);
        found.say(id::T2_08, row, &format!("disclosure/{row}"), say);
    }
}

/// T2-10 and T2-11: whether decisions fit to what the agency may decide.
fn powers(facts: &Facts<'_>, figures: Figures<'_>, found: &mut Collector<'_>) {
    let name = &figures.lean.head.agency.name;
    let profile = found.profile;
    let ends_with = |words: &[Box<str>]| words.iter().any(|word| !word.is_empty() && name.ends_with(&**word));
    let enforces = || profile.words(id::T2_10, "bodies").iter().any(|word| !word.is_empty() && name.contains(&**word));
    if figures.sum(&DECISIONS) == Some(0)
        && DECISIONS.iter().all(|id| figures.int(id) == Some(0))
        && ends_with(profile.words(id::T2_10, "endings"))
        && enforces()
    {
        let say = Say::default().with("agency", name).cells(figures.cells(&DECISIONS));
        found.say(id::T2_10, "zero", "disclosure", say);
    }
    let without: &[&str] = if ends_with(profile.words(id::T2_11, "offices")) {
        &DECISIONS
    } else if ends_with(profile.words(id::T2_11, "penalties_only")) {
        &["disclosure/licensing/decisions", "disclosure/coercion/decisions"]
    } else {
        &[]
    };
    let filled: Vec<&str> =
        without.iter().filter(|id| figures.int(id).is_some_and(|count| count > 0)).copied().collect();
    // So many decisions are those of a region, whether its office says so or not.
    let many = profile.threshold(id::T2_11, "many");
    let of_region = filled.iter().any(|id| figures.int(id).is_some_and(|count| count >= many));
    let is_office = agency::is_government_office(&figures.lean.head.agency);
    if filled.is_empty() || speaks_for_region(facts, found) || (is_office && of_region) {
        return;
    }
    let counts: Vec<String> = filled.iter().filter_map(|id| Some(figures.int(id)?.to_string())).collect();
    let say = Say::default().with("agency", name).with("count", counts.join("、")).cells(figures.cells(&filled));
    found.say(id::T2_11, "not_zero", "disclosure", say);
}

/// T2-12: the text counts published decisions, and the table has the same number.
fn only_published(facts: &Facts<'_>, figures: Figures<'_>, found: &mut Collector<'_>) {
    let counts = DECISIONS.map(|id| figures.int(id).filter(|count| *count > 0));
    if counts.iter().all(Option::is_none) {
        return;
    }
    let (profile, rows) = (found.profile, ["许可", "处罚", "强制"]);
    let published = profile.words(id::T2_12, "published");
    for sentence in facts.speaking(&[1], published) {
        for ((row, count), id) in rows.iter().zip(counts).zip(DECISIONS) {
            let Some(count) = count else { continue };
            if only(&sentence, published, row).is_some_and(|stated| stated.is_none_or(|number| number == count)) {
                let say = Say::default().with("count", count).at(sentence.evidence()).cells(figures.cell(id));
                found.say(id::T2_12, "published", id, say);
                return;
            }
        }
    }
}

/// Does the sentence speak of published decisions of this kind, and with which number?
fn only(sentence: &Sentence<'_>, published: &[Box<str>], row: &str) -> Option<Option<i64>> {
    const NEAR: usize = 12;
    published.iter().filter(|word| !word.is_empty()).find_map(|word| {
        let (_, after) = sentence.text.split_once(&**word)?;
        let (between, rest) = after.split_once(row)?;
        if between.chars().count() > NEAR {
            return None;
        }
        let digits = rest.char_indices().take(NEAR).find(|(_, c)| c.is_ascii_digit());
        Some(digits.and_then(|(at, _)| leading_number(rest.get(at..)?)))
    })
}

/// The level of an agency, for rules that speak of the lowest ones.
pub(super) fn is_low(level: Level) -> bool {
    level >= Level::County
}
