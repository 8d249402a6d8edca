//! `gouji doctor`: what the desk assumes about this terminal, with a ruler to compare by eye.

use std::env;
use std::io::{IsTerminal as _, Write as _};
use std::time::Instant;

use ratatui::Terminal;
use ratatui::layout::Size;

use crate::report::SafeText;
use crate::terminal::width::{Ambiguous, Measure};
use crate::terminal::{Backend, Options, draw, tty};
use crate::tui::command;
use crate::tui::model::{Colours, Display, Model, Overlay};
use crate::tui::overlay::help::Help;
use crate::tui::view;
use crate::words::{CliWords, Lang};

use super::keys;
use super::outcome::{Done, Outcome, output};
use super::settings::{self, Settings};

/// Text whose width every terminal knows, and text about which they differ.
const RULER: [&str; 5] = ["0123456789", "勾稽关系数据", "“”…·①", "→■●★", "éñ"];

pub(super) fn run(settings: &Settings, lang: Lang) -> Outcome {
    let words = &lang.words().cli;
    let display = settings.display(None);
    let text = page(settings, display, lang);
    let begun = Instant::now();
    let mut out = output();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    let took = begun.elapsed();
    let frame = sample_frame(display, lang);
    writeln!(out, "{}", words.doctor_speed(text.len(), took.as_micros(), "120x40", frame))?;
    Ok(Done::Fine)
}

fn page(settings: &Settings, display: Display, lang: Lang) -> String {
    let words = &lang.words().cli;
    let mut lines = vec![
        entry(words.doctor_terminal(), &terminal()),
        entry(words.doctor_locale(), &variables(&["LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG"])),
        entry(
            words.doctor_colours(),
            &format!("{}  {}", colours(display.colours), variables(&["NO_COLOR", "COLORTERM"])),
        ),
        entry(
            words.doctor_scrolling(),
            if settings.scroll_region.unwrap_or(true) { words.doctor_on() } else { words.doctor_off() },
        ),
        entry(words.doctor_clipboard(), &clipboard(words)),
    ];
    let files =
        [(words.doctor_settings(), settings::path()), (words.doctor_keys(), keys::path(None).map(|(path, _)| path))];
    for (name, path) in files {
        let Some(path) = path else { continue };
        let state = if path.exists() { words.doctor_there() } else { words.doctor_absent() };
        lines.push(entry(name, &format!("{} ({state})", SafeText::path(&path))));
    }
    let ambiguous = match display.measure.ambiguous {
        Ambiguous::Narrow => 1,
        Ambiguous::Wide => 2,
    };
    lines.push(words.doctor_ambiguous(ambiguous));
    lines.extend(RULER.iter().flat_map(|text| ruled(text, display.measure)));
    lines.join("\n") + "\n"
}

fn entry(name: &str, value: &str) -> String {
    format!("{name}: {value}")
}

fn terminal() -> String {
    let size = tty::size();
    let is = if std::io::stdout().is_terminal() { "tty" } else { "-" };
    format!("{}  {}x{}  {is}", variables(&["TERM", "TERM_PROGRAM", "SSH_TTY", "TMUX"]), size.width, size.height)
}

fn variables(names: &[&str]) -> String {
    let set = names.iter().filter_map(|name| Some((name, env::var_os(name).filter(|value| !value.is_empty())?)));
    let texts: Vec<String> =
        set.map(|(name, value)| format!("{name}={}", SafeText::line(&value.to_string_lossy()))).collect();
    if texts.is_empty() { "-".to_owned() } else { texts.join(" ") }
}

fn colours(colours: Colours) -> &'static str {
    match colours {
        Colours::None => "none",
        Colours::Sixteen => "16",
        Colours::Indexed => "256",
        Colours::True => "true",
    }
}

fn clipboard(words: &CliWords) -> String {
    let tmux = env::var_os("TMUX").is_some_and(|tmux| !tmux.is_empty());
    if tmux { format!("OSC 52 + tmux load-buffer ({})", words.doctor_tmux()) } else { "OSC 52".to_owned() }
}

/// A text between bars: the second bar of the first line must stand above that of the second.
fn ruled(text: &str, measure: Measure) -> [String; 2] {
    let width = measure.cells(text);
    [format!("  |{text}|"), format!("  |{}| {width}", "-".repeat(width))]
}

/// The bytes of a first frame at 120×40.
fn sample_frame(display: Display, lang: Lang) -> usize {
    let size = Size { width: 120, height: 40 };
    let mut model = Model::new(lang, SafeText::default(), SafeText::default(), size, command::keymap());
    model.display = display;
    // A full page of text: the help.
    model.overlay = Some(Overlay::Help(Help::default()));
    let backend = Backend::with_size(Vec::new(), size, Options::default());
    let Ok(mut terminal) = Terminal::new(backend) else { return 0 };
    let drawn = draw(&mut terminal, |frame| {
        view::draw(frame.buffer_mut(), &model);
    });
    drawn.map_or(0, |written| written.bytes)
}
