//! `gouji rules`: what is checked, from the same data that the checks run on.

use std::io::{BufWriter, Write};

use crate::check::{self, Scope};
use crate::form;
use crate::words::{Lang, fill};

use super::{Done, Outcome};

/// One line per rule: id, level, scope, name, and how many equations stand behind it.
pub(super) fn run(lang: Lang) -> Outcome {
    let words = &lang.words().output;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for rule in check::rules() {
        let scope = match rule.scope {
            Scope::Cell => words.scope_cell,
            Scope::Table => words.scope_table,
            Scope::Report => words.scope_report,
            Scope::CrossYear => words.scope_cross_year,
            Scope::CrossAgency => words.scope_cross_agency,
        };
        let equations = form::newest().equations.iter().filter(|equation| equation.rule == rule.id).count();
        let count = if equations > 0 { fill(words.equations, &[("count", &equations)]) } else { String::new() };
        writeln!(out, "{}\t{}\t{scope}\t{}{count}", rule.id, rule.level.id(), rule.name(lang))?;
    }
    out.flush()?;
    Ok(Done::Fine)
}
