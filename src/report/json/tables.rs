//! The `tables` of a report, straight into packed cells.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::form::{Cell, Form, Table};
use crate::report::{Cells, Number, Value};

use super::bounds;
use super::error::{ReportError, ReportErrorKind};
use super::expect::{Expected, FoundInstead, shown};
use super::limited::Text;
use super::others::Others;

/// Reads the JSON text of the `tables` value. The line of an error counts from the start of that text.
pub(super) fn parse(form: &'static Form, json: &str, others: &mut Others) -> Result<Cells, ReportError> {
    let mut state =
        State { form, cells: Cells::missing(form), others: Some(others), path: Path::default(), refused: None };
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let result = Level { state: &mut state, depth: Depth::Tables }.deserialize(&mut deserializer);
    match result {
        Ok(()) => Ok(state.cells),
        Err(error) => Err(state.error(&error)),
    }
}

/// The `tables` value of a file that is read in one pass, without keys of other programs.
pub(super) struct TablesSeed {
    pub(crate) form: &'static Form,
}

impl<'de> DeserializeSeed<'de> for TablesSeed {
    type Value = Cells;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cells, D::Error> {
        let form = self.form;
        let mut state = State { form, cells: Cells::missing(form), others: None, path: Path::default(), refused: None };
        Level { state: &mut state, depth: Depth::Tables }.deserialize(deserializer)?;
        Ok(state.cells)
    }
}

struct State<'a> {
    form: &'static Form,
    cells: Cells,
    /// For the keys of other programs; `None` where there must be none.
    others: Option<&'a mut Others>,
    /// The keys on the way to the value being read.
    path: Path,
    /// What is wrong with the value, where the deserialiser cannot say it.
    refused: Option<ReportErrorKind>,
}

impl State<'_> {
    fn error(self, error: &serde_json::Error) -> ReportError {
        let key = if self.path.depth == 0 { "tables".to_owned() } else { self.path.joined() };
        let wrong = match self.refused {
            Some(kind) => ReportError::new(kind, &key),
            None => ReportError::of(error, &key),
        };
        wrong.at(error.line())
    }

    /// Takes what another program has put below the key that stands last on the path.
    fn keep<E: Error>(&mut self, raw: &RawValue) -> Result<(), E> {
        let (above, key) = self.path.split();
        let Some(others) = self.others.as_deref_mut() else { return Err(E::custom("a key of another program")) };
        others.add(&above, key, raw).map_err(|kind| {
            self.refused = Some(kind);
            E::custom("too much")
        })
    }
}

/// Up to three keys: table, row, column. The buffers are used again and again, since every key of every report of a
/// directory passes through here.
#[derive(Default)]
struct Path {
    keys: [String; 3],
    depth: usize,
}

impl Path {
    fn push(&mut self, name: &str) {
        if let Some(key) = self.keys.get_mut(self.depth) {
            key.clear();
            key.push_str(name);
        }
        self.depth += 1;
    }

    fn pop(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// All keys but the last, with what leads to the tables, and the last.
    fn split(&self) -> (String, &str) {
        let keys = self.keys.get(..self.depth.min(self.keys.len())).unwrap_or_default();
        let Some((last, above)) = keys.split_last() else { return ("tables.".to_owned(), "") };
        let above: String = above.iter().flat_map(|key| [key.as_str(), "/"]).collect();
        (format!("tables.{above}"), last)
    }

    fn joined(&self) -> String {
        self.keys.get(..self.depth.min(self.keys.len())).unwrap_or_default().join("/")
    }
}

/// How deep in the tables a value stands.
#[derive(Clone, Copy)]
enum Depth {
    Tables,
    Rows(&'static Table),
    Columns(&'static Table, usize),
}

/// What a key at some depth names.
enum Named {
    Table(&'static Table),
    Row(&'static Table, usize),
    Cell(Cell),
    Unknown,
}

impl Depth {
    /// Finds the name; `hint` is the position after the one found last, since files keep the form's order.
    fn find(self, form: &'static Form, name: &str, hint: usize) -> (Named, usize) {
        match self {
            Self::Tables => match form.table(name) {
                Some((index, table)) => (Named::Table(table), index),
                None => (Named::Unknown, hint),
            },
            Self::Rows(table) => match find_from(&table.rows, |row| &row.id, name, hint) {
                Some(index) => (Named::Row(table, index), index),
                None => (Named::Unknown, hint),
            },
            Self::Columns(table, row) => {
                let index = find_from(&table.columns, |column| &column.id, name, hint);
                match index.and_then(|index| Some((table.at(row, index)?, index))) {
                    Some((cell, index)) => (Named::Cell(cell), index),
                    None => (Named::Unknown, hint),
                }
            }
        }
    }
}

fn find_from<T>(all: &[T], id: impl Fn(&T) -> &str, name: &str, hint: usize) -> Option<usize> {
    if all.get(hint).is_some_and(|known| id(known) == name) {
        return Some(hint);
    }
    all.iter().position(|known| id(known) == name)
}

/// An object at some depth of the tables.
struct Level<'s, 'a> {
    state: &'s mut State<'a>,
    depth: Depth,
}

impl<'de> DeserializeSeed<'de> for Level<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Level<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Expected::Object, f)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { state, depth } = self;
        let mut hint = 0;
        while let Some((named, position)) = map.next_key_seed(Name { state, depth, hint })? {
            hint = position + 1;
            match named {
                Named::Table(table) => map.next_value_seed(Level { state, depth: Depth::Rows(table) })?,
                Named::Row(table, row) => map.next_value_seed(Level { state, depth: Depth::Columns(table, row) })?,
                Named::Cell(cell) if state.cells.get(cell) != Value::Missing => {
                    state.refused = Some(ReportErrorKind::KeyTwice);
                    return Err(A::Error::custom("twice"));
                }
                Named::Cell(cell) => map.next_value_seed(CellSeed { state, cell })?,
                Named::Unknown => state.keep::<A::Error>(map.next_value()?)?,
            }
            state.path.pop();
        }
        Ok(())
    }
}

/// A key: looked up, and put on the path.
struct Name<'s, 'a> {
    state: &'s mut State<'a>,
    depth: Depth,
    hint: usize,
}

impl<'de> DeserializeSeed<'de> for Name<'_, '_> {
    type Value = (Named, usize);
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_, '_> {
    type Value = (Named, usize);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        // Where nobody is told what is wrong, nobody asks where.
        if self.state.others.is_some() {
            self.state.path.push(name);
        }
        Ok(self.depth.find(self.state.form, name, self.hint))
    }
}

/// The value of a cell.
struct CellSeed<'s, 'a> {
    state: &'s mut State<'a>,
    cell: Cell,
}

impl CellSeed<'_, '_> {
    fn refuse<E: Error>(self, found: impl fmt::Display) -> Result<(), E> {
        self.state.refused = Some(ReportErrorKind::NotACell(shown(&found.to_string())));
        Err(E::custom("not a cell"))
    }
}

impl<'de> DeserializeSeed<'de> for CellSeed<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for CellSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a cell")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.state.cells.set(self.cell, Value::int(value));
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => self.refuse(value),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.refuse(value)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.refuse(value)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        match Number::parse(text) {
            Some(number) => {
                self.state.cells.set(self.cell, Value::Number(number));
                Ok(())
            }
            None => self.refuse(format_args!("\"{}\"", shown(text))),
        }
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.state.cells.set(self.cell, Value::Blank);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        self.refuse("[…]")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut raw: Option<String> = None;
        while let Some(Text(key)) = map.next_key::<Text<Cow<'de, str>, { bounds::KEY }>>()? {
            if key == "raw" {
                let Ok(text) = map.next_value::<String>() else { return self.refuse("{\"raw\": …}") };
                raw = Some(text);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        match raw {
            Some(text) if text.len() > bounds::RAW && text.chars().count() > bounds::RAW => {
                let found = FoundInstead::Length(text.chars().count());
                self.state.refused = Some(ReportErrorKind::WrongType(Expected::Text(bounds::RAW), found));
                Err(A::Error::custom("too long"))
            }
            Some(text) => {
                let text = crate::report::SafeText::line(&text);
                self.state.cells.set(self.cell, Value::Raw(&text));
                Ok(())
            }
            None => self.refuse("{…}"),
        }
    }
}
