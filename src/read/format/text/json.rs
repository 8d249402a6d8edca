//! Documents within JSON: the rows of a table as arrays in an array, as data frames are written, and the texts of a notebook.
//!
//! Other JSON is a report of this program or, through a mapping, of another one.

use serde_json::Value;

/// What a JSON text holds.
pub(in crate::read::format) enum Held {
    Rows(Vec<Vec<String>>),
    Text(String),
}

/// A document in a JSON text; `None` if it holds none.
pub(in crate::read::format) fn held(written: &str) -> Option<Held> {
    let bare = written.trim_start_matches('\u{feff}').trim_start();
    let is_one =
        bare.starts_with('[') || bare.starts_with('{') && bare.contains("\"cells\"") && bare.contains("\"source\"");
    if !is_one {
        return None;
    }
    match serde_json::from_str(bare).ok()? {
        Value::Array(rows) if !rows.is_empty() => rows.into_iter().map(row).collect::<Option<_>>().map(Held::Rows),
        Value::Object(notebook) => {
            let cells = notebook.get("cells")?.as_array()?;
            let texts: Vec<String> = cells.iter().filter_map(|cell| source(cell.get("source")?)).collect();
            Some(Held::Text(texts.join("\n\n")))
        }
        _ => None,
    }
}

fn row(value: Value) -> Option<Vec<String>> {
    let Value::Array(fields) = value else { return None };
    let field = |value: Value| match value {
        Value::String(text) => Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::Number(number) => Some(number.to_string()),
        Value::Null => Some(String::new()),
        _ => None,
    };
    fields.into_iter().map(field).collect()
}

/// The text of a notebook's cell: one, or its lines.
fn source(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Array(lines) => Some(lines.iter().filter_map(Value::as_str).collect()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_notebooks_are_documents_and_nothing_else_is() {
        let Some(Held::Rows(rows)) = held("[[\"规章\\n名\", 1, null], [\"文件\", \"2\"]]") else { panic!() };
        assert_eq!(rows, [vec!["规章 名", "1", ""], vec!["文件", "2"]]);
        let notebook = "{\"cells\": [{\"source\": [\"甲\\n\", \"乙\"]}, {\"source\": \"丙\"}, {}]}";
        assert!(matches!(held(notebook), Some(Held::Text(text)) if text == "甲\n乙\n\n丙"));
        for other in ["{\"agency\": 1}", "[{\"a\": 1}]", "[[{}]]", "[甲] 乙", "[]", &"[".repeat(100_000)] {
            assert!(held(other).is_none(), "{other:.20}");
        }
    }
}
