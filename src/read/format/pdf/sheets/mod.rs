//! What does not end with its sheet, or shares it: tables over several pages, columns on the next one, two pages on one.

pub(super) mod aside;
pub(super) mod halves;
pub(super) mod join;
pub(super) mod sideways;
