//! The lines of a journal: whatever they are, they are read, replayed and verified.

#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use gouji::journal::{Journal, Review, verify};

static DIRECTORY: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a directory"));
static FILE: LazyLock<PathBuf> = LazyLock::new(|| DIRECTORY.path().join("journal.jsonl"));

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    std::fs::write(&*FILE, data).expect("a file");
    let (_, acts) = Journal::open(&FILE).expect("a journal can be opened whatever is in it");
    let _ = Review::new(acts);
    let _ = verify(&FILE);
});
