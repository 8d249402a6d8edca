//! The terms of a relation as they are written: `-3*last:requests/carried_out/total`, `requests/denied.*/total`.

use crate::form::{Cell, Form};
use crate::report::Number;

use super::own::{Side, Source, Term};

/// A term by the names of its cells.
pub(super) struct Named {
    times: i64,
    pub(crate) source: Source,
    /// A cell id, or the names of a cell on the form, in which row and column may end in `*`.
    pub(crate) cells: Option<Box<str>>,
    constant: Number,
}

impl Named {
    pub(crate) fn constant(constant: Number) -> Self {
        Self { times: 1, source: Source::Here, cells: None, constant }
    }

    /// `-3*last:requests/carried_out/total`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (sign, rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest.trim_start()),
            None => (1, text.strip_prefix('+').unwrap_or(text).trim_start()),
        };
        let digits = rest.find(|c: char| !c.is_ascii_digit()).filter(|at| *at > 0);
        let (times, rest) = match digits.and_then(|at| Some((rest.get(..at)?, rest.get(at..)?))) {
            Some((number, rest)) => (number.parse::<i32>().ok()?.into(), rest.trim_start().strip_prefix('*')?),
            None => (1, rest),
        };
        let rest = rest.trim();
        let (source, id) = match (rest.strip_prefix("last:"), rest.strip_prefix("sum:")) {
            (Some(id), _) => (Source::LastYear, id.trim()),
            (_, Some(id)) => (Source::Units, id.trim()),
            _ => (Source::Here, rest),
        };
        let is_cell = id.split('/').filter(|part| !part.trim().is_empty()).count() == 3 && id.split('/').count() == 3;
        is_cell.then(|| Self { times: sign * times, source, cells: Some(id.into()), constant: Number::ZERO })
    }
}

/// A side with the cells of one edition; `None` where it lacks one.
pub(super) fn in_edition(side: &[Named], form: &'static Form) -> Option<Side> {
    let mut built = Side::default();
    for named in side {
        built.constant = built.constant.checked_add(named.constant)?;
        let Some(pattern) = &named.cells else { continue };
        let cells = matching(form, pattern);
        if cells.is_empty() {
            return None;
        }
        let (times, source) = (named.times, named.source);
        built.terms.extend(cells.into_iter().map(|cell| Term { cell, times, source }));
    }
    Some(built)
}

/// The cells that an id stands for, with `*` or without, in the form's order; else those that are called so.
pub(super) fn matching(form: &Form, pattern: &str) -> Vec<Cell> {
    let by_id = by_id(form, pattern);
    if by_id.is_empty() { form.called(pattern) } else { by_id }
}

fn by_id(form: &Form, pattern: &str) -> Vec<Cell> {
    if !pattern.contains('*') {
        return form.cell(pattern).into_iter().collect();
    }
    let fits = |id: &str| {
        id.split('/').count() == pattern.split('/').count()
            && id.split('/').zip(pattern.split('/')).all(|(part, wanted)| match wanted.strip_suffix('*') {
                Some(start) => part.starts_with(start),
                None => part == wanted,
            })
    };
    form.cells().filter(|&cell| fits(form.id(cell))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_has_a_sign_a_factor_and_a_source() {
        let term = Named::parse("- 3 * last:requests/new/total").unwrap();
        assert_eq!(
            (term.times, term.source, term.cells.as_deref()),
            (-3, Source::LastYear, Some("requests/new/total"))
        );
        assert_eq!(Named::parse("sum:a/b/c").unwrap().source, Source::Units);
        for text in ["", "-", "requests/new", "a/b/c/d", "a//c", "3requests/new/total", "99999999999*a/b/c"] {
            assert!(Named::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_star_stands_for_the_rest_of_a_row_or_a_column() {
        let form = crate::form::newest();
        let count = |pattern| matching(form, pattern).len();
        assert_eq!(count("requests/denied.*/total"), 8);
        assert_eq!(count("requests/new/*"), 7);
        assert_eq!(count("requests/*/total"), 25);
        assert_eq!(count("requests/nothing.*/total"), 0);
        assert_eq!((count("表三/不予公开*/总计"), count("表三/本年新收/总计")), (8, 1));
    }
}
