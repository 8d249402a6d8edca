//! DOC-11 by what is known from elsewhere: when a report was published, or came in.

use jiff::civil::Date;

use crate::check::facts::agency;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::profile::Profile;
use crate::check::profile::basis::Basis;
use crate::check::rule::{Need, id};
use crate::report::{Head, Lean, SafeText};

/// When it was published, else when it came in, by a date in the year after that of the report: by the file of dates, else
/// by the roster, each as far as it says so. Else why that is not known.
pub(in crate::check) fn of(report: &Lean, basis: &Basis<'_>) -> Result<(&'static str, Date), WhyUnchecked> {
    let head = &report.head;
    let given = basis.inputs.received.and_then(|given| given.of(head));
    let listed = basis.roster.and_then(|roster| roster.lookup(&head.agency.name, &head.agency.region));
    let known = [
        ("published", given.and_then(|given| given.published)),
        ("published", listed.and_then(|listed| listed.published)),
        ("received", given.and_then(|given| given.received)),
        ("received", listed.and_then(|listed| listed.received)),
    ];
    let known: Vec<(&'static str, Date)> = known.into_iter().filter_map(|(case, date)| Some((case, date?))).collect();
    // A date of another year is likely that of another report, or was written by mistake.
    let next = known.iter().find(|(_, date)| i64::from(date.year()) == i64::from(head.year) + 1);
    next.copied().ok_or_else(|| match known.first() {
        Some((_, date)) => WhyUnchecked::OtherYear(SafeText::line(&date.to_string())),
        None if basis.inputs.received.is_some() => WhyUnchecked::NotListed(Need::Dates),
        None => WhyUnchecked::Needs(Need::Dates),
    })
}

/// Says that it was late; where the date is not known, what stands below the text may tell.
pub(super) fn check(report: &Lean, basis: &Basis<'_>, found: &mut Collector<'_>) {
    let Ok((case, date)) = of(report, basis) else { return };
    let due = due(&report.head, basis.profile);
    let due = due.and_then(|(month, day)| Date::new(date.year(), month, day).ok());
    if let Some(due) = due.filter(|due| date > *due) {
        found.say(id::DOC_11, case, "date", Say::default().with("date", date).with("due", due));
    }
}

/// Until when it is to be published: month and day.
fn due(head: &Head, profile: &Profile) -> Option<(i8, i8)> {
    let (month, day) = agency::due(&head.agency, profile.dates());
    Some((i8::try_from(month).ok()?, i8::try_from(day).ok()?))
}
