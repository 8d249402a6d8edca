//! What an office has set for returning reports: templates for notes, and how many days an agency is given.

use toml::Spanned;

use crate::base::nearest::nearest;
use crate::report::SafeText;

use super::build::Builder;
use super::error::ProfileTrouble;
use super::file::TemplateData;
use crate::words::placeholders;

/// A note to begin with; its placeholders are filled where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Template {
    /// Its name in the list.
    pub(crate) name: SafeText,
    /// Its text, of several lines maybe.
    pub(crate) text: SafeText,
}

/// What a template can have filled in.
pub(crate) const PLACEHOLDERS: [&str; 9] =
    ["agency", "year", "cell", "value", "rule", "left", "right", "difference", "due"];

/// Working days cannot be told without a calendar of holidays: these are calendar days.
pub(crate) const USUAL_DAYS: i64 = 5;

/// More than a year is no date to wait for.
const LONGEST_DAYS: i64 = 365;

impl Builder {
    /// How many days an agency is given.
    pub(super) fn returns(&mut self, days: Option<&Spanned<i64>>) {
        let Some(days) = days else { return };
        if (1..=LONGEST_DAYS).contains(days.as_ref()) {
            self.profile.return_days = Some(*days.as_ref());
        } else {
            self.problem(days, "return.days", ProfileTrouble::BadDays, None);
        }
    }

    /// A template of the office's own.
    pub(super) fn template(&mut self, data: &TemplateData) {
        let key = format!("template \"{}\"", data.name.as_ref());
        if data.name.as_ref().trim().is_empty() {
            self.problem(&data.name, "template.name", ProfileTrouble::NoText, None);
        }
        if data.text.as_ref().trim().is_empty() {
            self.problem(&data.text, &format!("{key}.text"), ProfileTrouble::NoText, None);
        }
        for name in placeholders(data.text.as_ref()).filter(|name| !PLACEHOLDERS.contains(name)) {
            let near = nearest(name, PLACEHOLDERS);
            let known = if near.is_some() { Vec::new() } else { PLACEHOLDERS.map(Into::into).into() };
            let trouble = ProfileTrouble::BadPlaceholder(name.into(), known.into());
            self.problem(&data.text, &format!("{key}.text"), trouble, near);
        }
        if self.profile.templates.iter().any(|known| *known.name == *data.name.as_ref().as_str()) {
            self.problem(&data.name, "template.name", ProfileTrouble::TakenName, None);
        }
        let (name, text) = (SafeText::line(data.name.as_ref()), SafeText::lines(data.text.as_ref().trim_end()));
        self.profile.templates.push(Template { name, text });
    }
}
