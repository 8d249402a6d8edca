//! A batch of digests, of any number of parts of a whole.

use std::path::PathBuf;
use std::sync::atomic::Ordering;

use crate::library::digests::{DigestError, ReadLine, read};
use crate::library::survey::Member;

use super::texts::Texts;
use super::{Batch, File, Place};

/// What was read of digests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ShardsRead {
    /// Lines that stand twice, letter by letter: each is counted once.
    pub(crate) twice: usize,
}

impl Batch<'_> {
    /// Reads the digests of all parts, in whatever order they come: the reports stand in the order of their ids. Of a batch
    /// of digests only that is said what takes several reports. `read_so_far` is told how many more lines were read.
    ///
    /// # Errors
    /// [`DigestError`]: nothing can be said of parts that are not whole or do not fit together.
    pub(crate) fn add_digests(
        &mut self,
        paths: &[PathBuf],
        read_so_far: &dyn Fn(usize),
    ) -> Result<ShardsRead, DigestError> {
        self.is_survey = true;
        let mut lines: Vec<ReadLine> = Vec::new();
        let is_wanted = || !self.cancel.load(Ordering::Relaxed);
        self.is_whole &= read(paths, &self.basis, &is_wanted, &mut |more| {
            read_so_far(more.len());
            lines.extend(more);
        })?;
        self.found += lines.len();
        lines.sort_by(|one, other| one.id.cmp(&other.id));
        let before = lines.len();
        once(&mut lines)?;
        let twice = before - lines.len();
        for ReadLine { id, lean, digest, judged, place } in lines {
            self.texts.push(Texts::of_digest(&lean, digest, judged, self.basis.profile));
            self.members.push(Member { id, lean, digest: None });
            self.files.push(File { place: Place::Line(place), kept: None, sections: Vec::new() });
        }
        Ok(ShardsRead { twice })
    }
}

/// An engine that has done a part again hands it in twice. Two different reports cannot have one id: findings could not
/// say which is meant.
fn once(lines: &mut Vec<ReadLine>) -> Result<(), DigestError> {
    let different = lines.array_windows().find(|[one, other]| one.id == other.id && !one.place.is_same(&other.place));
    if let Some([one, other]) = different {
        return Err(DigestError::two_of_one(&one.id, &one.place, &other.place));
    }
    lines.dedup_by(|later, first| later.id == first.id);
    Ok(())
}
