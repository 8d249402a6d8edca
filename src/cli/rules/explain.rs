//! One rule with all that it has: levels, basis, thresholds with what they mean, word lists, wordings with placeholders.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::check::{Points, Profile, Rule, Severity, id};
use crate::form::{self, Equation};
use crate::words::{self, Lang, Words};

use super::{level, levels, needs, scope};

/// For people.
pub(super) fn write(out: &mut dyn Write, rule: &Rule, profile: &Profile, lang: Lang) -> io::Result<()> {
    let words = lang.words();
    let texts = &words.rules;
    writeln!(out, "{}  {}", rule.id, rule.name(lang))?;
    writeln!(out, "  {}", texts.level(levels_text(rule, profile, words)))?;
    writeln!(out, "  {}", texts.scope(scope(rule, lang)))?;
    let needs = needs(rule, lang);
    if !needs.is_empty() {
        writeln!(out, "  {}", texts.needs(needs))?;
    }
    writeln!(out, "  {}", texts.basis(rule.basis.text(lang)))?;
    writeln!(out, "  {}", texts.ask(rule.ask.text(lang)))?;
    points(out, rule, profile, words)?;
    relations(out, rule, profile, lang)?;
    numbers(out, rule, profile, words)?;
    lists(out, rule, profile, words)?;
    wordings(out, rule, profile, lang)
}

/// What its findings cost where the office scores.
fn points(out: &mut dyn Write, rule: &Rule, profile: &Profile, words: &Words) -> io::Result<()> {
    let Some(scheme) = profile.score() else { return Ok(()) };
    let texts = &words.rules;
    let cost = scheme.points(rule, profile.level(rule, None).unwrap_or(rule.level));
    let mut text = texts.points(cost.each);
    if let Some(most) = cost.most {
        text += &texts.points_most(most);
    }
    if let Some(aspect) = scheme.aspect(rule).and_then(|at| scheme.aspects.get(at)) {
        text += &texts.points_aspect(&aspect.name, aspect.points);
    }
    if let Some(late) = scheme.late.filter(|_| rule.is(id::DOC_11)) {
        text += &texts.points_late(late.each);
    }
    writeln!(out, "  {text}")
}

fn levels_text(rule: &Rule, profile: &Profile, words: &Words) -> String {
    let texts = &words.rules;
    let own = level(rule, profile);
    if profile.sets_level(rule) {
        return own.to_owned() + texts.set_level();
    }
    let other = |(name, level): (&str, Option<Severity>)| {
        let level = level.map_or("off", Severity::id);
        (level != own).then(|| texts.level_of_case(name, level))
    };
    let of_case = rule.cases.iter().map(|(name, wording)| (&**name, profile.level_of(rule, wording)));
    let cases: String = of_case.filter_map(other).collect();
    if cases.is_empty() { levels(rule, profile).join("/") } else { own.to_owned() + &cases }
}

/// Equations of the form, or the office's own.
fn relations(out: &mut dyn Write, rule: &Rule, profile: &Profile, lang: Lang) -> io::Result<()> {
    let words = lang.words();
    let texts = &words.rules;
    let equations: Vec<String> = lines(rule, lang);
    if !equations.is_empty() {
        writeln!(out, "  {}", texts.equations())?;
    }
    equations.iter().try_for_each(|line| writeln!(out, "    {line}"))?;
    if let Some(relation) = profile.relation(rule) {
        writeln!(out, "  {}", texts.relation())?;
        writeln!(out, "    {relation}")?;
    }
    if let Some((section, any, all)) = profile.wants(rule) {
        let any = (!any.is_empty()).then(|| any.join(if lang == Lang::Zh { "／" } else { " / " }));
        let wanted: Vec<String> = all.iter().map(ToString::to_string).chain(any).collect();
        writeln!(out, "  {}", texts.required(section, wanted.join(words.check.separator())))?;
    }
    Ok(())
}

/// The lines of the form's tables that its equations are over.
fn lines(rule: &Rule, lang: Lang) -> Vec<String> {
    let form = form::newest();
    let name = |equation: &Equation| Some(form.tables.get(equation.table)?.line_name(equation.line, lang));
    let of_rule = |equation: &&Equation| equation.rule == rule.id;
    let in_table = |(at, table): (usize, &form::Table)| {
        let names: Vec<String> =
            form.equations.iter().filter(of_rule).filter(|equation| equation.table == at).filter_map(name).collect();
        let separator = lang.words().check.separator();
        (!names.is_empty()).then(|| lang.words().rules.lines(table.name(lang), names.join(separator)))
    };
    form.tables.iter().enumerate().filter_map(in_table).collect()
}

fn meaning(rule: &Rule, name: &str, words: &Words) -> &'static str {
    let key = format!("{}.{name}", rule.id);
    words.rules.thresholds().iter().find(|(known, _)| *known == key).map_or("", |(_, text)| text)
}

fn numbers(out: &mut dyn Write, rule: &Rule, profile: &Profile, words: &Words) -> io::Result<()> {
    let texts = &words.rules;
    if !rule.numbers.is_empty() {
        writeln!(out, "  {}", texts.numbers(&rule.id))?;
    }
    for (name, shipped) in &rule.numbers {
        let value = profile.number(rule, name);
        let before = if value == *shipped { String::new() } else { texts.shipped(shipped) };
        writeln!(out, "    {}{before}", texts.number(name, value, meaning(rule, name, words)))?;
    }
    Ok(())
}

fn lists(out: &mut dyn Write, rule: &Rule, profile: &Profile, words: &Words) -> io::Result<()> {
    let texts = &words.rules;
    if !rule.lists.is_empty() {
        writeln!(out, "  {}", texts.lists(&rule.id))?;
    }
    for (name, shipped) in &rule.lists {
        let list = profile.list(rule, name);
        let head = if list == &**shipped { texts.list(name, list.len()) } else { texts.list_set(name, list.len()) };
        writeln!(out, "    {head}")?;
        if !list.is_empty() {
            writeln!(out, "      {}", list.join(words.check.separator()))?;
        }
    }
    Ok(())
}

fn wordings(out: &mut dyn Write, rule: &Rule, profile: &Profile, lang: Lang) -> io::Result<()> {
    let words = lang.words();
    let texts = &words.rules;
    if !rule.cases.is_empty() {
        writeln!(out, "  {}", texts.wordings(&rule.id))?;
    }
    for (name, shipped) in &rule.cases {
        let in_force = profile.wording_of(rule, name).unwrap_or(shipped);
        let mut marks = vec![profile.level_of(rule, shipped).map_or("off", Severity::id)];
        marks.extend((in_force != shipped).then(|| texts.set_wording()));
        marks.extend((shipped.off && !profile.sets_level(rule)).then(|| texts.only_with_level()));
        writeln!(out, "    {name} [{}]", marks.join(words.check.separator()))?;
        writeln!(out, "      {}", lang.pick(&in_force.zh, &in_force.en))?;
        let placeholders = placeholders(&shipped.zh, &shipped.en);
        if !placeholders.is_empty() {
            let names: Vec<String> = placeholders.iter().map(|name| format!("{{{name}}}")).collect();
            writeln!(out, "      {}", texts.placeholders(names.join(words.check.separator())))?;
        }
    }
    Ok(())
}

fn placeholders<'t>(zh: &'t str, en: &'t str) -> BTreeSet<&'t str> {
    words::placeholders(zh).chain(words::placeholders(en)).collect()
}

/// For programs: what the list has, and what stands behind each name.
pub(super) fn object(rule: &Rule, profile: &Profile) -> Value {
    let mut object = super::object(rule, profile);
    let both = |texts: fn(Lang, &Rule, &str) -> String, name: &str| json!({ "zh": texts(Lang::Zh, rule, name), "en": texts(Lang::En, rule, name) });
    let meant = |lang: Lang, rule: &Rule, name: &str| meaning(rule, name, lang.words()).to_owned();
    let thresholds: Map<String, Value> = rule
        .numbers
        .iter()
        .map(|(name, shipped)| {
            let (least, most) = Profile::range(name);
            let value = json!({
                "value": profile.number(rule, name), "shipped": shipped, "least": least, "most": most,
                "meaning": both(meant, name),
            });
            (name.to_string(), value)
        })
        .collect();
    let wordings: Map<String, Value> = rule
        .cases
        .iter()
        .map(|(name, shipped)| {
            let in_force = profile.wording_of(rule, name).unwrap_or(shipped);
            let value = json!({
                "zh": in_force.zh, "en": in_force.en,
                "level": profile.level_of(rule, shipped).map_or("off", Severity::id),
                "placeholders": placeholders(&shipped.zh, &shipped.en),
            });
            (name.to_string(), value)
        })
        .collect();
    let wants = profile.wants(rule).map(|(section, any, all)| json!({ "section": section, "any": any, "all": all }));
    if let Some(object) = object.as_object_mut() {
        object.insert("thresholds".to_owned(), Value::Object(thresholds));
        object.insert("wordings".to_owned(), Value::Object(wordings));
        object.insert("relation".to_owned(), json!(profile.relation(rule)));
        object.insert("wants".to_owned(), json!(wants));
        let points = profile.score().map(|scheme| {
            let cost = scheme.points(rule, profile.level(rule, None).unwrap_or(rule.level));
            let aspect = scheme.aspect(rule).and_then(|at| scheme.aspects.get(at));
            json!({
                "each": cost.each.number(), "most": cost.most.map(Points::number),
                "aspect": aspect.map(|aspect| &*aspect.name),
            })
        });
        object.insert("points".to_owned(), json!(points));
    }
    object
}
