//! Naming the agency of a report: which texts there are.

/// Naming the agency of a report.
#[derive(Debug)]
pub struct NamingWords {
    /// Title of the list of names.
    pub title: &'static str,
    /// How it is used.
    pub hint: &'static str,
    /// The line that takes a given name back. `{name}`: the one that was read.
    pub as_read: &'static str,
    /// Where an offered name comes from.
    pub from_earlier: &'static str,
    /// Where an offered name comes from.
    pub from_folder: &'static str,
    /// Where an offered name comes from.
    pub from_file: &'static str,
    /// Where an offered name comes from.
    pub from_text: &'static str,
    /// Of the roster, without a report.
    pub from_missing: &'static str,
    /// Where an offered name comes from.
    pub from_roster: &'static str,
    /// It has a report for another year.
    pub from_other: &'static str,
    /// The reviewer writes it.
    pub from_written: &'static str,
    /// A name is on disk. `{name}`.
    pub saved: &'static str,
    /// It is on disk that a name was taken back.
    pub saved_as_read: &'static str,
    /// It has this name.
    pub already: &'static str,
    /// Asked at the first Enter. `{name}`.
    pub first_by_chance: &'static str,
    /// The first name offered is that of before the file changed. `{name}`.
    pub first_is_earlier: &'static str,
    /// A file has become another report. `{was}`, `{now}`, `{what}`.
    pub left_behind: &'static str,
    /// Where notes that were left behind are. `{key}`.
    pub left_at: &'static str,
    /// One of what was left behind. `{status}`.
    pub left_status: &'static str,
    /// One of what was left behind.
    pub left_name: &'static str,
    /// One of what was left behind. `{count}`.
    pub left_verdicts: &'static str,
    /// One of what was left behind. `{count}`.
    pub left_notes: &'static str,
    /// None of these, but something.
    pub left_other: &'static str,
    /// Files have changed since they were written about. `{count}`, `{notes}`, `{name}`.
    pub all_left_behind: &'static str,
    /// The report tells whose it is.
    pub only_unnamed: &'static str,
    /// What a given name replaces. `{name}`.
    pub read_as: &'static str,
}
