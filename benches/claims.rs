//! How long it takes to read the numbers of a text, and to check a whole report.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench")]

use divan::Bencher;
use divan::counter::ItemsCount;
use gouji::check::claims::claims;
use gouji::check::{Basis, check_whole};
use gouji::report::{Report, parse};

fn main() {
    divan::main();
}

/// The reports of the collection, as their median text is about as long as that of a real one.
fn reports() -> Vec<Report> {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data/reports/2025");
    let files = std::fs::read_dir(dir).unwrap().map(|entry| std::fs::read(entry.unwrap().path()).unwrap());
    files.filter_map(|bytes| parse(&bytes).ok()).collect()
}

#[divan::bench]
fn reading_the_numbers(bencher: Bencher<'_, '_>) {
    let all = reports();
    bencher.counter(ItemsCount::new(all.len())).bench(|| all.iter().map(|report| claims(report).len()).sum::<usize>());
}

#[divan::bench]
fn checking_whole_reports(bencher: Bencher<'_, '_>) {
    let all = reports();
    let check = |report: &Report| check_whole(report, &Basis::standard()).findings.len();
    bencher.counter(ItemsCount::new(all.len())).bench(|| all.iter().map(check).sum::<usize>());
}

/// Three thousand characters of prose with the numbers of a real report.
#[divan::bench]
fn a_text_of_three_thousand_characters(bencher: Bencher<'_, '_>) {
    let mut report = reports().remove(0);
    let text = report.narrative.sections[0].text.to_string();
    let times = 3000 / text.chars().count() + 1;
    let long: String = std::iter::repeat_n(text.as_str(), times).collect::<String>().chars().take(3000).collect();
    report.narrative.sections[0].text = gouji::report::SafeText::lines(&long);
    bencher.bench(|| claims(&report).len());
}
