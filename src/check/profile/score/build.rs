//! From what a profile says of points to how reports are scored.

use std::collections::HashSet;

use crate::base::nearest::nearest;
use crate::check::profile::build::Builder;
use crate::check::profile::error::ProfileTrouble;
use crate::check::profile::shape::Text;
use crate::check::rule::{rule, rules};
use crate::report::SafeText;

use super::shape::{AspectData, PointsData, ScoreData, Written};
use super::{MOST, Points, RulePoints, ScoreAspect, ScoreBonus, ScoreGrade, ScoreScheme, group};

/// What a report begins with where nothing is said.
const FULL: Points = Points::whole(100);

impl Builder {
    /// How reports are scored. Rules of the office's own are known by then.
    pub(in crate::check::profile) fn score(&mut self, data: ScoreData) {
        let mut points = |written: Option<&Written>, key: &str| written.and_then(|it| self.points(it, key));
        let full = points(data.full.as_ref(), "score.full").unwrap_or(FULL);
        let least = points(data.least.as_ref(), "score.least").unwrap_or_default();
        let error = points(data.error.as_ref(), "score.error").unwrap_or_default();
        let warning = points(data.warning.as_ref(), "score.warning").unwrap_or_default();
        let missing = points(data.missing.as_ref(), "score.missing");
        let clean = points(data.clean.as_ref(), "score.bonus.clean").unwrap_or_default();
        let first = points(data.first.as_ref(), "score.bonus.first").unwrap_or_default();
        if let Some(at) = data.least.as_ref().filter(|_| least > full) {
            self.problem(at, "score.least", ProfileTrouble::BadLeast, None);
        }
        let mut scheme = ScoreScheme {
            full,
            least,
            error,
            warning,
            rules: std::collections::HashMap::new(),
            aspects: Vec::new(),
            late: data.late.and_then(|data| self.rule_points(&data, "score.late")),
            bonus: ScoreBonus { clean, first },
            grades: Vec::new(),
            missing,
            asked: data.asked,
            accepted: data.accepted,
            corrected: data.corrected,
        };
        for (id, data) in &data.rules {
            let key = format!("score.rules.\"{}\"", id.as_ref());
            if self.must_score(id, &key)
                && let Some(points) = self.rule_points(data, &key)
            {
                scheme.rules.insert(id.as_ref().as_str().into(), points);
            }
        }
        let mut taken = HashSet::new();
        let mut names = HashSet::new();
        for data in data.aspects {
            if !names.insert(data.name.as_ref().trim().to_owned()) {
                self.problem(&data.name, "score.aspect.name", ProfileTrouble::TakenAspect, None);
            }
            scheme.aspects.extend(self.aspect(data, &mut taken));
        }
        for (name, least) in &data.grades {
            let key = format!("score.grades.\"{}\"", name.as_ref());
            self.not_empty(Some(name), &key);
            let name = SafeText::line(name.as_ref()).as_str().into();
            scheme.grades.extend(self.points(least, &key).map(|least| ScoreGrade { name, least }));
        }
        scheme.grades.sort_by_key(|grade| std::cmp::Reverse(grade.least));
        self.profile.score = Some(scheme);
    }

    fn points(&mut self, written: &Written, key: &str) -> Option<Points> {
        let points = Points::parse(written.as_ref());
        if points.is_none() {
            self.problem(written, key, ProfileTrouble::BadPoints(MOST), None);
        }
        points
    }

    fn rule_points(&mut self, data: &PointsData, key: &str) -> Option<RulePoints> {
        let each = data.each.as_ref().and_then(|each| self.points(each, key));
        let most = data.most.as_ref().and_then(|most| self.points(most, &format!("{key}.most")));
        Some(RulePoints { each: each?, most })
    }

    fn aspect(&mut self, data: AspectData, taken: &mut HashSet<String>) -> Option<ScoreAspect> {
        let key = format!("score.aspect \"{}\"", data.name.as_ref());
        self.not_empty(Some(&data.name), "score.aspect.name");
        let points = self.points(&data.points, &format!("{key}.points"));
        let [error, warning] = [("error", &data.error), ("warning", &data.warning)]
            .map(|(name, written)| written.as_ref().and_then(|it| self.points(it, &format!("{key}.{name}"))));
        let key = format!("{key}.rules");
        for name in &data.rules {
            let is_new = taken.insert(name.as_ref().clone());
            if self.must_score(name, &key) && !is_new {
                self.problem(name, &key, ProfileTrouble::TakenRule, None);
            }
        }
        let name = SafeText::line(data.name.as_ref().trim()).as_str().into();
        let rules = data.rules.into_iter().map(|name| name.into_inner().into()).collect();
        Some(ScoreAspect { name, points: points?, rules, error, warning })
    }

    /// Is it a rule that may have findings, or a group of rules?
    fn must_score(&mut self, name: &Text, key: &str) -> bool {
        let text = name.as_ref().as_str();
        if let Some(rule) = rule(text) {
            let never = rule.awaits || rule.unchecked;
            if never {
                self.problem(name, key, ProfileTrouble::NeverRuns, None);
            }
            return !never;
        }
        let own: Vec<Box<str>> = self.own_ids().cloned().collect();
        let ids = || rules().iter().map(|rule| &*rule.id).chain(own.iter().map(|id| &**id));
        if ids().any(|id| id == text || group(id) == text) {
            return true;
        }
        let near = nearest(text, ids().flat_map(|id| [id, group(id)]));
        self.problem(name, key, ProfileTrouble::UnknownRule, near);
        false
    }
}
