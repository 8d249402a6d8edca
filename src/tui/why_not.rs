//! Why something cannot be done just now: what many commands ask, and say with the same words.

use super::model::Model;

/// `Err` says in the reviewer's language why not.
pub(crate) type Able = Result<(), &'static str>;

/// What is fine, or else why not.
pub(crate) fn need(fine: bool, why: &'static str) -> Able {
    if fine { Ok(()) } else { Err(why) }
}

/// Nothing is in the way.
pub(crate) fn always(_: &Model) -> Able {
    Ok(())
}

/// The journal can be written to.
pub(crate) fn journal(model: &Model) -> Able {
    need(!model.journal.read_only, model.words().desk.journal_read_only())
}

/// Nothing is on its way to the disk: what comes next depends on it.
pub(crate) fn saved(model: &Model) -> Able {
    need(model.journal.saving == 0, model.words().desk.still_saving())
}

/// There is a report to write on, or a file that should have been one.
pub(crate) fn writable(model: &Model) -> Able {
    journal(model)?;
    need(model.current_item().is_some() || model.acts_on_many(), model.words().desk.no_report())
}

/// There are agencies on the list.
pub(crate) fn listed(model: &Model) -> Able {
    need(!model.list.visible.is_empty(), model.words().desk.nothing_shown())
}
