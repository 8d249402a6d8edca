//! Several reviewers at once: which texts there are.

/// Several reviewers at once.
#[derive(Debug)]
pub struct TogetherWords {
    /// Title of the list of who is here.
    pub here_title: &'static str,
    /// How it is used.
    pub here_hint: &'static str,
    /// Since when somebody looks at a report.
    pub here_since: &'static str,
    /// Somebody looks at no report.
    pub on_list: &'static str,
    /// Nobody else is here.
    pub nobody_here: &'static str,
    /// The report somebody looks at is not loaded here.
    pub not_loaded: &'static str,
    /// Somebody looks at the open report.
    pub looking: &'static str,
    /// Between names.
    pub and: &'static str,
    /// Title of the list of reviewers.
    pub assign_title: &'static str,
    /// How it is used.
    pub assign_hint: &'static str,
    /// No reviewer.
    pub nobody: &'static str,
    /// Marks a name that nobody has yet.
    pub new_name: &'static str,
    /// Beside the reviewer's own name.
    pub myself: &'static str,
    /// Beside the present one.
    pub assigned_now: &'static str,
    /// An assignment is on disk.
    pub saved_assignment: &'static str,
    /// It is on disk that nobody has it.
    pub saved_nobody: &'static str,
    /// It is assigned so.
    pub already: &'static str,
    /// Only the reviewer's own.
    pub mine_shown: &'static str,
    /// All again.
    pub all_shown: &'static str,
    /// Chip.
    pub chip_assignee: &'static str,
    /// Chip.
    pub chip_unassigned: &'static str,
    /// Chip.
    pub flag_conflict: &'static str,
    /// Reviewers decide differently: each with their decision.
    pub conflict: &'static str,
    /// One of them.
    pub view: &'static str,
    /// How many findings of a report.
    pub conflicts: &'static str,
}
