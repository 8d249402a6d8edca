//! What is known beside one report when it is checked.

use std::sync::{Arc, LazyLock, OnceLock};

use crate::check::rule::lexicon::Lexicon;
use crate::report::given::{Given, Published};
use crate::report::roster::Roster;

use super::Profile;

/// What is known beside one report when it is checked. Made once for all reports; copies share what was made ready.
#[derive(Debug, Clone)]
pub struct Basis<'a> {
    /// What the office has set.
    pub profile: &'a Profile,
    /// Who is expected to report.
    pub(crate) roster: Option<&'a Roster>,
    /// What is known from elsewhere.
    pub(crate) inputs: Inputs<'a>,
    /// The word lists of the profile, ready to be looked for: made when the first text is looked at.
    lexicon: Arc<OnceLock<Lexicon>>,
}

/// What is known of the agencies from elsewhere, each where it was given.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Inputs<'a> {
    /// The ledgers of the judicial office and the courts.
    pub(crate) ledger: Option<&'a Given>,
    /// When reports came in, and were published.
    pub(crate) received: Option<&'a Given>,
    /// A roll-up that was frozen.
    pub(crate) frozen: Option<&'a Given>,
    /// The reports as they were published.
    pub(crate) published: Option<&'a Published>,
}

/// Nothing but the rules as they ship.
static STANDARD: LazyLock<Basis<'static>> = LazyLock::new(|| Basis {
    profile: Profile::standard(),
    roster: None,
    inputs: Inputs::default(),
    lexicon: Arc::default(),
});

impl<'a> Basis<'a> {
    /// The rules as an office has set them.
    #[must_use]
    pub(crate) fn new(profile: &'a Profile) -> Self {
        if std::ptr::eq(profile, STANDARD.profile) {
            return STANDARD.clone();
        }
        Self { profile, roster: None, inputs: Inputs::default(), lexicon: Arc::default() }
    }

    #[must_use]
    pub(crate) fn with_roster(self, roster: Option<&'a Roster>) -> Self {
        Self { roster, ..self }
    }

    #[must_use]
    pub(crate) fn with_inputs(self, inputs: Inputs<'a>) -> Self {
        Self { inputs, ..self }
    }

    /// The word lists of the rules about texts, ready to be looked for all at once.
    pub(in crate::check) fn lexicon(&self) -> &Lexicon {
        self.lexicon.get_or_init(|| Lexicon::of(|id, name| self.profile.words(id, name)))
    }
}

impl Basis<'static> {
    /// Nothing but the rules as they ship.
    #[must_use]
    pub fn standard() -> Self {
        STANDARD.clone()
    }
}
