//! How often the rules about a region and its years are right, on invented cities.

use crate::support::docs;
use crate::support::region::score::{Score, measure};

/// Not the seeds that the rules were written with.
const SEEDS: std::ops::RangeInclusive<u64> = 101..=106;

/// Prints the table, or of one seed what is missed and what is false.
pub fn print(seed: Option<u64>, tells: bool) {
    let of = |changes| {
        let mut score = Score::default();
        let seeds = seed.map_or(SEEDS, |seed| seed..=seed);
        seeds.for_each(|seed| score.add(measure(seed, changes)));
        score
    };
    let scores = [of(false), of(true)];
    if tells {
        scores.iter().flat_map(|score| &score.tells).for_each(|line| println!("{line}"));
    }
    let table = table(&scores);
    println!("{table}");
    if seed.is_none() {
        docs::tell("docs/region.md", "region", "cargo bench --bench scores -- region", &format!("\n{table}\n"));
    }
}

fn table(scores: &[Score; 2]) -> String {
    let mut table =
        String::from("| rule | no changes | with mergers, renames, a split, a take-over |\n|---|---|---|\n");
    let rules: std::collections::BTreeSet<&String> = scores.iter().flat_map(|score| score.rules.keys()).collect();
    let cell = |[found, missed, wrong]: [usize; 3]| format!("{found} / {missed} / {wrong}");
    for rule in rules {
        let of = |score: &Score| cell(score.rules.get(rule).copied().unwrap_or_default());
        table += &format!("| {rule} | {} | {} |\n", of(&scores[0]), of(&scores[1]));
    }
    let percent = |score: &Score| {
        let [found, missed, wrong] = score.all();
        let of = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        format!("{:.1} % found, {:.1} % false", of(found, found + missed), of(wrong, found + wrong))
    };
    table
        + &format!(
            "| all ({} reports) | {} | {} |\n",
            scores[0].reports + scores[1].reports,
            percent(&scores[0]),
            percent(&scores[1])
        )
}
