//! A document's own lines, as the desk shows them beside the report that was read from it.

use serde::{Deserialize, Serialize};

use super::SafeText;

/// One line of text, or one row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Wire")]
pub struct SourceLine {
    /// Its number, from 1: what [`super::Origin::line`] and [`super::Remark::line`] refer to.
    pub(crate) number: u32,
    /// The page, from 1, where the format has pages.
    pub(crate) page: Option<u32>,
    /// One text for a paragraph; one for each column of a table row, blank where a merged cell goes on.
    pub fields: Vec<SafeText>,
    /// The place of each field where the format names one (`Sheet1!B5`); as many as there are fields.
    pub(crate) places: Vec<Option<Box<str>>>,
}

/// As it comes from outside: text that is not yet safe.
#[derive(Deserialize)]
struct Wire {
    number: u32,
    page: Option<u32>,
    fields: Vec<String>,
    places: Vec<Option<Box<str>>>,
}

impl From<Wire> for SourceLine {
    fn from(wire: Wire) -> Self {
        let Wire { number, page, fields, mut places } = wire;
        places.resize(fields.len(), None);
        let safe = |place: Option<Box<str>>| place.map(|place| SafeText::line(&place).as_str().into());
        let places = places.into_iter().map(safe).collect();
        Self { number, page, fields: fields.iter().map(|field| SafeText::line(field)).collect(), places }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_survive_json_and_what_comes_from_outside_is_made_safe() {
        let line = SourceLine {
            number: 3,
            page: Some(2),
            fields: vec!["总计".into(), "5".into()],
            places: vec![None, Some("Sheet1!B5".into())],
        };
        let json = serde_json::to_string(&line).unwrap();
        assert_eq!(serde_json::from_str::<SourceLine>(&json).unwrap(), line);
        let hostile = r#"{"number":1,"page":null,"fields":["a\u001b[2J","b"],"places":["\u0007"]}"#;
        let line: SourceLine = serde_json::from_str(hostile).unwrap();
        assert_eq!(line.fields, [SafeText::line("a\x1b[2J"), SafeText::line("b")]);
        assert_eq!(line.places, [Some("\\x07".into()), None]);
    }
}
