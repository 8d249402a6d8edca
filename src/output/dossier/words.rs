//! The texts that the script of the page puts on it, by the names that it calls them by.

use std::collections::BTreeMap;

use crate::output::export::Export;

/// Texts by name; what is to be filled in stands in braces.
pub(super) type PageWords = BTreeMap<&'static str, String>;

/// So many pages are made at once for printing: more would take a browser minutes.
pub(super) const MOST_PAGES: usize = 300;

pub(super) fn page_words(export: &Export<'_>) -> PageWords {
    let all = export.lang.words();
    let (words, tables, notice) = (all.dossier, all.export, all.notice);
    let texts = [
        ("title", export.title_of_dossier()),
        ("search", words.search().to_owned()),
        ("any_year", words.any_year().to_owned()),
        ("any_region", words.any_region().to_owned()),
        ("any_status", words.any_status().to_owned()),
        ("any_rule", words.any_rule().to_owned()),
        ("any_findings", words.any_findings().to_owned()),
        ("any_reviewer", words.any_reviewer().to_owned()),
        ("has_error", words.has_error().to_owned()),
        ("has_warning", words.has_warning().to_owned()),
        ("has_open", words.has_open().to_owned()),
        ("has_none", words.has_none().to_owned()),
        ("has_notes", words.has_notes().to_owned()),
        ("has_overdue", words.has_overdue().to_owned()),
        ("sort_order", words.sort_order().to_owned()),
        ("sort_errors", words.sort_errors().to_owned()),
        ("sort_name", words.sort_name().to_owned()),
        ("sort_score", words.sort_score().to_owned()),
        ("clear", words.clear().to_owned()),
        ("shown", words.shown("{all}", "{shown}")),
        ("more", words.more("{count}")),
        ("nothing", words.nothing().to_owned()),
        ("pages", words.pages("{count}")),
        ("pages_bound", words.pages_bound(MOST_PAGES)),
        ("print", words.print().to_owned()),
        ("back", words.back().to_owned()),
        ("before", words.before().to_owned()),
        ("after", words.after().to_owned()),
        ("gone", words.gone().to_owned()),
        ("tables", words.tables().to_owned()),
        ("marks", words.marks().to_owned()),
        ("doubtful", words.doubtful().to_owned()),
        ("blank", words.blank().to_owned()),
        ("missing", words.missing().to_owned()),
        ("no_cell", words.no_cell().to_owned()),
        ("no_findings", words.no_findings().to_owned()),
        ("stale", words.stale().to_owned()),
        ("disputed", words.disputed().to_owned()),
        ("reason", words.reason().to_owned()),
        ("repairs", words.repairs().to_owned()),
        ("doubts", words.doubts().to_owned()),
        ("gaps", words.gaps().to_owned()),
        ("history", words.history().to_owned()),
        ("versions", words.versions().to_owned()),
        ("solved", words.solved().to_owned()),
        ("arisen", words.arisen().to_owned()),
        ("unasked", words.unasked().to_owned()),
        ("source", words.source().to_owned()),
        ("findings", words.findings().to_owned()),
        ("assignee", words.assignee().to_owned()),
        ("notes", words.notes().to_owned()),
        ("round", words.round("{round}")),
        ("by_when", words.by_when("{due}")),
        ("agency", tables.agency().to_owned()),
        ("region", tables.region().to_owned()),
        ("year", tables.year().to_owned()),
        ("status", tables.status().to_owned()),
        ("due", tables.due().to_owned()),
        ("overdue", tables.overdue().to_owned()),
        ("errors", tables.errors().to_owned()),
        ("warnings", tables.warnings().to_owned()),
        ("open", tables.undecided().to_owned()),
        ("reviewers", tables.reviewers().to_owned()),
        ("audience_agency", tables.audience_agency().to_owned()),
        ("audience_office", tables.audience_office().to_owned()),
        ("is_answered", tables.is_answered().to_owned()),
        ("verdict", tables.verdict().to_owned()),
        ("error", all.severity.error().to_owned()),
        ("warning", all.severity.warning().to_owned()),
        ("info", all.severity.info().to_owned()),
        ("score", all.score.total().to_owned()),
        ("taken", all.score.deducted().to_owned()),
        ("place", notice.label_place().to_owned()),
        ("filed", notice.label_filed().to_owned()),
        ("basis", notice.label_basis().to_owned()),
        ("ask", notice.label_ask().to_owned()),
        ("before_value", notice.label_before().to_owned()),
        ("now_value", notice.label_now().to_owned()),
        ("colon", notice.colon().to_owned()),
        ("separator", notice.separator().to_owned()),
    ];
    texts.into_iter().chain([("most_pages", MOST_PAGES.to_string())]).collect()
}
