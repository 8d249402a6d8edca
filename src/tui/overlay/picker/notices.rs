//! The list of what was said.

use crate::report::SafeText;
use crate::terminal::glyphs::SAFE;
use crate::tui::model::notices::Said;
use crate::tui::model::{Model, Tone};
use crate::tui::msg::Effect;

use super::{Pick, PickLine, show};

pub(crate) fn open(model: &mut Model) {
    let texts = model.notices.newest().map(|said| said.notice.text.clone()).collect();
    let lines = lines(model);
    show(model, Pick::Notice(texts), lines);
}

/// Its lines, the newest first.
pub(crate) fn lines(model: &Model) -> Vec<PickLine> {
    let line = |said: &Said| {
        let sign = match said.notice.tone {
            Tone::Plain => " ",
            Tone::Good => SAFE.yes,
            Tone::Bad => SAFE.no,
        };
        let times = if said.times > 1 { format!(" ×{}", said.times) } else { String::new() };
        let text = format!("{sign} {}{times}", SafeText::line(&said.notice.text));
        PickLine::new(text).right(format!("#{}", said.number)).tone(said.notice.tone)
    };
    model.notices.newest().map(line).collect()
}

/// A notice is copied: for whoever has to be told of it.
pub(crate) fn copy(texts: &[String], number: usize) -> Vec<Effect> {
    texts.get(number).map(|text| Effect::Copy(SafeText::line(text).to_string())).into_iter().collect()
}
