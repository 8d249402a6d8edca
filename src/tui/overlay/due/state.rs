//! A date being asked for: until when a returned report is to be reported anew.

use jiff::civil::Date;

use crate::tui::model::Begun;

/// A date being asked for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DuePrompt {
    pub(crate) of: DueOf,
    /// What has been typed.
    pub(crate) text: String,
    /// What `Enter` takes when nothing has.
    pub(crate) usual: Option<Date>,
}

/// Which reports get a date.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum DueOf {
    /// This one, which is returned with it.
    One(Box<Begun>),
    /// All that are marked, which are returned with it.
    Marked,
    /// This one, which is returned already.
    Change(Box<Begun>),
}
