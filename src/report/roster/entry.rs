//! One agency of a roster.

use jiff::civil::Date;

use crate::report::SafeText;

/// One agency.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RosterEntry {
    /// Its official name.
    pub(crate) name: SafeText,
    /// Other names it goes by.
    pub(crate) aliases: Vec<SafeText>,
    /// Province, city, county, as far as given.
    pub(crate) region: Vec<SafeText>,
    /// For instance `county-department`.
    pub(crate) level: Option<SafeText>,
    /// What kind of agency it is, in the roster's own words.
    pub(crate) kind: Option<SafeText>,
    /// The official name of the agency above it.
    pub(crate) parent: Option<SafeText>,
    /// The agencies that it was merged from, or split off.
    pub(crate) predecessors: Vec<SafeText>,
    /// The first year that it reports on.
    pub(crate) from: Option<u16>,
    /// The last year that it reports on.
    pub(crate) until: Option<u16>,
    /// When its report for the year came in.
    pub(crate) received: Option<Date>,
    /// When it was published.
    pub(crate) published: Option<Date>,
}
