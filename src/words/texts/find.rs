//! Finding an agency and coming back to it: which texts there are.

/// Narrowing, ordering, saved filters, the moves between reports, and the place of the last session.
#[derive(Debug)]
pub struct FindWords {
    /// Where findings are, in the order of `check::Part::ALL`.
    pub parts: [&'static str; 7],
    /// The columns that the list can be ordered by, in the order of `Column::ALL`.
    pub columns: [&'static str; 10],
    /// A chip: the reports of this year. `{year}`
    pub chip_year: &'static str,
    /// A chip: reports that this reviewer has acted on. `{name}`
    pub chip_reviewer: &'static str,
    /// A chip of a saved filter that means nothing here. `{what}`
    pub chip_lost: &'static str,
    /// Title of the menu of columns to order by.
    pub order_title: &'static str,
    /// Its keys.
    pub order_hint: &'static str,
    /// Smallest first.
    pub ascending: &'static str,
    /// Largest first.
    pub descending: &'static str,
    /// Title of the question for the name of a filter.
    pub name_title: &'static str,
    /// Its keys.
    pub name_hint: &'static str,
    /// A filter of this name is there already.
    pub name_taken: &'static str,
    /// A filter is on disk. `{name}`
    pub filter_saved: &'static str,
    /// It is not. `{detail}`
    pub filter_not_saved: &'static str,
    /// There is no directory for it.
    pub no_place: &'static str,
    /// Nothing is narrowed, searched, ordered.
    pub nothing_to_save: &'static str,
    /// Title of the list of saved filters.
    pub filters_title: &'static str,
    /// Its keys.
    pub filters_hint: &'static str,
    /// There are none.
    pub no_filters: &'static str,
    /// Nothing in a list fits what was typed.
    pub nothing_fits: &'static str,
    /// A filter is in effect. `{name}`
    pub filter_applied: &'static str,
    /// A filter was removed. `{name}`
    pub filter_removed: &'static str,
    /// The file of the filters cannot be used. `{path}` `{detail}`
    pub filters_unreadable: &'static str,
    /// The file of the last session cannot be used. `{path}` `{detail}`
    pub session_unreadable: &'static str,
    /// What is wrong with a file: it is not one of this program, or a newer one's.
    pub kept_foreign: &'static str,
    /// What is wrong with a file: it is about another directory.
    pub kept_elsewhere: &'static str,
    /// What is wrong with a file: too long.
    pub kept_long: &'static str,
    /// Jumping by severity goes on with another one. `{severity}`
    pub severity_now: &'static str,
    /// No report of the list is unreviewed.
    pub all_reviewed: &'static str,
    /// No finding of the list is one of those that the list is narrowed to.
    pub none_wanted: &'static str,
    /// Behind a finding that is not one of those that the list is narrowed to.
    pub not_wanted: &'static str,
}
