//! What one report costs: parsing it lean, parsing it whole, checking it. Budget: checking a clean report 50 µs.

use divan::{Bencher, black_box};
use gouji::check::{Profile, check};
use gouji::report::{Lean, parse, parse_lean, to_json};
use gouji::sample::{Options, generate};

fn main() {
    divan::main();
}

/// Reports as the generator makes them, clean or each with a slip.
fn texts(slips_per_thousand: u32) -> Vec<String> {
    let options = Options { count: 64, slips_per_thousand, ..Options::default() };
    generate(&options).map(|generated| to_json(&generated.report)).collect()
}

fn leans(slips_per_thousand: u32) -> Vec<Lean> {
    texts(slips_per_thousand).iter().filter_map(|text| parse_lean(text.as_bytes()).ok()).collect()
}

/// All 64 reports in one iteration: divide by 64.
#[divan::bench]
fn parse_64_lean(bencher: Bencher<'_, '_>) {
    let texts = texts(0);
    bencher.bench(|| texts.iter().filter(|text| parse_lean(black_box(text.as_bytes())).is_ok()).count());
}

#[divan::bench]
fn parse_64_whole(bencher: Bencher<'_, '_>) {
    let texts = texts(0);
    bencher.bench(|| texts.iter().filter(|text| parse(black_box(text.as_bytes())).is_ok()).count());
}

#[divan::bench(args = [0, 1000])]
fn check_64(bencher: Bencher<'_, '_>, slips_per_thousand: u32) {
    let reports = leans(slips_per_thousand);
    bencher.bench(|| {
        reports.iter().map(|report| check(black_box(report), Profile::standard()).findings.len()).sum::<usize>()
    });
}
