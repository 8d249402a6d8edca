//! DOC-03: days that no calendar has.

use crate::check::facts::calendar::days;
use crate::check::facts::prose::Prose;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;

/// Applies the rule: one finding for each section, for its first such day.
pub(super) fn check(prose: &Prose<'_>, found: &mut Collector<'_>) {
    for part in prose.parts.iter().filter(|part| part.section > 0) {
        let Some(day) = days(&part.text).find(|day| !day.exists()) else { continue };
        let say = Say::default().with("found", part.get(&day.place)).at(part.evidence(&day.place));
        found.say(id::DOC_03, "no-such-day", &format!("day/{}", part.section), say);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::{evidence, said, with_section};

    #[test]
    fn a_day_that_no_calendar_has_is_a_mistake_in_every_section() {
        for (section, text, expected) in [
            (1, "方案于11月31日向社会公布。", vec!["no-such-day"]),
            (4, "2023年2月29日收到复议决定书。", vec!["no-such-day"]),
            (6, "6月 31 日前缴清，共收取0元。", vec!["no-such-day"]),
            (1, "方案于11月30日向社会公布，自2024年2月29日起施行。", vec![]),
        ] {
            assert_eq!(said(&with_section(section, text), "DOC-03"), expected, "{text}");
        }
        assert_eq!(evidence(&with_section(1, "于2023年9月31日施行。"), "DOC-03"), ["2023年9月31日"]);
    }
}
