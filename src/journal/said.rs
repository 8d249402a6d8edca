//! What an act can say, out of a few: each as the journal writes it and as people read it.

use crate::base::text::SafeText;
use crate::words::Words;

/// For whom a reviewer's words are. What does not say so stays in the office: an older program wrote it, or nobody decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Audience {
    /// The office alone.
    #[default]
    Internal,
    /// The agency too: the words go out with its notice.
    Agency,
}

impl Audience {
    /// As the journal writes it; nothing where the words stay in the office.
    #[must_use]
    pub(crate) fn id(self) -> Option<&'static str> {
        match self {
            Self::Internal => None,
            Self::Agency => Some("agency"),
        }
    }

    /// The other one.
    #[must_use]
    pub(crate) fn other(self) -> Self {
        match self {
            Self::Internal => Self::Agency,
            Self::Agency => Self::Internal,
        }
    }

    /// From the journal's word. A word of a newer version lets nothing out.
    #[must_use]
    pub(crate) fn from_id(id: Option<&str>) -> Self {
        if id.is_some() && id == Self::Agency.id() { Self::Agency } else { Self::Internal }
    }
}

/// What comparing a doubtful reading with its document showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Comparison {
    /// The document says what was read.
    Confirmed,
    /// The document says something else: what, is the text of the act.
    Corrected,
}

/// A decision on a finding, with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What was decided.
    pub decision: Decision,
    /// Why, for instance 口径调整; may be empty.
    pub reason: SafeText,
}

/// What was decided on a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// 退回: the agency must correct it.
    Return,
    /// Accepted, for the reason given.
    Accept,
    /// The rule does not apply, or the reader misread.
    NotAProblem,
    /// Somebody has to look it up first.
    ToVerify,
}

impl Comparison {
    /// Both of them, in the order of menus.
    pub(crate) const ALL: [Self; 2] = [Self::Confirmed, Self::Corrected];

    /// The word of the act, as the journal writes it.
    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Confirmed => "confirm",
            Self::Corrected => "correct",
        }
    }

    /// For a human reader.
    #[must_use]
    pub(crate) fn label(self, words: &Words) -> &'static str {
        match self {
            Self::Confirmed => words.journal.act_confirm(),
            Self::Corrected => words.journal.act_correct(),
        }
    }
}

impl Decision {
    /// All of them, in the order of menus.
    pub(crate) const ALL: [Self; 4] = [Self::Return, Self::Accept, Self::NotAProblem, Self::ToVerify];

    /// As the journal writes it.
    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Return => "return",
            Self::Accept => "accept",
            Self::NotAProblem => "not_a_problem",
            Self::ToVerify => "to_verify",
        }
    }

    /// From the journal's word; `None` for a word of a newer version.
    #[must_use]
    pub(crate) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|decision| decision.id() == id)
    }

    /// For a human reader.
    #[must_use]
    pub(crate) fn label(self, words: &Words) -> &'static str {
        let texts = &words.journal;
        match self {
            Self::Return => texts.decision_return(),
            Self::Accept => texts.decision_accept(),
            Self::NotAProblem => texts.decision_not_a_problem(),
            Self::ToVerify => texts.decision_to_verify(),
        }
    }
}

/// How far the review of a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Status {
    /// 未审
    #[default]
    Unreviewed,
    /// 审核中
    Reviewing,
    /// 退回
    Returned,
    /// 重报
    Resubmitted,
    /// 通过
    Accepted,
}

impl Status {
    /// All of them, in the order of the work.
    pub(crate) const ALL: [Self; 5] =
        [Self::Unreviewed, Self::Reviewing, Self::Returned, Self::Resubmitted, Self::Accepted];

    /// As the journal writes it.
    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Unreviewed => "unreviewed",
            Self::Reviewing => "reviewing",
            Self::Returned => "returned",
            Self::Resubmitted => "resubmitted",
            Self::Accepted => "accepted",
        }
    }

    /// From the journal's word; `None` for a word of a newer version.
    #[must_use]
    pub(crate) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.id() == id)
    }

    /// For a human reader.
    #[must_use]
    pub fn label(self, words: &Words) -> &'static str {
        let texts = &words.journal;
        match self {
            Self::Unreviewed => texts.status_unreviewed(),
            Self::Reviewing => texts.status_reviewing(),
            Self::Returned => texts.status_returned(),
            Self::Resubmitted => texts.status_resubmitted(),
            Self::Accepted => texts.status_accepted(),
        }
    }
}
