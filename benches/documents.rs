//! Reading documents: how many a second, by format, in this process.
//!
//! The same report in every format, and the real documents of `../shared/samples/documents` where they are. A format
//! that this version does not read is left out, and so is a document without a report. A document gets some ten readings
//! and at most two seconds, so that all of it ends within a minute.

#[path = "../tests/support/mod.rs"]
mod support;

use std::fmt;
use std::fs;
use std::path::Path;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use gouji::read::read;
use support::formats;

fn main() {
    divan::main();
}

#[derive(Clone)]
struct Document {
    name: String,
    bytes: Vec<u8>,
}

impl Document {
    /// As a report is named when it comes: a workbook's sheets alone do not tell the agency.
    fn is_read(&self) -> bool {
        let ending = self.name.rsplit('.').next().unwrap_or_default();
        read(&format!("临江县示例局2024年政府信息公开工作年度报告.{ending}"), &self.bytes).is_ok()
    }
}

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

fn documents() -> Vec<Document> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("sample-data/documents/0103-06.txt")).unwrap_or_default();
    let made = formats::all(&text).into_iter();
    let made = made.map(|(ending, bytes)| Document { name: format!("0103-06.{ending}"), bytes });
    let real = fs::read_dir(root.join("../shared/samples/documents")).into_iter().flatten().flatten();
    let real = real.filter_map(|file| {
        Some(Document { name: file.file_name().into_string().ok()?, bytes: fs::read(file.path()).ok()? })
    });
    let mut documents: Vec<_> = made.chain(real).filter(Document::is_read).collect();
    documents.sort_by(|a, b| a.name.cmp(&b.name));
    documents
}

#[divan::bench(args = documents(), sample_count = 10, sample_size = 1, max_time = 2)]
fn documents_read(bencher: Bencher<'_, '_>, document: &Document) {
    bencher
        .counter(ItemsCount::new(1_usize))
        .counter(BytesCount::new(document.bytes.len()))
        .bench(|| black_box(document.is_read()));
}
