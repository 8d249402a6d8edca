//! The settings of an office: which texts there are.

/// The settings of an office.
#[derive(Debug)]
pub struct ProfileWords {
    /// A problem with its place. `{path}` `{line}` `{key}` `{what}`
    pub place: &'static str,
    /// The file cannot be read. `{path}` `{detail}`
    pub unreadable: &'static str,
    /// After the first problem. `{first}` `{count}`
    pub more: &'static str,
    /// No such rule.
    pub unknown_rule: &'static str,
    /// The rule has nothing of that name.
    pub unknown_name: &'static str,
    /// No level.
    pub bad_level: &'static str,
    /// No date.
    pub bad_date: &'static str,
    /// No term of a sum.
    pub bad_term: &'static str,
    /// No such cell.
    pub unknown_cell: &'static str,
    /// No relation.
    pub bad_relation: &'static str,
    /// No scope.
    pub bad_scope: &'static str,
    /// No id.
    pub bad_id: &'static str,
    /// The id is another rule's.
    pub taken_id: &'static str,
    /// A placeholder the wording cannot have. `{name}`
    pub bad_placeholder: &'static str,
    /// last: or sum: in a rule of another scope.
    pub wrong_source: &'static str,
    /// A side without terms.
    pub empty_side: &'static str,
    /// A rule without a cell of the report.
    pub no_cells: &'static str,
    /// No section.
    pub bad_section: &'static str,
    /// Neither any nor all.
    pub no_words: &'static str,
    /// Not a number of days.
    pub bad_days: &'static str,
    /// A template without a name or a text.
    pub no_text: &'static str,
    /// The wording of a rule of the office's own. `{name}` is filled first; `{left}` `{relation}` `{right}` `{difference}`
    pub own_broken: &'static str,
    /// The wording of required words. `{name}` is filled first; `{section}` `{words}`
    pub own_missing: &'static str,
}
