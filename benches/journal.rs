//! Opening and replaying a journal of 100 000 acts, and one append: from Enter to synced on disk.

use divan::Bencher;
use gouji::journal::{Act, Decision, Journal, ReportRef, Review, Target, Verdict};
use gouji::report::SafeText;

fn main() {
    divan::main();
}

fn report() -> ReportRef {
    ReportRef { agency: SafeText::line("甲县乙局"), year: 2025, ..ReportRef::default() }
}

/// A directory with a journal of so many verdicts.
fn journal_of(acts: usize) -> Option<tempfile::TempDir> {
    let dir = tempfile::tempdir().ok()?;
    let verdict = || Verdict { decision: Decision::Return, reason: SafeText::default() };
    let acts: Vec<Act> =
        (0..acts).map(|number| Act::verdict("li", report(), &number.to_string(), verdict(), None)).collect();
    Journal::open(&dir.path().join("j")).ok()?.0.append(&acts).ok()?;
    Some(dir)
}

#[divan::bench(sample_count = 10)]
fn open_and_replay_100_000_acts(bencher: Bencher<'_, '_>) {
    let Some(dir) = journal_of(100_000) else { return };
    bencher.bench(|| Journal::open(&dir.path().join("j")).map(|(_, acts)| Review::new(acts).acts().count()));
}

#[divan::bench(sample_count = 100)]
fn append_one_note(bencher: Bencher<'_, '_>) {
    let Some(dir) = journal_of(1) else { return };
    let Ok((mut journal, _)) = Journal::open(&dir.path().join("j")) else { return };
    bencher
        .with_inputs(|| Act::note("li", report(), Target::Report, "请核对", None))
        .bench_local_values(|act| journal.append(&[act]).is_ok());
}
