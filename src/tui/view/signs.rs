//! Signs that say without colour what something is.

use crate::check::Severity;
use crate::words::Lang;

/// The sign of a severity, for lists.
pub(crate) fn sign_of(severity: Severity, lang: Lang) -> &'static str {
    let words = &lang.words().severity;
    match severity {
        Severity::Error => words.error_mark(),
        Severity::Warning => words.warning_mark(),
        Severity::Info => words.info_mark(),
    }
}
