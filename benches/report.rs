//! What one report costs: parsing it lean, parsing it whole, checking it. Budget: checking a clean report 50 µs.

use divan::{Bencher, black_box};
use gouji::check::{Basis, Facts, Profile, check, check_whole, check_years, check_years_text};
use gouji::report::{Lean, Report, parse, parse_lean, to_json};
use gouji::sample::{SampleOptions, generate};

fn main() {
    divan::main();
}

/// Reports as the generator makes them, clean or each with a slip.
fn texts(slips_per_thousand: u32) -> Vec<String> {
    let options = SampleOptions { count: 64, slips_per_thousand, ..SampleOptions::default() };
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

/// As [`check_64`], and everything about the texts and the year before: all rules but those that compare the texts of
/// several reports. Texts of the length of a real report (3 000 characters at the median).
#[divan::bench]
fn check_64_whole(bencher: Bencher<'_, '_>) {
    let reports: Vec<Report> = texts(0).iter().filter_map(|text| parse(text.as_bytes()).ok()).map(lengthen).collect();
    let basis = Basis::standard();
    bencher.bench(|| {
        // The reports of an agency stand in the order of their years; another agency's are no year before.
        let before = std::iter::once(None).chain(reports.iter().map(|before| Some(&before.lean)));
        let found = reports.iter().zip(before).map(|(report, before)| {
            let mut outcome = check_whole(black_box(report), &basis);
            outcome.append(check_years(&report.lean, before, &basis));
            outcome.append(check_years_text(&Facts::of(report, &basis), before));
            outcome.findings.len()
        });
        found.sum::<usize>()
    });
}

/// Repeats the paragraphs of the first section until the report has 3 000 characters.
fn lengthen(mut report: Report) -> Report {
    let count = |report: &Report| report.narrative.sections.iter().map(|one| one.text.chars().count()).sum::<usize>();
    let missing = 3000_usize.saturating_sub(count(&report));
    if let Some(first) = report.narrative.sections.first_mut() {
        let more: String = first.text.chars().cycle().take(missing).collect();
        first.text = gouji::report::SafeText::lines(&format!("{}\n{more}", first.text));
    }
    report
}
