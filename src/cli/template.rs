//! Templates as they are asked for: the built-in one or an office's own, tried before anything is written.

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use serde::Serialize;

use crate::library;
use crate::output::template::{Layout, OutFormat, OutTemplate, printed};
use crate::report::SafeText;
use crate::words::{Describe as _, Lang};

use super::outcome::{Done, Failure, Outcome, output, said};

/// A built-in template to standard output.
pub(super) fn print(layout: Layout, format: OutFormat, lang: Lang) -> Outcome {
    if format == OutFormat::Docx && std::io::stdout().is_terminal() {
        return Err(Failure::new(lang.words().notice.stdout_is_terminal()));
    }
    let bytes = printed(layout, format).map_err(|error| said(&error, lang))?;
    let mut out = output();
    out.write_all(&bytes)?;
    out.flush()?;
    Ok(Done::Fine)
}

/// The template of a layout: the office's own where there is one, tried on what has everything and on what has nothing.
pub(super) fn chosen<T: Serialize>(
    own: Option<&Path>,
    layout: Layout,
    format: OutFormat,
    (full, bare): (&T, &T),
    lang: Lang,
) -> Result<OutTemplate, Failure> {
    let Some(path) = own else { return OutTemplate::built_in(layout, format).map_err(|error| said(&error, lang)) };
    let words = lang.words();
    let at = |what: String| Failure::new(format!("{}: {what}", SafeText::path(path)));
    let bytes = library::read_bounded(path).map_err(|trouble| at(trouble.describe(words)))?;
    let template = OutTemplate::own(&bytes, format).map_err(|error| at(error.describe(words)))?;
    template.must_fit(full, bare).map_err(|error| at(error.describe(words)))?;
    Ok(template)
}
