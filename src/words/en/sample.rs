//! The sample data.

use crate::words::texts::*;

pub(super) const SAMPLE: SampleWords = SampleWords {
    written: "{count} reports written, {faulty} of them with faults, {faults} faults in all",
    not_empty: "{path} is not empty; nothing was written",
    cannot_write: "cannot write {path}: {detail}",
};
