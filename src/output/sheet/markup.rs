//! Sheets as a text to be read: Markdown, or HTML that stands alone.

use std::io::{self, Write};

use crate::output::template::{OutFormat, escaped};

use super::{OutField, OutSheet, OutTone, OutValue};

/// Writes sheets one below the other; how many rows each has. `format` is Markdown or HTML.
///
/// # Errors
/// What the writer says, or whoever makes the rows.
pub(crate) fn write_markup(
    out: &mut dyn Write,
    title: &str,
    lang: &str,
    sheets: &[OutSheet<'_>],
    format: OutFormat,
) -> io::Result<Vec<usize>> {
    let is_html = format == OutFormat::Html;
    let text = |text: &str| escaped(text, format);
    if is_html {
        write!(
            out,
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<meta charset=\"utf-8\">\n<title>{}</title>\n",
            text(title)
        )?;
        writeln!(out, "<style>{STYLE}</style>\n<h1>{}</h1>", text(title))?;
    } else {
        writeln!(out, "# {}", text(title))?;
    }
    let mut counts = Vec::new();
    for sheet in sheets {
        counts.push(if is_html { html(out, sheet)? } else { markdown(out, sheet)? });
    }
    if is_html {
        writeln!(out, "</html>")?;
    }
    Ok(counts)
}

/// Readable on a screen, dark or light, and on paper.
const STYLE: &str = ":root{color-scheme:light dark}body{font-family:sans-serif;margin:1em}table{border-collapse:collapse}\
th,td{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top}td.n{text-align:right}\
.bad{font-weight:bold;text-decoration:underline}.ask{font-style:italic}.strong{font-weight:bold}.faint{color:#888}\
div{overflow-x:auto}@media print{thead{display:table-header-group}}";

/// Writes one sheet as a table below its name; how many rows it has.
///
/// # Errors
/// As [`write_markup`].
pub(crate) fn html(out: &mut dyn Write, sheet: &OutSheet<'_>) -> io::Result<usize> {
    let text = |text: &str| escaped(text, OutFormat::Html);
    write!(out, "<h2>{}</h2>\n<div><table>\n<thead><tr>", text(&sheet.name))?;
    for column in &sheet.columns {
        write!(out, "<th>{}</th>", text(&column.title))?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")?;
    let mut count = 0;
    (sheet.rows)(&mut |row| {
        count += 1;
        write!(out, "<tr>")?;
        for field in row {
            write!(out, "<td class=\"{}\">{}</td>", class(field), text(&plain(field)))?;
        }
        writeln!(out, "</tr>")
    })?;
    writeln!(out, "</tbody>\n</table></div>")?;
    Ok(count)
}

fn class(field: &OutField) -> &'static str {
    match (&field.value, field.tone) {
        (_, OutTone::Bad) => "bad",
        (_, OutTone::Ask) => "ask",
        (_, OutTone::Strong) => "strong",
        (_, OutTone::Faint) => "faint",
        (OutValue::Number(_), OutTone::Plain | OutTone::Good) => "n",
        (_, OutTone::Plain | OutTone::Good) => "",
    }
}

fn markdown(out: &mut dyn Write, sheet: &OutSheet<'_>) -> io::Result<usize> {
    let text = |text: &str| escaped(text, OutFormat::Markdown).replace('\n', "<br>");
    writeln!(out, "\n## {}\n", text(&sheet.name))?;
    let titles: Vec<String> = sheet.columns.iter().map(|column| text(&column.title)).collect();
    writeln!(out, "| {} |\n|{}", titles.join(" | "), "---|".repeat(titles.len()))?;
    let mut count = 0;
    (sheet.rows)(&mut |row| {
        count += 1;
        let fields: Vec<String> = row.iter().map(|field| text(&plain(field))).collect();
        writeln!(out, "| {} |", fields.join(" | "))
    })?;
    Ok(count)
}

fn plain(field: &OutField) -> String {
    match &field.value {
        OutValue::Empty => String::new(),
        OutValue::Text(text) => text.clone(),
        OutValue::Number(number) => number.to_string(),
        OutValue::Day(day) => day.to_string(),
    }
}
