//! What leaves the desk for the reviewer's other programs: copied text, and programs of their own.

use std::io;

use crate::report::SafeText;
use crate::terminal::clipboard::{self, Copied};
use crate::tui::model::Tone;

use super::setup::save;
use super::{Desk, program, still};

impl Desk {
    /// Copies, and says where the text went: over a bad line nobody can see it happen.
    pub(super) fn copy(&mut self, text: &str) {
        let words = &self.model.words().desk;
        let said = match clipboard::copy(text, self.terminal.backend_mut().out(), |text| save(&self.copy_file, text)) {
            Ok(Copied::Terminal) => Ok(words.copied_terminal().to_owned()),
            Ok(Copied::TerminalAndTmux) => Ok(words.copied_both().to_owned()),
            Ok(Copied::Tmux) => Ok(words.copied_tmux().to_owned()),
            Ok(Copied::File(path)) => Ok(words.copied_file(SafeText::path(&path))),
            Err(error) => Err(words.copy_failed(&error)),
        };
        match said {
            Ok(text) => self.model.say(Tone::Good, text),
            Err(text) => self.model.say(Tone::Bad, text),
        }
    }

    /// Keeps the screen as it is.
    pub(super) fn keep_still(&mut self) {
        let words = &self.model.words().look;
        match still::keep(&self.model, &self.copy_file) {
            Ok(path) => self.model.say(Tone::Good, words.still_kept(SafeText::path(&path))),
            Err(error) => self.model.say(Tone::Bad, words.still_not_kept(&error)),
        }
    }

    /// Copies, and says so behind what was just said; a file that was to take it is not worth a word.
    pub(super) fn copy_beside(&mut self, text: &str) {
        let copied = clipboard::copy(text, self.terminal.backend_mut().out(), |text| save(&self.copy_file, text));
        if let (Ok(Copied::Terminal | Copied::TerminalAndTmux | Copied::Tmux), Some(notice)) =
            (copied, self.model.notices.shown.as_mut())
        {
            notice.text += self.model.given.lang.words().outgoing.copied();
        }
    }

    /// A program of the reviewer's own.
    pub(super) fn run_program(&mut self, arguments: &[String], terminal: bool) -> io::Result<()> {
        let result = match terminal {
            true => self.handover().run(|| program::with_terminal(arguments))?,
            false => program::beside(arguments),
        };
        if let Err(detail) = result {
            let text = self.model.words().keys.program_failed(SafeText::line(&detail));
            self.model.say(Tone::Bad, text);
        }
        if terminal { self.repaint() } else { Ok(()) }
    }
}
