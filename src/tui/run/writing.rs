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
use crate::tui::overlay;

use super::author::Author;
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
    sent: Vec<Sent>,
    /// What could not be saved, from when that is told until it is known whether it stands in the field again.
    given_back: Option<Sent>,
}

/// Words on their way to the journal, and what they are about.
struct Sent {
    id: Uuid,
    intent: Intent,
}

impl Sent {
    fn words(&self) -> &str {
        self.intent.words().unwrap_or_default()
    }
}

impl Writing {
    pub(crate) fn new(keeper: Keeper, author: Author) -> Self {
        Self { keeper, author, field: None, sent: Vec::new(), given_back: None }
    }

    /// When the words are kept next, if there are any that are not.
    pub(crate) fn due(&self) -> Option<Instant> {
        self.field.as_ref().filter(|field| !field.kept).map(|field| field.due)
    }

    /// Something happened: what stands in the field now?
    pub(crate) fn look(&mut self, model: &Model, now: Instant) {
        let given_back = self.given_back.take();
        let Some(text) = overlay::words_at_risk(model) else {
            if let Some(field) = self.field.take() {
                // Left as it was at the beginning: there is nothing to lose. Else it stays for the next start. Words of
                // an earlier session are thrown away where they are offered, and nowhere else.
                if overlay::is_writing(model) && overlay::draft_in_hand(model).is_none() {
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
                // What could not be saved is in the field again: it is the same draft. Equal words alone say nothing: of
                // two acts of one id the journal has the first, and the second is lost.
                let id = given_back.filter(|sent| same(sent.words(), &text)).map(|sent| sent.id);
                let id = id.or_else(|| overlay::draft_in_hand(model)).unwrap_or_else(Uuid::now_v7);
                let field = Field { id, words: text, kept: false, has_draft: false, due: now + PAUSE, since: now };
                self.field = Some(field);
            }
        }
    }

    pub(crate) fn keep_due(&mut self, model: &Model, now: Instant) {
        if self.due().is_some_and(|due| due <= now)
            && let Some(act) = self.act(model)
        {
            self.keeper.save(act);
        }
    }

    /// Somebody else gets the terminal, or the desk ends.
    pub(crate) fn keep_now(&mut self, model: &Model) -> Option<Uuid> {
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
        let intent = overlay::unfinished(model)?;
        field.has_draft = true;
        Some(self.author.draft(intent, field.id))
    }

    /// These are on their way to the journal: the draft of their words, which says of words for several reports for
    /// which. It is on disk if the words are those of the field.
    pub(crate) fn record(&mut self, model: &Model, intents: &[Intent]) -> Option<Act> {
        let intent = worded(intents)?;
        let draft = overlay::draft_of(model, intents)?;
        let words = intent.words().unwrap_or_default();
        let field = self.field.take_if(|field| same(&field.words, words));
        let id = field.as_ref().map_or_else(Uuid::now_v7, |field| field.id);
        let draft = self.author.draft(draft, id);
        if field.is_some_and(|field| !field.kept) {
            self.keeper.save(draft.clone());
        }
        self.sent.push(Sent { id, intent: intent.clone() });
        Some(draft)
    }

    /// The reviewer has thrown the words in the field away.
    pub(crate) fn forget(&mut self, text: &str) {
        if let Some(field) = self.field.take_if(|field| same(&field.words, text)) {
            self.keeper.remove(field.id);
        }
    }

    /// The words of an earlier session stay as they were before they came into the field, and of the time they were
    /// written.
    pub(crate) fn restore(&mut self, act: Act) {
        self.field = None;
        self.keeper.save(act);
    }

    fn drop_draft(&self, field: &Field) {
        if field.has_draft {
            self.keeper.remove(field.id);
        }
    }

    /// What the journal has, or has refused, is on its way no longer.
    pub(crate) fn arrived(&mut self, msg: &Msg) {
        match msg {
            Msg::Saved(update) => self.sent.retain(|sent| !update.acts.iter().any(|act| act.id == sent.id)),
            Msg::NotSaved(intents, _) => {
                let refused = worded(intents);
                let sent = self.sent.iter().position(|sent| Some(&sent.intent) == refused);
                self.given_back = sent.map(|sent| self.sent.remove(sent));
            }
            Msg::Key(..)
            | Msg::Mouse(..)
            | Msg::Paste(..)
            | Msg::Burst(..)
            | Msg::Resize(..)
            | Msg::Today(..)
            | Msg::Found(..)
            | Msg::Loaded(..)
            | Msg::LoadingDone
            | Msg::PublishedRead { .. }
            | Msg::Checked(..)
            | Msg::CheckingDone { .. }
            | Msg::Opened(..)
            | Msg::Changed(..)
            | Msg::Compared(..)
            | Msg::ComparingDone { .. }
            | Msg::Unwatched(..)
            | Msg::Here(..)
            | Msg::SourceRead(..)
            | Msg::JournalOpened { .. }
            | Msg::Journal(..)
            | Msg::JournalTrouble(..)
            | Msg::DraftsFound(..)
            | Msg::Edited(..)
            | Msg::OutTold(..)
            | Msg::OutShown(..)
            | Msg::OutWritten(..)
            | Msg::Filters(..)
            | Msg::NotRestored(..) => {}
        }
    }

    pub(crate) fn finish(&mut self, model: &Model) {
        self.keep_now(model);
        self.keeper.flush();
    }
}

/// The one of these whose words stand for all.
fn worded(intents: &[Intent]) -> Option<&Intent> {
    intents.iter().find(|intent| intent.words().is_some())
}

/// Are they the same words, whatever became of their spaces and line breaks on the way?
fn same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Drafts;
    use crate::tui::fixture::Desk;
    use crate::tui::msg::Effect;

    /// A desk whose words are kept as the loop has it done.
    struct Kept {
        desk: Desk,
        writing: Writing,
        dir: tempfile::TempDir,
    }

    impl Kept {
        fn new() -> Self {
            let dir = tempfile::tempdir().unwrap();
            let keeper = Keeper::spawn(&Drafts::of(&dir.path().join("j.jsonl"))).unwrap();
            Self { desk: Desk::new(), writing: Writing::new(keeper, Author("li".into())), dir }
        }

        fn look(&mut self) {
            self.writing.look(&self.desk.model, Instant::now());
        }

        /// Writes this and has it on its way: its draft.
        fn send(&mut self, keys: &str, text: &str) -> Act {
            self.desk.keys(keys).typed(text);
            self.look();
            self.enter()
        }

        fn enter(&mut self) -> Act {
            self.desk.effects();
            self.desk.keys("enter");
            let sent = self.desk.effects().into_iter().find_map(|effect| match effect {
                Effect::Record(intents) => self.writing.record(&self.desk.model, &intents),
                _ => None,
            });
            self.look();
            sent.unwrap()
        }

        /// Nothing of what is on its way could be written.
        fn refused(&mut self) {
            for intents in self.desk.take_pending() {
                let msg = Msg::NotSaved(intents, "磁盘已满".to_owned());
                self.writing.arrived(&msg);
                self.desk.take(msg);
                self.look();
            }
        }

        fn on_disk(&self) -> usize {
            self.writing.keeper.flush();
            std::fs::read_dir(self.dir.path()).unwrap().count()
        }
    }

    #[test]
    fn the_same_words_twice_are_two_notes() {
        for second in ["enter a", "j a", "a"] {
            let mut kept = Kept::new();
            let first = kept.send("a", "请核对");
            let second = kept.send(second, "请核对");
            assert_ne!(first.id, second.id, "the journal would take the second for the first");
            assert_eq!(kept.on_disk(), 2);
        }
    }

    #[test]
    fn words_that_were_given_back_are_the_same_draft() {
        let mut kept = Kept::new();
        let first = kept.send("a", "请核对");
        kept.refused();
        assert_eq!(kept.desk.editor().text(), "请核对");
        assert_eq!(kept.enter().id, first.id);
        assert_eq!(kept.on_disk(), 1);
    }

    #[test]
    fn words_that_could_not_be_given_back_are_not_those_of_a_later_note() {
        let mut kept = Kept::new();
        let first = kept.send("a", "请核对");
        kept.desk.keys("j a").typed("还没写完");
        kept.look();
        kept.refused();
        kept.desk.keys("esc y");
        kept.writing.forget("还没写完");
        kept.look();
        assert_ne!(kept.send("a", "请核对").id, first.id);
        assert_eq!(kept.on_disk(), 2);
    }

    #[test]
    fn throwing_words_away_throws_away_no_others_that_say_the_same() {
        let mut kept = Kept::new();
        kept.send("a", "请核对");
        kept.desk.keys("j a").typed("请核对").keys("esc");
        kept.look();
        kept.desk.keys("y");
        kept.writing.forget("请核对");
        kept.look();
        assert_eq!(kept.on_disk(), 1);
    }
}
