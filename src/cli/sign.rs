//! How a reviewer signs whose login name the system does not tell: asked once, before the desk opens.

use std::io::{self, BufRead as _, Write as _};

use crate::journal::{sign_as, signature};
use crate::report::SafeText;
use crate::words::Lang;

use super::outcome::{complain, output};

/// The name that was given before, or is now; without one `?` stands under what they write, and it is asked again.
pub(super) fn name(lang: Lang) -> io::Result<SafeText> {
    if let Some(known) = signature() {
        return Ok(known);
    }
    let words = &lang.words().cli;
    let mut out = output();
    write!(out, "{} ", words.how_to_sign())?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    let name = SafeText::line(answer.trim());
    if name.is_empty() {
        return Ok(SafeText::line("?"));
    }
    if let Err(error) = sign_as(&name) {
        complain(&words.signature_not_kept(SafeText::line(&error.to_string())));
    }
    Ok(name)
}
