//! Loading and checking a directory, beside `cat` of the same files. Budget: no slower.
//!
//! The directory is made anew, 4000 reports of about 8 KB; what counts is the ratio of the two figures.

#[path = "../tests/support/parsed.rs"]
mod parsed;

use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use divan::{Bencher, black_box};
use gouji::check::{Profile, check};
use gouji::library::load::{Event, load};
use gouji::sample::{SampleOptions, generate_to};

use parsed::ParsedOnly;

fn main() {
    divan::main();
}

struct Directory {
    _dir: tempfile::TempDir,
    root: PathBuf,
}

static DIRECTORY: LazyLock<Option<Directory>> = LazyLock::new(|| {
    let dir = tempfile::tempdir().ok()?;
    let root = dir.path().join("reports");
    generate_to(&root, &SampleOptions { count: 4000, ..SampleOptions::default() }, &mut |_| ()).ok()?;
    Some(Directory { _dir: dir, root })
});

/// The budget: `cat` of all files.
#[divan::bench(sample_count = 20)]
fn cat_4000_files(bencher: Bencher<'_, '_>) {
    let Some(directory) = &*DIRECTORY else { return };
    let script = "find . -type f -print0 | xargs -0 cat > /dev/null";
    bencher.bench(|| Command::new("sh").args(["-c", script]).current_dir(&directory.root).status());
}

#[divan::bench(sample_count = 20)]
fn load_and_check_4000_files(bencher: Bencher<'_, '_>) {
    let Some(directory) = &*DIRECTORY else { return };
    bencher.bench(|| {
        let loaded = AtomicUsize::new(0);
        let inspect =
            |lean: &gouji::report::Lean, _: Option<&gouji::report::Report>| check(lean, Profile::standard()).counts();
        load(&directory.root, &ParsedOnly, &inspect, &AtomicBool::new(false), &|event| {
            if let Event::Loaded(entries) = event {
                loaded.fetch_add(black_box(entries).len(), Ordering::Relaxed);
            }
        });
        loaded.into_inner()
    });
}
