//! The known editions: those that come with the program, and those that were added at its start.

use std::cmp::Reverse;
use std::sync::OnceLock;

use super::build::{self, FormError};
use super::{Cell, Form, sound};

/// The text of each edition that comes with the program, newest first.
pub(super) const EDITIONS: [&str; 2] = [include_str!("2021.toml"), include_str!("2019.toml")];

/// All of them, from the first moment that somebody asks.
static KNOWN: OnceLock<Known> = OnceLock::new();

struct Known {
    /// Newest first.
    forms: Vec<Form>,
    /// How many newer ones than those that come with the program were added.
    newer: usize,
}

fn known() -> &'static Known {
    KNOWN.get_or_init(|| Known { forms: own(), newer: 0 })
}

/// What comes with the program.
fn own() -> Vec<Form> {
    // An edition that does not load is found by the test `every_edition_loads`, not by a user.
    EDITIONS.iter().filter_map(|text| build::from_toml(text).ok()).collect()
}

/// Adds editions to those that come with the program, from the texts of their files; before anybody has asked for any.
///
/// # Errors
/// The place of the text that is no edition, and why.
pub(crate) fn add(texts: &[String]) -> Result<(), (usize, FormError)> {
    let mut forms = own();
    let shipped = forms.first().map_or(0, Form::since);
    for (at, text) in texts.iter().enumerate() {
        let form = build::from_toml(text).map_err(|error| (at, error))?;
        sound::check(&form, &forms).map_err(|error| (at, error))?;
        forms.push(form);
    }
    forms.sort_by_key(|form| Reverse(form.since()));
    let newer = forms.iter().filter(|form| form.since() > shipped).count();
    KNOWN.set(Known { forms, newer }).map_err(|_| (0, FormError::Late))
}

/// Every known edition, newest first.
#[must_use]
pub fn editions() -> &'static [Form] {
    &known().forms
}

/// The id of a cell as the forms have it, of whatever edition.
#[must_use]
pub fn cell_id(id: &str) -> Option<&'static str> {
    editions().iter().find_map(|form| form.cell(id).map(|cell: Cell| form.id(cell)))
}

/// The edition with this name, for instance `2021`.
#[must_use]
pub fn edition(name: &str) -> Option<&'static Form> {
    editions().iter().find(|form| &*form.edition == name)
}

/// The newest edition.
///
/// # Panics
/// Never: the test `every_edition_loads` proves that the embedded editions load.
#[must_use]
#[expect(clippy::expect_used, reason = "EDITIONS is embedded and not empty; proved by a test")]
pub fn newest() -> &'static Form {
    editions().first().expect("an embedded edition")
}

/// The newest edition that comes with the program: what is invented is in it, whatever was added.
#[must_use]
pub(crate) fn embedded() -> &'static Form {
    known().forms.get(known().newer).unwrap_or_else(newest)
}
