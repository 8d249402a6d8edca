//! The page: its frame, its own script and style, and the data behind them.

use std::io::{self, Write};

use crate::check::Severity;
use crate::output::notice::region_of;

use super::agency::AgencyPage;
use super::embed::{json_in_script, policy_hash};
use super::gather::Gathered;
use super::list::DossierList;
use super::overview::{html, write_overview};

const STYLE: &str = include_str!("page.css");

/// One script: what its parts share stands in a function of its own.
pub(super) const SCRIPT: &str = concat!(
    "\"use strict\";\n(() => {\n",
    include_str!("script/base.js"),
    include_str!("script/state.js"),
    include_str!("script/list.js"),
    include_str!("script/tables.js"),
    include_str!("script/page.js"),
    include_str!("script/main.js"),
    "})();\n"
);

/// Writes the page, and stops where `stop` says so.
///
/// # Errors
/// What the writer says; [`io::ErrorKind::Interrupted`] where it was stopped.
pub(crate) fn write_dossier(out: &mut dyn Write, all: &Gathered<'_>, stop: &dyn Fn() -> bool) -> io::Result<()> {
    let (words, export) = (all.words(), all.export);
    let title = html(&export.title_of_dossier());
    // Nothing but what is on this page: no other file, no other host, no other script.
    let policy = format!(
        "default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action 'none'",
        policy_hash(SCRIPT),
        policy_hash(STYLE)
    );
    let lang = export.lang.pick("zh-CN", "en");
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>")?;
    writeln!(out, "<style>{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n<p class=\"small\">")?;
    writeln!(out, "{}", html(&words.as_of(export.date)))?;
    if !export.filter.is_empty() {
        writeln!(out, " · {}", html(&words.filters(&export.filter)))?;
    }
    let whom = if export.for_agencies { export.words().about_agencies() } else { export.words().about_internal() };
    writeln!(out, " · {}</p>", html(whom))?;
    let [overview, list] = [words.overview(), words.list()].map(html);
    writeln!(out, "<a href=\"#overview\">{overview}</a><a href=\"#list\">{list}</a>\n</header>\n<main>")?;
    write_overview(out, all)?;
    writeln!(out, "<section id=\"list\" hidden>\n<h2>{}</h2>\n</section>", html(words.list()))?;
    writeln!(out, "<section id=\"page\" hidden></section>\n</main>")?;
    without_script(out, all)?;
    writeln!(out, "<footer class=\"small\" hidden>{}</footer>", html(words.keys()))?;
    writeln!(out, "<script type=\"application/json\" id=\"data\">{}</script>", json_in_script(&DossierList::of(all))?)?;
    for report in &all.reports {
        if stop() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let data = json_in_script(&AgencyPage::of(all, report))?;
        writeln!(out, "<script type=\"application/json\" id=\"d-{}\">{data}</script>", report.key)?;
    }
    writeln!(out, "<script>{SCRIPT}</script>\n</body>\n</html>")
}

/// The list for a browser that runs no scripts.
fn without_script(out: &mut dyn Write, all: &Gathered<'_>) -> io::Result<()> {
    let (words, tables, lang) = (all.words(), all.export.words(), all.export.lang);
    writeln!(out, "<noscript>\n<h2>{}</h2>\n<p>{}</p>", html(words.list()), html(words.no_script()))?;
    writeln!(out, "<div class=\"scroll\"><table class=\"rows\">\n<thead><tr>")?;
    for head in [tables.year(), tables.region(), tables.agency(), tables.status(), tables.due()] {
        write!(out, "<th>{}</th>", html(head))?;
    }
    let counts = [tables.errors(), tables.warnings()].map(html);
    writeln!(out, "<th class=\"n\">{}</th><th class=\"n\">{}</th></tr></thead>\n<tbody>", counts[0], counts[1])?;
    for report in &all.reports {
        let (submission, review) = (report.submission, &report.submission.review);
        let agency = submission.agency();
        write!(out, "<tr><td>{}</td><td>{}</td>", submission.year(), html(&region_of(&agency.region)))?;
        write!(out, "<td>{}</td><td>{}</td>", html(&agency.name), html(review.status.label(lang.words())))?;
        write!(out, "<td>{}</td>", review.due.map(|due| due.to_string()).unwrap_or_default())?;
        let [errors, warnings] = [Severity::Error, Severity::Warning].map(|it| report.count(it));
        writeln!(out, "<td class=\"n\">{errors}</td><td class=\"n\">{warnings}</td></tr>")?;
    }
    for absent in all.export.season.absent.iter() {
        let what = if absent.is_elsewhere() { tables.unclear() } else { tables.missing() };
        write!(out, "<tr><td>{}</td><td>{}</td>", absent.year, html(&region_of(&absent.agency.region)))?;
        writeln!(out, "<td>{}</td><td>{}</td><td></td><td></td><td></td></tr>", html(&absent.agency.name), html(what))?;
    }
    writeln!(out, "</tbody>\n</table></div>\n</noscript>")
}
