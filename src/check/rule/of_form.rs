//! Rules that an edition of the form brings along for its equations, beside those of the catalogue.

use std::collections::BTreeMap;

use crate::form::{self, Form, FormRule};

use super::{Phrase, Rule, Scope, Severity};

/// Adds them; of several of the same id the first counts: the catalogue's, then that of the newest edition.
pub(super) fn add(rules: &mut Vec<Rule>) {
    for form in form::editions() {
        for own in &form.rules {
            if rules.iter().all(|rule| rule.id != own.id) {
                rules.extend(rule(form, own));
            }
        }
    }
}

fn rule(form: &Form, own: &FormRule) -> Option<Rule> {
    let equation = form.equations.iter().find(|equation| equation.rule == own.id)?;
    Some(Rule {
        id: own.id.clone(),
        zh: own.zh.clone(),
        en: own.en.clone(),
        level: Severity::Error,
        off: false,
        scope: Scope::Table,
        basis: Phrase { zh: own.basis.zh.clone(), en: own.basis.en.clone() },
        ask: Phrase { zh: own.ask.zh.clone(), en: own.ask.en.clone() },
        table: form.tables.get(equation.table).map(|table| table.id.clone()),
        equation: true,
        cells: Vec::new(),
        cases: BTreeMap::new(),
        needs: Vec::new(),
        awaits: false,
        unchecked: false,
        numbers: BTreeMap::new(),
        lists: BTreeMap::new(),
    })
}

/// The first equation of all forms that no rule is there for, or whose rule is about another table.
#[must_use]
pub(crate) fn orphan() -> Option<&'static str> {
    let equations = form::editions().iter().flat_map(|form| form.equations.iter().map(move |one| (form, one)));
    let is_orphan = |form: &Form, equation: &form::Equation| {
        let table = form.tables.get(equation.table).map(|table| &*table.id);
        !super::rule(&equation.rule).is_some_and(|rule| rule.equation && rule.table.as_deref() == table)
    };
    equations.filter(|(form, equation)| is_orphan(form, equation)).map(|(_, equation)| &*equation.rule).next()
}
