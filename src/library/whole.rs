//! All reports of a directory, each whole: for holding them against others.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

use crate::report::{Lean, Report};

use super::documents::{Documents, Trouble};
use super::load::{self, Event};
use super::open::open;

/// Reads them, in the order of their ids; it is told what cannot be read.
pub(crate) fn read_whole(dir: &Path, documents: &dyn Documents, tell: &dyn Fn(&Path, &Trouble)) -> Vec<Report> {
    let entries = Mutex::new(Vec::new());
    let inspect = |_: &Lean, report: Option<&Report>| report.cloned();
    load::load(dir, documents, &inspect, &AtomicBool::new(false), &|event| {
        if let (Event::Loaded(group), Ok(mut entries)) = (event, entries.lock()) {
            entries.extend(group);
        }
    });
    let mut entries = entries.into_inner().unwrap_or_default();
    entries.sort_by(|a, b| a.id.cmp(&b.id));
    let mut reports = Vec::new();
    for entry in entries {
        let report = match entry.body {
            Ok(loaded) => match loaded.summary {
                Some(report) => Ok(report),
                None => open(dir, &entry.path, documents).map(|(report, _)| report),
            },
            Err(trouble) => Err(trouble),
        };
        match report {
            Ok(report) => reports.push(report),
            Err(trouble) => tell(&entry.path, &trouble),
        }
    }
    reports
}
