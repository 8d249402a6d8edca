//! `gouji rules`: what is checked, from the same data that the checks run on.

use std::io::{BufWriter, Write};

use serde_json::{Value, json};

use crate::check::{self, Profile, Rule, Scope};
use crate::form;
use crate::words::Lang;

use super::args::{RulesArgs, RulesFormat};
use super::given::profile;
use super::outcome::{Done, Outcome, output};

/// Every rule of the catalogue, then the office's own.
pub(super) fn run(args: &RulesArgs, lang: Lang) -> Outcome {
    let profile = profile(args.profile.as_deref(), lang)?;
    let mut out = BufWriter::new(output());
    match args.format {
        RulesFormat::Text => {
            for rule in profile.rules() {
                writeln!(out, "{}", line(rule, profile, lang))?;
            }
        }
        RulesFormat::Json => {
            let rules: Vec<Value> = profile.rules().map(|rule| object(rule, profile)).collect();
            serde_json::to_writer_pretty(&mut out, &rules).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(Done::Fine)
}

/// Id, level, scope, name with how many equations stand behind it, and what it needs beside the report.
fn line(rule: &Rule, profile: &Profile, lang: Lang) -> String {
    let words = &lang.words().output;
    let scope = match rule.scope {
        Scope::Cell => words.scope_cell(),
        Scope::Table => words.scope_table(),
        Scope::Report => words.scope_report(),
        Scope::CrossYear => words.scope_cross_year(),
        Scope::CrossAgency => words.scope_cross_agency(),
    };
    let count = match equations(rule) {
        0 => String::new(),
        count => words.equations(count),
    };
    let needs: Vec<&str> = rule.needs.iter().map(|need| check::need_name(*need, lang)).collect();
    let needs = needs.join(lang.words().check.separator());
    let needs = match (needs.is_empty(), rule.awaits) {
        (true, _) => String::new(),
        (false, false) => words.rule_needs(&needs),
        (false, true) => words.rule_awaits(&needs),
    };
    format!("{}\t{}\t{scope}\t{}{count}\t{needs}", rule.id, level(rule, profile), rule.name(lang))
}

fn object(rule: &Rule, profile: &Profile) -> Value {
    let numbers: serde_json::Map<String, Value> =
        rule.numbers.keys().map(|name| (name.to_string(), json!(profile.number(rule, name)))).collect();
    let lists: serde_json::Map<String, Value> =
        rule.lists.keys().map(|name| (name.to_string(), json!(profile.list(rule, name)))).collect();
    json!({
        "rule": rule.id,
        "zh": rule.name(Lang::Zh),
        "en": rule.name(Lang::En),
        "level": level(rule, profile),
        "scope": rule.scope.id(),
        "basis": { "zh": rule.basis.text(Lang::Zh), "en": rule.basis.text(Lang::En) },
        "ask": { "zh": rule.ask.text(Lang::Zh), "en": rule.ask.text(Lang::En) },
        "table": rule.table,
        "equations": equations(rule),
        "needs": rule.needs.iter().map(|need| need.id()).collect::<Vec<_>>(),
        "awaits": rule.awaits,
        "cases": rule.cases.keys().collect::<Vec<_>>(),
        "numbers": numbers,
        "lists": lists,
    })
}

/// The level in force; `off` where the office has switched the rule off.
fn level(rule: &Rule, profile: &Profile) -> &'static str {
    profile.level(rule, None).map_or("off", check::Severity::id)
}

fn equations(rule: &Rule) -> usize {
    form::newest().equations.iter().filter(|equation| equation.rule == rule.id).count()
}
