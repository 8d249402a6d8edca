//! Which of several reports stands for an agency's year.

use std::sync::Arc;

use crate::report::Lean;

/// The latest version; of several that carry none, the first.
pub fn latest<'a>(reports: impl Iterator<Item = &'a Arc<Lean>>) -> Option<&'a Arc<Lean>> {
    reports.reduce(|known, next| if next.head.version > known.head.version { next } else { known })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;
    use crate::report::{Agency, Cells, Head};

    #[test]
    fn a_version_stands_before_none_and_a_later_one_before_it() {
        let of = |version: Option<u32>| {
            let (form, head) = (form::newest(), Head { agency: Agency::default(), year: 2024, version });
            Arc::new(Lean { head, form, cells: Cells::missing(form), remarks: 0 })
        };
        let (first, again, one, two) = (of(None), of(None), of(Some(1)), of(Some(2)));
        assert!(Arc::ptr_eq(latest([&first, &again].into_iter()).unwrap(), &first));
        assert!(Arc::ptr_eq(latest([&first, &two, &one].into_iter()).unwrap(), &two));
        assert!(latest([].into_iter()).is_none());
    }
}
