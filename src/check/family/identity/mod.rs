//! Title, agency, year, edition, submission (DOC).
//!
//! Owns: whether it can be told who reports on which year, in which form. `title` has the title's wording, `agency` the
//! name, `dates` the years, `days` those that no calendar has, `stale` those left over, `ahead` those still to come, `signed` the date below the text, `preface` what the text says of itself, `labels` what became of the form.

mod agency;
mod ahead;
mod dates;
mod days;
mod labels;
mod preface;
mod signed;
mod stale;
mod title;

use crate::check::facts::Facts;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::Collector;
use crate::check::rule::{RuleId, id};

/// The rules of this part that need a text.
const OF_TEXTS: [RuleId; 5] = [id::DOC_04, id::DOC_06, id::DOC_08, id::DOC_12, id::DOC_13];

/// Applies these rules to one report.
pub(in crate::check) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    title::check(facts, found);
    agency::check(facts, found);
    dates::check(facts, found);
    labels::check(facts, found);
    if facts.prose().has_text() {
        preface::check(facts, found);
        signed::check(facts, found);
        days::check(facts.prose(), found);
        ahead::check(facts, found);
    } else {
        for id in OF_TEXTS {
            found.unchecked(id, WhyUnchecked::NoText);
        }
        signed::without_text(facts, found);
    }
}
