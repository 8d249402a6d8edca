//! The state of the desk: plain data, changed by `update` only, drawn by `view` only.

mod against;
mod case;
pub(crate) mod chip;
mod column;
mod display;
mod find;
pub(crate) mod hints;
pub(crate) mod live;
pub(crate) mod marks;
pub(crate) mod notices;
mod open;
pub(crate) mod order;
mod out;
mod overlay;
pub(crate) mod people;
pub(crate) mod places;
mod program;
pub(crate) mod regions;
pub(crate) mod renaming;
mod room;
mod saved;
mod screen;
pub(crate) mod session;
pub(crate) mod setting;
mod spot;
mod subject;
mod tour;
mod visit;
pub(crate) mod wanted;
mod window;
mod work;

use ratatui::layout::Size;

use crate::check::Basis;
use crate::form::Form;
use crate::journal::{Presence, ReportKey, ReportRef, ReportReview, Review};
use crate::library;
use crate::report::{Agency, Head, Lean, SafeText};
use crate::words::{CommandId, Lang, Words};

use super::keymap::Keymap;
use super::keys::Key;

pub(crate) use super::screen::agencies::{List, Preview, Selection};
pub(crate) use super::screen::findings::Sought;
pub(crate) use super::screen::versions::Earlier;
pub(crate) use crate::library::peers;
pub(crate) use crate::library::seen;
pub(crate) use crate::library::{Item, ItemId, Library, Sheet};
pub(crate) use against::Against;
pub(crate) use column::{Columns, ListColumn};
pub(crate) use display::{Colours, Display, Theme};
pub(crate) use find::Looking;
pub(crate) use live::Live;
pub(crate) use marks::{Marks, ReviewMark};
pub(crate) use notices::{Notice, Tone};
pub(crate) use open::{NarrativeState, Open};
pub(crate) use order::{By, Order, SortKey};
pub(crate) use out::{Out, OutRunning};
pub(crate) use overlay::Overlay;
pub(crate) use program::{FILLED, OwnProgram};
pub(crate) use room::{PanelNeed, Room};
pub(crate) use saved::{Filters, Saved};
pub(crate) use screen::those;
pub(crate) use screen::{Screen, Tab};
pub(crate) use setting::Setting;
pub(crate) use subject::{Begun, Subject};
pub(crate) use tour::TourStep;
pub(crate) use visit::{Visit, VisitFrom};
pub(crate) use wanted::Wanted;
pub(crate) use window::Window;
pub(crate) use work::{Deed, Work};

/// The state of the desk.
#[derive(Debug)]
pub(crate) struct Model {
    /// What stays as it was given.
    pub(crate) given: OpenedWith,
    /// The size of the terminal.
    pub(crate) size: Size,
    /// What the screen shown has to say, as of the last time everything was settled.
    pub(crate) room: Room,
    /// What the terminal can show.
    pub(crate) display: Display,
    /// What happens in the reviewed directory.
    pub(crate) directory: Watched,
    /// Everything loaded.
    pub(crate) library: Library,
    /// The journal, and what it says.
    pub(crate) journal: JournalState,
    /// The list of agencies.
    pub(crate) list: List,
    /// The report under its cursor, in brief.
    pub(crate) preview: Preview,
    /// The agencies marked for acting on all of them.
    pub(crate) selection: Selection,
    /// What the desk remembers from one key to the next.
    pub(crate) work: Work,
    /// The report being looked at; `None` on the list of agencies.
    pub(crate) open: Option<Open>,
    /// What is looked for on the screens of a report.
    pub(crate) find: Looking,
    /// What lies over the screen.
    pub(crate) overlay: Option<Overlay>,
    /// What the reviewer has pressed.
    pub(crate) keys: Pressed,
    /// All that was said.
    pub(crate) notices: notices::Notices,
    /// Where the reviewer was, and what they have marked.
    pub(crate) places: places::Places,
    /// What must be worked out again before the next frame.
    pub(crate) stale: Stale,
    /// Filters saved under a name.
    pub(crate) filters: Filters,
    /// What goes out.
    pub(crate) out: Out,
    /// How far the tour is, where one is given.
    pub(crate) tour: Option<TourStep>,
}

/// What the desk was opened with.
#[derive(Debug)]
pub(crate) struct OpenedWith {
    /// The language of the interface.
    pub(crate) lang: Lang,
    /// What the office has set, and who is expected to report: one for the whole desk, for its word lists are made ready
    /// once.
    pub(crate) basis: Basis<'static>,
    pub(crate) reviewer: SafeText,
    /// What was opened, for the first line.
    pub(crate) root: SafeText,
    /// Which keys do what.
    pub(crate) keymap: Keymap,
    /// Programs of the reviewer's own.
    pub(crate) programs: Vec<OwnProgram>,
}

/// The reviewed directory: how far it is known.
#[derive(Debug, Default)]
pub(crate) struct Watched {
    /// How far loading is.
    pub(crate) loading: Loading,
    /// The agencies of the roster that have no report, and for which year; known when all is checked.
    pub(crate) absent: Vec<Head>,
    /// What happens in the reviewed directory.
    pub(crate) live: Live,
}

/// What the reviewer has pressed.
#[derive(Debug, Default)]
pub(crate) struct Pressed {
    /// Keys pressed that begin a command.
    pub(crate) pending: Vec<Key>,
    /// The count before the command that is carried out, for one that takes so many lines.
    pub(crate) rows: Option<u16>,
    /// How often the next command is meant.
    pub(crate) count: Option<u16>,
    /// Has the reviewer done anything yet? Until then the cursor stays on the first line, whatever comes before it.
    pub(crate) touched: bool,
}

/// What must be worked out again before the next frame.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Stale {
    /// The library has grown, from this item on.
    pub(crate) library: Option<ItemId>,
    /// More was found about these.
    pub(crate) checked: Vec<ItemId>,
    /// The journal has grown by acts on these.
    pub(crate) reviewed: Vec<ReportKey>,
    /// The journal was read anew: everything it says may have changed.
    pub(crate) journal: bool,
    /// The chips, the order or the year has changed.
    pub(crate) list: bool,
    /// What is searched for has changed.
    pub(crate) filter: bool,
}

/// How far loading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Loading {
    /// Files found so far.
    pub(crate) found: usize,
    pub(crate) read: usize,
    /// Of these, how many could not be read.
    pub(crate) unreadable: usize,
    pub(crate) done: bool,
    /// How many reports had their texts checked.
    pub(crate) checked: usize,
    /// Is that over too?
    pub(crate) checked_all: bool,
}

/// The journal, as far as the reviewer must know.
#[derive(Debug, Default)]
pub(crate) struct JournalState {
    pub(crate) path: SafeText,
    pub(crate) opened: bool,
    /// Can nothing be written to it?
    pub(crate) read_only: bool,
    /// Acts on their way to the disk.
    pub(crate) saving: usize,
    /// What the journal says.
    pub(crate) review: Review,
    /// What the journal says, by report.
    pub(crate) marks: Marks,
    /// Who else is here.
    pub(crate) here: Vec<Presence>,
    /// Whose names may have changed by what the journal says.
    pub(crate) renaming: renaming::Renaming,
}

impl Model {
    /// An empty desk with these keys.
    #[must_use]
    pub(crate) fn new(lang: Lang, reviewer: SafeText, root: SafeText, size: Size, keymap: Keymap) -> Self {
        Self {
            given: OpenedWith { lang, basis: Basis::standard(), reviewer, root, keymap, programs: Vec::new() },
            directory: Watched::default(),
            keys: Pressed::default(),
            size,
            room: Room::default(),
            display: Display::default(),
            library: Library::default(),
            journal: JournalState::default(),
            list: List::default(),
            preview: Preview::default(),
            selection: Selection::default(),
            work: Work::default(),
            open: None,
            find: Looking::default(),
            overlay: None,
            notices: notices::Notices::default(),
            places: places::Places::default(),
            stale: Stale::default(),
            filters: Filters::default(),
            out: Out::default(),
            tour: None,
        }
    }

    /// The interface texts.
    #[must_use]
    pub(crate) fn words(&self) -> &'static Words {
        self.given.lang.words()
    }

    /// Where the reviewer is.
    #[must_use]
    pub(crate) fn screen(&self) -> Screen {
        self.open.as_ref().map_or(Screen::Agencies, |open| open.screen)
    }

    /// Would an act on the list be on all marked agencies?
    #[must_use]
    pub(crate) fn acts_on_many(&self) -> bool {
        self.open.is_none() && !self.selection.is_empty()
    }

    /// The item that review acts are about: the open report, else the one under the cursor.
    #[must_use]
    pub(crate) fn current_item(&self) -> Option<ItemId> {
        self.open.as_ref().map(|open| open.item).or_else(|| self.list.current())
    }

    /// The report that review acts are about.
    #[must_use]
    pub(crate) fn current_sheet(&self) -> Option<&Sheet> {
        self.library.sheet(self.current_item()?)
    }

    /// The open report with its numbers and form.
    #[must_use]
    pub(crate) fn opened(&self) -> Option<Opened<'_>> {
        let open = self.open.as_ref()?;
        let item = self.library.get(open.item)?;
        let lean = &item.sheet()?.lean;
        Some(Opened { open, item, lean, form: lean.form })
    }

    /// The same to be moved about in, with its form.
    pub(crate) fn opened_mut(&mut self) -> Option<(&mut Open, &'static Form)> {
        let form = self.opened()?.form;
        Some((self.open.as_mut()?, form))
    }

    /// The agencies of the roster that have no report by now, and for which year.
    pub(crate) fn missing(&self) -> impl Iterator<Item = &Head> {
        // One may have come since, or a report may have got its name.
        let is_here = |region: &[SafeText], head: &Head| {
            self.library.reports_of(region, &head.agency.name, head.year).next().is_some()
        };
        self.directory.absent.iter().filter(move |head| {
            let region = &head.agency.region;
            // A roster need not say where an agency is; its name says it then, as for a report.
            let by_name = || is_here(&Agency::of_name(&head.agency.name).region, head);
            !(is_here(region, head) || region.is_empty() && by_name())
        })
    }

    /// A report, or a file that could not be read, as acts name it.
    #[must_use]
    pub(crate) fn reference(&self, item: ItemId) -> Option<ReportRef> {
        if let Some(head) = self.library.absent(item) {
            let agency = &head.agency;
            let (name, region) = (agency.name.clone(), agency.region.to_vec());
            return Some(ReportRef { agency: name, region, year: head.year, ..ReportRef::default() });
        }
        let item = self.library.get(item)?;
        let Some(sheet) = item.sheet() else { return Some(ReportRef::of_file(&item.id)) };
        let agency = sheet.lean.head.agency.key();
        Some(ReportRef {
            agency: agency.name.clone(),
            region: agency.region.to_vec(),
            year: sheet.lean.head.year,
            id: item.id.clone(),
            sha256: sheet.digest.map(|digest| SafeText::line(&digest.to_string())),
        })
    }

    /// What an act on this item would be about.
    #[must_use]
    pub(crate) fn subject(&self, item: Option<ItemId>) -> Option<Subject> {
        let item = item?;
        Some(Subject { item, report: Box::new(self.reference(item)?) })
    }

    /// What the journal says of an item, be it a report or a file that could not be read.
    #[must_use]
    pub(crate) fn review_of(&self, item: ItemId) -> Option<ReportReview<'_>> {
        marks::review_of(&self.library, &self.journal.review, item)
    }

    /// Why the file under the cursor cannot be read, if it cannot.
    #[must_use]
    pub(crate) fn unreadable(&self) -> Option<&SafeText> {
        self.library.get(self.current_item()?)?.body.as_ref().err()
    }

    /// The agency under the cursor that has not reported.
    #[must_use]
    pub(crate) fn absent_here(&self) -> Option<&Head> {
        self.library.absent(self.current_item()?)
    }

    /// The key of a command here, as a text names it.
    #[must_use]
    pub(crate) fn key_text(&self, command: CommandId) -> String {
        self.given.keymap.key_text(command, self.screen(), self.words())
    }

    /// Says something that nobody asked for: with the next key, if something is being said.
    pub(crate) fn say_after(&mut self, tone: Tone, text: String) {
        let before = self.notices.shown.take();
        self.say(tone, text);
        if before.is_some() {
            self.notices.unsaid.extend(std::mem::replace(&mut self.notices.shown, before));
        }
    }

    pub(crate) fn say(&mut self, tone: Tone, text: impl Into<String>) {
        let notice = Notice { text: text.into(), tone };
        self.notices.add(&notice);
        self.notices.shown = Some(notice);
    }
}

/// The open report with everything about it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Opened<'a> {
    /// Cursors, findings, narrative.
    pub(crate) open: &'a Open,
    pub(crate) item: &'a Item,
    pub(crate) lean: &'a Lean,
    pub(crate) form: &'static Form,
}
