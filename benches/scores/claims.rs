//! How well numbers in the text are read and judged.

use crate::support::labelled::{Score, measure};

/// Prints the table; of the sentences that were tuned on also what is wrong.
pub fn print(tells: bool) {
    println!("| sentences | of | what | expected | found | right | precision | recall | quiet | kept quiet |");
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for (name, unseen) in [("tuned on", 0), ("unseen, first", 1), ("unseen, second", 2)] {
        // What is wrong in the unseen ones is not shown: nobody should tune on it.
        let (claims, findings) = measure(unseen, |text| {
            if tells && unseen == 0 {
                println!("{text}");
            }
        });
        line(name, "claims", &claims);
        line(name, "findings", &findings);
    }
}

fn line(name: &str, what: &str, score: &Score) {
    println!(
        "| {name} | {} | {what} | {} | {} | {} | {:.3} | {:.3} | {} | {} |",
        score.sentences,
        score.expected,
        score.found,
        score.right,
        score.precision(),
        score.recall(),
        score.quiet,
        score.kept_quiet
    );
}
