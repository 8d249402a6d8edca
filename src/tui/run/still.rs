//! Writing the screen as it is to a file.

use std::io;
use std::path::{Path, PathBuf};

use jiff::Zoned;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::terminal::still;
use crate::tui::model::{Model, Theme};
use crate::tui::view;

use super::setup::save;

/// Writes it beside the file of what is copied, under a name that says when, as text and as SVG: where the latter is.
pub(super) fn keep(model: &Model, beside: &Path) -> io::Result<PathBuf> {
    let mut buffer = Buffer::empty(Rect::from(model.size));
    view::draw(&mut buffer, model);
    let name = free(beside, &Zoned::now().strftime("gouji-%Y%m%d-%H%M%S").to_string());
    let file = |ending: &str| beside.with_file_name(format!("{name}.{ending}"));
    save(&file("txt"), &still::text(&buffer))?;
    save(&file("svg"), &still::svg(&buffer, model.display.theme == Theme::Light))
}

/// The name, with a number behind it where a screen of the same second has it already.
fn free(beside: &Path, name: &str) -> String {
    let is_free =
        |name: &str| ["txt", "svg"].iter().all(|ending| !beside.with_file_name(format!("{name}.{ending}")).exists());
    let numbered = (2..1000).map(|number| format!("{name}-{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| is_free(name)).unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_screens_of_one_second_are_two_files() {
        let directory = tempfile::tempdir().unwrap();
        let beside = directory.path().join("copied.txt");
        assert_eq!(free(&beside, "gouji-1"), "gouji-1");
        save(&directory.path().join("gouji-1.svg"), "").unwrap();
        assert_eq!(free(&beside, "gouji-1"), "gouji-1-2");
        save(&directory.path().join("gouji-1-2.txt"), "").unwrap();
        assert_eq!(free(&beside, "gouji-1"), "gouji-1-3");
    }
}
