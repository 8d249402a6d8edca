//! What a reviewer had before their eyes when they acted: a free JSON object.
//!
//! Four shapes are ours: the value of a cell, the two sides of an equation, a digest of a report's cells, a reading
//! doubt. Whether the act is stale is the caller's question, who knows the present: it makes the same shape again and
//! compares.

use serde::Serialize;
use serde_json::value::{RawValue, Value, to_raw_value};

/// What was seen. Equal when the JSON means the same.
#[derive(Debug, Clone)]
pub struct Seen(Box<RawValue>);

#[derive(Serialize)]
struct CellSeen<T> {
    value: T,
}

#[derive(Serialize)]
struct SidesSeen<T> {
    left: T,
    right: T,
}

#[derive(Serialize)]
struct DoubtSeen<'a> {
    doubt: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    message: &'a str,
}

#[derive(Serialize)]
struct CellsSeen<'a> {
    cells: &'a str,
}

impl Seen {
    /// The value of a cell, as a report's JSON writes it. `None` if the value cannot be written as JSON.
    #[must_use]
    pub(crate) fn value<T: Serialize>(value: T) -> Option<Self> {
        Self::of(&CellSeen { value })
    }

    /// The two sides of an equation. `None` if they cannot be written as JSON.
    #[must_use]
    pub(crate) fn sides<T: Serialize>(left: T, right: T) -> Option<Self> {
        Self::of(&SidesSeen { left, right })
    }

    /// A digest of all cells of a report.
    #[must_use]
    pub fn cells(digest: &str) -> Option<Self> {
        Self::of(&CellsSeen { cells: digest })
    }

    /// A reading doubt that is about no cell: its kind, where it stands, and its words.
    #[must_use]
    pub(crate) fn doubt(kind: &str, page: Option<u32>, line: Option<u32>, message: &str) -> Option<Self> {
        Self::of(&DoubtSeen { doubt: kind, page, line, message })
    }

    fn of<T: Serialize>(value: &T) -> Option<Self> {
        to_raw_value(value).ok().map(Self)
    }

    pub(super) fn from_raw(raw: &RawValue) -> Self {
        Self(raw.to_owned())
    }

    pub(super) fn raw(&self) -> &RawValue {
        &self.0
    }

    /// The JSON text.
    #[must_use]
    pub(crate) fn json(&self) -> &str {
        self.0.get()
    }

    /// One key of the object.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn get(&self, key: &str) -> Option<Value> {
        match serde_json::from_str(self.0.get()).ok()? {
            Value::Object(mut map) => map.remove(key),
            _ => None,
        }
    }

    /// The cell's value, if that is what was seen.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn seen_value(&self) -> Option<Value> {
        self.get("value")
    }

    /// The sides of the equation, if that is what was seen.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn seen_sides(&self) -> Option<(Value, Value)> {
        Some((self.get("left")?, self.get("right")?))
    }

    /// The digest of the report's cells, if that is what was seen.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn seen_cells(&self) -> Option<String> {
        match self.get("cells")? {
            Value::String(digest) => Some(digest),
            _ => None,
        }
    }
}

impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (self.json(), other.json());
        // Too deep to parse: then only the same text is the same.
        a == b
            || matches!((serde_json::from_str::<Value>(a), serde_json::from_str::<Value>(b)), (Ok(a), Ok(b)) if a == b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_shapes_are_written_and_read() {
        let value = Seen::value(3).unwrap();
        assert_eq!(value.json(), r#"{"value":3}"#);
        assert_eq!(value.seen_value(), Some(Value::from(3)));
        assert_eq!(value.seen_sides(), None);
        let sides = Seen::sides(51, 50).unwrap();
        assert_eq!(sides.json(), r#"{"left":51,"right":50}"#);
        assert_eq!(sides.seen_sides(), Some((51.into(), 50.into())));
        assert_eq!(Seen::cells("ab12").unwrap().seen_cells().as_deref(), Some("ab12"));
    }

    #[test]
    fn blanks_and_the_order_of_keys_make_no_difference() {
        let theirs: Box<RawValue> = serde_json::from_str(r#"{ "right": 50, "left": 51 }"#).unwrap();
        assert_eq!(Seen::from_raw(&theirs), Seen::sides(51, 50).unwrap());
        assert_ne!(Seen::value(3), Seen::value("3"));
        assert_ne!(Seen::value(()), Seen::value(0), "blank is not zero");
    }
}
