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
    let name = Zoned::now().strftime("gouji-%Y%m%d-%H%M%S").to_string();
    let file = |ending: &str| beside.with_file_name(format!("{name}.{ending}"));
    save(&file("txt"), &still::text(&buffer))?;
    save(&file("svg"), &still::svg(&buffer, model.display.theme == Theme::Light))
}
