//! The reviewer's own editor: `$VISUAL`, `$EDITOR`, else `vi`, on a file that nobody else can read.

use std::env;
use std::io::{self, Write as _};
use std::process::Command;

/// Lets the reviewer edit the text; returns it as they left it. The terminal has been handed over before.
pub(super) fn edit(text: &str) -> io::Result<String> {
    let mut file = tempfile::Builder::new().prefix("gouji-").suffix(".txt").tempfile()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    let editor =
        ["VISUAL", "EDITOR"].into_iter().find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    let editor = editor.unwrap_or_else(|| "vi".to_owned());
    // Through the shell, because the variable may hold arguments.
    let status = Command::new("sh").arg("-c").arg(format!("{editor} \"$1\"")).arg("sh").arg(file.path()).status()?;
    if !status.success() {
        return Err(io::Error::other(format!("{editor}: {status}")));
    }
    let bytes = std::fs::read(file.path())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
