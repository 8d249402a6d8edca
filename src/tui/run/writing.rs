//! Words on their way: what is being written is on disk as a draft before anything else happens to it.
//!
//! The loop tells after each message what stands in the field that is open. After a pause in typing, or while typing
//! goes on, it is kept; so it is before the reviewer's own editor runs, and when it is on its way to the journal. A draft
//! goes only when the journal has its words, or when the reviewer throws them away. Threads of their own write
//! them (`keeper`), so that a disk that is slow, or away, holds up neither keys nor notes.

use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::journal::Act;
use crate::tui::model::Model;
use crate::tui::msg::{Intent, Msg};
use crate::tui::update;

use super::journal::Author;
use super::keeper::Keeper;

/// Words are kept after a pause of this length.
const PAUSE: Duration = Duration::from_secs(1);
/// And at least this often while they are typed.
const AT_LEAST: Duration = Duration::from_secs(5);

/// What stands in the field that is open.
struct Field {
    id: Uuid,
    words: String,
    /// Is it on disk as it stands?
    kept: bool,
    /// Was it ever?
    has_draft: bool,
    /// When it is kept next.
    due: Instant,
    /// Since when it has not been.
    since: Instant,
}

/// The words on their way.
pub(super) struct Writing {
    keeper: Keeper,
    author: Author,
    field: Option<Field>,
    /// On their way to the journal.
    sent: Vec<(Uuid, String)>,
}

impl Writing {
    pub fn new(keeper: Keeper, author: Author) -> Self {
        Self { keeper, author, field: None, sent: Vec::new() }
    }

    /// When the words are kept next, if there are any that are not.
    pub fn due(&self) -> Option<Instant> {
        self.field.as_ref().filter(|field| !field.kept).map(|field| field.due)
    }

    /// Something happened: what stands in the field now?
    pub fn look(&mut self, model: &Model, now: Instant) {
        let Some(text) = update::words_at_risk(model) else {
            if let Some(field) = self.field.take() {
                // Left as it was at the beginning: there is nothing to lose. Else it stays for the next start. Words of
                // an earlier session are thrown away where they are offered, and nowhere else.
                if update::is_writing(model) && update::draft_in_hand(model).is_none() {
                    self.drop_draft(&field);
                }
            }
            return;
        };
        match &mut self.field {
            Some(field) if field.words == text => {}
            Some(field) => {
                if field.kept {
                    field.since = now;
                }
                field.kept = false;
                field.words = text;
                field.due = (now + PAUSE).min(field.since + AT_LEAST);
            }
            None => {
                // What could not be saved is in the field again: it is the same draft.
                let known = self.sent.iter().position(|(_, words)| same(words, &text));
                let id = known.map(|position| self.sent.swap_remove(position).0);
                let id = id.or_else(|| update::draft_in_hand(model)).unwrap_or_else(Uuid::now_v7);
                let field = Field { id, words: text, kept: false, has_draft: false, due: now + PAUSE, since: now };
                self.field = Some(field);
            }
        }
    }

    /// It is time.
    pub fn keep_due(&mut self, model: &Model, now: Instant) {
        if self.due().is_some_and(|due| due <= now)
            && let Some(act) = self.act(model)
        {
            self.keeper.save(act);
        }
    }

    /// Somebody else gets the terminal, or the desk ends.
    pub fn keep_now(&mut self, model: &Model) -> Option<Uuid> {
        self.look(model, Instant::now());
        let id = self.field.as_ref()?.id;
        if let Some(act) = self.act(model) {
            self.keeper.save_now(act);
        }
        Some(id)
    }

    fn act(&mut self, model: &Model) -> Option<Act> {
        let field = self.field.as_mut().filter(|field| !field.kept)?;
        // Whatever comes of it: what cannot be an act is not tried again and again.
        field.kept = true;
        let intent = update::unfinished(model)?;
        field.has_draft = true;
        Some(self.author.draft(intent, field.id))
    }

    /// These are on their way to the journal: the draft of their words, which says of words for several reports for
    /// which. It is on disk if the words are those of the field.
    pub fn record(&mut self, model: &Model, intents: &[Intent]) -> Option<Act> {
        let words = intents.iter().find_map(Intent::words)?;
        let draft = update::draft_of(model, intents)?;
        let Some(field) = self.field.take_if(|field| same(&field.words, words)) else {
            return Some(self.author.draft(draft, Uuid::now_v7()));
        };
        let draft = self.author.draft(draft, field.id);
        if !field.kept {
            self.keeper.save(draft.clone());
        }
        self.sent.push((field.id, words.to_owned()));
        Some(draft)
    }

    /// The reviewer has thrown the words in the field away.
    pub fn forget(&mut self, text: &str) {
        let field = self.field.take();
        let sent = self.sent.extract_if(.., |(_, words)| same(words, text)).map(|(id, _)| id);
        for id in field.map(|field| field.id).into_iter().chain(sent) {
            self.keeper.remove(id);
        }
    }

    /// The words of an earlier session stay as they were before they came into the field, and of the time they were
    /// written.
    pub fn restore(&mut self, act: Act) {
        self.field = None;
        self.keeper.save(act);
    }

    fn drop_draft(&self, field: &Field) {
        if field.has_draft {
            self.keeper.remove(field.id);
        }
    }

    /// What the journal has is on its way no longer.
    pub fn arrived(&mut self, msg: &Msg) {
        if let Msg::Saved(update) = msg {
            self.sent.retain(|(id, _)| !update.acts.iter().any(|act| act.id == *id));
        }
    }

    /// The desk ends.
    pub fn finish(&mut self, model: &Model) {
        self.keep_now(model);
        self.keeper.flush();
    }
}

/// Are they the same words, whatever became of their spaces and line breaks on the way?
fn same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}
