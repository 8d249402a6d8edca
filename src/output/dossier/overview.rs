//! The numbers of the review and their charts: text that stands by itself, with a bar beside it.

use std::io::{self, Write};

use crate::journal::Status;
use crate::output::export::progress_sheet;
use crate::output::sheet::write_html_table;
use crate::output::template::{OutFormat, escaped};
use crate::report::SafeText;
use crate::words::Describe as _;

use super::embed::in_hash;
use super::gather::Gathered;
use super::list::ABSENT;
use super::tally::{FoundTally, Span, TimeTally, by_region, by_rule, by_status, in_all, over_time};

/// So many lines of a chart are shown; the others in one.
const SHOWN: usize = 15;

/// Writes it.
///
/// # Errors
/// What the writer says.
pub(super) fn write_overview(out: &mut dyn Write, all: &Gathered<'_>) -> io::Result<()> {
    let (words, export) = (all.words(), all.export);
    writeln!(out, "<section id=\"overview\">\n<h2>{}</h2>", html(words.overview()))?;
    numbers(out, all)?;
    writeln!(out, "<div class=\"charts\">")?;
    statuses(out, all)?;
    regions(out, all)?;
    time(out, all)?;
    // The longest stands in a column of its own.
    rules(out, all)?;
    writeln!(out, "</div>\n<details>\n<summary>{}</summary>", html(words.progress()))?;
    write_html_table(out, &progress_sheet(export))?;
    writeln!(out, "</details>")?;
    unread(out, all)?;
    writeln!(out, "</section>")
}

pub(super) fn html(text: &str) -> String {
    escaped(text, OutFormat::Html)
}

/// The numbers that are asked for first.
fn numbers(out: &mut dyn Write, all: &Gathered<'_>) -> io::Result<()> {
    let (words, tables, season) = (all.words(), all.export.words(), all.export.season);
    let tally = in_all(all);
    let overdue = season.submissions.iter().filter(|it| all.export.is_overdue(it)).count();
    let mut lines = vec![(words.reports(), tally.reports)];
    // Where it is not known who is missing nothing is said of it: that is no zero.
    if all.export.all_years_known() {
        lines.push((tables.missing(), season.absent.iter().filter(|it| !it.is_elsewhere()).count()));
    }
    lines.extend([
        (tables.errors(), tally.errors),
        (tables.warnings(), tally.warnings),
        (words.settled(), tally.settled),
        (tables.overdue(), overdue),
    ]);
    writeln!(out, "<dl class=\"numbers\">")?;
    for (name, count) in lines {
        writeln!(out, "<div><dt>{}</dt><dd>{count}</dd></div>", html(name))?;
    }
    writeln!(out, "</dl>")
}

/// A line of a chart: what it is of, where it leads, its numbers, and the parts of its bar.
struct ChartLine {
    name: String,
    link: Option<String>,
    /// Nothing where there is no sum.
    numbers: Vec<Option<usize>>,
    bar: [usize; 2],
}

/// A chart whose bars are all drawn to one measure.
fn chart(out: &mut dyn Write, title: &str, heads: &[&str], lines: &[ChartLine]) -> io::Result<()> {
    writeln!(out, "<section class=\"chart\">\n<h3>{}</h3>\n<table>\n<thead><tr>", html(title))?;
    for (at, head) in heads.iter().enumerate() {
        write!(out, "<th{}>{}</th>", if at > 0 { " class=\"n\"" } else { "" }, html(head))?;
    }
    writeln!(out, "<td></td></tr></thead>\n<tbody>")?;
    let most = lines.iter().map(|line| line.bar.iter().sum::<usize>()).max().unwrap_or_default().max(1);
    for line in lines {
        let name = html(&line.name);
        match &line.link {
            Some(link) => write!(out, "<tr><th scope=\"row\"><a href=\"#{link}\">{name}</a></th>")?,
            None => write!(out, "<tr><th scope=\"row\">{name}</th>")?,
        }
        for number in &line.numbers {
            write!(out, "<td class=\"n\">{}</td>", number.map(|it| it.to_string()).unwrap_or_default())?;
        }
        writeln!(out, "<td class=\"bar\">{}</td></tr>", bar(line.bar, most))?;
    }
    writeln!(out, "</tbody>\n</table>\n</section>")
}

/// Two parts one behind the other, in thousandths of the longest bar.
fn bar([first, second]: [usize; 2], most: usize) -> String {
    let [one, two] = [first, second].map(|part| part.saturating_mul(1000) / most);
    format!(
        "<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"b1\" width=\"{one}\" \
         height=\"10\"/><rect class=\"b2\" x=\"{one}\" width=\"{two}\" height=\"10\"/></svg>"
    )
}

fn statuses(out: &mut dyn Write, all: &Gathered<'_>) -> io::Result<()> {
    let (words, tables) = (all.words(), all.export.words());
    let line = |name: &str, id: &str, count: usize| ChartLine {
        name: name.to_owned(),
        link: Some(format!("status={id}")),
        numbers: vec![Some(count)],
        bar: [count, 0],
    };
    let label = |status: Status| status.label(all.export.lang.words());
    let mut lines: Vec<ChartLine> =
        by_status(all).into_iter().map(|(status, count)| line(label(status), status.id(), count)).collect();
    if all.export.all_years_known() {
        let absent = all.export.season.absent.iter().filter(|it| !it.is_elsewhere()).count();
        lines.push(line(tables.missing(), ABSENT, absent));
    }
    chart(out, words.by_status(), &[tables.status(), words.reports()], &lines)
}

fn found(name: String, link: Option<String>, tally: FoundTally) -> ChartLine {
    let FoundTally { errors, warnings, settled, reports } = tally;
    ChartLine { name, link, numbers: [reports, errors, warnings, settled].map(Some).to_vec(), bar: [errors, warnings] }
}

/// The first tallies by name, and the others added up: without a bar, which would be the longest.
fn shortened(
    mut lines: Vec<(ChartLine, FoundTally)>,
    reports_add_up: bool,
    name: &dyn Fn(usize) -> String,
) -> Vec<ChartLine> {
    let rest = if lines.len() > SHOWN + 1 { lines.split_off(SHOWN) } else { Vec::new() };
    let sum = rest.iter().fold(FoundTally::default(), |sum, (_, tally)| sum.and(*tally));
    let mut lines: Vec<ChartLine> = lines.into_iter().map(|(line, _)| line).collect();
    if !rest.is_empty() {
        let mut others = ChartLine { bar: [0, 0], ..found(name(rest.len()), None, sum) };
        // A report has findings by several rules.
        if let Some(reports) = others.numbers.first_mut().filter(|_| !reports_add_up) {
            *reports = None;
        }
        lines.push(others);
    }
    lines
}

fn rules(out: &mut dyn Write, all: &Gathered<'_>) -> io::Result<()> {
    let (words, tables) = (all.words(), all.export.words());
    let lines = by_rule(all).into_iter().filter_map(|(rule, tally)| {
        let rule = all.rules.get(rule)?;
        let link = Some(format!("rule={}", in_hash(&rule.id)));
        Some((found(rule.name(all.export.lang).to_owned(), link, tally), tally))
    });
    let heads = [tables.rule(), words.reports(), tables.errors(), tables.warnings(), words.settled()];
    chart(out, words.by_rule(), &heads, &shortened(lines.collect(), false, &|count| words.others(count)))
}

fn regions(out: &mut dyn Write, all: &Gathered<'_>) -> io::Result<()> {
    let (words, tables) = (all.words(), all.export.words());
    let lines = by_region(all).into_iter().map(|(region, tally)| match region.is_empty() {
        true => (found(tables.no_region().to_owned(), None, tally), tally),
        false => {
            let link = format!("region={}", in_hash(&region));
            (found(region, Some(link), tally), tally)
        }
    });
    let heads = [tables.region(), words.reports(), tables.errors(), tables.warnings(), words.settled()];
    chart(out, words.by_region(), &heads, &shortened(lines.collect(), true, &|count| words.others(count)))
}

/// Columns, and the same as a table.
fn time(out: &mut dyn Write, all: &Gathered<'_>) -> io::Result<()> {
    let words = all.words();
    let (span, tallies) = over_time(all);
    if tallies.is_empty() {
        return Ok(());
    }
    let [returned, accepted] =
        [Status::Returned, Status::Accepted].map(|status| html(status.label(all.export.lang.words())));
    writeln!(out, "<section class=\"chart wide\">\n<h3>{}</h3>", html(words.over_time()))?;
    columns(out, &tallies)?;
    writeln!(out, "<p class=\"key\"><i class=\"b1\"></i> {returned} <i class=\"b2\"></i> {accepted}</p>")?;
    let head = match span {
        Span::Day => words.day(),
        Span::Week => words.week(),
        Span::Month => words.month(),
    };
    writeln!(
        out,
        "<table>\n<thead><tr><th>{}</th><th class=\"n\">{returned}</th><th class=\"n\">{accepted}</th></tr></thead><tbody>",
        html(head)
    )?;
    for tally in tallies.iter().filter(|it| it.returned + it.accepted > 0) {
        let (day, returned, accepted) = (shown(tally, span), tally.returned, tally.accepted);
        writeln!(
            out,
            "<tr><th scope=\"row\">{day}</th><td class=\"n\">{returned}</td><td class=\"n\">{accepted}</td></tr>"
        )?;
    }
    writeln!(out, "</tbody></table>\n<p class=\"small\">{}</p>\n</section>", html(words.over_time_about()))
}

fn shown(tally: &TimeTally, span: Span) -> String {
    match span {
        Span::Day | Span::Week => tally.from.to_string(),
        Span::Month => tally.from.strftime("%Y-%m").to_string(),
    }
}

/// Two columns for each step, as high as there were many.
fn columns(out: &mut dyn Write, tallies: &[TimeTally]) -> io::Result<()> {
    const HIGH: usize = 100;
    let most = tallies.iter().map(|it| it.returned.max(it.accepted)).max().unwrap_or_default().max(1);
    let wide = tallies.len() * 20;
    write!(
        out,
        "<svg class=\"columns\" viewBox=\"0 0 {wide} {HIGH}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    )?;
    for (at, tally) in tallies.iter().enumerate() {
        for (class, offset, count) in [("b1", 2, tally.returned), ("b2", 10, tally.accepted)] {
            let (left, high) = (at * 20 + offset, count * HIGH / most);
            let top = HIGH - high;
            write!(out, "<rect class=\"{class}\" x=\"{left}\" y=\"{top}\" width=\"8\" height=\"{high}\"/>")?;
        }
    }
    writeln!(out, "</svg>")
}

/// Files of which nobody knows whose they are; for the office alone.
fn unread(out: &mut dyn Write, all: &Gathered<'_>) -> io::Result<()> {
    let files = &all.export.season.unread;
    if files.is_empty() || all.export.for_agencies {
        return Ok(());
    }
    writeln!(out, "<h3>{} ({})</h3>\n<ul>", html(all.words().unread()), files.len())?;
    for file in files {
        let why = SafeText::line(&file.trouble.describe(all.export.lang.words()));
        writeln!(out, "<li>{}{} {}</li>", html(&file.id), html(all.export.lang.words().notice.colon()), html(&why))?;
    }
    writeln!(out, "</ul>")
}
