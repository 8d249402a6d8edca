//! The numbers of one report, packed: a byte a cell, so that a hundred thousand reports fit in memory.

use crate::base::digest::Sha256Sum;
use crate::form::{Cell, Form};

use super::value::{Number, Value};

/// The values of all cells of a form. Two are equal if all values are, whatever was in doubt when they were read.
#[derive(Debug, Clone)]
pub struct Cells {
    /// One code per cell: the number itself, as nearly all are that small, or one of the four marks below.
    codes: Box<[u8]>,
    /// Whole numbers that do not fit into a code, in the order of their cells.
    wholes: Vec<(Cell, i32)>,
    /// What is neither, in the order of their cells.
    others: Vec<(Cell, Other)>,
    /// Which values were read with a doubt, a bit each; there is seldom one.
    doubts: Option<Box<[u64; WORDS]>>,
}

/// A form has some two hundred cells.
const WORDS: usize = 4;

/// A cell's name and value take about so many bytes.
const CELL_TEXT: usize = 40;

impl PartialEq for Cells {
    fn eq(&self, other: &Self) -> bool {
        self.codes == other.codes && self.wholes == other.wholes && self.others == other.others
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Other {
    Number(Number),
    Raw(Box<str>),
}

const MISSING: u8 = 255;
const BLANK: u8 = 254;
const OTHER: u8 = 253;
const WHOLE: u8 = 252;

impl Cells {
    /// A report in which nothing was found yet: every cell missing.
    #[must_use]
    pub fn missing(form: &Form) -> Self {
        Self { codes: vec![MISSING; form.cell_count()].into(), wholes: Vec::new(), others: Vec::new(), doubts: None }
    }

    /// What stands in a cell; [`Value::Missing`] for a cell of another edition.
    #[must_use]
    pub fn get(&self, cell: Cell) -> Value<'_> {
        match self.codes.get(cell.index()).copied() {
            None | Some(MISSING) => Value::Missing,
            Some(BLANK) => Value::Blank,
            Some(OTHER) => self.other(cell),
            Some(WHOLE) => self.whole(cell).map_or(Value::Missing, |whole| Value::int(i64::from(whole))),
            Some(code) => Value::int(i64::from(code)),
        }
    }

    /// Is it a whole number, and not below zero, as nearly all are?
    #[must_use]
    pub(crate) fn is_count(&self, cell: Cell) -> bool {
        match self.codes.get(cell.index()).copied() {
            Some(WHOLE) => self.whole(cell).is_some_and(|whole| whole >= 0),
            code => code.is_some_and(|code| code < WHOLE),
        }
    }

    /// The sum of some cells; `None` if one of them is no number.
    #[must_use]
    pub(crate) fn sum(&self, cells: &[Cell]) -> Option<Number> {
        // Four thousand million codes are below any bound of the sum.
        let mut whole = 0_i64;
        let mut others = Number::ZERO;
        for &cell in cells {
            match self.codes.get(cell.index()) {
                Some(code) if *code < WHOLE => whole += i64::from(*code),
                _ => others = others.checked_add(self.get(cell).number()?)?,
            }
        }
        others.checked_add(Number::int(whole))
    }

    fn whole(&self, cell: Cell) -> Option<i32> {
        let found = self.wholes.binary_search_by_key(&cell, |(cell, _)| *cell);
        found.ok().and_then(|index| self.wholes.get(index)).map(|(_, whole)| *whole)
    }

    fn other(&self, cell: Cell) -> Value<'_> {
        let found = self.others.binary_search_by_key(&cell, |(cell, _)| *cell);
        match found.ok().and_then(|index| self.others.get(index)) {
            Some((_, Other::Number(number))) => Value::Number(*number),
            Some((_, Other::Raw(text))) => Value::Raw(text),
            None => Value::Missing,
        }
    }

    /// Puts a value into a cell; a cell of another edition is left alone.
    pub fn set(&mut self, cell: Cell, value: Value<'_>) {
        let Some(slot) = self.codes.get_mut(cell.index()) else { return };
        let (code, packed) = pack(value);
        match std::mem::replace(slot, code) {
            OTHER => self.others.retain(|(known, _)| *known != cell),
            WHOLE => self.wholes.retain(|(known, _)| *known != cell),
            _ => {}
        }
        match packed {
            Packed::Code => {}
            Packed::Whole(whole) => put(&mut self.wholes, cell, whole),
            Packed::Other(other) => put(&mut self.others, cell, other),
        }
    }

    /// Says that the value of a cell was read with a doubt, or could not be read.
    pub(crate) fn doubt(&mut self, cell: Cell) {
        let (word, bit) = (cell.index() / 64, cell.index() % 64);
        if let Some(word) = self.doubts.get_or_insert_default().get_mut(word) {
            *word |= 1 << bit;
        }
    }

    /// Was the value of a cell read with a doubt? Then it may be our reading that is wrong.
    #[must_use]
    pub(crate) fn is_doubtful(&self, cell: Cell) -> bool {
        let (word, bit) = (cell.index() / 64, cell.index() % 64);
        self.doubts.as_ref().and_then(|doubts| doubts.get(word)).is_some_and(|word| word >> bit & 1 == 1)
    }

    /// Is there any doubt?
    #[must_use]
    pub(crate) fn has_doubts(&self) -> bool {
        self.doubts.is_some()
    }

    /// A short name of all values together: the same values give the same digest in every version of the program,
    /// whatever the file looks like that they came from.
    #[must_use]
    pub fn digest(&self, form: &Form) -> String {
        let mut text = Vec::with_capacity(CELL_TEXT * self.codes.len());
        for cell in form.cells() {
            let value = self.get(cell);
            text.extend_from_slice(form.id(cell).as_bytes());
            text.push(b'=');
            if value == Value::Missing {
                text.extend_from_slice(b"missing");
            }
            // Into memory nothing fails to be written.
            let _ = serde_json::to_writer(&mut text, &value);
            text.push(b'\n');
        }
        Sha256Sum::of(&text).short(8)
    }

    /// Is there anything at all in these cells?
    pub(crate) fn any_present(&self, cells: impl IntoIterator<Item = Cell>) -> bool {
        cells.into_iter().any(|cell| self.get(cell) != Value::Missing)
    }
}

/// What stands beside the code of a value.
enum Packed {
    Code,
    Whole(i32),
    Other(Other),
}

fn pack(value: Value<'_>) -> (u8, Packed) {
    match value {
        Value::Missing => (MISSING, Packed::Code),
        Value::Blank => (BLANK, Packed::Code),
        Value::Raw(text) => (OTHER, Packed::Other(Other::Raw(text.into()))),
        Value::Number(number) => {
            let whole = number.as_int().and_then(|value| i32::try_from(value).ok());
            let code = whole.and_then(|whole| u8::try_from(whole).ok()).filter(|&code| code < WHOLE);
            match (code, whole) {
                (Some(code), _) => (code, Packed::Code),
                (None, Some(whole)) => (WHOLE, Packed::Whole(whole)),
                (None, None) => (OTHER, Packed::Other(Other::Number(number))),
            }
        }
    }
}

/// Puts what belongs to a cell into its place. Cells mostly come in their order; no room is made for others.
fn put<T>(sorted: &mut Vec<(Cell, T)>, cell: Cell, value: T) {
    let place = sorted.partition_point(|(known, _)| *known < cell);
    sorted.reserve_exact(1);
    sorted.insert(place, (cell, value));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;
    use proptest::prelude::*;

    fn value() -> impl Strategy<Value = (u8, i64, String)> {
        (0_u8..6, any::<i64>().prop_map(|n| n % 1_000_000_000_000_000), "[a-z件/]{0,6}")
    }

    proptest! {
        #[test]
        fn what_is_set_is_what_is_got(writes in prop::collection::vec((0_usize..200, value()), 0..60)) {
            let form = form::newest();
            let all: Vec<Cell> = form.cells().collect();
            let mut cells = Cells::missing(form);
            let mut expected: Vec<(u8, i64, String)> = vec![(0, 0, String::new()); all.len()];
            for (index, spec) in writes {
                cells.set(all[index], as_value(&spec));
                expected[index] = spec;
            }
            for (cell, spec) in all.iter().zip(&expected) {
                prop_assert_eq!(cells.get(*cell), as_value(spec));
            }
        }
    }

    fn as_value((kind, number, text): &(u8, i64, String)) -> Value<'_> {
        match kind {
            0 => Value::Missing,
            1 => Value::Blank,
            2 => Value::int(*number),
            3 => Value::int(i64::from(WHOLE) + number % 9),
            4 => Value::int(i64::from(i32::MIN) + number % 3),
            _ => Value::Raw(text),
        }
    }

    #[test]
    fn a_digest_tells_values_apart_and_never_changes() {
        let form = form::newest();
        let cell = form.cells().next().unwrap();
        let mut cells = Cells::missing(form);
        let mut digests = vec![cells.digest(form)];
        for value in [Value::Blank, Value::int(0), Value::int(1), Value::Raw("0"), Value::Raw("null")] {
            cells.set(cell, value);
            digests.push(cells.digest(form));
        }
        let mut distinct = digests.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), digests.len());
        assert_eq!(digests[0], "f5fc48f022be61df");
    }

    #[test]
    fn sums_are_those_of_the_numbers_one_by_one() {
        let form = form::newest();
        let all: Vec<Cell> = form.cells().take(5).collect();
        let mut cells = Cells::missing(form);
        assert_eq!((cells.sum(&all), cells.is_count(all[0])), (None, false));
        let values = ["3", "-4", "0.25", "99999999999", "-2147483648"];
        for (cell, value) in all.iter().zip(values) {
            cells.set(*cell, Value::Number(Number::parse(value).unwrap()));
        }
        assert_eq!(cells.sum(&all).map(|sum| sum.to_string()).as_deref(), Some("97852516350.25"));
        assert_eq!(
            all.iter().map(|&cell| cells.is_count(cell)).collect::<Vec<_>>(),
            [true, false, false, false, false]
        );
        cells.set(all[1], Value::Blank);
        assert_eq!(cells.sum(&all), None);
    }

    #[test]
    fn the_marks_themselves_are_numbers_too() {
        let form = form::newest();
        let cell = form.cells().next().unwrap();
        let mut cells = Cells::missing(form);
        for code in [MISSING, BLANK, OTHER, WHOLE] {
            cells.set(cell, Value::int(i64::from(code)));
            assert_eq!(cells.get(cell), Value::int(i64::from(code)));
            assert!(cells.is_count(cell));
        }
    }
}
