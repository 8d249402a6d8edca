//! Lines to acts, one after the other: chain, duplicates and everything that is wrong with a line.
//!
//! The one reader behind the desk, `verify` and `merge`, so that they cannot disagree. Touches no file.

use std::collections::HashSet;
use std::io::{self, BufRead};

use uuid::Uuid;

use super::act::Act;
use super::chain::{self, Link};
use super::lines::{self, Line, Taken};
use super::problem::{ProblemKind, Problems};
use super::when::When;
use super::wire::{self, Decoded};

/// How far a journal has been read, and what was found on the way.
#[derive(Debug)]
pub(super) struct Scanner {
    /// Bytes of whole lines taken.
    pub(crate) offset: u64,
    /// Lines taken.
    pub(crate) lines: u64,
    /// What the next line follows.
    pub(crate) link: Link,
    /// What is wrong so far.
    pub(crate) problems: Problems,
    ids: HashSet<Uuid>,
    newer_ids: HashSet<Box<str>>,
}

/// A line that is worth keeping.
pub(super) struct Kept<'a> {
    /// Its bytes without checksum and closing brace.
    pub(crate) body: &'a [u8],
    pub(crate) line: Decoded,
}

/// What stands behind the last line break.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Fragment {
    /// How many bytes; 0 for nothing.
    pub(crate) length: u64,
    /// What the next line follows once this is a line of its own.
    pub(crate) link: Option<Link>,
}

impl Scanner {
    pub(crate) fn new() -> Self {
        Self {
            offset: 0,
            lines: 0,
            link: Link::SEED,
            problems: Problems::default(),
            ids: HashSet::new(),
            newer_ids: HashSet::new(),
        }
    }

    /// Is there a line with this id?
    pub(crate) fn knows(&self, id: &Uuid) -> bool {
        self.ids.contains(id)
    }

    /// How many different acts were read.
    pub(crate) fn acts(&self) -> u64 {
        self.ids.len() as u64
    }

    /// Takes all whole lines; tells what follows the last line break.
    pub(crate) fn read(&mut self, reader: &mut impl BufRead, mut keep: impl FnMut(Kept<'_>)) -> io::Result<Fragment> {
        let mut buffer = Vec::new();
        while let Some(Taken { line, length, zeros }) = lines::next(reader, &mut buffer)? {
            if zeros && matches!(line, Line::Whole(_)) {
                self.problems.push(self.lines + 1, ProblemKind::Zeros);
            }
            match line {
                Line::Whole(bytes) => {
                    if let Some(kept) = self.take(bytes) {
                        keep(kept);
                    }
                }
                Line::TooLong => {
                    self.lines += 1;
                    self.problems.push(self.lines, ProblemKind::TooLong);
                }
                Line::Unfinished(bytes) => {
                    let link = bytes.and_then(|bytes| chain::split(bytes.trim_ascii())).map(|(_, link)| link);
                    return Ok(Fragment { length, link });
                }
            }
            self.offset += length;
        }
        Ok(Fragment::default())
    }

    /// The same, for those who want acts only.
    pub(crate) fn read_acts(&mut self, reader: &mut impl BufRead, acts: &mut Vec<Act>) -> io::Result<Fragment> {
        self.read(reader, |kept| {
            if let Decoded::Act(act) = kept.line {
                acts.push(*act);
            }
        })
    }

    /// One line without its line break. A line whose chain is wrong still counts: no note is lost for a checksum.
    fn take<'a>(&mut self, bytes: &'a [u8]) -> Option<Kept<'a>> {
        self.lines += 1;
        // An editor may have added a mark at the start and carriage returns; the chain does not see them.
        let bytes = if self.lines == 1 { bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes) } else { bytes };
        let bytes = bytes.trim_ascii();
        if bytes.is_empty() {
            return None;
        }
        let chained = chain::split(bytes);
        let expected = chained.map(|(body, _)| self.link.next(body));
        if let Some((_, link)) = chained {
            self.link = link;
        }
        let decoded = wire::decode(bytes);
        match chained {
            Some((_, link)) if Some(link) != expected => self.problems.push(self.lines, ProblemKind::BrokenChain),
            None if decoded.is_ok() => self.problems.push(self.lines, ProblemKind::NoChain),
            _ => {}
        }
        let line = match decoded {
            Ok(line) => line,
            Err(kind) => {
                self.problems.push(self.lines, kind);
                return None;
            }
        };
        if !self.is_first(&line) {
            self.problems.push(self.lines, ProblemKind::Duplicate);
            return None;
        }
        if matches!(line, Decoded::Newer { .. }) {
            self.problems.push(self.lines, ProblemKind::Newer);
        }
        let body = chained.map_or(bytes.strip_suffix(b"}").unwrap_or(bytes), |(body, _)| body);
        Some(Kept { body, line })
    }

    fn is_first(&mut self, line: &Decoded) -> bool {
        match line {
            Decoded::Act(act) => self.ids.insert(act.id),
            // An older version of us may know this id by now, a UUID in one way of writing it.
            Decoded::Newer { id: Some(id), .. } => match Uuid::try_parse(id) {
                Ok(id) => self.ids.insert(id),
                Err(_) => self.newer_ids.insert(id.clone()),
            },
            Decoded::Newer { id: None, .. } => true,
        }
    }
}

impl Decoded {
    /// The id that unites copies of one act in several files.
    pub(crate) fn id(&self) -> Option<Box<str>> {
        match self {
            Self::Act(act) => Some(act.id.to_string().into()),
            Self::Newer { id, .. } => id.clone(),
        }
    }

    /// When it was written, as far as it can be told.
    pub(crate) fn at(&self) -> Option<When> {
        match self {
            Self::Act(act) => Some(act.at),
            Self::Newer { at, .. } => *at,
        }
    }
}
