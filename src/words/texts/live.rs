//! A directory that changes while it is reviewed: which texts there are.

/// A directory that changes while it is reviewed.
#[derive(Debug)]
pub struct LiveWords {
    /// New files.
    pub arrived: &'static str,
    /// Changed files.
    pub changed: &'static str,
    /// Files that are not there any more.
    pub gone: &'static str,
    /// Of these, how many cannot be read.
    pub unreadable: &'static str,
    /// Between these.
    pub separator: &'static str,
    /// What happened in the reviewed directory.
    pub told: &'static str,
    /// The open report was read anew.
    pub open_changed: &'static str,
    /// The file of the open report is not there any more.
    pub open_gone: &'static str,
    /// The same, beside the status of the open report.
    pub is_gone: &'static str,
    /// The reviewer asked to look.
    pub reloading: &'static str,
    /// The reviewer asked to look, and nothing was found.
    pub nothing: &'static str,
    /// It is still being read for the first time.
    pub not_yet: &'static str,
    /// The directory cannot be watched and is looked at instead.
    pub trouble: &'static str,
}
