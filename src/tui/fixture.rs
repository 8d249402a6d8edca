//! A desk for tests, without a terminal, a disk or a clock: keys go in, the model and the effects can be looked at.

mod doubtful;
mod live;
mod said;
mod texts;
mod versions;
mod years;

use std::collections::{HashMap, VecDeque};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use serde_json::Value;

use crate::check::Outcome;
use crate::journal::{Act, ReportRef, Target, Update, When};
use crate::library::Directory;
use crate::report::{self, Agency, Head, Lean, SafeText, SourceLine};
use crate::tui::command;
use crate::tui::keys::Key;
use crate::tui::model::{ItemId, Model, Open, Overlay, Screen};
use crate::tui::msg::{Effect, Intent, Msg, What};
use crate::tui::overlay::editor::Editor;
use crate::tui::screen::source::ShownDocument;
use crate::tui::{update, view};
use crate::words::{Describe, Lang};

pub(crate) use crate::library::fixture::{Paper, item, paper, papers, unreadable};
pub(crate) use doubtful::{DOCUMENT, doubtful};
pub(crate) use said::{BECOMES, due_of, note_by, profile, said, status_of, verdict};
pub(crate) use texts::copied_papers;
pub(crate) use versions::versions;
pub(crate) use years::several_years;

/// The report that acts speak of.
pub(crate) fn reference(id: &str, lean: &Lean) -> ReportRef {
    ReportRef {
        agency: lean.head.agency.key().name.clone(),
        region: lean.head.agency.key().region.to_vec(),
        year: lean.head.year,
        id: SafeText::line(id),
        sha256: None,
    }
}

/// The act as if it had been done then: screens show the time.
pub(crate) fn at_a_known_time(act: Act) -> Act {
    Act { at: When::parse("2026-01-20T09:31:07+08:00").unwrap(), ..act }
}

pub(crate) fn event(name: &str) -> KeyEvent {
    let mut modifiers = KeyModifiers::NONE;
    let mut rest = name;
    for (prefix, modifier) in [("ctrl-", KeyModifiers::CONTROL), ("alt-", KeyModifiers::ALT)] {
        if let Some(after) = rest.strip_prefix(prefix) {
            modifiers |= modifier;
            rest = after;
        }
    }
    KeyEvent::new(Key::parse(rest).unwrap_or_else(|| panic!("no key {name}")).code(), modifiers)
}

/// The reviewer of these tests.
pub(crate) const REVIEWER: &str = "li";

pub(crate) struct Desk {
    pub model: Model,
    /// What was to be done since [`Desk::effects`] was last asked.
    effects: Vec<Effect>,
    /// Acts that are neither saved nor refused yet.
    pending: Vec<Vec<Intent>>,
    /// What the journal would hold.
    pub acts: Vec<Act>,
    narratives: HashMap<String, Value>,
    /// Where reports are opened from; without, from `narratives`.
    directory: Option<Directory>,
    /// Are the texts checked? Those of [`papers`] are too short to be without findings.
    texts: bool,
}

impl Desk {
    /// A desk on which nothing was loaded.
    pub(crate) fn empty(lang: Lang, width: u16, height: u16) -> Self {
        let size = Size { width, height };
        let mut model = Model::new(lang, SafeText::line(REVIEWER), SafeText::line("2024"), size, command::keymap());
        model.journal.path = SafeText::line("journal.jsonl");
        model.marks.today = "2026-01-20".parse().ok();
        Self {
            model,
            effects: Vec::new(),
            pending: Vec::new(),
            acts: Vec::new(),
            narratives: HashMap::new(),
            directory: None,
            texts: false,
        }
    }

    /// A desk on a directory, of which nothing was told yet.
    pub(crate) fn on(directory: Directory, width: u16, height: u16) -> Self {
        let mut desk = Self::empty(Lang::Zh, width, height);
        (desk.model.profile, desk.model.roster) = (directory.basis.profile, directory.basis.roster);
        Self { directory: Some(directory), ..desk }
    }

    /// A desk on [`papers`] and a file that cannot be read, everything loaded.
    pub(crate) fn new() -> Self {
        Self::of(Lang::Zh, 80, 24)
    }

    /// The same in another language or size.
    pub(crate) fn of(lang: Lang, width: u16, height: u16) -> Self {
        let mut desk = Self::empty(lang, width, height);
        desk.load(&papers());
        desk.take(Msg::Loaded(vec![unreadable("d")]));
        desk.take(Msg::LoadingDone).take(Msg::CheckingDone { absent: Vec::new() });
        desk.model.notice = None;
        desk
    }

    pub(crate) fn load(&mut self, papers: &[Paper]) -> &mut Self {
        for paper in papers {
            self.narratives.insert(paper.id.clone(), paper.json.clone());
        }
        self.take(Msg::Loaded(papers.iter().map(item).collect()))
    }

    /// A message, and what follows from it for the next frame. Narratives are there at once.
    pub(crate) fn take(&mut self, msg: Msg) -> &mut Self {
        let mut effects = VecDeque::from(update::update(&mut self.model, msg));
        while let Some(effect) = effects.pop_front() {
            match &effect {
                Effect::Open(item) => effects.extend(self.tell_story(*item)),
                Effect::OpenSource(item) => {
                    let msg = Msg::SourceRead(*item, self.document(*item));
                    effects.extend(update::update(&mut self.model, msg));
                }
                Effect::Record(intents) => self.pending.push(intents.clone()),
                _ => {}
            }
            self.effects.push(effect);
        }
        update::settle(&mut self.model);
        self
    }

    fn tell_story(&mut self, item: ItemId) -> Vec<Effect> {
        let model = &self.model;
        let entry = model.library.get(item).unwrap();
        if let Some(directory) = &self.directory {
            let lean = &entry.sheet().unwrap().lean;
            let story = directory.narrated(&entry.path, lean, model.year_before(lean), &|| true);
            let story = story.map(Box::new).map_err(|trouble| trouble.describe(directory.words).into());
            return update::update(&mut self.model, Msg::Opened(item, story));
        }
        let json = self.narratives.get(entry.id.as_str()).map(Value::to_string).unwrap_or_default();
        let story = report::parse(json.as_bytes()).map(|report| {
            let mut narrated = model.case(item).unwrap().narrated(report, None);
            if !self.texts {
                narrated.added.outcome = Outcome::default();
            }
            Box::new(narrated)
        });
        let story = story.map_err(|error| error.to_string().into());
        update::update(&mut self.model, Msg::Opened(item, story))
    }

    /// These agencies of the roster have no report.
    pub(crate) fn without_reports(&mut self, names: &[&str]) -> &mut Self {
        let agency = |name: &&str| Agency {
            name: SafeText::line(name),
            region: [SafeText::line("松溪县")].into(),
            ..Agency::default()
        };
        let head = |name| Head { agency: agency(name), year: 2024, version: None };
        self.take(Msg::CheckingDone { absent: names.iter().map(head).collect() })
    }

    /// The document of a report: one that the paper does not give is not there.
    fn document(&self, item: ItemId) -> Result<Box<ShownDocument>, Box<str>> {
        let id = self.model.library.get(item).unwrap().id.to_string();
        let lines = self.narratives.get(&id).and_then(|json| json.get(DOCUMENT)).ok_or("没有原文")?;
        let lines = lines.as_array().unwrap().iter().zip(1..).map(|(line, number)| {
            let fields = line.as_str().unwrap().split('|').map(SafeText::line).collect::<Vec<_>>();
            SourceLine { number, page: Some(1 + number / 10), places: vec![None; fields.len()], fields }
        });
        Ok(Box::new(ShownDocument { name: SafeText::line("年报.txt"), lines: lines.collect(), changed: false }))
    }

    /// Keys by their names, with blanks between them.
    pub(crate) fn keys(&mut self, names: &str) -> &mut Self {
        for name in names.split(' ').filter(|name| !name.is_empty()) {
            self.press(event(name));
        }
        self
    }

    pub(crate) fn press(&mut self, event: KeyEvent) -> &mut Self {
        self.take(Msg::Key(Key::from(event), event))
    }

    /// Characters, one key each.
    pub(crate) fn typed(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.press(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
        }
        self
    }

    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.take(Msg::Paste(text.to_owned()))
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.take(Msg::Resize(Size { width, height }))
    }

    /// What was to be done since the last time this was asked.
    pub(crate) fn effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// The acts to be written since the last time this was asked.
    pub(crate) fn recorded(&mut self) -> Vec<Intent> {
        let effects = self.effects().into_iter();
        effects.flat_map(|effect| if let Effect::Record(intents) = effect { intents } else { Vec::new() }).collect()
    }

    /// The journal has written everything that was to be written.
    pub(crate) fn saved(&mut self) -> &mut Self {
        for intents in std::mem::take(&mut self.pending) {
            let mut acts: Vec<Act> = intents.iter().map(|intent| self.act(intent)).collect();
            Act::unite(&mut acts);
            self.acts.extend(acts.iter().cloned());
            self.take(Msg::Saved(Update { acts, reloaded: false }));
        }
        self
    }

    /// What is neither saved nor refused yet, for a test that answers itself.
    pub(crate) fn take_pending(&mut self) -> Vec<Vec<Intent>> {
        std::mem::take(&mut self.pending)
    }

    /// The journal could write nothing.
    pub(crate) fn refused(&mut self) -> &mut Self {
        for intents in std::mem::take(&mut self.pending) {
            self.take(Msg::NotSaved(intents, "磁盘已满".to_owned()));
        }
        self
    }

    /// Acts of others, or of an earlier session, arrive.
    pub(crate) fn hear(&mut self, acts: Vec<Act>) -> &mut Self {
        self.take(Msg::Journal(Update { acts, reloaded: false }))
    }

    fn act(&self, intent: &Intent) -> Act {
        at_a_known_time(self.new_act(intent))
    }

    fn new_act(&self, intent: &Intent) -> Act {
        match intent {
            Intent::Edit { of, text, seen } => Act::edit(REVIEWER, of, text, seen.clone()),
            Intent::Draft { of, text } => (**of).clone().with_words(text),
            Intent::Retract { of } => Act::retract(REVIEWER, of),
            Intent::About { item: _, report, target, what, seen } => {
                let (report, seen) = (ReportRef { sha256: None, ..(**report).clone() }, seen.clone());
                match (what, target) {
                    (What::Note(text), _) => Act::note(REVIEWER, report, target.clone(), text, seen),
                    (What::Status(status, due), _) => Act::status(REVIEWER, report, *status, "", seen).with_due(*due),
                    (What::Reading(reading, text), _) => {
                        Act::reading(REVIEWER, report, target.clone(), *reading, text, seen)
                    }
                    (What::Verdict(verdict), Target::Finding(fingerprint)) => {
                        Act::verdict(REVIEWER, report, fingerprint, verdict.clone(), seen)
                    }
                    (What::Assign(to), _) => Act::assign(REVIEWER, report, to.as_deref()),
                    (What::Name(name), _) => Act::name(REVIEWER, report, name.as_deref()),
                    (What::Verdict(_), other) => panic!("a verdict on {other:?}"),
                }
            }
        }
    }

    /// The number of an item by its id.
    pub(crate) fn item(&self, id: &str) -> ItemId {
        let mut items = self.model.library.in_order().iter().copied();
        items.find(|&item| *self.model.library.get(item).unwrap().id == *id).unwrap()
    }

    /// The ids on the list.
    pub(crate) fn listed(&self) -> Vec<String> {
        let library = &self.model.library;
        self.model.list.visible.iter().map(|&item| library.get(item).unwrap().id.to_string()).collect()
    }

    /// The report that is open.
    pub(crate) fn open(&self) -> &Open {
        self.model.open.as_ref().expect("a report is open")
    }

    /// The screen on which it is shown, and which table.
    pub(crate) fn shown(&self) -> (Screen, Option<usize>) {
        (self.open().screen, self.open().table())
    }

    /// The id of the report that is open; empty on the list.
    pub(crate) fn opened(&self) -> String {
        self.model.opened().map(|opened| opened.item.id.to_string()).unwrap_or_default()
    }

    /// The cell under the cursor.
    pub(crate) fn cell(&self) -> &str {
        let opened = self.model.opened().unwrap();
        opened.open.current_cell(opened.form).map(|cell| opened.form.id(cell)).unwrap_or_default()
    }

    /// What was said last.
    pub(crate) fn notice(&self) -> &str {
        self.model.notice.as_ref().map_or("", |notice| &notice.text)
    }

    pub(crate) fn editor(&self) -> &Editor {
        match &self.model.overlay {
            Some(Overlay::Editor(editor)) => editor,
            other => panic!("no editor but {other:?}; said: {}", self.notice()),
        }
    }

    /// The screen as it would be drawn.
    pub(crate) fn buffer(&self) -> Buffer {
        let mut buffer = Buffer::empty(Rect::from(self.model.size));
        view::draw(&mut buffer, &self.model);
        buffer
    }

    /// The lines of the screen, blanks at their ends included; the second half of a wide character is left out.
    pub(crate) fn screen(&self) -> Vec<String> {
        let buffer = self.buffer();
        let area = buffer.area;
        let line = |y| {
            let mut text = String::new();
            let mut x = area.x;
            while x < area.right() {
                let symbol = buffer[(x, y)].symbol();
                text += symbol;
                x += u16::try_from(view_width(symbol).max(1)).unwrap();
            }
            text
        };
        (area.y..area.bottom()).map(line).collect()
    }
}

/// Cells that a symbol takes.
pub(crate) fn view_width(symbol: &str) -> usize {
    crate::terminal::width::Measure::default().cells(symbol)
}
