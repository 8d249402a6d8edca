//! `gouji rules`: what is checked, from the same data that the checks run on.

mod explain;

use std::io::{BufWriter, Write};

use serde_json::{Value, json};

use crate::base::nearest::nearest;
use crate::check::{self, Profile, Rule, Scope, Severity};
use crate::form;
use crate::report::SafeText;
use crate::report::parser::with_nearest;
use crate::words::Lang;

use super::args::{RulesArgs, RulesFormat};
use super::given::profile;
use super::outcome::{Done, Failure, Outcome, output};

/// Every rule of the catalogue, then the office's own; those that are asked for, or one of them explained.
pub(super) fn run(args: &RulesArgs, lang: Lang) -> Outcome {
    let profile = profile(args.profile.as_deref(), lang)?;
    let mut out = BufWriter::new(output());
    if let Some(id) = &args.explain {
        let rule = find(id, profile, lang)?;
        match args.format {
            RulesFormat::Text => explain::write(&mut out, rule, profile, lang)?,
            RulesFormat::Json => json_to(&mut out, &explain::object(rule, profile))?,
        }
        out.flush()?;
        return Ok(Done::Fine);
    }
    let rules: Vec<&Rule> = profile.rules().filter(|rule| has(rule, &args.words)).collect();
    if rules.is_empty() {
        let words = SafeText::line(&args.words.join(" "));
        return Err(Failure::new(lang.words().rules.none_fits(words)));
    }
    match args.format {
        RulesFormat::Text => {
            for rule in rules {
                writeln!(out, "{}", line(rule, profile, lang))?;
            }
        }
        RulesFormat::Json => {
            let rules: Vec<Value> = rules.into_iter().map(|rule| object(rule, profile)).collect();
            json_to(&mut out, &Value::from(rules))?;
        }
    }
    out.flush()?;
    Ok(Done::Fine)
}

fn json_to(out: &mut dyn Write, value: &Value) -> std::io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(std::io::Error::from)?;
    writeln!(out)
}

/// Have id and names of a rule all of these words?
fn has(rule: &Rule, words: &[String]) -> bool {
    let known = format!("{} {} {}", rule.id, rule.name(Lang::Zh), rule.name(Lang::En)).to_lowercase();
    words.iter().all(|word| known.contains(&word.to_lowercase()))
}

/// The rule with this id, whatever its case.
fn find(id: &str, profile: &Profile, lang: Lang) -> Result<&'static Rule, Failure> {
    profile.rules().find(|rule| rule.id.eq_ignore_ascii_case(id.trim())).ok_or_else(|| {
        let near = nearest(id, profile.rules().map(|rule| &*rule.id));
        let what = lang.words().rules.no_rule(SafeText::line(id));
        Failure::Message(with_nearest(what, near.as_deref(), lang.words()))
    })
}

fn scope(rule: &Rule, lang: Lang) -> &'static str {
    let words = &lang.words().output;
    match rule.scope {
        Scope::Cell => words.scope_cell(),
        Scope::Table => words.scope_table(),
        Scope::Report => words.scope_report(),
        Scope::CrossYear => words.scope_cross_year(),
        Scope::CrossAgency => words.scope_cross_agency(),
    }
}

/// What it needs beside the report, in words.
fn needs(rule: &Rule, lang: Lang) -> String {
    let needs: Vec<&str> = rule.needs.iter().map(|need| check::need_name(*need, lang)).collect();
    needs.join(lang.words().check.separator())
}

/// Id, levels, scope, name with how many equations stand behind it, and what it needs beside the report.
fn line(rule: &Rule, profile: &Profile, lang: Lang) -> String {
    let words = &lang.words().output;
    let count = match equations(rule) {
        0 => String::new(),
        count => words.equations(count),
    };
    let needs = needs(rule, lang);
    let needs = match (needs.is_empty(), rule.awaits) {
        (true, _) => String::new(),
        (false, false) => words.rule_needs(&needs),
        (false, true) => words.rule_awaits(&needs),
    };
    let scope = scope(rule, lang);
    format!("{}\t{}\t{scope}\t{}{count}\t{needs}", rule.id, levels(rule, profile).join("/"), rule.name(lang))
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
        "levels": levels(rule, profile),
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
    profile.level(rule, None).map_or("off", Severity::id)
}

/// The level in force, then those that some of its findings have instead.
fn levels(rule: &Rule, profile: &Profile) -> Vec<&'static str> {
    let own = level(rule, profile);
    let of_cases = rule.cases.values().filter_map(|wording| profile.level_of(rule, wording));
    let of_cells = rule.cells.iter().filter_map(|test| profile.level(rule, test.level));
    let others: Vec<Severity> = of_cases.chain(of_cells).collect();
    let others = Severity::ALL.into_iter().filter(|level| others.contains(level)).map(Severity::id);
    std::iter::once(own).chain(others.filter(|other| *other != own)).collect()
}

fn equations(rule: &Rule) -> usize {
    form::newest().equations.iter().filter(|equation| equation.rule == rule.id).count()
}
