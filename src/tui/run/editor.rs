//! The reviewer's own editor: `$VISUAL`, `$EDITOR`, else `vi`, on a file that nobody else can read, and that is found at
//! the next start should the desk not be there any more when the editor is done.

use std::path::Path;
use std::process::Command;
use std::{env, io};

use uuid::Uuid;

use crate::base::file;
use crate::journal::Drafts;
use crate::report::parser::Unread;
use crate::words::{Describe as _, Words};

/// Nobody writes more; what is longer stays in the file.
const MAX_BYTES: u64 = 16 << 20;

/// Lets the reviewer edit the text, and calls `keep` with it as they left it before its file goes; says why the editor
/// did not end well, if it did not: what it had written counts all the same. The terminal has been handed over before.
pub(super) fn edit(
    drafts: &Drafts,
    id: &Uuid,
    text: &str,
    words: &Words,
    keep: &mut dyn FnMut(&str),
) -> io::Result<Option<String>> {
    let path = drafts.lend(id, text)?;
    let trouble = run(&path).err().map(|error| error.to_string());
    // What cannot be read stays where it is.
    let bytes =
        file::read(&path, MAX_BYTES).map_err(|refused| io::Error::other(Unread::from(refused).describe(words)))?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    keep(&text);
    drafts.take_back(&path);
    Ok(trouble)
}

fn run(path: &Path) -> io::Result<()> {
    let editor =
        ["VISUAL", "EDITOR"].into_iter().find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    let editor = editor.unwrap_or_else(|| "vi".to_owned());
    // Through the shell, because the variable may hold arguments.
    let status = Command::new("sh").arg("-c").arg(format!("{editor} \"$1\"")).arg("sh").arg(path).status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("{editor}: {status}"))) }
}
